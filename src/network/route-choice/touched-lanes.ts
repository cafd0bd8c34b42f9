/** Lanes that a package touches: where a route that cargo might take changes, or a rule of avoidance. */
import type { ChoiceSet } from '../choice-set/choice-set.js'
import { BARRED_USES } from '../choice-set/modes-used.js'
import type { Lanes } from './lanes.js'
import type { NetworkState } from './network-state.js'
import type { RouteTotals } from './route-totals.js'

/** Dispersions above the best at which a route has a share of 5 in 100,000 of those who choose there. */
const REACH = 10
/** The same where cargo is reluctant to take it: 5 in a hundred. Reluctance is of five dispersions and more. */
const RELUCTANT_REACH = 3

/**
 * USD per TEU and hour at which a route may come near the best: from bulk to the upper end of the time values. First
 * those at which most ways are near the best, since one is enough.
 */
const TIME_VALUES = [60, 30, 120, 12, 250, 3, 500, 0.5, 1200, 3500].map(perDay => perDay / 24)

/**
 * Lanes on which the choice of some class of cargo can move, ascending.
 *
 * A changed route counts where, in a state in which it is open, it comes within the choice's reach of the best route
 * at some time value, among all routes or among those outside the avoided territory. Elsewhere its share is below
 * 5 in 100,000 before and after, at every time value. A route by modes that a lane's cargo is reluctant to take must come nearer,
 * unless it opens or closes: else every train would touch all that is bound to the lorry, of which one in a hundred takes it.
 *
 * @param dispersion USD per TEU, the larger of the two of the choice.
 * @param among the only lanes that have changed routes, ascending, where they are known; the same array again only where the
 *   same routes have changed, and none of them opens or closes otherwise.
 * @param least least costs before, where one state is compared with many.
 */
export function touchedLanes(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  territory: readonly Uint8Array[],
  before: NetworkState,
  after: NetworkState,
  changedRoute: Uint8Array,
  dispersion: number,
  among?: Int32Array,
  least?: LeastCosts,
): Int32Array {
  const moved = before.rules.map(
    ({ share, premiumUsdPerTeu }, r) =>
      after.rules[r].share !== share || after.rules[r].premiumUsdPerTeu !== premiumUsdPerTeu,
  )
  const premium = Math.max(0, ...[...before.rules, ...after.rules].map(rule => rule.premiumUsdPerTeu))
  const reach = { most: REACH * dispersion + premium, less: (REACH - RELUCTANT_REACH) * dispersion + premium }
  if (least !== undefined) forgetOthers(least, among, reach)
  const touched: number[] = []
  const asked = moved.includes(true) ? undefined : among
  for (let k = 0; k < (asked?.length ?? lanes.count); k++) {
    const l = asked === undefined ? k : asked[k]
    if (lanes.isEmpty[l] === 1) continue
    const rule = lanes.rule[l]
    const from = choiceSet.routeStart[lanes.gatewayPair[l]]
    const to = choiceSet.routeStart[lanes.gatewayPair[l] + 1]
    const flags = rule < 0 ? undefined : territory[rule]
    const [barred, reluctanceUsd] = [BARRED_USES[lanes.binding[l]], lanes.reluctanceUsd[l]]
    const ways = { flags, modes: choiceSet.modes, barred, reluctanceUsd, from, to }
    const hit =
      (rule >= 0 && moved[rule]) ||
      (someChanged(changedRoute, from, to) &&
        (least === undefined
          ? isReached(before.totals, after.totals, changedRoute, ways, reach)
          : isReachedFrom(least, l, before.totals, after.totals, changedRoute, ways, reach)))
    if (hit) touched.push(l)
  }
  return Int32Array.from(touched)
}

function someChanged(changedRoute: Uint8Array, from: number, to: number): boolean {
  for (let r = from; r < to; r++) if (changedRoute[r] === 1) return true
  return false
}

/** Routes of a lane, and what its cargo does about them. */
interface LaneWays {
  /** Flags of the territory that part of it avoids, by route. */
  readonly flags: Uint8Array | undefined
  readonly modes: Uint8Array
  /** Bits of the modes that it does not take, and what it would ask for one of them, USD per TEU. */
  readonly barred: number
  readonly reluctanceUsd: number
  readonly from: number
  readonly to: number
}

/** USD per TEU. */
interface Reach {
  readonly most: number
  /** By how much it is less for routes that cargo is reluctant to take. */
  readonly less: number
}

/** Whether in one of the two states a changed route is near the best. */
function isReached(
  before: RouteTotals,
  after: RouteTotals,
  changedRoute: Uint8Array,
  ways: LaneWays,
  reach: Reach,
): boolean {
  if (withinReach(before, after, changedRoute, ways, reach)) return true
  return after !== before && withinReach(after, before, changedRoute, ways, reach)
}

/**
 * Whether a changed open route is near the best of all open routes, or of those outside the territory.
 *
 * @param least least costs of all and of those outside, by time value, where they are known but for those of changed routes:
 *   the others are then passed over.
 */
function withinReach(
  { hours, usd, open }: RouteTotals,
  { open: openElse }: RouteTotals,
  changedRoute: Uint8Array,
  { flags, modes, barred, reluctanceUsd, from, to }: LaneWays,
  reach: Reach,
  least?: Float64Array,
): boolean {
  for (let k = 0; k < TIME_VALUES.length; k++) {
    const timeValue = TIME_VALUES[k]
    let best = least === undefined ? Number.POSITIVE_INFINITY : least[2 * k]
    let bestOutside = least === undefined ? Number.POSITIVE_INFINITY : least[2 * k + 1]
    let changed = Number.POSITIVE_INFINITY
    let changedOutside = Number.POSITIVE_INFINITY
    for (let r = from; r < to; r++) {
      const isChanged = changedRoute[r] === 1
      if (open[r] === 0 || (least !== undefined && !isChanged)) continue
      const asked = (modes[r] & barred) === 0 ? 0 : reluctanceUsd
      const cost = usd[r] + timeValue * hours[r] + asked
      if (cost < best) best = cost
      const outside = flags === undefined || flags[r] === 0
      if (outside && cost < bestOutside) bestOutside = cost
      if (!isChanged) continue
      const beyond = asked > 0 && openElse[r] === 1 ? cost + reach.less : cost
      if (beyond < changed) changed = beyond
      if (outside && beyond < changedOutside) changedOutside = beyond
    }
    if (changed === Number.POSITIVE_INFINITY) return false
    if (isNear(changed, best, reach) || isNear(changedOutside, bestOutside, reach)) return true
  }
  return false
}

function isNear(changed: number, best: number, { most }: Reach): boolean {
  return changed < Number.POSITIVE_INFINITY && changed <= best + most
}

/** What is known of one state, before, when it is compared with many: filled lane by lane as they are asked for. */
export interface LeastCosts {
  /** Least costs at every time value, of all open routes and then of those outside the territory. */
  readonly values: Float64Array
  /** 1 for lanes whose least costs are known. */
  readonly isKnown: Uint8Array
  /** Whether a route that changes is near the best before: of the lanes and the reach of the last comparison. */
  readonly nearBefore: Uint8Array
  among: Int32Array | undefined
  reach: Reach | undefined
}

const NEAR = 1
const FAR = 2

export function leastCosts(laneCount: number): LeastCosts {
  return {
    values: new Float64Array(laneCount * 2 * TIME_VALUES.length),
    isKnown: new Uint8Array(laneCount),
    nearBefore: new Uint8Array(laneCount),
    among: undefined,
    reach: undefined,
  }
}

function forgetOthers(least: LeastCosts, among: Int32Array | undefined, reach: Reach): void {
  const isSame =
    among !== undefined &&
    least.among === among &&
    least.reach?.most === reach.most &&
    least.reach.less === reach.less
  if (!isSame) least.nearBefore.fill(0)
  least.among = among
  least.reach = reach
}

/** What `isReached` says, from the changed routes alone where the least costs before are known. */
function isReachedFrom(
  least: LeastCosts,
  lane: number,
  before: RouteTotals,
  after: RouteTotals,
  changedRoute: Uint8Array,
  ways: LaneWays,
  reach: Reach,
): boolean {
  if (least.nearBefore[lane] === NEAR) return true
  // Where no changed route is near the best before, the best of the others is the best of all before.
  const own = someReluctant(changedRoute, ways) ? undefined : leastOf(least, lane, before, ways)
  if (least.nearBefore[lane] === 0)
    least.nearBefore[lane] = withinReach(before, after, changedRoute, ways, reach, own) ? NEAR : FAR
  if (least.nearBefore[lane] === NEAR) return true
  return after !== before && withinReach(after, before, changedRoute, ways, reach, own)
}

function leastOf(
  { values, isKnown }: LeastCosts,
  lane: number,
  before: RouteTotals,
  ways: LaneWays,
): Float64Array {
  const first = lane * 2 * TIME_VALUES.length
  const own = values.subarray(first, first + 2 * TIME_VALUES.length)
  if (isKnown[lane] === 0) writeLeast(before, ways, own)
  isKnown[lane] = 1
  return own
}

function writeLeast(
  { hours, usd, open }: RouteTotals,
  { flags, modes, barred, reluctanceUsd, from, to }: LaneWays,
  values: Float64Array,
): void {
  values.fill(Number.POSITIVE_INFINITY)
  for (let r = from; r < to; r++) {
    if (open[r] === 0) continue
    const asked = (modes[r] & barred) === 0 ? 0 : reluctanceUsd
    const outside = flags === undefined || flags[r] === 0
    for (let k = 0; k < TIME_VALUES.length; k++) {
      const cost = usd[r] + TIME_VALUES[k] * hours[r] + asked
      const at = 2 * k
      if (cost < values[at]) values[at] = cost
      if (outside && cost < values[at + 1]) values[at + 1] = cost
    }
  }
}

/** Whether cargo is reluctant to take one of the changed routes. */
function someReluctant(
  changedRoute: Uint8Array,
  { modes, barred, reluctanceUsd, from, to }: LaneWays,
): boolean {
  if (barred === 0 || reluctanceUsd === 0) return false
  for (let r = from; r < to; r++) if (changedRoute[r] === 1 && (modes[r] & barred) !== 0) return true
  return false
}

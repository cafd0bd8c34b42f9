import type { ChoiceSet } from './choice-set.js'
import { displacedHours, keptHours } from './displacement.js'
import type { Lanes } from './lanes.js'
import {
  arrange,
  chooseRoutes,
  keepChoice,
  keptSize,
  type LaneRoutes,
  laneRoutes,
  recallChoice,
  shareSea,
} from './nested-logit.js'
import type { NetworkState, RouteChoiceParameters } from './network-state.js'

/** One state's routes of the lane in hand: all of them, and those that keep out of the avoided territory. */
interface GatheredState {
  readonly all: LaneRoutes
  readonly avoiding: LaneRoutes
}

/**
 * Room in which the routes of one lane after the other are gathered and chosen among; `gather` first.
 *
 * Where `after` is the same record as `before`, both states share their arrays, so that no change in gives exactly
 * no change out.
 *
 * @param kept choices of the same state before that are looked up, and added to.
 */
export function laneChooser(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  territory: readonly Uint8Array[],
  before: NetworkState,
  after: NetworkState,
  parameters: RouteChoiceParameters,
  kept?: KeptChoices,
) {
  const { routeStart } = choiceSet
  const { dispersion, seaDispersion } = parameters
  let capacity = 1
  for (let p = 0; p + 1 < routeStart.length; p++)
    capacity = Math.max(capacity, routeStart[p + 1] - routeStart[p])
  const routes = (): LaneRoutes => laneRoutes(capacity, dispersion, seaDispersion)
  const room = (): GatheredState => ({ all: routes(), avoiding: routes() })
  const old = room()
  const next = before === after ? old : room()
  /** What stands for each: where lists are alike, one choice does for both. */
  const chosenOld = { all: old.all, avoiding: old.avoiding }
  const chosenNext = before === after ? chosenOld : { all: next.all, avoiding: next.avoiding }
  const change = {
    costBefore: 0,
    costAfter: 0,
    hoursBefore: 0,
    hoursAfter: 0,
    shareBefore: old.all.share,
    shareAfter: next.all.share,
  }
  /** Of the lane in hand: the choice among all routes at every node, then that of cargo that avoids. */
  let keptOfLane: Float64Array | undefined
  /** The last way around the territory closes: who avoided it passes it, and never gains by that. */
  let lastWayCloses = false
  /** No route of the lane opens or closes, for either kind of cargo. */
  let sameWays = true
  /** The lane loses routes and finds ways round, and nothing else changes: that never pays. */
  let onlyLoses = false

  /** Returns whether avoiding makes a difference on the lane, in either state. */
  function gather(lane: number): boolean {
    const pair = lanes.gatewayPair[lane]
    const rule = lanes.rule[lane]
    const flags = rule < 0 ? undefined : territory[rule]
    const from = routeStart[pair]
    const count = routeStart[pair + 1] - from
    const hadWay = gatherState(choiceSet, before, flags, rule, from, count, old)
    lastWayCloses = false
    if (!hadWay) passLikeTheRest(old)
    chosenOld.avoiding = likeOneOf(old.avoiding, old.all)
    keptOfLane = kept && roomFor(kept, lane, parameters.timeValues.value.length, chosenOld)
    if (before === after) return differ(old.all, old.avoiding)
    const hasWay = gatherState(choiceSet, after, flags, rule, from, count, next)
    lastWayCloses = hadWay && !hasWay
    // Cargo that passes today goes on to choose among all, so that a new way around is a gain and never a duty.
    if (!hadWay || !hasWay) passLikeTheRest(next)
    chosenNext.all = likeOneOf(next.all, chosenOld.all)
    chosenNext.avoiding = likeOneOf(next.avoiding, chosenOld.avoiding, chosenNext.all)
    sameWays = !differ(old.all, next.all) && !differ(old.avoiding, next.avoiding)
    onlyLoses = !sameWays && losesOnly(choiceSet, from, old.all, next.all)
    return differ(old.all, old.avoiding) || differ(next.all, next.avoiding) || lastWayCloses
  }

  function choose(avoids: boolean, timeValue: number): Float64Array {
    const routes = avoids ? chosenOld.avoiding : chosenOld.all
    chooseRoutes(routes, timeValue)
    return routes.share
  }

  function chooseBefore(avoids: boolean, node: number, timeValue: number): number {
    const routes = avoids ? chosenOld.avoiding : chosenOld.all
    if (keptOfLane === undefined) return chooseRoutes(routes, timeValue)
    const nodes = parameters.timeValues.value.length
    const first = routes === chosenOld.all ? 0 : nodes * keptSize(chosenOld.all)
    const at = first + node * keptSize(routes)
    if (!Number.isNaN(keptOfLane[at])) return recallChoice(routes, timeValue, keptOfLane, at)
    const cost = chooseRoutes(routes, timeValue)
    keepChoice(routes, keptOfLane, at)
    return cost
  }

  /** At a node of the time values. Returns one record that is used again; all calls for one node in a row save work. */
  function chooseBoth(avoidsBefore: boolean, avoidsAfter: boolean, node: number): Readonly<typeof change> {
    const timeValue = parameters.timeValues.value[node]
    const routesBefore = avoidsBefore ? chosenOld.avoiding : chosenOld.all
    const routesAfter = avoidsAfter ? chosenNext.avoiding : chosenNext.all
    change.costBefore = chooseBefore(avoidsBefore, node, timeValue)
    change.costAfter = chooseRoutes(routesAfter, timeValue)
    change.shareBefore = routesBefore.share
    change.shareAfter = routesAfter.share
    const hours =
      sameWays && avoidsBefore === avoidsAfter
        ? keptHours(routesBefore, routesAfter)
        : displacedHours(routesBefore, routesAfter, onlyLoses)
    if (onlyLoses) change.costAfter = Math.max(change.costAfter, change.costBefore)
    change.hoursBefore = hours.before
    change.hoursAfter = hours.after
    if (lastWayCloses && avoidsAfter) {
      change.costAfter = Math.max(change.costAfter, change.costBefore)
      change.hoursAfter = Math.max(change.hoursAfter, change.hoursBefore)
    }
    return change
  }

  return { gather, choose, chooseBoth, count: () => old.all.count }
}

/** Choices before a change that are kept from one change to the next, by lane; see `keepChoice`. */
export interface KeptChoices {
  readonly byLane: Map<number, Float64Array>
  /** What follows of them for a lane's row of `LaneChoices`. */
  readonly rows: Map<number, KeptRow>
  /** Numbers kept so far, and how many may be. */
  size: number
  readonly most: number
}

/** The part of a lane's choices that is of the state before; by class, and shares by group. */
export interface KeptRow {
  readonly groups: number
  readonly cost: Float64Array
  readonly hours: Float64Array
  readonly shares: readonly Float64Array[]
}

/** What was kept of a lane, or room for it; undefined where there is no room left. NaN stands for what is not kept yet. */
function roomFor(
  kept: KeptChoices,
  lane: number,
  nodes: number,
  { all, avoiding }: GatheredState,
): Float64Array | undefined {
  const known = kept.byLane.get(lane)
  if (known !== undefined) return known
  const size = nodes * (keptSize(all) + (avoiding === all ? 0 : keptSize(avoiding)))
  if (kept.size + size > kept.most) return undefined
  const room = new Float64Array(size).fill(Number.NaN)
  kept.byLane.set(lane, room)
  kept.size += size
  return room
}

/** The first of the others that is alike, or the routes themselves, with the sea nest of one where that is alike. */
function likeOneOf(routes: LaneRoutes, ...others: readonly LaneRoutes[]): LaneRoutes {
  return others.find(other => shareSea(routes, other)) ?? routes
}

/** Copies a lane's routes, all of them and those outside the territory; returns whether the latter are any. */
function gatherState(
  choiceSet: ChoiceSet,
  { totals, rules }: NetworkState,
  flags: Uint8Array | undefined,
  rule: number,
  from: number,
  count: number,
  { all, avoiding }: GatheredState,
): boolean {
  const premium = rule < 0 ? 0 : rules[rule].premiumUsdPerTeu
  let outside = 0
  all.count = count
  avoiding.count = count
  for (let r = 0; r < count; r++) {
    const route = from + r
    const passes = flags === undefined ? 0 : flags[route]
    all.hours[r] = totals.hours[route]
    all.usd[r] = totals.usd[route] + passes * premium
    all.available[r] = totals.open[route]
    all.maritime[r] = choiceSet.maritime[route]
    all.overlap[r] = choiceSet.overlap[route]
    avoiding.hours[r] = all.hours[r]
    avoiding.usd[r] = all.usd[r]
    avoiding.available[r] = (1 - passes) & all.available[r]
    avoiding.maritime[r] = all.maritime[r]
    avoiding.overlap[r] = all.overlap[r]
    outside |= avoiding.available[r]
  }
  arrange(all)
  arrange(avoiding)
  return outside === 1
}

/** Whether a lane gets ways round and changes in nothing else but in routes that close. */
function losesOnly(
  { detour }: ChoiceSet,
  from: number,
  { count, available, hours, usd }: LaneRoutes,
  next: LaneRoutes,
): boolean {
  if (detour === undefined) return false
  let found = 0
  for (let r = 0; r < count; r++) {
    if (detour[from + r] === 1) found |= next.available[r]
    else if (next.available[r] > available[r]) return false
    else if (next.available[r] === 1 && (next.hours[r] !== hours[r] || next.usd[r] !== usd[r])) return false
  }
  return found === 1
}

/** Where no other way is left, cargo that would avoid the territory passes it too. */
function passLikeTheRest({ all, avoiding }: GatheredState): void {
  avoiding.available.set(all.available.subarray(0, all.count))
  arrange(avoiding)
}

/** Whether a route may be chosen in one list and not in the other. */
function differ({ count, available }: LaneRoutes, other: LaneRoutes): boolean {
  for (let r = 0; r < count; r++) if (available[r] !== other.available[r]) return true
  return false
}

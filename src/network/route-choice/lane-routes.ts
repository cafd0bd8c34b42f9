/** The routes of one lane as its cargo meets them: gathered from all routes, before a change and beside it after. */
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { RouteChoice } from './logit/kernels.js'
import type { NetworkState } from './network-state.js'

/**
 * Choice in one state: among all routes, and among those that keep out of the avoided territory. One record may stand for
 * several lists that are alike.
 */
export interface StateChoice {
  all: RouteChoice
  avoiding: RouteChoice
}

/** Cargo of a lane, and which routes it has. */
export interface LaneCargo {
  /** The first of its routes in the choice set, and their number. */
  readonly from: number
  readonly count: number
  /** Row of the avoidance rules, −1 where none applies, and its territory's flags by route. */
  readonly rule: number
  readonly flags: Uint8Array | undefined
  /** Bits of the modes that it does not take, and what it would ask for them, USD per TEU. */
  readonly barred: number
  readonly reluctanceUsd: number
}

/** Copies a lane's routes; returns whether any of them keep out of the territory. */
export function gatherOld(
  { modes, maritime, overlap }: ChoiceSet,
  { totals, rules }: NetworkState,
  { from, count, rule, flags, barred, reluctanceUsd }: LaneCargo,
  { all, avoiding }: StateChoice,
): boolean {
  const premium = rule < 0 ? 0 : rules[rule].premiumUsdPerTeu
  const { routes } = all
  let outside = 0
  routes.count = count
  for (let r = 0; r < count; r++) {
    const route = from + r
    const passes = flags === undefined ? 0 : flags[route]
    const asked = (modes[route] & barred) === 0 ? 0 : reluctanceUsd
    routes.hours[r] = totals.hours[route]
    routes.usd[r] = totals.usd[route] + asked + passes * premium
    routes.maritime[r] = maritime[route]
    routes.overlap[r] = overlap[route]
    all.available[r] = totals.open[route]
    avoiding.available[r] = (1 - passes) & totals.open[route]
    outside |= avoiding.available[r]
  }
  return outside === 1
}

/** What `gatherNext` tells of a lane: some route keeps out of the territory; avoiding makes a difference. */
export const KEEPS_OUT = 1
export const IS_APART = 2
/** Some route opens or closes, or some that is open costs or takes otherwise; of those that keep out too. */
export const OPENS = 4
export const MOVES = 8
export const AVOIDING_OPENS = 16
export const AVOIDING_MOVES = 32

/**
 * Copies a lane's routes after the change beside those before it; returns what changes, as bits.
 *
 * @param was     the choice before.
 * @param differs for 1 where a route costs or takes otherwise than before, or could not be chosen then.
 */
export function gatherNext(
  choiceSet: ChoiceSet,
  state: NetworkState,
  cargo: LaneCargo,
  was: Readonly<StateChoice>,
  next: StateChoice,
  differs: Uint8Array,
): number {
  const { routes } = next.all
  routes.count = cargo.count
  routes.maritime = was.all.routes.maritime
  routes.overlap = was.all.routes.overlap
  const change = gatherAll(choiceSet, state, cargo, was.all, next.all, differs)
  return cargo.flags === undefined
    ? change
    : gatherOutside(state, cargo, cargo.flags, was, next, differs) | (change & OPENS)
}

/** Where no territory is avoided. */
function gatherAll(
  { modes }: ChoiceSet,
  { totals: { hours, usd, open } }: NetworkState,
  { from, count, barred, reluctanceUsd }: LaneCargo,
  { routes: routesWas, available: availableWas }: RouteChoice,
  { routes, available }: RouteChoice,
  differs: Uint8Array,
): number {
  let [anyOpen, opens, moves] = [0, 0, 0]
  for (let r = 0; r < count; r++) {
    const route = from + r
    const takes = hours[route]
    const costs = usd[route] + ((modes[route] & barred) === 0 ? 0 : reluctanceUsd)
    const isOpen = open[route]
    const isSame = availableWas[r] === 1 && routesWas.hours[r] === takes && routesWas.usd[r] === costs
    const moved = isSame ? 0 : 1
    routes.hours[r] = takes
    routes.usd[r] = costs
    available[r] = isOpen
    differs[r] = moved
    anyOpen |= isOpen
    opens |= isOpen ^ availableWas[r]
    moves |= isOpen & moved
  }
  return anyOpen * KEEPS_OUT + opens * (OPENS + AVOIDING_OPENS) + moves * (MOVES + AVOIDING_MOVES)
}

/** Adds the premium of routes through the territory, and lists those that keep out of it. */
function gatherOutside(
  { rules }: NetworkState,
  { from, count, rule }: LaneCargo,
  flags: Uint8Array,
  was: Readonly<StateChoice>,
  { all: { routes, available }, avoiding }: StateChoice,
  differs: Uint8Array,
): number {
  const premium = rules[rule].premiumUsdPerTeu
  const { routes: routesWas, available: availableWas } = was.all
  const outsideWas = was.avoiding.available
  const outside = avoiding.available
  let [isOut, isApart, moves, outOpens, outMoves] = [0, 0, 0, 0, 0]
  for (let r = 0; r < count; r++) {
    const passes = flags[from + r]
    const isOutside = (1 - passes) & available[r]
    if (passes === 1) {
      routes.usd[r] += premium
      const isSame =
        availableWas[r] === 1 && routesWas.hours[r] === routes.hours[r] && routesWas.usd[r] === routes.usd[r]
      differs[r] = isSame ? 0 : 1
    }
    outside[r] = isOutside
    isOut |= isOutside
    isApart |= available[r] ^ isOutside
    moves |= available[r] & differs[r]
    outOpens |= isOutside ^ outsideWas[r]
    outMoves |= isOutside & differs[r]
  }
  return (
    isOut * KEEPS_OUT +
    isApart * IS_APART +
    moves * MOVES +
    outOpens * AVOIDING_OPENS +
    outMoves * AVOIDING_MOVES
  )
}

/** Whether a route may be chosen in both lists or in neither, for all of them. */
export function sameRoutes({ available, routes }: RouteChoice, other: RouteChoice): boolean {
  for (let r = 0; r < routes.count; r++) if (available[r] !== other.available[r]) return false
  return true
}

/** Whether a lane gets ways round and changes in nothing else but in routes that close. */
export function losesOnly(
  { detour }: ChoiceSet,
  from: number,
  { available, routes: { count, hours, usd } }: RouteChoice,
  { available: availableNext, routes: next }: RouteChoice,
): boolean {
  if (detour === undefined) return false
  let found = 0
  for (let r = 0; r < count; r++) {
    if (detour[from + r] === 1) found |= availableNext[r]
    else if (availableNext[r] > available[r]) return false
    else if (availableNext[r] === 1 && (next.hours[r] !== hours[r] || next.usd[r] !== usd[r])) return false
  }
  return found === 1
}

/** Where no other way is left, cargo that would avoid the territory passes it too. */
export function passLikeTheRest({ all, avoiding }: StateChoice): void {
  avoiding.available.set(all.available.subarray(0, all.routes.count))
}

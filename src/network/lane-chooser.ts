import { type ChoiceSet, mostRoutes } from './choice-set.js'
import type { Lanes } from './lanes.js'
import {
  BY_NODE,
  type CargoClasses,
  choose,
  chooseAmongPart,
  chooseWithPart,
  laneRoutes,
  price,
  type RouteChoice,
  reprice,
  routeChoice,
  termsSize,
} from './nested-logit.js'
import type { NetworkState, RouteChoiceParameters } from './network-state.js'

/**
 * Choice in one state: among all routes, and among those that keep out of the avoided territory. One record may stand for
 * several lists that are alike.
 */
interface StateChoice {
  all: RouteChoice
  avoiding: RouteChoice
}

/** Choice on one lane, before and after. */
export interface ChosenLane {
  readonly count: number
  readonly old: Readonly<StateChoice>
  readonly next: Readonly<StateChoice>
  /** Avoiding makes a difference, in either state. */
  readonly splits: boolean
  /** No route of the lane opens or closes, for either kind of cargo. */
  readonly sameWays: boolean
  /** The last way around the territory closes: who avoided it passes it, and never gains by that. */
  readonly lastWayCloses: boolean
  /** The lane loses routes and finds ways round, and nothing else changes: that never pays. */
  readonly onlyLoses: boolean
}

/**
 * Room in which the routes of one lane after the other are gathered and chosen among, at every node of the time values;
 * `gather` first.
 *
 * Where routes, or lists of them, are alike in both states they share their numbers, so that no change in gives exactly
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
  const cargo: CargoClasses = { ...parameters, value: parameters.timeValues.value }
  const nodes = cargo.value.length
  const capacity = mostRoutes(choiceSet)
  const room = (): StateChoice => {
    const routes = laneRoutes(capacity)
    return { all: routeChoice(routes, nodes), avoiding: routeChoice(routes, nodes) }
  }
  const old = room()
  const next = before === after ? old : room()
  const rooms = [old.all, old.avoiding].map(({ terms, byNode }) => ({ terms, byNode }))
  const differs = new Uint8Array(capacity)
  const lane = {
    count: 0,
    old: { ...old },
    next: { ...next },
    splits: false,
    sameWays: true,
    lastWayCloses: false,
    onlyLoses: false,
  }

  /** Chooses on a lane, in both states. Returns one record that is used again. */
  function gather(l: number): ChosenLane {
    const pair = lanes.gatewayPair[l]
    const rule = lanes.rule[l]
    const flags = rule < 0 ? undefined : territory[rule]
    const from = routeStart[pair]
    lane.count = routeStart[pair + 1] - from
    const hadWay = gatherState(choiceSet, before, flags, rule, from, lane.count, old)
    const hasWay = before === after || gatherState(choiceSet, after, flags, rule, from, lane.count, next)
    // Cargo that passes today goes on to choose among all, so that a new way around is a gain and never a duty.
    if (!hadWay) passLikeTheRest(old)
    if (before !== after && (!hadWay || !hasWay)) passLikeTheRest(next)
    chooseOld(l)
    if (before === after) {
      lane.next = lane.old
      lane.splits = lane.old.avoiding !== lane.old.all
      return lane
    }
    compare(old.all, next.all, differs)
    chooseNext()
    lane.sameWays = sameRoutes(old.all, next.all) && sameRoutes(old.avoiding, next.avoiding)
    lane.lastWayCloses = hadWay && !hasWay
    lane.onlyLoses = !lane.sameWays && losesOnly(choiceSet, from, old.all, next.all)
    lane.splits =
      !sameRoutes(old.all, old.avoiding) || !sameRoutes(next.all, next.avoiding) || lane.lastWayCloses
    return lane
  }

  function chooseOld(l: number): void {
    const { all, avoiding } = old
    const isOne = sameRoutes(all, avoiding)
    lane.old.all = all
    lane.old.avoiding = isOne ? all : avoiding
    const known = kept?.byLane.get(l)
    if (known !== undefined) {
      bring(all, known.all)
      bring(avoiding, known.avoiding)
      return
    }
    bring(all, rooms[0])
    bring(avoiding, rooms[1])
    price(all, cargo)
    if (isOne) choose(all, cargo)
    else chooseWithPart(all, avoiding, rooms[1].terms, cargo)
    if (kept) keep(kept, l)
  }

  function chooseNext(): void {
    const { all, avoiding } = next
    const stays = alike(old.all, all, differs)
    const avoidingStays = alike(lane.old.avoiding, avoiding, differs)
    const isOne = avoidingStays || sameRoutes(all, avoiding)
    lane.next.all = stays ? lane.old.all : all
    lane.next.avoiding = avoidingStays ? lane.old.avoiding : isOne ? lane.next.all : avoiding
    if (stays) {
      if (!isOne) chooseAmongPart(avoiding, lane.old.all, nextAvoidingTerms, cargo)
      return
    }
    const chooseAll = () =>
      isOne
        ? choose(all, cargo, lane.old.all)
        : chooseWithPart(all, avoiding, nextAvoidingTerms, cargo, lane.old.all, lane.old.avoiding)
    reprice(all, old.all.terms, differs, cargo)
    if (chooseAll()) return
    price(all, cargo)
    chooseAll()
  }
  const nextAvoidingTerms = next.avoiding.terms

  function keep(store: KeptChoices, l: number): void {
    const { all, avoiding } = lane.old
    const sizeOfTerms = termsSize(lane.count, nodes)
    const size = sizeOfTerms + (all === avoiding ? 1 : 2) * BY_NODE * nodes
    if (store.size + size > store.most) return
    const ofAll = { terms: all.terms.slice(0, sizeOfTerms), byNode: all.byNode.slice() }
    const isShared = avoiding.terms === all.terms
    const ofAvoiding = {
      terms: isShared ? ofAll.terms : avoiding.terms.slice(0, sizeOfTerms),
      byNode: avoiding === all ? ofAll.byNode : avoiding.byNode.slice(),
    }
    store.byLane.set(l, { all: ofAll, avoiding: ofAvoiding })
    store.size += isShared ? size : size + sizeOfTerms
  }

  return { gather }
}

type ChosenNumbers = Pick<RouteChoice, 'terms' | 'byNode'>

/** Choices before a change that are kept from one change to the next, by lane. */
export interface KeptChoices {
  readonly byLane: Map<number, { readonly all: ChosenNumbers; readonly avoiding: ChosenNumbers }>
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

function bring(choice: RouteChoice, { terms, byNode }: ChosenNumbers): void {
  choice.terms = terms
  choice.byNode = byNode
}

/** Copies a lane's routes; returns whether any of them keep out of the territory. */
function gatherState(
  choiceSet: ChoiceSet,
  { totals, rules }: NetworkState,
  flags: Uint8Array | undefined,
  rule: number,
  from: number,
  count: number,
  { all, avoiding }: StateChoice,
): boolean {
  const premium = rule < 0 ? 0 : rules[rule].premiumUsdPerTeu
  const { routes } = all
  let outside = 0
  routes.count = count
  for (let r = 0; r < count; r++) {
    const route = from + r
    const passes = flags === undefined ? 0 : flags[route]
    routes.hours[r] = totals.hours[route]
    routes.usd[r] = totals.usd[route] + passes * premium
    routes.maritime[r] = choiceSet.maritime[route]
    routes.overlap[r] = choiceSet.overlap[route]
    all.available[r] = totals.open[route]
    avoiding.available[r] = (1 - passes) & totals.open[route]
    outside |= avoiding.available[r]
  }
  return outside === 1
}

/** Marks the routes of the second that cost or take otherwise, or that cannot be chosen in the first. */
function compare(first: RouteChoice, second: RouteChoice, differs: Uint8Array): void {
  const [a, b] = [first.routes, second.routes]
  for (let r = 0; r < a.count; r++)
    differs[r] = first.available[r] === 0 || a.hours[r] !== b.hours[r] || a.usd[r] !== b.usd[r] ? 1 : 0
}

/** Whether a route may be chosen in both lists or in neither, for all of them. */
function sameRoutes({ available, routes }: RouteChoice, other: RouteChoice): boolean {
  for (let r = 0; r < routes.count; r++) if (available[r] !== other.available[r]) return false
  return true
}

/** The same routes at the same cost. */
function alike({ available, routes }: RouteChoice, other: RouteChoice, differs: Uint8Array): boolean {
  for (let r = 0; r < routes.count; r++) {
    if (available[r] !== other.available[r] || (available[r] === 1 && differs[r] === 1)) return false
  }
  return true
}

/** Whether a lane gets ways round and changes in nothing else but in routes that close. */
function losesOnly(
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
function passLikeTheRest({ all, avoiding }: StateChoice): void {
  avoiding.available.set(all.available.subarray(0, all.routes.count))
}

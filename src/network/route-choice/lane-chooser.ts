import { type ChoiceSet, mostRoutes } from '../choice-set/choice-set.js'
import { BARRED_USES } from '../choice-set/modes-used.js'
import type { Lanes } from './lanes.js'
import type { RouteChoice } from './logit/kernels.js'
import { type NestedLogit, nestedLogit } from './logit/nested-logit.js'
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
 * @param kept choices of the same state before that are looked up, and added to; of the same room.
 */
export function laneChooser(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  territory: readonly Uint8Array[],
  before: NetworkState,
  after: NetworkState,
  room: ChooserRoom,
  kept?: KeptChoices,
) {
  const { routeStart } = choiceSet
  const { logit, old, differs, own } = room
  const next = before === after ? old : room.next
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
    const reluctance = { barred: BARRED_USES[lanes.binding[l]], usd: lanes.reluctanceUsd[l] }
    const hadWay = gatherState(choiceSet, before, flags, rule, reluctance, from, lane.count, old)
    const hasWay =
      before === after || gatherState(choiceSet, after, flags, rule, reluctance, from, lane.count, next)
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
    const known = kept?.byLane[l]
    bring(all, known?.all ?? own.old)
    bring(avoiding, known?.avoiding ?? own.oldAvoiding)
    if (known !== undefined) return
    logit.price(all)
    if (isOne) logit.choose(all)
    else logit.chooseWithPart(all, avoiding, own.oldAvoiding.terms)
    if (kept !== undefined) keep(kept, l)
  }

  function chooseNext(): void {
    const { all, avoiding } = next
    const stays = alike(old.all, all, differs)
    const avoidingStays = alike(lane.old.avoiding, avoiding, differs)
    const isOne = avoidingStays || sameRoutes(all, avoiding)
    lane.next.all = stays ? lane.old.all : all
    lane.next.avoiding = avoidingStays ? lane.old.avoiding : isOne ? lane.next.all : avoiding
    if (stays) {
      if (!isOne) logit.chooseAmongPart(avoiding, lane.old.all, own.nextAvoiding.terms)
      return
    }
    const chooseAll = () =>
      isOne ? logit.choose(all) : logit.chooseWithPart(all, avoiding, own.nextAvoiding.terms)
    logit.reprice(all, old.all, differs)
    if (chooseAll()) return
    logit.price(all)
    chooseAll()
  }

  function keep({ byLane }: KeptChoices, l: number): void {
    const { all, avoiding } = lane.old
    const ofAll = copyOf(all)
    const ofAvoiding =
      avoiding === all ? ofAll : copyOf(avoiding, avoiding.terms === all.terms ? ofAll : undefined)
    if (ofAll !== undefined && ofAvoiding !== undefined) byLane[l] = { all: ofAll, avoiding: ofAvoiding }
  }

  /** Undefined where there is no room left. @param same what has the same terms. */
  function copyOf({ terms, byNode }: RouteChoice, same?: ChosenNumbers): ChosenNumbers | undefined {
    const size = (2 + lane.count) * logit.nodes
    const into = { terms: same?.terms ?? logit.numbers(size), byNode: logit.numbers(byNode.length) }
    if (into.terms === undefined || into.byNode === undefined) return undefined
    if (same === undefined) into.terms.set(terms.subarray(0, size))
    into.byNode.set(byNode)
    return { terms: into.terms, byNode: into.byNode }
  }

  return { gather, logit }
}

/** Where choices of one lane after the other are made, for any state of a network. */
export interface ChooserRoom {
  readonly logit: NestedLogit
  readonly old: StateChoice
  readonly next: StateChoice
  /** Their own arrays, since choices come to share those of others. */
  readonly own: Readonly<Record<'old' | 'oldAvoiding' | 'nextAvoiding', ChosenNumbers>>
  readonly differs: Uint8Array
}

/** @param kept numbers of choices that are kept, see `keptChoices`. */
export function chooserRoom(parameters: RouteChoiceParameters, choiceSet: ChoiceSet, kept = 0): ChooserRoom {
  const cargo = { ...parameters, value: parameters.timeValues.value }
  const logit = nestedLogit(cargo, mostRoutes(choiceSet), {
    lists: 2,
    choices: 4,
    kept,
  })
  const state = (): StateChoice => {
    const routes = logit.routes()
    return { all: logit.choice(routes), avoiding: logit.choice(routes) }
  }
  const [old, next] = [state(), state()]
  const own = {
    old: { ...old.all },
    oldAvoiding: { ...old.avoiding },
    nextAvoiding: { ...next.avoiding },
  }
  return { logit, old, next, own, differs: logit.marks() }
}

type ChosenNumbers = Pick<RouteChoice, 'terms' | 'byNode'>

interface KeptLane {
  readonly all: ChosenNumbers
  readonly avoiding: ChosenNumbers
}

/** Choices before a change that are kept from one change to the next, by lane. */
export interface KeptChoices {
  readonly room: ChooserRoom
  readonly byLane: (KeptLane | undefined)[]
  /** What follows of them for a lane's row of `LaneChoices`. */
  readonly rows: (KeptRow | undefined)[]
}

/** Numbers that may be kept: some 110 MB, enough for the lanes that a package of all borders touches. */
const MOST_KEPT = 14_000_000

/** Nothing kept so far. */
export function keptChoices(
  parameters: RouteChoiceParameters,
  choiceSet: ChoiceSet,
  laneCount: number,
): KeptChoices {
  const room = chooserRoom(parameters, choiceSet, MOST_KEPT)
  return { room, byLane: new Array(laneCount), rows: new Array(laneCount) }
}

/** The part of a lane's choices that is of the state before. */
export interface KeptRow {
  readonly groups: number
  /** Cost by class, hours by class, then the shares of each group. */
  readonly values: Float64Array
}

function bring(choice: RouteChoice, { terms, byNode }: ChosenNumbers): void {
  choice.terms = terms
  choice.byNode = byNode
}

/** What bound cargo would ask for a mode that it does not take. */
interface Reluctance {
  /** Bits of those modes. */
  readonly barred: number
  /** USD per TEU. */
  readonly usd: number
}

/**
 * Copies a lane's routes; returns whether any of them keep out of the territory.
 *
 * @param reluctance what the cargo would ask for taking the modes that it does not.
 */
function gatherState(
  choiceSet: ChoiceSet,
  { totals, rules }: NetworkState,
  flags: Uint8Array | undefined,
  rule: number,
  { barred, usd: reluctanceUsd }: Reluctance,
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
    const isBarred = (choiceSet.modes[route] & barred) !== 0
    routes.usd[r] = totals.usd[route] + passes * premium + (isBarred ? reluctanceUsd : 0)
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

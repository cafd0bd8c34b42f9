/** Route choice on one lane after the other, in the state of the network before a change and in that after it. */
import { type ChoiceSet, mostRoutes } from '../choice-set/choice-set.js'
import { BARRED_USES } from '../choice-set/modes-used.js'
import {
  AVOIDING_MOVES,
  AVOIDING_OPENS,
  gatherNext,
  gatherOld,
  IS_APART,
  KEEPS_OUT,
  type LaneCargo,
  losesOnly,
  MOVES,
  OPENS,
  passLikeTheRest,
  type StateChoice,
  sameRoutes,
} from './lane-routes.js'
import type { Lanes } from './lanes.js'
import type { RouteChoice } from './logit/kernels.js'
import { type NestedLogit, nestedLogit } from './logit/nested-logit.js'
import type { NetworkState, RouteChoiceParameters } from './network-state.js'

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
  const { logit, old, next, ownTerms } = room
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
    const cargo = cargoOf(l)
    lane.count = cargo.count
    const known = kept?.byLane[l]
    const hadWay = known === undefined ? chooseOld(cargo) : bring(known)
    if (known === undefined && kept !== undefined) kept.byLane[l] = keep(hadWay)
    lane.splits = lane.old.avoiding !== lane.old.all
    if (before === after) lane.next = lane.old
    else chooseNext(cargo, hadWay)
    return lane
  }

  function cargoOf(l: number): LaneCargo {
    const [pair, rule] = [lanes.gatewayPair[l], lanes.rule[l]]
    const from = routeStart[pair]
    return {
      from,
      count: routeStart[pair + 1] - from,
      rule,
      flags: rule < 0 ? undefined : territory[rule],
      barred: BARRED_USES[lanes.binding[l]],
      reluctanceUsd: lanes.reluctanceUsd[l],
    }
  }

  function bring({ all, avoiding, hadWay }: KeptLane): boolean {
    lane.old.all = all
    lane.old.avoiding = avoiding
    return hadWay
  }

  /** Returns whether any open route keeps out of the territory. */
  function chooseOld(cargo: LaneCargo): boolean {
    const { all, avoiding } = old
    const hadWay = gatherOld(choiceSet, before, cargo, old)
    // Cargo that passes today goes on to choose among all, so that a new way around is a gain and never a duty.
    if (!hadWay) passLikeTheRest(old)
    const isOne = sameRoutes(all, avoiding)
    lane.old.all = all
    lane.old.avoiding = isOne ? all : avoiding
    logit.price(all)
    if (isOne) logit.choose(all)
    else logit.chooseWithPart(all, avoiding, ownTerms.old)
    return hadWay
  }

  function chooseNext(cargo: LaneCargo, hadWay: boolean): void {
    const { all, avoiding } = next
    const change = gatherNext(choiceSet, after, cargo, lane.old, next, room.differs)
    const hasWay = (change & KEEPS_OUT) !== 0
    let isApart = (change & IS_APART) !== 0
    let avoidingOpens = (change & AVOIDING_OPENS) !== 0
    let avoidingStays = (change & (AVOIDING_OPENS | AVOIDING_MOVES)) === 0
    if (!hadWay || !hasWay) {
      passLikeTheRest(next)
      isApart = false
      avoidingOpens = !sameRoutes(lane.old.avoiding, avoiding)
      avoidingStays = !avoidingOpens && (change & MOVES) === 0
    }
    const opens = (change & OPENS) !== 0
    const stays = (change & (OPENS | MOVES)) === 0
    const isOne = avoidingStays || !isApart
    lane.next.all = stays ? lane.old.all : all
    lane.next.avoiding = avoidingStays ? lane.old.avoiding : isOne ? lane.next.all : avoiding
    lane.sameWays = !opens && !avoidingOpens
    lane.lastWayCloses = hadWay && !hasWay
    lane.onlyLoses = !lane.sameWays && losesOnly(choiceSet, cargo.from, lane.old.all, all)
    lane.splits = lane.splits || isApart || lane.lastWayCloses
    if (!stays) rechoose(isOne)
    else if (!isOne) logit.chooseAmongPart(avoiding, lane.old.all, ownTerms.next)
  }

  function rechoose(isOne: boolean): void {
    const { all, avoiding } = next
    const chooseAll = () => (isOne ? logit.choose(all) : logit.chooseWithPart(all, avoiding, ownTerms.next))
    logit.reprice(all, lane.old.all, room.differs)
    if (chooseAll()) return
    logit.price(all)
    chooseAll()
  }

  /** A copy of the choice before, undefined where no room is left. */
  function keep(hadWay: boolean): KeptLane | undefined {
    const routes = logit.keepRoutes(lane.old.all.routes)
    const all = routes && logit.keepChoice(lane.old.all, routes)
    if (all === undefined) return undefined
    if (lane.old.avoiding === lane.old.all) return { all, avoiding: all, hadWay }
    const hasSameTerms = lane.old.avoiding.terms === lane.old.all.terms
    const avoiding = logit.keepChoice(lane.old.avoiding, all.routes, hasSameTerms ? all : undefined)
    return avoiding && { all, avoiding, hadWay }
  }

  return { gather, logit }
}

/** Where choices of one lane after the other are made, for any state of a network. */
export interface ChooserRoom {
  readonly logit: NestedLogit
  readonly old: StateChoice
  readonly next: StateChoice
  /** Terms of the choices that avoid, which come to share those of all. */
  readonly ownTerms: { readonly old: Float64Array; readonly next: Float64Array }
  readonly differs: Uint8Array
}

/** @param kept numbers of choices that are kept, see `keptChoices`. */
export function chooserRoom(parameters: RouteChoiceParameters, choiceSet: ChoiceSet, kept = 0): ChooserRoom {
  const cargo = { ...parameters, value: parameters.timeValues.value }
  const logit = nestedLogit(cargo, mostRoutes(choiceSet), { lists: 2, choices: 4, kept })
  const state = (): StateChoice => {
    const routes = logit.routes()
    return { all: logit.choice(routes), avoiding: logit.choice(routes) }
  }
  const [old, next] = [state(), state()]
  const ownTerms = { old: old.avoiding.terms, next: next.avoiding.terms }
  return { logit, old, next, ownTerms, differs: logit.marks() }
}

/** Choice on a lane before a change. */
interface KeptLane {
  readonly all: RouteChoice
  readonly avoiding: RouteChoice
  /** Whether any open route keeps out of the territory. */
  readonly hadWay: boolean
}

/** Choices before a change that are kept from one change to the next, by lane. */
export interface KeptChoices {
  readonly room: ChooserRoom
  readonly byLane: (KeptLane | undefined)[]
  /** What follows of them for a lane's row of `LaneChoices`. */
  readonly rows: (KeptRow | undefined)[]
}

/** Numbers that may be kept: some 130 MB, enough for the lanes that a package of all borders touches. */
const MOST_KEPT = 16_000_000

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

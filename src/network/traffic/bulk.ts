/**
 * Bulk that goes by sea: what a closed (or opened) strait, port or lane does to it. Never put on trains or lorries.
 *
 * A pair's bulk goes by sea where its cheapest open route at a low value of time is a sea route; other bulk has its
 * own chain (pipeline, bulk train), which the measures of a corridor do not touch. When its way closes it goes by another
 * way by sea, as long as no lorry carries it farther than before and no train much farther: a tanker's load does not cross
 * a desert to the next coast. Where there is none it leaves by the pair's other gateways; what comes by pipeline to a port has no
 * other, and is cut off.
 */
import type { Link } from '../../dataset/dataset.js'
import { sameValues } from '../../numeric/same-values.js'
import { type ChoiceSet, mostRoutes } from '../choice-set/choice-set.js'
import { BULK_TIME_VALUE } from '../choice-set/seeds.js'
import type { ElementCosts, ElementIndex } from '../elements/elements.js'
import { bulkTotals, type RouteTotals } from '../route-choice/route-totals.js'
import { type BulkLanes, BY_GATEWAY, FROM_OUTLET } from './bulk-lanes.js'

/** The network as bulk meets it, before and after. */
export interface BulkSituation {
  readonly choiceSet: ChoiceSet
  readonly lanes: BulkLanes
  readonly links: readonly Link[]
  readonly index: ElementIndex
  /** Costs of elements in the baseline; also those after, so that only opening and closing acts on bulk. */
  readonly costs: ElementCosts
  /** Their sums over the routes. */
  readonly before: RouteTotals
  /** State of every route after the measures. */
  readonly openAfter: Uint8Array
  /** Ids of places that the measures close: an outlet among them loads nothing. */
  readonly closedPlaces: ReadonlySet<string>
  /** Economies of the axis; matrices are n × n. */
  readonly economies: number
}

/** What becomes of bulk, n × n. */
export interface BulkChange {
  /** Ratio of (value + sea freight) after and before, of what is left; 1 where nothing changes, Infinity where nothing is left. */
  readonly hat: Float64Array
  /** Part that is cut off while the rest goes on, 0–1. */
  readonly lost: Float64Array
}

/** What measures make of bulk. */
export interface FoundBulk extends BulkChange {
  /** n × n: part of the pair's bulk that an outlet cuts off; what else is cut off leaves by gateways. */
  readonly cutOffOutlets: Float64Array
}

/** The same with the parts that have chains of their own at either end of their ranges. */
export interface BulkAtEnds {
  readonly low: BulkChange
  readonly high: BulkChange
}

/**
 * What becomes of bulk between what is stated and an end: linear in what goes on and in what that pays.
 *
 * @param position −1 to 1 in the ranges.
 * @param to       written.
 */
export function bulkBetween(
  stated: BulkChange,
  ends: BulkAtEnds,
  position: number,
  to: BulkChange,
): BulkChange {
  const end = position < 0 ? ends.low : ends.high
  const part = Math.abs(position)
  for (let pair = 0; pair < to.hat.length; pair++) {
    const [a, b] = [stated.hat[pair], end.hat[pair]]
    const [goesOn, atEnd] = [goingOn(a, stated.lost[pair]), goingOn(b, end.lost[pair])]
    const left = goesOn + part * (atEnd - goesOn)
    const isNothing = left < NOTHING
    to.lost[pair] = isNothing || left === 1 ? 0 : 1 - left
    to.hat[pair] = isNothing
      ? Number.POSITIVE_INFINITY
      : goesOn === 0
        ? b
        : atEnd === 0
          ? a
          : a + part * (b - a)
  }
  return to
}

function goingOn(hat: number, lost: number): number {
  return hat === Number.POSITIVE_INFINITY ? 0 : 1 - lost
}

/** Sums over the lanes of one pair's bulk, of those by gateways and those from outlets; parts of all the pair's bulk. */
export interface BulkSums {
  /** Parts that go by gateways and from outlets at all. */
  byGateways: number
  byOutlets: number
  /** For which no way is left. */
  cutOff: number
  cutOffOutlets: number
  /** Cut off at an outlet, for which the gateways stand in. */
  turned: number
  /** Change of (value + sea freight) over its old value, times the part for which a way is left. */
  change: number
  changeOutlets: number
}

/** Parts that are told: below, nothing is left. */
const NOTHING = 1e-9

/**
 * What follows of the sums for a pair: gateways that are cut off leave theirs to the others, and so do those of the buyer to what comes
 * from an outlet. An outlet that itself is cut off leaves nothing to the seller's gateways, unless they stand in (what turns to them
 * counts as paying what it did), and all gateways together leave nothing to pipelines.
 */
export function bulkLeft(sums: BulkSums): BulkLeft {
  const { byGateways, byOutlets, cutOff, change } = sums
  const stays = byGateways - cutOff
  const isCut = cutOff > 0 && stays < NOTHING
  const staysAtOutlets = byOutlets - sums.cutOffOutlets - sums.turned
  const outletsGoOn = staysAtOutlets >= NOTHING
  const cutOffOutlets = outletsGoOn ? 0 : sums.cutOffOutlets + (stays < NOTHING ? sums.turned : 0)
  const lost = cutOffOutlets + (isCut ? byGateways : 0)
  const left = 1 - lost
  if (left < NOTHING) return { hat: Number.POSITIVE_INFINITY, lost: 0, cutOffOutlets }
  const moved = isCut || change === 0 ? 0 : (change * byGateways) / stays
  const movedOutlets = outletsGoOn ? (sums.changeOutlets * byOutlets) / staysAtOutlets : 0
  return { hat: 1 + (moved + movedOutlets) / left, lost, cutOffOutlets }
}

/** What becomes of the bulk of a pair: see `FoundBulk`. */
export interface BulkLeft {
  readonly hat: number
  readonly lost: number
  readonly cutOffOutlets: number
}

/** Money and hours of every route as bulk pays. */
function totalsOf({ choiceSet, links, index, costs, before }: BulkSituation): RouteTotals {
  return bulkTotals(choiceSet, links, index, costs, before)
}

/** A lorry may carry bulk this much farther to another port, km, and all land modes together this many times as far. */
const MORE_KM = 100
const TIMES_AS_FAR = 1.5

/** What was found last on a choice set. */
interface KnownBulk extends Omit<BulkSituation, 'choiceSet' | 'economies'> {
  readonly value: number
  readonly change: FoundBulk
}

const lastFound = new WeakMap<ChoiceSet, KnownBulk>()

/**
 * What the measures make of the bulk of every pair; the same record as in the last call where the same is open.
 *
 * @param value USD per TEU-equivalent of bulk.
 */
export function bulkBySea(situation: BulkSituation, value: number): FoundBulk {
  const known = lastFound.get(situation.choiceSet)
  if (known !== undefined && known.value === value && isSame(known, situation)) return known.change
  const change = findBulk(situation, value)
  // What is open is written anew by a slider.
  const openAfter = situation.openAfter.slice()
  lastFound.set(situation.choiceSet, { ...situation, openAfter, value, change })
  return change
}

function isSame(known: KnownBulk, { lanes, links, before, openAfter, closedPlaces }: BulkSituation): boolean {
  return (
    known.lanes === lanes &&
    known.links === links &&
    known.before === before &&
    known.closedPlaces.size === closedPlaces.size &&
    [...closedPlaces].every(place => known.closedPlaces.has(place)) &&
    sameValues(known.openAfter, openAfter)
  )
}

function findBulk(situation: BulkSituation, value: number): FoundBulk {
  const { lanes, economies, before, openAfter, closedPlaces } = situation
  const hat = new Float64Array(economies * economies).fill(1)
  const lost = new Float64Array(economies * economies)
  const cutOffOutlets = new Float64Array(economies * economies)
  if (sameValues(before.open, openAfter) && closedPlaces.size === 0) return { hat, lost, cutOffOutlets }
  const move = bulkMover(situation)
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    const sums = {
      byGateways: 0,
      byOutlets: 0,
      cutOff: 0,
      cutOffOutlets: 0,
      turned: 0,
      change: 0,
      changeOutlets: 0,
    }
    for (; l < lanes.count && lanes.countryPair[l] === pair; l++) addLane(sums, situation, move(l), l, value)
    const left = bulkLeft(sums)
    hat[pair] = left.hat
    lost[pair] = left.lost
    cutOffOutlets[pair] = left.cutOffOutlets
  }
  return { hat, lost, cutOffOutlets }
}

function addLane(
  sums: BulkSums,
  { lanes }: BulkSituation,
  moved: MovedBulk | undefined,
  l: number,
  value: number,
): void {
  const part = lanes.weight[l]
  const origin = lanes.origin[l]
  const fromOutlet = origin !== BY_GATEWAY
  if (fromOutlet) sums.byOutlets += part
  else sums.byGateways += part
  if (moved === undefined) return
  if (moved.after === Number.POSITIVE_INFINITY) {
    if (!fromOutlet) sums.cutOff += part
    else if (origin === FROM_OUTLET) sums.cutOffOutlets += part
    else sums.turned += part
    return
  }
  const change = part * ((value + moved.after) / (value + moved.before) - 1)
  if (fromOutlet) sums.changeOutlets += change
  else sums.change += change
}

/** Parts of each pair's bulk that go by sea today, n × n each. */
export interface SailingBulk {
  readonly byGateways: Float64Array
  readonly byOutlets: Float64Array
}

const lastSailing = new WeakMap<BulkLanes, { readonly before: RouteTotals; readonly sailing: SailingBulk }>()

/** What of bulk goes by sea today, by how it leaves; the same record as in the last call on the same network. */
export function sailingBulk(situation: BulkSituation): SailingBulk {
  const { lanes, before } = situation
  const known = lastSailing.get(lanes)
  if (known?.before === before) return known.sailing
  const sailing = findSailing(situation)
  lastSailing.set(lanes, { before, sailing })
  return sailing
}

function findSailing(situation: BulkSituation): SailingBulk {
  const { choiceSet, lanes, before, economies } = situation
  const { routeStart, maritime } = choiceSet
  const byGateways = new Float64Array(economies * economies)
  const byOutlets = new Float64Array(economies * economies)
  const { usd, hours } = totalsOf(situation)
  const cost = (route: number): number => usd[route] + (BULK_TIME_VALUE / 24) * hours[route]
  for (let l = 0; l < lanes.count; l++) {
    const fromOutlet = lanes.origin[l] !== BY_GATEWAY
    const pair = lanes.gatewayPair[l]
    const sea = wayBySea([routeStart[pair], routeStart[pair + 1]], before.open, maritime, cost, fromOutlet)
    if (sea >= 0) (fromOutlet ? byOutlets : byGateways)[lanes.countryPair[l]] += lanes.weight[l]
  }
  return { byGateways, byOutlets }
}

/** Part of each pair's bulk that goes by sea today on a way that closes, n × n. */
export function bulkOnClosedWays(situation: BulkSituation): Float64Array {
  const { lanes, economies } = situation
  const move = bulkMover(situation)
  const part = new Float64Array(economies * economies)
  for (let l = 0; l < lanes.count; l++) if (move(l)?.closes) part[lanes.countryPair[l]] += lanes.weight[l]
  return part
}

interface MovedBulk {
  /** Cost of the way by sea, USD per TEU; Infinity where none is left. */
  readonly before: number
  readonly after: number
  /** Whether the way of today closes. */
  readonly closes: boolean
}

/**
 * The cheapest open route by sea among those of a pair; −1 where there is none, or one by land is cheaper: such bulk does not go by sea.
 * What comes to an outlet sails, whatever a train from there would cost.
 *
 * @param routes first, and the one after the last.
 */
export function wayBySea(
  [from, to]: readonly [number, number],
  open: Uint8Array,
  maritime: Uint8Array,
  cost: (route: number) => number,
  fromOutlet: boolean,
): number {
  let [land, sea] = [Number.POSITIVE_INFINITY, -1]
  for (let r = from; r < to; r++) {
    if (open[r] === 0) continue
    if (maritime[r] === 0) land = Math.min(land, cost(r))
    else if (sea < 0 || cost(r) < cost(sea)) sea = r
  }
  return sea < 0 || (cost(sea) > land && !fromOutlet) ? -1 : sea
}

/** An outlet that closes. */
const LOADS_NOTHING: MovedBulk = { before: 0, after: Number.POSITIVE_INFINITY, closes: true }

/** Returns what happens to the bulk of a lane; undefined where it does not go by sea or nothing changes. */
function bulkMover(situation: BulkSituation) {
  const { choiceSet, lanes, links, before, openAfter, closedPlaces } = situation
  const { usd, hours } = totalsOf(situation)
  const { routeStart, maritime, gateways, pairOrigin } = choiceSet
  const mayReplace = bulkWays(choiceSet, links)
  const costs = new Float64Array(mostRoutes(choiceSet))

  return (lane: number): MovedBulk | undefined => {
    const gateway = lanes.gatewayPair[lane]
    const [from, to] = [routeStart[gateway], routeStart[gateway + 1]]
    const fromOutlet = lanes.origin[lane] !== BY_GATEWAY
    if (fromOutlet && closedPlaces.has(gateways[pairOrigin[gateway]])) return LOADS_NOTHING
    let first = from
    while (first < to && before.open[first] === openAfter[first]) first++
    if (first === to) return undefined
    for (let r = from; r < to; r++) costs[r - from] = usd[r] + (BULK_TIME_VALUE / 24) * hours[r]
    const cost = (route: number): number => costs[route - from]
    const today = wayBySea([from, to], before.open, maritime, cost, fromOutlet)
    if (today < 0) return undefined
    let after = Number.POSITIVE_INFINITY
    for (let r = from; r < to; r++) {
      if (openAfter[r] === 1 && maritime[r] === 1 && cost(r) < after && mayReplace(today, r)) after = cost(r)
    }
    return { before: cost(today), after, closes: openAfter[today] === 0 }
  }
}

/** How far bulk is carried by lorry, and by lorry and train together. */
export interface LandKm {
  readonly road: number
  readonly land: number
}

/** Returns whether bulk may take another route by sea in place of today's. */
export function bulkWays(
  choiceSet: ChoiceSet,
  links: readonly Link[],
): (today: number, other: number) => boolean {
  const kmOf = landKmOfRoutes(choiceSet, links)
  return (today, other) => mayCarryBulk(kmOf(today), kmOf(other))
}

/** Returns what tells the km of a route. */
export function landKmOfRoutes(
  { elementStart, elements }: ChoiceSet,
  links: readonly Link[],
): (route: number) => LandKm {
  const byRoad = Float64Array.from(links, ({ mode, lengthKm }) => (mode === 'road' ? lengthKm : 0))
  const byRail = Float64Array.from(links, ({ mode, lengthKm }) => (mode === 'rail' ? lengthKm : 0))
  return route => {
    let [road, rail] = [0, 0]
    for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
      if (elements[e] >= byRoad.length) continue
      road += byRoad[elements[e]]
      rail += byRail[elements[e]]
    }
    return { road, land: road + rail }
  }
}

/** Whether a way by sea may stand in for another. */
export function mayCarryBulk(today: LandKm, other: LandKm): boolean {
  return other.road <= today.road + MORE_KM && other.land <= TIMES_AS_FAR * today.land + MORE_KM
}

/**
 * Bulk that goes by sea: what a closed (or opened) strait, port or lane does to it. Never put on trains or lorries.
 *
 * A pair's bulk goes by sea where its cheapest open route at a low value of time is a sea route; other bulk has its
 * own chain (pipeline, bulk train), which the measures of a corridor do not touch. When its way closes it goes by another
 * way by sea, as long as no lorry carries it farther than before and no train much farther: a tanker's load does not cross
 * a desert to the next coast. Where there is none it is cut off.
 */
import type { Link } from '../../dataset/dataset.js'
import { sameValues } from '../../numeric/same-values.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import { BULK_TIME_VALUE } from '../choice-set/seeds.js'
import type { Lanes } from '../route-choice/lanes.js'
import type { RouteTotals } from '../route-choice/route-totals.js'

/** The network as bulk meets it, before and after. */
export interface BulkSituation {
  readonly choiceSet: ChoiceSet
  readonly lanes: Lanes
  readonly links: readonly Link[]
  /** Totals in the baseline; also the costs after, so that only opening and closing acts on bulk. */
  readonly before: RouteTotals
  /** State of every route after the measures. */
  readonly openAfter: Uint8Array
  /** Economies of the axis; matrices are n × n. */
  readonly economies: number
}

/** A lorry may carry bulk this much farther to another port, km, and all land modes together this many times as far. */
const MORE_KM = 100
const TIMES_AS_FAR = 1.5

/**
 * Ratio of (value + sea freight) after and before, n × n; 1 where nothing opened or closed on the way, Infinity where
 * no way by sea is left.
 *
 * @param value USD per TEU-equivalent of bulk.
 */
export function bulkBySeaHat(situation: BulkSituation, value: number): Float64Array {
  const { lanes, economies, before, openAfter } = situation
  const hat = new Float64Array(economies * economies).fill(1)
  if (sameValues(before.open, openAfter)) return hat
  const move = bulkMover(situation)
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    let change = 0
    let cutOff = 0
    for (; l < lanes.count && lanes.countryPair[l] === pair; l++) {
      const part = lanes.bulkWeight[l]
      const moved = part === 0 ? undefined : move(lanes.gatewayPair[l])
      if (moved === undefined) continue
      if (moved.after === Number.POSITIVE_INFINITY) cutOff += part
      else change += part * ((value + moved.after) / (value + moved.before) - 1)
    }
    const left = 1 - cutOff
    hat[pair] = left < 1e-9 ? Number.POSITIVE_INFINITY : 1 + change / left
  }
  return hat
}

/** Part of each pair's bulk that goes by sea today on a way that closes, n × n. */
export function bulkOnClosedWays(situation: BulkSituation): Float64Array {
  const { lanes, economies } = situation
  const move = bulkMover(situation)
  const part = new Float64Array(economies * economies)
  for (let l = 0; l < lanes.count; l++) {
    const weight = lanes.bulkWeight[l]
    if (weight > 0 && move(lanes.gatewayPair[l])?.closes) part[lanes.countryPair[l]] += weight
  }
  return part
}

interface MovedBulk {
  /** Cost of the way by sea, USD per TEU; Infinity where none is left. */
  readonly before: number
  readonly after: number
  /** Whether the way of today closes. */
  readonly closes: boolean
}

/** Returns what happens to the bulk of a gateway pair; undefined where it does not go by sea or nothing changes. */
function bulkMover({ choiceSet, links, before, openAfter }: BulkSituation) {
  const { routeStart, maritime } = choiceSet
  const mayReplace = bulkWays(choiceSet, links)
  const cost = (route: number): number => before.usd[route] + (BULK_TIME_VALUE / 24) * before.hours[route]

  return (gateway: number): MovedBulk | undefined => {
    const [from, to] = [routeStart[gateway], routeStart[gateway + 1]]
    let first = from
    while (first < to && before.open[first] === openAfter[first]) first++
    if (first === to) return undefined
    let least = Number.POSITIVE_INFINITY
    let today = -1
    for (let r = from; r < to; r++) {
      if (before.open[r] === 0) continue
      least = Math.min(least, cost(r))
      if (maritime[r] === 1 && (today < 0 || cost(r) < cost(today))) today = r
    }
    if (today < 0 || cost(today) > least) return undefined
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

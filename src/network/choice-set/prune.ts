/**
 * Leaves out routes that no cargo would take in any situation that a measure can bring about.
 *
 * Each pair is tried with the network as it is and with far shorter waits, with and without each territory, with and
 * without sea routes and with each strait closed, at values of time from bulk to air-like hurry, and with each strait closed at what bulk pays. The few cheapest of
 * each situation stay, and so do routes that are closed today (projects) and routes that alone use a lever.
 */

import type { ElementCosts, ElementIndex } from '../elements/elements.js'
import { type ChoiceSet, mostRoutes } from './choice-set.js'
import { BULK_TIME_VALUE } from './seeds.js'

const TIME_VALUES = [BULK_TIME_VALUE, 12, 40, 120, 400, 1500]
/** Routes kept at each value of time, and how much dearer than the best they may be, USD per TEU. */
const LAND_ROUTES = 4
const LAND_BAND = 1400
const SEA_ROUTES = 2
const SEA_BAND = 250
/** What is left of waits and charges at crossings and terminals in the situation of far shorter waits. */
const SHORT_WAITS = 0.3

/** Routes of one pair in one situation; the first `count` entries count. */
interface Situation {
  count: number
  readonly hours: Float64Array
  readonly usd: Float64Array
  readonly available: Uint8Array
  readonly maritime: Uint8Array
  readonly cost: Float64Array
}

/** What a route passes that a situation can take away. */
export interface PassedBarriers {
  /** One row of flags for each territory, each binding to a mode, and any border by land, by route. */
  readonly territories: readonly Uint8Array[]
  readonly straits: readonly Uint8Array[]
}

/** What passing each element takes. */
export interface CostsOfCargo {
  readonly ofBoxes: ElementCosts
  readonly ofBulk: ElementCosts
}

/**
 * @param protectedRoute 1 for routes that stay in any case.
 * @returns 1 for each route that is kept.
 */
export function keptRoutes(
  choiceSet: ChoiceSet,
  index: ElementIndex,
  { ofBoxes, ofBulk }: CostsOfCargo,
  barriers: PassedBarriers,
  protectedRoute: Uint8Array,
): Uint8Array {
  const { routeStart, maritime } = choiceSet
  const kept = protectedRoute.slice()
  const count = maritime.length
  const today = sums(choiceSet, index, ofBoxes, 1)
  const eased = sums(choiceSet, index, ofBoxes, SHORT_WAITS)
  const bulk = sums(choiceSet, index, ofBulk, 1)
  for (let r = 0; r < count; r++) if (today.open[r] === 0) kept[r] = 1
  const capacity = mostRoutes(choiceSet)
  const room: Situation = {
    count: 0,
    hours: new Float64Array(capacity),
    usd: new Float64Array(capacity),
    available: new Uint8Array(capacity),
    maritime: new Uint8Array(capacity),
    cost: new Float64Array(capacity),
  }
  const none = new Uint8Array(count)
  for (let p = 0; p + 1 < routeStart.length; p++) {
    const from = routeStart[p]
    const to = routeStart[p + 1]
    const situations: (readonly [typeof today, Uint8Array, Uint8Array])[] = []
    for (const state of [today, eased]) {
      for (const territory of [none, ...barriers.territories])
        situations.push([state, territory, none], [state, territory, maritime])
    }
    for (const strait of barriers.straits) situations.push([today, strait, none])
    for (const strait of [none, ...barriers.straits]) situations.push([bulk, strait, none])
    for (const [state, without, withoutToo] of situations) {
      if (without !== none && !some(without, from, to)) continue
      room.count = to - from
      for (let r = from; r < to; r++) {
        room.hours[r - from] = state.hours[r]
        room.usd[r - from] = state.usd[r]
        room.available[r - from] = state.open[r] & (1 - without[r]) & (1 - withoutToo[r])
        room.maritime[r - from] = maritime[r]
      }
      keepCheapest(room, state === bulk ? [BULK_TIME_VALUE] : TIME_VALUES, kept, from)
    }
  }
  return kept
}

/** Marks the cheapest sea and land routes of one situation at every value of time. */
function keepCheapest(room: Situation, timeValues: readonly number[], kept: Uint8Array, from: number): void {
  for (const timeValue of timeValues) {
    for (let r = 0; r < room.count; r++) room.cost[r] = room.usd[r] + (timeValue / 24) * room.hours[r]
    keepBest(room, 1, SEA_ROUTES, SEA_BAND, kept, from)
    keepBest(room, 0, LAND_ROUTES, LAND_BAND, kept, from)
  }
}

function keepBest(
  room: Situation,
  maritime: 0 | 1,
  most: number,
  band: number,
  kept: Uint8Array,
  from: number,
): void {
  let least = Number.POSITIVE_INFINITY
  let floor = Number.NEGATIVE_INFINITY
  let last = -1
  for (let found = 0; found < most; found++) {
    let best = -1
    for (let r = 0; r < room.count; r++) {
      if (room.available[r] === 0 || room.maritime[r] !== maritime) continue
      // In order of cost, then of place in the list.
      if (room.cost[r] < floor || (room.cost[r] === floor && r <= last)) continue
      if (best < 0 || room.cost[r] < room.cost[best]) best = r
    }
    if (best < 0) return
    if (found === 0) least = room.cost[best]
    if (room.cost[best] > least + band) return
    kept[from + best] = 1
    floor = room.cost[best]
    last = best
  }
}

function some(flags: Uint8Array, from: number, to: number): boolean {
  for (let r = from; r < to; r++) if (flags[r] === 1) return true
  return false
}

/** Hours, USD and state of every route, with a factor on what is not a link. */
function sums(
  { elementStart, elements }: ChoiceSet,
  index: ElementIndex,
  costs: ElementCosts,
  factor: number,
) {
  const count = elementStart.length - 1
  const totals = { hours: new Float64Array(count), usd: new Float64Array(count), open: new Uint8Array(count) }
  for (let r = 0; r < count; r++) {
    let open = 1
    for (let at = elementStart[r]; at < elementStart[r + 1]; at++) {
      const element = elements[at]
      const weight = element < index.linkCount ? 1 : factor
      totals.hours[r] += weight * costs.hours[element]
      totals.usd[r] += weight * costs.usd[element]
      open &= costs.open[element]
    }
    totals.open[r] = open
  }
  return totals
}

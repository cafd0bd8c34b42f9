/**
 * From an element to the routes that pass it and the lanes that have them: made once where many changes of one baseline
 * are looked at, so that each costs what it touches.
 */
import type { ChoiceSet } from './choice-set.js'
import type { ElementCosts } from './elements.js'
import type { Lanes } from './lanes.js'
import { type RouteTotals, sumRoute } from './route-totals.js'

/** Plain arrays; four bytes for every element of every route. */
export interface RouteIndex {
  /** Routes that pass element e: route[start[e] … start[e + 1] − 1], ascending. */
  readonly start: Uint32Array
  readonly route: Uint32Array
  /** Pair of the choice set of each route. */
  readonly pair: Uint32Array
  /** Lanes of pair p: lane[laneStart[p] … laneStart[p + 1] − 1], ascending. */
  readonly laneStart: Uint32Array
  readonly lane: Int32Array
}

/** O(elements of the choice set). */
export function indexRoutes(
  { routeStart, elementStart, elements }: ChoiceSet,
  lanes: Lanes,
  elementCount: number,
): RouteIndex {
  const pairCount = routeStart.length - 1
  const start = startsOf(elements, elementCount)
  const next = start.slice()
  const route = new Uint32Array(elements.length)
  const pair = new Uint32Array(elementStart.length - 1)
  for (let p = 0; p < pairCount; p++) {
    for (let r = routeStart[p]; r < routeStart[p + 1]; r++) {
      pair[r] = p
      for (let at = elementStart[r]; at < elementStart[r + 1]; at++) route[next[elements[at]]++] = r
    }
  }
  const laneStart = startsOf(lanes.gatewayPair, pairCount)
  const nextLane = laneStart.slice()
  const lane = new Int32Array(lanes.count)
  for (let l = 0; l < lanes.count; l++) lane[nextLane[lanes.gatewayPair[l]]++] = l
  return { start, route, pair, laneStart, lane }
}

/** Where the entries of each key begin when they are sorted by key. */
function startsOf(keys: ArrayLike<number>, keyCount: number): Uint32Array {
  const start = new Uint32Array(keyCount + 1)
  for (let k = 0; k < keys.length; k++) start[keys[k] + 1]++
  for (let key = 0; key < keyCount; key++) start[key + 1] += start[key]
  return start
}

/** Routes and lanes that a change of elements reaches. */
export interface ReachedRoutes {
  readonly totals: RouteTotals
  /** 1 where a changed element lies on a route that is open before or after. */
  readonly changedRoute: Uint8Array
  /** Lanes of the pairs of all routes on which a changed element lies, ascending. */
  readonly lanes: Int32Array
}

/**
 * Returns a function that finds what a change reaches, the same as `changedRouteTotals` bit for bit.
 *
 * It writes into the same arrays at every call, after it has undone the last: an answer holds until the next. Where an
 * element only closes, its routes keep their sums and need not be added up again.
 */
export function routeChanger(
  choiceSet: ChoiceSet,
  old: ElementCosts,
  before: RouteTotals,
  lanes: Lanes,
  index: RouteIndex,
) {
  const { elements, elementStart } = choiceSet
  const heldBack = heldBackRoutes(choiceSet, old, before)
  const totals = { hours: before.hours.slice(), usd: before.usd.slice(), open: before.open.slice() }
  const changedRoute = new Uint8Array(before.open.length)
  const reached = new Uint8Array(before.open.length)
  const reachedLane = new Uint8Array(lanes.count)
  const list = new Uint32Array(before.open.length)
  let count = 0

  function undo(): void {
    for (let k = 0; k < count; k++) {
      const route = list[k]
      totals.hours[route] = before.hours[route]
      totals.usd[route] = before.usd[route]
      totals.open[route] = before.open[route]
      changedRoute[route] = 0
      reached[route] = 0
    }
    count = 0
    reachedLane.fill(0)
  }

  /** Without costs the route closes. */
  function reach(route: number, costs: ElementCosts | undefined): void {
    if (reached[route] === 1) return
    reached[route] = 1
    list[count++] = route
    if (costs === undefined) totals.open[route] = 0
    else sumRoute(elements, elementStart, costs, route, totals)
    changedRoute[route] = before.open[route] | totals.open[route]
    const pair = index.pair[route]
    for (let k = index.laneStart[pair]; k < index.laneStart[pair + 1]; k++) reachedLane[index.lane[k]] = 1
  }

  function reachAll(element: number, costs: ElementCosts | undefined): void {
    const end = index.start[element + 1]
    for (let at = index.start[element]; at < end; at++) reach(index.route[at], costs)
  }

  return (costs: ElementCosts, changedElement: Uint8Array): ReachedRoutes => {
    undo()
    for (const route of heldBack) reach(route, costs)
    const closing: number[] = []
    for (let element = 0; element < changedElement.length; element++) {
      if (changedElement[element] === 0) continue
      const sameCosts = old.hours[element] === costs.hours[element] && old.usd[element] === costs.usd[element]
      if (sameCosts && costs.open[element] === 0) closing.push(element)
      else reachAll(element, costs)
    }
    for (const element of closing) reachAll(element, undefined)
    return { totals, changedRoute, lanes: positions(reachedLane) }
  }
}

/** Routes that are closed in the baseline although everything on them is open: any change may bring them into use. */
function heldBackRoutes(
  { elements, elementStart }: ChoiceSet,
  { open }: ElementCosts,
  before: RouteTotals,
): number[] {
  const found: number[] = []
  for (let route = 0; route < before.open.length; route++) {
    if (before.open[route] === 1) continue
    let at = elementStart[route]
    while (at < elementStart[route + 1] && open[elements[at]] === 1) at++
    if (at === elementStart[route + 1]) found.push(route)
  }
  return found
}

function positions(flags: Uint8Array): Int32Array {
  const found: number[] = []
  for (let at = 0; at < flags.length; at++) if (flags[at] === 1) found.push(at)
  return Int32Array.from(found)
}

/**
 * From an element to the routes that pass it and the lanes that have them: made once where many changes of one baseline
 * are looked at, so that each costs what it touches.
 */
import { startsByKey } from '../../numeric/counting-sort.js'
import { sameValues } from '../../numeric/same-values.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { ElementCosts } from '../elements/elements.js'
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
  const start = startsByKey(elements, elementCount)
  const next = start.slice()
  const route = new Uint32Array(elements.length)
  const pair = new Uint32Array(elementStart.length - 1)
  for (let p = 0; p < pairCount; p++) {
    for (let r = routeStart[p]; r < routeStart[p + 1]; r++) {
      pair[r] = p
      for (let at = elementStart[r]; at < elementStart[r + 1]; at++) route[next[elements[at]]++] = r
    }
  }
  const laneStart = startsByKey(lanes.gatewayPair, pairCount)
  const nextLane = laneStart.slice()
  const lane = new Int32Array(lanes.count)
  for (let l = 0; l < lanes.count; l++) lane[nextLane[lanes.gatewayPair[l]]++] = l
  return { start, route, pair, laneStart, lane }
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
 * It writes into the same arrays at every call: an answer holds until the next. Where a call changes the same elements as
 * the one before, routes gain what these cost more than then (sums are exact, see `onGrid`), else all that are reached are
 * added up. Where an element only closes, its routes keep their sums.
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
  /** The elements of the last call, each with how it changed, and their costs. */
  let last: { readonly changes: Uint8Array; readonly costs: ElementCosts } | undefined
  let answer: ReachedRoutes | undefined

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
    if (costs === undefined) {
      totals.open[route] = 0
      changedRoute[route] = before.open[route]
    } else addUp(route, costs)
    const pair = index.pair[route]
    for (let k = index.laneStart[pair]; k < index.laneStart[pair + 1]; k++) reachedLane[index.lane[k]] = 1
  }

  function addUp(route: number, costs: ElementCosts): void {
    sumRoute(elements, elementStart, costs, route, totals)
    changedRoute[route] = before.open[route] | totals.open[route]
  }

  function reachAll(element: number, costs: ElementCosts | undefined): void {
    const end = index.start[element + 1]
    for (let at = index.start[element]; at < end; at++) reach(index.route[at], costs)
  }

  function reachAnew(costs: ElementCosts, changes: Uint8Array): ReachedRoutes {
    undo()
    for (const route of heldBack) reach(route, costs)
    for (let element = 0; element < changes.length; element++)
      if (changes[element] === CHANGES) reachAll(element, costs)
    for (let element = 0; element < changes.length; element++)
      if (changes[element] === CLOSES) reachAll(element, undefined)
    return { totals, changedRoute, lanes: positions(reachedLane) }
  }

  /** From the last call to this one, which reaches the same routes. */
  function goOn(costs: ElementCosts, from: ElementCosts): void {
    for (let element = 0; element < costs.open.length; element++) {
      const hours = costs.hours[element] - from.hours[element]
      const usd = costs.usd[element] - from.usd[element]
      if (hours === 0 && usd === 0) continue
      const end = index.start[element + 1]
      for (let at = index.start[element]; at < end; at++) {
        const route = index.route[at]
        if (reached[route] === 0) continue
        totals.hours[route] += hours
        totals.usd[route] += usd
      }
    }
  }

  return (costs: ElementCosts, changedElement: Uint8Array): ReachedRoutes => {
    const changes = changedElement.map((changed, element) => {
      if (changed === 0) return 0
      const sameCosts = old.hours[element] === costs.hours[element] && old.usd[element] === costs.usd[element]
      return sameCosts && costs.open[element] === 0 ? CLOSES : CHANGES
    })
    const goesOn =
      last !== undefined && sameValues(last.changes, changes) && sameValues(last.costs.open, costs.open)
    if (answer !== undefined && last !== undefined && goesOn) goOn(costs, last.costs)
    else answer = reachAnew(costs, changes)
    last = { changes, costs }
    return answer
  }
}

/** How an element changes: in what it costs, or whether it can be used; or it closes and no more. */
const CHANGES = 1
const CLOSES = 2

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

/** Stored routes of the pairs that a closing reaches: what each costs after it, and where that leaves a pair without its best. */

import type { ElementCosts } from '../elements/elements.js'
import type { ChoiceSet } from './choice-set.js'

export interface ClosedRoutes {
  /** Pairs with a route that is open before and passes something that closes, ascending. */
  readonly pairs: Int32Array
  /** The routes of pairs[k] are start[k] … start[k + 1] − 1, in the order in which they are stored. */
  readonly start: Uint32Array
  /** Number of each among all routes. */
  readonly route: Uint32Array
  /** What each takes today, open or not: USD per TEU, hours. */
  readonly usd: Float64Array
  readonly hours: Float64Array
  /** 1 where every element is open after the package. */
  readonly open: Uint8Array
  /** 1 where every element is open before or after it. */
  readonly passable: Uint8Array
}

/**
 * Undefined where nothing closes that a stored route passes.
 *
 * @param open 1 for each element that can be used after the package.
 */
export function closedRoutes(
  choiceSet: ChoiceSet,
  today: ElementCosts,
  open: Uint8Array,
): ClosedRoutes | undefined {
  const { routeStart, elementStart, elements } = choiceSet
  const pairs = reachedPairs(choiceSet, today.open, open)
  if (pairs.length === 0) return undefined
  const start = new Uint32Array(pairs.length + 1)
  pairs.forEach((pair, k) => {
    start[k + 1] = start[k] + routeStart[pair + 1] - routeStart[pair]
  })
  const count = start[pairs.length]
  const routes = {
    pairs,
    start,
    route: new Uint32Array(count),
    usd: new Float64Array(count),
    hours: new Float64Array(count),
    open: new Uint8Array(count),
    passable: new Uint8Array(count),
  }
  for (let k = 0, at = 0; k < pairs.length; k++) {
    for (let route = routeStart[pairs[k]]; route < routeStart[pairs[k] + 1]; route++, at++) {
      let usd = 0
      let hours = 0
      let isOpen = 1
      let passable = 1
      for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
        const element = elements[e]
        usd += today.usd[element]
        hours += today.hours[element]
        isOpen &= open[element]
        passable &= today.open[element] | open[element]
      }
      routes.route[at] = route
      routes.usd[at] = usd
      routes.hours[at] = hours
      routes.open[at] = isOpen
      routes.passable[at] = passable
    }
  }
  return routes
}

function reachedPairs(
  { routeStart, elementStart, elements }: ChoiceSet,
  before: Uint8Array,
  after: Uint8Array,
): Int32Array {
  const closes = before.map((open, e) => open & (1 - after[e]))
  if (!closes.includes(1)) return new Int32Array(0)
  const reached: number[] = []
  for (let pair = 0; pair + 1 < routeStart.length; pair++) {
    const end = elementStart[routeStart[pair + 1]]
    let e = elementStart[routeStart[pair]]
    while (e < end && closes[elements[e]] === 0) e++
    if (e < end) reached.push(pair)
  }
  return Int32Array.from(reached)
}

/** 1 for each of the routes that passes one of some elements. */
export function passingAmong(
  { route }: ClosedRoutes,
  { elementStart, elements }: ChoiceSet,
  wanted: ReadonlySet<number>,
  elementCount: number,
): Uint8Array {
  const passing = new Uint8Array(route.length)
  if (wanted.size === 0) return passing
  const isWanted = new Uint8Array(elementCount)
  for (const element of wanted) isWanted[element] = 1
  for (let at = 0; at < route.length; at++) {
    const end = elementStart[route[at] + 1]
    let e = elementStart[route[at]]
    while (e < end && isWanted[elements[e]] === 0) e++
    passing[at] = e < end ? 1 : 0
  }
  return passing
}

/** What a way round must cost less than, of each pair in their order; −Infinity where the pair needs none. */
export type CostsToBeat = Float64Array

/**
 * The best of the open routes, of pairs that lose their best one at a value of time. Where the best is still open, no
 * other way is better: the choice set holds the best of the network as it was.
 *
 * @param timeValue USD per TEU and day.
 * @param barred    routes that this cargo does not take.
 */
export function costsToBeat(
  { pairs, start, usd, hours, open, passable }: ClosedRoutes,
  timeValue: number,
  barred: Uint8Array,
): CostsToBeat {
  const perHour = timeValue / 24
  const toBeat = new Float64Array(pairs.length)
  for (let k = 0; k < pairs.length; k++) {
    let best = Number.POSITIVE_INFINITY
    let bestOpen = Number.POSITIVE_INFINITY
    for (let at = start[k]; at < start[k + 1]; at++) {
      if (passable[at] === 0 || barred[at] === 1) continue
      const cost = usd[at] + perHour * hours[at]
      if (cost < best) best = cost
      if (open[at] === 1 && cost < bestOpen) bestOpen = cost
    }
    toBeat[k] = bestOpen === best ? Number.NEGATIVE_INFINITY : bestOpen
  }
  return toBeat
}

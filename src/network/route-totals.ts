import type { ChoiceSet } from './choice-set.js'
import type { ElementCosts } from './elements.js'

/** Hours, money and state of every route of a choice set; one value for each route. */
export interface RouteTotals {
  /** hours */
  readonly hours: Float64Array
  /** USD per TEU */
  readonly usd: Float64Array
  /** 1 where every element can be used */
  readonly open: Uint8Array
}

/**
 * Sums over each route's elements, in order of travel, in the baseline: routes that only a closing brings into use are
 * not open. O(elements of the choice set).
 */
export function routeTotals(choiceSet: ChoiceSet, costs: ElementCosts): RouteTotals {
  const { elementStart, elements, detour } = choiceSet
  const routes = elementStart.length - 1
  const totals = {
    hours: new Float64Array(routes),
    usd: new Float64Array(routes),
    open: new Uint8Array(routes),
  }
  for (let route = 0; route < routes; route++) sumRoute(elements, elementStart, costs, route, totals)
  if (detour !== undefined)
    for (let route = 0; route < routes; route++) totals.open[route] &= 1 - detour[route]
  return totals
}

/** The totals after a change of elements: routes that pass none of them keep theirs, bit for bit. */
export function changedRouteTotals(
  choiceSet: ChoiceSet,
  before: RouteTotals,
  costs: ElementCosts,
  changedElement: Uint8Array,
): { readonly totals: RouteTotals; readonly changedRoute: Uint8Array } {
  const { elementStart, elements, detour } = choiceSet
  const totals = { hours: before.hours.slice(), usd: before.usd.slice(), open: before.open.slice() }
  const changedRoute = new Uint8Array(before.open.length)
  for (let route = 0; route < changedRoute.length; route++) {
    const end = elementStart[route + 1]
    let at = elementStart[route]
    while (at < end && changedElement[elements[at]] === 0) at++
    if (at === end && !detour?.[route]) continue
    sumRoute(elements, elementStart, costs, route, totals)
    // A route that is closed before and after is no alternative, whatever it would cost.
    changedRoute[route] = before.open[route] | totals.open[route]
  }
  return { totals, changedRoute }
}

/** Writes the sums over one route's elements. */
export function sumRoute(
  elements: Uint16Array,
  elementStart: Uint32Array,
  costs: ElementCosts,
  route: number,
  totals: RouteTotals,
): void {
  const end = elementStart[route + 1]
  let hours = 0
  let usd = 0
  let open = 1
  for (let at = elementStart[route]; at < end; at++) {
    const element = elements[at]
    hours += costs.hours[element]
    usd += costs.usd[element]
    open &= costs.open[element]
  }
  totals.hours[route] = hours
  totals.usd[route] = usd
  totals.open[route] = open
}

/** The hours of one route, as `sumRoute` adds them up. */
export function hoursOfRoute(
  { elementStart, elements }: ChoiceSet,
  costs: ElementCosts,
  route: number,
): number {
  let hours = 0
  for (let at = elementStart[route]; at < elementStart[route + 1]; at++) hours += costs.hours[elements[at]]
  return hours
}

/** 1 where hours, money or state of an element differ; an element that is closed in both does not count. */
export function changedElements(before: ElementCosts, after: ElementCosts): Uint8Array {
  return before.open.map((open, e) => {
    const differs =
      before.hours[e] !== after.hours[e] || before.usd[e] !== after.usd[e] || open !== after.open[e]
    return differs && (open | after.open[e]) === 1 ? 1 : 0
  })
}

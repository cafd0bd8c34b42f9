import type { Link } from '../../dataset/dataset.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import { bulkCosts } from '../elements/bulk-costs.js'
import type { ElementCosts, ElementIndex } from '../elements/elements.js'

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

const asBulkPays = new WeakMap<RouteTotals, { readonly links: readonly Link[]; readonly made: RouteTotals }>()

/**
 * The same as bulk pays, see `bulkCosts`. Made once for the same totals and links.
 *
 * @param totals in the baseline; @param costs what they are sums of.
 */
export function bulkTotals(
  choiceSet: ChoiceSet,
  links: readonly Link[],
  index: ElementIndex,
  costs: ElementCosts,
  totals: RouteTotals,
): RouteTotals {
  const known = asBulkPays.get(totals)
  if (known?.links === links) return known.made
  const { usd, hours } = routeTotals(choiceSet, bulkCosts(links, index, costs))
  const made = { usd, hours, open: totals.open }
  asBulkPays.set(totals, { links, made })
  return made
}

/** Routes whose totals are wanted: those of some pairs of gateways that are open before or after. */
export function openRoutesOf(
  { routeStart }: ChoiceSet,
  pairs: Iterable<number>,
  before: Pick<RouteTotals, 'open'>,
  after: Pick<RouteTotals, 'open'>,
): Uint32Array {
  const routes: number[] = []
  for (const pair of pairs)
    for (let route = routeStart[pair]; route < routeStart[pair + 1]; route++)
      if ((before.open[route] | after.open[route]) === 1) routes.push(route)
  return Uint32Array.from(routes)
}

/**
 * Hours and money of some routes before and after a package, zero for all others: one walk along their elements for both.
 *
 * @param routes those wanted; @param open as they are before and after.
 */
export function totalsOfRoutes(
  { elementStart, elements }: ChoiceSet,
  routes: Uint32Array,
  costs: { readonly before: ElementCosts; readonly after: ElementCosts },
  open: { readonly before: Uint8Array; readonly after: Uint8Array },
): { readonly before: RouteTotals; readonly after: RouteTotals } {
  const count = elementStart.length - 1
  const [hours, usd] = [new Float64Array(count), new Float64Array(count)]
  const [hoursAfter, usdAfter] = [new Float64Array(count), new Float64Array(count)]
  // Side by side, so that an element is one look.
  const each = new Float64Array(4 * costs.before.hours.length)
  costs.before.hours.forEach((_, e) => {
    each[4 * e] = costs.before.hours[e]
    each[4 * e + 1] = costs.before.usd[e]
    each[4 * e + 2] = costs.after.hours[e]
    each[4 * e + 3] = costs.after.usd[e]
  })
  for (const route of routes) {
    let [h, u, hAfter, uAfter] = [0, 0, 0, 0]
    for (let at = elementStart[route]; at < elementStart[route + 1]; at++) {
      const e = 4 * elements[at]
      h += each[e]
      u += each[e + 1]
      hAfter += each[e + 2]
      uAfter += each[e + 3]
    }
    hours[route] = h
    usd[route] = u
    hoursAfter[route] = hAfter
    usdAfter[route] = uAfter
  }
  return {
    before: { hours, usd, open: open.before },
    after: { hours: hoursAfter, usd: usdAfter, open: open.after },
  }
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

/** 1 where hours, money or state of an element differ; an element that is closed in both does not count. */
export function changedElements(before: ElementCosts, after: ElementCosts): Uint8Array {
  return before.open.map((open, e) => {
    const differs =
      before.hours[e] !== after.hours[e] || before.usd[e] !== after.usd[e] || open !== after.open[e]
    return differs && (open | after.open[e]) === 1 ? 1 : 0
  })
}

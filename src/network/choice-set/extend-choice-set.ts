/** Lays a choice set out anew with routes that only a closing brings into use. */
import type { NetworkTables } from '../../dataset/dataset.js'
import { type ElementCosts, indexElements } from '../elements/elements.js'
import type { Candidate } from '../least-cost/alternatives.js'
import type { ChoiceSet } from './choice-set.js'
import { modesUsed } from './modes-used.js'
import { mostlySea } from './mostly-sea.js'
import { REFERENCE_TIME_VALUE } from './seeds.js'

/** Routes to add, by pair. */
export type AddedRoutes = ReadonlyMap<number, readonly Candidate[]>

/**
 * The choice set with more routes, those of a pair after its stored ones.
 *
 * @param today the network as it is, at whose costs overlap is weighed.
 * @param open  1 for each element that can be used after the closing. Added routes share their elements with each other and
 *   with stored ones that stay open: they are never chosen beside those that close.
 */
export function extendChoiceSet(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  today: ElementCosts,
  open: Uint8Array,
  added: AddedRoutes,
): ChoiceSet {
  const { routeStart, elementStart, elements, overlap, maritime, modes } = choiceSet
  const index = indexElements(network)
  const lists = [...added.values()]
  const moreRoutes = lists.reduce((sum, list) => sum + list.length, 0)
  const moreElements = lists.flat().reduce((sum, route) => sum + route.elements.length, 0)
  const routes = elementStart.length - 1 + moreRoutes
  const next = {
    routeStart: new Uint32Array(routeStart.length),
    elementStart: new Uint32Array(routes + 1),
    elements: new Uint16Array(elements.length + moreElements),
    overlap: new Float64Array(routes),
    maritime: new Uint8Array(routes),
    modes: new Uint8Array(routes),
    detour: new Uint8Array(routes),
  }
  /** Routes written, and how many of them are stored ones. */
  let at = 0
  let copied = 0
  const copyTo = (end: number): void => {
    const [from, to] = [elementStart[copied], next.elementStart[at]]
    next.elements.set(elements.subarray(from, elementStart[end]), to)
    next.overlap.set(overlap.subarray(copied, end), at)
    next.maritime.set(maritime.subarray(copied, end), at)
    next.modes.set(modes.subarray(copied, end), at)
    for (; copied < end; copied++) next.elementStart[++at] = elementStart[copied + 1] - from + to
  }
  const factors = overlapWeigher(choiceSet, today, open)
  for (let pair = 0; pair + 1 < routeStart.length; pair++) {
    next.routeStart[pair + 1] = routeStart[pair + 1] + at - copied
    const more = added.get(pair)
    if (more === undefined) continue
    copyTo(routeStart[pair + 1])
    const overlaps = factors(pair, more)
    more.forEach(({ elements: list }, k) => {
      next.elements.set(list, next.elementStart[at])
      next.overlap[at] = overlaps[k]
      next.maritime[at] = mostlySea(network, index, list) ? 1 : 0
      next.modes[at] = modesUsed(network, index, list)
      next.detour[at] = 1
      next.elementStart[at + 1] = next.elementStart[at] + list.length
      at++
    })
    next.routeStart[pair + 1] = at
  }
  copyTo(elementStart.length - 1)
  return { ...choiceSet, ...next }
}

/** Returns what finds the path-size factors of a pair's added routes, see `overlapFactors`. */
function overlapWeigher(
  { routeStart, elementStart, elements }: ChoiceSet,
  { hours, usd }: ElementCosts,
  open: Uint8Array,
) {
  const weight = usd.map((money, e) => money + (REFERENCE_TIME_VALUE / 24) * hours[e])
  const users = new Uint16Array(open.length)

  function staysOpen(route: number): boolean {
    for (let e = elementStart[route]; e < elementStart[route + 1]; e++)
      if (open[elements[e]] === 0) return false
    return true
  }

  return (pair: number, added: readonly Candidate[]): number[] => {
    for (let route = routeStart[pair]; route < routeStart[pair + 1]; route++) {
      if (!staysOpen(route)) continue
      for (let e = elementStart[route]; e < elementStart[route + 1]; e++) users[elements[e]]++
    }
    for (const route of added) for (const element of route.elements) users[element]++
    const factors = added.map(route => {
      let total = 0
      let factor = 0
      for (const element of route.elements) {
        total += weight[element]
        factor += weight[element] / users[element]
      }
      return total > 0 ? factor / total : 1
    })
    users.fill(0)
    return factors
  }
}

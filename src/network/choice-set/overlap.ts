import type { ChoiceSet } from './choice-set.js'

/**
 * Path-size factors PS_r = Σ_a (c_a / C_r) / N_a, N_a the routes of the pair that share element a.
 *
 * Routes that are open count only among open ones, so that a project nobody builds takes nothing from its
 * neighbours. Held fixed with the choice set: were they to move with the costs, the log-sum's derivative would no
 * longer be the share.
 *
 * @param weight generalized cost of each element, USD per TEU, > = 0.
 * @param open   1 where the element can be used in the baseline.
 * @returns one factor for each route, in (0, 1].
 * @see Ben-Akiva and Bierlaire (1999), "Discrete choice methods and their applications to short term travel
 *      decisions", section on the path-size logit.
 */
export function overlapFactors(
  { routeStart, elementStart, elements }: Pick<ChoiceSet, 'routeStart' | 'elementStart' | 'elements'>,
  weight: Float64Array,
  open: Uint8Array,
): Float64Array {
  const overlap = new Float64Array(elementStart.length - 1)
  const all = new Uint16Array(weight.length)
  const amongOpen = new Uint16Array(weight.length)
  const isOpen = (route: number): boolean => {
    for (let e = elementStart[route]; e < elementStart[route + 1]; e++)
      if (open[elements[e]] === 0) return false
    return true
  }
  for (let pair = 0; pair + 1 < routeStart.length; pair++) {
    const from = routeStart[pair]
    const to = routeStart[pair + 1]
    for (let route = from; route < to; route++) {
      const counted = isOpen(route)
      for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
        all[elements[e]]++
        if (counted) amongOpen[elements[e]]++
      }
    }
    for (let route = from; route < to; route++) {
      const shared = isOpen(route) ? amongOpen : all
      let total = 0
      let factor = 0
      for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
        total += weight[elements[e]]
        factor += weight[elements[e]] / shared[elements[e]]
      }
      overlap[route] = total > 0 ? factor / total : 1
    }
    for (let e = elementStart[from]; e < elementStart[to]; e++) {
      all[elements[e]] = 0
      amongOpen[elements[e]] = 0
    }
  }
  return overlap
}

/** Selected-link analysis: which country pairs' cargo passes a set of elements. */
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { Lanes } from '../route-choice/lanes.js'

/**
 * Part of each country pair's general cargo that passes any of the elements, n × n in [0, 1]. O(elements in use).
 *
 * @param share    of every route, at lanes.shareStart.
 * @param lanePart part of the pair's boxes on every lane, see `laneParts`.
 * @param selected 1 for the elements asked about.
 */
export function passingShares(
  { routeStart, elementStart, elements }: ChoiceSet,
  lanes: Lanes,
  share: Float64Array,
  lanePart: Float64Array,
  selected: Uint8Array,
  economies: number,
): Float64Array {
  const passing = new Float64Array(economies * economies)
  for (let l = 0; l < lanes.count; l++) {
    const first = routeStart[lanes.gatewayPair[l]] - lanes.shareStart[l]
    let sum = 0
    for (let at = lanes.shareStart[l]; at < lanes.shareStart[l + 1]; at++) {
      if (share[at] === 0) continue
      const end = elementStart[first + at + 1]
      let e = elementStart[first + at]
      while (e < end && selected[elements[e]] === 0) e++
      if (e < end) sum += share[at]
    }
    passing[lanes.countryPair[l]] += lanePart[l] * sum
  }
  return passing
}

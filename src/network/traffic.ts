/** Traffic on every element, from boxes of country pairs and shares of routes. */
import type { ChoiceSet } from './choice-set.js'
import type { Lanes } from './lanes.js'

/**
 * Part of its country pair's boxes on every lane; lanes that are cut off leave theirs to the others.
 *
 * @param cutOff 1 for lanes on which nothing is open.
 */
export function laneParts(lanes: Lanes, cutOff: Uint8Array): Float64Array {
  const part = new Float64Array(lanes.count)
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    const first = l
    let left = 1
    for (; l < lanes.count && lanes.countryPair[l] === pair; l++) {
      if (cutOff[l] === 1) left -= lanes.weight[l]
      else part[l] = lanes.weight[l]
    }
    if (left < 1 && left > 1e-9) for (let k = first; k < l; k++) part[k] /= left
  }
  return part
}

/** Lanes on which no route is open. */
export function cutOffLanes(choiceSet: ChoiceSet, lanes: Lanes, open: Uint8Array): Uint8Array {
  return Uint8Array.from(lanes.gatewayPair, pair => {
    for (let r = choiceSet.routeStart[pair]; r < choiceSet.routeStart[pair + 1]; r++)
      if (open[r] === 1) return 0
    return 1
  })
}

/**
 * TEU a year on every element: crossings in their direction, links and terminals both ways. O(elements in use).
 *
 * @param boxes n × n, TEU a year of each country pair.
 */
export function elementTraffic(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  share: Float64Array,
  lanePart: Float64Array,
  boxes: Float64Array,
  elementCount: number,
): Float64Array {
  const { routeStart, elementStart, elements } = choiceSet
  const traffic = new Float64Array(elementCount)
  for (let l = 0; l < lanes.count; l++) {
    const laneTeu = lanePart[l] * boxes[lanes.countryPair[l]]
    if (laneTeu === 0) continue
    const first = routeStart[lanes.gatewayPair[l]]
    for (let at = lanes.shareStart[l]; at < lanes.shareStart[l + 1]; at++) {
      const teu = laneTeu * share[at]
      if (teu === 0) continue
      const route = first + at - lanes.shareStart[l]
      for (let e = elementStart[route]; e < elementStart[route + 1]; e++) traffic[elements[e]] += teu
    }
  }
  return traffic
}

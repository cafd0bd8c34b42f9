/** Traffic on every element, from boxes of country pairs and shares of routes. */
import { sameValues } from '../../numeric/same-values.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { Lanes } from '../route-choice/lanes.js'

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
  return Uint8Array.from(lanes.gatewayPair, pair => (hasOpenRoute(choiceSet, pair, open) ? 0 : 1))
}

export function hasOpenRoute({ routeStart }: ChoiceSet, pair: number, open: Uint8Array): boolean {
  for (let r = routeStart[pair]; r < routeStart[pair + 1]; r++) if (open[r] === 1) return true
  return false
}

/** Boxes of country pairs on their lanes and routes, in one state of the network. */
export interface TrafficState {
  /** Share of each route, at lanes.shareStart. */
  readonly share: Float64Array
  /** Part of its pair's boxes on every lane. */
  readonly lanePart: Float64Array
  /** n × n, TEU a year of each country pair. */
  readonly boxes: Float64Array
}

/** A box in a million years: routes with less are passed over, a quarter of all; together less than a tenth of a box. */
export const SMALLEST_TEU = 1e-6

/**
 * TEU a year on every element: crossings in their direction, links and terminals both ways. O(routes of all lanes + elements
 * of the routes in use).
 */
export function elementTraffic(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  state: TrafficState,
  elementCount: number,
): Float64Array {
  const { elementStart, elements } = choiceSet
  const onRoute = routeTraffic(choiceSet, lanes, state)
  const traffic = new Float64Array(elementCount)
  for (let route = 0; route < onRoute.length; route++) {
    const teu = onRoute[route]
    if (teu < SMALLEST_TEU) continue
    for (let at = elementStart[route]; at < elementStart[route + 1]; at++) traffic[elements[at]] += teu
  }
  return traffic
}

/** TEU a year on every route, of all lanes between its gateways. */
function routeTraffic(
  { routeStart, elementStart }: ChoiceSet,
  lanes: Lanes,
  { share, lanePart, boxes }: TrafficState,
): Float64Array {
  const onRoute = new Float64Array(elementStart.length - 1)
  for (let l = 0; l < lanes.count; l++) {
    const onLane = lanePart[l] * boxes[lanes.countryPair[l]]
    if (onLane === 0) continue
    const first = routeStart[lanes.gatewayPair[l]] - lanes.shareStart[l]
    for (let at = lanes.shareStart[l]; at < lanes.shareStart[l + 1]; at++)
      onRoute[first + at] += onLane * share[at]
  }
  return onRoute
}

/** `elementTraffic` that gives its last answer again where it is asked the same: of today, package after package. */
export function rememberingTraffic(): typeof elementTraffic {
  let last:
    | { readonly choiceSet: ChoiceSet; readonly state: TrafficState; readonly teu: Float64Array }
    | undefined
  return (choiceSet, lanes, state, elementCount) => {
    const isSame =
      last !== undefined &&
      last.choiceSet === choiceSet &&
      last.state.share === state.share &&
      sameValues(last.state.lanePart, state.lanePart) &&
      sameValues(last.state.boxes, state.boxes)
    last = isSame ? last : { choiceSet, state, teu: elementTraffic(choiceSet, lanes, state, elementCount) }
    return last!.teu
  }
}

/** Traffic on every element, from boxes of country pairs and shares of routes. */
import { type ArrayMaker, ownArrays, reusedArrays } from '../../numeric/array-memory.js'
import { sameValues } from '../../numeric/same-values.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { Lanes } from '../route-choice/lanes.js'
import { type SharedWays, sharedWays, sumsOnSharedWays } from './shared-ways.js'

/**
 * Part of its country pair's boxes on every lane; lanes that are cut off leave theirs to the others.
 *
 * @param cutOff 1 for lanes on which nothing is open.
 */
export function laneParts(lanes: Lanes, cutOff: Uint8Array, { float64 } = ownArrays): Float64Array {
  const part = float64(lanes.count)
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

/** 2^32: between this and its double, doubles are 2^−20 apart. */
const GRID = 4_294_967_296

/**
 * A TEU in parts of 2^−20, a box in a million years: traffic of a route is counted so, that sums over routes are exact, whatever
 * their order. A quarter of all routes have none.
 *
 * @param teu up to 2^32.
 */
export function countedTeu(teu: number): number {
  return teu + GRID - GRID
}

/** What makes sums along routes sooner, with the same bits. */
export interface SummingRoom {
  /** `sharedWays` of the choice set. */
  readonly ways?: SharedWays | undefined
  /** Where what is needed by the way is kept. */
  readonly arrays?: ArrayMaker
}

/**
 * TEU a year on every element: crossings in their direction, links and terminals both ways. O(routes of all lanes + elements
 * of the routes in use).
 */
export function elementTraffic(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  state: TrafficState,
  elementCount: number,
  { ways, arrays = ownArrays }: SummingRoom = {},
): Float64Array {
  const { elementStart, elements } = choiceSet
  const onRoute = routeTraffic(choiceSet, lanes, state, arrays)
  if (ways !== undefined) return sumsOnSharedWays(ways, onRoute, elementCount, arrays)
  const traffic = new Float64Array(elementCount)
  for (let route = 0; route < onRoute.length; route++) {
    const teu = onRoute[route]
    if (teu === 0) continue
    for (let at = elementStart[route]; at < elementStart[route + 1]; at++) traffic[elements[at]] += teu
  }
  return traffic
}

/** TEU a year on every route, of all lanes between its gateways. */
function routeTraffic(
  { routeStart, elementStart }: ChoiceSet,
  lanes: Lanes,
  { share, lanePart, boxes }: TrafficState,
  { float64 }: ArrayMaker,
): Float64Array {
  const onRoute = float64(elementStart.length - 1)
  for (let l = 0; l < lanes.count; l++) {
    const onLane = lanePart[l] * boxes[lanes.countryPair[l]]
    if (onLane === 0) continue
    const first = routeStart[lanes.gatewayPair[l]] - lanes.shareStart[l]
    for (let at = lanes.shareStart[l]; at < lanes.shareStart[l + 1]; at++)
      onRoute[first + at] += onLane * share[at]
  }
  for (let route = 0; route < onRoute.length; route++) onRoute[route] = countedTeu(onRoute[route])
  return onRoute
}

/**
 * Finds the traffic of one package after the other on one baseline, each with the bits of `elementTraffic`: that of today is
 * looked up where it is asked for again, and once a choice set is met for the second time its ways are shared.
 */
export function trafficOfMany() {
  let last:
    | { readonly choiceSet: ChoiceSet; readonly state: TrafficState; readonly teu: Float64Array }
    | undefined
  /** Of choice sets that were met: undefined where it was once. */
  const met = new WeakMap<ChoiceSet, SharedWays | undefined>()
  const arrays = reusedArrays()

  const before: typeof elementTraffic = (choiceSet, lanes, state, elementCount) => {
    const isSame =
      last !== undefined &&
      last.choiceSet === choiceSet &&
      last.state.share === state.share &&
      sameValues(last.state.lanePart, state.lanePart) &&
      sameValues(last.state.boxes, state.boxes)
    last = isSame ? last : { choiceSet, state, teu: elementTraffic(choiceSet, lanes, state, elementCount) }
    return last!.teu
  }

  const after: typeof elementTraffic = (choiceSet, lanes, state, elementCount) => {
    const ways = met.has(choiceSet) ? (met.get(choiceSet) ?? sharedWays(choiceSet)) : undefined
    met.set(choiceSet, ways)
    arrays.clear()
    return elementTraffic(choiceSet, lanes, state, elementCount, { ways, arrays })
  }

  return { before, after }
}

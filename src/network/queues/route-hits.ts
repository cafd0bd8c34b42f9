/** Which routes pass some few things that are asked about, each of one element or of several that count together. */
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { Lanes } from '../route-choice/lanes.js'
import { countedTeu, type TrafficState } from '../traffic/traffic.js'

/** Groups that route r passes: hits[start[r]] … hits[start[r + 1] − 1], in order of travel. */
export interface RouteHits {
  readonly start: Uint32Array
  readonly hits: Uint16Array
  /** Number of groups. */
  readonly count: number
}

const lastHits = new WeakMap<ChoiceSet, { readonly groups: string; readonly hits: RouteHits }>()

/**
 * The routes that pass each group of elements; the same record again where the same is asked of a choice set twice in a
 * row. O(elements of the choice set).
 *
 * @param groups elements of each; none in two.
 */
export function routeHits(
  choiceSet: ChoiceSet,
  groups: readonly (readonly number[])[],
  elementCount: number,
): RouteHits {
  const asked = JSON.stringify(groups)
  const last = lastHits.get(choiceSet)
  if (last?.groups === asked) return last.hits
  const hits = findHits(choiceSet, groups, elementCount)
  lastHits.set(choiceSet, { groups: asked, hits })
  return hits
}

function findHits(
  { elementStart, elements }: ChoiceSet,
  groups: readonly (readonly number[])[],
  elementCount: number,
): RouteHits {
  const groupOf = new Int16Array(elementCount).fill(-1)
  groups.forEach((own, group) => {
    for (const element of own) groupOf[element] = group
  })
  const routes = elementStart.length - 1
  const start = new Uint32Array(routes + 1)
  const hits: number[] = []
  for (let r = 0, at = 0; r < routes; r++) {
    for (const end = elementStart[r + 1]; at < end; at++) {
      const group = groupOf[elements[at]]
      if (group >= 0) hits.push(group)
    }
    start[r + 1] = hits.length
  }
  return { start, hits: Uint16Array.from(hits), count: groups.length }
}

/** The same with some of the groups alone, numbered as they are listed. */
export function hitsAmong({ start, hits, count }: RouteHits, groups: Int32Array): RouteHits {
  const numberOf = new Int32Array(count).fill(-1)
  groups.forEach((group, k) => {
    numberOf[group] = k
  })
  const next = { start: new Uint32Array(start.length), hits: new Uint16Array(hits.length) }
  let kept = 0
  for (let r = 0; r + 1 < start.length; r++) {
    for (let at = start[r]; at < start[r + 1]; at++)
      if (numberOf[hits[at]] >= 0) next.hits[kept++] = numberOf[hits[at]]
    next.start[r + 1] = kept
  }
  return { start: next.start, hits: next.hits.slice(0, kept), count: groups.length }
}

/** Routes that pass any of the groups, ascending. */
export function routesHit({ start }: RouteHits): Uint32Array {
  let count = 0
  for (let r = 0; r + 1 < start.length; r++) if (start[r + 1] > start[r]) count++
  const routes = new Uint32Array(count)
  for (let r = 0, k = 0; k < count; r++) if (start[r + 1] > start[r]) routes[k++] = r
  return routes
}

/** TEU a year through each group: what `elementTraffic` tells of its elements, in a tenth of the time. */
export function trafficThrough(
  { routeStart }: ChoiceSet,
  lanes: Lanes,
  { share, lanePart, boxes }: TrafficState,
  { start, hits, count }: RouteHits,
): Float64Array {
  const onRoute = new Float64Array(hits.length)
  for (let l = 0; l < lanes.count; l++) {
    const pair = lanes.gatewayPair[l]
    const [from, to] = [routeStart[pair], routeStart[pair + 1]]
    if (start[from] === start[to]) continue
    const onLane = lanePart[l] * boxes[lanes.countryPair[l]]
    if (onLane === 0) continue
    const first = lanes.shareStart[l] - from
    for (let r = from; r < to; r++) {
      const teu = onLane * share[first + r]
      for (let at = start[r]; at < start[r + 1]; at++) onRoute[at] += teu
    }
  }
  const traffic = new Float64Array(count)
  for (let at = 0; at < hits.length; at++) traffic[hits[at]] += countedTeu(onRoute[at])
  return traffic
}

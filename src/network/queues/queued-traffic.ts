/** Traffic through a few bottlenecks as the hours before them grow, with the boxes of every pair of countries held. */

import type { NetworkChange } from '../comparison/network-change.js'
import { chooserRoom } from '../route-choice/lane-chooser.js'
import type { NetworkState, RouteChoiceParameters } from '../route-choice/network-state.js'
import { chooseBaselineRoutes } from '../route-choice/route-choice.js'
import { touchedLanes } from '../route-choice/touched-lanes.js'
import type { QueuedTraffic } from './queues.js'
import { type RouteHits, routesHit } from './route-hits.js'

/** Lanes that bring fewer boxes a year to every bottleneck keep the routes that they have where the traffic is known. */
const SMALLEST_TEU = 0.2

/** What the traffic is counted on. */
export interface QueuedCargo {
  /** n × n, TEU a year of each country pair. */
  readonly boxes: Float64Array
  /** Part of its pair's boxes on every lane. */
  readonly lanePart: Float64Array
  /** Hours before each bottleneck at which its traffic is known, and that traffic. */
  readonly hours: Float64Array
  readonly traffic: Float64Array
}

/**
 * The traffic of each bottleneck as a function of the hours before all of them. Only lanes on which some route through
 * a bottleneck is worth a look choose anew, each when the hours before one of its own bottlenecks have changed since it
 * last did; the others bring what they brought where the traffic is known. O(routes of those lanes × nodes) exponentials
 * a call.
 *
 * @param change   both networks, no queue in either.
 * @param hits     the routes that pass each bottleneck.
 */
export function queuedTraffic(
  change: NetworkChange,
  parameters: RouteChoiceParameters,
  hits: RouteHits,
): (known: QueuedCargo) => QueuedTraffic {
  const { choiceSet, lanes, totalsAfter, rulesAfter, situation } = change
  const { territory } = situation
  const delayed = routesHit(hits).filter(r => totalsAfter.open[r] === 1)
  const passes = new Uint8Array(totalsAfter.open.length)
  for (const r of delayed) passes[r] = 1
  const free: NetworkState = { totals: totalsAfter, rules: rulesAfter }
  const reached = touchedLanes(choiceSet, lanes, territory, free, free, passes, parameters.dispersion)
  const partsAt = passingParts(change, parameters, hits, delayed, reached)

  return known => {
    const teu = Float64Array.from(reached, lane => {
      const all = known.lanePart[lane] * known.boxes[lanes.countryPair[lane]]
      return all >= SMALLEST_TEU ? all : 0
    })
    const ofLanes = (hours: Float64Array): Float64Array => {
      const parts = partsAt(hours, teu)
      const traffic = new Float64Array(hits.count)
      for (let row = 0, at = 0; row < teu.length; row++)
        for (let b = 0; b < traffic.length; b++, at++) traffic[b] += teu[row] * parts[at]
      return traffic
    }
    dropSmall(partsAt(known.hours, teu), teu, hits.count)
    const own = ofLanes(known.hours)
    const others = known.traffic.map((all, b) => all - own[b])
    return hours => ofLanes(hours).map((part, b) => Math.max(0, part + others[b]))
  }
}

/** Leaves out lanes that bring little anywhere. @param parts lane × bottleneck. */
function dropSmall(parts: Float64Array, teu: Float64Array, count: number): void {
  for (let row = 0; row < teu.length; row++) {
    let most = 0
    for (let at = row * count; at < (row + 1) * count; at++) most = Math.max(most, teu[row] * parts[at])
    if (most < SMALLEST_TEU) teu[row] = 0
  }
}

/**
 * Returns what finds, lane × bottleneck, the part of a lane's cargo that passes each bottleneck at given hours before them;
 * lanes without cargo may be left as they were. One array, written anew by the next call.
 */
function passingParts(
  { choiceSet, lanes, totalsAfter, rulesAfter, situation: { territory } }: NetworkChange,
  parameters: RouteChoiceParameters,
  { start, hits, count }: RouteHits,
  delayed: Uint32Array,
  reached: Int32Array,
) {
  const { routeStart } = choiceSet
  const hoursOfRoutes = totalsAfter.hours.slice()
  const state: NetworkState = { totals: { ...totalsAfter, hours: hoursOfRoutes }, rules: rulesAfter }
  const asWaited = { choiceSet, lanes, territory, before: state, after: state, switches: false }
  const room = chooserRoom(parameters, choiceSet)
  const parts = new Float64Array(reached.length * count)
  const isPassing = new Uint8Array(reached.length * count)
  reached.forEach((lane, row) => {
    const pair = lanes.gatewayPair[lane]
    for (let at = start[routeStart[pair]]; at < start[routeStart[pair + 1]]; at++)
      isPassing[row * count + hits[at]] = 1
  })
  const isCurrent = new Uint8Array(reached.length)
  let last = new Float64Array(count).fill(Number.NaN)

  function wait(hours: Float64Array): void {
    for (let b = 0; b < count; b++) {
      if (hours[b] === last[b]) continue
      for (let row = 0; row < isCurrent.length; row++)
        if (isPassing[row * count + b] === 1) isCurrent[row] = 0
    }
    for (const r of delayed) {
      let waited = 0
      for (let at = start[r]; at < start[r + 1]; at++) waited += hours[hits[at]]
      hoursOfRoutes[r] = totalsAfter.hours[r] + waited
    }
    last = hours.slice()
  }

  return (hours: Float64Array, teu: Float64Array): Float64Array => {
    wait(hours)
    const rows = Int32Array.from(reached.keys()).filter(row => isCurrent[row] === 0 && teu[row] > 0)
    const share = chooseBaselineRoutes(
      asWaited,
      parameters,
      rows.map(row => reached[row]),
      room,
    )
    let at = 0
    for (const row of rows) {
      const pair = lanes.gatewayPair[reached[row]]
      parts.fill(0, row * count, (row + 1) * count)
      for (let r = routeStart[pair]; r < routeStart[pair + 1]; r++, at++)
        for (let hit = start[r]; hit < start[r + 1]; hit++) parts[row * count + hits[hit]] += share[at]
      isCurrent[row] = 1
    }
    return parts
  }
}

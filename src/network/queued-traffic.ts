/** Traffic through a few bottlenecks as the hours before them grow, with the boxes of every pair of countries held. */
import type { ChoiceSet } from './choice-set.js'
import type { NetworkChange } from './network-change.js'
import type { NetworkState, RouteChoiceParameters } from './network-state.js'
import type { QueuedTraffic } from './queues.js'
import { chooseBaselineRoutes } from './route-choice.js'
import { touchedLanes } from './touched-lanes.js'

/** Lanes with fewer boxes a year keep the routes that they have where the traffic is known. */
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
 * a bottleneck is worth a look choose anew; the others bring what they brought where the traffic is known. O(routes of
 * those lanes × nodes) exponentials a call.
 *
 * @param change   both networks, no queue in either.
 * @param bottlenecks the elements of each.
 */
export function queuedTraffic(
  change: NetworkChange,
  parameters: RouteChoiceParameters,
  bottlenecks: readonly (readonly number[])[],
): (known: QueuedCargo) => QueuedTraffic {
  const { choiceSet, lanes, totalsAfter, rulesAfter, situation } = change
  const { territory } = situation
  const { start, hits } = routeHits(choiceSet, bottlenecks, change.index.count)
  const passes = totalsAfter.open.map((open, r) => (start[r + 1] > start[r] ? open : 0))
  const delayed = Int32Array.from(passes.keys()).filter(r => passes[r] === 1)
  const free: NetworkState = { totals: totalsAfter, rules: rulesAfter }
  const reached = touchedLanes(choiceSet, lanes, territory, free, free, passes, parameters.dispersion)
  const hoursOfRoutes = totalsAfter.hours.slice()
  const state: NetworkState = { totals: { ...totalsAfter, hours: hoursOfRoutes }, rules: rulesAfter }
  const asWaited = { choiceSet, lanes, territory, before: state, after: state, switches: false }

  function ofLanes(asked: Int32Array, teu: Float64Array, hours: Float64Array): Float64Array {
    for (const r of delayed) {
      let waited = 0
      for (let at = start[r]; at < start[r + 1]; at++) waited += hours[hits[at]]
      hoursOfRoutes[r] = totalsAfter.hours[r] + waited
    }
    const share = chooseBaselineRoutes(asWaited, parameters, asked)
    const traffic = new Float64Array(bottlenecks.length)
    let at = 0
    asked.forEach((lane, k) => {
      const pair = lanes.gatewayPair[lane]
      for (let r = choiceSet.routeStart[pair]; r < choiceSet.routeStart[pair + 1]; r++, at++) {
        for (let hit = start[r]; hit < start[r + 1]; hit++) traffic[hits[hit]] += teu[k] * share[at]
      }
    })
    return traffic
  }

  return known => {
    const teuOf = (lane: number) => known.lanePart[lane] * known.boxes[lanes.countryPair[lane]]
    const asked = reached.filter(lane => teuOf(lane) >= SMALLEST_TEU)
    const teu = Float64Array.from(asked, teuOf)
    const own = ofLanes(asked, teu, known.hours)
    const others = known.traffic.map((all, e) => all - own[e])
    return hours => ofLanes(asked, teu, hours).map((part, e) => Math.max(0, part + others[e]))
  }
}

/** Bottlenecks of every route, route by route. */
function routeHits(
  { elementStart, elements }: ChoiceSet,
  bottlenecks: readonly (readonly number[])[],
  elementCount: number,
): { readonly start: Uint32Array; readonly hits: Uint16Array } {
  const numberOf = new Int16Array(elementCount).fill(-1)
  bottlenecks.forEach((own, b) => {
    for (const element of own) numberOf[element] = b
  })
  const routes = elementStart.length - 1
  const start = new Uint32Array(routes + 1)
  const hits: number[] = []
  for (let r = 0; r < routes; r++) {
    for (let at = elementStart[r]; at < elementStart[r + 1]; at++) {
      if (numberOf[elements[at]] >= 0) hits.push(numberOf[elements[at]])
    }
    start[r + 1] = hits.length
  }
  return { start, hits: Uint16Array.from(hits) }
}

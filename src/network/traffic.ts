/** Traffic on every element, and transit through every country, from boxes of pairs and shares of routes. */
import type { NetworkTables } from '../dataset/dataset.js'
import type { ChoiceSet } from './choice-set.js'
import type { ElementIndex } from './elements.js'
import type { Lanes } from './lanes.js'

/**
 * TEU a year of every lane: the pair's boxes by the lane's part; lanes that are cut off leave theirs to the others.
 *
 * @param boxes  n × n, TEU a year.
 * @param cutOff 1 for lanes on which nothing is open.
 */
export function laneBoxes(lanes: Lanes, boxes: Float64Array, cutOff: Uint8Array): Float64Array {
  const teu = new Float64Array(lanes.count)
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    const first = l
    let left = 1
    for (; l < lanes.count && lanes.countryPair[l] === pair; l++) {
      if (cutOff[l] === 1) left -= lanes.weight[l]
      else teu[l] = boxes[pair] * lanes.weight[l]
    }
    if (left < 1 && left > 1e-9) for (let k = first; k < l; k++) teu[k] /= left
  }
  return teu
}

/** Lanes on which no route is open. */
export function cutOffLanes(choiceSet: ChoiceSet, lanes: Lanes, open: Uint8Array): Uint8Array {
  return Uint8Array.from(lanes.gatewayPair, pair => {
    for (let r = choiceSet.routeStart[pair]; r < choiceSet.routeStart[pair + 1]; r++)
      if (open[r] === 1) return 0
    return 1
  })
}

/** TEU a year on every element, in its direction or both for links. O(elements of routes in use). */
export function elementTraffic(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  share: Float64Array,
  laneTeu: Float64Array,
  elementCount: number,
): Float64Array {
  const { routeStart, elementStart, elements } = choiceSet
  const traffic = new Float64Array(elementCount)
  for (let l = 0; l < lanes.count; l++) {
    if (laneTeu[l] === 0) continue
    const first = routeStart[lanes.gatewayPair[l]]
    for (let at = lanes.shareStart[l]; at < lanes.shareStart[l + 1]; at++) {
      const teu = laneTeu[l] * share[at]
      if (teu === 0) continue
      const route = first + at - lanes.shareStart[l]
      for (let e = elementStart[route]; e < elementStart[route + 1]; e++) traffic[elements[e]] += teu
    }
  }
  return traffic
}

/** Sparse: what one TEU of a lane brings to each country it passes on the way, by row of the list of lanes. */
export interface TransitTable {
  readonly start: Uint32Array
  /** Index of the country in the economies. */
  readonly country: Uint16Array
  /** Part of the TEU that passes the country by land. */
  readonly teu: Float64Array
  /** USD per TEU of the lane: freight on the country's links, fees on entering it, charges of its terminals. */
  readonly usd: Float64Array
}

/** Who earns what on each element: index of the economy or −1, for being passed and for money. */
export interface TransitOwners {
  /** Country of a land link. */
  readonly passed: Int16Array
  readonly earns: Int16Array
}

/** Land links and ferries belong to their country, a crossing to the country entered, a terminal to its place's. */
export function transitOwners(
  network: NetworkTables,
  index: ElementIndex,
  economies: readonly string[],
): TransitOwners {
  const at = new Map(economies.map((iso3, i) => [iso3, i]))
  const passed = new Int16Array(index.count).fill(-1)
  const earns = new Int16Array(index.count).fill(-1)
  const countryOf = (iso3: string | undefined): number => (iso3 === undefined ? -1 : (at.get(iso3) ?? -1))
  const places = new Map(network.places.map(place => [place.id, place]))
  network.links.forEach((link, element) => {
    earns[element] = countryOf(link.country)
    if (link.mode !== 'ferry' && link.mode !== 'sea') passed[element] = countryOf(link.country)
  })
  network.crossings.forEach((crossing, row) => {
    earns[index.crossingStart + row] = countryOf(crossing.toCountry)
  })
  network.terminals.forEach((terminal, row) => {
    const place = places.get(terminal.placeId)
    if (place?.kind !== 'border') earns[index.terminalStart + row] = countryOf(place?.country)
  })
  return { passed, earns }
}

/** Shares below this bring a country less than a box in a hundred thousand. */
const SMALLEST_SHARE = 1e-7

/**
 * Transit of the lanes asked for; the two ends of a lane earn no transit.
 *
 * @param share      shares of the asked lanes' routes, row k's at shareStart[k].
 * @param usd        USD per TEU of every element.
 */
export function transitTable(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  asked: Int32Array,
  shareStart: Uint32Array,
  share: Float64Array,
  usd: Float64Array,
  owners: TransitOwners,
  economyCount: number,
): TransitTable {
  const { routeStart, elementStart, elements } = choiceSet
  const start = new Uint32Array(asked.length + 1)
  const country: number[] = []
  const teu: number[] = []
  const money: number[] = []
  const passedTeu = new Float64Array(economyCount)
  const earned = new Float64Array(economyCount)
  const lastRoute = new Int32Array(economyCount).fill(-1)
  const listed: number[] = []
  for (let k = 0; k < asked.length; k++) {
    const l = asked[k]
    const exporter = Math.floor(lanes.countryPair[l] / economyCount)
    const importer = lanes.countryPair[l] % economyCount
    const first = routeStart[lanes.gatewayPair[l]]
    listed.length = 0
    for (let at = shareStart[k]; at < shareStart[k + 1]; at++) {
      const part = share[at]
      if (part < SMALLEST_SHARE) continue
      const route = first + at - shareStart[k]
      for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
        const element = elements[e]
        const passes = owners.passed[element]
        const owner = owners.earns[element]
        if (owner < 0 || owner === exporter || owner === importer) continue
        if (earned[owner] === 0 && passedTeu[owner] === 0 && !listed.includes(owner)) listed.push(owner)
        earned[owner] += part * usd[element]
        if (passes >= 0 && lastRoute[passes] !== route) {
          passedTeu[passes] += part
          lastRoute[passes] = route
        }
      }
    }
    listed.sort((a, b) => a - b)
    for (const c of listed) {
      country.push(c)
      teu.push(passedTeu[c])
      money.push(earned[c])
      passedTeu[c] = 0
      earned[c] = 0
    }
    lastRoute.fill(-1)
    start[k + 1] = country.length
  }
  return {
    start,
    country: Uint16Array.from(country),
    teu: Float64Array.from(teu),
    usd: Float64Array.from(money),
  }
}

/** Adds boxes × table to the two totals by country. */
export function addTransit(
  table: TransitTable,
  asked: Int32Array,
  laneTeu: Float64Array,
  totals: { readonly teu: Float64Array; readonly usd: Float64Array },
): void {
  for (let k = 0; k < asked.length; k++) {
    const boxes = laneTeu[asked[k]]
    for (let at = table.start[k]; at < table.start[k + 1]; at++) {
      totals.teu[table.country[at]] += boxes * table.teu[at]
      totals.usd[table.country[at]] += boxes * table.usd[at]
    }
  }
}

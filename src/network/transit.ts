/** Transit: which countries cargo passes between its two ends, and what they earn by it. */
import type { NetworkTables } from '../dataset/dataset.js'
import type { ChoiceSet } from './choice-set.js'
import type { ElementIndex } from './elements.js'
import type { Lanes } from './lanes.js'

/** Sparse: what one TEU of a country pair brings to each country it passes, row by row of `pairs`. */
export interface TransitTable {
  /** Country pairs, ascending. */
  readonly pairs: Int32Array
  readonly start: Uint32Array
  /** Index of the country in the economies. */
  readonly country: Uint16Array
  /** Part of the TEU that passes the country by land. */
  readonly teu: Float64Array
  /** USD per TEU of the pair: freight on the country's links, fees on entering it, charges of its terminals. */
  readonly usd: Float64Array
}

/** Totals by country, TEU and USD a year. */
export interface TransitTotals {
  readonly teu: Float64Array
  readonly usd: Float64Array
}

/** Who earns what on each element: index of the economy or −1. */
export interface TransitOwners {
  /** 1 where the owner is passed by land, so that its boxes count. */
  readonly passed: Uint8Array
  readonly owner: Int16Array
}

/** Land links belong to their country, a crossing to the country entered, a terminal to its place's. */
export function transitOwners(
  network: NetworkTables,
  index: ElementIndex,
  economies: readonly string[],
): TransitOwners {
  const at = new Map(economies.map((iso3, i) => [iso3, i]))
  const passed = new Uint8Array(index.count)
  const owner = new Int16Array(index.count).fill(-1)
  const countryOf = (iso3: string | undefined): number => (iso3 === undefined ? -1 : (at.get(iso3) ?? -1))
  const places = new Map(network.places.map(place => [place.id, place]))
  network.links.forEach((link, element) => {
    owner[element] = countryOf(link.country)
    passed[element] = link.mode !== 'ferry' && link.mode !== 'sea' ? 1 : 0
  })
  network.crossings.forEach((crossing, row) => {
    owner[index.crossingStart + row] = countryOf(crossing.toCountry)
  })
  network.terminals.forEach((terminal, row) => {
    const place = places.get(terminal.placeId)
    if (place?.kind !== 'border') owner[index.terminalStart + row] = countryOf(place?.country)
  })
  return { passed, owner }
}

/** One of several ways in which the same lanes' routes are shared out; they are walked through together. */
export interface TransitLayer {
  /** Share of each route, at the lane's start. */
  readonly share: Float64Array
  /** USD per TEU of every element. */
  readonly usd: Float64Array
  /** Part of the pair's boxes on each lane, see `laneParts`. */
  readonly lanePart: Float64Array
}

/** Shares below this bring a country less than a box in fifty thousand of the lane's. */
const SMALLEST_SHARE = 2e-5
/** USD per TEU of the pair that is worth an entry. */
const SMALLEST_USD = 0.005

/**
 * Transit of the lanes asked for, one table for each layer; the two ends of a lane earn no transit.
 *
 * @param shareStart where row k's shares begin, for all layers.
 */
export function transitTables(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  asked: Int32Array,
  shareStart: Uint32Array,
  layers: readonly TransitLayer[],
  owners: TransitOwners,
  economyCount: number,
): TransitTable[] {
  const { routeStart } = choiceSet
  const teu = layers.map(() => new Float64Array(economyCount))
  const usd = layers.map(() => new Float64Array(economyCount))
  const listed = new Uint8Array(economyCount)
  const writers = layers.map(() => ({
    pairs: [] as number[],
    start: [0],
    country: [] as number[],
    teu: [] as number[],
    usd: [] as number[],
  }))
  const walk = routeWalker(choiceSet, owners, layers, economyCount)
  for (let k = 0; k < asked.length; ) {
    const pair = lanes.countryPair[asked[k]]
    const ends = [Math.floor(pair / economyCount), pair % economyCount] as const
    listed.fill(0)
    for (; k < asked.length && lanes.countryPair[asked[k]] === pair; k++) {
      const first = routeStart[lanes.gatewayPair[asked[k]]] - shareStart[k]
      for (let at = shareStart[k]; at < shareStart[k + 1]; at++)
        walk(first + at, at, asked[k], ends, teu, usd, listed)
    }
    for (let layer = 0; layer < layers.length; layer++) {
      const to = writers[layer]
      to.pairs.push(pair)
      for (let c = 0; c < economyCount; c++) {
        if (listed[c] === 0) continue
        if (teu[layer][c] > SMALLEST_SHARE || usd[layer][c] > SMALLEST_USD) {
          to.country.push(c)
          to.teu.push(teu[layer][c])
          to.usd.push(usd[layer][c])
        }
        teu[layer][c] = 0
        usd[layer][c] = 0
      }
      to.start.push(to.country.length)
    }
  }
  return writers.map(to => ({
    pairs: Int32Array.from(to.pairs),
    start: Uint32Array.from(to.start),
    country: Uint16Array.from(to.country),
    teu: Float64Array.from(to.teu),
    usd: Float64Array.from(to.usd),
  }))
}

/** Walks one route for all layers at once and adds what its countries are passed by and earn. */
function routeWalker(
  { elementStart, elements }: ChoiceSet,
  { passed, owner }: TransitOwners,
  layers: readonly TransitLayer[],
  economyCount: number,
) {
  const prices = [...new Set(layers.map(layer => layer.usd))]
  const priceOf = layers.map(layer => prices.indexOf(layer.usd))
  const earned = prices.map(() => new Float64Array(economyCount))
  const isPassed = new Uint8Array(economyCount)
  const met = new Int16Array(economyCount)
  const lastRoute = new Int32Array(economyCount).fill(-1)
  const part = new Float64Array(layers.length)
  let walked = 0
  return (
    route: number,
    at: number,
    lane: number,
    ends: readonly [number, number],
    teu: readonly Float64Array[],
    usd: readonly Float64Array[],
    listed: Uint8Array,
  ): void => {
    let largest = 0
    for (let layer = 0; layer < layers.length; layer++) {
      const { share, lanePart } = layers[layer]
      part[layer] = share[at] * lanePart[lane]
      if (share[at] > largest) largest = share[at]
    }
    if (largest < SMALLEST_SHARE) return
    walked++
    let countries = 0
    for (let e = elementStart[route]; e < elementStart[route + 1]; e++) {
      const element = elements[e]
      const country = owner[element]
      if (country < 0 || country === ends[0] || country === ends[1]) continue
      if (lastRoute[country] !== walked) {
        lastRoute[country] = walked
        isPassed[country] = 0
        for (let price = 0; price < prices.length; price++) earned[price][country] = 0
        met[countries++] = country
      }
      isPassed[country] |= passed[element]
      for (let price = 0; price < prices.length; price++) earned[price][country] += prices[price][element]
    }
    for (let m = 0; m < countries; m++) {
      const country = met[m]
      listed[country] = 1
      for (let layer = 0; layer < layers.length; layer++) {
        usd[layer][country] += part[layer] * earned[priceOf[layer]][country]
        teu[layer][country] += part[layer] * isPassed[country]
      }
    }
  }
}

/** TEU a year of a pair below which its transit is not looked up; ten thousand such pairs are ten boxes. */
const SMALLEST_BOXES = 1e-3

/**
 * Adds part of the pair × (boxes − lessBoxes) of the pair × table to the totals.
 *
 * @param boxes      n × n, TEU a year; `lessBoxes` likewise, or undefined for none.
 * @param ruleOfPair rule of each country pair, −1 where none applies.
 * @param partOfRule part of the cargo of a pair without a rule, then of each rule's pairs; may be negative.
 */
export function addTransit(
  { pairs, start, country, teu, usd }: TransitTable,
  boxes: Float64Array,
  lessBoxes: Float64Array | undefined,
  ruleOfPair: Int16Array,
  partOfRule: Float64Array,
  sum: TransitTotals,
): void {
  for (let row = 0; row < pairs.length; row++) {
    const pair = pairs[row]
    const moved = lessBoxes === undefined ? boxes[pair] : boxes[pair] - lessBoxes[pair]
    const weight = partOfRule[ruleOfPair[pair] + 1] * moved
    if (Math.abs(weight) < SMALLEST_BOXES) continue
    for (let at = start[row]; at < start[row + 1]; at++) {
      sum.teu[country[at]] += weight * teu[at]
      sum.usd[country[at]] += weight * usd[at]
    }
  }
}

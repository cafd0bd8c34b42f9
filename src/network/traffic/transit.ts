/** Transit: which countries cargo passes between its two ends, and what they earn by it. */
import type { NetworkTables } from '../../dataset/dataset.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { ElementIndex } from '../elements/elements.js'
import type { Lanes } from '../route-choice/lanes.js'
import type { TrafficState } from './traffic.js'

/**
 * Sparse: what one TEU of a country pair brings to each country it passes, row by row of `pairs`, for every layer.
 *
 * Layers stand side by side, so that a draw meets each entry once whatever the number of layers.
 */
export interface TransitTable {
  readonly layers: number
  /** Country pairs, ascending. */
  readonly pairs: Int32Array
  readonly start: Uint32Array
  /** Index of the country in the economies. */
  readonly country: Uint16Array
  /**
   * Two numbers for each entry and layer, entry before layer: part of the TEU that passes the country by land, then
   * USD per TEU of the pair (freight on the country's links, fees on entering it, charges of its terminals).
   */
  readonly amounts: Float64Array
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

/** Land links belong to their country, a crossing to the country entered, a terminal and a loading to their place's. */
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
  index.loadings.forEach(({ place }, row) => {
    owner[index.loadingStart + row] = countryOf(network.places[place]!.country)
  })
  return { passed, owner }
}

/** A box in a million years: routes with less are passed over. */
const SMALLEST_TEU = 1e-6

/**
 * What every country earns by transit in one state of the network, USD a year: from its boxes at once, what `transitTable` and
 * `addTransit` come to but for what a table leaves out as too small.
 *
 * @param usd   USD per TEU of every element.
 * @param least TEU a year of a route below which it is passed over.
 */
export function transitRevenue(
  { routeStart, elementStart, elements }: ChoiceSet,
  lanes: Lanes,
  { owner }: TransitOwners,
  usd: Float64Array,
  { share, lanePart, boxes }: TrafficState,
  economyCount: number,
  least = SMALLEST_TEU,
): Float64Array {
  // Nobody's earnings stand first, so that no element needs a look.
  const earned = new Float64Array(economyCount + 1)
  for (let l = 0; l < lanes.count; l++) {
    const pair = lanes.countryPair[l]
    const onLane = lanePart[l] * boxes[pair]
    if (onLane === 0) continue
    const [origin, destination] = [Math.floor(pair / economyCount), pair % economyCount]
    const first = routeStart[lanes.gatewayPair[l]] - lanes.shareStart[l]
    for (let at = lanes.shareStart[l]; at < lanes.shareStart[l + 1]; at++) {
      const teu = onLane * share[at]
      if (teu < least) continue
      const end = elementStart[first + at + 1]
      for (let e = elementStart[first + at]; e < end; e++) {
        const element = elements[e]
        const country = owner[element]
        if (country !== origin && country !== destination) earned[country + 1] += teu * usd[element]
      }
    }
  }
  return earned.slice(1)
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
 * Transit of the lanes asked for; the two ends of a lane earn no transit.
 *
 * @param shareStart where row k's shares begin, for all layers.
 */
export function transitTable(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  asked: Int32Array,
  shareStart: Uint32Array,
  layers: readonly TransitLayer[],
  owners: TransitOwners,
  economyCount: number,
): TransitTable {
  const { routeStart } = choiceSet
  const wide = 2 * layers.length
  const row = { amounts: new Float64Array(economyCount * wide), listed: new Uint8Array(economyCount) }
  const pairs: number[] = []
  const start = [0]
  const country: number[] = []
  const amounts: number[] = []
  const walk = routeWalker(choiceSet, owners, layers, economyCount, row)
  for (let k = 0; k < asked.length; ) {
    const pair = lanes.countryPair[asked[k]]
    const ends = [Math.floor(pair / economyCount), pair % economyCount] as const
    for (; k < asked.length && lanes.countryPair[asked[k]] === pair; k++) {
      const first = routeStart[lanes.gatewayPair[asked[k]]] - shareStart[k]
      for (let at = shareStart[k]; at < shareStart[k + 1]; at++) walk(first + at, at, asked[k], ends)
    }
    for (let c = 0; c < economyCount; c++) {
      if (row.listed[c] === 0) continue
      row.listed[c] = 0
      const of = row.amounts.subarray(c * wide, (c + 1) * wide)
      if (dropSmall(of)) {
        country.push(c)
        for (let at = 0; at < wide; at++) amounts.push(of[at])
      }
      of.fill(0)
    }
    pairs.push(pair)
    start.push(country.length)
  }
  return {
    layers: layers.length,
    pairs: Int32Array.from(pairs),
    start: Uint32Array.from(start),
    country: Uint16Array.from(country),
    amounts: Float64Array.from(amounts),
  }
}

/** Sets the layers to zero in which a country gets next to nothing; returns whether any is left. */
function dropSmall(amounts: Float64Array): boolean {
  let some = false
  for (let at = 0; at < amounts.length; at += 2) {
    if (amounts[at] > SMALLEST_SHARE || amounts[at + 1] > SMALLEST_USD) some = true
    else amounts[at] = amounts[at + 1] = 0
  }
  return some
}

/** What the routes of one country pair bring to each country: country × layers × (TEU, USD), and who got anything. */
interface TransitRow {
  readonly amounts: Float64Array
  readonly listed: Uint8Array
}

/** Walks one route for all layers at once and adds what its countries are passed by and earn to the row. */
function routeWalker(
  { elementStart, elements }: ChoiceSet,
  { passed, owner }: TransitOwners,
  layers: readonly TransitLayer[],
  economyCount: number,
  row: TransitRow,
) {
  const prices = [...new Set(layers.map(layer => layer.usd))]
  const [first, second = first] = prices
  if (prices.length > 2) throw new Error('transit is laid out at two states of prices at most')
  const earned = [new Float64Array(economyCount), new Float64Array(economyCount)] as const
  const earnedOf = layers.map(layer => earned[prices.indexOf(layer.usd)])
  const isPassed = new Uint8Array(economyCount)
  const met = new Int16Array(economyCount)
  const lastRoute = new Int32Array(economyCount).fill(-1)
  let walked = 0

  /** Lists the countries between the two ends in `met`, with their earnings; elements of one country come in runs. */
  function meet(route: number, ends: readonly [number, number]): number {
    const [origin, destination] = ends
    const end = elementStart[route + 1]
    let countries = 0
    walked++
    for (let e = elementStart[route]; e < end; ) {
      const country = owner[elements[e]]
      if (country < 0 || country === origin || country === destination) {
        e++
        continue
      }
      if (lastRoute[country] !== walked) {
        lastRoute[country] = walked
        isPassed[country] = 0
        earned[0][country] = 0
        earned[1][country] = 0
        met[countries++] = country
      }
      let byLand = isPassed[country]
      let before = earned[0][country]
      let after = earned[1][country]
      for (; e < end && owner[elements[e]] === country; e++) {
        const element = elements[e]
        byLand |= passed[element]
        before += first[element]
        after += second[element]
      }
      isPassed[country] = byLand
      earned[0][country] = before
      earned[1][country] = after
    }
    return countries
  }

  return (route: number, at: number, lane: number, ends: readonly [number, number]): void => {
    let largest = 0
    for (const { share } of layers) if (share[at] > largest) largest = share[at]
    if (largest < SMALLEST_SHARE) return
    const countries = meet(route, ends)
    for (let layer = 0; layer < layers.length; layer++) {
      const { share, lanePart } = layers[layer]
      const part = share[at] * lanePart[lane]
      const usd = earnedOf[layer]
      for (let m = 0; m < countries; m++) {
        const country = met[m]
        const to = 2 * (country * layers.length + layer)
        row.listed[country] = 1
        row.amounts[to] += part * isPassed[country]
        row.amounts[to + 1] += part * usd[country]
      }
    }
  }
}

/** TEU a year of a pair below which its transit is not looked up; ten thousand such pairs are ten boxes. */
const SMALLEST_BOXES = 1e-3

/** Boxes that follow the shares of one layer of a table. */
export interface TransitLoad {
  readonly layer: number
  /** n × n, TEU a year. */
  readonly boxes: Float64Array
  /** Part of the cargo of a pair without a rule, then of each rule's pairs; below zero it is taken away. */
  readonly partOfRule: Float64Array
}

/**
 * Adds part of the pair × boxes of the pair × table to the totals, for all loads in one walk through the table.
 *
 * @param loads      any number on one layer; their boxes are added first.
 * @param ruleOfPair rule of each country pair, −1 where none applies.
 */
export function addTransit(
  table: TransitTable,
  loads: readonly TransitLoad[],
  ruleOfPair: Int16Array,
  sum: TransitTotals,
): void {
  const { layers, pairs } = table
  const weights = new Float64Array(Math.min(ROWS_AT_ONCE, pairs.length) * layers)
  for (let first = 0; first < pairs.length; first += ROWS_AT_ONCE) {
    const end = Math.min(first + ROWS_AT_ONCE, pairs.length)
    weights.fill(0)
    for (const load of loads) addWeights(load, pairs, first, end, layers, ruleOfPair, weights)
    for (let at = 0; at < weights.length; at++) if (Math.abs(weights[at]) < SMALLEST_BOXES) weights[at] = 0
    if (layers === 1) addLayer(table, first, end, weights, sum)
    else if (layers === 4) addFourLayers(table, first, end, weights, sum)
    else addLayers(table, first, end, weights, sum)
  }
}

/** Rows whose weights are taken together: a load at a time, in room that stays in the nearest cache. */
const ROWS_AT_ONCE = 256

/** Adds the boxes of one load to the weights of its layer, for rows `first` to `end`. */
function addWeights(
  { layer, boxes, partOfRule }: TransitLoad,
  pairs: Int32Array,
  first: number,
  end: number,
  layers: number,
  ruleOfPair: Int16Array,
  weights: Float64Array,
): void {
  for (let row = first, at = layer; row < end; row++, at += layers) {
    const pair = pairs[row]
    weights[at] += partOfRule[ruleOfPair[pair] + 1] * boxes[pair]
  }
}

/** Rows of a table with one layer. */
function addLayer(
  { start, country, amounts }: TransitTable,
  first: number,
  end: number,
  weights: Float64Array,
  { teu, usd }: TransitTotals,
): void {
  for (let row = first; row < end; row++) {
    const weight = weights[row - first]
    if (weight === 0) continue
    const last = start[row + 1]
    for (let at = start[row]; at < last; at++) {
      const to = country[at]
      teu[to] += weight * amounts[2 * at]
      usd[to] += weight * amounts[2 * at + 1]
    }
  }
}

/** Rows of the usual table of touched lanes, two groups before and after: `addLayers` written out. */
function addFourLayers(
  { start, country, amounts }: TransitTable,
  first: number,
  end: number,
  weights: Float64Array,
  { teu, usd }: TransitTotals,
): void {
  for (let row = first, w = 0; row < end; row++, w += 4) {
    const [a, b, c, d] = [weights[w], weights[w + 1], weights[w + 2], weights[w + 3]]
    const last = start[row + 1]
    for (let at = start[row], from = 8 * at; at < last; at++, from += 8) {
      const to = country[at]
      teu[to] += a * amounts[from] + b * amounts[from + 2]
      teu[to] += c * amounts[from + 4] + d * amounts[from + 6]
      usd[to] += a * amounts[from + 1] + b * amounts[from + 3]
      usd[to] += c * amounts[from + 5] + d * amounts[from + 7]
    }
  }
}

/** Rows of any number of layers, two neighbouring ones at a time. */
function addLayers(
  { layers, start, country, amounts }: TransitTable,
  first: number,
  end: number,
  weights: Float64Array,
  { teu, usd }: TransitTotals,
): void {
  for (let row = first; row < end; row++) {
    const w = (row - first) * layers
    for (let at = start[row]; at < start[row + 1]; at++) {
      const to = country[at]
      for (let layer = 0; layer + 1 < layers; layer += 2) {
        const from = 2 * (layers * at + layer)
        teu[to] += weights[w + layer] * amounts[from] + weights[w + layer + 1] * amounts[from + 2]
        usd[to] += weights[w + layer] * amounts[from + 1] + weights[w + layer + 1] * amounts[from + 3]
      }
      if (layers % 2 === 0) continue
      const from = 2 * (layers * at + layers - 1)
      teu[to] += weights[w + layers - 1] * amounts[from]
      usd[to] += weights[w + layers - 1] * amounts[from + 1]
    }
  }
}

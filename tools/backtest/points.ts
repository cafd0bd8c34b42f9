/** Modelled beside observed traffic at border crossings, on the Caspian and in the Suez Canal. */

import type { Crossing, TrafficPoint } from '../../src/dataset/dataset.js'
import { baselineChoice, networkBaseline } from '../../src/network/comparison/network-baseline.js'
import { indexElements } from '../../src/network/elements/elements.js'
import { timeValueGrid } from '../../src/network/route-choice/time-values.js'
import { cutOffLanes, elementTraffic, laneParts } from '../../src/network/traffic/traffic.js'
import { pointElements, pointTraffic } from '../../src/network/traffic/traffic-points.js'
import type { Setting } from '../calibrate/setting.js'

/** TEU a year on every element: of all pairs, and of those between China and Europe. */
export interface ElementLoads {
  readonly all: Float64Array
  readonly chinaEurope: Float64Array
}

export interface PointRow {
  readonly point: TrafficPoint
  /** Model, general cargo of all kinds and that between China and Europe, by regime of avoidance. */
  readonly model: Readonly<Record<'2021' | '2024', { readonly all: number; readonly chinaEurope: number }>>
}

/** What differs from the network as it stands. */
export interface LoadAssumption {
  readonly closed?: readonly string[]
  /** USD per TEU more at every rail crossing of China's land border. */
  readonly borderUsd?: number
}

/** Chooses the routes of all lanes: a second or so. */
export function elementLoads(
  setting: Setting,
  regime: '2021' | '2024',
  { closed = [], borderUsd = 0 }: LoadAssumption = {},
): ElementLoads {
  const { dataset, choiceSet, boxes, embedded } = setting
  const { network, trade, countries, avoidance } = dataset
  const { economies } = trade
  const rules = avoidance.filter(rule => rule.regime === regime)
  const crossings = network.crossings.map(row =>
    isRailToChina(row) ? { ...row, feeUsd: row.feeUsd + borderUsd } : row,
  )
  const situation = { tables: { ...network, crossings }, closedPlaces: new Set(closed), rules }
  const baseline = networkBaseline(choiceSet, situation, economies, countries)
  const { lanes, totals } = baseline
  const timeValues = timeValueGrid([embedded], 0)
  const { share } = baselineChoice(choiceSet, baseline, rules, { ...embedded, timeValues })
  const lanePart = laneParts(lanes, cutOffLanes(choiceSet, lanes, totals.open))
  const loads = (of: Float64Array) =>
    elementTraffic(choiceSet, lanes, { share, lanePart, boxes: of }, indexElements(network).count)
  return { all: loads(boxes), chinaEurope: loads(chinaEuropeOnly(setting)) }
}

/** Every point where containers were counted. */
export function pointRows(
  setting: Setting,
  loads: Readonly<Record<'2021' | '2024', ElementLoads>>,
): PointRow[] {
  const { network, trafficPoints } = setting.dataset
  const index = indexElements(network)
  return trafficPoints.map(point => {
    const elements = pointElements(network, index, point.elements)
    const at = ({ all, chinaEurope }: ElementLoads) => ({
      all: pointTraffic(elements, all),
      chinaEurope: pointTraffic(elements, chinaEurope),
    })
    return { point, model: { '2021': at(loads['2021']), '2024': at(loads['2024']) } }
  })
}

/** TEU a year by rail over all land borders of China, both ways. */
export function railOverChinasBorders({ dataset }: Pick<Setting, 'dataset'>, traffic: Float64Array): number {
  const { network } = dataset
  const index = indexElements(network)
  return network.crossings.reduce(
    (sum, crossing, row) => (isRailToChina(crossing) ? sum + traffic[index.crossingStart + row]! : sum),
    0,
  )
}

const NEIGHBOURS = ['KAZ', 'MNG', 'RUS', 'KGZ']

function isRailToChina({ mode, fromCountry, toCountry }: Crossing): boolean {
  const other = fromCountry === 'CHN' ? toCountry : toCountry === 'CHN' ? fromCountry : ''
  return mode === 'rail' && NEIGHBOURS.includes(other)
}

/**
 * The fee at China's rail borders at which all rail over them, with a part of ships around the Cape, grows by `factor`
 * and no more: a uniform shadow price in place of the capacity of trains, by bisection to two dollars.
 */
export function borderPriceFor(
  setting: Setting,
  diverted: number,
  factor: number,
): { readonly usd: number; readonly loads: ElementLoads } {
  const usual = railOverChinasBorders(setting, elementLoads(setting, '2024').all)
  const at = (borderUsd: number): ElementLoads =>
    mixedLoads(
      elementLoads(setting, '2024', { borderUsd }),
      elementLoads(setting, '2024', { borderUsd, closed: ['suez'] }),
      diverted,
    )
  let [low, high] = [0, 5000]
  while (high - low > 2) {
    const middle = (low + high) / 2
    if (railOverChinasBorders(setting, at(middle).all) > factor * usual) low = middle
    else high = middle
  }
  return { usd: high, loads: at(high) }
}

/** A part of `other`, the rest of `one`. */
export function mixedLoads(one: ElementLoads, other: ElementLoads, part: number): ElementLoads {
  const mix = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((teu, e) => (1 - part) * teu + part * b[e]!)
  return { all: mix(one.all, other.all), chinaEurope: mix(one.chinaEurope, other.chinaEurope) }
}

/** The boxes between China and Europe, and none of the others. */
export function chinaEuropeOnly({ dataset, boxes }: Pick<Setting, 'dataset' | 'boxes'>): Float64Array {
  const { economies } = dataset.trade
  const n = economies.length
  const region = new Map(dataset.countries.map(country => [country.iso3, country.region]))
  const isChina = economies.map(iso3 => iso3 === 'CHN')
  const isEurope = economies.map(iso3 => region.get(iso3) === 'europe')
  return boxes.map((teu, ij) => {
    const [i, j] = [Math.floor(ij / n), ij % n]
    return (isChina[i] && isEurope[j]) || (isEurope[i] && isChina[j]) ? teu : 0
  })
}

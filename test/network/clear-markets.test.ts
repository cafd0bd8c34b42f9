import { describe, expect, test } from 'vitest'
import type { Link } from '../../src/dataset/dataset.js'
import { indexElements } from '../../src/network/elements/elements.js'
import {
  clearMarkets,
  LARGEST_LOG_RATE,
  RATE_TOLERANCE,
} from '../../src/network/freight-rates/clear-markets.js'
import { addRateRise, marketUse, servedElements } from '../../src/network/freight-rates/market-use.js'
import { embeddedDataset } from '../embedded.js'

type Demand = (logRates: Float64Array) => number[]

/** Clears markets of which the logarithm of demand is given; the state is the rates at which it was looked at. */
function cleared(demand: Demand, elasticity: readonly number[]) {
  const lookAt = async (x: Float64Array) => ({ state: [...x], demand: Float64Array.from(demand(x)) })
  return lookAt(new Float64Array(elasticity.length)).then(today =>
    clearMarkets(lookAt, Float64Array.from(elasticity), today),
  )
}

describe('one market', () => {
  test.each([
    [0.2, 1, 0.5],
    [0.2, 0.15, 0.18],
    [1.5, 3.4, 1],
    [0.05, 0.02, 6],
  ])('excess %f, demand falls by %f, ε = %f: x = excess ∕ (fall + ε)', async (excess, fall, elasticity) => {
    const { logRates, state, unsettled, looks } = await cleared(([x]) => [excess - fall * x!], [elasticity])
    expect(unsettled).toBe(-1)
    expect(Math.abs(logRates[0]! - excess / (fall + elasticity))).toBeLessThan(RATE_TOLERANCE / elasticity)
    expect(state).toEqual([...logRates])
    expect(looks).toBeLessThan(6)
  })

  test('less demand than today leaves the rate of today, at one look', async () => {
    const { logRates, looks, unsettled } = await cleared(() => [-0.3], [0.5])
    expect([...logRates, looks, unsettled]).toEqual([0, 1, -1])
  })

  test('the more supply answers, the less the rate rises; at none demand comes back to what it was', async () => {
    const rise = async (elasticity: number) =>
      (await cleared(([x]) => [0.3 - 0.8 * x! + 0.05 * x! * x!], [elasticity])).logRates[0]!
    const rises = [await rise(0), await rise(0.2), await rise(1), await rise(10), await rise(1e6)]
    for (let k = 1; k < rises.length; k++) expect(rises[k]).toBeLessThan(rises[k - 1]!)
    expect(rises[4]).toBeLessThan(1e-5)
    const none = await cleared(([x]) => [0.3 - 0.8 * x!], [0])
    expect(none.demand[0]).toBeCloseTo(0, 5)
  })

  test('demand that no rate turns away, and no supply: it says so', async () => {
    const { unsettled, logRates } = await cleared(() => [0.3], [0])
    expect(unsettled).toBe(0)
    expect(logRates[0]).toBe(LARGEST_LOG_RATE)
  })

  test('a market that nobody asks for any more', async () => {
    const { logRates, unsettled } = await cleared(() => [Number.NEGATIVE_INFINITY], [1])
    expect([...logRates, unsettled]).toEqual([0, -1])
  })
})

describe('markets that stand in for each other', () => {
  /** Each fills as the other becomes dearer. */
  const both: Demand = ([a, b]) => [0.06 - 0.15 * a! + 0.01 * b!, 0.25 + 0.5 * a! - 3.4 * b!]

  test('both are in balance', async () => {
    const { logRates, demand, unsettled, looks } = await cleared(both, [0.18, 1])
    expect(unsettled).toBe(-1)
    const [a, b] = logRates
    expect(Math.abs(demand[0]! - 0.18 * a!)).toBeLessThan(RATE_TOLERANCE)
    expect(Math.abs(demand[1]! - 1 * b!)).toBeLessThan(RATE_TOLERANCE)
    // 0.33 a − 0.01 b = 0.06 and 4.4 b − 0.5 a = 0.25
    const determinant = 0.33 * 4.4 - 0.01 * 0.5
    expect(a).toBeCloseTo((0.06 * 4.4 + 0.01 * 0.25) / determinant, 3)
    expect(b).toBeCloseTo((0.33 * 0.25 + 0.5 * 0.06) / determinant, 4)
    expect(looks).toBeLessThan(8)
  })

  test('one may stay at its rate of today, also where it rose on the way', async () => {
    const { logRates, unsettled } = await cleared(
      ([a, b]) => [0.3 - 2 * a! - b!, 0.1 - 0.9 * a! - b!],
      [0.5, 1],
    )
    expect(unsettled).toBe(-1)
    expect(logRates[0]).toBeCloseTo(0.12, 4)
    expect(logRates[1]).toBe(0)
  })

  test('the same bits again', async () => {
    const [one, other] = [await cleared(both, [0.18, 1]), await cleared(both, [0.18, 1])]
    expect([...one.logRates]).toEqual([...other.logRates])
  })
})

describe('what the embedded markets serve', () => {
  const { network, freightMarkets } = embeddedDataset()
  const index = indexElements(network)
  const market = (id: string) => freightMarkets.find(each => each.id === id)!
  const ships = servedElements(network, index, market('container-ships'))
  const trains = servedElements(network, index, market('china-trains'))

  test('ships: every leg over the oceans at a rate by the kilometre and none of the short seas', () => {
    const sea = network.links.filter(({ mode }) => mode === 'sea')
    expect(ships.length).toBeGreaterThan(600)
    expect(ships.length).toBeLessThan(sea.length)
    const served = new Set(Array.from(ships, k => network.links[k]!))
    const hasRate = ({ lumpUsd, costUsdPerTeuKm }: Link): boolean =>
      lumpUsd === undefined || costUsdPerTeuKm > 0
    for (const link of sea) expect(served.has(link)).toBe(hasRate(link) && link.costUsdPerTeuKm < 0.2)
    // A sum that ships ask on top, as to Russia, takes no leg out of the market.
    expect(sea.filter(link => served.has(link) && link.lumpUsd !== undefined).length).toBeGreaterThan(15)
    // what a day costs is the rate of the network at its speed
    for (const { costUsdPerTeuKm, speedKmh } of served)
      expect(market('container-ships').usd).toBeGreaterThanOrEqual(0.99 * costUsdPerTeuKm * speedKmh * 24)
  })

  test('trains: every crossing between China and its neighbours in the north and west by rail, both ways', () => {
    const rows = Array.from(trains, e => network.crossings[e - index.crossingStart]!)
    const neighbours = ['KAZ', 'KGZ', 'MNG', 'RUS']
    const wanted = network.crossings.filter(
      ({ mode, fromCountry: a, toCountry: b }) =>
        mode === 'rail' &&
        ((a === 'CHN' && neighbours.includes(b)) || (b === 'CHN' && neighbours.includes(a))),
    )
    expect(rows).toEqual(wanted)
    expect(rows.length).toBeGreaterThan(8)
    const toAll = servedElements(network, index, { ...market('china-trains'), neighbours: [] })
    expect(toAll.length).toBeGreaterThan(trains.length)
  })

  test('use is TEU times days under way, or TEU; a rise falls on elements in the same measure', () => {
    const traffic = new Float64Array(index.count)
    const hours = new Float64Array(index.count).fill(Number.NaN)
    const [leg, other, border] = [ships[0]!, ships[1]!, trains[0]!]
    hours[leg] = 48
    hours[other] = 12
    traffic[leg] = 1000
    traffic[other] = 10
    traffic[border] = 70
    const days = { unit: 'TEU-day' as const }
    expect(marketUse(days, Int32Array.of(leg, other), { hours }, traffic)).toBe(2005)
    expect(marketUse({ unit: 'TEU' }, trains, { hours }, traffic)).toBe(70)
    const rises = new Float64Array(index.count)
    addRateRise(days, Int32Array.of(leg, other), { hours }, 8, rises)
    addRateRise({ unit: 'TEU' }, Int32Array.of(border), { hours }, 25, rises)
    expect([rises[leg], rises[other], rises[border]]).toEqual([16, 4, 25])
    // what traders pay more is the rise times the use
    const paid = rises.reduce((sum, usd, e) => sum + usd * traffic[e]!, 0)
    expect(paid).toBe(8 * 2005 + 25 * 70)
  })
})

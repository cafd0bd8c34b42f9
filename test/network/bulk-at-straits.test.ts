/**
 * Bulk that passes straits in the model beside oil that was counted there: no figure of the model was set on these. Bulk is oil, gas, ore,
 * coal and grain, in USD, so it should lie above oil alone, at 80 USD a barrel.
 */
import { beforeAll, expect, test } from 'vitest'
import { routesThrough, straitElements } from '../../src/network/choice-set/passing.js'
import { bulkOnClosedWays } from '../../src/network/traffic/bulk.js'
import { bulkSituation, type World } from '../../src/scenario/stages/world.js'
import { centreOfToday } from '../centre.js'

/**
 * Crude oil and products of 2023, million barrels a day: US Energy Information Administration, World Oil Transit Chokepoints, 25 June 2024,
 * table 1. Suez is the canal and the pipeline beside it.
 */
const OIL_2023: Readonly<Record<string, number>> = {
  malacca: 23.7,
  hormuz: 20.9,
  suez: 8.8,
  'bab-el-mandeb': 8.6,
  'danish-straits': 4.9,
  dardanelles: 3.4,
  panama: 2.1,
  'good-hope': 6.0,
}
const BN_USD_PER_BARREL_A_DAY = (80 * 365) / 1000

let world: World
beforeAll(async () => {
  world = (await centreOfToday()).world
})

/** What passes a strait, bn USD a year, and of it what one country sends. */
function bulkAt(strait: string, exporter?: string): number {
  const { network, baseline, economies, flows, dataset } = world
  const n = economies.length
  const situation = bulkSituation(world)
  const passes = routesThrough(network.choiceSet, straitElements(baseline.network, network.index, strait))
  const openAfter = situation.before.open.map((open, route) => (passes[route] ? 0 : open))
  let musd = 0
  bulkOnClosedWays({ ...situation, openAfter }).forEach((part, pair) => {
    if (exporter === undefined || economies[Math.floor(pair / n)] === exporter)
      musd += part * flows[pair]! * dataset.bulkShare[pair]!
  })
  return musd / 1000
}

test.each(Object.entries(OIL_2023).filter(([strait]) => strait !== 'panama'))(
  '%s: between three quarters of the oil that was counted and twice that',
  (strait, oil) => {
    const ratio = bulkAt(strait) / (oil * BN_USD_PER_BARREL_A_DAY)
    expect(ratio).toBeGreaterThan(0.75)
    expect(ratio).toBeLessThan(2)
  },
)

test('Panama has far more than was counted: from Houston to Asia tankers that are too large for it go round in fact', () => {
  const ratio = bulkAt('panama') / (OIL_2023.panama! * BN_USD_PER_BARREL_A_DAY)
  expect(ratio).toBeGreaterThan(2)
  expect(bulkAt('panama', 'USA') / bulkAt('panama')).toBeGreaterThan(0.4)
})

test('Kazakhstan sends its oil through the Bosporus, and the Gulf its own through Hormuz', () => {
  // 56 million t through the Caspian pipeline, at 7.9 barrels a t: 35 bn USD; trade on record tells less.
  expect(bulkAt('bosporus', 'KAZ')).toBeGreaterThan(20)
  expect(bulkAt('bosporus', 'KAZ')).toBeLessThan(40)
  // 0.84 and 0.65 of what leaves.
  expect(bulkAt('hormuz', 'SAU')).toBeGreaterThan(150)
  expect(bulkAt('hormuz', 'ARE')).toBeGreaterThan(150)
})

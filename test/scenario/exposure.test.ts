import { beforeAll, describe, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { assembleResult } from '../../src/scenario/result/assemble-result.js'
import { type Exposure, exposureOf } from '../../src/scenario/runs/exposure.js'
import { isCoast, type RankedClosing, rankClosings } from '../../src/scenario/runs/exposure-ranking.js'
import { run, solveScenario } from '../../src/scenario/runs/pipeline.js'
import { scenarioOfClosing, scenarioOfToday } from '../../src/scenario/stages/closing.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { goodsFlows } from '../../src/scenario/stages/world.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

/** The dataset as if no source stated a capacity. */
const unlimited = {
  ...dataset,
  network: {
    ...dataset.network,
    crossings: dataset.network.crossings.map(({ capacityKteu: _, ...crossing }) => crossing),
    links: dataset.network.links.map(({ capacityKteu: _, ...link }) => link),
  },
}
const parse = (text: string) => ({ ...parseScenario(text, { file: 'test.yaml', dataset }), draws: 0 })

async function exposure(id: string): Promise<Exposure> {
  const solved = await solveScenario(dataset, parse(scenarioOfClosing(dataset, id)), { choiceSet })
  return exposureOf(solved, assembleResult(solved))
}

describe('exposure to a closing', () => {
  test('what passes is never more than the trade, and adds up over the pairs', async () => {
    const { economies, pairs, passingMusd, teu } = await exposure('khorgos-altynkol')
    for (const row of economies) {
      expect(row.generalPassingMusd + row.bulkPassingMusd).toBeLessThanOrEqual(row.tradeMusd * (1 + 1e-9))
      expect(row.passingShare).toBeLessThanOrEqual(1 + 1e-9)
      expect(row.addedUsdPerTeu).toBeGreaterThanOrEqual(0)
    }
    expect(pairs.reduce((sum, row) => sum + row.passingMusd, 0)).toBeCloseTo(passingMusd, 3)
    expect(pairs.reduce((sum, row) => sum + row.teu, 0)).toBeCloseTo(teu, 3)
    for (const row of pairs) expect(row.share).toBeLessThanOrEqual(1 + 1e-9)
  })

  test('TEU that pass are the traffic of the crossing, both ways and all modes', async () => {
    const { teu } = await exposure('khorgos-altynkol')
    const today = await run(dataset, parse(scenarioOfToday(dataset)), { choiceSet })
    const traffic = today.waits
      .filter(wait => wait.kind === 'crossing' && wait.placeId === 'khorgos-altynkol')
      .reduce((sum, wait) => sum + wait.teu.before, 0)
    expect(teu / traffic).toBeCloseTo(1, 3)
  })

  test('a country with one way out: its pairs are cut off, and the cut is named', async () => {
    const { cutOff } = await exposure('hormuz')
    for (const row of cutOff) {
      if (row.cargo === 'bulk') expect(row.cut).toEqual([])
      else expect(row.cut).toEqual(['hormuz'])
      expect(row.musd).toBeGreaterThan(0)
    }
    // What a run of the same scenario tells its reader.
    const { notices } = await run(dataset, parse(scenarioOfClosing(dataset, 'hormuz')), { choiceSet })
    const told = (code: string) => Number.parseInt(notices.find(each => each.code === code)!.message, 10)
    const [whole, part] = [told('network.bulk-cut-off'), told('network.bulk-partly-cut-off')]
    expect(whole + part).toBe(cutOff.filter(({ cargo }) => cargo !== 'general').length)
    expect(part).toBeGreaterThan(10)
  })
})

test('the port where a pipeline ends: what it loads is what the country loses, and no other country does', async () => {
  const { economies, cutOff } = await exposure('novorossiysk')
  const bulk = cutOff.filter(({ cargo }) => cargo === 'bulk')
  expect(new Set(bulk.map(({ exporter }) => exporter))).toEqual(new Set(['KAZ']))
  const chain = dataset.network.bulkChains!.find(({ id }) => id === 'kazakhstan-oil')!
  const { economies: axis } = dataset.trade
  const flows = goodsFlows(dataset, true)
  const loaded = chain.importers.reduce((sum, importer) => {
    const pair = axis.indexOf('KAZ') * axis.length + axis.indexOf(importer)
    return axis.includes(importer) ? sum + flows[pair]! * dataset.bulkShare[pair]! * chain.ownChain : sum
  }, 0)
  expect(bulk.reduce((sum, { musd }) => sum + musd, 0) / loaded).toBeCloseTo(1, 6)
  // The result of a run tells it by country.
  const { countries } = await run(dataset, parse(scenarioOfClosing(dataset, 'novorossiysk')), { choiceSet })
  const lost = (iso3: string) => countries.find(each => each.iso3 === iso3)!
  expect(lost('KAZ').exportsCutOffMusd / loaded).toBeCloseTo(1, 6)
  expect(lost('KAZ').importsCutOffMusd).toBe(0)
  expect(lost('ITA').importsCutOffMusd).toBeGreaterThan(1000)
  const all = (key: 'exportsCutOffMusd' | 'importsCutOffMusd') =>
    countries.reduce((sum, each) => sum + each[key], 0)
  expect(all('exportsCutOffMusd')).toBeCloseTo(all('importsCutOffMusd'), 6)
  const of = (iso3: string) => economies.find(each => each.iso3 === iso3)!
  expect(of('KAZ').realIncomeChangePercent.value).toBeLessThan(-0.5)
  expect(of('KAZ').realIncomeChangePercent.value).toBeLessThan(of('RUS').realIncomeChangePercent.value)
})

describe('all closings ranked', () => {
  let ranked: readonly RankedClosing[]
  beforeAll(async () => {
    ranked = await rankClosings(dataset, parse(scenarioOfToday(dataset)), {
      choiceSet,
      baseline: prepareBaseline(dataset, choiceSet),
      exactly: 6,
    })
  }, 120_000)

  test('the largest first, each lever once, no leg of open sea', () => {
    expect(ranked.length).toBeGreaterThan(800)
    expect(new Set(ranked.map(row => row.lever.id)).size).toBe(ranked.length)
    const modes = new Map(dataset.network.links.map(link => [link.id, link.mode]))
    for (const { lever } of ranked) expect(modes.get(lever.id)).not.toBe('sea')
    const exact = ranked.filter(row => row.isExact).length
    expect(exact).toBeGreaterThanOrEqual(6)
    for (const rows of [ranked.slice(0, exact), ranked.slice(exact)]) {
      const losses = rows.map(row => row.blocRealIncomeChangeMusd)
      expect(losses).toEqual([...losses].sort((a, b) => a - b))
    }
  })

  test('no estimate is so near the first that it may belong there', () => {
    const sixth = ranked[5]!.blocRealIncomeChangeMusd
    const rest = ranked.filter(row => !row.isExact && !isCoast(row))
    expect(Math.min(...rest.map(row => row.blocRealIncomeChangeMusd))).toBeGreaterThan(0.7 * sixth)
  })

  test('a port that stands for a whole coast is told so, and takes no place among the first', () => {
    const coasts = ranked.filter(isCoast)
    expect(coasts.find(({ lever }) => lever.id === 'santos')?.onlyPortOf).toEqual(['BRA'])
    for (const { lever, isExact } of coasts) expect([lever.kind, isExact]).toEqual(['port', false])
    // From these trains and lorries reach the ports of others.
    for (const id of ['karachi', 'bandar-abbas'])
      expect(isCoast(ranked.find(({ lever }) => lever.id === id)!)).toBe(false)
    expect(ranked.find(({ lever }) => lever.id === 'shanghai')!.onlyPortOf).toEqual([])
  })

  test('one solved exactly is the scenario that closes it', async () => {
    const row = ranked.find(({ lever }) => lever.id === 'suez')!
    expect(row.isExact).toBe(true)
    const result = await run(dataset, parse(scenarioOfClosing(dataset, 'suez')), { choiceSet })
    expect(row.blocRealIncomeChangeMusd / result.bloc.realIncomeChangeMusd.value).toBeCloseTo(1, 9)
    const iso3 = new Map(dataset.trade.economies.map((code, i) => [code, i]))
    for (const country of result.countries)
      expect(row.realIncomePercent[iso3.get(country.iso3)!]).toBeCloseTo(
        country.realIncomeChangePercent.value,
        9,
      )
  })

  test.each([
    ['khorgos-altynkol', 'UZB'],
    ['sadakhlo-ayrum', 'ARM'],
    ['krasnoye-osinovka', 'BLR'],
    ['mumbai', 'IND'],
    ['karachi', 'PAK'],
  ])('%s: the estimate for who is most hit is near what the closing comes to', async (id, iso3) => {
    const row = ranked.find(({ lever }) => lever.id === id)!
    const result = await run(unlimited, parse(scenarioOfClosing(dataset, id)), { choiceSet })
    const exact = result.countries.find(country => country.iso3 === iso3)!.realIncomeChangePercent.value
    const ratio = row.realIncomePercent[dataset.trade.economies.indexOf(iso3)]! / exact
    expect(exact).toBeLessThan(-0.03)
    expect(ratio).toBeGreaterThan(0.9)
    expect(ratio).toBeLessThan(1.1)
  })

  // Roads of cargo that is bound to the lorry, a railway with a second line for bulk, a strait.
  test.each(['road-kokshetau--petropavl', 'road-astana--pavlodar', 'rail-moscow--voronezh', 'tsushima'])(
    '%s: without queues the estimate is near what the closing comes to',
    async id => {
      const row = ranked.find(({ lever }) => lever.id === id)!
      const result = await run(unlimited, parse(scenarioOfClosing(dataset, id)), { choiceSet })
      expect(row.isExact).toBe(false)
      const ratio = row.blocRealIncomeChangeMusd / result.bloc.realIncomeChangeMusd.value
      // A scenario may take ways that were found for other cargo too, so that a loss is smaller.
      expect(ratio).toBeGreaterThan(0.9)
      expect(ratio).toBeLessThan(1.35)
    },
  )
})

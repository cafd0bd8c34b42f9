/** A scenario on a many-sector baseline, made up from the embedded trade matrix so that the one-sector model can judge it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { appliedTariffs } from '../../src/dataset/applied-tariffs.js'
import type { SectorDataset } from '../../src/dataset/sectors/sector-dataset.js'
import { KeruenError } from '../../src/errors.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { sum } from '../../src/numeric/sum.js'
import type { Result } from '../../src/scenario/result/result.js'
import { RESULT_SCHEMA } from '../../src/scenario/result/result-schema.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import { goodsFlows } from '../../src/scenario/stages/world.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { scenarioToYaml } from '../../src/scenario/text/write.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const { economies } = dataset.trade
const n = economies.length
const theta = 5.03

type Parts = Partial<Pick<SectorDataset, 'economies' | 'sectors' | 'flows' | 'tariff' | 'hidden'>>

/** One sector of general cargo that is the whole trade matrix; parts may be put in the place of its own. */
function madeUp(parts: Parts = {}): SectorDataset {
  const sectors = parts.sectors ?? [{ id: 'GOODS', name: 'Goods', cargo: 'general' as const }]
  return {
    id: 'made-up-sectors',
    title: 'Made up from the trade matrix',
    year: dataset.year,
    version: '1',
    hash: 'c'.repeat(64),
    economies,
    hidden: [],
    sectors,
    flows: goodsFlows(dataset, true),
    tariff: appliedTariffs(dataset, `${dataset.year}-12-31`).rate,
    elasticities: [
      { source: 'ONE', name: 'One (2001)', values: sectors.map(() => theta), filledIn: [] },
      { source: 'TWO', name: 'Two (2002)', values: sectors.map(() => 2 * theta), filledIn: [] },
    ].map(each => ({ ...each, values: Float64Array.from(each.values) })),
    defaultElasticity: 'ONE',
    defaultElasticityReason: 'made up for a test',
    sources: [],
    ...parts,
  }
}

/** The matrix with all but some economies in the rest of the world, three sectors: two thirds, a third, and services. */
function grouped(named: readonly string[]): SectorDataset {
  const own = [...named, 'ROW'].sort()
  const m = own.length
  const place = economies.map(iso3 => own.indexOf(named.includes(iso3) ? iso3 : 'ROW'))
  const total = new Float64Array(m * m)
  goodsFlows(dataset, true).forEach((flow, ij) => {
    total[place[Math.floor(ij / n)]! * m + place[ij % n]!]! += flow
  })
  const home = (ab: number) => ab % (m + 1) === 0
  return madeUp({
    economies: own,
    hidden: economies.filter(iso3 => !own.includes(iso3)).map(iso3 => ({ iso3, within: 'ROW' })),
    sectors: [
      { id: 'A', name: 'Boxes', cargo: 'general' },
      { id: 'B', name: 'Bulk', cargo: 'bulk' },
      { id: 'S', name: 'Services', cargo: 'none' },
    ],
    flows: Float64Array.of(
      ...total.map(flow => (2 * flow) / 3),
      ...total.map(flow => flow / 3),
      ...total.map((flow, ab) => (home(ab) ? flow : flow / 10)),
    ),
    tariff: Float64Array.from({ length: 3 * m * m }, (_, cell) =>
      cell >= 2 * m * m || home(cell % (m * m)) ? 0 : 0.1,
    ),
  })
}

const parse = (text: string, sectors?: SectorDataset) =>
  parseScenario(text, { file: 'a-test.yaml', dataset, sectors })
const PACKAGE = `measures:
  - { tariff: { among: sco, change: -50% } }
  - { nonTariff: { importers: [KAZ], exporters: [CHN, DEU], change: -3% } }
  - { crossing: { among: members }, hours: { change: -30% } }
`

let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

test('one sector of general cargo on the same matrix is the one-sector model where no bulk is told apart', async () => {
  const text = `keruen: 1\ndraws: 0\nparameters: { bulkShareFactor: { value: 0, low: 0, high: 0 } }\n${PACKAGE}`
  const sectors = madeUp()
  const one = await run(dataset, parse(text), { choiceSet })
  const many = await run(dataset, parse(text, sectors), { choiceSet, sectors })
  expect(many.countries.map(row => row.iso3)).toEqual(one.countries.map(row => row.iso3))
  many.countries.forEach((row, k) => {
    const other = one.countries[k]!
    for (const key of [
      'realIncomeChangePercent',
      'exportsChangePercent',
      'importsChangePercent',
      'homeSalesChangePercent',
      'blocTurnoverChangeMusd',
      'transitTeuChange',
    ] as const) {
      expect(Math.abs(row[key].value - other[key].value), `${row.iso3} ${key}`).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(other[key].value)),
      )
    }
    expect(row.tariffRevenueChangeMusd).toBeCloseTo(other.tariffRevenueChangeMusd, 3)
  })
  expect(many.bloc.turnoverChangeMusd.value / one.bloc.turnoverChangeMusd.value).toBeCloseTo(1, 7)
  for (const [k, pair] of many.bloc.pairs.entries()) {
    const { turnoverBeforeMusd, turnoverChangeMusd } = one.bloc.pairs[k]
    expect(pair.turnoverBeforeMusd).toBeCloseTo(turnoverBeforeMusd, 6)
    expect(pair.turnoverChangeMusd.value).toBeCloseTo(turnoverChangeMusd.value, 4)
  }
  expect(many.bloc.turnoverBridge).toBeNull()
  expect(many.hash).not.toBe(one.hash)
})

describe('a baseline that hides members in the rest of the world', () => {
  const named = ['CHN', 'DEU', 'KAZ', 'RUS', 'USA']
  const sectors = grouped(named)
  const text = `keruen: 1\ndraws: 10\n${PACKAGE}`
  let result: Result
  beforeAll(async () => {
    result = await run(dataset, parse(text, sectors), { choiceSet, sectors })
  })

  test('is what the published schema says, with the baseline and its choice of elasticities in it', () => {
    const { flows: _, ...rest } = result
    expect(RESULT_SCHEMA.safeParse(JSON.parse(JSON.stringify(rest))).error).toBeUndefined()
    expect(result.scenario).toMatchObject({
      model: 'many-sector',
      sectors: { dataset: 'made-up-sectors', elasticity: 'ONE' },
    })
    expect(result.sectors).toMatchObject({ sectors: 3, elasticityName: 'One (2001)' })
  })

  test('reports the economies that have a row, and says whom it leaves out', () => {
    expect(result.countries.map(row => row.iso3).sort()).toEqual(named)
    expect(result.sectors?.hiddenMembers).toEqual(result.bloc.members.filter(iso3 => !named.includes(iso3)))
    const told = result.notices.filter(({ code }) => code === 'sectors.hidden-members')
    expect(told).toHaveLength(1)
    for (const iso3 of result.sectors!.hiddenMembers) expect(told[0]!.message).toContain(iso3)
  })

  test('markets clear, totals add up over those that are reported, ranges hold their centre', () => {
    expect(result.convergence.largestMarketClearingError).toBeLessThan(1e-9)
    expect(Object.keys(result.convergence.blocks).length).toBeGreaterThan(1)
    const members = result.countries.filter(row => row.role === 'member')
    expect(members.map(row => row.iso3)).toEqual(['CHN', 'KAZ', 'RUS'])
    expect(sum(members.map(row => row.realIncomeChangeMusd.value))).toBeCloseTo(
      result.bloc.realIncomeChangeMusd.value,
      6,
    )
    for (const { realIncomeChangePercent: range } of result.countries) {
      expect(range.low).toBeLessThanOrEqual(range.high)
    }
    // services are not goods: they stand in no flow of the result
    const { economies: own, before } = result.flows
    expect(before[own.indexOf('CHN') * own.length + own.indexOf('KAZ')]).toBeCloseTo(
      goodsFlows(dataset, true)[economies.indexOf('CHN') * n + economies.indexOf('KAZ')]!,
      6,
    )
  })

  test('trade by sector adds up to that of the country; welfare in parts adds up, and is told beside the exact one', () => {
    for (const row of result.countries) {
      const own = result.flows.sectors!.trade.filter(({ iso3 }) => iso3 === row.iso3)
      expect(own.map(({ sector }) => sector)).toEqual(['A', 'B', 'S'])
      const goods = own.filter(({ sector }) => sector !== 'S')
      expect(sum(goods.map(each => each.exportsBeforeMusd)) / row.exportsBeforeMusd).toBeCloseTo(1, 9)
      const change = (row.exportsBeforeMusd * row.exportsChangePercent.value) / 100
      expect(Math.abs(sum(goods.map(each => each.exportsChangeMusd)) - change)).toBeLessThan(
        1e-6 * row.exportsBeforeMusd,
      )
    }
    const { welfare, trade } = result.sectors!
    expect(welfare.map(({ iso3 }) => iso3)).toEqual(['CHN', 'KAZ', 'RUS'])
    expect(trade).toHaveLength(9)
    for (const row of welfare) {
      const parts = row.termsOfTradePercent + row.volumeOfTradePercent + row.tradeCostsPercent
      expect(row.firstOrderPercent).toBeCloseTo(parts, 12)
      const partners = result.flows.sectors!.partners.filter(({ iso3 }) => iso3 === row.iso3)
      expect(partners).toHaveLength(named.length)
      for (const part of ['termsOfTradePercent', 'volumeOfTradePercent', 'tradeCostsPercent'] as const)
        expect(sum(partners.map(each => each[part]))).toBeCloseTo(row[part], 9)
      expect(Math.sign(row.exactPercent)).toBe(
        Math.sign(result.countries.find(({ iso3 }) => iso3 === row.iso3)!.realIncomeChangePercent.value),
      )
    }
  })

  test('other elasticities and the one-sector model stand beside the headline', () => {
    const ids = result.sensitivities.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['elasticity-two', 'one-sector', 'freight-and-time-only']))
    expect(ids).not.toContain('trade-as-recorded')
    const turnover = (id: string) => result.sensitivities.find(each => each.id === id)!.blocTurnoverChangeMusd
    expect(turnover('elasticity-two')).toBeGreaterThan(1.2 * result.bloc.turnoverChangeMusd.value)
  })

  test('no measure, no change', async () => {
    const nothing = await run(dataset, parse('keruen: 1\ndraws: 0', sectors), { choiceSet, sectors })
    for (const row of nothing.countries) {
      expect(Math.abs(row.realIncomeChangePercent.value)).toBeLessThan(1e-10)
      expect(Math.abs(row.exportsChangePercent.value)).toBeLessThan(1e-9)
    }
  })

  test('the resolved scenario reads back, and needs the baseline again', () => {
    const scenario = parse(text, sectors)
    expect(parse(scenarioToYaml(scenario), sectors)).toEqual(scenario)
    expect(() => parse(scenarioToYaml(scenario))).toThrow(KeruenError)
  })
})

describe('what does not fit is refused', () => {
  const issuesOf = (text: string, sectors?: SectorDataset) => {
    try {
      parse(text, sectors)
    } catch (error) {
      return (error as KeruenError).issues.map(({ code, at }) => `${at?.line} ${code}`)
    }
    return []
  }
  test.each([
    [
      'many sectors without a baseline',
      'keruen: 1\nmodel: many-sector',
      false,
      '2 scenario.no-sector-baseline',
    ],
    ['sectors without a baseline', 'keruen: 1\nsectors: { elasticity: ONE }', false, '2 scenario.no-effect'],
    ['one sector with a baseline', 'keruen: 1\nmodel: one-sector', true, '2 scenario.no-effect'],
    [
      'elasticities of nobody',
      'keruen: 1\nsectors: { elasticity: THREE }',
      true,
      '2 scenario.unknown-source-of-elasticities',
    ],
    ['another baseline', 'keruen: 1\nsectors: { dataset: icio }', true, '2 scenario.unknown-dataset'],
    [
      'a numeraire that is hidden',
      'keruen: 1\nnumeraire: { wageOf: UZB }',
      true,
      '2 scenario.unknown-economy',
    ],
  ])('%s', (_, text, brought, expected) => {
    expect(issuesOf(text, brought ? grouped(['CHN', 'KAZ']) : undefined)).toEqual([expected])
  })

  test('a run without the baseline of its scenario', async () => {
    const scenario = parse('keruen: 1\ndraws: 0', madeUp())
    await expect(run(dataset, scenario, { choiceSet })).rejects.toMatchObject({
      code: 'scenario.no-sector-baseline',
    })
  })
})

describe('something closes that cuts bulk off', () => {
  const closing = async (place: string, named: readonly string[]) => {
    const sectors = grouped(named)
    const text = `keruen: 1\ndraws: 0\nmeasures:\n  - close: { place: ${place} }\n`
    return run(dataset, parse(text, sectors), { choiceSet, sectors })
  }

  test('bulk of its exporter stands idle; welfare in parts holds it and adds up', async () => {
    const { countries, sectors } = await closing('novorossiysk', ['CHN', 'DEU', 'ITA', 'KAZ', 'RUS', 'USA'])
    const idle = (iso3: string) => countries.find(each => each.iso3 === iso3)!.idleIncomeMusd
    expect(idle('KAZ')).toBeGreaterThan(1000)
    expect(idle('RUS')).toBe(0)
    const kazakhstan = sectors!.welfare.find(({ iso3 }) => iso3 === 'KAZ')!
    expect(kazakhstan.idlePercent).toBeLessThan(-1)
    const { termsOfTradePercent, volumeOfTradePercent, tradeCostsPercent, idlePercent } = kazakhstan
    const parts = termsOfTradePercent + volumeOfTradePercent + tradeCostsPercent + idlePercent
    expect(kazakhstan.firstOrderPercent).toBeCloseTo(parts, 12)
    // What is idle is most of what is lost, to first order and exactly.
    expect(kazakhstan.firstOrderPercent / idlePercent).toBeGreaterThan(0.8)
    expect(kazakhstan.exactPercent / idlePercent).toBeGreaterThan(0.8)
    expect(kazakhstan.exactPercent / kazakhstan.firstOrderPercent).toBeCloseTo(1, 0)
  })

  test('pairs that are cut off whole have no first order, and no number is without end', async () => {
    const { flows } = await closing('hormuz', ['ARE', 'CHN', 'IND', 'KWT', 'QAT', 'USA'])
    const { partners, welfare } = flows.sectors!
    for (const row of [...partners, ...welfare])
      for (const value of Object.values(row))
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  })
})

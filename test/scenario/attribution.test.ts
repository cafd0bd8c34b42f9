import { beforeAll, describe, expect, test } from 'vitest'
import { KeruenError } from '../../src/errors.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { sum } from '../../src/numeric/sum.js'
import type { Result } from '../../src/scenario/result/result.js'
import { RESULT_SCHEMA } from '../../src/scenario/result/result-schema.js'
import { contributionsOf } from '../../src/scenario/runs/contributions.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import { getAttributionPlayers } from '../../src/scenario/text/attribution-players.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const TEXT = `keruen: 1
draws: 0
attribution: true
measures:
  - { tariff: { importers: [KAZ], exporters: [CHN], change: -50% }, group: Tariffs }
  - { nonTariff: { among: [KAZ, UZB], change: -2% } }
  - { tariff: { importers: [CHN], exporters: [KAZ], change: -50% }, group: Tariffs }
  - { crossing: astara, hours: { change: +0% } }
`
const parse = (text: string) => parseScenario(text, { file: 'a-test.yaml', dataset })

let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

describe('contributions of the measures of a package', () => {
  let result: Result
  const stages: string[] = []
  beforeAll(async () => {
    result = await run(dataset, parse(TEXT), {
      choiceSet,
      onProgress: ({ stage }) => {
        stages.push(stage)
      },
    })
  })

  test('measures of a group are one player, in the order of the scenario', () => {
    expect(result.contributions!.map(({ id, measures }) => [id, measures])).toEqual([
      ['Tariffs', ['m1', 'm3']],
      ['m2', ['m2']],
      ['m4', ['m4']],
    ])
    // every part of the package but nobody and all: 2³ − 2 counterfactuals
    expect(stages.filter(stage => stage === 'contributions')).toHaveLength(6)
    expect(RESULT_SCHEMA.shape.contributions.safeParse(result.contributions).success).toBe(true)
  })

  test('they add up to the headline, for the bloc and for each member', () => {
    const rows = result.contributions!
    const { realIncomeChangeMusd, turnoverChangeMusd } = result.bloc
    expect(sum(rows.map(row => row.realIncomeChangeMusd))).toBeCloseTo(realIncomeChangeMusd.value, 8)
    expect(sum(rows.map(row => row.turnoverChangeMusd))).toBeCloseTo(turnoverChangeMusd.value, 7)
    result.bloc.members.forEach((iso3, k) => {
      const country = result.countries.find(row => row.iso3 === iso3)!
      const parts = rows.map(row => row.members[k]!)
      expect(parts.map(part => part.iso3)).toEqual([iso3, iso3, iso3])
      expect(sum(parts.map(part => part.realIncomeChangeMusd))).toBeCloseTo(
        country.realIncomeChangeMusd.value,
        8,
      )
    })
  })

  test('asked for alone they are those of the result', async () => {
    const parts: number[] = []
    const onPart = async (done: number, total: number) => {
      parts.push(done / total)
    }
    const alone = await contributionsOf(dataset, parse(TEXT), { choiceSet, onPart })
    expect(alone.map(({ id, measures }) => [id, measures])).toEqual(
      result.contributions!.map(({ id, measures }) => [id, measures]),
    )
    alone.forEach((row, k) => {
      const other = result.contributions![k]!
      expect(row.realIncomeChangeMusd).toBeCloseTo(other.realIncomeChangeMusd, 6)
      expect(row.turnoverChangeMusd).toBeCloseTo(other.turnoverChangeMusd, 5)
      row.members.forEach((member, m) => {
        expect(member.realIncomeChangeMusd).toBeCloseTo(other.members[m]!.realIncomeChangeMusd, 6)
      })
    })
    // all parts but nobody, told before each
    expect(parts).toHaveLength(7)
    expect(parts[0]).toBe(0)
  })

  test('what changes nothing contributes nothing; what helps helps', () => {
    const [tariffs, nonTariff, nothing] = result.contributions!
    expect(Math.abs(nothing!.realIncomeChangeMusd)).toBeLessThan(1e-6)
    expect(nonTariff!.realIncomeChangeMusd).toBeGreaterThan(1)
    expect(Math.abs(tariffs!.turnoverChangeMusd)).toBeGreaterThan(1)
  })
})

test('stopped between the centre and the contributions: the reason comes out, and nothing else is left to throw', async () => {
  const controller = new AbortController()
  const running = run(dataset, parse(TEXT), {
    choiceSet,
    signal: controller.signal,
    onProgress: ({ stage }) => {
      if (stage === 'parameter range') controller.abort(new Error('enough'))
    },
  })
  await expect(running).rejects.toThrow('enough')
})

test('not asked for, not computed', async () => {
  const result = await run(dataset, { ...parse(TEXT), attribution: false }, { choiceSet })
  expect(result.contributions).toBeNull()
})

test('more than six players, or none, are refused before anything is computed', async () => {
  const many = parse(
    `keruen: 1\ndraws: 0\nmeasures:\n${'  - { tariff: { among: sco, change: -1% } }\n'.repeat(7)}`,
  )
  for (const measures of [many.measures, []]) {
    const stages: string[] = []
    const running = run(
      dataset,
      { ...many, measures, attribution: true },
      { choiceSet, onProgress: ({ stage }) => void stages.push(stage) },
    )
    await expect(running).rejects.toThrow(KeruenError)
    await expect(running).rejects.toMatchObject({ kind: 'input', code: 'scenario.attribution-players' })
    expect(stages).toEqual([])
  }
  expect(getAttributionPlayers(many.measures.slice(1))).toHaveLength(6)
})

test('the next percent: what the model itself gives for one percent off the first pair', async () => {
  const cut = { ...parse('keruen: 1\ndraws: 0\nmeasures: [{ tariff: { among: sco, change: -50% } }]') }
  const before = await run(dataset, cut, { choiceSet })
  const { exporter, importer, blocRealIncomeMusd } = before.nextPercent[0]!
  const more = parse(
    `keruen: 1\ndraws: 0\nmeasures: [{ tariff: { among: sco, change: -50% } }, { nonTariff: { importers: ${importer}, exporters: ${exporter}, change: -0.1% } }]`,
  )
  const after = await run(dataset, more, { choiceSet })
  const added = after.bloc.realIncomeChangeMusd.value - before.bloc.realIncomeChangeMusd.value
  // a non-tariff measure falls on the general cargo of the pair, a tenth of a percent of its value
  const n = dataset.trade.economies.length
  const pair = dataset.trade.economies.indexOf(exporter) * n + dataset.trade.economies.indexOf(importer)
  const general = 1 - dataset.bulkShare[pair]!
  expect(added / (0.1 * general)).toBeCloseTo(blocRealIncomeMusd, -Math.log10(blocRealIncomeMusd * 0.02))
  expect(
    before.nextPercent.every(
      (row, k, all) => k === 0 || all[k - 1]!.blocRealIncomeMusd >= row.blocRealIncomeMusd,
    ),
  ).toBe(true)
})

test('balances and numeraire of the scenario reach the model', async () => {
  const cut = parse('keruen: 1\ndraws: 0\nmeasures: [{ tariff: { among: sco, change: -50% } }]')
  const income = async (parts: Partial<typeof cut>) => {
    const result = await run(dataset, { ...cut, ...parts }, { choiceSet })
    return result.countries.map(row => row.realIncomeChangePercent.value)
  }
  const worldShare = await income({})
  const inTenge = await income({ numeraire: { wageOf: 'KAZ' } })
  inTenge.forEach((value, k) => {
    expect(value).toBeCloseTo(worldShare[k]!, 9)
  })
  const balanced = await run(dataset, { ...cut, balances: 'zero' }, { choiceSet })
  const { before, economies } = balanced.flows
  const n = economies.length
  const sold = economies.map((_, i) => sum(before, i * n, i * n + n))
  const bought = economies.map((_, j) => sum(before.filter((_, ij) => ij % n === j)))
  sold.forEach((value, i) => {
    expect(bought[i]! / value).toBeCloseTo(1, 10)
  })
  expect(balanced.countries[0]!.exportsBeforeMusd).toBeGreaterThan(0)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import { KeruenError } from '../../src/errors.js'
import { prepareBaseline } from '../../src/index.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { RATE_TOLERANCE } from '../../src/network/freight-rates/clear-markets.js'
import { resultJson } from '../../src/report/index.js'
import type { Result } from '../../src/scenario/result/result.js'
import { centralRunner } from '../../src/scenario/runs/central-run.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

const ANSWER = 'freightRates: answer-demand\n'
const scenarioOf = (text: string, of: Dataset = dataset) =>
  parseScenario(`keruen: 1\ntitle: Rates\ndraws: 0\n${text}`, { file: 'rates.yaml', dataset: of })
const ready = (name: string) => {
  const file = join(projectRoot, 'scenarios', `${name}.yaml`)
  return { ...parseScenario(readFileSync(file, 'utf8'), { file, dataset }), draws: 0 }
}
const answering = (name: string) => ({ ...ready(name), freightRates: 'answer-demand' as const })
const market = ({ freightMarkets }: Pick<Result, 'freightMarkets'>, id: string) =>
  freightMarkets.find(row => row.id === id)!

/** Carriers offer what is asked of them, or as much as today where less is. */
function expectBalanced({ freightMarkets }: Pick<Result, 'freightMarkets'>): void {
  expect(freightMarkets.map(({ id }) => id)).toEqual(['china-trains', 'container-ships'])
  for (const { use, usdPerUnit, supplyElasticity } of freightMarkets) {
    const asked = Math.log(use.after / use.before)
    const offered = supplyElasticity * Math.log(usdPerUnit.after / usdPerUnit.before)
    expect(usdPerUnit.after).toBeGreaterThanOrEqual(usdPerUnit.before)
    expect(asked).toBeLessThan(offered + 2 * RATE_TOLERANCE)
    if (usdPerUnit.after > usdPerUnit.before) expect(asked).toBeGreaterThan(offered - 2 * RATE_TOLERANCE)
  }
}

test('no package: rates of today, and the bits of rates as stated', async () => {
  const still = await run(dataset, scenarioOf(`measures: []\n${ANSWER}`), { choiceSet })
  const stated = await run(dataset, scenarioOf('measures: []\n'), { choiceSet })
  expect(stated.freightMarkets).toEqual([])
  expectBalanced(still)
  for (const { use, usdPerUnit, paidMoreMusd } of still.freightMarkets) {
    expect(use.after).toBe(use.before)
    expect(usdPerUnit.after).toBe(usdPerUnit.before)
    expect(paidMoreMusd).toBe(0)
  }
  const { hash, scenario } = stated
  const bare = { hash, scenario, freightMarkets: [], notices: [] }
  expect(resultJson({ ...still, ...bare })).toBe(resultJson({ ...stated, notices: [] }))
})

describe('Suez closed', () => {
  let [stated, answered] = [undefined, undefined] as unknown as [Result, Result]
  beforeAll(async () => {
    stated = await run(dataset, ready('suez-closed'), { choiceSet })
    answered = await run(dataset, answering('suez-closed'), { choiceSet })
  })

  test('ships and trains are dearer, in balance, and every member but one or two loses more', () => {
    expectBalanced(answered)
    const [ships, trains] = [market(answered, 'container-ships'), market(answered, 'china-trains')]
    expect(ships.usdPerUnit.after / ships.usdPerUnit.before).toBeGreaterThan(1.15)
    expect(trains.usdPerUnit.after / trains.usdPerUnit.before).toBeGreaterThan(1.03)
    expect(answered.bloc.realIncomeChangeMusd.value).toBeLessThan(
      1.1 * stated.bloc.realIncomeChangeMusd.value,
    )
    const worse = answered.countries
      .filter(({ role }) => role === 'member')
      .filter(
        ({ iso3, realIncomeChangePercent: { value } }) =>
          value < stated.countries.find(row => row.iso3 === iso3)!.realIncomeChangePercent.value,
      )
    expect(worse.length).toBeGreaterThanOrEqual(answered.scenario.members.length - 2)
  })

  test('what is paid more is the rise on all that is carried', () => {
    for (const { use, usdPerUnit, paidMoreMusd } of answered.freightMarkets)
      expect(paidMoreMusd).toBeCloseTo(((usdPerUnit.after - usdPerUnit.before) * use.after) / 1e6, 6)
    expect(answered.notices.map(({ code, subject }) => [code, subject])).toEqual(
      expect.arrayContaining([
        ['network.freight-rates', 'china-trains'],
        ['network.freight-rates', 'container-ships'],
        ['network.freight-rates-paid', undefined],
      ]),
    )
  })

  test('trains carry less than with rates as stated, and queues stay in balance', () => {
    const rail = ({ waits }: Result) =>
      waits
        .filter(({ kind, label }) => kind === 'crossing' && /CHN.* rail$/.test(label))
        .reduce((sum, { teu }) => sum + teu.after, 0)
    expect(rail(answered)).toBeLessThan(rail(stated))
    for (const { teu, limitTeu, queueHours } of answered.capacities) {
      expect(teu.after).toBeLessThanOrEqual(limitTeu.after * 1.001 + 1)
      if (queueHours > 0) expect(teu.after).toBeGreaterThanOrEqual(limitTeu.after * 0.999 - 1)
    }
  })

  test('a rise is a rate and no charge: borders ask what they did, countries earn by what they asked', () => {
    const border = ({ waits }: Result) =>
      waits.find(({ placeId, label }) => placeId === 'alashankou-dostyk' && /CHN→KAZ rail/.test(label))!
    expect(border(answered).usd).toEqual(border(stated).usd)
    const earned = ({ corridors }: Result) =>
      corridors
        .find(({ id }) => id === 'northern-dostyk-brest')!
        .earnings.map(({ iso3, usdPerTeu }) => [iso3, usdPerTeu])
    expect(earned(answered)).toEqual(earned(stated))
    const cost = ({ corridors }: Result) =>
      corridors.find(({ id }) => id === 'northern-dostyk-brest')!.usdPerTeu
    const { usdPerUnit } = market(answered, 'china-trains')
    expect(cost(answered).after! - cost(stated).after!).toBeCloseTo(usdPerUnit.after - usdPerUnit.before, 6)
    expect(cost(answered).before).toBe(cost(stated).before)
  })

  test('the page tells the same bits, whatever it solved before', async () => {
    const solve = centralRunner(dataset, { choiceSet, baseline: prepareBaseline(dataset, choiceSet) })
    for (const name of ['middle-corridor', 'suez-closed'] as const) await solve(ready(name))
    const told = await solve(answering('suez-closed'))
    expect(told.freightMarkets).toEqual(answered.freightMarkets)
    expect(told.bloc.realIncomeChangeMusd.value).toBe(answered.bloc.realIncomeChangeMusd.value)
    const after = await solve(ready('suez-closed'))
    expect(after.bloc.realIncomeChangeMusd.value).toBe(stated.bloc.realIncomeChangeMusd.value)
  })
})

describe('a package of policy', () => {
  test('the more carriers offer for the same money, the more it is worth, up to what it is at rates as stated', async () => {
    const solve = centralRunner(dataset, { choiceSet, baseline: prepareBaseline(dataset, choiceSet) })
    const text = readFileSync(join(projectRoot, 'scenarios', 'middle-corridor.yaml'), 'utf8')
    const at = async (elasticity: number | undefined) => {
      const more =
        elasticity === undefined
          ? ''
          : `${ANSWER}parameters:\n  trainSupplyElasticity: { value: ${elasticity}, low: 0, high: 1000000, source: test }\n`
      return solve(parseScenario(`${text}\n${more}`, { dataset }))
    }
    const [stated, elastic, usual, tight] = [await at(undefined), await at(1e6), await at(1), await at(0.1)]
    const gains = [stated, elastic, usual, tight].map(({ bloc }) => bloc.realIncomeChangeMusd.value)
    // A rise, however small, has lanes choose anew that the package alone moves too little to be looked at.
    expect(Math.abs(gains[1]! / gains[0]! - 1)).toBeLessThan(0.005)
    expect(gains[2]).toBeLessThan(gains[1]!)
    expect(gains[3]).toBeLessThan(gains[2]!)
    for (const told of [elastic, usual, tight]) expectBalanced(told)
    const rates = [elastic, usual, tight].map(told => market(told, 'china-trains').usdPerUnit.after)
    expect(rates[1]).toBeGreaterThan(rates[0]!)
    expect(rates[2]).toBeGreaterThan(rates[1]!)
  })

  test('a row of the docs is what a run gives', async () => {
    const page = readFileSync(join(projectRoot, 'docs', 'models', 'network.md'), 'utf8')
    const solve = centralRunner(dataset, { choiceSet, baseline: prepareBaseline(dataset, choiceSet) })
    const signed = (value: number, decimals: number) => {
      const text = Math.abs(value).toFixed(decimals)
      return Number(text) === 0 ? text : `${value < 0 ? '\u2212' : '+'}${text}`
    }
    for (const name of ['middle-corridor', 'paperless-borders', 'tariff-cut', 'everything', 'suez-closed']) {
      const [stated, told] = [await solve(ready(name)), await solve(answering(name))]
      const income = [stated, told].map(({ bloc }) => bloc.realIncomeChangeMusd.value / 1000)
      const decimals = Math.abs(income[0]!) < 10 ? 2 : 1
      const rises = ['china-trains', 'container-ships'].map(id => {
        const { before, after } = market(told, id).usdPerUnit
        return `${signed(100 * (after / before - 1), 1)} %`
      })
      const paid = told.freightMarkets.reduce((sum, { paidMoreMusd }) => sum + paidMoreMusd, 0) / 1000
      const row = [`\`${name}\``, ...income.map(value => signed(value, decimals)), ...rises, paid.toFixed(1)]
      const known = page.split('\n').find(line => line.startsWith(`| \`${name}\` |`))
      expect(known).toBe(`| ${row.join(' | ')} |`)
    }
  })

  test('a tariff cut, which leaves the network alone, makes freight dearer by what is traded more', async () => {
    const result = await run(dataset, answering('tariff-cut'), { choiceSet })
    expectBalanced(result)
    expect(market(result, 'container-ships').use.after).toBeGreaterThan(
      market(result, 'container-ships').use.before,
    )
    const stated = await run(dataset, ready('tariff-cut'), { choiceSet })
    expect(result.bloc.realIncomeChangeMusd.value).toBeLessThan(stated.bloc.realIncomeChangeMusd.value)
  })

  test('contributions add up to the whole, draws hold the rates', async () => {
    const measures =
      'measures:\n  - { crossing: khorgos-altynkol, mode: rail, hours: { change: -50% } }\n  - { tariff: { among: sco, change: -10% } }\n'
    const result = await run(dataset, scenarioOf(`${measures}${ANSWER}attribution: true\n`), { choiceSet })
    const parts = result.contributions!.map(part => part.realIncomeChangeMusd)
    expect(parts[0]! + parts[1]!).toBeCloseTo(result.bloc.realIncomeChangeMusd.value, 6)
    const drawn = await run(dataset, { ...scenarioOf(`${measures}${ANSWER}`), draws: 4 }, { choiceSet })
    for (const { id, usdPerUnit } of drawn.freightMarkets)
      expect(usdPerUnit.after).toBeCloseTo(market(result, id).usdPerUnit.after, 9)
    const { low, high } = drawn.bloc.realIncomeChangeMusd
    expect(low).toBeLessThan(high)
  })
})

describe('bad input', () => {
  const faultOf = async (work: () => unknown) => {
    try {
      await work()
    } catch (error) {
      if (error instanceof KeruenError) return { kind: error.kind, ...error.issues[0]! }
      throw error
    }
    return undefined
  }

  test('a word that it is not; a dataset that has no markets', async () => {
    expect(await faultOf(() => scenarioOf('freightRates: float\n'))).toMatchObject({
      kind: 'input',
      at: { field: 'freightRates' },
      expected: expect.stringContaining('answer-demand'),
    })
    const without = { ...dataset, freightMarkets: [] }
    expect(await faultOf(() => scenarioOf(ANSWER, without))).toMatchObject({
      code: 'scenario.no-freight-markets',
      at: { file: 'rates.yaml', line: 4, field: 'freightRates' },
    })
    expect(scenarioOf('', without).freightRates).toBe('as-stated')
  })

  test('a rate that turns nobody away: a failure that names the market, and no numbers', async () => {
    const cheap = {
      ...dataset,
      freightMarkets: dataset.freightMarkets.map(row => ({
        ...row,
        usd: row.id === 'china-trains' ? 1e-6 : row.usd,
      })),
    }
    const stiff = `measures:\n  - { crossing: khorgos-altynkol, mode: rail, hours: { change: -50% } }\nparameters:\n  trainSupplyElasticity: { value: 0, low: 0, high: 6, source: test }\n${ANSWER}`
    expect(await faultOf(() => run(cheap, scenarioOf(stiff, cheap), { choiceSet }))).toMatchObject({
      kind: 'failure',
      code: 'network.freight-rates-not-converged',
      at: { field: 'china-trains' },
      mend: expect.stringContaining('trainSupplyElasticity'),
    })
  })
})

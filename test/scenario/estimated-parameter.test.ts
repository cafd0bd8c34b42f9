import { beforeAll, describe, expect, test } from 'vitest'
import { type Issue, KeruenError } from '../../src/errors.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { resultJson } from '../../src/report/json.js'
import { resultHash } from '../../src/scenario/result/hash.js'
import type { Result } from '../../src/scenario/result/result.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import type { Scenario } from '../../src/scenario/scenario.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { scenarioToYaml } from '../../src/scenario/text/write.js'
import { estimateFiles } from '../../src/scenario/text/written-parts.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'
import { smallDataset } from '../worlds.js'
import { savedElasticity as saved } from './saved-elasticity.js'

const FILE = '../estimates/elasticity.json'

const written = (parameter: string) => `keruen: 1
measures:
  - tariff: { among: sco, change: -50% }
parameters:
  tradeElasticity: ${parameter}
draws: 60
`
const NAMED = written(`{ estimate: ${FILE}, coefficient: '-log(1 + tariff)' }`)
const filesOf = (record: unknown) => new Map([[FILE, JSON.stringify(record)]])
const parse = (text: string, record: unknown, dataset = smallDataset()): Scenario =>
  parseScenario(text, { file: 'cut.yaml', dataset, estimates: filesOf(record) })
const elasticityOf = ({ parameters }: Scenario) => parameters.find(({ id }) => id === 'tradeElasticity')!

function issuesOf(text: string, record?: unknown): readonly Issue[] {
  try {
    const estimates = record === undefined ? undefined : filesOf(record)
    parseScenario(text, { file: 'cut.yaml', dataset: smallDataset(), estimates })
  } catch (error) {
    if (error instanceof KeruenError && error.kind === 'input') return error.issues
    throw error
  }
  return []
}

describe('a parameter that is an estimate', () => {
  test('value and 95 % interval are the estimate’s; the source says file, formula, sample and error', () => {
    const parameter = elasticityOf(parse(NAMED, saved(0.5)))
    expect(parameter).toMatchObject({ value: 5, distribution: 'normal', quality: 'estimated' })
    expect(parameter.low).toBeCloseTo(5 - 1.959963984540054 * 0.5, 12)
    expect(parameter.high).toBeCloseTo(5 + 1.959963984540054 * 0.5, 12)
    for (const part of [
      FILE,
      'flows.csv',
      'PPML of trade ~ log(1 + tariff) | exporter + importer where exporter != importer',
      '400 observations',
      'standard error 0.5 (clustered by pair_id (380), ppmlhdfe)',
      'data: customs offices; licence: CC BY 4.0',
    ]) {
      expect(parameter.source).toContain(part)
    }
  })

  test('the files that a scenario names, for whoever reads them', () => {
    expect(estimateFiles(NAMED)).toEqual([FILE])
    expect(estimateFiles('keruen: 1')).toEqual([])
    expect(estimateFiles('parameters: 4')).toEqual([])
    expect(estimateFiles('a: [')).toEqual([])
  })

  test('the hash covers the content of the file, and the written scenario needs it no more', () => {
    const hash = (scenario: Scenario) => resultHash(scenario, 'd', '0.1.0')
    const scenario = parse(NAMED, saved(0.5))
    expect(hash(parse(NAMED, saved(0.5)))).toBe(hash(scenario))
    const elsewhere = saved(0.5)
    elsewhere.sample.sha256 = '1'.repeat(64)
    expect(hash(parse(NAMED, elsewhere))).not.toBe(hash(scenario))
    const again = parseScenario(scenarioToYaml(scenario), { dataset: smallDataset() })
    expect(again).toEqual(scenario)
  })

  test('a normal by hand: an interval as it is printed', () => {
    const text = written('{ value: 5, low: 4.02, high: 5.98, distribution: normal, source: a paper }')
    expect(elasticityOf(parse(text, saved(1)))).toMatchObject({ value: 5, low: 4.02, distribution: 'normal' })
  })
})

describe('what cannot be', () => {
  const first = (text: string, record?: unknown) => {
    const issues = issuesOf(text, record)
    expect(issues).toHaveLength(1)
    expect(issues[0]!.at).toMatchObject({ file: 'cut.yaml', line: 5 })
    return issues[0]!
  }

  test('no file', () => {
    expect(first(NAMED)).toMatchObject({ code: 'scenario.no-estimate-file', found: `nothing at ${FILE}` })
  })

  test('another file', () => {
    const issue = first(NAMED, { keruen: 1 })
    expect(issue.code).toBe('saved-estimate.unknown-version')
    expect(issue.found).toContain(FILE)
  })

  test('an error of zero', () => {
    expect(first(NAMED, saved(0))).toMatchObject({
      code: 'saved-estimate.wrong-field',
      expected: 'a number above 0',
    })
  })

  test('another coefficient: the nearest is told', () => {
    const issue = first(NAMED.replace('tariff)', 'tarif)'), saved(0.5))
    expect(issue.code).toBe('gravity.restriction')
    expect(issue.mend).toContain('log(1 + tariff)')
  })

  test('a sign that is not turned, and an interval that reaches zero', () => {
    const unturned = first(NAMED.replace('-log', 'log'), saved(0.5))
    expect(unturned).toMatchObject({ code: 'scenario.estimate-not-positive' })
    expect(unturned.mend).toContain('sign')
    const weak = first(NAMED, saved(2.6))
    expect(weak).toMatchObject({ code: 'scenario.estimate-not-positive' })
    expect(weak.found).toContain('95 % interval -0.09591 to 10.1')
  })

  test.each([
    [`{ estimate: ${FILE} }`, 'scenario.missing-key'],
    ['{ coefficient: x, value: 4 }', 'scenario.missing-key'],
    ['{ source: x }', 'scenario.missing-key'],
    [`{ estimate: ${FILE}, coefficient: '-log(1 + tariff)', low: 3 }`, 'scenario.one-choice'],
    [`{ estimate: ${FILE}, coeficient: '-log(1 + tariff)' }`, 'scenario.unknown-key'],
    [`{ estimate: 4, coefficient: x }`, 'scenario.wrong-type'],
    ['{ value: 5, low: 4, high: 9, distribution: normal }', 'scenario.parameter-range'],
    ['{ value: 5, low: 0, high: 10, distribution: normal }', 'scenario.parameter-range'],
  ])('%s', (parameter, code) => {
    expect(first(written(parameter), saved(0.5)).code).toBe(code)
  })

  test('the spread of the value of time lies between calibrated ends', () => {
    const spread = NAMED.replace('tradeElasticity', 'valueOfTimeSpread')
    const parsing = () => parse(spread, saved(0.5), embeddedDataset())
    expect(parsing).toThrow(expect.objectContaining({ code: 'scenario.parameter-range' }))
  })
})

describe('a run on an estimated elasticity', () => {
  let choiceSet: ChoiceSet
  beforeAll(async () => {
    choiceSet = await embeddedChoiceSet()
  })
  const dataset = embeddedDataset()
  /** Nothing else is drawn, so that the range is the elasticity's alone. */
  const alone = (scenario: Scenario): Scenario => ({
    ...scenario,
    parameters: scenario.parameters.map(parameter =>
      parameter.id === 'tradeElasticity' ? parameter : { ...parameter, distribution: 'fixed' },
    ),
    avoidanceRegime: '2024',
  })
  const solved = (standardError: number) =>
    run(dataset, alone(parse(NAMED, saved(standardError), dataset)), { choiceSet })
  const width = ({ bloc }: Result) => bloc.realIncomeChangeMusd.high - bloc.realIncomeChangeMusd.low

  test('the interval of real income is that of the estimate; the same hash, the same bytes', async () => {
    const results = await Promise.all([1e-9, 0.25, 0.5].map(solved))
    const [exact, narrow, wide] = results as [Result, Result, Result]
    const value = exact.bloc.realIncomeChangeMusd.value
    expect(width(exact)).toBeLessThan(1e-6 * Math.abs(value))
    expect(width(narrow)).toBeGreaterThan(1e-3 * Math.abs(value))
    // to first order the width is proportional to the error
    expect(width(wide) / width(narrow)).toBeGreaterThan(1.8)
    expect(width(wide) / width(narrow)).toBeLessThan(2.3)
    for (const { bloc } of results) expect(bloc.realIncomeChangeMusd.value).toBe(value)

    const influence = wide.uncertainty.parameters.find(({ id }) => id === 'tradeElasticity')!
    expect(influence).toMatchObject({ quality: 'estimated', value: 5 })
    expect(influence.source).toContain('flows.csv')
    const again = await solved(0.5)
    expect(again.hash).toBe(wide.hash)
    expect(resultJson(again)).toBe(resultJson(wide))
    expect(narrow.hash).not.toBe(wide.hash)
  })

  test('an estimate whose interval comes near to zero still runs: every draw is above it', async () => {
    const result = await solved(2.5)
    expect(Number.isFinite(width(result))).toBe(true)
    expect(width(result)).toBeGreaterThan(0)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, resultHash } from '../../src/scenario/result/hash.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { scenarioToYaml } from '../../src/scenario/text/write.js'
import { smallDataset } from '../worlds.js'

const dataset = smallDataset()
const parse = (text: string, file = 'a-test.yaml') => parseScenario(text, { file, dataset })

const EVERY_LEVER = `keruen: 1
title: 'A title: with "quotes", # and — dashes'
description: |
  Two lines,
  the second with  spaces.
asOf: 2025-09-01
measures:
  - { crossing: { among: sco }, mode: rail, from: CHN, to: KAZ, hours: { change: -33.3% }, fee: { to: 99.5 USD } }
  - { terminal: [aktau, alat], modes: [rail, ferry], hours: { to: 0.1 days }, cost: { change: +7% } }
  - { crossing: khorgos-altynkol, mode: rail, capacity: { to: 532.5 kTEU } }
  - { link: rail-almaty--aktau, speed: { to: 61.3 km/h }, cost: { to: 0.21 USD/TEU-km }, capacity: { to: 2500 TEU } }
  - { link: ferry-aktau--alat, cost: { to: 400 USD/TEU }, capacity: { change: +50% } }
  - { corridor: middle, countries: [KAZ], speed: { change: +40% }, owners: sco, capital: 4.7 BUSD, life: 40 years, year: 2030 }
  - { open: { corridor: south }, group: 'Railways: south' }
  - close: [suez, rail-alat--baku]
  - close: { crossing: astara }
  - tariff: { among: sco, change: -50% }
  - tariff: { importers: KAZ, exporters: CHN, to: 2.5% }
  - nonTariff: { among: [KAZ, AZE], change: -2% }
  - nonTariff: { among: [KAZ, IRN], change: +0.5% }
  - digital: { among: members, documents: -50% }
  - avoidance: { rule: all, share: { to: 26% }, premium: { change: -50% } }
parameters:
  tradeElasticity: { value: 4, low: 3.8, high: 6.5, source: a paper }
  upkeepShare: 0.03
balances: multiplicative
numeraire: { priceOf: KAZ }
avoidanceRegime: 2021
tradeAdjustments: false
draws: 0
seed: 7
`

describe('canonical YAML', () => {
  test('every lever and every key reads back as the identical scenario', () => {
    const scenario = parse(EVERY_LEVER)
    expect(scenario.measures).toHaveLength(15)
    const text = scenarioToYaml(scenario)
    expect(parse(text, 'elsewhere/scenario.yaml')).toEqual(scenario)
    expect(scenarioToYaml(parse(text))).toBe(text)
  })

  test('contributions that are asked for read back, with the groups that share in them', () => {
    const scenario = parse(
      'keruen: 1\nattribution: true\nnumeraire: { wageOf: CHN }\nmeasures: [{ tariff: { among: sco, change: -50% }, group: Tariffs }]',
    )
    expect(scenario).toMatchObject({ attribution: true, numeraire: { wageOf: 'CHN' } })
    expect(scenario.measures[0]).toMatchObject({ group: 'Tariffs' })
    expect(parse(scenarioToYaml(scenario))).toEqual(scenario)
  })

  test("a bloc of one's own reads back", () => {
    const scenario = parse('keruen: 1\nmembers: [KAZ, CHN]')
    expect(parse(scenarioToYaml(scenario))).toEqual(scenario)
  })

  test('law: any changes, titles and numbers read back', () => {
    const percent = fc
      .integer({ min: -10_000, max: 30_000 })
      .map(each => `${each < 0 ? '' : '+'}${each / 100}%`)
    const hours = fc.integer({ min: 0, max: 100_000 }).map(each => `${each / 100} h`)
    const change = fc.oneof(
      percent.map(each => ({ change: each })),
      hours.map(each => ({ to: each })),
    )
    const title = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter(each => each.trim() === each)
    fc.assert(
      fc.property(
        change,
        title,
        fc.double({ min: 3.8, max: 6.5, noNaN: true }),
        (hoursChange, words, elasticity) => {
          const written = {
            keruen: 1,
            title: words,
            measures: [{ crossing: 'khorgos-altynkol', hours: hoursChange, title: words }],
            parameters: { tradeElasticity: elasticity },
          }
          const scenario = parse(JSON.stringify(written))
          expect(parse(scenarioToYaml(scenario))).toEqual(scenario)
        },
      ),
      { seed: 11 },
    )
  })
})

describe('hash', () => {
  const hashOf = (text: string) => resultHash(parse(text), dataset.hash, '0.1.0')
  const plain = `keruen: 1
title: One
measures:
  - terminal: aktau
    modes: [rail, ferry]
    hours: { to: 12 h }
    capital: 1.5 BUSD
    life: 25 years
`

  test('is 64 hex digits, and the one that it always was', () => {
    expect(hashOf(plain)).toMatch(/^[0-9a-f]{64}$/)
    expect(resultHash(parse('keruen: 1'), 'd', 'v')).toBe(resultHash(parse('keruen: 1'), 'd', 'v'))
  })

  test('does not depend on comments, order of keys, units or defaults written out', () => {
    const other = `# a comment
measures:
  - life: 25 years # another
    capital: 1500 MUSD
    hours: { to: 0.5 days }
    modes: [ferry, rail]
    terminal: [aktau]
bloc: sco
draws: 200
title: "One"
keruen: 1
`
    expect(hashOf(other)).toBe(hashOf(plain))
  })

  test('depends on scenario, dataset and program', () => {
    const hashes = [
      hashOf(plain),
      hashOf(plain.replace('12 h', '13 h')),
      hashOf(`${plain}seed: 1\n`),
      resultHash(parse(plain), 'b'.repeat(64), '0.1.0'),
      resultHash(parse(plain), dataset.hash, '0.1.1'),
      resultHash(parse(plain, 'another.yaml'), dataset.hash, '0.1.0'),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('canonical JSON: keys sorted at every depth, undefined left out, lists as they are', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [2, 1, 'é'] } })).toBe('{"a":{"c":[2,1,"é"]},"b":1}')
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('no place in canonical JSON')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIssue, KeruenError } from '../../src/errors.js'
import type { Measure } from '../../src/measures/measure.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { smallDataset } from '../worlds.js'

const dataset = smallDataset()
const parse = (text: string, file = 'a-test.yaml') => parseScenario(text, { file, dataset })

/** The measures that the lines under `measures:` spell. */
function measuresOf(text: string): readonly Measure[] {
  return parse(`keruen: 1\nmeasures:\n${text}`).measures
}

function errorOf(action: () => unknown): KeruenError {
  try {
    action()
  } catch (error) {
    if (error instanceof KeruenError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('defaults', () => {
  test('one line is a scenario: the baseline of the default bloc', () => {
    expect(parse('keruen: 1')).toEqual({
      keruen: 1,
      name: 'a-test',
      title: 'A test',
      description: '',
      dataset: 'small',
      bloc: 'sco',
      asOf: '2025-09-01',
      members: ['CHN', 'IRN', 'KAZ'],
      measures: [],
      model: 'one-sector',
      balances: 'world-share',
      numeraire: 'world-income',
      parameters: dataset.parameters,
      avoidanceRegime: '2024',
      freightRates: 'as-stated',
      tradeAdjustments: true,
      attribution: false,
      draws: 200,
      seed: 20240704,
    })
  })

  test.each([
    ['scenarios/Middle Corridor.yaml', 'middle-corridor'],
    ['C:\\work\\a_b.YML', 'a-b'],
    ['Срединный путь.yaml', 'срединный-путь'],
    ['../..', 'scenario'],
    ['...yaml', 'scenario'],
  ])('the name of %s is %s', (file, name) => {
    expect(parse('keruen: 1', file).name).toBe(name)
  })

  test('a byte order mark is no fault', () => {
    expect(parse('\uFEFFkeruen: 1').name).toBe('a-test')
  })
})

describe('bloc and date', () => {
  test('membership is that of the date', () => {
    expect(parse('keruen: 1\nasOf: 2022-12-31').members).toEqual(['CHN', 'KAZ'])
  })

  test("a bloc of one's own", () => {
    expect(parse('keruen: 1\nmembers: [KAZ, AZE, KAZ]')).toMatchObject({
      bloc: 'custom',
      members: ['AZE', 'KAZ'],
    })
  })

  test('bloc and members together are refused, custom without members too', () => {
    expect(errorOf(() => parse('keruen: 1\nbloc: sco\nmembers: [KAZ]')).code).toBe('scenario.one-choice')
    expect(errorOf(() => parse('keruen: 1\nbloc: custom')).issues[0]?.mend).toContain('members: [KAZ, UZB]')
    expect(errorOf(() => parse('keruen: 1\nmembers: [members]')).code).toBe('scenario.no-country')
  })
})

describe('parameters', () => {
  const parameterOf = (text: string, id: string) =>
    parse(`keruen: 1\nparameters:\n${text}`).parameters.find(parameter => parameter.id === id)

  test('a bare number takes the place of the value and keeps the range', () => {
    expect(parameterOf('  tradeElasticity: 4', 'tradeElasticity')).toEqual({
      ...dataset.parameters.find(({ id }) => id === 'tradeElasticity'),
      value: 4,
      quality: 'estimated',
      source: 'the scenario',
    })
  })

  test('a record may move range, distribution, quality and source', () => {
    const written =
      '  tradeElasticity: { value: 8, low: 7, high: 9, distribution: triangular, quality: published, source: me }'
    expect(parameterOf(written, 'tradeElasticity')).toMatchObject({
      value: 8,
      low: 7,
      high: 9,
      distribution: 'triangular',
      quality: 'published',
      source: 'me',
    })
  })

  test('the value that stands in the dataset changes nothing', () => {
    expect(parse('keruen: 1\nparameters: { tradeElasticity: 5.03 }').parameters).toEqual(dataset.parameters)
  })

  test.each([
    '{ value: -1, low: -2, high: 0 }',
    '{ value: 1, low: 0, high: 2, distribution: log-triangular }',
    '{ value: .inf }',
    '{ value: .nan }',
    '{ value: 5 % }',
  ])('%s is refused', written => {
    expect(() => parameterOf(`  tradeElasticity: ${written}`, 'tradeElasticity')).toThrow(KeruenError)
  })
})

describe('levers', () => {
  const common = { owners: [] }

  test('crossing, with what every measure may carry', () => {
    const text = `
  - crossing: khorgos-altynkol
    mode: rail
    from: CHN
    hours: { change: -60% }
    fee: { to: 100 USD/TEU }
    title: A title of my own
    owners: [KAZ, CHN]
    capital: 0.12 BUSD
    life: 25 years
    year: 2030`
    expect(measuresOf(text)).toEqual([
      {
        id: 'm1',
        kind: 'crossing',
        title: 'A title of my own',
        placeIds: ['khorgos-altynkol'],
        mode: 'rail',
        from: 'CHN',
        hours: { kind: 'relative', factor: 0.4 },
        fee: { kind: 'absolute', value: 100 },
        owners: ['CHN', 'KAZ'],
        capitalMusd: 120,
        lifeYears: 25,
        year: 2030,
      },
    ])
  })

  test('crossings among a bloc, and between two sides', () => {
    expect(measuresOf('  - { crossing: { among: sco }, hours: { change: -10% } }')[0]).toMatchObject({
      placeIds: ['bakhty', 'khorgos-altynkol'],
    })
    expect(
      measuresOf('  - { crossing: { between: [[CHN, AZE], members] }, hours: { change: -10% } }')[0],
    ).toMatchObject({ placeIds: ['astara', 'bakhty', 'khorgos-altynkol'] })
    expect(
      measuresOf('  - { crossing: { between: [CHN, KAZ] }, mode: road, hours: { change: -10% } }')[0],
    ).toMatchObject({ placeIds: ['khorgos-altynkol'] })
  })

  test('terminal: modes in either order are one and the same', () => {
    const [there, back] = measuresOf(`
  - { terminal: aktau, modes: [rail, ferry], hours: { to: 1 day } }
  - { terminal: [aktau], modes: [ferry, rail], hours: { to: 24 h } }`)
    expect(there).toEqual({ ...back, id: 'm1' })
    expect(there).toMatchObject({ modes: ['ferry', 'rail'], hours: { kind: 'absolute', value: 24 } })
  })

  test('link: the unit says whether a cost is a rate or a sum', () => {
    const costs = measuresOf(`
  - { link: rail-almaty--aktau, cost: { to: 0.2 USD/TEU-km } }
  - { link: rail-almaty--aktau, cost: { to: 40 USD/TEU } }
  - { link: rail-almaty--aktau, cost: { change: -15% } }`)
    expect(costs.map(measure => 'costUnit' in measure && measure.costUnit)).toEqual([
      'USD/TEU-km',
      'USD/TEU',
      false,
    ])
  })

  test('corridor: its links by its own modes, narrowed by country and mode', () => {
    expect(measuresOf('  - { corridor: middle, speed: { change: +40% } }')[0]).toMatchObject({
      kind: 'link',
      linkIds: [
        'rail-xian--khorgos-altynkol',
        'rail-khorgos-altynkol--almaty',
        'rail-almaty--aktau',
        'ferry-aktau--alat',
        'rail-alat--baku',
      ],
      speed: { kind: 'relative', factor: 1.4 },
      title: 'Middle Corridor: speed +40 %',
    })
    expect(
      measuresOf('  - { corridor: middle, countries: ots, modes: [rail], speed: { change: +40% } }')[0],
    ).toMatchObject({ linkIds: ['rail-khorgos-altynkol--almaty', 'rail-almaty--aktau', 'rail-alat--baku'] })
  })

  test('open: ids, or what a corridor still waits for', () => {
    expect(measuresOf('  - open: { corridor: south }')[0]).toMatchObject({
      kind: 'open',
      linkIds: ['rail-astara--tehran'],
      title: 'Opens Southern branch',
    })
  })

  test('close: by name, or by kind', () => {
    const expected = { kind: 'close', linkIds: ['rail-alat--baku'], placeIds: ['suez'] }
    expect(measuresOf('  - close: [suez, rail-alat--baku]')[0]).toMatchObject(expected)
    expect(measuresOf('  - close: { strait: suez, link: rail-alat--baku }')[0]).toMatchObject(expected)
    expect(measuresOf('  - close: { crossing: astara, place: [aktau] }')[0]).toMatchObject({
      placeIds: ['astara', 'aktau'],
    })
  })

  test('tariff, non-tariff cost, digital facilitation', () => {
    const text = `
  - tariff: { among: sco, change: -50% }
  - tariff: { importers: KAZ, exporters: [members, ROW], to: 0% }
  - nonTariff: { among: members, change: -2% }
  - digital: { among: [KAZ, sco], documents: -50% }`
    const members = ['CHN', 'IRN', 'KAZ']
    expect(measuresOf(text)).toEqual([
      {
        ...common,
        id: 'm1',
        kind: 'tariff',
        exporters: members,
        importers: members,
        rate: { kind: 'relative', factor: 0.5 },
        title: 'Import tariffs among SCO: rate −50 %',
      },
      {
        ...common,
        id: 'm2',
        kind: 'tariff',
        exporters: [...members, 'ROW'],
        importers: ['KAZ'],
        rate: { kind: 'absolute', value: 0 },
        title: 'Import tariffs of KAZ on members, ROW: rate to 0 %',
      },
      {
        ...common,
        id: 'm3',
        kind: 'non-tariff',
        exporters: members,
        importers: members,
        costShare: -0.02,
        title: 'Non-tariff cost of trade among members: −2 %',
      },
      {
        ...common,
        id: 'm4',
        kind: 'digital',
        countries: members,
        documents: { kind: 'relative', factor: 0.5 },
        title: 'Digital facilitation among KAZ, SCO: documents −50 %',
      },
    ])
  })

  test('avoidance: all rules of the regime, or one', () => {
    expect(
      measuresOf('  - avoidance: { rule: all, share: { to: 26% }, premium: { to: 100 USD/TEU } }')[0],
    ).toMatchObject({
      ruleIds: ['china-europe', 'others'],
      share: { kind: 'absolute', value: 0.26 },
      premium: { kind: 'absolute', value: 100 },
    })
  })
})

describe('issues', () => {
  const text = `keruen: 1
bloc: scoo
measures:
  - crossing: khorgos-altynkl
    hours: { to: 60% }
`

  test('all at once, in the order of the file, with line, column and field', () => {
    const { kind, issues } = errorOf(() => parse(text, 'x.yaml'))
    expect(kind).toBe('input')
    expect(issues.map(({ at }) => at)).toEqual([
      { file: 'x.yaml', line: 2, column: 7, field: 'bloc' },
      { file: 'x.yaml', line: 4, column: 15, field: 'measures[0].crossing' },
      { file: 'x.yaml', line: 5, column: 18, field: 'measures[0].hours.to' },
    ])
  })

  test('one sentence says where, what and how to mend it', () => {
    const { issues } = errorOf(() => parse(text, 'x.yaml'))
    expect(formatIssue(issues[1]!)).toBe(
      'x.yaml:4:15: measures[0].crossing: expected a place of the dataset: khorgos-altynkol, astara, bakhty, found "khorgos-altynkl". Write khorgos-altynkol (scenario.unknown-place)',
    )
  })

  test('a fault in one measure does not shift the place of another', () => {
    const shifted = `keruen: 1
measures:
  - crossing: nowhere
    hours: { change: -10% }
  - open: rail-alat--baku
`
    const { issues } = errorOf(() => parse(shifted))
    expect(issues.map(({ code, at }) => `${at?.line} ${code}`)).toEqual([
      '3 scenario.unknown-place',
      '5 measure.already-open',
    ])
  })

  test('a heap of aliases is refused, not unfolded', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map(pair => [...pair])) {
      bomb.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(',')}]`)
    }
    expect(errorOf(() => parse(`keruen: 1\n${bomb.join('\n')}`)).code).toBe('scenario.not-yaml')
  })

  test('keys of the language itself are unknown keys like any other', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(errorOf(() => parse(`keruen: 1\n${key}: 1`)).code).toBe('scenario.unknown-key')
      expect(errorOf(() => parse(`keruen: 1\nparameters: { ${key}: 1 }`)).code).toBe(
        'scenario.unknown-parameter',
      )
    }
  })

  test('a key that is no text is a fault of the file', () => {
    expect(errorOf(() => parse('keruen: 1\n? [a, b]\n: 1')).code).toBe('scenario.not-yaml')
    expect(errorOf(() => parse('keruen: 1\n2: 1')).code).toBe('scenario.unknown-key')
  })

  test('law: whatever is written, a scenario comes out or issues with a place, never another fault', () => {
    const valid = `keruen: 1
measures:
  - { crossing: { between: [CHN, [KAZ]] }, hours: { change: -10% }, owners: [KAZ] }
  - close: { strait: suez }
  - tariff: { importers: KAZ, exporters: sco, to: 0% }
parameters: { tradeElasticity: { value: 4 }, upkeepShare: 0.02 }
`
    const snippet = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '- ',
        ': ',
        '\n',
        '{',
        '}',
        '[',
        '&a',
        '*a',
        '!!map ',
        '"',
        '? ',
        '---\n',
        'null',
        '~',
        '1e9',
        '<<',
      ),
    )
    const edit = fc.record({ at: fc.nat(valid.length), cut: fc.nat(12), put: snippet })
    const edited = fc
      .array(edit, { maxLength: 3 })
      .map(edits =>
        edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), valid),
      )
    fc.assert(
      fc.property(fc.oneof(edited, fc.string({ maxLength: 40 })), text => {
        try {
          expect(parse(text).keruen).toBe(1)
        } catch (error) {
          if (!(error instanceof KeruenError)) throw error
          expect(error.kind).toBe('input')
          for (const { at } of error.issues) expect(at?.line).toBeGreaterThan(0)
        }
      }),
      { seed: 21, numRuns: 2_000 },
    )
  })
})

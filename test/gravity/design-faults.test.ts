/** What a table and a model cannot do together: each fault with its place. */
import { describe, expect, test } from 'vitest'
import { buildDesign } from '../../src/gravity/design/design.js'
import { type ModelChoices, parseModel } from '../../src/gravity/formula/model.js'
import { errorOf, tableOf } from './written-tables.js'

const FLOWS = `
exporter,importer,year,trade,dist,tariff,home
A,A,2000,50,1,,1
A,B,2000,0,10,0.1,1
B,A,2000,3,10,n/a,1
B,B,2000,40,2,"0,5",1
A,A,2001,60,1,0,1
A,B,2001,4,10,0.2,1
B,A,2001,-1,10,0.1,1
,B,2001,45,0,0,1`

function fault(formula: string, choices: ModelChoices = {}, text = FLOWS) {
  return errorOf(() => buildDesign(tableOf(text), parseModel({ formula, ...choices }), 'ppml'))
}

const option = (field: string) => `--${field}`

describe('columns', () => {
  test('all unknown ones at once, each with its place and the nearest name', () => {
    const { kind, issues } = fault('trade ~ dsit | exprter^year', { weights: 'wight', clusters: ['yaer'] })
    expect(kind).toBe('usage')
    expect(issues.map(({ code, at, found }) => [code, at, found])).toEqual([
      ['gravity.unknown-column', { field: 'formula', column: 9 }, "'dsit'"],
      ['gravity.unknown-column', { field: 'formula', column: 16 }, "'exprter'"],
      ['gravity.unknown-column', { field: 'clusters', column: 1 }, "'yaer'"],
      ['gravity.unknown-column', { field: 'weights', column: 1 }, "'wight'"],
    ])
    expect(issues[0]!.mend).toBe('Did you mean dist?\n    trade ~ dsit | exprter^year\n            ^')
  })

  test('a text where a number is needed', () => {
    const { kind, issues } = fault('trade ~ importer')
    expect(kind).toBe('input')
    expect(issues[0]).toMatchObject({
      code: 'gravity.not-a-number',
      at: { file: 'flows.csv', line: 2, field: 'importer' },
      found: "'A'",
    })
    // five are named, the rest is counted
    expect(issues.map(({ at }) => at?.line)).toEqual([2, 3, 4, 5, 6, undefined])
    expect(issues[5]!.found).toContain('8 such rows in all')
  })
})

describe('cells', () => {
  test('a missing or faulty cell is refused with its line', () => {
    const { issues } = fault('trade ~ tariff', { where: ['trade >= 0'] })
    expect(issues.map(({ code, at, found }) => [code, at?.line, found])).toEqual([
      ['gravity.missing-cell', 2, 'none'],
      ['gravity.not-a-number', 4, "'n/a'"],
      ['gravity.not-a-number', 5, "'0,5'"],
    ])
    expect(issues[2]!.mend).toBe('Write decimals with a point')
  })

  test('or left out, and told by reason', () => {
    const model = parseModel({
      formula: 'trade ~ tariff | importer',
      clusters: ['exporter'],
      where: ['trade >= 0'],
      missing: 'leave-out',
    })
    const { rows, missing, outsideConditions } = buildDesign(tableOf(FLOWS), model, 'ppml')
    expect([...rows]).toEqual([1, 4, 5])
    expect(outsideConditions).toBe(1)
    expect(missing).toEqual([
      { why: 'tariff is missing', rows: Int32Array.of(0) },
      { why: 'tariff is not a number', rows: Int32Array.of(2, 3) },
      { why: 'exporter is missing', rows: Int32Array.of(7) },
    ])
  })

  test.each<[string, string, ModelChoices]>([
    ['of an effect', 'trade ~ 1 | exporter', { where: ['trade >= 0'] }],
    ['of a cluster', 'trade ~ 1', { where: ['trade >= 0'], clusters: ['exporter^year'] }],
    ['of a pair', 'trade ~ 1 | pair(exporter, importer)', { where: ['trade >= 0'] }],
    ['of a border', 'trade ~ international(exporter, importer)', { where: ['trade >= 0'] }],
    ['of values', 'trade ~ i(exporter)', { where: ['trade >= 0'] }],
    ['of a condition', 'trade ~ 1', { where: ['trade >= 0', 'exporter != importer'] }],
  ])('a missing cell %s', (_, formula, choices) => {
    expect(fault(formula, choices).issues).toMatchObject([
      { code: 'gravity.missing-cell', at: { line: 9, field: 'exporter' } },
    ])
  })

  test('a row outside some condition may miss what another one needs', () => {
    const { rows } = buildDesign(
      tableOf(FLOWS),
      parseModel({ formula: 'trade ~ 1', where: ['year == 2000', 'exporter == A'] }),
      'ppml',
    )
    expect([...rows]).toEqual([0, 1])
  })

  test('the logarithm of zero names line and mend, and no row is left out for it', () => {
    const model = { formula: 'log(trade) ~ 1', missing: 'leave-out' } as const
    const { issues } = errorOf(() => buildDesign(tableOf(FLOWS), parseModel(model, option), 'ols'))
    expect(issues).toMatchObject([
      {
        code: 'gravity.undefined',
        at: { line: 3, field: 'log(trade)' },
        expected: 'a number > 0',
        found: '0',
        mend: 'Leave such rows out with --where "trade > 0"',
      },
      { at: { line: 8 }, found: '-1' },
    ])
  })

  test.each<[string, number, string]>([
    ['(1 / dist)', 9, '1 / 0'],
    ['sqrt(trade)', 8, '-1'],
    ['exp(trade * 1000)', 2, '50000'],
    ['log((dist - 1))', 2, '0'],
  ])('%s cannot be computed', (term, line, found) => {
    const { issues } = errorOf(() =>
      buildDesign(tableOf(FLOWS), parseModel({ formula: `dist ~ ${term}` }), 'ols'),
    )
    expect(issues[0]).toMatchObject({ code: 'gravity.undefined', at: { line }, found })
  })

  test('outcomes below zero in a Poisson model, weights that are none', () => {
    const { issues } = fault('trade ~ 1', { weights: 'dist' })
    expect(issues.map(({ code, at, found }) => [code, at, found])).toEqual([
      ['gravity.negative-outcome', { file: 'flows.csv', line: 8, field: 'trade' }, '-1'],
      ['gravity.bad-weight', { file: 'flows.csv', line: 9, field: 'dist' }, '0'],
    ])
  })

  test('rows of a table without lines are numbered', () => {
    const { lineOf: _, ...table } = tableOf(FLOWS)
    const { issues } = errorOf(() => buildDesign(table, parseModel({ formula: 'trade ~ tariff' }), 'ppml'))
    expect(issues[0]!.at).toEqual({ file: 'flows.csv', field: 'row 1: tariff' })
  })
})

describe('effects and values', () => {
  test('an effect with one level is named', () => {
    const { issues } = fault('trade ~ dist | exporter + home', { where: ['trade >= 0', 'year == 2000'] })
    expect(issues).toMatchObject([
      { code: 'gravity.one-level', at: { field: 'formula', column: 27 }, found: 'one, 1' },
    ])
  })

  test('a reference that is no value', () => {
    const { issues } = fault('trade ~ i(year, ref = 2005)', { where: ['trade >= 0'] })
    expect(issues).toMatchObject([{ code: 'gravity.unknown-value', at: { field: 'formula', column: 23 } }])
  })

  test('values by the thousand belong behind the bar', () => {
    const rows = Array.from({ length: 1100 }, (_, k) => `${k},1`)
    const { issues } = fault('y ~ i(id)', {}, `id,y\n${rows.join('\n')}`)
    expect(issues).toMatchObject([
      { code: 'gravity.too-many-values', at: { field: 'formula', column: 5 }, found: '1100' },
    ])
  })
})

describe('conditions', () => {
  test.each<[string, number, string, string | undefined]>([
    ['exporter != imprter', 13, "'imprter'", 'importer'],
    ['importer == "C"', 13, "'C'", undefined],
    ['importer in A, C', 16, "'C'", undefined],
    ['importer > A', 12, "'A'", undefined],
    ['importer in exporter, A', 13, 'a column in a list', undefined],
  ])('%s', (condition, column, found, nearest) => {
    const { kind, issues } = fault('trade ~ 1', { where: [condition] })
    expect(kind).toBe('usage')
    expect(issues).toMatchObject([{ at: { field: 'where', column }, found }])
    if (nearest !== undefined) expect(issues[0]!.mend).toContain(`Did you mean ${nearest}?`)
  })

  test('conditions that no row meets are told', () => {
    const { kind, issues } = fault('trade ~ 1', { where: ['year == 1900'] })
    expect(kind).toBe('input')
    expect(issues).toMatchObject([
      { code: 'gravity.no-rows', at: { file: 'flows.csv' }, mend: 'Look at where "year == 1900"' },
    ])
  })
})

describe('lags', () => {
  const panel = { panel: 'importer^exporter', time: 'year' }

  test('without a panel', () => {
    const { kind, issues } = fault('dist ~ lag(dist, 1)', { panel: 'exporter' })
    expect(kind).toBe('usage')
    expect(issues).toMatchObject([
      { code: 'gravity.no-panel', at: { column: 8 }, found: 'no column of the period' },
    ])
  })

  test('a unit twice in a period, with both lines', () => {
    const { issues } = fault('dist ~ lag(dist, 1)', { panel: 'importer', time: 'year' })
    expect(issues[0]).toMatchObject({
      code: 'gravity.duplicate-period',
      at: { line: 4 },
      found: 'A in 2000 as in line 2',
    })
  })

  test('a period that is no whole number', () => {
    const { issues } = fault(
      'dist ~ lag(dist, 1)',
      { panel: 'exporter^importer', time: 'dist' },
      'exporter,importer,dist\nA,B,1.5\nA,B,2',
    )
    expect(issues).toMatchObject([{ code: 'gravity.not-whole', at: { line: 2 }, found: '1.5' }])
  })

  test('several units at once', () => {
    const { issues } = fault('dist ~ lag(dist, 1)', { panel: 'exporter + importer', time: 'year' })
    expect(issues).toMatchObject([{ code: 'gravity.formula', at: { field: 'panel', column: 12 } }])
  })

  test('a period without a row, and a missing cell in the earlier row', () => {
    const none = fault('dist ~ lag(dist, 1)', { ...panel, where: ['year == 2000'] })
    expect(none.issues[0]).toMatchObject({ code: 'gravity.no-observation', at: { line: 2 } })
    const earlier = fault('dist ~ lag(tariff, 1)', { ...panel, where: ['year == 2001', 'importer == A'] })
    expect(earlier.issues.map(({ code, at }) => [code, at?.line, at?.field])).toEqual([
      ['gravity.missing-cell', 2, 'tariff'],
      ['gravity.not-a-number', 4, 'tariff'],
    ])
  })
})

describe('sums over groups', () => {
  test('a total over a missing cell names the cell', () => {
    const { issues } = fault('dist ~ total(tariff, year)', { where: ['year == 2000', 'importer == B'] })
    expect(issues[0]).toMatchObject({ code: 'gravity.missing-cell', at: { line: 2, field: 'tariff' } })
  })

  test('remoteness looks at every row of the file', () => {
    const text = 'remoteness_exporter(exporter, importer, year, dist, trade)'
    const { issues } = fault(`dist ~ ${text}`, {}, FLOWS.replace('\n,B', '\nB,B'))
    expect(issues).toMatchObject([
      { code: 'gravity.not-positive', at: { line: 9, field: 'dist' }, found: '0' },
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDesign, type Design } from '../../src/gravity/design/design.js'
import type { Table } from '../../src/gravity/design/table.js'
import { type FormulaModel, type ModelChoices, parseModel } from '../../src/gravity/formula/model.js'
import { tableOf } from './written-tables.js'

/** Two countries in three years, all pairs, rows in no order. */
const FLOWS = `
exporter,importer,year,trade,dist,rta
B,A,2000,3,10,0
A,A,2000,50,1,0
A,B,2000,2,10,0
B,B,2000,40,2,0
A,A,2001,60,1,0
A,B,2001,4,10,1
B,A,2001,0,10,1
B,B,2001,45,2,0
A,B,2002,5,10,1
A,A,2002,70,1,0
B,A,2002,7,10,1
B,B,2002,48,2,0`

const PANEL = { panel: 'exporter^importer', time: 'year', missing: 'leave-out' } as const

function design(formula: string, choices: ModelChoices = {}, table: Table = tableOf(FLOWS)): Design {
  const model: FormulaModel = { formula, ...choices }
  return buildDesign(table, parseModel(model), 'ppml')
}

const columns = ({ estimationData }: Design) =>
  Object.fromEntries(estimationData.regressors.map(({ name, values }) => [name, [...values]]))

const ln = Math.log

describe('regressors', () => {
  test('functions, arithmetic and products', () => {
    const made = columns(design('trade ~ 0 + log(dist) + (2 * rta - dist / 10) + rta:dist + ((0 - dist)^2)'))
    expect(made['log(dist)']![1]).toBe(0)
    expect(made['log(dist)']![0]).toBeCloseTo(ln(10), 14)
    expect(made['(2 * rta - dist / 10)']!.slice(4, 7)).toEqual([-0.1, 1, 1])
    expect(made['rta:dist']).toEqual([0, 0, 0, 0, 0, 10, 10, 0, 10, 0, 10, 0])
    expect(made['((0 - dist)^2)']).toEqual([100, 1, 100, 4, 1, 100, 100, 4, 100, 1, 100, 4])
  })

  test('the constant comes first and only without effects', () => {
    expect(Object.keys(columns(design('trade ~ rta')))).toEqual(['(Intercept)', 'rta'])
    expect(columns(design('trade ~ rta'))['(Intercept)']).toEqual(Array(12).fill(1))
    expect(Object.keys(columns(design('trade ~ rta | exporter')))).toEqual(['rta'])
    expect(Object.keys(columns(design('trade ~ rta - 1')))).toEqual(['rta'])
  })

  test('i(): all values but the first, or but the one that is named; all of them in a product', () => {
    const years = (text: string) => Object.keys(columns(design(`trade ~ 0 + ${text}`)))
    expect(years('i(year)')).toEqual(['year::2001', 'year::2002'])
    expect(years('i(year, ref = 2001)')).toEqual(['year::2000', 'year::2002'])
    expect(years('i(year):dist')).toEqual(['year::2000:dist', 'year::2001:dist', 'year::2002:dist'])
    expect(years('i(year, 2002):dist')).toEqual(['year::2000:dist', 'year::2001:dist'])
    expect(years('i(exporter):i(year, 2000)')).toEqual([
      'exporter::A:year::2001',
      'exporter::A:year::2002',
      'exporter::B:year::2001',
      'exporter::B:year::2002',
    ])
    expect(columns(design('trade ~ i(year):dist | exporter'))['year::2001:dist']).toEqual([
      0, 0, 0, 0, 1, 10, 10, 2, 0, 0, 0, 0,
    ])
  })

  test('i() knows only values in rows in use', () => {
    const { estimationData } = design('trade ~ 0 + i(year)', { where: ['year > 2000'] })
    expect(estimationData.regressors.map(({ name }) => name)).toEqual(['year::2002'])
  })

  test('borders', () => {
    const made = columns(
      design('trade ~ 0 + international(exporter, importer) + domestic(exporter, importer)'),
    )
    expect(made['international(exporter, importer)']).toEqual([1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0])
    expect(made['domestic(exporter, importer)']).toEqual([0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1])
  })

  test('lags and leads take the same unit at another time; where there is none the row is left out and told', () => {
    const lagged = design('trade ~ 0 + lag(rta, 1) + lag(trade, 1)', PANEL)
    expect([...lagged.rows]).toEqual([4, 5, 6, 7, 8, 9, 10, 11])
    expect(columns(lagged)).toEqual({
      'lag(rta, 1)': [0, 0, 0, 0, 1, 0, 1, 0],
      'lag(trade, 1)': [50, 2, 3, 40, 4, 60, 0, 45],
    })
    expect(lagged.missing).toEqual([
      { why: 'lag(rta, 1) has no row 1 period before', rows: Int32Array.of(0, 1, 2, 3) },
    ])
    const led = design('trade ~ 0 + lead(rta, 2)', PANEL)
    expect([...led.rows]).toEqual([0, 1, 2, 3])
    expect(columns(led)['lead(rta, 2)']).toEqual([1, 0, 1, 0])
  })

  test('a lag looks at rows that conditions leave out', () => {
    const { rows, missing } = design('trade ~ 0 + lag(rta, 1)', { ...PANEL, where: ['year == 2002'] })
    expect([[...rows], missing]).toEqual([[8, 9, 10, 11], []])
  })

  test('totals are sums over all rows of a group', () => {
    const made = columns(
      design('trade ~ 0 + total(trade, exporter^year)', { where: ['exporter != importer', 'year == 2000'] }),
    )
    expect(made).toEqual({ 'total(trade, exporter^year)': [43, 52] })
  })

  test('remoteness of the exporter: ln Σ distance / share of the partner', () => {
    const text = 'remoteness_exporter(exporter, importer, year, dist, total(trade, importer^year))'
    const made = columns(design(`trade ~ 0 + ${text}`, { where: ['year == 2000'] }))[text]!
    // expenditure of A is 53, of B 42, of the world 95
    expect(made[0]).toBeCloseTo(ln((10 * 95) / 53 + (2 * 95) / 42), 13)
    expect(made[1]).toBeCloseTo(ln((1 * 95) / 53 + (10 * 95) / 42), 13)
    expect(made[2]).toBe(made[1])
  })

  test('weights and offset', () => {
    const { estimationData } = design('trade ~ rta', { weights: '(dist / 2)', offset: 'log(dist) - 1' })
    expect(estimationData.weights!.slice(0, 2)).toEqual(Float64Array.of(5, 0.5))
    expect(estimationData.offset![1]).toBe(-1)
    expect(estimationData.offset![0]).toBeCloseTo(ln(10) - 1, 14)
  })
})

describe('levels', () => {
  const groups = (text: string, choices?: ModelChoices) => {
    const { effects } = design(`trade ~ rta | ${text}`, choices)
    return effects.map(({ name, ids, labels }) => ({ name, ids: [...ids], labels }))
  }

  test('columns and combinations of columns, in the order of their labels', () => {
    expect(groups('exporter + year^importer')).toEqual([
      { name: 'exporter', ids: [1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 1], labels: ['A', 'B'] },
      {
        name: 'year^importer',
        ids: [0, 0, 1, 1, 2, 3, 2, 3, 5, 4, 4, 5],
        labels: ['2000^A', '2000^B', '2001^A', '2001^B', '2002^A', '2002^B'],
      },
    ])
  })

  test('pairs are the same in both directions; home has a level for each country at home and one for abroad', () => {
    expect(
      groups('pair(exporter, importer) + home(exporter, importer)', { where: ['year == 2000'] }),
    ).toEqual([
      { name: 'pair(exporter, importer)', ids: [1, 0, 1, 2], labels: ['A-A', 'A-B', 'B-B'] },
      { name: 'home(exporter, importer)', ids: [2, 0, 2, 1], labels: ['A', 'B', 'abroad'] },
    ])
  })

  test('numbers as labels are in the order of numbers', () => {
    const table = tableOf('y,code\n1,10\n2,9\n3,100')
    expect(design('y ~ 1 | code', {}, table).effects[0]!.labels).toEqual(['9', '10', '100'])
  })

  test('clusters, several crossed', () => {
    const { estimationData } = design('trade ~ rta', { clusters: ['exporter + importer^year'] })
    expect(estimationData.clusters!.map(({ name }) => name)).toEqual(['exporter', 'importer^year'])
  })
})

describe('conditions', () => {
  const kept = (...where: string[]) => [...design('trade ~ rta', { where }).rows]

  test.each<[string, readonly string[], readonly number[]]>([
    ['text beside text', ['exporter != importer'], [0, 2, 5, 6, 8, 10]],
    ['a word', ['exporter == A'], [1, 2, 4, 5, 8, 9]],
    ['a text in quotes', ['exporter != "A"'], [0, 3, 6, 7, 10, 11]],
    ['a list of numbers', ['year in 2000, 2002'], [0, 1, 2, 3, 8, 9, 10, 11]],
    ['a list of words', ['exporter in (B)'], [0, 3, 6, 7, 10, 11]],
    ['numbers', ['trade > 0', 'dist >= 10', 'trade < 5'], [0, 2, 5]],
    ['two columns', ['trade <= rta'], [6]],
    ['a negative number', ['rta > -1', 'trade == 7'], [10]],
  ])('%s', (_, where, rows) => {
    expect(kept(...where)).toEqual(rows)
  })

  test('how many rows they leave out is told', () => {
    expect(design('trade ~ rta', { where: ['year > 2000', 'exporter == A'] }).outsideConditions).toBe(8)
  })
})

test('the order of rows changes no level, no column and no value', () => {
  const [header, ...lines] = FLOWS.trim().split('\n')
  const formula =
    'trade ~ log(dist) + i(year):rta + lag(rta, 1) | exporter^year + pair(exporter, importer) + home(exporter, importer)'
  const byRow = (made: Design, order: readonly number[]) => {
    const { regressors, outcome } = made.estimationData
    const at = new Map([...made.rows].map((row, position) => [order[row]!, position]))
    return {
      names: regressors.map(({ name }) => name),
      labels: made.effects.map(({ labels }) => labels),
      rows: lines.map((_, row) => {
        const position = at.get(row)
        return position === undefined
          ? null
          : [
              outcome[position],
              ...regressors.map(({ values }) => values[position]),
              ...made.effects.map(({ ids }) => ids[position]),
            ]
      }),
    }
  }
  const inOrder = [...lines.keys()]
  const expected = byRow(design(formula, PANEL), inOrder)
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: lines.length }), order => {
      const table = tableOf([header, ...order.map(row => lines[row])].join('\n'))
      expect(byRow(design(formula, PANEL, table), order)).toEqual(expected)
    }),
    { seed: 20240704, numRuns: 50 },
  )
})

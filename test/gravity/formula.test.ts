import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCondition } from '../../src/gravity/formula/condition.js'
import type { Expression } from '../../src/gravity/formula/expression.js'
import {
  type Factor,
  type Formula,
  parseExpression,
  parseFormula,
  writtenFormula,
  writtenTerm,
} from '../../src/gravity/formula/formula.js'
import type { GroupTerm } from '../../src/gravity/formula/groups-text.js'
import { parseGroups, writtenGroup } from '../../src/gravity/formula/groups-text.js'
import { modelOfFormula, parseModel } from '../../src/gravity/formula/model.js'
import { errorOf } from './written-tables.js'

const terms = (text: string) => parseFormula(text).terms.map(writtenTerm)

describe('what a formula says', () => {
  test('outcome, terms and effects', () => {
    const formula = parseFormula('trade ~ log(dist) + cntg | exporter^year + pair(exporter, importer)')
    expect(formula.terms.map(writtenTerm)).toEqual(['log(dist)', 'cntg'])
    expect(formula.effects.map(writtenGroup)).toEqual(['exporter^year', 'pair(exporter, importer)'])
    expect(formula.constant).toBe(false)
  })

  test('a constant belongs to a model without effects unless it is taken away', () => {
    const constants = ['y ~ x', 'y ~ 0 + x', 'y ~ x - 1', 'y ~ -1 + x', 'y ~ 1', 'y ~ 1 + x | e', 'y ~ x | e']
    expect(constants.map(text => parseFormula(text).constant)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  test('a*b is a + b + a:b; a term that stands there twice is one', () => {
    expect(terms('y ~ a*b')).toEqual(['a', 'b', 'a:b'])
    expect(terms('y ~ a*b*c')).toEqual(['a', 'b', 'c', 'a:b', 'a:c', 'b:c', 'a:b:c'])
    expect(terms('y ~ a:b*c + a:b')).toEqual(['a:b', 'c', 'a:b:c'])
  })

  test('lags are one term for each number, also in a product', () => {
    expect(terms('y ~ lags(rta, 4, 8)')).toEqual(['lag(rta, 4)', 'lag(rta, 8)'])
    expect(terms('y ~ rta:lags(log(x), 1, 2)')).toEqual(['rta:lag(log(x), 1)', 'rta:lag(log(x), 2)'])
  })

  test('values of a column, with and without a reference', () => {
    expect(terms('y ~ i(year) + i(year, 1986):x + i(exporter, ref = USA) + i(`a b`, "two words")')).toEqual([
      'i(year)',
      'i(year, ref = 1986):x',
      'i(exporter, ref = "USA")',
      'i(`a b`, ref = "two words")',
    ])
  })

  test('arithmetic binds as on paper', () => {
    const same = (text: string, meant: string) =>
      expect(plain(parseExpression({ text, field: 'f' }))).toEqual(
        plain(parseExpression({ text: meant, field: 'f' })),
      )
    same('a + b * c', 'a + (b * c)')
    same('a - b - c', '(a - b) - c')
    same('a / b * c', '(a / b) * c')
    same('-a ^ 2', '-(a ^ 2)')
    same('a ^ -b ^ c', 'a ^ (-(b ^ c))')
    expect(plain(parseExpression({ text: '(a - (b - c))', field: 'f' }))).not.toEqual(
      plain(parseExpression({ text: 'a - b - c', field: 'f' })),
    )
  })

  test('names of any kind, in backticks', () => {
    const formula = parseFormula('`trade (USD)` ~ `2x` + été_1 | `exporter id`^year')
    expect(writtenFormula(formula)).toBe('`trade (USD)` ~ `2x` + été_1 | `exporter id`^year')
  })

  test('a formula as fields is the same model', () => {
    const text = 'log(trade) ~ log(dist) + i(year):rta | exporter^year + home(exporter, importer)'
    const fields = modelOfFormula(text)
    expect(fields).toEqual({
      outcome: 'log(trade)',
      regressors: ['log(dist)', 'i(year):rta'],
      effects: ['exporter^year', 'home(exporter, importer)'],
      constant: false,
    })
    const { outcome, terms, effects } = parseModel(fields)
    expect(plain({ outcome, terms, effects })).toEqual(
      plain((({ outcome, terms, effects }) => ({ outcome, terms, effects }))(parseFormula(text))),
    )
  })
})

test('a formula that is printed reads back to itself', () => {
  fc.assert(
    fc.property(formulas, formula => {
      const text = writtenFormula(formula)
      expect(plain(parseFormula(text))).toEqual(plain(formula))
    }),
    { seed: 20240704, numRuns: 500 },
  )
})

describe('a fault points at the character', () => {
  test.each<[string, number, string]>([
    ['trade', 6, "'~'"],
    ['', 1, 'a column'],
    ['trade ~', 8, 'a column'],
    ['~ rta', 1, 'a column'],
    ['trade ~ rta +', 14, 'a column'],
    ['trade ~ rta rta2', 13, "'+'"],
    ['trade ~ log(dist', 17, "')'"],
    ['trade ~ log dist', 13, "'+'"],
    ['trade ~ lg(dist)', 9, 'one of the functions'],
    ['trade ~ rta | exporter:year', 23, "'^'"],
    ['trade ~ rta | log(year)', 18, "'+'"],
    ['trade ~ rta | pair(exporter)', 28, "','"],
    ['trade ~ rta |', 14, 'a column for the effect'],
    ['trade ~ rta | a | b ~ c', 17, 'the end'],
    ['trade ~ a / b', 11, "'+'"],
    ['trade ~ a ^ 2', 11, "'+'"],
    ['trade ~ 2', 9, '0 or 1'],
    ['trade ~ a - b', 13, '1'],
    ['log(trade) + 1 ~ a', 12, "'~'"],
    ['trade ~ lag(rta, 0)', 18, 'periods'],
    ['trade ~ lag(rta)', 16, "','"],
    ['trade ~ lags(rta)', 17, "','"],
    ['trade ~ i(2000)', 11, 'a column'],
    ['trade ~ i(year, )', 17, 'a value'],
    ['trade ~ (i(year))', 10, 'one of the functions'],
    ['trade ~ rta & x', 13, 'a column'],
    ['trade ~ 2x', 9, 'a column'],
    ['trade ~ `rta', 9, 'a name between'],
    ['trade ~ ``', 9, 'a name between'],
    ['trade ~ (1e999)', 10, 'finite'],
    ['trade ~ a*b*c*d*e*f*g', 20, 'at most 6'],
    [`trade ~ ${'('.repeat(200)}`, 109, 'parentheses'],
  ])('%s', (text, column, expected) => {
    const { issues, kind, code } = errorOf(() => parseFormula(text, '--formula'))
    expect({ kind, code }).toEqual({ kind: 'usage', code: 'gravity.formula' })
    expect(issues[0]!.at).toEqual({ field: '--formula', column })
    expect(issues[0]!.expected).toContain(expected)
    // the mark stands below the character
    const [shown, mark] = issues[0]!.mend!.split('\n').slice(-2)
    expect(shown).toBe(`    ${text}`)
    expect(mark!.indexOf('^')).toBe(4 + column - 1)
  })

  test('a text without end', () => {
    const { issues } = errorOf(() => parseFormula('x'.repeat(6000)))
    expect(issues[0]).toMatchObject({ code: 'gravity.formula', found: '6000' })
  })

  test.each<[string, number]>([
    ['year', 5],
    ['year = 1986', 6],
    ['year in', 8],
    ['year in 1986,', 14],
    ['year in (1986', 14],
    ['year > 1986 1990', 13],
    ['1986 == year', 1],
    ['exporter == -USA', 14],
  ])('condition %s', (text, column) => {
    const { issues } = errorOf(() => parseCondition({ text, field: '--where' }))
    expect(issues[0]).toMatchObject({ code: 'gravity.formula', at: { field: '--where', column } })
  })

  test.each<[string, number]>([
    ['exporter +', 11],
    ['exporter importer', 10],
    ['exporter^', 10],
    ['pair(exporter, )', 16],
  ])('clusters %s', (text, column) => {
    const { issues } = errorOf(() => parseGroups({ text, field: '--cluster' }))
    expect(issues[0]).toMatchObject({ code: 'gravity.formula', at: { field: '--cluster', column } })
  })
})

/** Without the places where things were written. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => (key === 'source' || key === 'at' ? undefined : inner)),
  )
}

const place = { source: { text: '', field: '' }, at: 0 }
const name = fc.oneof(
  fc.constantFrom('trade', 'dist', 'rta_lag4', 'x.1', '.hidden', 'log', 'i', 'in', 'ref', 'lags'),
  fc.constantFrom('two words', '2x', 'a+b', '^', 'страна 1'),
)
const column = name.map(text => ({ name: text, ...place }))
const part = fc.oneof(
  column.map(one => ({ kind: 'column' as const, columns: [one], ...place })),
  fc.tuple(fc.constantFrom('pair' as const, 'home' as const), column, column).map(([kind, one, other]) => ({
    kind,
    columns: [one, other],
    ...place,
  })),
)
const group: fc.Arbitrary<GroupTerm> = fc
  .array(part, { minLength: 1, maxLength: 3 })
  .map(parts => ({ parts, ...place }))
const expression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>(tie => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    column.map(one => ({ kind: 'column' as const, ...one })),
    fc
      .double({ min: 0, noNaN: true, noDefaultInfinity: true })
      .map(value => ({ kind: 'number' as const, value: value === 0 ? 0 : value, ...place })),
    tie('any').map(operand => ({ kind: 'negative' as const, operand, ...place })),
    fc
      .tuple(
        fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const, '^' as const),
        tie('any'),
        tie('any'),
      )
      .map(([sign, left, right]) => ({ kind: 'arithmetic' as const, sign, left, right, ...place })),
    fc
      .tuple(fc.constantFrom('log' as const, 'exp' as const, 'abs' as const, 'sqrt' as const), tie('any'))
      .map(([called, operand]) => ({ kind: 'math' as const, name: called, operand, ...place })),
    fc
      .tuple(fc.constantFrom('international' as const, 'domestic' as const), column, column)
      .map(([called, one, other]) => ({
        kind: 'border' as const,
        name: called,
        columns: [one, other],
        ...place,
      })),
    fc
      .tuple(fc.constantFrom('lag' as const, 'lead' as const), tie('any'), fc.integer({ min: 1, max: 99 }))
      .map(([called, operand, periods]) => ({
        kind: 'shift' as const,
        name: called,
        operand,
        periods,
        ...place,
      })),
    fc
      .tuple(tie('any'), group)
      .map(([operand, of]) => ({ kind: 'total' as const, operand, group: of, ...place })),
    fc
      .tuple(
        fc.constantFrom('remoteness_exporter' as const, 'remoteness_importer' as const),
        fc.array(column, { minLength: 3, maxLength: 3 }),
        tie('any'),
        tie('any'),
      )
      .map(([called, columns, distance, size]) => ({
        kind: 'remoteness' as const,
        name: called,
        columns,
        distance,
        size,
        ...place,
      })),
  ),
})).any
const levels = fc
  .tuple(
    column,
    fc.option(fc.constantFrom('1986', '-3', 'USA', 'two words', '"quoted"', "it's"), { nil: undefined }),
  )
  .map(
    ([one, text]): Factor => ({
      kind: 'levels',
      column: one,
      ...(text === undefined ? {} : { reference: { text, ...place } }),
      ...place,
    }),
  )
const term = fc
  .array(fc.oneof(expression, levels), { minLength: 1, maxLength: 3 })
  .map(factors => ({ factors, ...place }))
const formulas: fc.Arbitrary<Formula> = fc
  .record({
    outcome: expression,
    terms: fc.uniqueArray(term, { maxLength: 4, selector: writtenTerm }),
    effects: fc.array(group, { maxLength: 3 }),
    constant: fc.boolean(),
  })
  .map(formula => ({
    ...formula,
    source: place.source,
    constant: formula.constant && formula.effects.length === 0,
  }))

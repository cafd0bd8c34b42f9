import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCombination, parseRestriction } from '../../src/gravity/inference/restriction.js'

const NAMES = ['rta', 'rta_lag4', 'rta_lag8', 'log(dist)', 'year:2006', '2006', 'ln distance']

/** Weights by name, without the zeros, and what they must add up to. */
function read(text: string, names = NAMES) {
  const { weights, value } = parseRestriction(text, names)
  return [Object.fromEntries(names.map((name, k) => [name, weights[k]]).filter(([, w]) => w !== 0)), value]
}

describe('what a person may write', () => {
  test.each([
    ['rta + rta_lag4 = 0', { rta: 1, rta_lag4: 1 }, 0],
    ['rta=rta_lag4', { rta: 1, rta_lag4: -1 }, 0],
    ['2*rta - rta_lag4 = 1', { rta: 2, rta_lag4: -1 }, 1],
    ['1 = 2 * rta - rta_lag4', { rta: -2, rta_lag4: 1 }, -1],
    ['-rta = 3', { rta: -1 }, 3],
    ['+rta - 1 = 3', { rta: 1 }, 4],
    ['rta * 2 * 3 = 0', { rta: 6 }, 0],
    ['rta / 4 + 1/2 = 1e-1', { rta: 0.25 }, -0.4],
    ['rta + rta + rta_lag8 = rta', { rta: 1, rta_lag8: 1 }, 0],
    ['log(dist) = -1', { 'log(dist)': 1 }, -1],
    ['ln distance - year:2006 = .5', { 'ln distance': 1, 'year:2006': -1 }, 0.5],
    ['`2006` - `rta` = 2006', { '2006': 1, rta: -1 }, 2006],
  ])('%s', (text, weights, value) => {
    const [found, constant] = read(text)
    expect(found).toEqual(weights)
    expect(constant).toBeCloseTo(value, 14)
  })

  test('a combination keeps its constant', () => {
    const { weights, constant } = parseCombination('rta - 2*rta_lag4 + 1', ['rta', 'rta_lag4'])
    expect([...weights]).toEqual([1, -2])
    expect(constant).toBe(1)
  })

  test('law: what is written from weights is read as these weights', () => {
    const weight = fc.integer({ min: -999, max: 999 }).map(whole => whole / 8)
    fc.assert(
      fc.property(fc.array(weight, { minLength: 5, maxLength: 5 }), weight, (weights, value) => {
        fc.pre(weights.some(one => one !== 0))
        const names = ['a', 'ab', 'a_b', 'x.y', 'log(a)']
        const sum = weights.map((one, k) => `${one < 0 ? '-' : '+'} ${Math.abs(one)} * ${names[k]}`).join(' ')
        const restriction = parseRestriction(`${sum} = ${value}`, names)
        restriction.weights.forEach((one, k) => expect(one).toBeCloseTo(weights[k]!, 12))
        expect(restriction.value).toBe(value)
      }),
      { seed: 20240710 },
    )
  })
})

describe('what is refused, with the character', () => {
  const issueOf = (text: string, names = NAMES) => {
    try {
      parseRestriction(text, names)
    } catch (error) {
      return error as { kind: string; issues: readonly object[] }
    }
    throw new Error('nothing was thrown')
  }

  test.each([
    ['rta + rta_lg4 = 0', 7, `'rta_lg4' at character 7`, /rta_lag4/],
    ['rta_lag = 0', 1, `'rta_lag' at character 1`, /rta_lag4/],
    ['contiguity = 0', 1, `'contiguity' at character 1`, /The coefficients begin with 'rta'/],
    ['`2005` = 0', 1, `'2005' at character 1`, /2006/],
  ])('%s: no such coefficient', (text, column, found, mend) => {
    const { kind, issues } = issueOf(text)
    expect(kind).toBe('usage')
    expect(issues).toEqual([
      {
        code: 'gravity.restriction',
        at: { column, field: text },
        expected: 'the name of a coefficient',
        found,
        mend: expect.stringMatching(mend),
      },
    ])
  })

  test.each([
    ['rta', 4, 'the end', /'='/],
    ['', 1, 'the end', /number or the name/],
    ['rta = ', 7, 'the end', /number or the name/],
    ['rta + = 0', 7, `'='`, /number or the name/],
    ['rta = 0 = 1', 9, `'='`, /end of the restriction/],
    ['rta rta_lag4 = 0', 5, `'rta_lag4'`, /'='/],
    ['rta * rta_lag4 = 0', 7, `'rta_lag4'`, /linear/],
    ['2 / rta = 1', 5, `'rta'`, /below the line/],
    ['rta / 0 = 1', 7, `'0'`, /other than zero/],
    ['`rta = 0', 1, "'`'", /backtick/],
    ['2 = 2', 1, `'2'`, /cancel/],
    ['rta = rta + 1', 1, `'rta'`, /cancel/],
    ['rta ? 2', 5, `'?'`, /'='/],
  ])('%s', (text, column, found, expected) => {
    const { issues } = issueOf(text)
    expect(issues).toEqual([
      {
        code: 'gravity.restriction',
        at: { column, field: text },
        expected: expect.stringMatching(expected),
        found: `${found} at character ${column}`,
      },
    ])
  })

  test('a combination with an equals sign, and one in which nothing is left', () => {
    expect(() => parseCombination('rta = 0', NAMES)).toThrow(/the end of the sum, found '=' at character 5/)
    expect(() => parseCombination('rta - rta', NAMES)).toThrow(/does not cancel out/)
  })
})

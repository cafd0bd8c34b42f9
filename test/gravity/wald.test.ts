import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRestriction } from '../../src/gravity/inference/restriction.js'
import {
  type EstimatedSlopes,
  linearCombination,
  relativeChange,
  waldTest,
} from '../../src/gravity/inference/wald.js'
import { chiSquareTail, fTail, studentTail } from '../../src/numeric/probability.js'

/** An estimate with these slopes a, b, c, … and this covariance. */
function slopesOf(
  values: readonly number[],
  covariance: readonly number[],
  degreesOfFreedom = Infinity,
): EstimatedSlopes {
  const coefficients = values.map((estimate, k) => {
    const standardError = Math.sqrt(covariance[k * values.length + k]!)
    const name = 'abcdef'[k]!
    return { name, estimate, standardError, statistic: estimate / standardError, pValue: 1, low: 0, high: 0 }
  })
  return { coefficients, covariance: Float64Array.from(covariance), degreesOfFreedom, confidence: 0.95 }
}

const TWO = slopesOf([2, 3], [0.04, 0.01, 0.01, 0.09])
const restrictionsOn = (estimate: EstimatedSlopes, ...texts: string[]) =>
  texts.map(text =>
    parseRestriction(
      text,
      estimate.coefficients.map(({ name }) => name),
    ),
  )

describe('combinations', () => {
  test('a sum: variance by hand', () => {
    const { estimate, standardError, statistic, pValue, low, high } = linearCombination(
      TWO,
      Float64Array.of(1, 1),
      -4,
    )
    expect(estimate).toBe(1)
    expect(standardError).toBeCloseTo(Math.sqrt(0.04 + 0.09 + 0.02), 14)
    expect(statistic).toBeCloseTo(1 / standardError, 14)
    expect(pValue).toBeCloseTo(studentTail(statistic, Infinity), 14)
    // 97.5 % point of the normal distribution, as in any table
    expect(high - estimate).toBeCloseTo(1.959964 * standardError, 6)
    expect(estimate - low).toBeCloseTo(high - estimate, 14)
  })

  test("with degrees of freedom, Student's distribution", () => {
    const few = slopesOf([2, 3], [0.04, 0.01, 0.01, 0.09], 4)
    const { estimate, standardError, pValue, high } = linearCombination(few, Float64Array.of(0, 1))
    expect(high - estimate).toBeCloseTo(2.7764451 * standardError, 6)
    expect(pValue).toBeCloseTo(studentTail(10, 4), 14)
  })

  test('weights of another length are a fault of the caller', () => {
    expect(() => linearCombination(TWO, Float64Array.of(1))).toThrow(RangeError)
  })
})

describe('Wald tests', () => {
  test('independent coefficients: the sum of squared z', () => {
    const estimate = slopesOf([2, 3], [0.04, 0, 0, 0.09])
    const result = waldTest(estimate, restrictionsOn(estimate, 'a = 1.8', 'b = 3.6'))
    expect(result).toMatchObject({ distribution: 'chi-squared', numerator: 2, denominator: Infinity })
    expect(result.statistic).toBeCloseTo(1 + 4, 12)
    expect(result.pValue).toBeCloseTo(chiSquareTail(5, 2), 12)
  })

  test('with degrees of freedom an F: the statistic by the number of restrictions', () => {
    const estimate = slopesOf([2, 3], [0.04, 0, 0, 0.09], 68)
    const result = waldTest(estimate, restrictionsOn(estimate, 'a = 1.8', 'b = 3.6'))
    expect(result).toMatchObject({ distribution: 'F', numerator: 2, denominator: 68 })
    expect(result.statistic).toBeCloseTo(2.5, 12)
    expect(result.pValue).toBeCloseTo(fTail(2.5, 2, 68), 12)
  })

  /** Slopes with a positive definite covariance L Lᵀ. */
  const anyEstimate = fc
    .tuple(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.double({ min: 0.2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 }),
    )
    .map(([slopes, below, diagonal]) => {
      const factor = [diagonal[0]!, 0, 0, below[0]!, diagonal[1]!, 0, below[1]!, below[2]!, diagonal[2]!]
      const covariance = [0, 1, 2].flatMap(row =>
        [0, 1, 2].map(column =>
          [0, 1, 2].reduce((total, k) => total + factor[row * 3 + k]! * factor[column * 3 + k]!, 0),
        ),
      )
      return slopesOf(slopes, covariance)
    })
  const settings = { seed: 20240711 }

  test('law: one restriction is the squared z of its combination', () => {
    fc.assert(
      fc.property(anyEstimate, estimate => {
        const { statistic, pValue } = linearCombination(estimate, Float64Array.of(1, -2, 1), -3)
        const test = waldTest(estimate, restrictionsOn(estimate, 'a - 2*b + c = 3'))
        expect(test.statistic).toBeCloseTo(statistic * statistic, 6)
        expect(test.pValue).toBeCloseTo(pValue, 10)
      }),
      settings,
    )
  })

  test('law: the same restrictions in other words, the same test', () => {
    fc.assert(
      fc.property(anyEstimate, estimate => {
        const plain = waldTest(estimate, restrictionsOn(estimate, 'a = 1', 'b = c'))
        const mixed = waldTest(estimate, restrictionsOn(estimate, '3*a + b - c = 3', 'b - c = 2*a - 2'))
        expect(Math.abs(mixed.statistic - plain.statistic)).toBeLessThan(1e-9 * (1 + plain.statistic))
      }),
      settings,
    )
  })

  test('restrictions that say the same, or contradict, are refused by name', () => {
    expect(() => waldTest(TWO, restrictionsOn(TWO, 'a = b', '2*a - 2*b = 1'))).toThrow(
      expect.objectContaining({
        code: 'gravity.redundant-restriction',
        issues: [expect.objectContaining({ at: { field: '2*a - 2*b = 1' }, found: `'a = b'` })],
      }),
    )
  })

  test('a covariance with too few dimensions is refused', () => {
    const estimate = slopesOf([1, 2], [0.04, 0.04, 0.04, 0.04])
    expect(() => waldTest(estimate, restrictionsOn(estimate, 'a = 0', 'b = 0'))).toThrow(
      expect.objectContaining({ code: 'gravity.singular-covariance' }),
    )
  })

  test('no restriction at all is a fault of the caller', () => {
    expect(() => waldTest(TWO, [])).toThrow(RangeError)
  })
})

describe('relative changes', () => {
  test('the gradient is that of finite differences', () => {
    const change = (from: number, to: number) => (100 * (to - from)) / from
    const step = 1e-6
    const byA = (change(2 + step, 3) - change(2 - step, 3)) / (2 * step)
    const byB = (change(2, 3 + step) - change(2, 3 - step)) / (2 * step)
    const variance = byA * byA * 0.04 + 2 * byA * byB * 0.01 + byB * byB * 0.09
    const { estimate, standardError } = relativeChange(TWO, 'a', 'b')
    expect(estimate).toBe(50)
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 6)
  })

  test('from a coefficient to itself nothing changes, surely', () => {
    expect(relativeChange(TWO, 'a', 'a')).toMatchObject({ estimate: 0, standardError: 0 })
  })

  test('a name that is none is refused with the nearest', () => {
    const distances = {
      ...TWO,
      coefficients: TWO.coefficients.map((slope, k) => ({
        ...slope,
        name: ['ln_dist_1986', 'ln_dist_2006'][k]!,
      })),
    }
    expect(() => relativeChange(distances, 'ln_dist_1986', 'ln_dst_2006')).toThrow(
      expect.objectContaining({
        code: 'gravity.unknown-coefficient',
        issues: [expect.objectContaining({ mend: 'Perhaps ln_dist_2006 or ln_dist_1986' })],
      }),
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annualCost, capitalRecoveryFactor } from '../../src/measures/cost.js'

test('textbook annuity: 5 % over 25 years is 0.07095 a year', () => {
  expect(capitalRecoveryFactor(0.05, 25)).toBeCloseTo(0.070952, 6)
})

test('without a rate the capital is spread evenly; over one year it is repaid with one interest', () => {
  expect(capitalRecoveryFactor(0, 40)).toBe(1 / 40)
  expect(capitalRecoveryFactor(0.05, 1)).toBeCloseTo(1.05, 12)
})

test('law: the payments, discounted, repay the capital', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.3, noNaN: true }),
      fc.integer({ min: 1, max: 80 }),
      (rate, life) => {
        let repaid = 0
        for (let year = 1; year <= life; year++)
          repaid += capitalRecoveryFactor(rate, life) / (1 + rate) ** year
        expect(repaid).toBeCloseTo(1, 9) // rounding of up to 80 additions and powers
      },
    ),
    { seed: 1 },
  )
})

test('law: a longer life never costs more a year, whole years or not', () => {
  const life = fc.double({ min: 0.5, max: 150, noNaN: true })
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.2, noNaN: true }), life, life, (rate, a, b) => {
      const [short, long] = a < b ? [a, b] : [b, a]
      expect(capitalRecoveryFactor(rate, long)).toBeLessThanOrEqual(
        capitalRecoveryFactor(rate, short) * (1 + 1e-12),
      )
    }),
    { seed: 1 },
  )
})

test('annual cost is capital recovery and upkeep', () => {
  expect(annualCost({ capitalMusd: 100, lifeYears: 25 }, 0.05, 0.02)).toBeCloseTo(9.0952, 3)
})

test('no capital or no life: no annual cost, rather than a zero', () => {
  expect(annualCost({ lifeYears: 25 }, 0.05, 0.02)).toBeUndefined()
  expect(annualCost({ capitalMusd: 100 }, 0.05, 0.02)).toBeUndefined()
})

test.each([
  [-0.01, 25],
  [0.05, 0],
  [Number.NaN, 25],
])('a rate of %d over %d years is our own fault', (rate, life) => {
  expect(() => capitalRecoveryFactor(rate, life)).toThrow('capital recovery needs')
})

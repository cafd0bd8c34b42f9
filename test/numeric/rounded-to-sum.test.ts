import { expect, test } from 'vitest'
import { roundedToSum } from '../../src/numeric/rounded-to-sum.js'

test('rounded rows add up to the rounded sum and stay within one step', () => {
  const values = [157.6, 44.4, 22.45, 20.4, 0.4, -3.7]
  for (const decimals of [0, 1, 2]) {
    const shown = roundedToSum(values, decimals)
    const step = 10 ** -decimals
    const total = values.reduce((sum, value) => sum + value, 0)
    expect(shown.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.round(total / step) * step, 9)
    shown.forEach((value, k) => expect(Math.abs(value - values[k]!)).toBeLessThanOrEqual(step))
  }
})

test('parts between two rounded levels add up to the difference that is shown', () => {
  // 705.43 + 29.65 + 12.76 = 747.84: rounded one by one the parts would come to 747.9
  const parts = roundedToSum([29.65, 12.76], 1, 747.8 - 705.4)
  expect(parts[0]! + parts[1]!).toBeCloseTo(42.4, 9)
  expect(parts).toEqual([29.6, 12.8])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parameterRange, percentile, RANGE_PERCENTILES } from '../../src/ensemble/summary.js'

// values as R's quantile(x, p) gives them with its default type 7
test.each([
  [[15, 20, 35, 40, 50], 5, 16],
  [[15, 20, 35, 40, 50], 40, 29],
  [[15, 20, 35, 40, 50], 95, 48],
  [[50, 15, 40, 20, 35], 50, 35],
  [[1, 2], 75, 1.75],
  [[7], 30, 7],
  [[10, 9, 100], 50, 10],
])('of %j at %d: %d', (values, p, expected) => {
  expect(percentile(values, p)).toBeCloseTo(expected, 12)
})

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })
const settings = { seed: 20240704 }

test('law: ends are the smallest and the largest, rising between, order of the values does not matter', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 99 }), (list, p) => {
      expect(percentile(list, 0) + 0).toBe(Math.min(...list) + 0)
      expect(percentile(list, 100) + 0).toBe(Math.max(...list) + 0)
      expect(percentile(list, p)).toBeLessThanOrEqual(percentile(list, p + 1))
      expect(percentile(list.toReversed(), p)).toBe(percentile(list, p))
    }),
    settings,
  )
})

test('the values are left as they were', () => {
  const list = [3, 1, 2]
  percentile(list, 50)
  expect(list).toEqual([3, 1, 2])
})

test('no values, NaN, or no percentile: refused', () => {
  expect(() => percentile([], 50)).toThrow(RangeError)
  expect(() => percentile([1, Number.NaN, 3], 50)).toThrow(RangeError)
  for (const p of [-1, 101, Number.NaN]) expect(() => percentile([1, 2], p)).toThrow(RangeError)
})

test('a range is the 5th to the 95th percentile around the central value', () => {
  expect(RANGE_PERCENTILES).toEqual([5, 95])
  const draws = Array.from({ length: 101 }, (_, k) => 100 - k)
  expect(parameterRange(42, draws)).toEqual({ value: 42, low: 5, high: 95 })
  expect(parameterRange(42, [])).toEqual({ value: 42, low: 42, high: 42 })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { times, timesTransposed } from '../../src/numeric/matrix.js'
import { dot, largestMagnitude, sum } from '../../src/numeric/sum.js'

const integers = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 40 })
const settings = { seed: 20240704 }

test('sums and products of integers are exact, whatever the length', () => {
  fc.assert(
    fc.property(integers, values => {
      expect(sum(values)).toBe(values.reduce((total, value) => total + value, 0))
      expect(dot(values, values)).toBe(values.reduce((total, value) => total + value * value, 0))
      expect(largestMagnitude(values)).toBe(Math.max(0, ...values.map(Math.abs)))
    }),
    settings,
  )
})

test('a sum over a part', () => {
  expect(sum([1, 2, 4, 8, 16, 32, 64], 1, 6)).toBe(62)
  expect(sum([1, 2, 4], 2, 2)).toBe(0)
})

test('the order is part of the definition: every fourth value, then the four together', () => {
  const values = [1, 1e16, 1, 1, 1, -1e16, 1, 1]
  expect(sum(values)).toBe(6) // (1 + 1) + (1e16 − 1e16) + ((1 + 1) + (1 + 1))
  expect(values.reduce((total, value) => total + value, 0)).not.toBe(6)
})

test('largest magnitude lets no NaN pass', () => {
  expect(largestMagnitude([1, Number.NaN, 3])).toBeNaN()
  expect(largestMagnitude([-5, 3])).toBe(5)
})

test('matrix times vector, both ways round, against the definition', () => {
  const square = fc
    .integer({ min: 1, max: 9 })
    .chain(n =>
      fc.tuple(
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: n * n, maxLength: n * n }),
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: n, maxLength: n }),
      ),
    )
  fc.assert(
    fc.property(square, ([cells, vector]) => {
      const n = vector.length
      const matrix = Float64Array.from(cells)
      const out = new Float64Array(n)
      const entry = (i: number, j: number) => cells[i * n + j]!
      times(matrix, Float64Array.from(vector), out)
      expect([...out]).toEqual(vector.map((_, i) => vector.reduce((t, v, j) => t + entry(i, j) * v, 0)))
      timesTransposed(matrix, Float64Array.from(vector), out)
      expect([...out]).toEqual(vector.map((_, j) => vector.reduce((t, v, i) => t + entry(i, j) * v, 0)))
    }),
    settings,
  )
})

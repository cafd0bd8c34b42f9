import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generalisedInverse } from '../../src/numeric/generalised-inverse.js'
import { multiply } from '../../src/numeric/matrix.js'

const times = (left: Float64Array, right: Float64Array, n: number) => {
  const out = new Float64Array(n * n)
  multiply(left, right, n, out)
  return out
}

test('of a regular matrix the inverse, by hand', () => {
  const inverse = generalisedInverse(Float64Array.of(4, 2, 2, 3), 2)
  for (const [k, value] of [3 / 8, -2 / 8, -2 / 8, 4 / 8].entries()) expect(inverse[k]).toBeCloseTo(value, 14)
})

test('a row that follows from those before it gets zeros', () => {
  // the second row is twice the first
  const inverse = generalisedInverse(Float64Array.of(1, 2, 0, 2, 4, 0, 0, 0, 5), 3)
  expect([...inverse]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0.2])
  expect([...generalisedInverse(new Float64Array(4), 2)]).toEqual([0, 0, 0, 0])
})

test('law: M V M = M and V M V = V, of any rank', () => {
  const n = 4
  const entries = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 * n, maxLength: n * n })
  fc.assert(
    fc.property(entries, numbers => {
      const matrix = new Float64Array(n * n)
      // a sum of outer products of as many vectors as there are whole ones
      for (let first = 0; first + n <= numbers.length; first += n) {
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) matrix[i * n + j]! += numbers[first + i]! * numbers[first + j]!
        }
      }
      const inverse = generalisedInverse(matrix, n)
      const back = times(times(matrix, inverse, n), matrix, n)
      const again = times(times(inverse, matrix, n), inverse, n)
      const size = Math.max(...inverse.map(Math.abs), 1)
      matrix.forEach((value, k) => expect(Math.abs(back[k]! - value)).toBeLessThan(1e-6 * size))
      inverse.forEach((value, k) => expect(Math.abs(again[k]! - value)).toBeLessThan(1e-6 * size))
    }),
    { seed: 20240713 },
  )
})

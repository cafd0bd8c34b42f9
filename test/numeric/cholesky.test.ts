import { expect, test } from 'vitest'
import { choleskyFactor, choleskySolve } from '../../src/numeric/cholesky.js'

test('a system with a known solution', () => {
  const matrix = Float64Array.of(4, 2, 2, 2, 5, 3, 2, 3, 6)
  const vector = Float64Array.of(4 + 2 * 2 + 2 * 3, 2 + 5 * 2 + 3 * 3, 2 + 3 * 2 + 6 * 3)
  expect(choleskyFactor(matrix, 3, 1e-12)).toBe(-1)
  choleskySolve(matrix, vector)
  expect([...vector]).toEqual([1, 2, 3].map(value => expect.closeTo(value, 13)))
})

test('a row that is a combination of those above it is named', () => {
  const matrix = Float64Array.of(1, 2, 3, 2, 5, 7, 3, 7, 10)
  expect(choleskyFactor(matrix, 3, 1e-12)).toBe(2)
})

test('what is not positive definite has no factor', () => {
  expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2, 0)).toBe(1)
  expect(choleskyFactor(Float64Array.of(Number.NaN), 1, 0)).toBe(0)
})

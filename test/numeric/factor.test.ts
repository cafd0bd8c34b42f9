import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorise, solveFactored } from '../../src/numeric/factor.js'
import { multiply, transposed } from '../../src/numeric/matrix.js'

const cell = fc.double({ min: -1, max: 1, noNaN: true })
const anySystem = fc.integer({ min: 1, max: 25 }).chain(n =>
  fc.record({
    n: fc.constant(n),
    matrix: fc.array(cell, { minLength: n * n, maxLength: n * n }),
    solution: fc.array(cell, { minLength: n * 3, maxLength: n * 3 }),
  }),
)
const settings = { seed: 20240704, numRuns: 200 }

test('three right-hand sides at once, and one: matrix × solution is what was asked for', () => {
  fc.assert(
    fc.property(anySystem, ({ n, matrix, solution }) => {
      // a strong diagonal in shuffled places, so that the system is well posed and rows must be exchanged
      const rows = Float64Array.from(matrix)
      for (let k = 0; k < n; k++) rows[k * n + ((k * 7 + 3) % n)]! += n % 7 === 0 ? 0 : 2 * n
      if (n % 7 === 0) for (let k = 0; k < n; k++) rows[k * n + (n - 1 - k)]! += 2 * n
      const sides = new Float64Array(n * 3)
      for (let i = 0; i < n; i++)
        for (let c = 0; c < 3; c++)
          for (let k = 0; k < n; k++) sides[i * 3 + c]! += rows[i * n + k]! * solution[k * 3 + c]!
      const before = rows.slice()
      solveFactored(factorise(rows, n), sides, 3)
      expect(rows).toEqual(before)
      sides.forEach((x, k) => {
        expect(x).toBeCloseTo(solution[k]!, 9)
      })
      const first = Float64Array.from({ length: n }, (_, i) => {
        let value = 0
        for (let k = 0; k < n; k++) value += rows[i * n + k]! * solution[k * 3]!
        return value
      })
      solveFactored(factorise(rows, n), first, 1)
      first.forEach((x, k) => {
        expect(x).toBeCloseTo(solution[k * 3]!, 9)
      })
    }),
    settings,
  )
})

test('a matrix without an inverse is an error that names the column', () => {
  expect(() => factorise(Float64Array.of(1, 2, 2, 4), 2)).toThrow(
    expect.objectContaining({
      code: 'numeric.singular',
      issues: [expect.objectContaining({ at: { field: 'column 2' } })],
    }),
  )
  expect(() => factorise(Float64Array.of(Number.NaN, 1, 1, 1), 2)).toThrow(/singular/)
})

test('a zero on the diagonal is no obstacle', () => {
  const sides = Float64Array.of(5, 7)
  solveFactored(factorise(Float64Array.of(0, 1, 1, 0), 2), sides, 1)
  expect([...sides]).toEqual([7, 5])
})

test('product and transpose by their definition', () => {
  fc.assert(
    fc.property(anySystem, ({ n, matrix }) => {
      const left = Float64Array.from(matrix)
      const right = transposed(left, n).map((value, k) => value + k / 100)
      const product = new Float64Array(n * n).fill(9)
      multiply(left, right, n, product)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let expected = 0
          for (let k = 0; k < n; k++) expected += left[i * n + k]! * right[k * n + j]!
          expect(product[i * n + j]).toBeCloseTo(expected, 11)
        }
      }
    }),
    settings,
  )
})

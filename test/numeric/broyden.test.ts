import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctSlopes } from '../../src/numeric/broyden.js'

const number = fc.double({ min: -10, max: 10, noNaN: true })

test('law: the corrected slopes explain the step, and say the same of what is at right angles to it', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 15, maxLength: 15 }), values => {
      const slopes = Float64Array.from(values.slice(0, 9))
      const before = slopes.slice()
      const step = Float64Array.from(values.slice(9, 12))
      const change = Float64Array.from(values.slice(12, 15))
      const length = Math.hypot(...step)
      fc.pre(length > 1e-3)
      correctSlopes(slopes, step, change)
      const times = (matrix: Float64Array, by: Float64Array) =>
        [0, 1, 2].map(row => by.reduce((sum, part, column) => sum + matrix[row * 3 + column]! * part, 0))
      times(slopes, step).forEach((explained, row) => {
        expect(Math.abs(explained - change[row]!)).toBeLessThan(1e-9 * (1 + length))
      })
      const aside = Float64Array.of(step[1]!, -step[0]!, 0)
      const scale = 1e4 * (1 + 1 / length)
      times(slopes, aside).forEach((told, row) => {
        expect(Math.abs(told - times(before, aside)[row]!)).toBeLessThan(1e-12 * scale)
      })
    }),
  )
})

test('what was not moved keeps its slopes to the bit, and no step teaches nothing', () => {
  const slopes = Float64Array.of(-2, 0.3, 0.1, -1)
  correctSlopes(slopes, Float64Array.of(0.5, 0), Float64Array.of(-1.5, 0.2))
  expect([...slopes]).toEqual([-3, 0.3, 0.4, -1])
  correctSlopes(slopes, new Float64Array(2), Float64Array.of(7, 7))
  expect([...slopes]).toEqual([-3, 0.3, 0.4, -1])
})

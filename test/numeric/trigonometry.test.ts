import { expect, test } from 'vitest'
import { atan, cos, sin } from '../../src/numeric/trigonometry.js'
import { samples, ulps } from './samples.js'

const TURNS = samples('angles', 20_000, -20, 20)
const WIDE = samples('wide angles', 20_000, -1e5, 1e5)

test.each([
  ['sin', sin, Math.sin],
  ['cos', cos, Math.cos],
  ['atan', atan, Math.atan],
] as const)('%s within one unit of the last place of the engine', (_, ours, theirs) => {
  for (const x of [...TURNS, ...WIDE]) expect(ulps(ours(x), theirs(x))).toBeLessThanOrEqual(1)
})

test('special values', () => {
  expect(sin(0)).toBe(0)
  expect(cos(0)).toBe(1)
  expect(sin(Math.PI / 2)).toBe(1)
  expect(atan(Infinity)).toBe(Math.PI / 2)
  expect(atan(-Infinity)).toBe(-Math.PI / 2)
  expect(atan(0)).toBe(0)
  expect(atan(1)).toBe(Math.PI / 4)
  for (const f of [sin, cos]) {
    for (const x of [Number.NaN, Infinity, -Infinity, 1.1e5]) expect(f(x)).toBeNaN()
  }
  expect(atan(Number.NaN)).toBeNaN()
})

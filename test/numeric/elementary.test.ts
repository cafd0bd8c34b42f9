import { describe, expect, test } from 'vitest'
import { exp, log, power } from '../../src/numeric/elementary.js'
import { fingerprint, samples, ulps } from './samples.js'

const COUNT = 20_000

function worst(points: Float64Array, ours: (x: number) => number, theirs: (x: number) => number): number {
  return points.reduce((most, x) => Math.max(most, ulps(ours(x), theirs(x))), 0)
}

describe('within one unit of the last place of the engine', () => {
  test.each([
    ['the whole range', -745, 709.7],
    ['moderate arguments', -20, 20],
    ['near zero', -1e-3, 1e-3],
  ])('exp over %s', (stream, low, high) => {
    expect(worst(samples(stream, COUNT, low, high), exp, Math.exp)).toBeLessThanOrEqual(1)
  })

  test('log over every magnitude, subnormal ones included', () => {
    const points = samples('log', COUNT, -744, 709).map(Math.exp)
    expect(worst(points, log, Math.log)).toBeLessThanOrEqual(1)
  })

  test('log near one', () => {
    expect(worst(samples('log near one', COUNT, 0.5, 1.6), log, Math.log)).toBeLessThanOrEqual(1)
  })

  test.each([-5.03, -0.2, 0.5, 1.3, 7, 60])('x to the power %d, x over twenty magnitudes', exponent => {
    const points = samples('power', COUNT, -23, 23).map(Math.exp)
    expect(
      worst(
        points,
        x => power(x, exponent),
        x => x ** exponent,
      ),
    ).toBeLessThanOrEqual(1)
  })

  test('power where the result is near the ends of the range', () => {
    const exponents = samples('large exponents', COUNT, -1020, 1020)
    expect(
      worst(
        exponents,
        y => power(1.9, y),
        y => 1.9 ** y,
      ),
    ).toBeLessThanOrEqual(1)
  })

  test('power of ratios a hair from one, where hat algebra lives', () => {
    const ratios = samples('ratios', COUNT, 0.97, 1.03)
    expect(
      worst(
        ratios,
        x => power(x, -5.03),
        x => x ** -5.03,
      ),
    ).toBeLessThanOrEqual(1)
  })
})

test('power against exact integers: no error where the answer is a double', () => {
  for (let base = 2; base <= 40; base++) {
    for (let exponent = 2; BigInt(base) ** BigInt(exponent) < 2n ** 53n; exponent++) {
      expect(power(base, exponent), `${base}^${exponent}`).toBe(Number(BigInt(base) ** BigInt(exponent)))
    }
  }
})

test('power against exact arithmetic: the seventh power of ratios in 60 more bits than a double has', () => {
  for (const x of samples('exact', 2_000, 0.9, 1.1)) {
    const scaled = BigInt(x * 2 ** 53) // exact: x has at most 53 bits after the point
    const exact = (scaled ** 7n) >> (53n * 7n - 113n)
    const ours = power(x, 7)
    const error = BigInt(ours * 2 ** 60) * 2n ** 53n - exact
    const lastPlace = 2 ** (60 + Math.floor(Math.log2(ours) + 1))
    // half a place is rounding, the rest is the polynomial of exp
    expect(Math.abs(Number(error))).toBeLessThanOrEqual(0.8 * lastPlace)
  }
})

describe('special values', () => {
  const { NaN: nan } = Number

  test.each([
    [-Infinity, 0],
    [Infinity, Infinity],
    [nan, nan],
    [0, 1],
    [-0, 1],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Infinity],
    [-745.1332191019411, 5e-324],
    [-745.1332191019412, 0],
  ])('exp(%d) = %d', (x, expected) => {
    expect(exp(x)).toBe(expected)
  })

  test.each([
    [0, -Infinity],
    [-0, -Infinity],
    [Infinity, Infinity],
    [-1, nan],
    [-Infinity, nan],
    [nan, nan],
    [1, 0],
    [5e-324, Math.log(5e-324)],
  ])('log(%d) = %d', (x, expected) => {
    expect(log(x)).toBe(expected)
  })

  test.each([
    [Infinity, -5.03, 0],
    [Infinity, 5.03, Infinity],
    [0, 5.03, 0],
    [0, -5.03, Infinity],
    [1, 1e300, 1],
    [1, Infinity, nan],
    [2, Infinity, Infinity],
    [2, -Infinity, 0],
    [0.5, Infinity, 0],
    [0.5, -Infinity, Infinity],
    [0.5, 1e20, 0],
    [1 + 2 ** -52, 1e20, Infinity],
    [1 - 2 ** -53, 1e20, 0],
    [7.25, 1, 7.25],
    [nan, 0, 1],
    [nan, 2, nan],
    [2, nan, nan],
    [-2, 3, nan],
    [-2, 0, 1],
    [2, 1024, Infinity],
    [2, 1023, 2 ** 1023],
    [2, -1074, 5e-324],
    [2, -1076, 0],
  ])('power(%d, %d) = %d', (x, y, expected) => {
    expect(power(x, y)).toBe(expected)
  })
})

// Frozen from this code. Another value on some engine means that results are no longer the same everywhere.
test('the same bits on every engine', () => {
  const points = samples('bits', COUNT, -40, 40)
  const positive = points.map(exp)
  expect({
    exp: fingerprint(positive),
    log: fingerprint(positive.map(log)),
    power: fingerprint(positive.map(x => power(x, -5.03))),
  }).toEqual({ exp: '660ccfbe', log: 'e226c9ce', power: '6b1f5fce' })
})

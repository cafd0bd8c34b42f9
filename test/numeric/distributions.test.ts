import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parameterQuantile, type RangedValue, triangularQuantile } from '../../src/numeric/distributions.js'

const ranged = (
  distribution: RangedValue['distribution'],
  low: number,
  value: number,
  high: number,
): RangedValue => ({ id: 'x', distribution, low, value, high })

const probability = fc.double({ min: 0, max: 1, noNaN: true })
const anyRange = fc
  .tuple(...[1, 2, 3].map(() => fc.double({ min: 0.001, max: 1000, noNaN: true })))
  .map(ends => ends.sort((a, b) => a - b) as [number, number, number])
const settings = { seed: 20240704 }

/** Distribution function of the triangular, by its definition. */
function triangularBelow(low: number, mode: number, high: number, x: number): number {
  if (x <= mode && mode > low) return ((x - low) * (x - low)) / ((high - low) * (mode - low))
  return 1 - ((high - x) * (high - x)) / ((high - low) * (high - mode))
}

describe('quantiles of parameters', () => {
  test('triangular: its distribution function gives the probability back', () => {
    fc.assert(
      fc.property(anyRange, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([low, mode, high], p) => {
        fc.pre(high - low > 1e-3 * high)
        const x = triangularQuantile(low, mode, high, p)
        expect(triangularBelow(low, mode, high, x)).toBeCloseTo(p, 9)
      }),
      settings,
    )
  })

  test('log-triangular: the logarithm is triangular with its mode at ln value', () => {
    const parameter = ranged('log-triangular', 0.0005, 0.003, 0.021)
    for (const p of [0.05, 0.3, 0.5, 0.7, 0.95]) {
      const x = Math.log(parameterQuantile(parameter, p))
      const below = triangularBelow(Math.log(0.0005), Math.log(0.003), Math.log(0.021), x)
      expect(below).toBeCloseTo(p, 12)
    }
  })

  test('uniform and fixed', () => {
    expect(parameterQuantile(ranged('uniform', 2, 3, 6), 0.25)).toBe(3)
    expect(parameterQuantile(ranged('fixed', 0, 3, 6), 0.9)).toBe(3)
  })

  test('law: within the range, rising with p, ends at p = 0 and 1', () => {
    const drawn = fc.constantFrom('uniform', 'triangular', 'log-triangular') as fc.Arbitrary<
      RangedValue['distribution']
    >
    fc.assert(
      fc.property(drawn, anyRange, probability, probability, (distribution, [low, value, high], p, q) => {
        const parameter = ranged(distribution, low, value, high)
        const [x, y] = [Math.min(p, q), Math.max(p, q)].map(one => parameterQuantile(parameter, one))
        expect(x).toBeGreaterThanOrEqual(low)
        expect(y).toBeLessThanOrEqual(high)
        // rounding in the last place apart
        expect(x!).toBeLessThanOrEqual(y! * (1 + 1e-14))
        expect(parameterQuantile(parameter, 0)).toBe(low)
        expect(parameterQuantile(parameter, 1)).toBe(high)
      }),
      settings,
    )
  })

  test('normal: the ends of the range are those of the 95 % interval, the value is the median', () => {
    const parameter = ranged('normal', 4, 5, 6)
    expect(parameterQuantile(parameter, 0.025)).toBeCloseTo(4, 12)
    expect(parameterQuantile(parameter, 0.5)).toBe(5)
    expect(parameterQuantile(parameter, 0.975)).toBeCloseTo(6, 12)
    // one deviation, 1 / 1.959963984540054, above
    expect(parameterQuantile(parameter, 0.8413447460685429)).toBeCloseTo(5.510213, 6)
  })

  test('law: normal is above zero, symmetric and rising, however wide', () => {
    const width = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    const inside = fc.double({ min: 1e-12, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(width, inside, (part, p) => {
        const parameter = ranged('normal', 5 * (1 - part), 5, 5 * (1 + part))
        const x = parameterQuantile(parameter, p)
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThanOrEqual(parameterQuantile(parameter, p * 1.001))
        if (p > 1e-4) expect(x + parameterQuantile(parameter, 1 - p)).toBeCloseTo(10, 9)
      }),
      settings,
    )
    expect(parameterQuantile(ranged('normal', 0.1, 5, 9.9), 0)).toBe(0)
    expect(parameterQuantile(ranged('normal', 0.1, 5, 9.9), 1)).toBe(10)
  })

  test('a range without width', () => {
    for (const distribution of ['uniform', 'triangular', 'log-triangular', 'normal'] as const) {
      expect(parameterQuantile(ranged(distribution, 5, 5, 5), 0.37)).toBeCloseTo(5, 14)
    }
  })

  test.each([
    ['triangular', 2, 1, 3],
    ['triangular', 1, 4, 3],
    ['uniform', Number.NaN, 2, 3],
    ['uniform', 1, 2, Infinity],
    ['fixed', 1, Number.NaN, 3],
    ['log-triangular', 0, 1, 3],
    ['log-triangular', -1, 1, 3],
    ['normal', 0, 1, 2],
    ['normal', 1, 1.5, 3],
  ] as const)('%s with low %d, value %d, high %d is refused by name', (distribution, low, value, high) => {
    expect(() => parameterQuantile(ranged(distribution, low, value, high), 0.5)).toThrow(
      expect.objectContaining({ kind: 'input', code: 'parameter.bad-range' }),
    )
  })

  test('a probability outside 0 … 1 is refused', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => parameterQuantile(ranged('uniform', 1, 2, 3), p)).toThrow(RangeError)
    }
  })
})

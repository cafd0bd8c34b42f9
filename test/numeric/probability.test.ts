/**
 * Expected values: mpmath 1.3.0 with 60 digits (erfc, gammainc, betainc of the double arguments, roots by bisection),
 * rounded to doubles.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chiSquareTail,
  fTail,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail,
} from '../../src/numeric/probability.js'

/** Rounding of the exponent, some 700 at most, leaves two digits more than this. */
const PRECISION = 1e-12

function expectClose(found: number, expected: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(PRECISION)
}

describe('two-sided and upper tails', () => {
  test.each([
    [1e-10, 0.9999999999202115],
    [0.1, 0.920344325445942],
    [0.5, 0.6170750774519738],
    [1, 0.3173105078629141],
    [1.5, 0.13361440253771614],
    [1.96, 0.04999579029644087],
    [-3, 0.002699796063260189],
    [5, 5.733031437583878e-7],
    [8, 1.2441921148543568e-15],
    [21.5, 1.5568794154365269e-102],
    [37, 1.1451142445049154e-299],
  ])('normal, z = %d', (z, expected) => expectClose(normalTail(z), expected))

  test.each([
    [1e-6, 5, 0.9999992407866204],
    [0.5, 1, 0.7048327646991335],
    [12.7062, 1, 0.0500000185607104],
    [2, 3, 0.1393259685588432],
    [-1.96, 68, 0.0540952684975256],
    [2.5, 2278, 0.012489137622762873],
    [5, 10, 0.0005373336027564526],
    [40, 10, 2.2808577430857547e-12],
    [1000, 4, 5.999960000209999e-12],
    [22, 2345, 1.1276684835539851e-97],
    [25, 100000, 1.621776555207064e-137],
    [2, 1000000, 0.045500533851319205],
    [30, 68, 6.095070784383447e-41],
    [1e30, 2.5, 1.4386794381663445e-75],
  ])('Student, t = %d, %d degrees of freedom', (t, df, expected) => expectClose(studentTail(t, df), expected))

  test.each([
    [0.001, 1, 0.9747728793699604],
    [3.841459, 1, 0.04999999465319577],
    [1, 2, 0.6065306597126334],
    [7.5, 3, 0.057558451972636406],
    [2.5, 10, 0.9908757207816047],
    [500, 1, 9.505397766554091e-111],
    [500, 7, 8.016791001349302e-104],
    [1200, 30, 2.4392482481710897e-233],
    [95, 100, 0.6225792918781735],
    [130, 100, 0.023512397809808676],
    [1000, 1000, 0.49405285382923964],
    [1500, 1000, 1.0454640385979657e-22],
    [100500, 100000, 0.13185481160338378],
    [104000, 100000, 5.270961229397467e-19],
  ])('chi-squared, x = %d, %d degrees of freedom', (x, df, expected) =>
    expectClose(chiSquareTail(x, df), expected),
  )

  test.each([
    [0.2, 1, 5, 0.6734284355375538],
    [3.5, 2, 40, 0.03974135475714912],
    [1, 100, 100, 0.5],
    [1.2, 100, 2000, 0.09072165768082532],
    [50, 3, 2345, 2.551487948127868e-31],
    [140, 6, 2345, 6.017079964469207e-152],
    [80, 10, 50, 3.260828219836508e-27],
    [1.02, 2000, 3001, 0.3127441480136829],
    [1e12, 1, 1, 6.366197723673691e-7],
    [3, 7, 1, 0.4182117654082557],
  ])('F, x = %d, %d and %d degrees of freedom', (x, numerator, denominator, expected) =>
    expectClose(fTail(x, numerator, denominator), expected),
  )
})

describe('quantiles', () => {
  test.each([
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-20, -9.262340089798407],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.1, -1.2815515655446004],
    [0.4, -0.2533471031357997],
    [0.5000000001, 2.506628482030354e-10],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446006],
    [0.95, 1.6448536269514722],
    [0.975, 1.9599639845400538],
    [0.995, 2.5758293035489004],
    [0.9999999, 5.199337582290661],
  ])('normal, p = %d', (p, expected) => expectClose(normalQuantile(p), expected))

  test.each([
    [0.975, 1, 12.706204736174692],
    [0.975, 2.5, 3.5746548420036817],
    [0.975, 4, 2.7764451051977934],
    [0.975, 68, 1.9954689314298435],
    [0.975, 2345, 1.960976127533379],
    [0.975, 1000000, 1.9599663568141068],
    [1e-50, 3, -4.795275720469223e16],
    [1e-100, 2345, -22.34490514119584],
    [0.5000001, 7, 2.5974602742784954e-7],
    [0.3, 10, -0.5415280387550157],
    [0.999999, 68, 5.1988393366651],
  ])('Student, p = %d, %d degrees of freedom', (p, df, expected) =>
    expectClose(studentQuantile(p, df), expected),
  )

  test('ends and middle', () => {
    expect([0, 0.5, 1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity])
    expect([0, 0.5, 1].map(p => studentQuantile(p, 4))).toEqual([-Infinity, 0, Infinity])
  })
})

describe('laws', () => {
  const settings = { seed: 20240709 }
  const statistic = fc.double({ min: 0, max: 37, noNaN: true })
  const degrees = fc.integer({ min: 1, max: 5000 })

  test('a squared t is F, a squared z is chi-squared, and Infinity degrees of freedom are normal', () => {
    fc.assert(
      fc.property(statistic, degrees, (t, df) => {
        fc.pre(t > 1e-6)
        // t² is rounded, which far out is worth some 1e-13
        expectClose(fTail(t * t, 1, df), studentTail(t, df))
        expectClose(chiSquareTail(t * t, 1), normalTail(t))
        expectClose(studentTail(t, Infinity), normalTail(t))
        expectClose(fTail(t, 3, Infinity), chiSquareTail(3 * t, 3))
      }),
      settings,
    )
  })

  test('two degrees of freedom: the closed forms', () => {
    fc.assert(
      fc.property(statistic, degrees, (x, df) => {
        expectClose(chiSquareTail(x, 2), Math.exp(-x / 2))
        expectClose(fTail(x, 2, df), (1 + (2 * x) / df) ** (-df / 2))
      }),
      settings,
    )
  })

  test('the quantile gives the probability back', () => {
    const logTail = fc.double({ min: -250, max: -0.31, noNaN: true })
    fc.assert(
      fc.property(logTail, degrees, (power, df) => {
        const p = 10 ** power
        // steepness of a tail multiplies the rounding of the quantile: by z² ≤ 1150 with the normal
        expect(Math.abs(normalTail(normalQuantile(p)) / (2 * p) - 1)).toBeLessThan(1e-11)
        expect(Math.abs(studentTail(studentQuantile(p, df), df) / (2 * p) - 1)).toBeLessThan(1e-11)
      }),
      settings,
    )
  })

  test('tails fall', () => {
    fc.assert(
      fc.property(statistic, statistic, degrees, (a, b, df) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)]
        for (const tail of [
          normalTail,
          (x: number) => studentTail(x, df),
          (x: number) => chiSquareTail(x, df),
        ]) {
          expect(tail(far)).toBeLessThanOrEqual(tail(near) * (1 + PRECISION))
        }
      }),
      settings,
    )
  })
})

describe('edges', () => {
  test('at zero everything lies above, at infinity nothing', () => {
    expect([normalTail(0), studentTail(0, 3), chiSquareTail(0, 3), fTail(0, 2, 3)]).toEqual([1, 1, 1, 1])
    expect([chiSquareTail(-1, 3), fTail(-1, 2, 3)]).toEqual([1, 1])
    const farOut = [normalTail(-Infinity), studentTail(Infinity, 3), chiSquareTail(Infinity, 3)]
    expect([...farOut, fTail(Infinity, 2, 3)]).toEqual([0, 0, 0, 0])
  })

  test('NaN stays NaN', () => {
    const results = [normalTail(Number.NaN), studentTail(Number.NaN, 3), chiSquareTail(Number.NaN, 3)]
    expect([...results, fTail(Number.NaN, 2, 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  })

  test('what is no probability and what are no degrees of freedom are refused', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => normalQuantile(p)).toThrow(RangeError)
      expect(() => studentQuantile(p, 3)).toThrow(RangeError)
    }
    for (const df of [0, -1, Number.NaN]) {
      expect(() => studentTail(1, df)).toThrow(RangeError)
      expect(() => studentQuantile(0.9, df)).toThrow(RangeError)
      expect(() => chiSquareTail(1, df)).toThrow(RangeError)
      expect(() => fTail(1, df, 3)).toThrow(RangeError)
      expect(() => fTail(1, 3, df)).toThrow(RangeError)
    }
    expect(() => chiSquareTail(1, Infinity)).toThrow(RangeError)
    expect(() => fTail(1, Infinity, 3)).toThrow(RangeError)
  })
})

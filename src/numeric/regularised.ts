/**
 * Regularised incomplete gamma and beta functions, both tails at full relative precision.
 *
 * The common factor is written with deviances, so that nothing cancels where parameters are large (Loader 2000).
 */
import { exp, log } from './elementary.js'

/** The two parts into which a point splits a distribution, and the density there. */
export interface Split {
  /** Probability below the point. */
  readonly lower: number
  /** Probability above it. */
  readonly upper: number
  /** Derivative of `lower` by the logarithm of the gamma argument, or by the log odds of the beta argument. */
  readonly slope: number
}

/** Steps of a series or a fraction before it counts as a fault of ours; √(largest parameter) are enough. */
const MAX_STEPS = 10_000_000
const SMALLEST_CHANGE = 1e-16
/** Stands for a zero denominator in the evaluation of a continued fraction. */
const TINY = 1e-300

/**
 * P(a, x) and Q(a, x) = 1 − P.
 *
 * The smaller of the two is computed, by its series below a + 1 and by its continued fraction above.
 *
 * @param a > 0, finite.
 * @param x ≥ 0.
 * @see DLMF 8.11.4 for the series and 8.9.2 for the fraction (https://dlmf.nist.gov/8).
 */
export function incompleteGamma(a: number, x: number): Split {
  if (Number.isNaN(x)) return { lower: x, upper: x, slope: x }
  if (x === 0) return { lower: 0, upper: 1, slope: 0 }
  if (x === Infinity) return { lower: 1, upper: 0, slope: 0 }
  // x^a e^−x / Γ(a)
  const slope = Math.sqrt(a / TWO_PI) * exp(-stirlingError(a) - a * deviance(x / a, (x - a) / a))
  if (x < a + 1) {
    const lower = (slope / a) * gammaSeries(a, x)
    return { lower, upper: 1 - lower, slope }
  }
  const upper = slope / continuedFraction(x + 1 - a, n => ({ over: n * (a - n), plus: x + 2 * n + 1 - a }))
  return { lower: 1 - upper, upper, slope }
}

/**
 * I_x(a, b) and 1 − I_x(a, b) = I_y(b, a), y = 1 − x.
 *
 * x and y are both given, so that neither loses its digits near one.
 *
 * @param a > 0, finite. @param b > 0, finite.
 * @see Didonato & Morris (1992), https://doi.org/10.1145/131766.131776, for the fraction: the even part of DLMF
 *      8.17.22, in which a y − b x is formed before anything cancels.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Split {
  if (Number.isNaN(x)) return { lower: x, upper: x, slope: x }
  if (x === 0) return { lower: 0, upper: 1, slope: 0 }
  if (y === 0) return { lower: 1, upper: 0, slope: 0 }
  const n = a + b
  const excess = b * x - a * y
  // x^a y^b / B(a, b)
  const slope =
    Math.sqrt((a * b) / (TWO_PI * n)) *
    exp(
      stirlingError(n) -
        stirlingError(a) -
        stirlingError(b) -
        a * deviance((n * x) / a, excess / a) -
        b * deviance((n * y) / b, -excess / b),
    )
  if (x < (a + 1) / (n + 2)) {
    const lower = slope / betaFraction(a, b, x, y)
    return { lower, upper: 1 - lower, slope }
  }
  const upper = slope / betaFraction(b, a, y, x)
  return { lower: 1 - upper, upper, slope }
}

const TWO_PI = 2 * Math.PI

/** Σ xⁿ / ((a + 1) … (a + n)) from n = 0. */
function gammaSeries(a: number, x: number): number {
  let total = 1
  let term = 1
  for (let n = 1; n < MAX_STEPS; n++) {
    term *= x / (a + n)
    total += term
    if (term < total * SMALLEST_CHANGE) return total
  }
  throw new Error(`the series of P(${a}, ${x}) did not settle`)
}

/** x^a y^b / B(a, b) ÷ I_x(a, b). */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const short = a * y - b * x + 1
  const plus = (m: number) =>
    m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) / (a + 2 * m + 1)) * (short + m * (1 + y))
  return continuedFraction((a * short) / (a + 1), m => {
    const divisor = a + 2 * m - 1
    return {
      over: ((a + m - 1) / divisor) * ((a + b + m - 1) / divisor) * m * (b - m) * x * x,
      plus: plus(m),
    }
  })
}

/** first + over₁ / (plus₁ + over₂ / (plus₂ + …)) by Lentz's method. */
function continuedFraction(first: number, part: (n: number) => { over: number; plus: number }): number {
  let value = first === 0 ? TINY : first
  let c = value
  let d = 0
  for (let n = 1; n < MAX_STEPS; n++) {
    const { over, plus } = part(n)
    d = plus + over * d
    c = plus + over / c
    if (d === 0) d = TINY
    if (c === 0) c = TINY
    d = 1 / d
    const change = c * d
    value *= change
    if (Math.abs(change - 1) <= 2 * SMALLEST_CHANGE) return value
  }
  throw new Error('a continued fraction did not settle')
}

/** u − ln(1 + u) for ratio = 1 + u, both given; ≥ 0. */
function deviance(ratio: number, u: number): number {
  if (u < -0.5 || u > 1) return u - log(ratio)
  // ln(1 + u) = 2 (v + v³/3 + v⁵/5 + …), v = u / (2 + u), and u − 2 v = u v
  const v = u / (2 + u)
  const square = v * v
  let series = 0
  let term = 1
  for (let k = 3; ; k += 2) {
    term *= square
    const next = series + term / k
    if (next === series) break
    series = next
  }
  return v * (u - 2 * series)
}

/**
 * ln Γ(a) − ((a − ½) ln a − a + ½ ln 2π), > 0.
 *
 * Stirling's series (DLMF 5.11.1) from a = 16 on; below, Gudermann's sum carries it down without cancellation.
 */
function stirlingError(a: number): number {
  let total = 0
  let at = a
  for (; at < 16; at++) {
    // (at + ½) ln(1 + 1/at) − 1 = v²/3 + v⁴/5 + …, v = 1 / (2 at + 1)
    const square = 1 / ((2 * at + 1) * (2 * at + 1))
    let term = 1
    for (let k = 3; ; k += 2) {
      term *= square
      const next = total + term / k
      if (next === total) break
      total = next
    }
  }
  const w = 1 / (at * at)
  return (
    total +
    (1 / 12 -
      w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156)))))) /
      at
  )
}

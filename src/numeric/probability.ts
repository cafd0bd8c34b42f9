/**
 * Tails and quantiles of the distributions of test statistics.
 *
 * Relative precision of some 1e-13 for tails however far out: a probability of 1e-100 is told as such.
 */
import { exp, log } from './elementary.js'
import { incompleteBeta, incompleteGamma, type Split } from './regularised.js'

/** P(|Z| > |z|) of the standard normal distribution: the two-sided p-value. */
export function normalTail(z: number): number {
  return normalSplit(Math.abs(z)).upper
}

/**
 * The z with P(Z ≤ z) = p, e.g. 1.96 for 0.975; −Infinity at 0 and Infinity at 1.
 *
 * @throws RangeError for p outside 0 … 1.
 */
export function normalQuantile(p: number): number {
  return symmetricQuantile(p, normalSplit)
}

/**
 * P(|T| > |t|) of Student's distribution: the two-sided p-value. 0 where t² overflows.
 *
 * @param degreesOfFreedom > 0; Infinity is the normal distribution.
 * @throws RangeError for other degrees of freedom.
 */
export function studentTail(t: number, degreesOfFreedom: number): number {
  return studentSplit(degreesOfFreedom)(Math.abs(t)).upper
}

/**
 * The t with P(T ≤ t) = p of Student's distribution; −Infinity at 0 and Infinity at 1.
 *
 * @param degreesOfFreedom > 0; Infinity is the normal distribution.
 * @throws RangeError for p outside 0 … 1 or other degrees of freedom.
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return symmetricQuantile(p, studentSplit(degreesOfFreedom))
}

/**
 * P(χ² > x); 1 for x ≤ 0.
 *
 * @param degreesOfFreedom > 0, finite.
 * @throws RangeError for other degrees of freedom.
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom, false)
  return x <= 0 ? 1 : incompleteGamma(degreesOfFreedom / 2, x / 2).upper
}

/**
 * P(F > x); 1 for x ≤ 0.
 *
 * @param numerator   degrees of freedom > 0, finite.
 * @param denominator degrees of freedom > 0; Infinity is χ² ÷ numerator.
 * @throws RangeError for other degrees of freedom.
 */
export function fTail(x: number, numerator: number, denominator: number): number {
  checkDegrees(numerator, false)
  checkDegrees(denominator, true)
  if (x <= 0) return 1
  if (denominator === Infinity) return chiSquareTail(x * numerator, numerator)
  const odds = (numerator / denominator) * x
  return incompleteBeta(denominator / 2, numerator / 2, 1 / (1 + odds), oddsShare(odds)).lower
}

/** Within −z … z and outside, z ≥ 0. */
function normalSplit(z: number): Split {
  return incompleteGamma(1 / 2, (z * z) / 2)
}

/** Within −t … t and outside, t ≥ 0. */
function studentSplit(degreesOfFreedom: number): (t: number) => Split {
  checkDegrees(degreesOfFreedom, true)
  if (degreesOfFreedom === Infinity) return normalSplit
  return t => {
    const odds = (t / degreesOfFreedom) * t
    return incompleteBeta(1 / 2, degreesOfFreedom / 2, oddsShare(odds), 1 / (1 + odds))
  }
}

/** odds / (1 + odds), also for Infinity. */
function oddsShare(odds: number): number {
  return odds === Infinity ? 1 : odds / (1 + odds)
}

/**
 * Quantile of a distribution symmetric around zero, by Newton's method on logarithms within a bracket: the smaller of
 * the two parts is matched, so that neither the middle nor the tails lose digits. In both cases `slope` is half of the
 * derivative of `lower` by ln t, for the argument of gamma and the odds of beta go with t².
 */
function symmetricQuantile(p: number, split: (t: number) => Split): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies between 0 and 1, not ${p}`)
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p === 0.5) return 0
  const sign = p < 0.5 ? -1 : 1
  const outside = 2 * Math.min(p, 1 - p)
  const inside = 2 * Math.abs(p - 0.5)
  const matchTail = outside < inside
  let low = 0
  let high = 1
  while (split(high).upper > outside) {
    low = high
    high *= 2
  }
  let t = (low + high) / 2
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const { lower, upper, slope } = split(t)
    const [part, wanted, direction] = matchTail ? [upper, outside, 1] : [lower, inside, -1]
    const gap = direction * log(part / wanted)
    if (gap === 0) return sign * t
    if (gap > 0) low = t
    else high = t
    const next = t * exp((gap * part) / (2 * slope))
    const inBracket = next > low && next < high
    const moved = inBracket ? next : (low + high) / 2
    if (Math.abs(moved - t) <= 2 * Number.EPSILON * t) return sign * moved
    t = moved
  }
  return sign * t
}

/** A bracket is halved to the last bit in fewer; Newton's method takes some six. */
const MAX_NEWTON_STEPS = 1100

function checkDegrees(degreesOfFreedom: number, mayBeInfinite: boolean): void {
  if (degreesOfFreedom > 0 && (mayBeInfinite || degreesOfFreedom < Infinity)) return
  throw new RangeError(
    `degrees of freedom are above 0${mayBeInfinite ? '' : ' and finite'}, not ${degreesOfFreedom}`,
  )
}

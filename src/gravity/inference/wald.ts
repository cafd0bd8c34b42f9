/** What follows from an estimate: combinations of coefficients, tests of restrictions, relative changes. */
import { nearestNames } from '../../dataset/nearest.js'
import { KeruenError } from '../../errors.js'
import { choleskyFactor, choleskySolve } from '../../numeric/cholesky.js'
import { chiSquareTail, fTail, studentQuantile, studentTail } from '../../numeric/probability.js'
import { dot } from '../../numeric/sum.js'
import type { Coefficient, GravityEstimate } from '../fit/estimate.js'
import type { Restriction } from './restriction.js'

/** What these functions read of an estimate. */
export type EstimatedSlopes = Pick<
  GravityEstimate,
  'coefficients' | 'covariance' | 'degreesOfFreedom' | 'confidence'
>

/** A number derived from coefficients, with the error that it inherits; against zero. */
export type DerivedEstimate = Omit<Coefficient, 'name'>

export interface WaldTest {
  /** χ² where the degrees of freedom of the estimate are infinite, otherwise F. */
  readonly distribution: 'chi-squared' | 'F'
  /** (Rβ − r)ᵀ (R V Rᵀ)⁻¹ (Rβ − r), with F divided by the number of restrictions. */
  readonly statistic: number
  /** Restrictions. */
  readonly numerator: number
  /** Those of the estimate; Infinity with χ². */
  readonly denominator: number
  readonly pValue: number
}

/** A pivot below this share of its variance is rounding. */
const NOTHING_LEFT = 1e-12

/**
 * Σ weights · coefficients + constant, with standard error, test against zero and confidence interval.
 *
 * @param weights one for each coefficient, in their order; not all zero.
 * @throws RangeError for weights of another length.
 */
export function linearCombination(
  estimate: EstimatedSlopes,
  weights: Float64Array,
  constant = 0,
): DerivedEstimate {
  checkLength(estimate, weights)
  const value =
    dot(
      weights,
      Float64Array.from(estimate.coefficients, slope => slope.estimate),
    ) + constant
  return derived(estimate, value, weights)
}

/**
 * Joint test of linear restrictions, with the covariance of the estimate.
 *
 * @param restrictions at least one.
 * @throws KeruenError (input) `gravity.redundant-restriction`: one follows from those before it or contradicts them;
 *         `gravity.singular-covariance`: the covariance has too few dimensions for them, as with few clusters.
 * @see Wald (1943); Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, 4.2.3 and 12.6.1.
 */
export function waldTest(estimate: EstimatedSlopes, restrictions: readonly Restriction[]): WaldTest {
  const q = restrictions.length
  if (q === 0) throw new RangeError('a test needs at least one restriction')
  for (const { weights } of restrictions) checkLength(estimate, weights)
  const rows = restrictions.map(({ weights }) => weights)
  const redundant = choleskyFactor(
    products(rows, weights => weights),
    q,
    NOTHING_LEFT,
  )
  if (redundant >= 0) {
    throw new KeruenError('input', {
      code: 'gravity.redundant-restriction',
      at: { field: restrictions[redundant]!.text },
      expected: 'a restriction that says more than those before it',
      found: restrictions
        .slice(0, redundant)
        .map(({ text }) => `'${text}'`)
        .join(', '),
      mend: 'Leave it out',
    })
  }
  const variance = products(rows, weights => timesCovariance(estimate, weights))
  const dependent = choleskyFactor(variance, q, NOTHING_LEFT)
  if (dependent >= 0) {
    throw new KeruenError('input', {
      code: 'gravity.singular-covariance',
      at: { field: restrictions[dependent]!.text },
      expected: `a covariance of ${q} independent restrictions`,
      found: `one in which only ${dependent} are independent`,
      mend: 'Test fewer restrictions at once, or cluster in more groups',
    })
  }
  const slopes = Float64Array.from(estimate.coefficients, slope => slope.estimate)
  const gap = Float64Array.from(restrictions, ({ weights, value }) => dot(weights, slopes) - value)
  const solved = gap.slice()
  choleskySolve(variance, solved)
  const wald = dot(gap, solved)
  const denominator = estimate.degreesOfFreedom
  return denominator === Infinity
    ? {
        distribution: 'chi-squared',
        statistic: wald,
        numerator: q,
        denominator,
        pValue: chiSquareTail(wald, q),
      }
    : {
        distribution: 'F',
        statistic: wald / q,
        numerator: q,
        denominator,
        pValue: fTail(wald / q, q, denominator),
      }
}

/**
 * 100 · (β_to − β_from) / β_from: the change of one coefficient relative to another, in percent, with the standard
 * error of the delta method.
 *
 * @param from name of a coefficient, not zero. @param to name of another.
 * @throws KeruenError `gravity.unknown-coefficient` (usage), with the nearest names.
 */
export function relativeChange(estimate: EstimatedSlopes, from: string, to: string): DerivedEstimate {
  const start = positionOf(estimate, from)
  const end = positionOf(estimate, to)
  const before = estimate.coefficients[start]!.estimate
  const after = estimate.coefficients[end]!.estimate
  const gradient = new Float64Array(estimate.coefficients.length)
  gradient[end]! += 100 / before
  gradient[start]! -= (100 * after) / (before * before)
  return derived(estimate, (100 * (after - before)) / before, gradient)
}

function positionOf({ coefficients }: EstimatedSlopes, name: string): number {
  const names = coefficients.map(slope => slope.name)
  const position = names.indexOf(name)
  if (position >= 0) return position
  const near = nearestNames(name, names)
  throw new KeruenError('usage', {
    code: 'gravity.unknown-coefficient',
    at: { field: name },
    expected: `a coefficient: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`,
    found: `'${name}'`,
    ...(near.length > 0 ? { mend: `Perhaps ${near.join(' or ')}` } : {}),
  })
}

/** A value with the variance gᵀ V g. */
function derived(estimate: EstimatedSlopes, value: number, gradient: Float64Array): DerivedEstimate {
  const { degreesOfFreedom, confidence } = estimate
  const variance = dot(gradient, timesCovariance(estimate, gradient))
  const standardError = Math.sqrt(Math.max(0, variance))
  const statistic = value / standardError
  const reach = studentQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError
  return {
    estimate: value,
    standardError,
    statistic,
    pValue: studentTail(statistic, degreesOfFreedom),
    low: value - reach,
    high: value + reach,
  }
}

/** V w. */
function timesCovariance({ covariance }: EstimatedSlopes, weights: Float64Array): Float64Array {
  const p = weights.length
  return weights.map((_, k) => dot(covariance.subarray(k * p, (k + 1) * p), weights))
}

/** Entry (a, b) is row a times the image of row b; q × q, row-major. */
function products(rows: readonly Float64Array[], image: (row: Float64Array) => Float64Array): Float64Array {
  const images = rows.map(image)
  return Float64Array.from(rows.flatMap(row => images.map(other => dot(row, other))))
}

function checkLength({ coefficients }: EstimatedSlopes, weights: Float64Array): void {
  if (weights.length === coefficients.length) return
  throw new RangeError(`${weights.length} weights for ${coefficients.length} coefficients`)
}

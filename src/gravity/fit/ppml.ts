/** Poisson pseudo-maximum likelihood with absorbed fixed effects. */

import { KeruenError } from '../../errors.js'
import { notConverged } from '../../numeric/fixed-point.js'
import { FINE, projectRegressors } from './absorb/regressors.js'
import { checkEstimationData } from './checks.js'
import { describeEstimate } from './describe.js'
import type { EstimationOptions, GravityEstimate } from './estimate.js'
import type { EstimationData } from './estimation-data.js'
import { poissonFitness } from './fitness.js'
import { FIRST_EXACTNESS, type PoissonFit, poissonPass, setWeights, startPoissonFit } from './poisson-fit.js'
import { type Sample, usableSample } from './sample.js'
import { exactnessFor, type Fall, fallOf, isSeparation } from './separation.js'

/** Passes after which a step that is still large hints at separation. */
const PATIENCE = 8
const LARGE_MOVE = 0.04
/** Of regressors that are handed out: every level of an effect, the smallest too, must add up to zero. */
const FINEST = 1e-13
/** Of the projections of the last passes. */
const FINEST_EXACTNESS = 1e-4

/**
 * Poisson pseudo-maximum likelihood estimates with any number of absorbed fixed effects.
 *
 * E[y] = exp(offset + Σ βₖ xₖ + Σ α of the row's levels). Starts from the effects alone (multiplicative balancing),
 * then iteratively reweighted least squares in which the effects are projected out (Frisch, Waugh and Lovell), with
 * the step halved when the deviance would rise. At the solution Σ ω (y − μ) is zero in every level of every effect, so
 * that fitted exports and imports are the observed ones. Rows that are separated are found by the passes themselves
 * (`separatedRows`) and left out. O(rows · effects) a step of the projections.
 *
 * @throws KeruenError (input) `gravity.bad-shape`, `gravity.negative-outcome`, `gravity.not-finite`,
 *         `gravity.bad-weight`, `gravity.bad-level`, `gravity.one-level`, `gravity.no-rows`, `gravity.nothing-left`,
 *         `gravity.collinear` (no regressor is left), `gravity.too-few-clusters`, `gravity.no-clusters`; (failure)
 *         `numeric.not-converged`: no estimate is returned that is not settled.
 * @see Santos Silva & Tenreyro (2006) for the estimator; Fally (2015) for adding up; Correia, Guimarães & Zylkin (2020)
 *      for reweighted least squares with absorbed effects.
 */
export function estimatePpml(data: EstimationData, options: EstimationOptions = {}): GravityEstimate {
  checkEstimationData(data, true)
  const { onProgress } = options
  const keepSingletons = options.singletons === 'keep'
  let separated = new Int32Array(0)
  let passes = 0
  for (;;) {
    onProgress?.({ stage: 'sample', done: passes })
    const sample = usableSample(data, { isPoisson: true, keepSingletons, separated })
    const fit = startPoissonFit(data, sample)
    const { found, done } = iterate(fit, passes, options)
    passes = done
    if (found.length > 0) {
      separated = Int32Array.from([...separated, ...Array.from(found, row => sample.rows[row]!)]).sort()
      continue
    }
    onProgress?.({ stage: 'covariance', done: passes })
    return described(data, sample, fit, passes, options)
  }
}

/** Passes until no fitted mean would move by more than the tolerance, or until rows prove to be separated. */
function iterate(fit: PoissonFit, before: number, options: EstimationOptions) {
  const { tolerance = 1e-10, maxPasses = 100, onProgress, signal } = options
  const moves: number[] = []
  let fall: Fall | undefined
  for (;;) {
    signal?.throwIfAborted()
    const move =
      moves.length < maxPasses
        ? poissonPass(fit, tolerance / 100, fall === undefined ? exactnessOf(moves) : exactnessFor(fall))
        : undefined
    if (move === undefined) {
      const [issue] = notConverged('Poisson estimation', tolerance, moves).issues
      throw new KeruenError('failure', {
        ...issue!,
        mend: 'Look for a regressor or an effect that is all but determined by zeros, or for values of very different sizes',
      })
    }
    moves.push(move)
    const done = before + moves.length
    onProgress?.({ stage: 'passes', done, move })
    if (nextMove(moves) <= tolerance) return { found: new Int32Array(0), done }
    fall = moves.length >= PATIENCE && move > LARGE_MOVE ? fallOf(fit) : undefined
    if (fall !== undefined && isSeparation(fall)) {
      onProgress?.({ stage: 'separation', done })
      return { found: fall.rows, done }
    }
  }
}

/**
 * Exactness of the next pass's projections. A Newton step leaves about the square of the distance, so the move that is
 * expected tells by which part it will come nearer; projections a tenth of that are exact enough.
 */
function exactnessOf(moves: readonly number[]): number {
  if (moves.length === 0) return FIRST_EXACTNESS
  return Math.min(FIRST_EXACTNESS, Math.max(FINEST_EXACTNESS, nextMove(moves) / 10))
}

/** What a further pass would move: passes shrink the move at least as much as the last one did. */
function nextMove(moves: readonly number[]): number {
  const last = moves[moves.length - 1]!
  const previous = moves.length < 2 ? Infinity : moves[moves.length - 2]!
  if (last === 0) return 0
  return previous < Infinity && last < previous ? (last * last) / previous : last
}

function described(
  data: EstimationData,
  sample: Sample,
  fit: PoissonFit,
  passes: number,
  options: EstimationOptions,
): GravityEstimate {
  const { absorber, regressors, outcome, predictor, means, weights, step, slopes, collinear } = fit
  setWeights(fit)
  projectRegressors(absorber, regressors, options.residualise === true ? FINEST : FINE)
  const size = outcome.length
  for (let row = 0; row < size; row++) {
    const difference = outcome[row]! - means[row]!
    step[row] = weights === undefined ? difference : difference * weights[row]!
  }
  return describeEstimate(data, options, {
    estimator: 'ppml',
    sample,
    absorber,
    regressors,
    collinear,
    slopes,
    score: step,
    predictor,
    fitted: means,
    fit: poissonFitness(outcome, predictor, means, weights),
    passes,
  })
}

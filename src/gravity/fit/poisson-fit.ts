/** The passes of a Poisson estimation: reweighted least squares in which the effects are projected out. */
import { choleskyFactor, choleskySolve } from '../../numeric/cholesky.js'
import { log } from '../../numeric/elementary.js'
import { dot, sum } from '../../numeric/sum.js'
import {
  type Absorber,
  addCombination,
  createAbsorber,
  fillLane,
  laneOf,
  laneProducts,
  weightsChanged,
} from './absorb/absorber.js'
import { NOTHING_ASKED } from './absorb/project.js'
import {
  type AbsorbedRegressors,
  absorbRegressors,
  gramOfLanes,
  projectRegressors,
} from './absorb/regressors.js'
import { balance } from './balance.js'
import type { CollinearRegressor } from './estimate.js'
import type { EstimationData } from './estimation-data.js'
import type { Sample } from './sample.js'

/** The point that the passes move; columns in the order of the walk. */
export interface PoissonFit {
  readonly absorber: Absorber
  readonly regressors: AbsorbedRegressors
  readonly collinear: readonly CollinearRegressor[]
  /** β, one for each regressor; 0 for a collinear one. */
  readonly slopes: Float64Array
  /** y, η, μ. */
  readonly outcome: Float64Array
  readonly predictor: Float64Array
  readonly means: Float64Array
  /** ω, or nothing for ones. */
  readonly weights: Float64Array | undefined
  /** What the last pass added to η. */
  readonly step: Float64Array
}

/** Exactness of the projections in the first pass: one that is not exact is mended by the next. */
export const FIRST_EXACTNESS = 1e-2
/** A step is halved at most this often before the pass gives up. */
const HALVINGS = 30
/** Least weight of a row: where a mean vanishes, its row must not divide by zero. */
const LEAST_WEIGHT = 1e-280

/** Allocates, fits the effects alone, and finds out which regressors have something of their own. */
export function startPoissonFit(data: EstimationData, sample: Sample): PoissonFit {
  const { rows } = sample
  const p = data.regressors.length
  const absorber = createAbsorber(sample, p + 1, data.weights === undefined ? 4 : 5)
  const [outcome, predictor, means, step, weights] = absorber.spare as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array | undefined,
  ]
  const take = (values: Float64Array | undefined, out: Float64Array | undefined) => {
    if (values === undefined || out === undefined) return
    for (let row = 0; row < rows.length; row++) out[row] = values[rows[row]!]!
  }
  take(data.outcome, outcome)
  take(data.weights, weights)
  take(data.offset, predictor)
  data.regressors.forEach(({ values }, k) => {
    fillLane(absorber, k, values, rows)
  })
  const score = laneOf(absorber, p)
  score.panel.keep[score.at] = 0
  score.panel.sign[score.at] = -1

  const regressors: AbsorbedRegressors = {
    names: data.regressors.map(({ name }) => name),
    kept: data.regressors.map((_, k) => k),
    norms: new Float64Array(p),
  }
  const fit = { absorber, regressors, outcome, predictor, means, weights, step, slopes: new Float64Array(p) }
  if (sample.sortedBy < 0) startWithoutEffects(fit)
  else startFromEffects(fit, sample)
  setWeights(fit)
  const collinear = absorbRegressors(absorber, regressors, FIRST_EXACTNESS)
  return { ...fit, collinear }
}

function startFromEffects(fit: Omit<PoissonFit, 'collinear'>, sample: Sample): void {
  const { absorber, outcome, predictor, means, weights, step } = fit
  absorber.kernels.exponentials(predictor, step)
  if (weights === undefined) balance(sample, outcome, step, predictor)
  else {
    for (let row = 0; row < step.length; row++) {
      step[row]! *= weights[row]!
      means[row] = outcome[row]! * weights[row]!
    }
    balance(sample, means, step, predictor)
  }
  absorber.kernels.exponentials(predictor, means)
}

/** Without effects there is nothing to balance: one least-squares fit of ln y, zeros lifted, brings the scale. */
function startWithoutEffects(fit: Omit<PoissonFit, 'collinear'>): void {
  const { absorber, regressors, outcome, predictor, means, step, slopes } = fit
  const average = sum(outcome) / outcome.length
  for (let row = 0; row < means.length; row++) {
    const mean = (outcome[row]! + average) / 2
    means[row] = mean
    step[row] = log(mean) - predictor[row]! + (outcome[row]! - mean) / mean
  }
  setWeights(fit)
  absorbRegressors(absorber, regressors, FIRST_EXACTNESS)
  const { kept } = regressors
  const gram = gramOfLanes(absorber, kept)
  if (choleskyFactor(gram, kept.length, 0) < 0) {
    const products = laneProducts(absorber, step)
    const change = Float64Array.from(kept, lane => products[lane]!)
    choleskySolve(gram, change)
    kept.forEach((lane, k) => {
      slopes[lane] = change[k]!
    })
  }
  addCombination(absorber, slopes, predictor)
  absorber.kernels.exponentials(predictor, means)
}

/** w = ω μ. */
export function setWeights({
  absorber,
  means,
  weights,
}: Pick<PoissonFit, 'absorber' | 'means' | 'weights'>): void {
  const target = absorber.rows.weights
  for (let row = 0; row < target.length; row++) {
    const weight = weights === undefined ? means[row]! : means[row]! * weights[row]!
    target[row] = Math.max(weight, LEAST_WEIGHT)
  }
  weightsChanged(absorber)
}

/**
 * One reweighted solve: η += what effects and regressors explain of (y − μ)/μ with weights ω μ.
 *
 * The step stays in the span of regressors and effects whatever the exactness of the projections, so that what a pass
 * leaves undone is mended by the next.
 *
 * @param floor     largest group mean of (y − μ)/μ below which nothing more is asked of a projection.
 * @param exactness of the projections: no more is of use than the pass itself comes nearer.
 * @returns the largest move of a predictor; Infinity where the step was halved; undefined when no step lowers the
 *          deviance or the system is singular.
 */
export function poissonPass(fit: PoissonFit, floor: number, exactness: number): number | undefined {
  const { absorber, regressors, outcome, predictor, means, step, slopes } = fit
  const p = regressors.names.length
  const size = outcome.length
  setWeights(fit)
  const score = laneOf(absorber, p)
  for (let row = 0, cell = score.at; row < size; row++, cell += score.panel.width) {
    step[row] = (outcome[row]! - means[row]!) / Math.max(means[row]!, LEAST_WEIGHT)
    score.panel.columns[cell] = step[row]!
  }
  projectRegressors(absorber, regressors, exactness, (lane, largest) =>
    lane === p ? { energy: 0, largest: Math.max(exactness * largest, floor) } : NOTHING_ASKED,
  )
  const change = slopesChange(fit)
  if (change === undefined) return undefined
  step.fill(0)
  addCombination(absorber, Float64Array.of(...change, 1), step)
  const before = lack(fit)
  for (let row = 0; row < size; row++) predictor[row]! += step[row]!
  for (let halving = 0, share = 1; halving <= HALVINGS; halving++, share /= 2) {
    absorber.kernels.exponentials(predictor, means)
    const after = lack(fit)
    // near the solution the difference is rounding noise
    if (after.value <= before.value + 1e-12 * before.size) {
      for (let k = 0; k < p; k++) slopes[k]! += share * change[k]!
      return share === 1 ? largestOf(step) : Infinity
    }
    for (let row = 0; row < size; row++) predictor[row]! -= (share / 2) * step[row]!
  }
  return undefined
}

/**
 * (X̃ᵀWX̃)⁻¹ X̃ᵀW (r − what the effects explain of it), r = (y − μ)/μ standing in `step`; one for each regressor, 0 for a
 * collinear one.
 */
function slopesChange({ absorber, regressors, step }: PoissonFit): Float64Array | undefined {
  const { kept, names, norms } = regressors
  const p = names.length
  const count = kept.length
  const whole = gramOfLanes(absorber, kept, [...kept, p])
  const products = laneProducts(absorber, step)
  const gram = new Float64Array(count * count)
  const solution = new Float64Array(count)
  kept.forEach((lane, k) => {
    for (let l = 0; l < count; l++) gram[k * count + l] = whole[k * (count + 1) + l]!
    norms[lane] = gram[k * count + k]!
    solution[k] = products[lane]! - whole[k * (count + 1) + count]!
  })
  if (choleskyFactor(gram, count, 0) >= 0) return undefined
  choleskySolve(gram, solution)
  const change = new Float64Array(p)
  kept.forEach((lane, k) => {
    change[lane] = solution[k]!
  })
  return change
}

/** Σ ω (μ − y η), half of the deviance up to a constant, and the size of what was added for it. */
function lack({ outcome, predictor, means, weights }: PoissonFit) {
  if (weights === undefined) {
    const total = sum(means)
    const product = dot(outcome, predictor)
    return { value: total - product, size: total + Math.abs(product) }
  }
  let value = 0
  let size = 0
  for (let row = 0; row < means.length; row++) {
    const product = outcome[row]! * predictor[row]!
    value += weights[row]! * (means[row]! - product)
    size += weights[row]! * (means[row]! + Math.abs(product))
  }
  return { value, size }
}

function largestOf(values: Float64Array): number {
  let most = 0
  for (let row = 0; row < values.length; row++) {
    const magnitude = Math.abs(values[row]!)
    if (!(magnitude <= most)) most = magnitude
  }
  return most
}

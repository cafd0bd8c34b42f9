/** Least squares with absorbed fixed effects. */
import { choleskyFactor, choleskySolve } from '../../numeric/cholesky.js'
import { createAbsorber, fillLane, laneOf, weightsChanged } from './absorb/absorber.js'
import { type AbsorbedRegressors, absorbRegressors, gramOfLanes } from './absorb/regressors.js'
import { checkEstimationData } from './checks.js'
import { describeEstimate } from './describe.js'
import type { EstimationOptions, GravityEstimate } from './estimate.js'
import type { EstimationData } from './estimation-data.js'
import { leastSquaresFitness } from './fitness.js'
import { usableSample } from './sample.js'

/** Exactness of the projections, of each column's own norm: the errors of slopes are of its square. */
const EXACTNESS = 1e-9

/**
 * Least-squares estimates with any number of absorbed fixed effects: y = offset + Σ βₖ xₖ + Σ α of the row's levels.
 *
 * Effects are projected out of outcome and regressors (Frisch, Waugh and Lovell), with the rows' weights ω if there are
 * any; fitted means are ŷ.
 *
 * @throws KeruenError (input) as `estimatePpml`, a negative outcome aside.
 * @see Correia (2017) for many effects, their singletons and their degrees of freedom.
 */
export function estimateOls(data: EstimationData, options: EstimationOptions = {}): GravityEstimate {
  checkEstimationData(data, false)
  options.onProgress?.({ stage: 'sample', done: 0 })
  const sample = usableSample(data, { isPoisson: false, keepSingletons: options.singletons === 'keep' })
  const { rows } = sample
  const size = rows.length
  const p = data.regressors.length
  const absorber = createAbsorber(sample, p + 1, 0)
  const pick = (values: Float64Array) => Float64Array.from(rows, row => values[row]!)
  const outcome = pick(data.outcome)
  const weights = data.weights === undefined ? undefined : pick(data.weights)
  if (weights !== undefined) absorber.rows.weights.set(weights)
  weightsChanged(absorber)
  data.regressors.forEach(({ values }, k) => {
    fillLane(absorber, k, values, rows)
  })
  const known = data.offset
  fillLane(
    absorber,
    p,
    known === undefined ? data.outcome : data.outcome.map((value, row) => value - known[row]!),
    rows,
  )
  const regressors: AbsorbedRegressors = {
    names: data.regressors.map(({ name }) => name),
    kept: data.regressors.map((_, k) => k),
    norms: new Float64Array(p),
  }
  options.signal?.throwIfAborted()
  options.onProgress?.({ stage: 'passes', done: 0 })
  const collinear = absorbRegressors(absorber, regressors, EXACTNESS, (_, largest) => ({
    energy: 0,
    largest: EXACTNESS * largest,
  }))
  const slopes = solveSlopes(absorber, regressors, p)
  const unexplained = new Float64Array(size)
  const { panel, at } = laneOf(absorber, p)
  for (let row = 0, cell = at; row < size; row++, cell += panel.width) unexplained[row] = panel.columns[cell]!
  const residual = unexplained.slice()
  for (const lane of regressors.kept) {
    const own = laneOf(absorber, lane)
    for (let row = 0, cell = own.at; row < size; row++, cell += own.panel.width) {
      residual[row]! -= slopes[lane]! * own.panel.columns[cell]!
    }
  }
  const fitted = outcome.map((value, row) => value - residual[row]!)
  options.onProgress?.({ stage: 'covariance', done: 1 })
  return describeEstimate(data, options, {
    estimator: 'ols',
    sample,
    absorber,
    regressors,
    collinear,
    slopes,
    score: weights === undefined ? residual : residual.map((value, row) => value * weights[row]!),
    predictor: fitted,
    fitted,
    fit: leastSquaresFitness(outcome, residual, sample.sortedBy < 0 ? undefined : unexplained, weights),
    passes: 1,
  })
}

/** (X̃ᵀWX̃)⁻¹ X̃ᵀW ỹ, one for each regressor; 0 for a collinear one. */
function solveSlopes(
  absorber: Parameters<typeof gramOfLanes>[0],
  { kept, names }: AbsorbedRegressors,
  outcomeLane: number,
): Float64Array {
  const gram = gramOfLanes(absorber, kept)
  const right = gramOfLanes(absorber, kept, [outcomeLane])
  choleskyFactor(gram, kept.length, 0)
  choleskySolve(gram, right)
  const slopes = new Float64Array(names.length)
  kept.forEach((lane, k) => {
    slopes[lane] = right[k]!
  })
  return slopes
}

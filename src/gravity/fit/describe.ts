/** From a fit to the record that is returned: standard errors, intervals, counts and, on request, the effects. */
import { KeruenError } from '../../errors.js'
import { choleskyFactor } from '../../numeric/cholesky.js'
import { normalQuantile, normalTail, studentQuantile, studentTail } from '../../numeric/probability.js'
import { type Absorber, laneOf } from './absorb/absorber.js'
import { type AbsorbedRegressors, gramOfLanes } from './absorb/regressors.js'
import {
  type ClusterGroups,
  clusteredCovariance,
  clusterGroups,
  inverseInformation,
  sandwich,
} from './covariance.js'
import { countEffects, parametersCounted } from './effect-counts.js'
import type {
  Coefficient,
  CollinearRegressor,
  ErrorStructure,
  EstimationOptions,
  Estimator,
  GoodnessOfFit,
  GravityEstimate,
  SmallSample,
} from './estimate.js'
import type { EstimationData } from './estimation-data.js'
import { recoverEffects } from './recover-effects.js'
import type { Sample } from './sample.js'

/** A fit with x̃ in its lanes, at its last weights; columns in the order of the walk. */
export interface FittedModel {
  readonly estimator: Estimator
  readonly sample: Sample
  readonly absorber: Absorber
  readonly regressors: AbsorbedRegressors
  readonly collinear: readonly CollinearRegressor[]
  /** One for each regressor. */
  readonly slopes: Float64Array
  /** ω (y − ŷ). */
  readonly score: Float64Array
  /** η: offset, regressors and effects. */
  readonly predictor: Float64Array
  /** ŷ. */
  readonly fitted: Float64Array
  readonly fit: GoodnessOfFit
  readonly passes: number
}

/** @throws KeruenError (input) `gravity.too-few-clusters`, `gravity.no-clusters`, `gravity.collinear`. */
export function describeEstimate(
  data: EstimationData,
  options: EstimationOptions,
  model: FittedModel,
): GravityEstimate {
  const { sample, absorber, regressors, collinear, slopes, score } = model
  const { smallSample = 'ppmlhdfe', confidence = 0.95 } = options
  const errors = errorStructure(data, options)
  const clusters = errors === 'clustered' ? data.clusters! : []
  const groups = clusterGroups(clusters, sample.rows)
  const effects = countEffects(data, sample, clusters)
  const lanes = regressors.kept
  if (lanes.length === 0 && collinear.length > 0)
    throw nothingOfItsOwn(collinear, sample.leftOut.separated.length)
  const observations = sample.rows.length
  const counted = parametersCounted(lanes.length, effects)
  const factor = gramOfLanes(absorber, lanes)
  choleskyFactor(factor, lanes.length, 0)
  const parts = { absorber, lanes, factor, score }
  const covariance =
    errors === 'clustered'
      ? clusteredCovariance(parts, groups, smallSample)
      : errors === 'heteroskedastic'
        ? sandwich(parts)
        : inverseInformation(factor, lanes.length)
  const scale =
    errors === 'iid' && model.estimator === 'ols'
      ? model.fit.deviance / (smallSample === 'alpaca' ? observations : observations - counted)
      : sampleFactor(errors, smallSample, observations, counted, groups)
  for (let k = 0; k < covariance.length; k++) covariance[k]! *= scale
  const degreesOfFreedom =
    model.estimator === 'ppml'
      ? Infinity
      : groups.length > 0
        ? Math.min(...groups.map(({ count }) => count)) - 1
        : observations - counted
  // before the effects are recovered, which takes the lanes
  const residualised =
    options.residualise === true ? residualisedRegressors(model, data.outcome.length) : null
  return {
    estimator: model.estimator,
    outcomeName: data.outcomeName ?? 'outcome',
    coefficients: coefficientsOf(model, covariance, degreesOfFreedom, confidence),
    covariance,
    errors,
    smallSample,
    confidence,
    clusters: groups.map(({ name, count }) => ({ name, groups: count })),
    effects,
    degreesOfFreedom,
    observations,
    leftOut: sample.leftOut,
    collinear,
    fittedMeans: toData(model, data.outcome.length),
    effectValues:
      options.recoverEffects === true
        ? recoverEffects(data, sample, absorber, model.predictor, slopes)
        : null,
    residualised,
    fit: model.fit,
    passes: model.passes,
  }
}

function errorStructure({ clusters }: EstimationData, { errors }: EstimationOptions): ErrorStructure {
  const has = clusters !== undefined && clusters.length > 0
  if (errors === 'clustered' && !has) {
    throw new KeruenError('input', {
      code: 'gravity.no-clusters',
      at: { field: 'clusters' },
      expected: 'at least one grouping for clustered errors',
      found: 'none',
    })
  }
  return errors ?? (has ? 'clustered' : 'heteroskedastic')
}

/** @see `SmallSample` for the rules. */
function sampleFactor(
  errors: ErrorStructure,
  rule: SmallSample,
  observations: number,
  counted: number,
  groups: readonly ClusterGroups[],
): number {
  if (rule === 'alpaca') return 1
  const count = errors === 'clustered' ? Math.min(...groups.map(group => group.count)) : observations
  const ofGroups = errors === 'iid' ? 1 : count / (count - 1)
  const ofParameters = (observations - 1) / (observations - counted)
  if (rule === 'fixest') return ofGroups * ofParameters
  return ofGroups
}

function nothingOfItsOwn(collinear: readonly CollinearRegressor[], separated: number): KeruenError {
  const without = separated === 0 ? '' : ` once ${separated} separated rows are left out`
  return new KeruenError(
    'input',
    collinear.map(({ name, explainedBy }) => ({
      code: 'gravity.collinear',
      at: { field: name },
      expected: 'a regressor with variation of its own',
      found: `${explainedBy.length === 0 ? 'one that is zero' : `one that ${explainedBy.join(', ')} explain`}${without}`,
      mend: 'Leave it out, or use coarser effects',
    })),
  )
}

function coefficientsOf(
  { estimator, regressors, slopes }: FittedModel,
  covariance: Float64Array,
  degreesOfFreedom: number,
  confidence: number,
): Coefficient[] {
  const lanes = regressors.kept
  const isNormal = estimator === 'ppml'
  const tail = (1 + confidence) / 2
  const reach = isNormal ? normalQuantile(tail) : studentQuantile(tail, degreesOfFreedom)
  return lanes.map((lane, k) => {
    const estimate = slopes[lane]!
    const standardError = Math.sqrt(covariance[k * lanes.length + k]!)
    const statistic = estimate / standardError
    return {
      name: regressors.names[lane]!,
      estimate,
      standardError,
      statistic,
      pValue: isNormal ? normalTail(statistic) : studentTail(statistic, degreesOfFreedom),
      low: estimate - reach * standardError,
      high: estimate + reach * standardError,
    }
  })
}

function toData({ sample, fitted }: FittedModel, size: number): Float64Array {
  const values = new Float64Array(size)
  for (const row of sample.leftOut.singletons) values[row] = Number.NaN
  for (let row = 0; row < fitted.length; row++) values[sample.rows[row]!] = fitted[row]!
  return values
}

function residualisedRegressors({ sample, absorber, regressors }: FittedModel, size: number): Float64Array[] {
  return regressors.kept.map(lane => {
    const { panel, at } = laneOf(absorber, lane)
    const values = new Float64Array(size)
    sample.rows.forEach((row, k) => {
      values[row] = panel.columns[k * panel.width + at]!
    })
    return values
  })
}

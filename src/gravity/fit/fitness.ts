/** How well a model fits: deviance, log likelihood, and shares of what there is to explain. */
import { log } from '../../numeric/elementary.js'
import { logGamma } from '../../numeric/log-gamma.js'
import type { GoodnessOfFit } from './estimate.js'

/**
 * Of a Poisson model; the pseudo R² is McFadden's, against a constant alone on the same rows.
 *
 * @param predictor η, and means μ = exp(η); weights ω, ones when left out.
 */
export function poissonFitness(
  outcome: Float64Array,
  predictor: Float64Array,
  means: Float64Array,
  weights: Float64Array | undefined,
): GoodnessOfFit {
  let total = 0
  let weightTotal = 0
  for (let row = 0; row < outcome.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!
    total += weight * outcome[row]!
    weightTotal += weight
  }
  const average = total / weightTotal
  const logAverage = log(average)
  let deviance = 0
  let logLikelihood = 0
  let ofConstant = 0
  for (let row = 0; row < outcome.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!
    const value = outcome[row]!
    const mean = means[row]!
    const constants = value === 0 ? 0 : logGamma(value + 1)
    deviance += 2 * weight * ((value === 0 ? 0 : value * (log(value) - predictor[row]!)) - value + mean)
    logLikelihood += weight * (value * predictor[row]! - mean - constants)
    ofConstant += weight * (value * logAverage - average - constants)
  }
  return {
    deviance,
    logLikelihood,
    pseudoRSquared: 1 - logLikelihood / ofConstant,
    rSquared: null,
    withinRSquared: null,
    squaredCorrelation: squaredCorrelation(outcome, means),
  }
}

/**
 * Of least squares; log likelihoods are those of the normal distribution with the variance that makes them greatest.
 *
 * @param residual   y − ŷ.
 * @param unexplained what the effects leave of the outcome; nothing without effects.
 */
export function leastSquaresFitness(
  outcome: Float64Array,
  residual: Float64Array,
  unexplained: Float64Array | undefined,
  weights: Float64Array | undefined,
): GoodnessOfFit {
  const size = outcome.length
  let total = 0
  let weightTotal = 0
  let logWeights = 0
  for (let row = 0; row < size; row++) {
    const weight = weights === undefined ? 1 : weights[row]!
    total += weight * outcome[row]!
    weightTotal += weight
    if (weights !== undefined) logWeights += log(weight)
  }
  const average = total / weightTotal
  let deviance = 0
  let aroundAverage = 0
  let within = 0
  for (let row = 0; row < size; row++) {
    const weight = weights === undefined ? 1 : weights[row]!
    deviance += weight * residual[row]! * residual[row]!
    aroundAverage += weight * (outcome[row]! - average) * (outcome[row]! - average)
    if (unexplained !== undefined) within += weight * unexplained[row]! * unexplained[row]!
  }
  const likelihood = (squares: number) =>
    0.5 * logWeights - (size / 2) * (log((2 * Math.PI * squares) / size) + 1)
  const logLikelihood = likelihood(deviance)
  return {
    deviance,
    logLikelihood,
    pseudoRSquared: 1 - logLikelihood / likelihood(aroundAverage),
    rSquared: 1 - deviance / aroundAverage,
    withinRSquared: unexplained === undefined ? null : 1 - deviance / within,
    squaredCorrelation: squaredCorrelation(
      outcome,
      outcome.map((value, row) => value - residual[row]!),
    ),
  }
}

function squaredCorrelation(left: Float64Array, right: Float64Array): number {
  const size = left.length
  let meanLeft = 0
  let meanRight = 0
  for (let row = 0; row < size; row++) {
    meanLeft += left[row]! / size
    meanRight += right[row]! / size
  }
  let both = 0
  let squaresLeft = 0
  let squaresRight = 0
  for (let row = 0; row < size; row++) {
    const l = left[row]! - meanLeft
    const r = right[row]! - meanRight
    both += l * r
    squaresLeft += l * l
    squaresRight += r * r
  }
  return (both * both) / (squaresLeft * squaresRight)
}

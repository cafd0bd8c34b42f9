/**
 * The bias of three-way Poisson estimates and of their clustered errors, and what is left without it.
 *
 * Exporter-period and importer-period effects are estimated from N − 1 partners each. With T periods fixed that moves the
 * slopes by an order of 1/N, as much as their standard error is, and makes clustered errors too small.
 *
 * With pair effects profiled out, λ the fitted means of a pair over its periods, ϑ = λ/Σλ, S = y − λ and x̃ the
 * residualised regressors: H = Σλ (diag ϑ − ϑϑ′) is minus the second derivative of the pair's log likelihood by its
 * index, G the third.
 */
import { choleskyFactor, choleskySolve } from '../../numeric/cholesky.js'
import { factorise, solveFactored } from '../../numeric/factor.js'
import { generalisedInverse } from '../../numeric/generalised-inverse.js'
import { multiply } from '../../numeric/matrix.js'
import { normalQuantile, normalTail } from '../../numeric/probability.js'
import type { Coefficient, GravityEstimate } from '../fit/estimate.js'
import { type ThreeWayFit, type ThreeWayPanel, threeWayPanel } from './three-way-panel.js'

export interface BiasCorrection {
  /** What the slopes are too high by; one for each. */
  readonly bias: Float64Array
  /** Clustered by pair, with G/(G − 1) and corrected for leverage; p × p. */
  readonly covariance: Float64Array
}

/**
 * Analytical bias of three-way Poisson slopes, and a covariance clustered by pair that is corrected for leverage.
 *
 * bias = W⁻¹ (B + D), W = Σ x̃′ diag(λ) x̃, and for each slope
 * B = N/(N − 1) Σ_i { −tr[(Σ_j H)⁺ Σ_j H x̃ S′] + ½ tr[(Σ_j H)⁺ (Σ_j G x̃) (Σ_j H)⁺ Σ_j S S′] },
 * D the same with importers in place of exporters; N is the number of the one or the other. The covariance is
 * G/(G − 1) W⁻¹ Σ x̃′ (I − H (x̃ W⁻¹ x̃′ + d V d′))⁻¹ S S′ x̃ W⁻¹, made symmetric, d the dummies of exporter-period and
 * importer-period and V = (Σ d′ H d)⁺. O(F³) for F = (exporters + importers) × periods: 1 s for F = 1,000.
 *
 * @throws KeruenError (input) as `threeWayPanel`; `numeric.singular` (failure) where a pair is fitted by its own effects.
 * @see Weidner & Zylkin (2021), Bias and consistency in three-way gravity models, Journal of International Economics 132,
 *      https://doi.org/10.1016/j.jinteco.2021.103513; N/(N − 1) and G/(G − 1) as in their program ppml_fe_bias 1.2.
 */
export function biasCorrection(fit: ThreeWayFit): BiasCorrection {
  const panel = threeWayPanel(fit)
  const information = informationOf(panel)
  const { exporterOf, importerOf, exporters, importers, regressors } = panel
  const ofExporters = sideTerms(panel, exporterOf, exporters)
  const ofImporters = sideTerms(panel, importerOf, importers)
  const bias = Float64Array.from(
    regressors,
    (_, k) =>
      (exporters / (exporters - 1)) * ofExporters[k]! + (importers / (importers - 1)) * ofImporters[k]!,
  )
  const factor = information.slice()
  choleskyFactor(factor, bias.length, 0)
  choleskySolve(factor, bias)
  return { bias, covariance: leverageCovariance(panel, information) }
}

/** Coefficients less their bias, with errors, tests and intervals from the corrected covariance (normal). */
export function correctedCoefficients(
  { coefficients, confidence }: Pick<GravityEstimate, 'coefficients' | 'confidence'>,
  { bias, covariance }: BiasCorrection,
): Coefficient[] {
  const reach = normalQuantile((1 + confidence) / 2)
  return coefficients.map(({ name, estimate }, k) => {
    const corrected = estimate - bias[k]!
    const standardError = Math.sqrt(covariance[k * coefficients.length + k]!)
    const statistic = corrected / standardError
    return {
      name,
      estimate: corrected,
      standardError,
      statistic,
      pValue: normalTail(statistic),
      low: corrected - reach * standardError,
      high: corrected + reach * standardError,
    }
  })
}

/** Σ x̃′ diag(λ) x̃: p × p. */
function informationOf({ means, regressors }: ThreeWayPanel): Float64Array {
  return Float64Array.from(
    regressors.flatMap(left =>
      regressors.map(right => {
        let total = 0
        for (let cell = 0; cell < means.length; cell++) total += means[cell]! * left[cell]! * right[cell]!
        return total
      }),
    ),
  )
}

/** The sum in braces for every slope, over the exporters or over the importers. */
function sideTerms(panel: ThreeWayPanel, sideOf: Int32Array, sides: number): Float64Array {
  const { pairs, periods, regressors } = panel
  const terms = new Float64Array(regressors.length)
  const block = periods * periods
  const hessian = new Float64Array(sides * block)
  const outer = new Float64Array(sides * block)
  for (let pair = 0; pair < pairs; pair++) addPair(panel, pair, hessian, outer, sideOf[pair]! * block)
  const inverses = new Float64Array(sides * block)
  for (let side = 0; side < sides; side++) {
    const range = [side * block, (side + 1) * block] as const
    inverses.set(generalisedInverse(hessian.slice(...range), periods), range[0])
  }
  regressors.forEach((values, slope) => {
    const first = new Float64Array(sides * block)
    const third = new Float64Array(sides * block)
    for (let pair = 0; pair < pairs; pair++) {
      addSlope(panel, pair, values, first, third, sideOf[pair]! * block)
    }
    for (let side = 0; side < sides; side++) {
      const of = (matrices: Float64Array) => matrices.subarray(side * block, (side + 1) * block)
      const inverse = of(inverses)
      const bent = product(product(inverse, of(third), periods), inverse, periods)
      terms[slope]! +=
        traceOfProduct(bent, of(outer), periods) / 2 - traceOfProduct(inverse, of(first), periods)
    }
  })
  return terms
}

/** hessian += H and outer += S S′ of one pair. */
function addPair(
  { periods, means, scores }: ThreeWayPanel,
  pair: number,
  hessian: Float64Array,
  outer: Float64Array,
  start: number,
): void {
  const from = pair * periods
  const total = totalOf(means, from, periods)
  for (let t = 0; t < periods; t++) {
    const mean = means[from + t]!
    hessian[start + t * periods + t]! += mean
    for (let s = 0; s < periods; s++) {
      hessian[start + t * periods + s]! -= (mean * means[from + s]!) / total
      outer[start + t * periods + s]! += scores[from + t]! * scores[from + s]!
    }
  }
}

/** first += H x̃ S′ and third += G x̃ of one pair, x̃ measured from its mean by λ. */
function addSlope(
  { periods, means, scores }: ThreeWayPanel,
  pair: number,
  values: Float64Array,
  first: Float64Array,
  third: Float64Array,
  start: number,
): void {
  const from = pair * periods
  const total = totalOf(means, from, periods)
  let mean = 0
  for (let t = 0; t < periods; t++) mean += (means[from + t]! * values[from + t]!) / total
  for (let t = 0; t < periods; t++) {
    const own = means[from + t]!
    const x = values[from + t]! - mean
    third[start + t * periods + t]! -= own * x
    for (let s = 0; s < periods; s++) {
      const both = x + values[from + s]! - mean
      first[start + t * periods + s]! += own * x * scores[from + s]!
      third[start + t * periods + s]! += ((own * means[from + s]!) / total) * both
    }
  }
}

/** Clustered covariance in which every pair's scores are freed from what the slopes and effects took of them. */
function leverageCovariance(panel: ThreeWayPanel, information: Float64Array): Float64Array {
  const { pairs, periods, scores, regressors, means } = panel
  const p = regressors.length
  const ofSlopes = generalisedInverse(information, p)
  const ofEffects = effectsInverse(panel)
  const meat = new Float64Array(p * p)
  const hessian = new Float64Array(periods * periods)
  const unused = new Float64Array(periods * periods)
  const freed = new Float64Array(periods)
  for (let pair = 0; pair < pairs; pair++) {
    const from = pair * periods
    hessian.fill(0)
    addPair(panel, pair, hessian, unused, 0)
    freed.set(scores.subarray(from, from + periods))
    const scale = totalOf(means, from, periods)
    // a pair with nothing left over has nothing to free
    if (freed.every(score => Math.abs(score) <= 1e-12 * scale)) continue
    const leverage = product(hessian, spreadOf(panel, pair, ofSlopes, ofEffects), periods)
    for (let k = 0; k < leverage.length; k++) leverage[k] = (k % (periods + 1) === 0 ? 1 : 0) - leverage[k]!
    solveFactored(factorise(leverage, periods), freed, 1)
    for (let k = 0; k < p; k++) {
      for (let l = 0; l < p; l++) {
        meat[k * p + l]! += along(regressors[k]!, freed, from, 0) * along(regressors[l]!, scores, from, from)
      }
    }
  }
  const covariance = product(product(ofSlopes, meat, p), ofSlopes, p)
  const scale = pairs / (pairs - 1) / 2
  return covariance.map((value, k) => scale * (value + covariance[(k % p) * p + Math.floor(k / p)]!))

  function along(values: Float64Array, other: Float64Array, start: number, otherStart: number): number {
    let total = 0
    for (let t = 0; t < periods; t++) total += values[start + t]! * other[otherStart + t]!
    return total
  }
}

/** (Σ d′ H d)⁺: exporter-periods first, then importer-periods. */
function effectsInverse(panel: ThreeWayPanel): Float64Array {
  const { pairs, periods, exporters, importers, exporterOf, importerOf } = panel
  const size = (exporters + importers) * periods
  const system = new Float64Array(size * size)
  const hessian = new Float64Array(periods * periods)
  const unused = new Float64Array(periods * periods)
  for (let pair = 0; pair < pairs; pair++) {
    hessian.fill(0)
    addPair(panel, pair, hessian, unused, 0)
    const starts = [exporterOf[pair]! * periods, (exporters + importerOf[pair]!) * periods]
    for (const row of starts) {
      for (const column of starts) {
        for (let t = 0; t < periods; t++) {
          for (let s = 0; s < periods; s++)
            system[(row + t) * size + column + s]! += hessian[t * periods + s]!
        }
      }
    }
  }
  return generalisedInverse(system, size)
}

/** x̃ W⁻¹ x̃′ + d V d′ of one pair: periods × periods. */
function spreadOf(
  { periods, exporters, importers, exporterOf, importerOf, regressors }: ThreeWayPanel,
  pair: number,
  ofSlopes: Float64Array,
  ofEffects: Float64Array,
): Float64Array {
  const size = (exporters + importers) * periods
  const starts = [exporterOf[pair]! * periods, (exporters + importerOf[pair]!) * periods]
  const p = regressors.length
  const spread = new Float64Array(periods * periods)
  for (let t = 0; t < periods; t++) {
    for (let s = 0; s < periods; s++) {
      let total = 0
      for (const row of starts) {
        for (const column of starts) total += ofEffects[(row + t) * size + column + s]!
      }
      for (let k = 0; k < p; k++) {
        for (let l = 0; l < p; l++) {
          const left = regressors[k]![pair * periods + t]!
          total += left * ofSlopes[k * p + l]! * regressors[l]![pair * periods + s]!
        }
      }
      spread[t * periods + s] = total
    }
  }
  return spread
}

function totalOf(means: Float64Array, from: number, periods: number): number {
  let total = 0
  for (let t = 0; t < periods; t++) total += means[from + t]!
  return total
}

/** left × right, n × n. */
function product(left: Float64Array, right: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n)
  multiply(left, right, n, out)
  return out
}

function traceOfProduct(left: Float64Array, right: Float64Array, n: number): number {
  let total = 0
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < n; k++) total += left[row * n + k]! * right[k * n + row]!
  }
  return total
}

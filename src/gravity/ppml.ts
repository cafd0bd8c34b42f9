/** Poisson pseudo-maximum likelihood with absorbed fixed effects. */
import { KeruenError } from '../errors.js'
import { choleskyFactor, choleskySolve } from '../numeric/cholesky.js'
import { exp, log } from '../numeric/elementary.js'
import { notConverged } from '../numeric/fixed-point.js'
import { dot, largestMagnitude, sum } from '../numeric/sum.js'
import { type Absorber, absorb, createAbsorber, setWeights, subtractEffects } from './absorb.js'
import { clusteredCovariance } from './covariance.js'
import { normaliseEffects } from './normalise-effects.js'
import { type PoissonData, type PoissonSample, usableSample } from './sample.js'

export interface PpmlOptions {
  /** Largest relative move of any fitted mean in the last pass; the next one would move by about its square. */
  readonly tolerance?: number
  /** Reweighted solves before the estimation fails. */
  readonly maxPasses?: number
}

/** One estimated slope. */
export interface Coefficient {
  readonly name: string
  readonly estimate: number
  /** Clustered, with G/(G − 1); null without clusters. */
  readonly standardError: number | null
}

/** What a Poisson estimation gives; all arrays belong to the caller. */
export interface PpmlEstimate {
  /** In the order of the regressors. */
  readonly coefficients: readonly Coefficient[]
  /** p × p, clustered; null without clusters. */
  readonly covariance: Float64Array | null
  /** μ, one for each row of the data, in the unit of the outcome; 0 where a level's every outcome is zero. */
  readonly fittedMeans: Float64Array
  /** For each effect the value of every level, in logs; NaN for a level without a row in use. See `normaliseEffects`. */
  readonly effects: readonly Float64Array[]
  /** 2 Σ (y ln(y/μ) − y + μ). */
  readonly deviance: number
  /** Rows in use: those left out have a level whose every outcome is zero. */
  readonly observations: number
  /** For each effect the levels that were left out, ascending. */
  readonly allZeroLevels: readonly (readonly number[])[]
  readonly passes: number
}

/** Multiplicative sweeps before the first solve: cheap, and they spare half of the solves. */
const BALANCING_SWEEPS = 12
/** Precision of the projections within a pass: a pass that is not exact is mended by the next. */
const PASS_PRECISION = 1e-4
/** Precision of the projections on which something is decided or reported. */
const FINE_PRECISION = 1e-10
/** A regressor is taken as explained by the effects, or by those before it, when no more than this of it is left. */
const NOTHING_LEFT = 1e-12
/** A step is halved at most this often before the estimation gives up. */
const HALVINGS = 30

/**
 * Poisson pseudo-maximum likelihood estimates with any number of absorbed fixed effects.
 *
 * E[y] = exp(offset + Σ βₖ xₖ + Σ α of the row's levels). Starts from the effects alone (multiplicative balancing),
 * then iteratively reweighted least squares in which the effects are projected out (Frisch, Waugh and Lovell), with
 * the step halved when the deviance would rise. At the solution Σ (y − μ) is zero in every level of every effect, so
 * that fitted exports and imports are the observed ones. O(rows · effects) a step of the projections.
 *
 * Not looked for: statistical separation beyond levels whose every outcome is zero. Where it is present no finite
 * estimate exists and the function throws.
 *
 * @throws KeruenError `gravity.bad-shape`, `gravity.negative-outcome`, `gravity.not-finite`, `gravity.bad-level`,
 *         `gravity.nothing-left`, `gravity.collinear`, `gravity.too-few-clusters` (input); `numeric.not-converged`
 *         (failure): no estimate is returned that is not settled.
 * @see Santos Silva & Tenreyro (2006) for the estimator; Fally (2015) for adding up; Correia, Guimarães & Zylkin (2020)
 *      for reweighted least squares with absorbed effects.
 */
export function estimatePpml(data: PoissonData, options: PpmlOptions = {}): PpmlEstimate {
  const { tolerance = 1e-10, maxPasses = 60 } = options
  const sample = usableSample(data)
  const names = data.regressors.map(({ name }) => name)
  const fit = startingPoint(sample)
  checkCollinearity(fit, sample, names)
  const moves: number[] = []
  while (moves.length === 0 || moves[moves.length - 1]! > tolerance) {
    const move = moves.length < maxPasses ? newtonPass(fit, sample, tolerance) : undefined
    if (move === undefined) {
      const [issue] = notConverged('Poisson estimation', tolerance, moves).issues
      const mend =
        'Look for separated observations: a regressor or a level that is present only where trade is zero'
      throw new KeruenError('failure', { ...issue!, mend })
    }
    moves.push(move)
  }
  return describe(fit, sample, data, names, moves.length)
}

/** The point that the passes move. */
interface Fit {
  readonly absorber: Absorber
  /** β. */
  readonly slopes: Float64Array
  /** All effects' values, one effect after the other. */
  readonly effects: Float64Array
  /** η and μ of every row in use. */
  readonly predictor: Float64Array
  readonly means: Float64Array
  /** For each regressor the effects that explain it best at the last weights. */
  readonly explained: readonly Float64Array[]
  /** For each regressor what those effects leave of it. */
  readonly residualised: readonly Float64Array[]
  /** X̃ᵀ W X̃, then its Cholesky factor. */
  readonly gram: Float64Array
  /** Scratch, one entry for each row. */
  readonly relative: Float64Array
  readonly step: Float64Array
}

function startingPoint(sample: PoissonSample): Fit {
  const { outcome, offset, regressors, effects, levels } = sample
  const size = outcome.length
  const absorber = createAbsorber(effects, levels, size)
  const length = absorber.totals.length
  const p = regressors.length
  const fit: Fit = {
    absorber,
    slopes: new Float64Array(p),
    effects: new Float64Array(length),
    predictor: new Float64Array(size),
    means: new Float64Array(size),
    explained: regressors.map(() => new Float64Array(length)),
    residualised: regressors.map(() => new Float64Array(size)),
    gram: new Float64Array(p * p),
    relative: new Float64Array(size),
    step: new Float64Array(size),
  }
  if (effects.length > 0) balance(fit, sample)
  else {
    // without effects there is nothing to balance: one least-squares fit of ln y, zeros lifted, brings the scale
    const average = sum(outcome) / size
    const { means, relative, predictor, slopes } = fit
    for (let row = 0; row < size; row++) {
      const mean = (outcome[row]! + average) / 2
      means[row] = mean
      relative[row] = log(mean) - offset[row]! + (outcome[row]! - mean) / mean
    }
    setWeights(absorber, means)
    regressors.forEach((values, k) => fit.residualised[k]!.set(values))
    slopes.set(solveSlopes(fit) ?? slopes)
    for (let row = 0; row < size; row++) {
      let value = offset[row]!
      for (let k = 0; k < p; k++) value += slopes[k]! * regressors[k]![row]!
      predictor[row] = value
      means[row] = exp(value)
    }
  }
  return fit
}

/** Fits the effects alone by scaling each level's means to its sum in turn. */
function balance(fit: Fit, { outcome, offset, effects }: PoissonSample): void {
  const { absorber, effects: values, predictor, means } = fit
  const { starts } = absorber
  const size = outcome.length
  for (let row = 0; row < size; row++) means[row] = exp(offset[row]!)
  const wanted = new Float64Array(values.length)
  const reached = new Float64Array(values.length)
  const factors = new Float64Array(values.length).fill(1)
  effects.forEach((ids, k) => {
    for (let row = 0; row < size; row++) wanted[starts[k]! + ids[row]!]! += outcome[row]!
  })
  for (let sweep = 0; sweep < BALANCING_SWEEPS; sweep++) {
    effects.forEach((ids, k) => {
      const start = starts[k]!
      const end = starts[k + 1]!
      reached.fill(0, start, end)
      for (let row = 0; row < size; row++) reached[start + ids[row]!]! += means[row]!
      for (let g = start; g < end; g++) {
        reached[g] = reached[g]! > 0 ? wanted[g]! / reached[g]! : 1
        factors[g]! *= reached[g]!
      }
      for (let row = 0; row < size; row++) means[row]! *= reached[start + ids[row]!]!
    })
  }
  for (let g = 0; g < values.length; g++) values[g] = log(factors[g]!)
  predictor.set(offset)
  addEffects(absorber, values, predictor)
  for (let row = 0; row < size; row++) means[row] = exp(predictor[row]!)
}

/** Refuses regressors without variation of their own; leaves their projections as a start for the passes. */
function checkCollinearity(fit: Fit, { regressors }: PoissonSample, names: readonly string[]): void {
  const { absorber, means, explained, residualised, gram } = fit
  setWeights(absorber, means)
  residualise(fit, regressors, FINE_PRECISION)
  const p = regressors.length
  for (let k = 0; k < p; k++) {
    const whole = weightedDot(means, regressors[k]!, regressors[k]!)
    const left = weightedDot(means, residualised[k]!, residualised[k]!)
    if (!(left > NOTHING_LEFT * whole)) throw collinear(names[k]!, 'the fixed effects', explained.length > 0)
  }
  fillGram(fit)
  const dependent = choleskyFactor(gram, p, NOTHING_LEFT)
  if (dependent >= 0) {
    throw collinear(names[dependent]!, `the fixed effects and ${names.slice(0, dependent).join(', ')}`, true)
  }
}

function collinear(name: string, others: string, known: boolean): KeruenError {
  return new KeruenError('input', {
    code: 'gravity.collinear',
    at: { field: name },
    expected: `variation of its own beside ${others}`,
    found: 'none',
    mend: known ? 'Leave this regressor out' : undefined,
  })
}

/** One reweighted solve; the largest move of a predictor, or undefined when no step lowers the deviance. */
function newtonPass(fit: Fit, sample: PoissonSample, tolerance: number): number | undefined {
  const { absorber, slopes, effects, predictor, means, explained, relative, step } = fit
  const { outcome, regressors } = sample
  const size = outcome.length
  setWeights(absorber, means)
  for (let row = 0; row < size; row++) relative[row] = (outcome[row]! - means[row]!) / means[row]!
  const effectsStep = new Float64Array(effects.length)
  absorb(absorber, relative, effectsStep, { relative: PASS_PRECISION, absolute: tolerance / 100 })
  subtractEffects(absorber, relative, effectsStep, relative)
  residualise(fit, regressors, PASS_PRECISION)
  const slopesStep = solveSlopes(fit)
  if (slopesStep === undefined) return undefined
  slopesStep.forEach((slope, k) => {
    for (let g = 0; g < effectsStep.length; g++) effectsStep[g]! -= slope * explained[k]![g]!
  })
  step.fill(0)
  addEffects(absorber, effectsStep, step)
  slopesStep.forEach((slope, k) => {
    const values = regressors[k]!
    for (let row = 0; row < size; row++) step[row]! += slope * values[row]!
  })

  const before = lack(outcome, predictor, means)
  const start = predictor.slice()
  for (let halving = 0, share = 1; halving <= HALVINGS; halving++, share /= 2) {
    for (let row = 0; row < size; row++) {
      predictor[row] = start[row]! + share * step[row]!
      means[row] = exp(predictor[row]!)
    }
    const after = lack(outcome, predictor, means)
    // near the solution the difference is rounding noise
    if (!(after.value <= before.value + 1e-12 * before.size)) continue
    for (let g = 0; g < effects.length; g++) effects[g]! += share * effectsStep[g]!
    for (let k = 0; k < slopes.length; k++) slopes[k]! += share * slopesStep[k]!
    return share === 1 ? largestMagnitude(step) : Infinity
  }
  return undefined
}

/** Σ μ − Σ y η, half of the deviance up to a constant, and the size of what was added for it. */
function lack(outcome: Float64Array, predictor: Float64Array, means: Float64Array) {
  let size = 0
  for (let row = 0; row < means.length; row++) size += means[row]! + outcome[row]! * Math.abs(predictor[row]!)
  return { value: sum(means) - dot(outcome, predictor), size }
}

/** x̃ = x − what the effects explain of it at the present weights. */
function residualise(fit: Fit, regressors: readonly Float64Array[], relative: number): void {
  const { absorber, explained, residualised } = fit
  regressors.forEach((values, k) => {
    absorb(absorber, values, explained[k]!, { relative, absolute: 0 })
    subtractEffects(absorber, values, explained[k]!, residualised[k]!)
  })
}

/** (X̃ᵀWX̃)⁻¹ X̃ᵀW times the column in `relative`; undefined when the system is singular. */
function solveSlopes(fit: Fit): Float64Array | undefined {
  const { absorber, residualised, gram, relative } = fit
  fillGram(fit)
  if (choleskyFactor(gram, residualised.length, 0) >= 0) return undefined
  const slopes = Float64Array.from(residualised, values => weightedDot(absorber.weights, values, relative))
  choleskySolve(gram, slopes)
  return slopes
}

function fillGram({ absorber, residualised, gram }: Fit): void {
  const p = residualised.length
  for (let k = 0; k < p; k++) {
    for (let l = 0; l <= k; l++) {
      gram[k * p + l] = weightedDot(absorber.weights, residualised[k]!, residualised[l]!)
    }
  }
}

function weightedDot(weights: Float64Array, left: Float64Array, right: Float64Array): number {
  let total = 0
  for (let row = 0; row < weights.length; row++) total += weights[row]! * left[row]! * right[row]!
  return total
}

/** out += Σₖ values of the row's levels. */
function addEffects({ effects, starts, size }: Absorber, values: Float64Array, out: Float64Array): void {
  effects.forEach((ids, k) => {
    const start = starts[k]!
    for (let row = 0; row < size; row++) out[row]! += values[start + ids[row]!]!
  })
}

function describe(
  fit: Fit,
  sample: PoissonSample,
  data: PoissonData,
  names: readonly string[],
  passes: number,
): PpmlEstimate {
  const { absorber, slopes, means } = fit
  const { rows, outcome, regressors, allZeroLevels } = sample
  const p = slopes.length
  let covariance: Float64Array | null = null
  if (data.clusters !== undefined && p > 0) {
    setWeights(absorber, means)
    residualise(fit, regressors, FINE_PRECISION)
    fillGram(fit)
    choleskyFactor(fit.gram, p, 0)
    const score = outcome.map((value, row) => value - means[row]!)
    const clusters = Int32Array.from(rows, row => data.clusters![row]!)
    covariance = clusteredCovariance(fit.gram, fit.residualised, score, clusters)
  }
  const effects = sample.effects.map((_, k) =>
    fit.effects.slice(absorber.starts[k]!, absorber.starts[k + 1]!),
  )
  normaliseEffects(sample.effects, effects, data.referenceLevels ?? sample.effects.map(() => []))
  const fittedMeans = new Float64Array(data.outcome.length)
  let deviance = 0
  for (let row = 0; row < rows.length; row++) {
    const value = outcome[row]!
    const mean = means[row]!
    fittedMeans[rows[row]!] = mean
    deviance += 2 * ((value > 0 ? value * log(value / mean) : 0) - value + mean)
  }
  return {
    coefficients: names.map((name, k) => ({
      name,
      estimate: slopes[k]!,
      standardError: covariance === null ? null : Math.sqrt(covariance[k * p + k]!),
    })),
    covariance,
    fittedMeans,
    effects,
    deviance,
    observations: rows.length,
    allZeroLevels,
    passes,
  }
}

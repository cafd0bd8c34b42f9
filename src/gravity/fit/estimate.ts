/** The record that every estimator returns, and the choices that it takes. */

export type Estimator = 'ppml' | 'ols'

/**
 * Small-sample factors of a covariance, by the name of the program that has them as its default. G: clusters (the
 * smallest number of several dimensions; rows where errors are heteroskedastic), N: observations, K: slopes and absorbed
 * levels, effects nested in a cluster not counted.
 *
 * ppmlhdfe: G/(G − 1); alpaca: none; fixest: G/(G − 1) · (N − 1)/(N − K).
 */
export type SmallSample = 'ppmlhdfe' | 'alpaca' | 'fixest'

/** What the errors may be: independent and of the model's own variance, of any variance, or correlated in clusters. */
export type ErrorStructure = 'iid' | 'heteroskedastic' | 'clustered'

export interface EstimationOptions {
  /** Default: clustered where the data have clusters, heteroskedastic otherwise. */
  readonly errors?: ErrorStructure
  /** Default `ppmlhdfe`. */
  readonly smallSample?: SmallSample
  /** Probability that a confidence interval covers; default 0.95. */
  readonly confidence?: number
  /** Rows alone in a level of an effect teach nothing and are left out (default) or kept, as some programs do. */
  readonly singletons?: 'leave-out' | 'keep'
  /** Whether the values of the absorbed effects are wanted; default false. */
  readonly recoverEffects?: boolean
  /** Whether what the effects leave of the regressors is wanted; default false. */
  readonly residualise?: boolean
  /** Poisson: largest relative move of a fitted mean that a further pass could bring; default 1e-10. */
  readonly tolerance?: number
  /** Poisson: reweighted solves before the estimation fails; default 100. */
  readonly maxPasses?: number
  /** Called after every pass. */
  readonly onProgress?: (progress: EstimationProgress) => void
  readonly signal?: AbortSignal
}

export interface EstimationProgress {
  readonly stage: 'sample' | 'passes' | 'separation' | 'covariance'
  /** Passes so far. */
  readonly done: number
  /** Largest relative move of a fitted mean in the last pass, where there was one. */
  readonly move?: number
}

/** One estimated slope. */
export interface Coefficient {
  readonly name: string
  readonly estimate: number
  readonly standardError: number
  /** estimate ÷ standardError: z with PPML, t with least squares. */
  readonly statistic: number
  /** Two-sided. */
  readonly pValue: number
  /** Ends of the confidence interval. */
  readonly low: number
  readonly high: number
}

/** Rows that were not used, by reason; positions in the data, ascending. */
export interface LeftOut {
  /** A level whose every outcome is zero has the effect −∞: its rows are fitted by zero (PPML). */
  readonly allZero: Int32Array
  /** Alone in a level of some effect. */
  readonly singletons: Int32Array
  /** Zeros that a combination of regressors and effects separates from all other rows: fitted by zero (PPML). */
  readonly separated: Int32Array
}

/** A regressor without variation of its own. */
export interface CollinearRegressor {
  readonly name: string
  /** What explains it: `the fixed effects`, or these and regressors before it. */
  readonly explainedBy: readonly string[]
}

/** How one absorbed effect counts. */
export interface EffectCount {
  readonly name: string
  /** Levels with a row in use. */
  readonly levels: number
  /** Levels that other effects before this one hold already, as far as pairs of effects tell. */
  readonly redundant: number
  /** Whether all rows of a level are in one cluster, so that its levels are not counted in K. */
  readonly nested: boolean
}

export interface ClusterCount {
  readonly name: string
  readonly groups: number
}

export interface GravityEstimate {
  readonly estimator: Estimator
  readonly outcomeName: string
  /** In the order of the regressors; collinear ones are not among them. */
  readonly coefficients: readonly Coefficient[]
  /** p × p, row-major, in the order of the coefficients. */
  readonly covariance: Float64Array
  readonly errors: ErrorStructure
  readonly smallSample: SmallSample
  readonly confidence: number
  readonly clusters: readonly ClusterCount[]
  readonly effects: readonly EffectCount[]
  /** Degrees of freedom of t and F: groups of the smallest cluster dimension − 1, otherwise N − K; Infinity with PPML. */
  readonly degreesOfFreedom: number
  readonly observations: number
  readonly leftOut: LeftOut
  readonly collinear: readonly CollinearRegressor[]
  /** One for each row of the data, in the unit of the outcome; 0 where left out as all zero or separated, NaN where a singleton. */
  readonly fittedMeans: Float64Array
  /**
   * For each effect the value of every level, in logs with PPML; NaN for a level without a row in use. Only sums over a
   * row's effects are determined: see `normaliseEffects` for the choice that is shown. Null unless they were wanted.
   */
  readonly effectValues: readonly Float64Array[] | null
  /**
   * For each coefficient the regressor less what the effects explain of it with the last weights, one number for each
   * row of the data; 0 where left out. Null unless they were wanted.
   */
  readonly residualised: readonly Float64Array[] | null
  readonly fit: GoodnessOfFit
  /** Reweighted solves; 1 with least squares. */
  readonly passes: number
}

export interface GoodnessOfFit {
  /** Poisson: 2 Σ ω (y ln(y/μ) − y + μ); least squares: Σ ω (y − ŷ)². */
  readonly deviance: number
  /** Of the Poisson or the normal distribution, constants included. */
  readonly logLikelihood: number
  /** 1 − log likelihood ÷ that of a constant alone (McFadden), on the rows in use. */
  readonly pseudoRSquared: number
  /** Least squares: 1 − deviance ÷ Σ ω (y − ȳ)²; null with PPML. */
  readonly rSquared: number | null
  /** Least squares: of what the effects leave of outcome and regressors; null with PPML or without effects. */
  readonly withinRSquared: number | null
  /** Squared correlation of outcome and fitted mean on the rows in use. */
  readonly squaredCorrelation: number
}

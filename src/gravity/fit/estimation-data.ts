/** What an estimator is given: rows as numbers, names beside them. */

/** A column of numbers with its name. */
export interface NamedColumn {
  readonly name: string
  /** One entry for each row. */
  readonly values: Float64Array
}

/** A way of putting rows into groups: an absorbed effect or a cluster dimension. */
export interface Grouping {
  /** As a person writes it, e.g. `exporter^year`. */
  readonly name: string
  /** Group number of every row, whole and ≥ 0; numbers may be left out. */
  readonly ids: Int32Array
}

/** Rows of an estimation; all arrays have one entry for each row and are only read. */
export interface EstimationData {
  /** Poisson: non-negative and finite, e.g. trade in million USD. Least squares: finite, e.g. its logarithm. */
  readonly outcome: Float64Array
  /** Name of the outcome in errors; `outcome` when left out. */
  readonly outcomeName?: string
  /** Finite. None is a model of fixed effects only. A constant is a regressor like any other. */
  readonly regressors: readonly NamedColumn[]
  /** Absorbed effects; may be empty. */
  readonly effects: readonly Grouping[]
  /** Added to the linear predictor with coefficient one, e.g. the log of known trade costs; zero when left out. */
  readonly offset?: Float64Array
  /** > 0 and finite; one when left out. A weight multiplies the row's part of the objective. */
  readonly weights?: Float64Array
  /** Rows in one group of any of these may be correlated; several are crossed (multi-way clustering). */
  readonly clusters?: readonly Grouping[]
  /**
   * For each effect the levels whose recovered value is zero where it can be; the first effect's list is not used.
   * See `normaliseEffects`.
   */
  readonly referenceLevels?: readonly (readonly number[])[]
}

/**
 * The passes over all rows in which an estimation spends its time, for several columns at once.
 *
 * The columns of a panel lie side by side (`width` of them, an even number), and so do the values that belong to the
 * levels of the effects: one visit to a row serves them all. These are the plain forms; `wasm-kernels.ts` has the same
 * sums in the same order, two lanes an instruction, so that both give the same bits.
 */

/** Rows sorted by the levels of one effect, the groups, which is eliminated exactly; the others are looked up. */
export interface GroupedRows {
  readonly size: number
  /** groups + 1: where each group's rows begin. */
  readonly starts: Int32Array
  /** For each other effect the position of every row's level in the vector of all other levels. */
  readonly others: readonly Int32Array[]
  /** Of every row, > 0. */
  readonly weights: Float64Array
  /** groups: 1 ÷ Σ weights. */
  readonly inverseTotals: Float64Array
}

/**
 * D: the dummies of the other effects; W: the weights; M: what is left of a column after its weighted group means.
 * Columns are size × width, vectors levels × width, row-major.
 */
export interface AbsorbKernels {
  /** out = Dᵀ W M D vector. */
  apply(rows: GroupedRows, width: number, vector: Float64Array, out: Float64Array): void
  /** out = Dᵀ W M columns. */
  gradient(rows: GroupedRows, width: number, columns: Float64Array, out: Float64Array): void
  /**
   * fitted = D vector + group means of (columns − D vector); columns becomes keep × columns − sign × fitted, lane by
   * lane: (1, 1) leaves what is not explained, (0, −1) what is.
   */
  residualise(
    rows: GroupedRows,
    width: number,
    columns: Float64Array,
    vector: Float64Array,
    keep: Float64Array,
    sign: Float64Array,
  ): void
  /** out = leftᵀ W right: leftWidth × rightWidth. */
  gram(
    rows: GroupedRows,
    left: Float64Array,
    leftWidth: number,
    right: Float64Array,
    rightWidth: number,
    out: Float64Array,
  ): void
  /** out += columns × coefficients (one for each lane); even and odd lanes are summed apart, then together. */
  combine(
    rows: GroupedRows,
    width: number,
    columns: Float64Array,
    coefficients: Float64Array,
    out: Float64Array,
  ): void
  /** out = e to the power of values, as `exp`. */
  exponentials(values: Float64Array, out: Float64Array): void
}

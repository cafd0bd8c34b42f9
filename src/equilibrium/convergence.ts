/** How a solve ended; every model reports it in the same words. */
export interface Convergence {
  /** Evaluations of the whole system, the first one included. */
  readonly passes: number
  /** Largest residual of all blocks after each pass, in order. */
  readonly residuals: readonly number[]
  /** Residual of every block of unknowns at the end, by name: `wages`, and `prices`, `spending` where there are any. */
  readonly blocks: Readonly<Record<string, number>>
  /** max |ln(sales / income)| over economies, taken afterwards from the flows that are returned, by their definition. */
  readonly largestMarketClearingError: number
}

/** Poisson regression by Newton's method on a dense matrix of dummies: slow and obvious, no code shared with gravity/. */

/**
 * Slopes and fitted means.
 *
 * @param columns every regressor, dummies included, of full rank.
 */
export function densePoisson(outcome: readonly number[], columns: readonly (readonly number[])[]) {
  const p = columns.length
  const mean = outcome.reduce((a, b) => a + b, 0) / outcome.length
  let fitted = outcome.map(y => (y + mean) / 2)
  let beta: number[] = []
  for (let pass = 0; pass < 100; pass++) {
    const working = outcome.map((y, row) => Math.log(fitted[row]!) + (y - fitted[row]!) / fitted[row]!)
    const gram = columns.map(a =>
      columns.map(b => a.reduce((s, v, row) => s + v * b[row]! * fitted[row]!, 0)),
    )
    const right = columns.map(a => a.reduce((s, v, row) => s + v * working[row]! * fitted[row]!, 0))
    beta = eliminate(gram, right, p)
    fitted = outcome.map((_, row) => Math.exp(beta.reduce((s, b, k) => s + b * columns[k]![row]!, 0)))
  }
  return { beta, fitted }
}

/** Gauss with row exchanges. */
function eliminate(matrix: number[][], right: number[], p: number): number[] {
  for (let k = 0; k < p; k++) {
    let pivot = k
    for (let row = k + 1; row < p; row++)
      if (Math.abs(matrix[row]![k]!) > Math.abs(matrix[pivot]![k]!)) pivot = row
    ;[matrix[k], matrix[pivot]] = [matrix[pivot]!, matrix[k]!]
    ;[right[k], right[pivot]] = [right[pivot]!, right[k]!]
    for (let row = k + 1; row < p; row++) {
      const factor = matrix[row]![k]! / matrix[k]![k]!
      for (let column = k; column < p; column++) matrix[row]![column]! -= factor * matrix[k]![column]!
      right[row]! -= factor * right[k]!
    }
  }
  for (let k = p - 1; k >= 0; k--) {
    for (let column = k + 1; column < p; column++) right[k]! -= matrix[k]![column]! * right[column]!
    right[k]! /= matrix[k]![k]!
  }
  return right
}

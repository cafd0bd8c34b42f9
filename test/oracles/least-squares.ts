/** Weighted least squares on a dense matrix, and covariances by their definitions; shares no code with the estimators. */

export interface DenseFit {
  readonly beta: number[]
  readonly residual: number[]
  /** (XᵀΩX)⁻¹. */
  readonly bread: number[][]
}

export function denseLeastSquares(
  outcome: readonly number[],
  columns: readonly (readonly number[])[],
  weights: readonly number[] = outcome.map(() => 1),
): DenseFit {
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, row) => total + weights[row]! * value * b[row]!, 0)
  const bread = inverse(columns.map(a => columns.map(b => product(a, b))))
  const right = columns.map(column => product(column, outcome))
  const beta = bread.map(row => row.reduce((total, value, k) => total + value * right[k]!, 0))
  const residual = outcome.map(
    (y, row) => y - columns.reduce((total, column, k) => total + beta[k]! * column[row]!, 0),
  )
  return { beta, residual, bread }
}

/** bread (Σ_g s_g s_gᵀ) bread with s_g = Σ x score over the rows with the same key. */
export function denseSandwich(
  bread: readonly (readonly number[])[],
  columns: readonly (readonly number[])[],
  score: readonly number[],
  keys: readonly (string | number)[],
): number[][] {
  const sums = new Map<string | number, number[]>()
  keys.forEach((key, row) => {
    const sum = sums.get(key) ?? columns.map(() => 0)
    columns.forEach((column, k) => {
      sum[k]! += column[row]! * score[row]!
    })
    sums.set(key, sum)
  })
  const influences = [...sums.values()].map(sum =>
    bread.map(row => row.reduce((total, value, k) => total + value * sum[k]!, 0)),
  )
  return columns.map((_, k) =>
    columns.map((_, l) => influences.reduce((total, one) => total + one[k]! * one[l]!, 0)),
  )
}

function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length
  const rows = matrix.map((row, k) => [...row, ...row.map((_, l) => (l === k ? 1 : 0))])
  for (let column = 0; column < n; column++) {
    let best = column
    for (let row = column; row < n; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row
    }
    ;[rows[column], rows[best]] = [rows[best]!, rows[column]!]
    const scale = rows[column]![column]!
    for (let k = 0; k < 2 * n; k++) rows[column]![k]! /= scale
    rows.forEach((row, other) => {
      if (other === column) return
      const factor = row[column]!
      for (let k = 0; k < 2 * n; k++) row[k]! -= factor * rows[column]![k]!
    })
  }
  return rows.map(row => row.slice(n))
}

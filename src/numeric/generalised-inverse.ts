/** Inverses of symmetric matrices that may be singular. */

/** A pivot at or below this share of its own diagonal entry is what rounding leaves of zero. */
const NOTHING_LEFT = 1e-10

/**
 * A generalised inverse of a symmetric positive semidefinite matrix: that of the rows that are no combination of those
 * before them, zeros elsewhere. M V M = M and V M V = V; products A V B do not depend on the choice where the rows of A
 * and the columns of B lie in the range of M.
 *
 * Gauss–Jordan elimination without exchanges, O(n³).
 *
 * @param matrix n × n, row-major; left as it is.
 * @see Goodnight (1979), A tutorial on the sweep operator, https://doi.org/10.1080/00031305.1979.10482685
 */
export function generalisedInverse(matrix: Float64Array, n: number): Float64Array {
  const work = matrix.slice()
  for (let pivot = 0; pivot < n; pivot++) {
    const start = pivot * n
    const value = work[start + pivot]!
    if (!(value > NOTHING_LEFT * matrix[start + pivot]!)) {
      for (let k = 0; k < n; k++) {
        work[start + k] = 0
        work[k * n + pivot] = 0
      }
      continue
    }
    for (let k = 0; k < n; k++) work[start + k]! /= value
    work[start + pivot] = 1 / value
    for (let row = 0; row < n; row++) {
      const share = work[row * n + pivot]!
      if (row === pivot || share === 0) continue
      const from = row * n
      for (let k = 0; k < n; k++) work[from + k]! -= share * work[start + k]!
      work[from + pivot] = -share / value
    }
  }
  return work
}

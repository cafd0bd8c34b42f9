/** Small symmetric positive definite systems; the order of every sum is fixed. */

/**
 * The lower Cholesky factor of a symmetric matrix, in place.
 *
 * @param matrix   n × n, row-major; the lower triangle is read and overwritten, the upper one left alone.
 * @param smallest a pivot at or below this share of its diagonal entry counts as zero.
 * @returns        −1, or the index of the first row that is a combination of those above it; the rest is unfinished.
 */
export function choleskyFactor(matrix: Float64Array, n: number, smallest: number): number {
  for (let row = 0; row < n; row++) {
    const before = matrix[row * n + row]!
    for (let column = 0; column <= row; column++) {
      let entry = matrix[row * n + column]!
      for (let k = 0; k < column; k++) entry -= matrix[row * n + k]! * matrix[column * n + k]!
      if (row > column) matrix[row * n + column] = entry / matrix[column * n + column]!
      else if (!(entry > smallest * before)) return row
      else matrix[row * n + row] = Math.sqrt(entry)
    }
  }
  return -1
}

/**
 * Solves L Lᵀ x = b, in place.
 *
 * @param factor n × n, from `choleskyFactor`.
 * @param vector n: b on the way in, x on the way out.
 */
export function choleskySolve(factor: Float64Array, vector: Float64Array): void {
  const n = vector.length
  for (let row = 0; row < n; row++) {
    let value = vector[row]!
    for (let k = 0; k < row; k++) value -= factor[row * n + k]! * vector[k]!
    vector[row] = value / factor[row * n + row]!
  }
  for (let row = n - 1; row >= 0; row--) {
    let value = vector[row]!
    for (let k = row + 1; k < n; k++) value -= factor[k * n + row]! * vector[k]!
    vector[row] = value / factor[row * n + row]!
  }
}

/** Products of dense row-major matrices and vectors; the order of every sum is fixed. */

/**
 * out = matrix × vector.
 *
 * @param matrix n × n, row-major.
 * @param vector n.
 * @param out    n, written; must not be `vector`.
 */
export function times(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  const n = vector.length
  for (let row = 0; row < n; row++) {
    const start = row * n
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let column = 0
    for (; column + 3 < n; column += 4) {
      const cell = start + column
      a += matrix[cell]! * vector[column]!
      b += matrix[cell + 1]! * vector[column + 1]!
      c += matrix[cell + 2]! * vector[column + 2]!
      d += matrix[cell + 3]! * vector[column + 3]!
    }
    for (; column < n; column++) a += matrix[start + column]! * vector[column]!
    out[row] = a + b + (c + d)
  }
}

/**
 * out = matrixᵀ × vector, four rows at a time.
 *
 * @param matrix n × n, row-major.
 * @param vector n.
 * @param out    n, written; must not be `vector`.
 */
export function timesTransposed(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  const n = vector.length
  out.fill(0)
  let row = 0
  for (; row + 3 < n; row += 4) {
    const a = vector[row]!
    const b = vector[row + 1]!
    const c = vector[row + 2]!
    const d = vector[row + 3]!
    const first = row * n
    const second = first + n
    const third = second + n
    const fourth = third + n
    for (let column = 0; column < n; column++) {
      out[column]! +=
        matrix[first + column]! * a +
        matrix[second + column]! * b +
        (matrix[third + column]! * c + matrix[fourth + column]! * d)
    }
  }
  for (; row < n; row++) {
    const a = vector[row]!
    const start = row * n
    for (let column = 0; column < n; column++) out[column]! += matrix[start + column]! * a
  }
}

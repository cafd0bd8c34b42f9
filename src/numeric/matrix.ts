/** Products of dense row-major matrices and vectors; the order of every sum is fixed. */

/**
 * out = matrix × vector, two rows at a time; four partial sums a row, over columns 0, 4, 8, …; 1, 5, 9, …; and so on.
 *
 * @param matrix n × n, row-major.
 * @param vector n.
 * @param out    n, written; must not be `vector`.
 */
export function times(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  const n = vector.length
  let row = 0
  for (; row + 1 < n; row += 2) {
    const upper = row * n
    const lower = upper + n
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let e = 0
    let f = 0
    let g = 0
    let h = 0
    let column = 0
    for (; column + 3 < n; column += 4) {
      const v0 = vector[column]!
      const v1 = vector[column + 1]!
      const v2 = vector[column + 2]!
      const v3 = vector[column + 3]!
      const first = upper + column
      const second = lower + column
      a += matrix[first]! * v0
      b += matrix[first + 1]! * v1
      c += matrix[first + 2]! * v2
      d += matrix[first + 3]! * v3
      e += matrix[second]! * v0
      f += matrix[second + 1]! * v1
      g += matrix[second + 2]! * v2
      h += matrix[second + 3]! * v3
    }
    for (; column < n; column++) {
      a += matrix[upper + column]! * vector[column]!
      e += matrix[lower + column]! * vector[column]!
    }
    out[row] = a + b + (c + d)
    out[row + 1] = e + f + (g + h)
  }
  if (row < n) out[row] = rowTimes(matrix, row * n, vector)
}

/** One row of a product, in the same partial sums. */
function rowTimes(matrix: Float64Array, start: number, vector: Float64Array): number {
  const n = vector.length
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let column = 0
  for (; column + 3 < n; column += 4) {
    a += matrix[start + column]! * vector[column]!
    b += matrix[start + column + 1]! * vector[column + 1]!
    c += matrix[start + column + 2]! * vector[column + 2]!
    d += matrix[start + column + 3]! * vector[column + 3]!
  }
  for (; column < n; column++) a += matrix[start + column]! * vector[column]!
  return a + b + (c + d)
}

/**
 * out = matrixᵀ × vector, eight rows at a time.
 *
 * @param matrix n × n, row-major.
 * @param vector n.
 * @param out    n, written; must not be `vector`.
 */
export function timesTransposed(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  out.fill(0)
  addCombination(vector, 0, matrix, 0, vector.length, vector.length, out, 0)
}

/**
 * product = left × right.
 *
 * @param left    n × n, row-major.
 * @param right   n × n, row-major.
 * @param product n × n, written; must be neither of the two.
 */
export function multiply(left: Float64Array, right: Float64Array, n: number, product: Float64Array): void {
  product.fill(0)
  for (let row = 0; row < n; row++) addCombination(left, row * n, right, 0, n, n, product, row * n)
}

/**
 * out[start …] += Σ_k weights[first + k] × row firstRow + k of `rows`, k = 0 … count − 1: eight rows at a time, then one
 * by one.
 *
 * @param rows  row-major, rows of `width`; may be `out` where the written row is none of those read.
 * @param width length of a row and of what is written.
 */
export function addCombination(
  weights: Float64Array,
  first: number,
  rows: Float64Array,
  firstRow: number,
  count: number,
  width: number,
  out: Float64Array,
  start: number,
): void {
  let k = 0
  for (; k + 7 < count; k += 8) {
    const a = weights[first + k]!
    const b = weights[first + k + 1]!
    const c = weights[first + k + 2]!
    const d = weights[first + k + 3]!
    const e = weights[first + k + 4]!
    const f = weights[first + k + 5]!
    const g = weights[first + k + 6]!
    const h = weights[first + k + 7]!
    const p0 = (firstRow + k) * width
    const p1 = p0 + width
    const p2 = p1 + width
    const p3 = p2 + width
    const p4 = p3 + width
    const p5 = p4 + width
    const p6 = p5 + width
    const p7 = p6 + width
    for (let column = 0; column < width; column++) {
      out[start + column]! +=
        rows[p0 + column]! * a +
        rows[p1 + column]! * b +
        (rows[p2 + column]! * c + rows[p3 + column]! * d) +
        (rows[p4 + column]! * e + rows[p5 + column]! * f + (rows[p6 + column]! * g + rows[p7 + column]! * h))
    }
  }
  for (; k < count; k++) {
    const a = weights[first + k]!
    const from = (firstRow + k) * width
    for (let column = 0; column < width; column++) out[start + column]! += rows[from + column]! * a
  }
}

/** The transpose of an n × n matrix, row-major, as a new array. */
export function transposed(matrix: Float64Array, n: number): Float64Array {
  const turned = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) turned[column * n + row] = matrix[row * n + column]!
  }
  return turned
}

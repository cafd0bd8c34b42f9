/** LU factors of a dense matrix with row exchanges, and systems solved by them for many right-hand sides at once. */
import { KeruenError } from '../errors.js'
import { addCombination } from './matrix.js'

export interface LuFactors {
  readonly size: number
  /**
   * size × size: L below the diagonal (its own diagonal is one), U on and above it; all but the diagonal with its
   * sign turned, so that substitution adds.
   */
  readonly factors: Float64Array
  /** The row that was exchanged with row k at step k. */
  readonly exchanges: Int32Array
}

/**
 * Factorises a copy of a square matrix; partial pivoting, O(n³ / 3).
 *
 * @param matrix size × size, row-major; left as it is.
 * @throws KeruenError `numeric.singular` (failure) where a pivot is no number or below 1e-14 × size of the largest
 *         number in its column: what is left of a dependent column is rounding.
 */
export function factorise(matrix: Float64Array, size: number): LuFactors {
  const lu = Float64Array.from(matrix)
  const exchanges = new Int32Array(size)
  const least = columnMagnitudes(matrix, size)
  for (let k = 0; k < size; k++) least[k]! *= 1e-14 * size
  for (let k = 0; k < size; k++) {
    const pivotRow = largestBelow(lu, size, k)
    exchanges[k] = pivotRow
    if (pivotRow !== k) exchangeRows(lu, size, k, pivotRow)
    const pivot = lu[k * size + k]!
    if (!(Math.abs(pivot) > least[k]!)) throw singular(k)
    const top = k * size
    for (let row = k + 1; row < size; row++) {
      const start = row * size
      const multiplier = -lu[start + k]! / pivot
      lu[start + k] = multiplier
      if (multiplier === 0) continue
      for (let column = k + 1; column < size; column++) lu[start + column]! += multiplier * lu[top + column]!
    }
  }
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) lu[row * size + column] = -lu[row * size + column]!
  }
  return { size, factors: lu, exchanges }
}

/**
 * Solves matrix × X = B, in place.
 *
 * @param sides B on entry, X on return: size × count, row-major; each column is a right-hand side.
 */
export function solveFactored(
  { size, factors, exchanges }: LuFactors,
  sides: Float64Array,
  count: number,
): void {
  for (let k = 0; k < size; k++) {
    if (exchanges[k] !== k) exchangeRows(sides, count, k, exchanges[k]!)
  }
  if (count === 1) {
    substitute(size, factors, sides)
    return
  }
  for (let row = 1; row < size; row++) {
    addCombination(factors, row * size, sides, 0, row, count, sides, row * count)
  }
  for (let row = size - 1; row >= 0; row--) {
    const after = row + 1
    addCombination(factors, row * size + after, sides, after, size - after, count, sides, row * count)
    const pivot = factors[row * size + row]!
    for (let column = 0; column < count; column++) sides[row * count + column]! /= pivot
  }
}

/** The same for one right-hand side, along the rows of the factors. */
function substitute(size: number, factors: Float64Array, side: Float64Array): void {
  for (let row = 1; row < size; row++) {
    let value = side[row]!
    for (let k = 0; k < row; k++) value += factors[row * size + k]! * side[k]!
    side[row] = value
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = side[row]!
    for (let k = row + 1; k < size; k++) value += factors[row * size + k]! * side[k]!
    side[row] = value / factors[row * size + row]!
  }
}

function columnMagnitudes(matrix: Float64Array, size: number): Float64Array {
  const largest = new Float64Array(size)
  matrix.forEach((value, cell) => {
    largest[cell % size] = Math.max(largest[cell % size]!, Math.abs(value))
  })
  return largest
}

function largestBelow(lu: Float64Array, size: number, k: number): number {
  let best = k
  let largest = Math.abs(lu[k * size + k]!)
  for (let row = k + 1; row < size; row++) {
    const magnitude = Math.abs(lu[row * size + k]!)
    if (!(magnitude > largest)) continue
    largest = magnitude
    best = row
  }
  return best
}

function exchangeRows(matrix: Float64Array, width: number, one: number, other: number): void {
  for (let column = 0; column < width; column++) {
    const kept = matrix[one * width + column]!
    matrix[one * width + column] = matrix[other * width + column]!
    matrix[other * width + column] = kept
  }
}

function singular(column: number): KeruenError {
  return new KeruenError('failure', {
    code: 'numeric.singular',
    at: { field: `column ${column + 1}` },
    expected: 'a matrix with an inverse',
    found: 'a column that the ones before it already span, or a cell that is no number',
  })
}

/**
 * Anderson acceleration of a fixed-point iteration, and the one convergence error.
 *
 * Type II by normal equations: the Gram matrix of the last residual differences is updated by one row a pass, its
 * columns are scaled to unit length, and a ridge of 1e-13 keeps the small Cholesky factor finite.
 *
 * @see Anderson (1965); Walker & Ni (2011).
 */
import { KeruenError } from '../errors.js'

/** Scratch space of an iteration; may be used again for any problem of the same size. */
export interface AndersonWorkspace {
  readonly size: number
  /** Number of earlier passes that are remembered. */
  readonly depth: number
  /** depth × size: differences of points and of steps, a ring of rows. */
  readonly pointDifferences: Float64Array
  readonly stepDifferences: Float64Array
  readonly lastPoint: Float64Array
  readonly lastStep: Float64Array
  /** depth × depth: inner products of step differences. */
  readonly gram: Float64Array
  readonly factor: Float64Array
  readonly weights: Float64Array
}

/** Allocates what `andersonMove` writes: O(size × depth). */
export function createAndersonWorkspace(size: number, depth: number): AndersonWorkspace {
  return {
    size,
    depth,
    pointDifferences: new Float64Array(depth * size),
    stepDifferences: new Float64Array(depth * size),
    lastPoint: new Float64Array(size),
    lastStep: new Float64Array(size),
    gram: new Float64Array(depth * depth),
    factor: new Float64Array(depth * depth),
    weights: new Float64Array(depth),
  }
}

/**
 * Moves `point` by the accelerated step, in place.
 *
 * @param workspace its history is that of this iteration; pass 0 starts a new one.
 * @param pass      number of moves made before.
 * @param point     size; read and written.
 * @param step      size; g(point) − point of the plain iteration, read only.
 */
export function andersonMove(
  workspace: AndersonWorkspace,
  pass: number,
  point: Float64Array,
  step: Float64Array,
): void {
  const { size, depth, pointDifferences, stepDifferences, lastPoint, lastStep, weights } = workspace
  if (pass > 0) {
    const start = ((pass - 1) % depth) * size
    for (let index = 0; index < size; index++) {
      pointDifferences[start + index] = point[index]! - lastPoint[index]!
      stepDifferences[start + index] = step[index]! - lastStep[index]!
    }
    updateGram(workspace, (pass - 1) % depth, Math.min(pass, depth))
  }
  lastPoint.set(point)
  lastStep.set(step)
  const remembered = pass === 0 ? 0 : solveWeights(workspace, Math.min(pass, depth), step)
  for (let index = 0; index < size; index++) point[index]! += step[index]!
  for (let row = 0; row < remembered; row++) {
    const weight = weights[row]!
    const start = row * size
    for (let index = 0; index < size; index++) {
      point[index]! -= weight * (pointDifferences[start + index]! + stepDifferences[start + index]!)
    }
  }
}

/**
 * The error of an iteration that did not settle. No number comes with it but the path of its residuals.
 *
 * @param subject   what was solved, e.g. `one-sector equilibrium`.
 * @param residuals one for each pass, in order; the last twelve are shown.
 */
export function notConverged(subject: string, tolerance: number, residuals: readonly number[]): KeruenError {
  const path = residuals.slice(-12).map(residual => residual.toExponential(2))
  return new KeruenError('failure', {
    code: 'numeric.not-converged',
    at: { field: subject },
    expected: `a residual below ${tolerance}`,
    found: `${residuals.length} passes, residuals ${residuals.length > 12 ? '… ' : ''}${path.join(', ')}`,
    mend: 'Try a smaller change, or check the baseline for economies that hardly trade',
  })
}

/** Fills row and column `newest` of the Gram matrix. */
function updateGram(workspace: AndersonWorkspace, newest: number, rows: number): void {
  const { size, depth, stepDifferences, gram } = workspace
  const start = newest * size
  for (let row = 0; row < rows; row++) {
    const other = row * size
    let product = 0
    for (let index = 0; index < size; index++) {
      product += stepDifferences[start + index]! * stepDifferences[other + index]!
    }
    gram[newest * depth + row] = product
    gram[row * depth + newest] = product
  }
}

/** Least-squares weights of the remembered differences; returns how many rows they cover (0 when degenerate). */
function solveWeights(workspace: AndersonWorkspace, rows: number, step: Float64Array): number {
  const { size, depth, stepDifferences, gram, factor, weights } = workspace
  for (let row = 0; row < rows; row++) {
    if (!(gram[row * depth + row]! > 0)) return 0
    const start = row * size
    let product = 0
    for (let index = 0; index < size; index++) product += stepDifferences[start + index]! * step[index]!
    weights[row] = product / Math.sqrt(gram[row * depth + row]!)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column <= row; column++) {
      const scale = Math.sqrt(gram[row * depth + row]!) * Math.sqrt(gram[column * depth + column]!)
      let entry = gram[row * depth + column]! / scale
      if (row === column) entry += 1e-13
      for (let k = 0; k < column; k++) entry -= factor[row * depth + k]! * factor[column * depth + k]!
      if (row === column) {
        if (!(entry > 0)) return 0
        factor[row * depth + row] = Math.sqrt(entry)
      } else {
        factor[row * depth + column] = entry / factor[column * depth + column]!
      }
    }
  }
  for (let row = 0; row < rows; row++) {
    let value = weights[row]!
    for (let k = 0; k < row; k++) value -= factor[row * depth + k]! * weights[k]!
    weights[row] = value / factor[row * depth + row]!
  }
  for (let row = rows - 1; row >= 0; row--) {
    let value = weights[row]!
    for (let k = row + 1; k < rows; k++) value -= factor[k * depth + row]! * weights[k]!
    weights[row] = value / factor[row * depth + row]!
  }
  for (let row = 0; row < rows; row++) weights[row]! /= Math.sqrt(gram[row * depth + row]!)
  return rows
}

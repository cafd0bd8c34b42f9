/** Newton's method with the linear systems solved by GMRES, for shocks too strong for a fixed-point iteration. */
import { dot } from './sum.js'

/** A square system r(u) = 0 that knows how its residual reacts. */
export interface NonlinearSystem {
  readonly size: number
  /** Writes r(u); returns max |rᵢ|, or Infinity where r is undefined. The calls below speak of this u. */
  evaluate(point: Float64Array, residual: Float64Array): number
  /** out = −(∂r/∂u) v at the point of the last `evaluate`; non-singular. */
  applyNegativeJacobian(v: Float64Array, out: Float64Array): void
  /** Diagonal of the inverse preconditioner at that point. */
  preconditioner(out: Float64Array): void
}

/** Scratch space; may be used again for any system of the same size. */
export interface NewtonWorkspace {
  readonly size: number
  /** Largest number of GMRES directions in one step. */
  readonly directions: number
  readonly basis: Float64Array
  readonly hessenberg: Float64Array
  readonly cosines: Float64Array
  readonly sines: Float64Array
  readonly target: Float64Array
  readonly diagonal: Float64Array
  readonly scaled: Float64Array
  readonly product: Float64Array
  readonly move: Float64Array
  readonly trial: Float64Array
  readonly trialResidual: Float64Array
}

/** Allocates what `solveNewton` writes: O(size × directions). */
export function createNewtonWorkspace(size: number, directions = Math.min(size, 80)): NewtonWorkspace {
  return {
    size,
    directions,
    basis: new Float64Array((directions + 1) * size),
    hessenberg: new Float64Array((directions + 1) * directions),
    cosines: new Float64Array(directions),
    sines: new Float64Array(directions),
    target: new Float64Array(directions + 1),
    diagonal: new Float64Array(size),
    scaled: new Float64Array(size),
    product: new Float64Array(size),
    move: new Float64Array(size),
    trial: new Float64Array(size),
    trialResidual: new Float64Array(size),
  }
}

/**
 * Moves `point` to a root of the system, in place.
 *
 * Inexact Newton: each linear system is solved to a share of its right-hand side that shrinks with the residual
 * (Eisenstat & Walker 1996); a step is cut to `largestMove` in any unknown and halved until the residual falls.
 *
 * @param point     size; start, overwritten by the last accepted point.
 * @param residual  size; written, belongs to that point.
 * @param residuals gets max |r| of every accepted point.
 * @returns whether max |r| ≤ stopAt was reached, or ≤ tolerance where rounding allows no further step.
 */
export function solveNewton(
  system: NonlinearSystem,
  workspace: NewtonWorkspace,
  point: Float64Array,
  residual: Float64Array,
  residuals: number[],
  { stopAt, tolerance, maxSteps = 60, largestMove = 1.5 }: NewtonOptions,
): boolean {
  const { size, diagonal, move, trial, trialResidual } = workspace
  let error = system.evaluate(point, residual)
  residuals.push(error)
  let lastNorm = Infinity
  for (let step = 0; step < maxSteps; step++) {
    if (error <= stopAt) return true
    if (!Number.isFinite(error)) return false
    const norm = Math.sqrt(dot(residual, residual))
    const ratio = norm / lastNorm
    const forcing = Math.min(0.1, Math.max(1e-4, 0.9 * ratio * ratio))
    lastNorm = norm
    system.preconditioner(diagonal)
    linearMove(system, workspace, residual, norm, forcing)
    let largest = 0
    for (let index = 0; index < size; index++) largest = Math.max(largest, Math.abs(move[index]!))
    if (!Number.isFinite(largest)) return false

    let fraction = largest > largestMove ? largestMove / largest : 1
    let accepted = false
    for (let halving = 0; halving < 40 && !accepted; halving++) {
      for (let index = 0; index < size; index++) trial[index] = point[index]! + fraction * move[index]!
      const trialError = system.evaluate(trial, trialResidual)
      const trialNorm = Number.isFinite(trialError) ? Math.sqrt(dot(trialResidual, trialResidual)) : Infinity
      accepted = trialNorm < (1 - 1e-4 * fraction) * norm
      if (accepted) error = trialError
      else fraction *= 0.5
    }
    // no direction goes down any more: rounding, or a system without a root
    if (!accepted) {
      error = system.evaluate(point, residual)
      return error <= tolerance
    }
    point.set(trial)
    residual.set(trialResidual)
    residuals.push(error)
  }
  return error <= tolerance
}

export interface NewtonOptions {
  readonly stopAt: number
  readonly tolerance: number
  readonly maxSteps?: number
  readonly largestMove?: number
}

/** Writes into `move` an approximate solution of −J move = residual, by right-preconditioned GMRES from zero. */
function linearMove(
  system: NonlinearSystem,
  workspace: NewtonWorkspace,
  residual: Float64Array,
  norm: number,
  forcing: number,
): void {
  const { size, directions, basis, hessenberg, cosines, sines, target, diagonal, scaled, product, move } =
    workspace
  for (let index = 0; index < size; index++) basis[index] = residual[index]! / norm
  target.fill(0)
  target[0] = norm
  let used = 0
  for (let k = 0; k < directions; k++) {
    for (let index = 0; index < size; index++) scaled[index] = diagonal[index]! * basis[k * size + index]!
    system.applyNegativeJacobian(scaled, product)
    for (let row = 0; row <= k; row++) {
      let along = 0
      for (let index = 0; index < size; index++) along += product[index]! * basis[row * size + index]!
      hessenberg[row * directions + k] = along
      for (let index = 0; index < size; index++) product[index]! -= along * basis[row * size + index]!
    }
    const rest = Math.sqrt(dot(product, product))
    for (let row = 0; row < k; row++) {
      const upper = hessenberg[row * directions + k]!
      const lower = hessenberg[(row + 1) * directions + k]!
      hessenberg[row * directions + k] = cosines[row]! * upper + sines[row]! * lower
      hessenberg[(row + 1) * directions + k] = cosines[row]! * lower - sines[row]! * upper
    }
    const pivot = hessenberg[k * directions + k]!
    const length = Math.sqrt(pivot * pivot + rest * rest)
    if (!(length > 0)) break
    cosines[k] = pivot / length
    sines[k] = rest / length
    hessenberg[k * directions + k] = length
    target[k + 1] = -sines[k]! * target[k]!
    target[k]! *= cosines[k]!
    used = k + 1
    if (Math.abs(target[used]!) <= forcing * norm || !(rest > 0)) break
    if (used < directions) {
      for (let index = 0; index < size; index++) basis[used * size + index] = product[index]! / rest
      hessenberg[used * directions + k] = 0
    }
  }
  for (let row = used - 1; row >= 0; row--) {
    let value = target[row]!
    for (let k = row + 1; k < used; k++) value -= hessenberg[row * directions + k]! * target[k]!
    target[row] = value / hessenberg[row * directions + row]!
  }
  move.fill(0)
  for (let k = 0; k < used; k++) {
    const weight = target[k]!
    for (let index = 0; index < size; index++) move[index]! += weight * basis[k * size + index]!
  }
  for (let index = 0; index < size; index++) move[index]! *= diagonal[index]!
}

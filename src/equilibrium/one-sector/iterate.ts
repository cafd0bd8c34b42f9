/** The accelerated iteration to the root of the one-sector system. */
import { type LuFactors, solveFactored } from '../../numeric/factor.js'
import { andersonMove } from '../../numeric/fixed-point.js'
import {
  type Closure,
  evaluateOneSector,
  fillDiagonal,
  normaliseWages,
  type OneSectorWorkspace,
} from './system.js'

export interface IterationOptions {
  readonly tradeElasticity: number
  readonly closure: Closure
  readonly tolerance: number
  readonly maxPasses: number
  /** K near the solution, in place of the diagonal. */
  readonly factors?: LuFactors
}

/** Passes between two looks at the diagonal: it costs as much as a pass. */
const DIAGONAL_EVERY = 5
/** Longest step of an economy over that of the plain iteration, 1 / (1 + θ): at first, and once thrown off. */
const BOLD_STEP = 6
const CAREFUL_STEP = 3
/** At a tolerance this fine the iteration goes on to a tenth of it, for so many passes: rounding may not allow it. */
const FINE_TOLERANCE = 1e-11
const EXTRA_PASSES = 6
/** A residual this many times the best so far throws the iteration off. */
const SETBACK = 4

/**
 * Moves `workspace.point` to the root; false when it does not settle within the passes or finds no way on.
 *
 * @param workspace with `point` at the start.
 * @param residuals written: max |r| of every pass.
 */
export function iterateOneSector(
  workspace: OneSectorWorkspace,
  options: IterationOptions,
  residuals: number[],
): boolean {
  const { tradeElasticity: theta, closure, tolerance, maxPasses } = options
  const { point, step, anderson } = workspace
  const aim = tolerance <= FINE_TOLERANCE ? tolerance / 10 : tolerance
  let error = evaluateOneSector(workspace, theta, closure)
  residuals.push(error)
  let best = error
  let longest = BOLD_STEP / (1 + theta)
  let factors = options.factors
  let sinceStart = 0
  let passesCleared = 0
  for (let pass = 0; pass < maxPasses; pass++) {
    if (error <= aim) return true
    if (!Number.isFinite(error)) return false
    if (factors === undefined && (pass % DIAGONAL_EVERY === 0 || sinceStart === 0)) {
      fillDiagonal(workspace, theta, closure, longest)
    }
    fillStep(workspace, factors)
    andersonMove(anderson, sinceStart, point, step)
    sinceStart++
    shorten(workspace)
    normaliseWages(workspace)
    error = evaluateOneSector(workspace, theta, closure)
    if (error > SETBACK * best && error > tolerance) {
      error = stepWithoutMemory(workspace, theta, closure)
      longest = CAREFUL_STEP / (1 + theta)
      factors = undefined
      sinceStart = 0
    }
    residuals.push(error)
    if (error <= tolerance && ++passesCleared === EXTRA_PASSES) return true
    best = Math.min(best, error)
  }
  return error <= tolerance
}

/** The plain step: the residual over its own derivative, or through the factors of all derivatives. */
function fillStep(
  { size, residual, diagonal, step }: OneSectorWorkspace,
  factors: LuFactors | undefined,
): void {
  if (factors === undefined) {
    for (let i = 0; i < size; i++) step[i] = diagonal[i]! * residual[i]!
  } else {
    step.set(residual)
    solveFactored(factors, step, 1)
  }
}

/** A move by more than a factor e in one pass is never believed. */
function shorten({ size, point, anderson }: OneSectorWorkspace): void {
  for (let i = 0; i < size; i++) {
    const before = anderson.lastPoint[i]!
    point[i] = Math.min(before + 1, Math.max(before - 1, point[i]!))
  }
}

/** From the last good point: the plain step, halved until every economy has something left to spend. */
function stepWithoutMemory(workspace: OneSectorWorkspace, theta: number, closure: Closure): number {
  const { size, point, step, anderson } = workspace
  let error = Infinity
  for (let fraction = 1; fraction > 1e-9 && error === Infinity; fraction /= 2) {
    for (let i = 0; i < size; i++) point[i] = anderson.lastPoint[i]! + fraction * step[i]!
    normaliseWages(workspace)
    error = evaluateOneSector(workspace, theta, closure)
  }
  return error
}

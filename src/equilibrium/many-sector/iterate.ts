/** Moves the point of a prepared workspace to the equilibrium. */
import { andersonMove } from '../../numeric/fixed-point.js'
import type { Balances } from '../closure.js'
import { type BlockResiduals, evaluateManySector } from './system.js'
import type { ManySectorWorkspace } from './workspace.js'

/** A residual this many times the best so far throws the iteration off; less is the price of a bold move. */
const SETBACK = 100
/** … and this many times as much from then on, so that it never turns in a circle. */
const PATIENCE = 10
/** Passes between two looks at the steps of wages. */
const WAGE_FACTORS_EVERY = 5
/** Wages and prices are never believed to move by more than a factor e in one pass, spending by a factor ten. */
const LONGEST_MOVE = 1
const LARGEST_RATIO = 10

/** How far an iteration got. */
export interface Iteration {
  readonly settled: boolean
  /** The largest of all blocks after each pass. */
  readonly residuals: readonly number[]
  /** At the last point. */
  readonly blocks: Readonly<BlockResiduals>
}

/**
 * Anderson acceleration of the joint iteration on wages, prices and spending.
 *
 * Thrown off (a residual a hundred times the best, or none at all), it goes back to its best point, forgets, and goes on by
 * the plain step, halved each time that this fails.
 */
export function iterate(
  workspace: ManySectorWorkspace,
  balances: Balances,
  withIntermediates: boolean,
  tolerance: number,
  maxPasses: number,
): Iteration {
  const { point, step, bestPoint, bestStep, anderson } = workspace
  const blocks: BlockResiduals = { wages: Infinity, prices: Infinity, spending: Infinity }
  const residuals: number[] = []
  let error = evaluateManySector(workspace, balances, withIntermediates, blocks, true)
  residuals.push(error)
  let best = Infinity
  let fraction = 1
  let allowed = SETBACK
  let remembered = 0
  for (let pass = 0; pass < maxPasses && error > tolerance; pass++) {
    if (error < best) {
      best = error
      bestPoint.set(point)
      bestStep.set(step)
      fraction = 1
    } else if (best === Infinity) {
      break // the start itself makes no sense
    }
    if (error <= allowed * best) {
      andersonMove(anderson, remembered, point, step)
      keepWithinReach(workspace)
      remembered++
    } else {
      fraction /= 2
      allowed *= PATIENCE
      for (let index = 0; index < point.length; index++) {
        point[index] = bestPoint[index]! + fraction * bestStep[index]!
      }
      remembered = 0
    }
    error = evaluateManySector(
      workspace,
      balances,
      withIntermediates,
      blocks,
      (pass + 1) % WAGE_FACTORS_EVERY === 0,
    )
    residuals.push(error)
  }
  return { settled: error <= tolerance, residuals, blocks }
}

/** Shortens what the acceleration overdoes; spending stays positive. */
function keepWithinReach({ size, sectors, point, anderson }: ManySectorWorkspace): void {
  const before = anderson.lastPoint
  const spending = size + sectors * size
  for (let index = 0; index < spending; index++) {
    const move = point[index]! - before[index]!
    if (move > LONGEST_MOVE) point[index] = before[index]! + LONGEST_MOVE
    else if (move < -LONGEST_MOVE) point[index] = before[index]! - LONGEST_MOVE
  }
  for (let index = spending; index < point.length; index++) {
    const was = before[index]!
    if (was === 0) continue
    const now = point[index]!
    if (now > LARGEST_RATIO * was && now > was + 1) point[index] = LARGEST_RATIO * was
    else if (now < was / LARGEST_RATIO) point[index] = was / LARGEST_RATIO
  }
}

/**
 * Statistical separation: zeros that a combination of regressors and effects tells apart from every other row.
 *
 * Rows are separated when some z in the span of regressors and effects is zero wherever y > 0, nowhere negative, and
 * positive on them: the likelihood then rises for ever as η − t z, and no finite estimate exists. Without those rows it
 * does, and the other coefficients are the same.
 *
 * @see Correia, Guimarães & Zylkin (2019), proposition 1 for the condition. They look for z by repeated least squares
 *      before the fit (iterative rectifier). Here the fit itself yields it: along a direction of recession every Newton
 *      step lowers η by about one while all other rows come to rest, so minus the step is such a z, exactly in the span,
 *      and a panel without separation pays nothing.
 */
import type { PoissonFit } from './poisson-fit.js'

/** A row that still falls at least so fast in a pass is a candidate: in theory by one or more. */
const FALLS = 0.05
/** All other rows must have come to rest to this: z is zero there. */
const AT_REST = 1e-8

/**
 * Positions in the walk of the rows that the last step proves to be separated; empty as long as it proves none.
 *
 * @param fit after a pass with finely exact projections.
 */
export function separatedRows({ outcome, step }: PoissonFit): Int32Array {
  let count = 0
  for (let row = 0; row < step.length; row++) {
    if (outcome[row] === 0 && step[row]! <= -FALLS) count++
    else if (!(Math.abs(step[row]!) <= AT_REST)) return new Int32Array(0)
  }
  const rows = new Int32Array(count)
  for (let row = 0, next = 0; row < step.length; row++)
    if (outcome[row] === 0 && step[row]! <= -FALLS) rows[next++] = row
  return rows
}

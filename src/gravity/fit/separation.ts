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

export interface Fall {
  /** Zeros that fell, as positions in the walk. */
  readonly rows: Int32Array
  /** Largest move of all other rows. */
  readonly rest: number
}

/** Which rows the last step let fall, and how near to rest it left the others. */
export function fallOf({ outcome, step }: PoissonFit): Fall {
  let count = 0
  let rest = 0
  for (let row = 0; row < step.length; row++) {
    if (outcome[row] === 0 && step[row]! <= -FALLS) count++
    else rest = Math.max(rest, Math.abs(step[row]!))
  }
  const rows = new Int32Array(count)
  for (let row = 0, next = 0; row < step.length; row++)
    if (outcome[row] === 0 && step[row]! <= -FALLS) rows[next++] = row
  return { rows, rest }
}

/** Whether the rows that fell are separated: the step, exact to less than that, is a z that proves it. */
export function isSeparation({ rows, rest }: Fall): boolean {
  return rows.length > 0 && rest <= AT_REST
}

/** Exactness that the next step's projections need: well below what moves the rows that are coming to rest. */
export function exactnessFor({ rest }: Fall): number {
  return Math.max(1e-11, Math.min(1e-5, rest / 1_000))
}

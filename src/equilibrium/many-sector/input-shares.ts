/** Input shares that add up. */
import { type Issue, KeruenError } from '../../errors.js'

/** Shares from a printed table are believed to add up within this. */
const PRINTED = 1e-5

/**
 * Input shares whose columns add up to one exactly enough.
 *
 * Shares that add up only to the digits of a printed table break Walras's law, and no solver gets below that error.
 * Columns within 1e-5 of one are rescaled; columns of zeros stay (a sector that produces without intermediates).
 *
 * @param inputShare n × J × J (economy, input used, using sector), ≥ 0; read only.
 * @returns a new array of the same shape, and the largest distance from one that a column had.
 * @throws KeruenError `equilibrium.bad-input-share` (input): a column that is further from one, each of them named.
 */
export function normaliseInputShares(
  inputShare: Float64Array,
  economies: readonly string[],
  sectors: readonly string[],
): { inputShare: Float64Array; largestCorrection: number } {
  const rescaled = Float64Array.from(inputShare)
  const issues: Issue[] = []
  let largestCorrection = 0
  economies.forEach((economy, i) => {
    sectors.forEach((sector, user) => {
      const total = inputShareTotal(inputShare, sectors.length, i, user)
      if (total === 0) return
      const correction = Math.abs(total - 1)
      if (!(correction <= PRINTED)) {
        issues.push(inputShareIssue(economy, sector, total))
        return
      }
      largestCorrection = Math.max(largestCorrection, correction)
      // twice, so that the rounding of the first division goes too
      for (let round = 0; round < 2; round++) {
        const sum = inputShareTotal(rescaled, sectors.length, i, user)
        for (let input = 0; input < sectors.length; input++) {
          rescaled[(i * sectors.length + input) * sectors.length + user]! /= sum
        }
      }
    })
  })
  if (issues.length > 0) throw new KeruenError('input', issues)
  return { inputShare: rescaled, largestCorrection }
}

/** Sum of the column of one using sector. */
export function inputShareTotal(
  inputShare: Float64Array,
  sectors: number,
  economy: number,
  user: number,
): number {
  let total = 0
  for (let input = 0; input < sectors; input++) {
    total += inputShare[(economy * sectors + input) * sectors + user]!
  }
  return total
}

export function inputShareIssue(economy: string, user: string, total: number): Issue {
  return {
    code: 'equilibrium.bad-input-share',
    at: { field: `inputShare[${economy}: → ${user}]` },
    expected: 'shares that add up to 1',
    found: `${total}`,
    mend: 'Give the composition of intermediate spending, value added left out',
  }
}

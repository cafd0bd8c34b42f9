/** Which parameter causes most of the range: one at a time, each at its low and at its high. */
import { sum } from '../numeric/sum.js'

/** The headline with one parameter alone at its low and at its high. */
export interface Swing {
  readonly id: string
  readonly atLow: number
  readonly atHigh: number
}

/** A swing and its part in all of them. */
export interface Influence extends Swing {
  /** This swing squared over the sum of all squared swings, 0–1; 0 for all when nothing moves. */
  readonly shareOfRange: number
}

/**
 * Shares of the parameters in the range, largest first, equal ones by id.
 *
 * The square makes the shares add up as variances do when effects are independent and nearly linear; interactions
 * between parameters are not seen.
 *
 * @param centre the headline as stated: where both ends lie on one side of it, the swing reaches from it.
 * @throws RangeError for a swing that is not finite.
 */
export function influences(swings: readonly Swing[], centre?: number): Influence[] {
  const sizes = swings.map(({ id, atLow, atHigh }) => {
    const all = centre === undefined ? [atLow, atHigh] : [atLow, atHigh, centre]
    const size = Math.max(...all) - Math.min(...all)
    if (!Number.isFinite(size))
      throw new RangeError(`the swing of ${id} is not finite: ${atLow} to ${atHigh}`)
    return size
  })
  // scaled by the largest, so that no square overflows or vanishes
  const largest = Math.max(0, ...sizes)
  const squares = sizes.map(size => (largest === 0 ? 0 : (size / largest) * (size / largest)))
  const total = sum(squares)
  return swings
    .map((swing, index) => ({ ...swing, shareOfRange: total === 0 ? 0 : squares[index]! / total }))
    .sort((a, b) => b.shareOfRange - a.shareOfRange || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

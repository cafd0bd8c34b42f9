/** What many draws of one number come to. */

/**
 * The p-th percentile, by linear interpolation between order statistics.
 *
 * With the n values sorted as x₀ ≤ … ≤ xₙ₋₁ and h = (n − 1) p / 100, it is x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋):
 * type 7 of Hyndman & Fan (1996), the default of R and NumPy. 0 gives the smallest value, 100 the largest.
 *
 * @param values at least one, none NaN; read only.
 * @param p      0 … 100.
 * @throws RangeError for no values, a NaN among them, or p outside 0 … 100.
 */
export function percentile(values: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 100)) throw new RangeError(`a percentile lies between 0 and 100, not ${p}`)
  return percentileOfSorted(sorted(values), p)
}

function sorted(values: ArrayLike<number>): Float64Array {
  const ascending = Float64Array.from(values)
  if (ascending.length === 0) throw new RangeError('a percentile needs at least one value')
  ascending.sort() // typed arrays sort by number, NaN last
  if (Number.isNaN(ascending[ascending.length - 1]))
    throw new RangeError('a percentile of values with NaN among them')
  return ascending
}

function percentileOfSorted(ascending: Float64Array, p: number): number {
  const position = ((ascending.length - 1) * p) / 100
  const below = Math.floor(position)
  const low = ascending[below]!
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!
  // equal neighbours first: the difference of two infinities is no number
  return low === high ? low : low + (position - below) * (high - low)
}

/** The percentiles that end a parameter range. */
export const RANGE_PERCENTILES: readonly [number, number] = [5, 95]

/** A number with its parameter range; not a forecast interval. */
export interface ParameterRange {
  /** At the central parameters; may lie outside low … high when the effect is far from symmetric. */
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The central value with the 5th and 95th percentile of its draws; with no draws, the value three times. */
export function parameterRange(value: number, draws: ArrayLike<number>): ParameterRange {
  if (draws.length === 0) return { value, low: value, high: value }
  const [low, high] = RANGE_PERCENTILES
  const ascending = sorted(draws)
  return { value, low: percentileOfSorted(ascending, low), high: percentileOfSorted(ascending, high) }
}

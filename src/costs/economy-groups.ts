/** From the pairs of the trade matrix to those of another set of economies, some of which are groups. */

/**
 * Where economies of the matrix stand among those of another baseline: n of them in m. An economy that has no part of
 * the matrix of its own is moved like another.
 */
export interface EconomyGroups {
  /** n: index in 0 … m − 1. */
  readonly place: Int32Array
  /** m: the index itself, or the group whose pairs stand in for those that the matrix does not have. */
  readonly like: Int32Array
}

/**
 * Ratio of every pair of groups: the mean over its pairs of the matrix, weighted by their trade. Ratios are averaged as
 * 1 / mean(1 / ratio), so that a pair that is cut off (Infinity) takes its own part away and no more; a pair of single
 * economies keeps its ratio to the bit. Home sales are part of a group's trade with itself.
 *
 * @param hat    n × n, > 0.
 * @param weight n × n, ≥ 0: trade; pairs of a group without any count alike.
 * @param grouped m × m, written.
 */
export function groupedHat(
  { place, like }: EconomyGroups,
  hat: Float64Array,
  weight: Float64Array,
  grouped: Float64Array,
): void {
  groupedMean(place, like, hat, weight, grouped, true)
}

/** Mean of a rate over the pairs of groups, weighted by trade; otherwise as `groupedHat`. */
export function groupedRate(
  { place, like }: EconomyGroups,
  rate: Float64Array,
  weight: Float64Array,
  grouped: Float64Array,
): void {
  groupedMean(place, like, rate, weight, grouped, false)
}

function groupedMean(
  place: Int32Array,
  like: Int32Array,
  values: Float64Array,
  weight: Float64Array,
  grouped: Float64Array,
  inverted: boolean,
): void {
  const n = place.length
  const m = like.length
  const pairs = new Int32Array(m * m)
  const weights = new Float64Array(m * m)
  const weighted = new Float64Array(m * m)
  const plain = new Float64Array(m * m)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const cell = place[i]! * m + place[j]!
      const value = inverted ? 1 / values[i * n + j]! : values[i * n + j]!
      pairs[cell]!++
      weights[cell]! += weight[i * n + j]!
      weighted[cell]! += weight[i * n + j]! * value
      plain[cell]! += value
      grouped[cell] = values[i * n + j]!
    }
  }
  for (let cell = 0; cell < m * m; cell++) {
    if (pairs[cell]! < 2) continue
    const mean = weights[cell]! > 0 ? weighted[cell]! / weights[cell]! : plain[cell]! / pairs[cell]!
    grouped[cell] = inverted ? 1 / mean : mean
  }
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) {
      if (like[a] !== a || like[b] !== b) grouped[a * m + b] = grouped[like[a]! * m + like[b]!]!
    }
  }
}

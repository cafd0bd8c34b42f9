/**
 * From route costs to the change of iceberg trade costs.
 *
 * Per country pair and class of cargo τ̂ = (value + C′ + V′) ÷ (value + C + V), in USD per TEU: C the class's own
 * log-sum with the hinterland at both ends (mean over the pair's lanes), V = v × value × days the further worth of time
 * to trade that route choice does not reveal, at baseline shares. Averaged over classes; then joined with what flies, and
 * with bulk to the ratio of the pair, see `joinFlown` and `icebergHat`.
 */
import { GROUPS, groupWeights } from '../network/route-choice/route-choice.js'
import { BINS } from '../network/route-choice/time-values.js'
import type { BulkChange } from '../network/traffic/bulk.js'
import { exp, log } from '../numeric/elementary.js'
import type { PairClasses } from './pair-classes.js'

/** What one draw says of time, value and avoidance. */
export interface RouteCostParameters {
  /** Spread of the value of time, between those calibrated. */
  readonly timeValueSpread: number
  /** Share of value that a day is worth to trade. */
  readonly valueOfDay: number
  /** Share of cargo that avoids, by row of the avoidance rules, before and after. */
  readonly avoidingBefore: Float64Array
  readonly avoidingAfter: Float64Array
}

/**
 * Iceberg ratio of general cargo on every country pair, n × n; 1 where no lane is touched, Infinity where every lane
 * of the pair is cut off.
 *
 * @param classes   of the touched pairs.
 * @param binWeight part of all cargo in each bin of time values.
 * @param value     USD per TEU of every pair, n × n.
 */
export function generalCargoHat(
  classes: PairClasses,
  binWeight: Float64Array,
  value: Float64Array,
  parameters: RouteCostParameters,
  hat: Float64Array = new Float64Array(value.length),
): Float64Array {
  hat.fill(1)
  const { pairs, rule, touched, left, costBefore, costAfter, hoursBefore, hoursAfter } = classes
  const groups = new Float64Array(GROUPS.length)
  for (let row = 0; row < pairs.length; row++) {
    const pair = pairs[row]
    if (left[row] < 1e-9) {
      hat[pair] = Number.POSITIVE_INFINITY
      continue
    }
    const worthOfHour = (parameters.valueOfDay * value[pair]) / 24
    const avoidingBefore = rule[row] < 0 ? 0 : parameters.avoidingBefore[rule[row]]
    const avoidingAfter = rule[row] < 0 ? 0 : parameters.avoidingAfter[rule[row]]
    groupWeights(true, avoidingBefore, avoidingAfter, groups)
    let change = 0
    for (let group = 0; group < classes.groups; group++) {
      if (groups[group] === 0) continue
      const first = (row * classes.groups + group) * BINS
      let part = 0
      for (let bin = 0; bin < BINS; bin++) {
        const before = value[pair] + costBefore[first + bin] + worthOfHour * hoursBefore[first + bin]
        const after = value[pair] + costAfter[first + bin] + worthOfHour * hoursAfter[first + bin]
        part += (binWeight[bin] * (after - before)) / before
      }
      change += groups[group] * part
    }
    hat[pair] = 1 + (touched[row] * change) / left[row]
  }
  return hat
}

/**
 * Joins what flies, whose cost no way over land or sea changes, to the ratio of general cargo, in place: goods of one exporter
 * bought with the same elasticity, so that τ̂^(−θ) = (1 − a) τ̂_ground^(−θ) + a. Where no way is left the part that flies stays.
 *
 * @param hat   n × n, of `generalCargoHat`.
 * @param flown a, n × n, see `flownShare`.
 */
export function joinFlown(hat: Float64Array, flown: Float64Array, tradeElasticity: number): void {
  for (let ij = 0; ij < hat.length; ij++) {
    if (hat[ij] === 1 || flown[ij] === 0) continue
    const left = (1 - flown[ij]) * fallenTrade(hat[ij], tradeElasticity) + flown[ij]
    hat[ij] = exp(-log(left) / tradeElasticity)
  }
}

/**
 * The iceberg change of every pair: general cargo and bulk are two kinds of goods of one exporter, bought with the same
 * elasticity, so that τ̂^(−θ) = s (general · non-tariff)^(−θ) + (1 − s) (1 − c) bulk^(−θ), s the share of general cargo and c the part
 * of bulk that is cut off alone. Where one of the two is cut off the other is left; Infinity where both are.
 *
 * @param generalShare n × n, see `generalCargoShare`.
 * @param generalHat   n × n, of `generalCargoHat` and `joinFlown`.
 * @param bulk         n × n, of `bulkBySea`: 1 where bulk does not pass what was closed.
 * @param nonTariffHat n × n, of the package; on general cargo.
 * @param tradeElasticity θ > 0.
 */
export function icebergHat(
  generalShare: Float64Array,
  generalHat: Float64Array,
  { hat: bulkHat, lost }: BulkChange,
  nonTariffHat: Float64Array,
  tradeElasticity: number,
  hat: Float64Array = new Float64Array(generalShare.length),
): Float64Array {
  for (let ij = 0; ij < hat.length; ij++) {
    const share = generalShare[ij]
    const general = generalHat[ij] * nonTariffHat[ij]
    const bulk = bulkHat[ij]
    if (share === 1 || (general === bulk && lost[ij] === 0)) hat[ij] = general
    else if (share === 0 && lost[ij] === 0) hat[ij] = bulk
    else {
      const left =
        share * fallenTrade(general, tradeElasticity) +
        (1 - share) * (1 - lost[ij]) * fallenTrade(bulk, tradeElasticity)
      hat[ij] = left > 0 ? exp(-log(left) / tradeElasticity) : Number.POSITIVE_INFINITY
    }
  }
  return hat
}

/** What is left of trade whose cost changes by a ratio, other things held: ratio^(−θ). */
function fallenTrade(ratio: number, tradeElasticity: number): number {
  return ratio === 1 ? 1 : ratio === Number.POSITIVE_INFINITY ? 0 : exp(-tradeElasticity * log(ratio))
}

/** Tariffs as they fall on a pair's whole trade: the rate on its general cargo. */
export function effectiveTariff(
  rate: Float64Array,
  generalShare: Float64Array,
  effective: Float64Array = new Float64Array(rate.length),
): Float64Array {
  for (let ij = 0; ij < rate.length; ij++) effective[ij] = rate[ij] * generalShare[ij]
  return effective
}

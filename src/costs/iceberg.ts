/**
 * From route costs to the change of iceberg trade costs.
 *
 * Per lane and class of cargo τ̂ = (value + C′ + V′) ÷ (value + C + V), in USD per TEU: C the class's own log-sum with
 * the hinterland at both ends, V = v × value × days the further worth of time to trade that route choice does not
 * reveal, at baseline shares. Averaged over classes and lanes; then 1 + general share × (τ̂ − 1) for the pair.
 */
import type { Lanes } from '../network/lanes.js'
import { CLASSES, GROUPS, groupWeights, type LaneChoices } from '../network/route-choice.js'
import { BINS } from '../network/time-values.js'

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
 * @param choices   on the touched lanes.
 * @param binWeight part of all cargo in each bin of time values.
 * @param value     USD per TEU of every pair, n × n.
 */
export function generalCargoHat(
  lanes: Lanes,
  choices: LaneChoices,
  binWeight: Float64Array,
  value: Float64Array,
  parameters: RouteCostParameters,
): Float64Array {
  const hat = new Float64Array(value.length).fill(1)
  const { asked, splits } = choices
  const groups = new Float64Array(GROUPS.length)
  for (let k = 0; k < asked.length; ) {
    const pair = lanes.countryPair[asked[k]]
    const worthOfHour = (parameters.valueOfDay * value[pair]) / 24
    let change = 0
    let cutOff = 0
    for (; k < asked.length && lanes.countryPair[asked[k]] === pair; k++) {
      const lane = asked[k]
      const rule = lanes.rule[lane]
      const base = value[pair] + lanes.hinterlandUsd[lane] + worthOfHour * lanes.hinterlandHours[lane]
      groupWeights(
        splits[k] === 1,
        rule < 0 ? 0 : parameters.avoidingBefore[rule],
        rule < 0 ? 0 : parameters.avoidingAfter[rule],
        groups,
      )
      const ratio = laneRatio(k, choices, groups, binWeight, base, worthOfHour)
      if (ratio === Number.POSITIVE_INFINITY) cutOff += lanes.weight[lane]
      else change += lanes.weight[lane] * (ratio - 1)
    }
    const left = 1 - cutOff
    hat[pair] = left < 1e-9 ? Number.POSITIVE_INFINITY : 1 + change / left
  }
  return hat
}

/** Mean over groups and bins of (base + cost after) ÷ (base + cost before); the lane's row is k. */
function laneRatio(
  k: number,
  { costBefore, costAfter, hoursBefore, hoursAfter }: LaneChoices,
  groups: Float64Array,
  binWeight: Float64Array,
  base: number,
  worthOfHour: number,
): number {
  let change = 0
  for (let group = 0; group < GROUPS.length; group++) {
    if (groups[group] === 0) continue
    const first = k * CLASSES + group * BINS
    // No way before: an opening creates a trade that the baseline does not hold, so there is nothing to scale.
    if (costBefore[first] === Number.POSITIVE_INFINITY) return 1
    if (costAfter[first] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY
    let part = 0
    for (let bin = 0; bin < BINS; bin++) {
      const before = base + costBefore[first + bin] + worthOfHour * hoursBefore[first + bin]
      const after = base + costAfter[first + bin] + worthOfHour * hoursAfter[first + bin]
      part += (binWeight[bin] * (after - before)) / before
    }
    change += groups[group] * part
  }
  return 1 + change
}

/**
 * The iceberg change of every pair: general cargo and bulk by their shares, other trade barriers on general cargo.
 *
 * @param generalShare n × n, see `generalCargoShare`.
 * @param generalHat   n × n, of `generalCargoHat`.
 * @param bulkHat      n × n, 1 where bulk does not pass what was closed.
 * @param nonTariffHat n × n, of the package.
 */
export function icebergHat(
  generalShare: Float64Array,
  generalHat: Float64Array,
  bulkHat: Float64Array,
  nonTariffHat: Float64Array,
): Float64Array {
  const hat = new Float64Array(generalShare.length)
  for (let ij = 0; ij < hat.length; ij++) {
    const share = generalShare[ij]
    const boxes = share === 0 ? 0 : share * (generalHat[ij] * nonTariffHat[ij] - 1)
    const bulk = share === 1 ? 0 : (1 - share) * (bulkHat[ij] - 1)
    hat[ij] = 1 + boxes + bulk
  }
  return hat
}

/** Tariffs as they fall on a pair's whole trade: the rate on its general cargo. */
export function effectiveTariff(rate: Float64Array, generalShare: Float64Array): Float64Array {
  const effective = new Float64Array(rate.length)
  for (let ij = 0; ij < rate.length; ij++) effective[ij] = rate[ij] * generalShare[ij]
  return effective
}

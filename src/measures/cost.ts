/** What a measure costs a year: capital recovery and upkeep. Shown beside the gain, never netted into real income. */
import type { MeasureCommon } from './measure.js'

/**
 * Annual payment that repays one unit of capital over its life: r ÷ (1 − (1 + r)^−life).
 *
 * The power is taken by whole years in a fixed order and the last broken year linearly, so that the bits are the
 * same on every engine. At r = 0 it is 1 ÷ life.
 *
 * @param discountRate share a year, ≥ 0.
 * @param lifeYears years, > 0.
 */
export function capitalRecoveryFactor(discountRate: number, lifeYears: number): number {
  if (!(discountRate >= 0) || !(lifeYears > 0)) {
    throw new Error(`capital recovery needs a rate ≥ 0 and a life > 0, got ${discountRate} and ${lifeYears}`)
  }
  if (discountRate === 0) return 1 / lifeYears
  const wholeYears = Math.floor(lifeYears)
  let growth = 1
  for (let year = 0; year < wholeYears; year++) growth *= 1 + discountRate
  growth *= 1 + discountRate * (lifeYears - wholeYears)
  return discountRate / (1 - 1 / growth)
}

/**
 * Annual cost of a measure, million USD: capital × (capital recovery factor + upkeep).
 *
 * @param discountRate share a year, ≥ 0 (parameter `discountRate`).
 * @param upkeepShare share of the capital a year, ≥ 0 (parameter `upkeepShare`).
 * @returns undefined where the measure states no capital or no life.
 */
export function annualCost(
  measure: Pick<MeasureCommon, 'capitalMusd' | 'lifeYears'>,
  discountRate: number,
  upkeepShare: number,
): number | undefined {
  if (measure.capitalMusd === undefined || measure.lifeYears === undefined) return undefined
  return measure.capitalMusd * (capitalRecoveryFactor(discountRate, measure.lifeYears) + upkeepShare)
}

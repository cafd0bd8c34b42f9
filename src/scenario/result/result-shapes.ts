/** Shapes that stand in many places of `result.json`: ranges, and what was before beside what comes after. */
import * as z from 'zod/mini'
import { amount, described, text } from '../text/schema-words.js'

export const range = described(
  z.strictObject({
    value: amount('Central value'),
    low: amount('5th percentile over the parameter range'),
    high: amount('95th percentile over the parameter range'),
  }),
  'Central value and parameter range; not a forecast interval',
  'range',
)
export const bounds = described(
  z.strictObject({
    low: amount('Low end of the range of the value beside it'),
    high: amount('High end of the range of the value beside it'),
  }),
  'Range of the value that stands beside it',
  'bounds',
)
export const costRange = described(
  z.nullable(bounds),
  'With discount rate and upkeep both at their low, and both at their high end; not a percentile',
)
export const beforeAfter = described(
  z.strictObject({ before: amount('Baseline'), after: amount('Counterfactual') }),
  'Baseline and counterfactual',
  'beforeAfter',
)
export const whereOpen = described(
  z.strictObject({
    before: described(z.nullable(z.number()), 'Baseline; null where there is none'),
    after: described(z.nullable(z.number()), 'Counterfactual; null where there is none'),
  }),
  'Baseline and counterfactual, null where closed or not stated',
  'beforeAfterOrNone',
)

/** Change of a member's real income. */
export const memberIncome = (what: string) =>
  z.strictObject({ iso3: text(what), realIncomeChangePercent: amount('Percent') })

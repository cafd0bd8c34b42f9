/** Shapes of what is scarce in `result.json`. */
import * as z from 'zod/mini'
import { amount, described, quality, text } from '../text/schema-words.js'
import { beforeAfter } from './result-shapes.js'

export const capacity = z.strictObject({
  id: text('Link id, or place with direction and mode of a crossing, or with modes of a terminal'),
  kind: z.enum(['link', 'crossing', 'terminal']),
  label: text('What a reader sees'),
  statedTeu: described(
    z.strictObject({ before: z.nullable(z.number()), after: z.number() }),
    'TEU a year as a source or a measure states it; a crossing in one direction, a link or terminals of a place in both',
  ),
  limitTeu: described(
    z.strictObject({ before: z.nullable(z.number()), after: z.number() }),
    'TEU of general cargo a year that may pass',
  ),
  teu: beforeAfter,
  usedShare: described(
    z.strictObject({ before: z.nullable(z.number()), after: z.number() }),
    'Traffic over limit',
  ),
  queueHours: amount('Hours waited after the package for want of capacity, part of the hours elsewhere'),
  quality: z.nullable(quality),
})

export const freightMarket = z.strictObject({
  id: text('Id of the dataset'),
  name: text('Name, English'),
  unit: described(
    z.enum(['TEU-day', 'TEU']),
    'What use counts, a year, and what usdPerUnit is the rate of, in USD; it is never below what it is before',
  ),
  supplyElasticity: amount('Percent more of the service for a percent more paid'),
  use: beforeAfter,
  usdPerUnit: beforeAfter,
  paidMoreMusd: amount('What the rise comes to on all that is carried after the package, a year'),
  quality,
  source: text('Where the price of today comes from'),
})

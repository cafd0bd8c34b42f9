/** Freight markets of the small result: one whose rate has risen, one that is asked for less. */
import type { Result } from '../../src/scenario/result/result.js'

export const FREIGHT_MARKETS: Result['freightMarkets'] = [
  {
    id: 'container-ships',
    name: 'Container ships',
    unit: 'TEU-day',
    supplyElasticity: 0.18,
    use: { before: 4000, after: 4200 },
    usdPerUnit: { before: 32.4, after: 42.5 },
    paidMoreMusd: 40_500,
    quality: 'derived',
    source: 'test',
  },
  {
    id: 'barges',
    name: 'Barges',
    unit: 'TEU',
    supplyElasticity: 2,
    use: { before: 50, after: 40 },
    usdPerUnit: { before: 1500, after: 1500 },
    paidMoreMusd: 0,
    quality: 'estimated',
    source: 'test',
  },
]

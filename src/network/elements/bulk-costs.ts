/** What bulk pays where boxes pay more. */
import type { Link } from '../../dataset/dataset.js'
import { type ElementCosts, onGrid } from './elements.js'

/**
 * What a leg asks of a box above its rate by the kilometre, USD per TEU: a lump sum beside a rate is what ships of lines ask on top, and
 * of bulk nobody asks it.
 */
export function askedOfBoxes({ lumpUsd, costUsdPerTeuKm, lengthKm }: Link): number {
  return lumpUsd === undefined || costUsdPerTeuKm === 0
    ? 0
    : onGrid(lumpUsd) - onGrid(costUsdPerTeuKm * lengthKm)
}

/** Costs of elements as bulk pays them; the same record where boxes pay no more. */
export function bulkCosts(links: readonly Link[], costs: ElementCosts): ElementCosts {
  const asked = Float64Array.from(links, askedOfBoxes)
  if (!asked.some(each => each !== 0)) return costs
  return { ...costs, usd: costs.usd.map((paid, e) => (e < asked.length ? paid - asked[e] : paid)) }
}

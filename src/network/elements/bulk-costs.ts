/** What bulk pays where boxes pay more. */
import type { Link } from '../../dataset/dataset.js'
import { type ElementCosts, type ElementIndex, onGrid } from './elements.js'

/**
 * What a leg asks of a box above its rate by the kilometre, USD per TEU: a lump sum beside a rate is what ships of lines ask on top, and
 * of bulk nobody asks it.
 */
function askedOfBoxes({ lumpUsd, costUsdPerTeuKm, lengthKm }: Link): number {
  return lumpUsd === undefined || costUsdPerTeuKm === 0
    ? 0
    : onGrid(lumpUsd) - onGrid(costUsdPerTeuKm * lengthKm)
}

/**
 * Costs of elements as bulk pays them: nothing that ships of lines ask on top, and no loading, whose charges and waits are those of
 * boxes (bulk is loaded at berths and sidings of its own, at prices that are not in hand).
 */
export function bulkCosts(links: readonly Link[], index: ElementIndex, costs: ElementCosts): ElementCosts {
  const [usd, hours] = [costs.usd.slice(), costs.hours.slice()]
  links.forEach((link, e) => {
    usd[e] -= askedOfBoxes(link)
  })
  usd.fill(0, index.loadingStart)
  hours.fill(0, index.loadingStart)
  return { usd, hours, open: costs.open }
}

/** What traffic asks of carriers whose rates answer demand, and what a rise of their rates adds to each element. */
import type { FreightMarket, NetworkTables } from '../../dataset/dataset.js'
import { servesBorders, servesCrossing, servesLink } from '../../dataset/freight-markets.js'
import type { ElementCosts, ElementIndex } from '../elements/elements.js'
import { onGrid } from '../elements/elements.js'

/** The elements of the network that a market serves, ascending: links, or crossings. */
export function servedElements(
  { links, crossings }: NetworkTables,
  { crossingStart }: ElementIndex,
  market: FreightMarket,
): Int32Array {
  return Int32Array.from(
    servesBorders(market)
      ? crossings.flatMap((row, k) => (servesCrossing(market, row) ? [crossingStart + k] : []))
      : links.flatMap((row, k) => (servesLink(market, row) ? [k] : [])),
  )
}

/** Units of a market's service that a TEU takes on one element: the days that it is under way, or one for a passing. */
export function unitsPerTeu(
  { unit }: Pick<FreightMarket, 'unit'>,
  { hours }: Pick<ElementCosts, 'hours'>,
  element: number,
): number {
  return unit === 'TEU-day' ? hours[element] / 24 : 1
}

/**
 * Units of its service that traffic asks of a market, a year.
 *
 * @param served  elements of the market.
 * @param costs   in the state of the traffic, without queues.
 * @param traffic TEU a year on every element.
 */
export function marketUse(
  market: Pick<FreightMarket, 'unit'>,
  served: Int32Array,
  costs: Pick<ElementCosts, 'hours'>,
  traffic: Float64Array,
): number {
  let use = 0
  for (const element of served) use += traffic[element] * unitsPerTeu(market, costs, element)
  return use
}

/**
 * Adds to each element what a rise of a market's rate makes a TEU pay there, USD.
 *
 * @param riseUsd USD per unit of the service.
 */
export function addRateRise(
  market: Pick<FreightMarket, 'unit'>,
  served: Int32Array,
  costs: Pick<ElementCosts, 'hours'>,
  riseUsd: number,
  rises: Float64Array,
): void {
  for (const element of served) rises[element] += onGrid(riseUsd * unitsPerTeu(market, costs, element))
}

/** Which rows of the network a freight market serves. */
import type { Crossing, FreightMarket, Link } from './dataset.js'

/** What of a market says which rows it serves. */
export type ServedRows = Pick<FreightMarket, 'mode' | 'ownFrom' | 'ownBelow' | 'borders' | 'neighbours'>

/** Whether it serves crossings between countries, and not links. */
export function servesBorders({ borders }: Pick<ServedRows, 'borders'>): boolean {
  return borders.length > 0
}

/** Whether a link is one of those: with a rate by the kilometre inside the market's own, whatever lump sum stands beside it; a rate that is NaN may be of any. */
export function servesLink(
  { mode, ownFrom = 0, ownBelow = Number.POSITIVE_INFINITY }: ServedRows,
  link: Pick<Link, 'mode' | 'costUsdPerTeuKm' | 'lumpUsd'>,
): boolean {
  const isOutside = link.costUsdPerTeuKm < ownFrom || link.costUsdPerTeuKm >= ownBelow
  const hasRate = link.lumpUsd === undefined || link.costUsdPerTeuKm > 0
  return link.mode === mode && hasRate && !isOutside
}

/** Whether a crossing is one of those: between one of the market's countries and a neighbour that counts, either way. */
export function servesCrossing(
  { mode, borders, neighbours }: ServedRows,
  crossing: Pick<Crossing, 'mode' | 'fromCountry' | 'toCountry'>,
): boolean {
  const joins = (own: string, other: string): boolean =>
    borders.includes(own) &&
    !borders.includes(other) &&
    (neighbours.length === 0 || neighbours.includes(other))
  const { fromCountry: from, toCountry: to } = crossing
  return crossing.mode === mode && (joins(from, to) || joins(to, from))
}

/** Customs territories whose trade the matrix counts with another economy's, and what follows for income. */
import type { Dataset, TradeMatrix } from './dataset.js'

/** Whose cells hold the trade of a territory that is joined. */
export const HOSTS: Readonly<Record<string, string>> = { HKG: 'CHN' }

/** Territories that a matrix joins to another economy (undefined where it is not known to which), by code. */
export function joinedEconomies({
  economies,
  joined = [],
}: TradeMatrix): ReadonlyMap<string, string | undefined> {
  const apart = [...new Set(joined.flatMap(flow => [flow.exporter, flow.importer]))].filter(
    iso3 => !economies.includes(iso3),
  )
  return new Map(apart.sort().map(iso3 => [iso3, HOSTS[iso3]]))
}

/**
 * Nominal GDP of each economy in the data year or the latest year before it, that of joined territories included.
 *
 * @returns n, million USD, in the axis of trade; NaN where no figure is in hand (the rest of the world).
 */
export function nominalGdp(dataset: Dataset): Float64Array {
  const latest = new Map<string, { readonly year: number; readonly value: number }>()
  for (const figure of dataset.figures) {
    if (figure.indicator !== 'gdp-nominal' || figure.year > dataset.year) continue
    const known = latest.get(figure.iso3)
    if (known === undefined || known.year < figure.year) latest.set(figure.iso3, figure)
  }
  const joined = [...joinedEconomies(dataset.trade)]
  return Float64Array.from(dataset.trade.economies, iso3 => {
    const own = (latest.get(iso3)?.value ?? Number.NaN) / 1e6
    return joined.reduce(
      (sum, [part, host]) => (host === iso3 ? sum + (latest.get(part)?.value ?? 0) / 1e6 : sum),
      own,
    )
  })
}

/** Rules of the table of freight markets: each serves some row of the network, and no row is in two of them. */
import type { Crossing, Mode } from '../dataset.js'
import { type ServedRows, servesBorders, servesCrossing, servesLink } from '../freight-markets.js'
import { listOf } from './assemble-economy.js'
import { type IssueList, shown } from './issue-list.js'
import type { Table } from './read-table.js'

/** Adds what a single cell cannot show. O(markets × rows of the network). */
export function checkFreightMarkets(
  table: Table,
  links: Table | undefined,
  crossings: Table | undefined,
  found: IssueList,
): void {
  if (links === undefined || crossings === undefined) return // has been said
  const served = servedRows(links, crossings)
  const marketOf = { link: new Map<number, string>(), crossing: new Map<number, string>() }
  marketsOf(table).forEach((market, k) => {
    const at = (field: string) => ({ file: table.path, line: table.line(k), field })
    const { ownFrom = 0, ownBelow = Number.POSITIVE_INFINITY } = market
    if (ownFrom >= ownBelow) {
      found.add({
        code: 'dataset.range-out-of-order',
        at: at('own_below'),
        expected: `a number above own_from, ${ownFrom}`,
        found: String(ownBelow),
      })
      return
    }
    if (servesBorders(market) && (ownFrom > 0 || ownBelow < Number.POSITIVE_INFINITY)) {
      found.add({
        code: 'dataset.coverage',
        at: at('borders'),
        expected: 'borders, or rates of links in own_from and own_below',
        found: 'both',
      })
      return
    }
    const kind = servesBorders(market) ? 'crossing' : 'link'
    const rows = served[kind](market)
    if (rows.length === 0) {
      found.add({
        code: 'dataset.coverage',
        at: at('mode'),
        expected: `some ${kind} of the network that it serves`,
        found: shown(market.mode),
      })
    }
    const taken = rows.find(row => marketOf[kind].has(row))
    if (taken !== undefined) {
      found.add({
        code: 'dataset.coverage',
        at: at('id'),
        expected: `every ${kind} in one market`,
        found: `this and ${marketOf[kind].get(taken)}`,
      })
    }
    for (const row of rows) marketOf[kind].set(row, market.id)
  })
}

function marketsOf(table: Table): (ServedRows & { readonly id: string })[] {
  const [id, mode, borders, neighbours] = ['id', 'mode', 'borders', 'neighbours'].map(table.text)
  const [from, below] = ['own_from', 'own_below'].map(table.numbers)
  return Array.from({ length: table.length }, (_, k) => ({
    id: id![k]!,
    mode: mode![k] as Mode,
    ...(Number.isNaN(from![k]) ? {} : { ownFrom: from![k]! }),
    ...(Number.isNaN(below![k]) ? {} : { ownBelow: below![k]! }),
    borders: listOf(borders![k]!),
    neighbours: listOf(neighbours![k]!),
  }))
}

/** A link without any rate has been said, and may be of every market. */
function servedRows(links: Table, crossings: Table) {
  const linkMode = links.text('mode')
  const [rate, lump] = ['cost_usd_per_teu_km', 'lump_usd'].map(links.numbers)
  const [mode, from, to] = ['mode', 'from_country', 'to_country'].map(crossings.text)
  const linkAt = (k: number) => ({
    mode: linkMode[k] as Mode,
    costUsdPerTeuKm: rate![k]!,
    ...(Number.isNaN(lump![k]) ? {} : { lumpUsd: lump![k]! }),
  })
  const crossingAt = (k: number) => ({
    mode: mode![k] as Crossing['mode'],
    fromCountry: from![k]!,
    toCountry: to![k]!,
  })
  const rowsOf = ({ length }: Table) => Array.from({ length }, (_, k) => k)
  return {
    link: (market: ServedRows) => rowsOf(links).filter(k => servesLink(market, linkAt(k))),
    crossing: (market: ServedRows) => rowsOf(crossings).filter(k => servesCrossing(market, crossingAt(k))),
  }
}

/** Rules of the table of freight markets: each serves some row of the network, and no row is in two of them. */
import { type IssueList, shown } from './issue-list.js'
import type { Table } from './read-table.js'

interface Market {
  readonly id: string
  readonly mode: string
  readonly from: number
  readonly below: number
  readonly borders: ReadonlySet<string>
  readonly neighbours: ReadonlySet<string>
}

/** Adds what a single cell cannot show. O(markets × rows of the network). */
export function checkFreightMarkets(
  table: Table,
  links: Table | undefined,
  crossings: Table | undefined,
  found: IssueList,
): void {
  if (links === undefined || crossings === undefined) return // has been said
  const serves = { link: linkMatcher(links), crossing: crossingMatcher(crossings) }
  const marketOf = { link: new Map<number, string>(), crossing: new Map<number, string>() }
  marketsOf(table).forEach((market, k) => {
    const at = (field: string) => ({ file: table.path, line: table.line(k), field })
    if (market.from >= market.below) {
      found.add({
        code: 'dataset.range-out-of-order',
        at: at('own_below'),
        expected: `a number above own_from, ${market.from}`,
        found: String(market.below),
      })
      return
    }
    if (market.borders.size > 0 && (market.from > 0 || market.below < Number.POSITIVE_INFINITY)) {
      found.add({
        code: 'dataset.coverage',
        at: at('borders'),
        expected: 'borders, or rates of links in own_from and own_below',
        found: 'both',
      })
      return
    }
    const kind = market.borders.size > 0 ? 'crossing' : 'link'
    const rows = serves[kind](market)
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

function marketsOf(table: Table): Market[] {
  const [id, mode, borders, neighbours] = ['id', 'mode', 'borders', 'neighbours'].map(table.text)
  const [from, below] = ['own_from', 'own_below'].map(table.numbers)
  return Array.from({ length: table.length }, (_, k) => ({
    id: id![k]!,
    mode: mode![k]!,
    from: Number.isNaN(from![k]) ? 0 : from![k]!,
    below: Number.isNaN(below![k]) ? Number.POSITIVE_INFINITY : below![k]!,
    borders: codesOf(borders![k]!),
    neighbours: codesOf(neighbours![k]!),
  }))
}

/** A link without any rate has been said, and may be of every market. */
function linkMatcher(links: Table): (market: Market) => number[] {
  const modes = links.text('mode')
  const [rates, lumps] = ['cost_usd_per_teu_km', 'lump_usd'].map(links.numbers)
  const isIn = (rate: number, { from, below }: Market): boolean => !(rate < from || rate >= below)
  return market =>
    rowsWhere(links, k => modes[k] === market.mode && Number.isNaN(lumps![k]) && isIn(rates![k]!, market))
}

function codesOf(cell: string): ReadonlySet<string> {
  return new Set(cell === '' ? [] : cell.split(';'))
}

function crossingMatcher(crossings: Table): (market: Market) => number[] {
  const [modes, from, to] = ['mode', 'from_country', 'to_country'].map(crossings.text)
  return ({ mode, borders, neighbours }) => {
    const joins = (a: string, b: string): boolean =>
      borders.has(a) && !borders.has(b) && (neighbours.size === 0 || neighbours.has(b))
    return rowsWhere(
      crossings,
      k => modes![k] === mode && (joins(from![k]!, to![k]!) || joins(to![k]!, from![k]!)),
    )
  }
}

function rowsWhere({ length }: Table, holds: (row: number) => boolean): number[] {
  return Array.from({ length }, (_, k) => k).filter(holds)
}

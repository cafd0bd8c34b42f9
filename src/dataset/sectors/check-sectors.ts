/** Checks of a many-sector package that no single cell can show. */
import { type IssueList, shown } from '../reading/issue-list.js'
import type { Table } from '../reading/read-table.js'

type Tables = ReadonlyMap<string, Table>

/** A tariff of −1 would give the goods away, and its inverse would be without bound. */
const LEAST_TARIFF = -1

/** Adds the faults of every rule whose tables are there; the cells themselves have been judged. */
export function checkSectors(tables: Tables, found: IssueList): void {
  const trade = tables.get('sector-trade')
  const economies = tables.get('economies')
  const sectors = tables.get('sectors')
  if (trade !== undefined && economies !== undefined && sectors !== undefined) {
    checkSectorTrade(trade, economies.text('iso3'), sectors.text('id'), found)
  }
  if (economies !== undefined) checkHidden(economies, found)
  const elasticities = tables.get('sector-elasticities')
  const authors = tables.get('elasticity-sources')
  if (elasticities !== undefined && sectors !== undefined && authors !== undefined) {
    checkElasticities(elasticities, sectors.text('id'), authors.text('id'), found)
  }
  if (authors !== undefined) checkDefault(authors, found)
}

/** Adds the faults of tariffs and of totals; the table has exporter, importer, sector, value_musd and tariff. */
export function checkSectorTrade(
  trade: Table,
  economies: readonly string[],
  sectors: readonly string[],
  found: IssueList,
): void {
  checkTariffs(trade, found)
  checkTotals(trade, economies, sectors, found)
}

function checkTariffs(trade: Table, found: IssueList): void {
  const tariff = trade.numbers('tariff')
  const exporters = trade.text('exporter')
  const importers = trade.text('importer')
  for (let k = 0; k < trade.length; k++) {
    const at = () => ({ file: trade.path, line: trade.line(k), field: 'tariff' })
    if (tariff[k]! <= LEAST_TARIFF) {
      found.add({
        code: 'dataset.out-of-range',
        at: at(),
        expected: 'a tariff above −1 (share of value)',
        found: String(tariff[k]),
      })
    } else if (exporters[k] === importers[k] && tariff[k]! !== 0 && !Number.isNaN(tariff[k])) {
      found.add({
        code: 'dataset.home-tariff',
        at: at(),
        expected: `0: ${exporters[k]} levies no tariff on its own sales`,
        found: String(tariff[k]),
      })
    }
  }
}

/** Every economy sells and buys something, every sector is sold. */
function checkTotals(
  trade: Table,
  economies: readonly string[],
  sectors: readonly string[],
  found: IssueList,
): void {
  const values = trade.numbers('value_musd')
  const totals = (column: string) => {
    const keys = trade.text(column)
    const sums = new Map<string, number>()
    let before: string | undefined
    let run = 0
    for (let k = 0; k <= trade.length; k++) {
      if (keys[k] !== before && before !== undefined) {
        sums.set(before, (sums.get(before) ?? 0) + run)
        run = 0
      }
      before = keys[k]
      if (k < trade.length && values[k]! > 0) run += values[k]!
    }
    return sums
  }
  const missing = (
    column: string,
    ids: readonly string[],
    code: string,
    sentence: (id: string) => string,
  ) => {
    const sums = totals(column)
    for (const id of new Set(ids)) {
      if (id === '' || (sums.get(id) ?? 0) > 0) continue
      found.add({
        code,
        at: { file: trade.path, field: 'value_musd' },
        expected: sentence(id),
        found: 'none',
        mend: `Add its rows, or take ${id} out of the package`,
      })
    }
  }
  missing('exporter', economies, 'dataset.no-sales', id => `sales of ${id} above zero`)
  missing('importer', economies, 'dataset.no-purchases', id => `purchases of ${id} above zero`)
  missing('sector', sectors, 'dataset.no-sales', id => `sales of sector ${id} above zero`)
}

function checkHidden(economies: Table, found: IssueList): void {
  const present = new Set(economies.text('iso3'))
  const seen = new Set<string>()
  economies.text('contains').forEach((cell, k) => {
    for (const iso3 of cell === '' ? [] : cell.split(';')) {
      const twice = seen.has(iso3)
      seen.add(iso3)
      if (!twice && !present.has(iso3)) continue
      found.add({
        code: 'dataset.hidden-and-present',
        at: { file: economies.path, line: economies.line(k), field: 'contains' },
        expected: 'countries without a row of their own, each within one row',
        found: shown(iso3),
      })
    }
  })
}

function checkElasticities(
  table: Table,
  sectors: readonly string[],
  sources: readonly string[],
  found: IssueList,
): void {
  const values = table.numbers('value')
  const [sectorOf, sourceOf] = [table.text('sector'), table.text('source')]
  const known = new Set<string>()
  for (let k = 0; k < table.length; k++) {
    known.add(`${sectorOf[k]} ${sourceOf[k]}`)
    if (values[k] !== 0) continue
    found.add({
      code: 'dataset.out-of-range',
      at: { file: table.path, line: table.line(k), field: 'value' },
      expected: 'an elasticity above zero',
      found: '0',
    })
  }
  for (const source of sources) {
    for (const sector of sectors) {
      if (known.has(`${sector} ${source}`)) continue
      found.add({
        code: 'dataset.missing-elasticity',
        at: { file: table.path, field: 'value' },
        expected: `a row for sector ${sector} and source ${source}`,
        found: 'none',
      })
    }
  }
}

function checkDefault(authors: Table, found: IssueList): void {
  const flags = authors.numbers('is_default')
  const chosen = authors.text('id').filter((_, k) => flags[k] === 1)
  if (chosen.length === 1) return
  found.add({
    code: 'dataset.default-elasticity',
    at: { file: authors.path, field: 'is_default' },
    expected: 'true in one row',
    found: chosen.length === 0 ? 'in none' : `in ${chosen.length}: ${chosen.join(', ')}`,
  })
}

/** Checks what a single cell cannot show: sums, order of dates, coverage, what the model cannot do without. */

import { PARAMETER_IDS } from '../parameters.js'
import { listOf, sortedCodes } from './assemble-economy.js'
import { checkFreightMarkets } from './check-freight-markets.js'
import { checkBulkChains, checkModalRules } from './check-modal-rules.js'
import { checkNetworkRanges } from './check-network-ranges.js'
import { type IssueList, shown } from './issue-list.js'
import type { Table } from './read-table.js'

type Tables = ReadonlyMap<string, Table>

/** Rounding of published tables: cells are written to a thousandth. */
const CELL_TOLERANCE = 0.002
const SHARE_TOLERANCE = 1e-4

/** Adds the faults of every rule whose tables are there. */
export function checkRules(tables: Tables, year: number, found: IssueList): void {
  for (const name of ['blocs', 'agreements']) withTable(tables, name, table => checkDates(table, found))
  withTable(tables, 'trade', table => checkTrade(table, found))
  withTable(tables, 'network-gateways', table => checkGateways(table, found))
  withTable(tables, 'network-links', table => checkLinks(table, found))
  for (const name of ['network-crossings', 'network-terminals', 'network-end-waits']) {
    withTable(tables, name, table => checkOrder(table, 'hours_low', 'hours', 'hours_high', found))
  }
  withTable(tables, 'network-crossings', table => checkCapacities(table, found))
  withTable(tables, 'avoidance', table => {
    checkOrder(table, 'share_low', 'share', 'share_high', found)
    checkAvoidance(table, found)
  })
  withTable(tables, 'parameters', table => checkParameters(table, found))
  withTable(tables, 'claims', table => checkOrder(table, 'low', 'low', 'high', found))
  for (const name of ['bulk-shares', 'air-shares'])
    withTable(tables, name, table => checkShares(table, found))
  withTable(tables, 'network-modes', table => {
    checkOrder(table, 'lorry_low', 'lorry', 'lorry_high', found)
    checkModalRules(table, tables.get('countries'), found)
  })
  withTable(tables, 'network-bulk', table => {
    checkOrder(table, 'own_chain_low', 'own_chain', 'own_chain_high', found)
    checkBulkChains(table, tables.get('countries'), tables.get('network-links'), found)
  })
  withTable(tables, 'network-ranges', table => {
    checkOrder(table, 'low', 'central', 'high', found)
    checkNetworkRanges(table, found)
  })
  withTable(tables, 'freight-markets', table =>
    checkFreightMarkets(table, tables.get('network-links'), tables.get('network-crossings'), found),
  )
  checkCoverage(tables, year, found)
  checkCorridors(tables, found)
}

function withTable(tables: Tables, name: string, check: (table: Table) => void): void {
  const table = tables.get(name)
  if (table !== undefined) check(table)
}

function checkDates(table: Table, found: IssueList): void {
  const from = table.text('from')
  table.text('to').forEach((to, k) => {
    if (to === '' || from[k] === '' || to > from[k]!) return
    found.add({
      code: 'dataset.dates-out-of-order',
      at: { file: table.path, line: table.line(k), field: 'to' },
      expected: `a day after ${from[k]}`,
      found: shown(to),
    })
  })
}

function checkTrade(table: Table, found: IssueList): void {
  const [recorded, adjustment, value] = ['recorded_musd', 'adjustment_musd', 'value_musd'].map(table.numbers)
  const exporters = table.text('exporter')
  const importers = table.text('importer')
  const withSales = new Set<string>()
  for (let k = 0; k < table.length; k++) {
    if (value![k]! > 0 && exporters[k] === importers[k]) withSales.add(exporters[k]!)
    const sum = recorded![k]! + adjustment![k]!
    if (Math.abs(sum - value![k]!) > CELL_TOLERANCE + 1e-9 * Math.abs(sum)) {
      found.add({
        code: 'dataset.sum',
        at: { file: table.path, line: table.line(k), field: 'value_musd' },
        expected: `recorded_musd + adjustment_musd = ${sum} (million USD)`,
        found: String(value![k]),
      })
    }
  }
  for (const iso3 of sortedCodes(table.distinct('exporter'), table.distinct('importer'))) {
    if (iso3 === '' || withSales.has(iso3)) continue
    found.add({
      code: 'dataset.missing-domestic-sales',
      at: { file: table.path, field: 'value_musd' },
      expected: `a row ${iso3},${iso3} with the domestic sales of goods, above zero`,
      found: 'none',
    })
  }
}

/** A share in use says nothing without the capacity that it is a share of. */
function checkCapacities(table: Table, found: IssueList): void {
  const used = table.numbers('capacity_used')
  table.numbers('capacity_kteu').forEach((kteu, k) => {
    if (!Number.isNaN(kteu) || Number.isNaN(used[k]!)) return
    found.add({
      code: 'dataset.empty-cell',
      at: { file: table.path, line: table.line(k), field: 'capacity_kteu' },
      expected: 'a capacity, since capacity_used states a share of one',
      found: 'an empty cell',
    })
  })
}

function checkGateways(table: Table, found: IssueList): void {
  const sums = new Map<string, number>()
  const shares = table.numbers('share')
  table.text('iso3').forEach((iso3, k) => {
    sums.set(iso3, (sums.get(iso3) ?? 0) + shares[k]!)
  })
  for (const [iso3, sum] of sums) {
    if (!(Math.abs(sum - 1) > SHARE_TOLERANCE)) continue
    found.add({
      code: 'dataset.sum',
      at: { file: table.path, field: 'share' },
      expected: `shares of ${iso3} that sum to one`,
      found: String(sum),
    })
  }
}

function checkLinks(table: Table, found: IssueList): void {
  const cost = table.numbers('cost_usd_per_teu_km')
  const lump = table.numbers('lump_usd')
  for (let k = 0; k < table.length; k++) {
    if (!Number.isNaN(cost[k]) || !Number.isNaN(lump[k])) continue
    found.add({
      code: 'dataset.empty-cell',
      at: { file: table.path, line: table.line(k), field: 'cost_usd_per_teu_km' },
      expected: 'a number here or in lump_usd',
      found: 'neither',
    })
  }
}

function checkOrder(table: Table, low: string, middle: string, high: string, found: IssueList): void {
  const columns = [low, middle, high].map(table.numbers)
  for (let k = 0; k < table.length; k++) {
    const [a, b, c] = columns.map(column => column[k]!) as [number, number, number]
    if (!(a > b || b > c)) continue
    found.add({
      code: 'dataset.range-out-of-order',
      at: { file: table.path, line: table.line(k), field: middle },
      expected: `${low} ≤ ${middle} ≤ ${high}`,
      found: `${a}, ${b}, ${c}`,
    })
  }
}

/** In one regime, one rule is for all other pairs, and no two name the same pair of regions. */
function checkAvoidance(table: Table, found: IssueList): void {
  const [territory, left, right, regime] = ['territory', 'regions_a', 'regions_b', 'regime'].map(table.text)
  const groups = new Map<string, { others: number; pairs: Set<string>; line: number }>()
  for (let k = 0; k < table.length; k++) {
    const key = `${regime![k]} ${territory![k]}`
    const group = groups.get(key) ?? { others: 0, pairs: new Set<string>(), line: table.line(k) }
    groups.set(key, group)
    const at = { file: table.path, line: table.line(k), field: 'regions_a, regions_b' }
    const sides = [listOf(left![k]!), listOf(right![k]!)]
    if (sides.every(side => side.length === 0)) group.others++
    else if (sides.some(side => side.length === 0)) {
      found.add({
        code: 'dataset.coverage',
        at,
        expected: 'regions in both columns, or in neither',
        found: 'one',
      })
    }
    const own = new Set(sides[0]!.flatMap(a => sides[1]!.map(b => [a, b].sort().join('–'))))
    for (const pair of own) {
      if (group.pairs.has(pair)) {
        found.add({
          code: 'dataset.coverage',
          at,
          expected: `${pair} in one rule of regime ${regime![k]}`,
          found: 'two',
        })
      }
      group.pairs.add(pair)
    }
  }
  for (const [key, group] of groups) {
    if (group.others === 1) continue
    found.add({
      code: 'dataset.coverage',
      at: { file: table.path, line: group.line, field: 'regions_a, regions_b' },
      expected: `in regime ${key.split(' ')[0]} one rule for every other pair, with both columns empty`,
      found: String(group.others),
    })
  }
}

function checkParameters(table: Table, found: IssueList): void {
  checkOrder(table, 'low', 'value', 'high', found)
  const lows = table.numbers('low')
  table.text('distribution').forEach((distribution, k) => {
    if (distribution !== 'log-triangular' || !(lows[k]! <= 0)) return
    found.add({
      code: 'dataset.out-of-range',
      at: { file: table.path, line: table.line(k), field: 'low' },
      expected: 'a number above zero, for a log-triangular distribution',
      found: String(lows[k]),
    })
  })
  const known = table.distinct('id')
  for (const id of PARAMETER_IDS) {
    if (known.has(id)) continue
    found.add({
      code: 'dataset.missing-parameter',
      at: { file: table.path, field: 'id' },
      expected: `a row ${id}`,
      found: 'none',
    })
  }
}

function checkShares(table: Table, found: IssueList): void {
  const importers = table.text('importer')
  if (table.text('exporter').some((exporter, k) => exporter === '*' && importers[k] === '*')) return
  found.add({
    code: 'dataset.coverage',
    at: { file: table.path, field: 'exporter' },
    expected: 'a row *,* with the share of every exporter that is not listed',
    found: 'none',
  })
}

/** Every economy of the matrix needs its product and a way into the network; the rest of the world has neither. */
function checkCoverage(tables: Tables, year: number, found: IssueList): void {
  const trade = tables.get('trade')
  const figures = tables.get('country-figures')
  const gateways = tables.get('network-gateways')
  if (trade === undefined) return
  const economies = sortedCodes(trade.distinct('exporter')).filter(iso3 => iso3 !== 'ROW' && iso3 !== '')
  if (figures !== undefined && Number.isInteger(year)) {
    const [iso3, indicator] = ['iso3', 'indicator'].map(figures.text)
    const years = figures.numbers('year')
    const known = new Set<string>()
    for (let k = 0; k < figures.length; k++) {
      if (years[k] === year && indicator![k] === 'gdp-nominal') known.add(iso3![k]!)
    }
    for (const economy of [...economies, 'WLD'].filter(code => !known.has(code))) {
      found.add({
        code: 'dataset.missing-figure',
        at: { file: figures.path, field: 'value' },
        expected: `gdp-nominal of ${economy} in ${year}`,
        found: 'none',
      })
    }
  }
  if (gateways !== undefined) {
    const known = gateways.distinct('iso3')
    for (const economy of economies.filter(code => !known.has(code))) {
      found.add({
        code: 'dataset.missing-gateway',
        at: { file: gateways.path, field: 'iso3' },
        expected: `a gateway of ${economy}, which stands in the table trade`,
        found: 'none',
      })
    }
  }
}

function checkCorridors(tables: Tables, found: IssueList): void {
  const corridors = tables.get('network-corridors')
  const links = tables.get('network-links')
  if (corridors === undefined || links === undefined) return
  const known = tables.get('network-places')?.distinct('id') ?? new Set()
  const joined = new Set<string>()
  const to = links.text('to')
  links.text('from').forEach((from, k) => {
    joined.add(`${from} ${to[k]}`).add(`${to[k]} ${from}`)
  })
  corridors.text('places').forEach((cell, k) => {
    const places = cell.split(';')
    for (let p = 1; p < places.length; p++) {
      if (joined.has(`${places[p - 1]} ${places[p]}`)) continue
      if (!known.has(places[p - 1]!) || !known.has(places[p]!)) continue // has been said
      found.add({
        code: 'dataset.broken-corridor',
        at: { file: corridors.path, line: corridors.line(k), field: 'places' },
        expected: `a link between ${places[p - 1]} and ${places[p]}`,
        found: 'none',
      })
    }
  })
}

/** Reads and checks the two files that a user brings: trade and tariffs by sector, elasticities by sector. */
import { KeruenError } from '../../errors.js'
import { type IssueList, issueList, shown } from '../reading/issue-list.js'
import { readTable, type Table } from '../reading/read-table.js'
import { amountField } from '../tables/field-patterns.js'
import type { FieldSpecification, TableSpecification } from '../tables/table-specification.js'
import { checkSectorTrade } from './check-sectors.js'
import { ELASTICITY_CATALOGUE, SECTOR_CATALOGUE } from './sector-catalogue.js'

/** The files of the compilation, unpacked; paths as they are shown in messages. */
export interface SectorInputs {
  readonly trade: { readonly path: string; readonly bytes: Uint8Array }
  readonly elasticities: { readonly path: string; readonly bytes: Uint8Array }
}

interface SectorInputTables {
  readonly trade: Table
  readonly elasticities: Table
  /** Sorted. */
  readonly economies: readonly string[]
  /** Sorted. */
  readonly sectors: readonly string[]
}

const word = (name: string, description: string): FieldSpecification => ({
  name,
  type: 'string',
  required: true,
  description,
})

const TRADE: TableSpecification = {
  name: 'icio-sectors',
  title: 'Trade and tariffs by sector',
  description: 'Exporter before importer before sector.',
  key: ['exporter', 'importer', 'sector'],
  fields: [
    word('exporter', 'alpha-3 code, or ROW'),
    word('importer', 'alpha-3 code, or ROW'),
    word('sector', 'code of the industry'),
    amountField('value_musd', 'million USD', 'flow, home sales on the diagonal'),
    {
      name: 'tariff',
      type: 'number',
      unit: 'share of value',
      required: true,
      maximum: 10,
      description: 'ad valorem',
    },
  ],
}

const ELASTICITIES: TableSpecification = {
  name: 'sector-elasticities',
  title: 'Trade elasticities',
  description: 'One column for each source.',
  key: ['sector'],
  fields: [
    word('sector', 'code of the industry'),
    ...Object.keys(ELASTICITY_CATALOGUE).map(source =>
      amountField(source, 'ratio', `elasticity by ${source}`),
    ),
  ],
}

/**
 * Both tables, checked.
 *
 * @param countries alpha-3 codes that are known.
 * @throws KeruenError (input) with every fault of both files: columns, cells, duplicates, unknown codes, a grid with
 *   holes, sectors without elasticity, economies that sell or buy nothing.
 */
export function readSectorInputs(
  { trade, elasticities }: SectorInputs,
  countries: ReadonlySet<string>,
): SectorInputTables {
  const found = issueList()
  const flows = readTable(TRADE, trade.path, trade.bytes, [], found)
  const ratios = readTable(ELASTICITIES, elasticities.path, elasticities.bytes, [], found)
  const economies = flows === undefined ? [] : sorted(flows.distinct('exporter'), flows.distinct('importer'))
  const sectors = flows === undefined ? [] : sorted(flows.distinct('sector'))
  if (flows !== undefined) {
    const known = new Set([...countries, 'ROW', ''])
    for (const column of ['exporter', 'importer']) {
      checkKnown(
        flows,
        column,
        known,
        'dataset.unknown-economy',
        'an alpha-3 code of ISO 3166-1, or ROW',
        found,
      )
    }
    checkSectorNames(flows, found)
    checkGrid(flows, economies, sectors, found)
    checkSectorTrade(flows, economies, sectors, found)
  }
  if (ratios !== undefined) {
    checkSectorNames(ratios, found)
    checkRatios(ratios, sectors, found)
  }
  if (found.issues.length > 0 || flows === undefined || ratios === undefined) {
    throw new KeruenError('input', found.issues)
  }
  return { trade: flows, elasticities: ratios, economies, sectors }
}

function sorted(...sets: readonly ReadonlySet<string>[]): string[] {
  return [...new Set(sets.flatMap(set => [...set]))].filter(word => word !== '').sort()
}

function checkSectorNames(table: Table, found: IssueList): void {
  const known = new Set([...SECTOR_CATALOGUE.map(([id]) => id), ''])
  const expected = `a sector of the OECD's tables: ${SECTOR_CATALOGUE.map(([id]) => id).join(', ')}`
  checkKnown(table, 'sector', known, 'dataset.unknown-sector', expected, found)
}

/** One issue for each unknown word, on the line where it stands first. */
function checkKnown(
  table: Table,
  column: string,
  known: ReadonlySet<string>,
  code: string,
  expected: string,
  found: IssueList,
): void {
  const cells = table.text(column)
  for (const word of table.distinct(column)) {
    if (known.has(word)) continue
    const line = table.line(cells.indexOf(word))
    found.add({ code, at: { file: table.path, line, field: column }, expected, found: shown(word) })
  }
}

/** The compilation gives every cell, zeros too: a hole is a file that was cut. */
function checkGrid(
  trade: Table,
  economies: readonly string[],
  sectors: readonly string[],
  found: IssueList,
): void {
  const cells = economies.length * economies.length * sectors.length
  if (trade.length >= cells) return // duplicates have been named
  const present = new Set<string>()
  const columns = ['exporter', 'importer', 'sector'].map(trade.text)
  for (let k = 0; k < trade.length; k++) present.add(columns.map(column => column[k]).join(' '))
  const missing: string[] = []
  for (const exporter of economies)
    for (const importer of economies)
      for (const sector of sectors) {
        const key = `${exporter} ${importer} ${sector}`
        if (!present.has(key)) missing.push(key)
      }
  if (missing.length === 0) return
  found.add({
    code: 'dataset.incomplete-grid',
    at: { file: trade.path },
    expected: `a row for every exporter, importer and sector, zeros too: ${cells} rows`,
    found: `${trade.length}; missing are ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? `, and ${missing.length - 3} more` : ''}`,
    mend: 'The file may have been cut on its way: bring it again',
  })
}

function checkRatios(ratios: Table, sectors: readonly string[], found: IssueList): void {
  const present = ratios.text('sector')
  for (const source of Object.keys(ELASTICITY_CATALOGUE)) {
    ratios.numbers(source).forEach((value, k) => {
      if (value !== 0) return
      found.add({
        code: 'dataset.out-of-range',
        at: { file: ratios.path, line: ratios.line(k), field: source },
        expected: 'an elasticity above zero',
        found: '0',
      })
    })
  }
  for (const sector of sectors) {
    if (present.includes(sector)) continue
    found.add({
      code: 'dataset.missing-elasticity',
      at: { file: ratios.path, field: 'sector' },
      expected: `a row for sector ${sector}`,
      found: 'none',
    })
  }
}

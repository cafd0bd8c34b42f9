/** Checks that no pair of countries stands in two rows of a table whose rows are for groups of countries. */
import { endOf, regionMembers } from './assemble-modal-rules.js'
import type { IssueList } from './issue-list.js'
import type { Table } from './read-table.js'

type End = ReturnType<typeof endOf>

/** How the rows of a table name pairs. */
interface PairedRows {
  /** Columns of the two ends. */
  readonly columns: readonly [string, string]
  /** Equal for two rows and pairs of which one must go. */
  readonly keyOf: (ends: readonly [End, End], one: string, other: string) => string
  readonly expected: string
}

/** Cargo that is bound: pairs either way round, rules of one precision beside each other. */
const MODAL_RULES: PairedRows = {
  columns: ['ends_a', 'ends_b'],
  keyOf: (ends, one, other) =>
    `${ends.filter(end => end.isByCountry).length} ${[one, other].sort().join(' – ')}`,
  expected: 'each pair of countries in one rule, or in one for regions and one that names countries',
}

/** Bulk: pairs of exporter and importer. */
const BULK_CHAINS: PairedRows = {
  columns: ['exporters', 'importers'],
  keyOf: (_, exporter, importer) => `${exporter} ${importer}`,
  expected: 'each pair of countries in one row',
}

/** @param countries the table of countries, where it is there. */
export function checkModalRules(table: Table, countries: Table | undefined, found: IssueList): void {
  checkPairs(table, countries, found, MODAL_RULES)
}

/** @param countries, @param links the tables of countries and links, where they are there. */
export function checkBulkChains(
  table: Table,
  countries: Table | undefined,
  links: Table | undefined,
  found: IssueList,
): void {
  checkPairs(table, countries, found, BULK_CHAINS)
  const outlets = table.text('outlet')
  table.text('other_ways').forEach((otherWays, k) => {
    if (otherWays === '' || outlets[k] !== '') return
    found.add({
      code: 'dataset.empty-cell',
      at: { file: table.path, line: table.line(k), field: 'outlet' },
      expected: 'a port, since other_ways says what happens where it closes',
      found: 'an empty cell',
    })
  })
  if (links === undefined) return
  const [mode, from, to] = ['mode', 'from', 'to'].map(links.text)
  const ports = new Set(mode!.flatMap((each, k) => (each === 'sea' ? [from![k]!, to![k]!] : [])))
  const places = new Set([...from!, ...to!])
  outlets.forEach((outlet, k) => {
    // That a place is unknown has been said.
    if (outlet === '' || ports.has(outlet) || !places.has(outlet)) return
    found.add({
      code: 'dataset.coverage',
      at: { file: table.path, line: table.line(k), field: 'outlet' },
      expected: 'a port from which a leg by sea leads',
      found: outlet,
    })
  })
}

function checkPairs(
  table: Table,
  countries: Table | undefined,
  found: IssueList,
  { columns, keyOf, expected }: PairedRows,
): void {
  if (countries === undefined) return
  const region = countries.text('region')
  const membersOf = regionMembers(
    countries.text('iso3').map((iso3, k) => ({ iso3, region: region[k] as never })),
  )
  const [id, a, b] = ['id', ...columns].map(table.text)
  const rowOf = new Map<string, string>()
  for (let k = 0; k < table.length; k++) {
    const ends = [endOf(a![k]!, membersOf), endOf(b![k]!, membersOf)] as const
    const others = new Set<string>()
    for (const one of ends[0].countries) {
      for (const other of ends[1].countries) {
        const key = keyOf(ends, one, other)
        const known = rowOf.get(key)
        if (known !== undefined && known !== id![k]) others.add(known)
        rowOf.set(key, id![k]!)
      }
    }
    for (const other of others) {
      found.add({
        code: 'dataset.coverage',
        at: { file: table.path, line: table.line(k), field: columns.join(', ') },
        expected,
        found: `pairs that "${other}" has too`,
      })
    }
  }
}

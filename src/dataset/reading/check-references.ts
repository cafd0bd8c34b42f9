/** Checks that every code and id that a table mentions stands in the table it points to. */

import type { FieldSpecification, TableSpecification } from '../tables/table-specification.js'
import { TABLES } from '../tables/tables.js'
import { type IssueList, shown } from './issue-list.js'
import type { Table } from './read-table.js'

const CODE: Readonly<Record<string, string>> = {
  countries: 'dataset.unknown-country',
  economies: 'dataset.unknown-economy',
  sectors: 'dataset.unknown-sector',
  'network-places': 'dataset.unknown-place',
}

/** Adds an issue for every cell (or part of a list) that points nowhere. O(cells). */
export function checkReferences(
  tables: ReadonlyMap<string, Table>,
  found: IssueList,
  specifications: readonly TableSpecification[] = TABLES,
): void {
  const targets = new Map<string, ReadonlySet<string>>()
  for (const specification of specifications) {
    const table = tables.get(specification.name)
    if (table === undefined) continue
    for (const field of specification.fields) {
      if (field.reference === undefined) continue
      const target = tables.get(field.reference.table)
      if (target === undefined) continue // that its table is missing has been said
      if (!targets.has(field.reference.table)) {
        const key = specifications.find(other => other.name === field.reference!.table)!.key[0]!
        targets.set(field.reference.table, target.distinct(key))
      }
      checkColumn(table, field, targets.get(field.reference.table)!, found)
    }
  }
}

function checkColumn(
  table: Table,
  field: FieldSpecification,
  known: ReadonlySet<string>,
  found: IssueList,
): void {
  const { table: target, also = [] } = field.reference!
  if (field.type !== 'list' && allKnown(table.distinct(field.name), known, also)) return
  const cells = table.text(field.name)
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!
    if (cell === '' || known.has(cell)) continue
    for (const part of field.type === 'list' ? cell.split(';') : [cell]) {
      if (known.has(part) || also.includes(part)) continue
      found.add({
        code: CODE[target] ?? 'dataset.unknown-reference',
        at: { file: table.path, line: table.line(k), field: field.name },
        expected: `a row of the table ${target}${also.length === 0 ? '' : ` or ${also.join(', ')}`}`,
        found: shown(part),
      })
    }
  }
}

/** A few hundred different codes answer for tens of thousands of cells; cells are looked at one by one only to name a fault. */
function allKnown(values: ReadonlySet<string>, known: ReadonlySet<string>, also: readonly string[]): boolean {
  for (const value of values) if (value !== '' && !known.has(value) && !also.includes(value)) return false
  return true
}

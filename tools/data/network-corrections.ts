/**
 * Corrections of the network edition, kept by hand: `network-corrections.csv` replaces single cells, each with the value
 * that it found as a guard, or removes a row; `network-links-added.csv` adds links; `network-courses.csv` brings the way-points.
 */
import type { InputRow, ReadInput } from './replication.js'

/** The tables of the edition by name, rows as they are read. */
export type NetworkInput = Readonly<Record<'links' | 'crossings' | 'terminals', readonly InputRow[]>>

/** Columns that name a row of each table, and the one that says how its figure was found. */
const KEYS = {
  links: { key: ['id'], words: 'length_quality', source: 'length_source' },
  crossings: { key: ['place_id', 'from_country', 'to_country', 'mode'], words: 'quality', source: 'source' },
  terminals: { key: ['place_id', 'mode_a', 'mode_b'], words: 'quality', source: 'source' },
} as const

type TableName = keyof typeof KEYS

/**
 * The tables with the corrections in place. A correction without words of quality leaves those of the row.
 *
 * @throws Error at a correction whose row or column is not there, whose old value is not the one found, or that changes
 *   nothing.
 */
export function corrected(
  read: ReadInput,
  corrections: readonly InputRow[],
  added: readonly InputRow[],
): NetworkInput {
  const tables = Object.fromEntries(
    Object.keys(KEYS).map(name => [name, read(name).map(row => ({ ...row }))]),
  ) as Record<TableName, Record<string, string>[]>
  for (const row of added) tables.links.push({ ...(row as Record<string, string>) })
  const index = Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      new Map(rows.map(row => [KEYS[name as TableName].key.map(column => row[column]).join(' '), row])),
    ]),
  )
  for (const { table, key, column, old, new: value, words, source } of corrections) {
    const names = KEYS[table as TableName]
    const row = index[table!]?.get(key!)
    const fault = (what: string) =>
      new Error(`data:build: network-corrections.csv, ${table} ${key} ${column}: ${what}`)
    if (names === undefined || row === undefined) throw fault('no such row')
    if (column === 'row' && value === 'removed') {
      tables[table as TableName].splice(tables[table as TableName].indexOf(row), 1)
      continue
    }
    if (row[column!] === undefined) throw fault('no such column')
    if (row[column!] !== old) throw fault(`expected ${old}, found ${row[column!]}`)
    if (old === value) throw fault('changes nothing')
    row[column!] = value!
    if (words) row[names.words] = words
    if (source) row[names.source] = source
  }
  return tables
}

/** Rows to bytes: CSV in the order of a specification, and the table schema that describes it. Same rows, same bytes. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { csvFormatRows } from 'd3-dsv'
import type { FieldSpecification, TableSpecification } from '../tables/table-specification.js'

/** Cell values by column, as they are written. */
export type OutputRow = Readonly<Record<string, string | number | undefined>>

/**
 * A table as CSV: header, one line per row, a line break at the end.
 *
 * @throws Error naming the column when a row has one that the specification does not know (a fault of the program).
 */
function tableText(table: TableSpecification, rows: readonly OutputRow[]): string {
  const names = table.fields.map(field => field.name)
  const known = new Set(names)
  for (const row of rows) {
    for (const name of Object.keys(row)) {
      if (!known.has(name)) throw new Error(`table ${table.name} has no column ${name}`)
    }
  }
  const cells = rows.map(row => names.map(name => cellText(row[name])))
  return `${csvFormatRows([names, ...cells])}\n`
}

/** Line breaks inside a cell are closed up, so that a row is a line. */
function cellText(value: string | number | undefined): string {
  return value === undefined ? '' : String(value).replace(/\s*[\r\n]+\s*/g, ' ')
}

/**
 * The file of a table, and what a descriptor says of it (Frictionless `tabular-data-resource`): sources and
 * licences are for the caller to add.
 *
 * @throws Error naming the column when a row has one that the specification does not know (a fault of the program).
 */
export function tableFile(table: TableSpecification, rows: readonly OutputRow[]) {
  const bytes = new TextEncoder().encode(tableText(table, rows))
  const resource = {
    name: table.name,
    path: `${table.name}.csv`,
    profile: 'tabular-data-resource',
    title: table.title,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${bytesToHex(sha256(bytes))}`,
    rows: rows.length,
    schema: tableSchema(table),
  }
  return { bytes, resource }
}

/** The Frictionless table schema of a table; references that allow other words than ids are no foreign keys. */
function tableSchema(table: TableSpecification) {
  const references = table.fields.filter(field => field.reference !== undefined && field.type !== 'list')
  const keyed = new Set(['countries', 'economies'])
  return {
    fields: table.fields.map(fieldOf),
    missingValues: [''],
    primaryKey: table.key,
    foreignKeys: references
      .filter(field => (field.reference!.also ?? []).length === 0)
      .map(field => ({
        fields: field.name,
        reference: {
          resource: field.reference!.table,
          fields: keyed.has(field.reference!.table) ? 'iso3' : 'id',
        },
      })),
  }
}

function fieldOf(field: FieldSpecification) {
  const list = field.type === 'list'
  const constraints = {
    ...(field.required ? { required: true } : {}),
    ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
    ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
    ...(field.enum === undefined || list ? {} : { enum: field.enum }),
    ...(field.pattern === undefined ? {} : { pattern: `^(?:${field.pattern.source})$` }),
  }
  const parts = list ? ' Parts are divided by semicolons.' : ''
  return {
    name: field.name,
    type: list ? 'string' : field.type,
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    description: `${field.description}${parts}`,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  }
}

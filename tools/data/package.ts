/** Tables to bytes: CSV in the order of the specification, and the Frictionless descriptor that names them. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { csvFormatRows } from 'd3-dsv'
import type { FieldSpecification, TableSpecification } from '../../src/dataset/table-specification.js'
import { FORMAT_VERSION, TABLES } from '../../src/dataset/tables.js'
import { TABLE_ORIGINS } from './table-origins.js'
import type { OutputRow } from './wording.js'

export type TableRows = Readonly<Record<string, readonly OutputRow[]>>

/** Every file of the package: path inside the folder to bytes. Same rows, same bytes. */
export function packageFiles(
  tables: TableRows,
  gaps: readonly string[],
  version: string,
): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder()
  const files = new Map<string, Uint8Array>()
  const titles = new Map((tables.sources ?? []).map(row => [String(row.id), row]))
  const resources = TABLES.map(table => {
    const rows = tables[table.name]
    if (rows === undefined) throw new Error(`data:build: table ${table.name} was not built`)
    const bytes = encoder.encode(csvText(table, rows))
    const path = `${table.name}.csv`
    files.set(path, bytes)
    const origin = TABLE_ORIGINS[table.name]
    if (origin === undefined) throw new Error(`data:build: table ${table.name} has no origin`)
    return {
      name: table.name,
      path,
      profile: 'tabular-data-resource',
      title: table.title,
      description: table.description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: bytes.length,
      hash: `sha256:${bytesToHex(sha256(bytes))}`,
      rows: rows.length,
      schema: schemaOf(table),
      sources: origin.sources.map(id => sourceReference(id, titles)),
      licenses: [origin.licence],
      ...(table.name === 'country-figures' ? { gaps } : {}),
    }
  })
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'sco-2023',
    title: 'Trade, corridors and blocs of Eurasia, 2023',
    version,
    keruen: { format: FORMAT_VERSION, year: 2023 },
    description:
      'Embedded dataset of Keruen. Terms differ by table; see LICENSES.md. Country names follow the United Nations and imply no opinion on the legal status of any territory.',
    homepage: 'https://specs.frictionlessdata.io/',
    licenses: [{ name: 'other-open', title: 'By table, see LICENSES.md', path: 'LICENSES.md' }],
    resources,
  }
  files.set('datapackage.json', encoder.encode(`${JSON.stringify(descriptor, null, 2)}\n`))
  return files
}

function sourceReference(id: string, titles: ReadonlyMap<string, OutputRow>) {
  const row = titles.get(id)
  if (row === undefined) throw new Error(`data:build: sources.csv has no ${id}`)
  return { name: id, title: row.title, ...(row.address ? { path: row.address } : {}) }
}

function csvText(table: TableSpecification, rows: readonly OutputRow[]): string {
  const names = table.fields.map(field => field.name)
  const stray = rows.flatMap(row => Object.keys(row)).find(name => !names.includes(name))
  if (stray !== undefined) throw new Error(`data:build: table ${table.name} has no column ${stray}`)
  const cells = rows.map(row => names.map(name => cellText(row[name])))
  return `${csvFormatRows([names, ...cells])}\n`
}

/** Line breaks inside a cell are closed up, so that a row is a line. */
function cellText(value: string | number | undefined): string {
  return value === undefined ? '' : String(value).replace(/\s*[\r\n]+\s*/g, ' ')
}

function schemaOf(table: TableSpecification) {
  const references = table.fields.filter(field => field.reference !== undefined && field.type !== 'list')
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
          fields: field.reference!.table === 'countries' ? 'iso3' : 'id',
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

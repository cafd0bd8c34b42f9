/** Tables to bytes: CSV in the order of the specification, and the Frictionless descriptor that names them. */

import { type OutputRow, tableFile } from '../../src/dataset/reading/write-table.js'
import { FORMAT_VERSION, TABLES } from '../../src/dataset/tables/tables.js'
import { TABLE_ORIGINS } from './table-origins.js'

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
    const origin = TABLE_ORIGINS[table.name]
    if (origin === undefined) throw new Error(`data:build: table ${table.name} has no origin`)
    const { bytes, resource } = tableFile(table, rows)
    files.set(resource.path, bytes)
    return {
      ...resource,
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

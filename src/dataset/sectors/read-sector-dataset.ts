/** Bytes of a many-sector package in, baseline out; or every fault of it at once. Pure, as `readDataset` is. */
import { type Issue, KeruenError } from '../../errors.js'
import { assembleSources } from '../reading/assemble-model.js'
import { checkReferences } from '../reading/check-references.js'
import { issueList } from '../reading/issue-list.js'
import { hashIssues, hashOf } from '../reading/package-hash.js'
import { type Descriptor, readDescriptor } from '../reading/read-descriptor.js'
import { readTable, type Table } from '../reading/read-table.js'
import { checkSectors } from './check-sectors.js'
import { type SectorCells, scanCells } from './scan-cells.js'
import type { CargoKind, ElasticitySource, HiddenEconomy, Sector, SectorDataset } from './sector-dataset.js'
import { SECTOR_TABLES } from './sector-tables.js'

type Files = ReadonlyMap<string, Uint8Array>

/** The one long table. */
const TRADE = 'sector-trade'

interface Reading {
  readonly issues: readonly Issue[]
  readonly descriptor?: Descriptor
  readonly tables: ReadonlyMap<string, Table>
  /** Given where the long table could be scanned; it is not among the tables then. */
  readonly cells?: SectorCells
}

/**
 * The many-sector baseline of a data package, as `keruen data build sectors` writes it.
 *
 * Axes are sorted by id: the order of rows in a file changes nothing. The arrays belong to the caller. O(J n²).
 *
 * @param files path inside the folder → bytes; files that no table names are left alone.
 * @throws KeruenError (input) with every fault that was found, each with file, line and field where known; also when
 *   the package is of another kind (`dataset.wrong-kind`).
 */
export function readSectorDataset(files: Files): SectorDataset {
  const { issues, descriptor, tables, cells } = readPackage(files)
  if (issues.length > 0 || descriptor === undefined) throw new KeruenError('input', issues)
  const table = (name: string) => tables.get(name)!
  const { id, title, version, year } = descriptor
  const economies = sortedText(table('economies'), 'iso3')
  const sectors = assembleSectors(table('sectors'))
  const authors = table('elasticity-sources')
  const standard = authors.numbers('is_default').indexOf(1)
  return {
    id,
    title,
    year,
    version,
    hash: hashOf(files, descriptor),
    economies,
    hidden: assembleHidden(table('economies')),
    sectors,
    ...(cells ?? assembleCells(table(TRADE), economies, sectors)),
    elasticities: assembleElasticities(authors, table('sector-elasticities'), sectors),
    defaultElasticity: authors.text('id')[standard]!,
    defaultElasticityReason: authors.text('reason')[standard]!,
    sources: assembleSources(table('sources')),
  }
}

/** Every fault of a many-sector package; none = it can be used. Also checks the hashes that the descriptor states. */
export function validateSectorDataset(files: Files): Issue[] {
  const { issues, descriptor } = readPackage(files)
  return [...issues, ...hashIssues(files, descriptor)]
}

function readPackage(files: Files): Reading {
  const found = issueList()
  const descriptor = readDescriptor(files, found, { kind: 'sectors', tables: SECTOR_TABLES })
  const tables = new Map<string, Table>()
  if (descriptor === undefined) return { issues: found.issues, tables }
  const read = (names: (name: string) => boolean) => {
    for (const specification of SECTOR_TABLES.filter(({ name }) => names(name))) {
      const resource = descriptor.resources.get(specification.name)
      const bytes = resource === undefined ? undefined : files.get(resource.path)
      if (resource === undefined || bytes === undefined) continue
      const table = readTable(specification, resource.path, bytes, resource.columns, found)
      if (table !== undefined) tables.set(specification.name, table)
    }
  }
  read(name => name !== TRADE)
  const cells = quickCells(files, descriptor, tables)
  if (cells === undefined) read(name => name === TRADE)
  checkReferences(tables, found, SECTOR_TABLES)
  checkSectors(tables, found)
  return { issues: found.issues, descriptor, tables, cells }
}

function quickCells(
  files: Files,
  descriptor: Descriptor,
  tables: ReadonlyMap<string, Table>,
): SectorCells | undefined {
  const bytes = files.get(descriptor.resources.get(TRADE)?.path ?? '')
  const [economies, sectors] = [tables.get('economies'), tables.get('sectors')]
  if (bytes === undefined || economies === undefined || sectors === undefined) return undefined
  return scanCells(bytes, sortedText(economies, 'iso3'), sortedText(sectors, 'id'))
}

function sortedText(table: Table, column: string): string[] {
  return [...table.text(column)].sort()
}

function assembleSectors(table: Table): Sector[] {
  const [id, name, cargo] = ['id', 'name', 'cargo'].map(table.text)
  return id!
    .map((sector, k) => ({ id: sector, name: name![k]!, cargo: cargo![k] as CargoKind }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function assembleHidden(economies: Table): HiddenEconomy[] {
  const within = economies.text('iso3')
  return economies
    .text('contains')
    .flatMap((cell, k) => (cell === '' ? [] : cell.split(';').map(iso3 => ({ iso3, within: within[k]! }))))
    .sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1))
}

function assembleCells(table: Table, economies: readonly string[], sectors: readonly Sector[]): SectorCells {
  const n = economies.length
  const flows = new Float64Array(sectors.length * n * n)
  const tariff = new Float64Array(flows.length)
  const place = new Map(economies.map((iso3, k) => [iso3, k]))
  const sectorPlace = new Map(sectors.map(({ id }, s) => [id, s]))
  const [exporters, importers, sectorIds] = ['exporter', 'importer', 'sector'].map(table.text)
  const [values, rates] = ['value_musd', 'tariff'].map(table.numbers)
  for (let k = 0; k < table.length; k++) {
    const row = sectorPlace.get(sectorIds![k]!)! * n + place.get(exporters![k]!)!
    const cell = row * n + place.get(importers![k]!)!
    flows[cell] = values![k]!
    tariff[cell] = rates![k]!
  }
  return { flows, tariff }
}

function assembleElasticities(authors: Table, table: Table, sectors: readonly Sector[]): ElasticitySource[] {
  const sectorPlace = new Map(sectors.map(({ id }, s) => [id, s]))
  const names = authors.text('name')
  const [sectorIds, sources, qualities] = ['sector', 'source', 'quality'].map(table.text)
  const numbers = table.numbers('value')
  return authors
    .text('id')
    .map((source, a) => {
      const values = new Float64Array(sectors.length)
      const filledIn: string[] = []
      for (let k = 0; k < table.length; k++) {
        if (sources![k] !== source) continue
        values[sectorPlace.get(sectorIds![k]!)!] = numbers[k]!
        if (qualities![k] === 'estimated') filledIn.push(sectorIds![k]!)
      }
      return { source, name: names[a]!, values, filledIn: filledIn.sort() }
    })
    .sort((a, b) => (a.source < b.source ? -1 : 1))
}

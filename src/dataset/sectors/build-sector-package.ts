/** Makes a many-sector package of the files that a user brings. Same files, same bytes. */
import type { Dataset, Quality } from '../dataset.js'
import { HOSTS } from '../joined-economies.js'
import { DESCRIPTOR_PATH } from '../reading/read-descriptor.js'
import type { Table } from '../reading/read-table.js'
import { type OutputRow, tableFile } from '../reading/write-table.js'
import { FORMAT_VERSION } from '../tables/tables.js'
import {
  DEFAULT_ELASTICITY,
  DEFAULT_ELASTICITY_REASON,
  ELASTICITY_CATALOGUE,
  FALL_BACK,
  SECTOR_CATALOGUE,
  SECTOR_SOURCES,
  UNIFORM_SOURCE,
} from './sector-catalogue.js'
import { readSectorInputs, type SectorInputs } from './sector-inputs.js'
import { sectorReadme } from './sector-readme.js'
import { SECTOR_TABLES } from './sector-tables.js'

/** Raised whenever the same files give other figures. */
const VERSION = '2022.1'
const YEAR = 2022
const REST = 'ROW'

/** Names of all files that `buildSectorPackage` gives. */
export const SECTOR_PACKAGE_FILES: readonly string[] = [
  DESCRIPTOR_PATH,
  'README.md',
  ...SECTOR_TABLES.map(table => `${table.name}.csv`),
]

const TABLE_SOURCES: Readonly<Record<string, readonly string[]>> = {
  sectors: ['keruen'],
  economies: ['oecd-icio', 'keruen'],
  'sector-trade': ['oecd-icio', 'global-tariff-database', 'us-tariff'],
  'sector-joined': ['oecd-icio', 'global-tariff-database', 'us-tariff'],
  'elasticity-sources': ['elasticity-literature', 'keruen'],
  'sector-elasticities': ['elasticity-literature', 'us-tariff'],
  sources: ['keruen'],
}

/** Terms of a table whose sources include one that may not be passed on. */
const CLOSED = { name: 'unknown', title: 'Not known for all parts: not to be passed on' }
const OPEN = { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0' }

/**
 * The files of a many-sector package: path inside the folder → bytes.
 *
 * Hong Kong is joined to China where both are there: flows are added, their mutual trade becomes home sales, tariffs
 * are averaged with the flows as weights (China's own where neither trades). A tariff on what is no cargo (services) is set
 * to zero and kept in `recorded_tariff`. Nothing else is changed.
 *
 * @param dataset knows the names of countries and areas, and which of them there are.
 * @throws KeruenError (input) with every fault of the two files; nothing is built then.
 */
export function buildSectorPackage(inputs: SectorInputs, dataset: Dataset): ReadonlyMap<string, Uint8Array> {
  const names = new Map(dataset.countries.map(({ iso3, names }) => [iso3, names.en]))
  const { trade, elasticities, economies, sectors } = readSectorInputs(inputs, new Set(names.keys()))
  const hostOf = (iso3: string) => {
    const host = HOSTS[iso3]
    return host !== undefined && economies.includes(host) ? host : iso3
  }
  const kept = economies.filter(iso3 => hostOf(iso3) === iso3)
  const rows: Readonly<Record<string, readonly OutputRow[]>> = {
    sectors: SECTOR_CATALOGUE.filter(([id]) => sectors.includes(id)).map(([id, name, cargo, reason]) => ({
      id,
      name,
      cargo,
      cargo_reason: reason,
      quality: 'estimated',
      source: 'keruen',
    })),
    economies: kept.map(iso3 => economyRow(iso3, economies, hostOf, names)),
    'sector-trade': tradeRows(trade, kept, sectors, hostOf),
    'sector-joined': joinedRows(trade, hostOf),
    'elasticity-sources': Object.entries(ELASTICITY_CATALOGUE).map(([id, { name, method, note }]) => ({
      id,
      name,
      method,
      is_default: String(id === DEFAULT_ELASTICITY),
      reason: id === DEFAULT_ELASTICITY ? DEFAULT_ELASTICITY_REASON : '',
      note,
    })),
    'sector-elasticities': elasticityRows(elasticities, sectors),
    sources: SECTOR_SOURCES,
  }
  return filesOf(rows)
}

function economyRow(
  iso3: string,
  economies: readonly string[],
  hostOf: (iso3: string) => string,
  names: ReadonlyMap<string, string>,
): OutputRow {
  const joined = economies.filter(part => part !== iso3 && hostOf(part) === iso3)
  if (iso3 !== REST) {
    return {
      iso3,
      name: names.get(iso3),
      contains: joined.join(';'),
      quality: 'derived',
      source: 'oecd-icio',
      note: joined.length === 0 ? '' : 'Recorded cells of what is joined stand in sector-joined',
    }
  }
  return {
    iso3,
    name: 'Rest of the world',
    contains: [...names.keys()]
      .filter(code => !economies.includes(code))
      .sort()
      .join(';'),
    quality: 'estimated',
    source: 'oecd-icio',
    note: 'A residual: no country within it can be reported apart, and no tariff of its own is recorded',
  }
}

/** Cells of the kept economies, exporter before importer before sector. */
function tradeRows(
  trade: Table,
  kept: readonly string[],
  sectors: readonly string[],
  hostOf: (iso3: string) => string,
): OutputRow[] {
  const n = kept.length
  const place = new Map(kept.map((iso3, k) => [iso3, k]))
  const sectorPlace = new Map(sectors.map((id, s) => [id, s]))
  const cells = n * n * sectors.length
  const value = new Float64Array(cells)
  const duty = new Float64Array(cells) // tariff × value
  const own = new Float64Array(cells) // tariff of the host itself
  const parts = new Uint8Array(cells)
  const [exporters, importers, sectorIds] = ['exporter', 'importer', 'sector'].map(trade.text)
  const [values, tariffs] = ['value_musd', 'tariff'].map(trade.numbers)
  for (let k = 0; k < trade.length; k++) {
    const [i, j] = [hostOf(exporters![k]!), hostOf(importers![k]!)]
    const pair = place.get(i)! * n + place.get(j)!
    const cell = pair * sectors.length + sectorPlace.get(sectorIds![k]!)!
    value[cell]! += values![k]!
    duty[cell]! += values![k]! * tariffs![k]!
    parts[cell]! += 1
    if (i === exporters![k] && j === importers![k]) own[cell] = tariffs![k]!
  }
  const carried = new Set(SECTOR_CATALOGUE.filter(([, , cargo]) => cargo !== 'none').map(([id]) => id))
  const rows: OutputRow[] = []
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let s = 0; s < sectors.length; s++) {
        const cell = (i * n + j) * sectors.length + s
        const joined = parts[cell]! > 1
        const recorded = !joined || value[cell] === 0 ? own[cell]! : rounded(duty[cell]! / value[cell]!)
        const tariff = i === j || !carried.has(sectors[s]!) ? 0 : recorded
        rows.push({
          exporter: kept[i],
          importer: kept[j],
          sector: sectors[s],
          value_musd: joined ? rounded(value[cell]!) : value[cell],
          tariff,
          recorded_tariff: i !== j && tariff !== recorded ? recorded : undefined,
          quality: (kept[i] === REST || kept[j] === REST ? 'estimated' : 'derived') satisfies Quality,
        })
      }
    }
  }
  return rows
}

function joinedRows(trade: Table, hostOf: (iso3: string) => string): OutputRow[] {
  const [exporters, importers, sectorIds] = ['exporter', 'importer', 'sector'].map(trade.text)
  const [values, tariffs] = ['value_musd', 'tariff'].map(trade.numbers)
  const rows: OutputRow[] = []
  for (let k = 0; k < trade.length; k++) {
    const [exporter, importer] = [exporters![k]!, importers![k]!]
    if (hostOf(exporter) === exporter && hostOf(importer) === importer) continue
    rows.push({
      exporter,
      importer,
      sector: sectorIds![k],
      value_musd: values![k],
      tariff: tariffs![k],
      quality: exporter === REST || importer === REST ? 'estimated' : 'derived',
    })
  }
  const key = (row: OutputRow) => `${row.exporter} ${row.importer} ${row.sector}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function elasticityRows(table: Table, sectors: readonly string[]): OutputRow[] {
  const lines = table.text('sector')
  return sectors.flatMap(sector =>
    Object.keys(ELASTICITY_CATALOGUE).map(source => {
      const value = table.numbers(source)[lines.indexOf(sector)]!
      const filled = source !== UNIFORM_SOURCE && value === FALL_BACK
      return {
        sector,
        source,
        value,
        quality: filled ? 'estimated' : 'published',
        note: filled ? `The source has no estimate: the compiler filled in ${FALL_BACK}` : '',
      }
    }),
  )
}

/** Sums of figures with three decimals, and averages, without the dust of binary fractions. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

function filesOf(rows: Readonly<Record<string, readonly OutputRow[]>>): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder()
  const files = new Map<string, Uint8Array>()
  const resources = SECTOR_TABLES.map(table => {
    const { bytes, resource } = tableFile(table, rows[table.name]!)
    files.set(resource.path, bytes)
    const sources = TABLE_SOURCES[table.name]!
    return {
      ...resource,
      sources: sources.map(id => sourceReference(id)),
      licenses: [sources.includes('us-tariff') ? CLOSED : OPEN],
    }
  })
  const descriptor = {
    profile: 'tabular-data-package',
    name: `sectors-icio-${YEAR}`,
    title: `Trade, tariffs and elasticities by sector, ${YEAR}`,
    version: VERSION,
    keruen: { format: FORMAT_VERSION, kind: 'sectors', year: YEAR },
    description:
      'Many-sector baseline made by keruen data build from files that the user brings. Not to be passed on: the licence of the tariffs is not known. Country names follow the United Nations and imply no opinion on the legal status of any territory.',
    licenses: [CLOSED],
    resources,
  }
  files.set('README.md', encoder.encode(sectorReadme()))
  files.set(DESCRIPTOR_PATH, encoder.encode(`${JSON.stringify(descriptor, null, 2)}\n`))
  return files
}

function sourceReference(id: string) {
  const { title, address } = SECTOR_SOURCES.find(source => source.id === id)!
  return { name: id, title, ...(address ? { path: address } : {}) }
}

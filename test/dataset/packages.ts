/** Data packages for tests: the embedded one, and small ones written from rows. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PARAMETER_IDS } from '../../src/dataset/parameters.js'
import { TABLES } from '../../src/dataset/tables/tables.js'

export type Files = Map<string, Uint8Array>

const DATA = join(dirname(fileURLToPath(import.meta.url)), '../../data')
const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** The package in data/. */
export function embeddedFiles(): Files {
  const names = readdirSync(DATA).filter(name => name.endsWith('.csv') || name === 'datapackage.json')
  return new Map(names.map(name => [name, new Uint8Array(readFileSync(join(DATA, name)))]))
}

/** Text of a file in data/. */
export function embeddedText(name: string): string {
  return readFileSync(join(DATA, name), 'utf8')
}

type Row = Readonly<Record<string, string | number>>

/** A complete package of `economies` countries in a chain, each with one place, trading with one another. */
export function smallPackage(economies = 2): Files {
  const codes = Array.from(
    { length: economies },
    (_, k) => `A${String.fromCharCode(65 + Math.floor(k / 26), 65 + (k % 26))}`,
  )
  const graded = { quality: 'published', source: 'made up' }
  const place = (code: string) => code.toLowerCase()
  const hours = { hours: 5, hours_low: 1, hours_high: 9 }
  const rows: Record<string, Row[]> = {
    countries: codes.map((iso3, k) => ({
      iso3,
      iso2: iso3.slice(0, 2),
      numeric: String(k).padStart(3, '0'),
      region: 'europe',
      name_en: iso3,
      name_ru: iso3,
      name_zh: iso3,
      name_kk: iso3,
      centre: iso3,
      longitude: k,
      latitude: k,
      ...graded,
    })),
    'country-figures': [...codes, 'WLD'].flatMap(iso3 =>
      ['gdp-nominal', 'population'].map(indicator => ({
        iso3,
        indicator,
        year: 2023,
        value: 1000,
        unit: indicator === 'population' ? 'persons' : 'USD',
        ...graded,
      })),
    ),
    blocs: codes.map(iso3 => ({ bloc: 'alliance', iso3, role: 'member', from: '2001-06-15', ...graded })),
    trade: codes.flatMap((exporter, i) =>
      codes.map((importer, j) => ({
        exporter,
        importer,
        recorded_musd: i === j ? 100 : 10,
        adjustment_musd: 0,
        value_musd: i === j ? 100 : 10,
        ...graded,
      })),
    ),
    tariffs: [{ iso3: codes[0]!, percent: 5, year: 2020, ...graded }],
    'bulk-shares': [{ exporter: '*', importer: '*', share: 0.1, ...graded }],
    'air-shares': [{ exporter: '*', importer: '*', share: 0.2, ...graded }],
    'network-places': codes.map((code, k) => ({
      id: place(code),
      name: code,
      country: code,
      longitude: k,
      latitude: k,
      kind: 'city',
      ...graded,
    })),
    'network-links': codes.slice(1).map((code, k) => ({
      id: `rail-${place(codes[k]!)}--${place(code)}`,
      from: place(codes[k]!),
      to: place(code),
      mode: 'rail',
      country: code,
      length_km: 100,
      speed_kmh: 40,
      cost_usd_per_teu_km: 0.3,
      status: 'open',
      length_quality: 'published',
      waypoints: '0.5 0.5;0.6 0.7',
      ...graded,
    })),
    'network-end-waits': [
      {
        place_id: place(codes[0]!),
        mode: 'rail',
        end: 'origin',
        ...hours,
        counts_for: 'every shipment',
        ...graded,
      },
    ],
    'network-modes': [
      {
        id: 'chain',
        ends_a: codes[0]!,
        ends_b: 'europe',
        lorry: 0.5,
        lorry_low: 0.2,
        lorry_high: 0.8,
        no_train: 0.4,
        no_transit: 0.3,
        switch_usd_per_teu: 1000,
        ...graded,
      },
    ],
    'network-bulk': [
      {
        id: 'pipe',
        exporters: codes[0]!,
        importers: 'europe',
        own_chain: 0.5,
        own_chain_low: 0.4,
        own_chain_high: 0.9,
        outlet: '',
        other_ways: '',
        ...graded,
      },
    ],
    'network-ranges': [
      { id: 'slow', quantity: 'speed', own_below: 30, low: 10, central: 20, high: 30 },
      { id: 'fast', quantity: 'speed', own_from: 30, low: 30, central: 40, high: 60 },
    ].map(row => ({
      applies_to: 'rail',
      unit: 'km/h',
      basis: 'made up',
      own_from: '',
      own_below: '',
      ...row,
      ...graded,
    })),
    // A package of one economy has no link that a market could serve.
    'freight-markets': codes.slice(1, 2).map(() => ({
      id: 'lines',
      name: 'Lines',
      mode: 'rail',
      own_from: '',
      own_below: 0.5,
      borders: '',
      neighbours: '',
      unit: 'TEU-day',
      usd: 20,
      supply_elasticity: 'valueOfDay',
      ...graded,
    })),
    'network-terminals': [
      {
        place_id: place(codes[0]!),
        mode_a: 'rail',
        mode_b: 'road',
        ...hours,
        usd_per_teu: 25,
        status: 'open',
        ...graded,
      },
    ],
    'network-corridors': [
      {
        id: 'chain',
        name: 'Chain',
        status: 'open',
        modes: 'rail',
        places: codes.map(place).join(';'),
        ...graded,
      },
    ],
    'network-gateways': codes.map(iso3 => ({
      iso3,
      place_id: place(iso3),
      share: 1,
      hinterland_hours: 0,
      hinterland_usd_per_teu: 0,
      ...graded,
    })),
    avoidance: [
      {
        id: 'others',
        territory: codes[0]!,
        regime: '2024',
        share: 0.1,
        share_low: 0,
        share_high: 0.2,
        premium_usd_per_teu: 300,
        ...graded,
      },
    ],
    parameters: PARAMETER_IDS.map(id => ({
      id,
      value: 1,
      low: 0.5,
      high: 2,
      unit: 'ratio',
      distribution: 'fixed',
      meaning: 'made up',
      ...graded,
    })),
    sources: [{ id: 'made-up', title: 'Made up', licence: 'CC0', attribution: 'nobody', changes: 'none' }],
  }
  return packageOf(rows)
}

/** Writes rows as a package; tables without rows get a header, what is optional is written where a row has it. */
function packageOf(rows: Readonly<Record<string, readonly Row[]>>): Files {
  const files: Files = new Map()
  const tables = TABLES.filter(table => !table.optional || rows[table.name] !== undefined)
  for (const table of tables) {
    const names = table.fields
      .filter(({ name, optional }) => !optional || rows[table.name]?.some(row => name in row))
      .map(field => field.name)
    const lines = (rows[table.name] ?? []).map(row => names.map(name => String(row[name] ?? '')).join(','))
    files.set(`${table.name}.csv`, encode(`${[names.join(','), ...lines].join('\n')}\n`))
  }
  const descriptor = {
    name: 'small',
    title: 'Small',
    version: '1',
    keruen: { format: 1, year: 2023 },
    resources: tables.map(table => ({ name: table.name, path: `${table.name}.csv` })),
  }
  files.set('datapackage.json', encode(JSON.stringify(descriptor)))
  return files
}

/** The same package with one file rewritten. The change must change something. */
export function edited(files: Files, path: string, change: (text: string) => string): Files {
  const before = decode(files.get(path)!)
  const after = change(before)
  if (after === before) throw new Error(`the edit of ${path} changes nothing`)
  return new Map(files).set(path, encode(after))
}

/** The same package with one cell replaced; the line is counted as in an editor, the header being line 1. */
export function withCell(files: Files, path: string, line: number, column: string, cell: string): Files {
  return edited(files, path, text => {
    const lines = text.split('\n')
    const position = lines[0]!.split(',').indexOf(column)
    const cells = lines[line - 1]!.split(',')
    cells[position] = cell
    lines[line - 1] = cells.join(',')
    return lines.join('\n')
  })
}

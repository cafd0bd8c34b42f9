/** Made-up files for tests: a tiny many-sector package, and tiny files as a user brings them. No figure is real. */
import { ELASTICITY_CATALOGUE } from '../../../src/dataset/sectors/sector-catalogue.js'
import type { SectorInputs } from '../../../src/dataset/sectors/sector-inputs.js'
import { SECTOR_TABLES } from '../../../src/dataset/sectors/sector-tables.js'
import type { Files } from '../packages.js'

type Row = Readonly<Record<string, string | number>>

const encode = (text: string) => new TextEncoder().encode(text)

const graded = { quality: 'estimated', source: 'made up' }

/** Sales of exporter i to importer j of the s-th sector, made up: home sales of 100, else i + 2 j + 4 s + 1. */
export const madeUpFlow = (i: number, j: number, s: number) => (i === j ? 100 : i + 2 * j + 4 * s + 1)
export const madeUpTariff = (i: number, j: number, s: number) => (i === j ? 0 : (i + j + s) / 64)

/** Two economies and the rest of the world, a sector that is cargo and one that is none; two elasticity sources. */
export function smallSectorPackage(): Files {
  const economies = ['AAA', 'BBB', 'ROW']
  const sectors = ['GOODS', 'SERVICES']
  const rows: Record<string, Row[]> = {
    sectors: [
      { id: 'GOODS', name: 'Goods', cargo: 'general', cargo_reason: 'made up', ...graded },
      { id: 'SERVICES', name: 'Services', cargo: 'none', cargo_reason: 'made up', ...graded },
    ],
    economies: economies.map(iso3 => ({
      iso3,
      name: `Economy ${iso3}`,
      contains: iso3 === 'ROW' ? 'CCC;DDD' : '',
      ...graded,
    })),
    'sector-trade': economies.flatMap((exporter, i) =>
      economies.flatMap((importer, j) =>
        sectors.map((sector, s) => ({
          exporter,
          importer,
          sector,
          value_musd: madeUpFlow(i, j, s),
          tariff: madeUpTariff(i, j, s),
          quality: 'estimated',
        })),
      ),
    ),
    'elasticity-sources': [
      { id: 'ONE', name: 'One (2001)', method: 'made up', is_default: 'true', reason: 'made up for a test' },
      { id: 'TWO', name: 'Two (2002)', method: 'made up', is_default: 'false', reason: '' },
    ],
    'sector-elasticities': sectors.flatMap((sector, s) =>
      ['ONE', 'TWO'].map((source, k) => ({
        sector,
        source,
        value: 3 + s + 10 * k,
        quality: source === 'TWO' && s === 1 ? 'estimated' : 'published',
      })),
    ),
    sources: [{ id: 'made-up', title: 'Made up', licence: 'CC0', attribution: 'nobody', changes: 'none' }],
  }
  const files: Files = new Map()
  const tables = SECTOR_TABLES.filter(table => !table.optional)
  for (const table of tables) {
    const names = table.fields.filter(field => !field.optional).map(field => field.name)
    const lines = rows[table.name]!.map(row => names.map(name => String(row[name] ?? '')).join(','))
    files.set(`${table.name}.csv`, encode(`${[names.join(','), ...lines].join('\n')}\n`))
  }
  const descriptor = {
    name: 'small-sectors',
    title: 'Small, made up',
    version: '1',
    keruen: { format: 1, kind: 'sectors', year: 2022 },
    resources: tables.map(table => ({ name: table.name, path: `${table.name}.csv` })),
  }
  return files.set('datapackage.json', encode(JSON.stringify(descriptor)))
}

/** One row of trade as a user brings it: exporter, importer, sector, value, tariff. */
export type MadeUpCell = readonly [string, string, string, number, number]

/** The cells of a made-up world of China, Hong Kong, Kazakhstan and the rest, with two sectors. */
export function madeUpCells(): MadeUpCell[] {
  const economies = ['CHN', 'HKG', 'KAZ', 'ROW']
  return economies.flatMap((exporter, i) =>
    economies.flatMap((importer, j) =>
      ['C10T12', 'SERVICES'].map(
        (sector, s): MadeUpCell => [exporter, importer, sector, madeUpFlow(i, j, s), madeUpTariff(i, j, s)],
      ),
    ),
  )
}

/** Both files as text, as a user brings them. */
export function madeUpFiles(cells: readonly MadeUpCell[] = madeUpCells()): {
  trade: string
  elasticities: string
} {
  const sources = Object.keys(ELASTICITY_CATALOGUE)
  const ratios = ['C10T12', 'SERVICES'].map((sector, s) => [sector, ...sources.map((_, k) => 2 + k + 2 * s)])
  return {
    trade: `${[['exporter', 'importer', 'sector', 'value_musd', 'tariff'], ...cells].map(row => row.join(',')).join('\n')}\n`,
    elasticities: `${[['sector', ...sources], ...ratios].map(row => row.join(',')).join('\n')}\n`,
  }
}

export function asInputs({ trade, elasticities }: { trade: string; elasticities: string }): SectorInputs {
  return {
    trade: { path: 'trade.csv', bytes: encode(trade) },
    elasticities: { path: 'elasticities.csv', bytes: encode(elasticities) },
  }
}

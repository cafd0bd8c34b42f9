/** The panels on which the estimators are timed, with the coefficients that each must give. */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { EstimationData, Grouping } from '../src/gravity/fit/estimation-data.js'

const published = join(
  process.env.KERUEN_REPLICATION_DATA ?? join(import.meta.dirname, '..', '..', 'shared'),
  'published',
)

export interface GravityCase {
  readonly label: string
  /** Names of panel and model in peers/fixest.R. */
  readonly panel: string
  readonly model: string
  readonly file: string
  readonly limitMs: number
  readonly data: EstimationData
  /** Coefficients by fixest at its tight tolerance. */
  readonly expected: readonly number[]
}

/** Numbers and texts of a CSV file by column, read in pieces. */
function readColumns(file: string, rows: number): ReadonlyMap<string, Float64Array | string[]> {
  const descriptor = openSync(file, 'r')
  const chunk = Buffer.alloc(1 << 24)
  let names: string[] = []
  let columns: (Float64Array | string[])[] = []
  let rest = ''
  let row = 0
  for (let length = readSync(descriptor, chunk); length > 0; length = readSync(descriptor, chunk)) {
    const lines = (rest + chunk.toString('latin1', 0, length)).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      const cells = line.split(',')
      if (names.length === 0) {
        names = cells
        continue
      }
      if (row === 0) columns = cells.map(cell => (Number.isNaN(Number(cell)) ? [] : new Float64Array(rows)))
      cells.forEach((cell, k) => {
        columns[k]![row] = Array.isArray(columns[k]) ? cell : Number(cell)
      })
      row++
    }
  }
  closeSync(descriptor)
  if (row !== rows) throw new Error(`${file} has ${row} rows, not ${rows}`)
  return new Map(names.map((name, k) => [name, columns[k]!]))
}

function numbered(values: ArrayLike<number | string>): Int32Array {
  const position = new Map<number | string, number>()
  return Int32Array.from({ length: values.length }, (_, row) => {
    const known = position.get(values[row]!)
    if (known !== undefined) return known
    position.set(values[row]!, position.size)
    return position.size - 1
  })
}

function crossed(name: string, ...columns: readonly Int32Array[]): Grouping {
  const counts = columns.map(ids => ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  const ids = columns[0]!.map((_, row) =>
    columns.reduce((key, column, k) => key * counts[k]! + column[row]!, 0),
  )
  return { name, ids }
}

function reference(file: string, keep: (row: Record<string, string>) => boolean): number[] {
  const [header, ...lines] = readFileSync(join(published, 'reference', file), 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = header!.split(',')
  return lines
    .map(line => Object.fromEntries(line.split(',').map((cell, k) => [names[k]!, cell])))
    .filter(keep)
    .map(row => Number(row.estimate))
}

/** The Guide's data: 99,981 rows, one regressor and 21; nothing where the file is missing. */
export function guideCases(folder: string): GravityCase[] {
  const packed = join(published, 'agtpa', 'agtpa_applications.csv.gz')
  if (!existsSync(packed)) return []
  const file = join(folder, 'guide.csv')
  writeFileSync(file, gunzipSync(readFileSync(packed)))
  const columns = readColumns(file, 99_981)
  const [exporter, importer, year] = ['exporter', 'importer', 'year'].map(name =>
    numbered(columns.get(name)!),
  ) as [Int32Array, Int32Array, Int32Array]
  const years = columns.get('year') as Float64Array
  const [from, to] = [columns.get('exporter')!, columns.get('importer')!]
  const abroad = Float64Array.from(years, (_, row) => (from[row] === to[row] ? 0 : 1))
  const data: EstimationData = {
    outcome: columns.get('trade') as Float64Array,
    regressors: [{ name: 'rta', values: columns.get('rta') as Float64Array }],
    effects: [
      crossed('exporter^year', exporter, year),
      crossed('importer^year', importer, year),
      crossed('exporter^importer', exporter, importer),
    ],
    clusters: [{ name: 'pair_id', ids: numbered(columns.get('pair_id')!) }],
  }
  const borders = [...new Set(years)]
    .filter(value => value !== 1986)
    .map(value => ({
      name: `border ${value}`,
      values: Float64Array.from(years, (own, row) => (own === value ? abroad[row]! : 0)),
    }))
  const one = { panel: 'guide', file }
  const expected = (model: string) =>
    reference('agtpa_fixest_coefs.csv', row => row.model === model && row.vcov === 'G_only')
  return [
    {
      ...one,
      label: 'the Guide’s data, 99,981 rows, three effects, 1 regressor',
      model: 'guide',
      limitMs: 400,
      data,
      expected: expected('full21_dirpair_rta'),
    },
    {
      ...one,
      label: 'the same, 21 regressors',
      model: 'borders',
      limitMs: 1_500,
      data: { ...data, regressors: [...data.regressors, ...borders] },
      expected: reference('sim_agtpa_tight.csv', row => row.model === 'agtpa_many'),
    },
  ]
}

/** A generated panel; nothing where python3 with numpy or the generator is missing. */
export function generatedCase(folder: string, isLarge: boolean): GravityCase | undefined {
  const script = join(published, 'bench', 'generate_panel.py')
  const file = join(folder, 'panel.csv')
  const [countries, years, sectors, seed] = isLarge ? [180, 20, 8, 20240818] : [180, 25, 1, 20240817]
  const made = spawnSync('python3', [script, ...[countries, years, sectors, seed].map(String), file])
  if (made.status !== 0) return undefined
  const columns = readColumns(file, countries! * countries! * years! * sectors!)
  const column = (name: string) => columns.get(name) as Float64Array
  const [exporter, importer, year] = ['exporter', 'importer', 'year'].map(name => numbered(column(name))) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const sector = isLarge ? [numbered(column('sector'))] : []
  const data: EstimationData = {
    outcome: column('trade'),
    regressors: ['rta', 'ltariff', 'wto', 'sanction', 'brdr_t'].map(name => ({ name, values: column(name) })),
    effects: [
      crossed('exporter^year', exporter, year, ...sector),
      crossed('importer^year', importer, year, ...sector),
      crossed('exporter^importer', exporter, importer, ...sector),
    ],
    clusters: [crossed('pair', exporter, importer)],
  }
  return {
    label: isLarge
      ? 'generated, 5,184,000 rows, three effects by sector, 5 regressors'
      : 'generated, 810,000 rows, three effects, 5 regressors',
    panel: isLarge ? 'eight' : 'one',
    model: isLarge ? 'eight' : 'one',
    file,
    limitMs: isLarge ? 10_000 : 1_250,
    data,
    expected: isLarge
      ? reference('sim_sim8_tight.csv', () => true)
      : reference('sim_sim1_tight.csv', () => true),
  }
}

/** Average tariffs by importer, and shares of bulk. */
import { type InputRow, numberOf, type ReadInput, readHandKept } from './replication.js'
import { type OutputRow, qualityOf, rounded, sourceOf } from './wording.js'

/**
 * Which average is used, best first: the one set of trade-weighted applied averages (they are what importers pay,
 * measured one way for all), then published simple most-favoured-nation averages, then remembered ones.
 */
const TARIFF_RANK = ['trade-weighted applied, all goods', 'simple average MFN applied, all goods']

export function buildTariffs(input: ReadInput, codes: ReadonlySet<string>): OutputRow[] {
  const best = new Map<string, InputRow>()
  const found = verifications()
  for (const row of [...found, ...input('parameters/tariffs.csv')]) {
    if (!codes.has(row.iso3!) || !TARIFF_RANK.includes(row.measure!)) continue
    const current = best.get(row.iso3!)
    if (current === undefined || rank(row) < rank(current)) best.set(row.iso3!, row)
  }
  const unused = found.find(row => best.get(row.iso3!) !== row)
  if (unused !== undefined)
    throw new Error(`data:build: tariff-verifications.csv: ${unused.iso3} is not used`)
  return [...best.keys()].sort().map(iso3 => {
    const row = best.get(iso3)!
    return {
      iso3,
      percent: numberOf(row.value, `tariff ${iso3}`),
      year: row.year || 'not stated',
      measure: row.measure,
      quality: qualityOf(row.quality!, row.source),
      source: [sourceOf(row.quality!, row.source!), row.address].filter(part => part !== '').join(', '),
      note: row.note,
    }
  })
}

/** What was looked up; it comes first, so that it takes the place of an equal row of the input. */
function verifications(): InputRow[] {
  return readHandKept('tariff-verifications.csv').map(row => ({
    ...row,
    quality: 'published',
    address: '',
  }))
}

/** Measure first, then published before remembered, then the later year. */
function rank(row: InputRow): number {
  const year = Number(/\d{4}/.exec(row.year!)?.[0] ?? 0)
  return TARIFF_RANK.indexOf(row.measure!) * 1e6 + (row.quality === 'memory' ? 1e5 : 0) - year
}

export function buildBulkShares(input: ReadInput, codes: ReadonlySet<string>): OutputRow[] {
  const rows: OutputRow[] = []
  for (const row of input('parameters/bulk_share_pairs.csv')) {
    // Hong Kong is joined to China, whose own pairs stand for both; ROW of that table is another rest than ours
    if ([row.exporter, row.importer].some(code => code === 'HKG' || !codes.has(code!))) continue
    rows.push({
      exporter: row.exporter,
      importer: row.importer,
      share: rounded(numberOf(row.bulk_share, 'bulk share'), 3),
      quality: 'derived',
      source: 'oecd-icio',
    })
  }
  for (const row of input('parameters/bulk_share.csv')) {
    if (row.iso3 !== '*' && (row.iso3 === 'HKG' || !codes.has(row.iso3!))) continue
    rows.push({
      exporter: row.iso3,
      importer: '*',
      share: numberOf(row.bulk_share_of_exports, 'bulk share'),
      low: numberOf(row.low, 'bulk share'),
      high: numberOf(row.high, 'bulk share'),
      quality: qualityOf(row.quality!, row.source),
      source: row.quality === 'memory' ? 'own judgement from memory, unverified' : 'oecd-icio',
    })
  }
  const key = (row: OutputRow) => `${row.exporter} ${row.importer}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

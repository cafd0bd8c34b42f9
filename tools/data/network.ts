/** The corridor network: corrections in place, qualities mapped to our four words, the finer words kept beside them. */
import { withCapacities } from './capacities.js'
import { corrected } from './network-corrections.js'
import { withStationWaits } from './network-stations.js'
import { type InputRow, numberOf, type ReadInput, readHandKept } from './replication.js'
import { type OutputRow, qualityOf, rounded, sourceOf } from './wording.js'

const FOLDER = 'corridors/network'

export function buildNetwork(input: ReadInput): Readonly<Record<string, OutputRow[]>> {
  const read = (name: string) => input(`${FOLDER}/${name}.csv`)
  const { links, crossings, terminals } = corrected(
    read,
    readHandKept('network-corrections.csv'),
    readHandKept('network-links-added.csv'),
  )
  const closed = closedBorders(readHandKept('closed-transit.csv'))
  return {
    'network-places': read('places').map(place),
    'network-links': withCapacities(
      'link',
      withWaypoints(links.map(link), readHandKept('network-courses.csv')),
    ),
    'network-crossings': withCapacities(
      'crossing',
      crossings.map(row => crossing(row, closed)),
    ),
    'network-terminals': withStationWaits(
      [...terminals, ...readHandKept('network-terminals-added.csv')],
      readHandKept('network-stations.csv'),
    ).map(terminal),
    'network-end-waits': readHandKept('network-end-waits.csv'),
    'network-modes': readHandKept('network-modes.csv'),
    'network-bulk': readHandKept('network-bulk.csv'),
    'network-ranges': readHandKept('network-ranges.csv'),
    'freight-markets': readHandKept('freight-markets.csv'),
    'network-corridors': read('corridors').map(corridor),
    'network-gateways': gateways(withInlandGateways(read('gateways'), readHandKept('gateways.csv'))),
  }
}

function place(row: InputRow): OutputRow {
  const geonames = row.source!.startsWith('GeoNames')
  return {
    id: row.id,
    name: row.name,
    country: row.country,
    country2: row.country2,
    longitude: row.lon,
    latitude: row.lat,
    kind: row.kind,
    gauge_mm: row.gauge_mm,
    quality_words: row.quality,
    quality: qualityOf(row.quality!, row.source),
    source: geonames ? 'geonames' : sourceOf(row.quality!, row.source!),
  }
}

function link(row: InputRow): OutputRow {
  return {
    id: row.id,
    from: row.from,
    to: row.to,
    mode: row.mode,
    country: row.country === 'sea' ? '' : row.country,
    length_km: row.length_km,
    speed_kmh: row.speed_kmh,
    cost_usd_per_teu_km: row.cost_usd_per_teu_km,
    lump_usd: row.lump_usd,
    capacity_kteu: '',
    status: row.status,
    capacity_words: row.capacity,
    opening_year: row.opening_year,
    length_quality: row.length_quality,
    length_source: lengthSource(row.length_source!),
    cost_source: row.cost_source,
    note: row.note === 'direct leg that passes no other named strait' ? '' : row.note,
    quality: qualityOf(row.length_quality!, row.length_source),
    source: linkSource(row),
  }
}

/** @throws Error at a course of a link that is not there. */
function withWaypoints(links: readonly OutputRow[], courses: readonly InputRow[]): OutputRow[] {
  const course = new Map(courses.map(row => [row.id, row]))
  const rows = links.map(row => {
    const drawn = course.get(String(row.id))
    course.delete(String(row.id))
    return { ...row, waypoints: drawn?.waypoints ?? '', waypoints_quality: drawn?.quality ?? '' }
  })
  for (const id of course.keys()) throw new Error(`data:build: network-courses.csv: no link ${id}`)
  return rows
}

/** Sources that have an id stand in the column source; only what is special to the link is spelt out. */
function lengthSource(words: string): string {
  return /^(shortest path|known line length|course over water)/.test(words) ? '' : words
}

function linkSource(row: InputRow): string {
  const length = row.length_source!
  if (length.includes('OpenStreetMap')) return 'network; openstreetmap'
  if (length.includes('searoute')) return 'network; searoute'
  if (row.length_quality === 'computed course') return 'network; natural-earth'
  return row.length_quality === 'memory' ? 'network (length from memory, unverified)' : 'network'
}

/** Pairs of countries whose border cargo of third countries keeps out of. */
function closedBorders(rows: readonly InputRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
}

function crossing(row: InputRow, closed: ReadonlySet<string>): OutputRow {
  return {
    place_id: row.place_id,
    from_country: row.from_country,
    to_country: row.to_country,
    mode: row.mode,
    hours: row.hours,
    hours_low: row.hours_low,
    hours_high: row.hours_high,
    fee_usd: feePerTeu(row),
    gauge_change: row.gauge_change === 'yes' ? 'true' : 'false',
    transit_closed: closed.has(`${row.from_country} ${row.to_country}`) ? 'true' : '',
    status: row.status,
    capacity_words: row.capacity,
    quality_words: row.quality,
    quality: qualityOf(row.quality!, row.source),
    source: row.source,
  }
}

/** CPMM tells what 20 t of cargo pay, a lorry or a 40-foot container, which is two TEU; other sources tell it of a box. */
const TEU_OF_CPMM = 2

function feePerTeu(row: InputRow): OutputRow[string] {
  if (!/CPMM/.test(row.source!)) return row.fee_usd
  return rounded(numberOf(row.fee_usd, `fee at ${row.place_id}`) / TEU_OF_CPMM, 1)
}

function terminal(row: InputRow): OutputRow {
  return {
    place_id: row.place_id,
    mode_a: row.mode_a,
    mode_b: row.mode_b,
    hours: row.hours,
    hours_low: row.hours_low,
    hours_high: row.hours_high,
    usd_per_teu: row.usd_per_teu,
    status: row.status || 'open',
    capacity_words: row.capacity,
    quality_words: row.quality,
    quality: qualityOf(row.quality!, row.source),
    source: sourceOf(row.quality!, row.source!),
  }
}

function corridor(row: InputRow): OutputRow {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    modes: row.modes,
    places: row.places,
    quality: qualityOf(row.quality!, row.source),
    source: 'network; order of places from public corridor descriptions and memory, unverified',
  }
}

/**
 * The hand-kept gateways take the place of a country's own: China's inland cargo does not begin at Shanghai, and what
 * takes the train or the Middle Corridor is mostly inland cargo.
 */
function withInlandGateways(rows: readonly InputRow[], handKept: readonly InputRow[]): InputRow[] {
  const replaced = new Set(handKept.map(row => row.iso3))
  const own = handKept.map(row => ({
    country: row.iso3!,
    place_id: row.place_id!,
    share: row.share!,
    hinterland_hours: '0',
    hinterland_usd_per_teu: '0',
    type: row.kind!,
    quality: 'estimated',
    source: row.source!,
  }))
  const kept = rows.filter(row => !replaced.has(row.country))
  return [...kept, ...own].sort((a, b) => (a.country! < b.country! ? -1 : a.country! > b.country! ? 1 : 0))
}

/** Shares of one country are made to sum to one. */
function gateways(rows: readonly InputRow[]): OutputRow[] {
  const totals = new Map<string, number>()
  for (const row of rows)
    totals.set(row.country!, (totals.get(row.country!) ?? 0) + numberOf(row.share, 'gateway share'))
  return rows.map(row => ({
    iso3: row.country,
    place_id: row.place_id,
    share: rounded(numberOf(row.share, 'gateway share') / totals.get(row.country!)!, 6),
    hinterland_hours: row.hinterland_hours,
    hinterland_usd_per_teu: row.hinterland_usd_per_teu,
    kind: row.type,
    quality: qualityOf(row.quality!, row.source),
    source: `network; ${row.source}`,
  }))
}

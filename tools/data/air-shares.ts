/**
 * Share of trade that flies, by pair: product mix of the pair × part of each product that flies between countries without a
 * common road × a factor of the exporter, such that its published total comes out. Between countries that lorries join less flies.
 * Gold is in no sector table; what is published of it is added to its pair.
 */
import { endOf, regionMembers } from '../../src/dataset/reading/assemble-modal-rules.js'
import { numberOf, type ReadInput, readHandKept } from './replication.js'
import { type OutputRow, rounded } from './wording.js'

/** No pair sends all by air, whatever its factor. */
const MOST = 0.95
const REST = 'ROW'

interface Mix {
  /** Value of the pair's goods, of those that are no bulk, and of what would fly of these at a factor of one. */
  readonly all: number
  readonly general: number
  readonly flies: number
}

/**
 * Rows of the table: pairs of the sector tables; pairs that lorries join with an importer that these tables lack; every exporter
 * of theirs to anybody else; and anybody else.
 *
 * @param countries alpha-3 code and region of every country of the package.
 * @param crossings from_country and to_country of the network's borders.
 * @param generalMusd million USD of what is no bulk, by "exporter importer".
 */
export function buildAirShares(
  input: ReadInput,
  countries: readonly OutputRow[],
  crossings: readonly OutputRow[],
  generalMusd: ReadonlyMap<string, number>,
): OutputRow[] {
  const mixes = readMixes(input)
  const isNear = neighbours(countries, crossings)
  const nearPart = numberOf(
    readHandKept('air-products.csv').find(row => row.sector === 'near')?.share,
    'near',
  )
  const reach = (from: string, to: string): number => (isNear(from, to) ? nearPart : 1)
  const levels = exporterLevels(mixes, reach)
  const gold = new Map(readHandKept('air-gold.csv').map(row => [`${row.exporter} ${row.importer}`, row]))
  const share = (from: string, to: string, { general, flies }: Mix): number => {
    const ofProducts =
      general > 0 ? Math.min(MOST, ((levels.get(from)?.factor ?? 1) * reach(from, to) * flies) / general) : 0
    const ofGold = gold.get(`${from} ${to}`)
    if (ofGold === undefined) return rounded(ofProducts, 3)
    const part = numberOf(ofGold.musd, 'gold') / generalMusd.get(`${from} ${to}`)!
    return rounded(Math.min(MOST, part + (1 - part) * ofProducts), 3)
  }
  const codes = new Set(countries.map(row => String(row.iso3)))
  const rows: OutputRow[] = []
  const row = (exporter: string, importer: string, value: number, source: string): void => {
    rows.push({ exporter, importer, share: value, quality: 'estimated', source })
  }
  const exporters = [...mixes.keys()].filter(from => codes.has(from))
  for (const from of exporters) {
    const ofExporter = mixes.get(from)!
    const level = levels.get(from)
    const computed = `oecd-icio; own judgement by product${level === undefined ? '' : `; level after ${level.source}`}`
    for (const [to, mix] of ofExporter) {
      const ofGold = gold.get(`${from} ${to}`)
      const source = ofGold === undefined ? computed : `${computed}; gold: ${ofGold.source}`
      if (codes.has(to)) row(from, to, share(from, to, mix), source)
    }
    const rest = ofExporter.get(REST)!
    for (const to of codes) {
      if (to !== from && !ofExporter.has(to) && isNear(from, to))
        row(from, to, share(from, to, rest), computed)
    }
    row(from, '*', share(from, REST, rest), computed)
  }
  for (const { exporter, importer, share: flown, source } of readHandKept('air-others.csv'))
    row(exporter!, importer!, numberOf(flown, 'air-others.csv'), source!)
  const key = (each: OutputRow) => `${each.exporter} ${each.importer}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** What every exporter sends to every importer, from the sector tables; Hong Kong is joined to China, and its trade with it left out. */
function readMixes(input: ReadInput): ReadonlyMap<string, ReadonlyMap<string, Mix>> {
  const part = new Map(
    readHandKept('air-products.csv').map(row => [row.sector!, numberOf(row.share, `product ${row.sector}`)]),
  )
  const bulk = new Set(['B05', 'B06', 'B07', 'B08', 'C19'])
  const mixes = new Map<string, Map<string, Mix>>()
  for (const row of input('data/icio_2022_sectors.csv.gz')) {
    const [from, to] = [joined(row.exporter!), joined(row.importer!)]
    if (from === to || from === REST || row.sector === 'SERVICES') continue
    const value = numberOf(row.value_musd, 'sector value')
    const general = bulk.has(row.sector!) ? 0 : value
    const ofExporter = mixes.get(from) ?? new Map<string, Mix>()
    mixes.set(from, ofExporter)
    const known = ofExporter.get(to) ?? { all: 0, general: 0, flies: 0 }
    const flies = general * (part.get(row.sector!) ?? 0)
    ofExporter.set(to, {
      all: known.all + value,
      general: known.general + general,
      flies: known.flies + flies,
    })
  }
  return mixes
}

function joined(code: string): string {
  return code === 'HKG' ? 'CHN' : code
}

/** Countries that lorries join: with a rule for cargo bound to the lorry, with a border in the network, or in North America. */
function neighbours(
  countries: readonly OutputRow[],
  crossings: readonly OutputRow[],
): (from: string, to: string) => boolean {
  const membersOf = regionMembers(
    countries.map(({ iso3, region }) => ({ iso3: String(iso3), region: region as never })),
  )
  const joinedByRoad = new Set<string>()
  const join = (a: string, b: string): void => {
    joinedByRoad.add(`${a} ${b}`)
    joinedByRoad.add(`${b} ${a}`)
  }
  for (const rule of readHandKept('network-modes.csv')) {
    if (!(Number(rule.lorry) > 0)) continue
    for (const a of endOf(rule.ends_a!, membersOf).countries)
      for (const b of endOf(rule.ends_b!, membersOf).countries) join(a, b)
  }
  for (const { from_country, to_country } of crossings) join(String(from_country), String(to_country))
  for (const a of membersOf.get('north-america') ?? [])
    for (const b of [...(membersOf.get('north-america') ?? []), 'MEX']) join(a, b)
  return (from, to) => joinedByRoad.has(`${from} ${to}`)
}

/** Factor of every exporter with a published share of its exports by air, and who published it; the others have one. */
function exporterLevels(
  mixes: ReadonlyMap<string, ReadonlyMap<string, Mix>>,
  reach: (from: string, to: string) => number,
): ReadonlyMap<string, { readonly factor: number; readonly source: string }> {
  const levels = new Map<string, { readonly factor: number; readonly source: string }>()
  for (const row of readHandKept('air-exporters.csv')) {
    const members = row.exporters!.split(';')
    const counted = members.flatMap(from =>
      [...(mixes.get(from) ?? [])]
        .filter(([to]) =>
          row.importers === '' ? !members.includes(to) : row.importers!.split(';').includes(to),
        )
        .map(([to, mix]) => ({ all: mix.all, flies: mix.flies * reach(from, to) })),
    )
    const all = counted.reduce((sum, each) => sum + each.all, 0)
    const flies = counted.reduce((sum, each) => sum + each.flies, 0)
    const factor = (numberOf(row.share, `air share of ${row.id}`) * all) / flies
    for (const from of members) levels.set(from, { factor, source: row.level! })
  }
  return levels
}

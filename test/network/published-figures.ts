/**
 * What others published about journeys (published-figures.csv), and how the embedded network computes the same. One table
 * for the test and for section 5 of docs/models/network.md, so that the two cannot drift apart.
 */
import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { embeddedDataset } from '../embedded.js'
import { type End, type Journey, Journeys } from './journeys.js'

/**
 * What agreement proves: a `test` was not used to set anything; a `fit` was in view when speeds, waits or charges were
 * set; a `circular` row contains the figure itself.
 */
type Kind = 'test' | 'fit' | 'circular'
type Unit = 'km' | 'days' | 'USD/TEU' | 'km/h'

export interface PublishedFigure {
  readonly id: string
  readonly what: string
  readonly unit: Unit
  /** The published range; 0 or infinite where only the other end is stated. */
  readonly least: number
  readonly most: number
  /** Allowed beyond the range, as a share of the nearer end. */
  readonly tolerance: number
  readonly kind: Kind
  readonly source: string
  /** Where the model misses: the band in which it lies today, and why. */
  readonly miss?: { readonly band: readonly [number, number]; readonly why: string }
  readonly compute: (end?: End) => number
}

/** The trial shipment of 2022. */
const BY_ANZALI =
  'st-petersburg moscow ryazan saratov astrakhan anzali rasht qazvin tehran qom yazd bafq sirjan bandar-abbas hormuz mumbai'

const borders = embeddedDataset().network.crossings.filter(({ mode }) => mode === 'rail')
/** Where trains leave China. */
const CHINA_BY_RAIL = borders.flatMap(row => (row.fromCountry === 'CHN' ? [row.placeId] : []))
/** Every other way of boxes by sea and rail from China and India to Moscow. */
const NOT_ST_PETERSBURG = [
  ...borders.map(({ placeId }) => placeId),
  ...['vladivostok', 'vostochny', 'vanino', 'novorossiysk', 'ust-luga', 'hormuz', 'chabahar'],
]

/** By rail to Kashgar, by lorry over Irkeshtam to Osh, by rail on. */
function kashgarOsh(told: Journeys): Pick<Journey, 'km' | 'days'> {
  const parts = [
    told.least('lanzhou', 'kashgar', ['rail']),
    told.least('kashgar', 'osh', ['road']),
    told.least('osh', 'tashkent', ['rail']),
  ]
  const changes = told.changeDays('kashgar', 'rail', 'road') + told.changeDays('osh', 'rail', 'road')
  return {
    km: parts.reduce((sum, part) => sum + part.km, 0),
    days: parts.reduce((sum, part) => sum + part.days, changes),
  }
}

/** How every figure is computed, told at one end of all ranges. */
function computations(told: Journeys): Readonly<Record<string, () => number>> {
  const poti = (from: string, to: string) => told.along('titr-aktau-poti', from, to)
  const mersin = () => told.along('titr-mersin', 'xian', 'mersin')
  const northern = (from: string, to: string) => told.along('northern-dostyk-brest', from, to)
  const western = (to: string) => told.along('instc-western', 'mumbai', to)
  const suez = () => told.least('shanghai', 'rotterdam', ['sea'])
  const cape = () => told.least('shanghai', 'rotterdam', ['sea'], { closed: ['suez'] })
  const farEast = () =>
    told.least('shanghai', 'moscow', ['sea', 'rail'], { closed: ['suez', ...CHINA_BY_RAIL] })
  const baltic = (from: string) => told.least(from, 'moscow', ['sea', 'rail'], { closed: NOT_ST_PETERSBURG })
  /** The train from St Petersburg, where a ship's wait in port is part of the figure and the train is not. */
  const trainToMoscow = () => told.least('st-petersburg', 'moscow', ['rail']).days
  const cku = () => told.along('cku', 'lanzhou', 'andijan')
  const ckuToday = () => told.least('lanzhou', 'andijan', ['rail'])
  const transAfghan = () => told.along('trans-afghan-kabul', 'termez', 'peshawar')
  // By Torkham, as the run went: by Chaman, where lorries wait longer, it would be cheaper.
  const lorries = () => told.least('karachi', 'tashkent', ['road'], { closed: ['chaman-spin-boldak'] })
  const yiwu = () => told.along('china-iran-kti', 'yiwu', 'tehran')

  return {
    'titr-baku': () => poti('khorgos-altynkol', 'alat').days,
    'titr-poti': () => poti('khorgos-altynkol', 'poti').days,
    'titr-constanta': () => told.along('titr-aktau-batumi-constanta', 'khorgos-altynkol', 'constanta').days,
    'titr-xian-baku': () => poti('xian', 'alat').days,
    'xian-mersin-km': () => mersin().km,
    'xian-mersin-days': () => mersin().days,
    'dostyk-brest-km': () =>
      told.least('alashankou-dostyk', 'brest-malaszewicze', ['rail'], { shortest: true }).km,
    'dostyk-brest-motion': () => northern('alashankou-dostyk', 'brest-malaszewicze').motion,
    'dostyk-warsaw-days': () => northern('alashankou-dostyk', 'warsaw').days,
    'dostyk-brest-usd': () => northern('alashankou-dostyk', 'brest-malaszewicze').usd,
    'chongqing-duisburg-km': () => northern('chongqing', 'duisburg').km,
    'chongqing-duisburg-fastest': () => northern('chongqing', 'duisburg').days,
    'chongqing-duisburg-usual': () => northern('chongqing', 'duisburg').days,
    'instc-km': () => western('st-petersburg').km,
    'instc-days': () => western('st-petersburg').days + told.waitDays('mumbai', 'sea', 'origin'),
    'instc-anzali-days': () => told.by(BY_ANZALI.split(' '), ['rail', 'road', 'sea']).days,
    'instc-moscow-days': () => western('moscow').days,
    'instc-east-days': () =>
      told.along('<instc-eastern', 'moscow', 'mumbai').days + told.waitDays('mumbai', 'sea', 'destination'),
    'bandar-abbas-moscow-days': () => told.along('instc-eastern', 'bandar-abbas', 'moscow').days,
    'mumbai-suez-days': () =>
      baltic('mumbai').days - trainToMoscow() + told.waitDays('mumbai', 'sea', 'origin'),
    'suez-km': () => suez().km,
    'suez-days': () => suez().days,
    'suez-usd': () => suez().usd,
    'cape-km': () => cape().km - suez().km,
    'cape-days': () => cape().days - suez().days,
    'shanghai-moscow-east-days': () => farEast().days,
    'shanghai-moscow-east-usd': () => farEast().usd,
    'shanghai-moscow-west-days': () => baltic('shanghai').days,
    'shanghai-moscow-west-usd': () => baltic('shanghai').usd,
    'shanghai-moscow-rail-usd': () => told.least('shanghai', 'moscow', ['rail']).usd,
    'xian-moscow-usd': () => told.least('xian', 'moscow', ['rail']).usd,
    'chongqing-moscow-usd': () => told.least('chongqing', 'moscow', ['rail']).usd,
    'cku-saved-km': () => ckuToday().km - cku().km,
    'cku-saved-days': () => ckuToday().days - cku().days,
    'taiyuan-km': () => told.least('taiyuan', 'andijan', ['rail'], { shortest: true }).km,
    'taiyuan-days': () => told.least('taiyuan', 'andijan', ['rail']).days,
    'kashgar-osh-km': () => kashgarOsh(told).km,
    'kashgar-osh-days': () => kashgarOsh(told).days,
    'trans-afghan-days': () => transAfghan().days,
    'karachi-tashkent-km': () => lorries().km,
    'karachi-tashkent-days': () => lorries().days,
    'karachi-clearance-days': () => lorries().days + told.waitDays('karachi', 'road', 'origin'),
    'yiwu-tehran-km': () => yiwu().km,
    'yiwu-tehran-days': () => yiwu().days,
    'tashkent-istanbul-usd': () => told.along('cku-turkmenbashi', 'tashkent', 'istanbul').usd,
    'gardabani-poti': () => poti('boyuk-kesik-gardabani', 'poti').km,
    'gardabani-batumi': () => told.least('boyuk-kesik-gardabani', 'batumi', ['rail'], { shortest: true }).km,
    'cku-km': () => told.along('cku', 'kashgar', 'andijan').km,
    'trans-afghan-km': () => transAfghan().km,
    'road-without-delay': () => told.carecSpeeds('road').withoutDelay,
    'road-with-delay': () => told.carecSpeeds('road').withDelay,
    'rail-without-delay': () => told.carecSpeeds('rail').withoutDelay,
    'rail-with-delay': () => told.carecSpeeds('rail').withDelay,
  }
}

const COMPUTE = {
  central: computations(new Journeys('central')),
  low: computations(new Journeys('low')),
  high: computations(new Journeys('high')),
}

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = csvParse(
  readFileSync(new URL('published-figures.csv', import.meta.url), 'utf8'),
).map(row => {
  const compute = (end: End = 'central') => COMPUTE[end][row.id!]!()
  if (COMPUTE.central[row.id!] === undefined)
    throw new Error(`published-figures.csv: nothing computes ${row.id}`)
  const miss = { band: [Number(row.miss_from), Number(row.miss_to)] as const, why: row.miss_why! }
  return {
    id: row.id!,
    what: row.what!,
    unit: row.unit as Unit,
    least: Number(row.least),
    most: row.most === '' ? Number.POSITIVE_INFINITY : Number(row.most),
    tolerance: Number(row.tolerance),
    kind: row.kind as Kind,
    source: row.source!,
    ...(miss.why === '' ? {} : { miss }),
    compute,
  }
})

/** From the least to the most that counts as agreement. */
export function allowed({ least: low, most, tolerance }: PublishedFigure): readonly [number, number] {
  return [low * (1 - tolerance), most * (1 + tolerance)]
}

/** The model's own range: everything quick and cheap, against everything slow and dear; undefined for lengths. */
export function ownRange({ unit, compute }: PublishedFigure): readonly [number, number] | undefined {
  if (unit === 'km') return undefined
  // A saving is the difference of two journeys, a speed falls where hours rise: so either end may be the larger.
  const told = [compute('low'), compute('central'), compute('high')]
  return [Math.min(...told), Math.max(...told)]
}

/** Whether what was published lies in the model's own range: all of it, or a part of a published range. */
export function inside(figure: PublishedFigure): 'yes' | 'partly' | 'no' | undefined {
  const own = ownRange(figure)
  if (own === undefined) return undefined
  const [low, high] = own
  const { least: from, most: to } = figure
  if (from > high || to < low) return 'no'
  const oneEnded = from === 0 || to === Number.POSITIVE_INFINITY
  return oneEnded || (from >= low && to <= high) ? 'yes' : 'partly'
}

const DECIMALS = { km: 0, days: 1, 'USD/TEU': 0, 'km/h': 1 } as const

/** The row of section 5 of docs/models/network.md. */
export function documentRow(figure: PublishedFigure): string {
  const { what, unit, tolerance, kind, source, miss } = figure
  const digits = DECIMALS[unit]
  const write = (value: number) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const range = ownRange(figure)?.map(write).join('–') ?? '–'
  const beyond = tolerance === 0 ? 'none' : `${Math.round(tolerance * 100)} %`
  const proves = miss === undefined ? kind : `${kind}, **missed**: ${miss.why}`
  return `| ${what}, ${unit} | ${write(figure.compute())} | ${range} | ${publishedRange(figure)} | ${beyond} | ${inside(figure) ?? '–'} | ${proves} | ${source} |`
}

function publishedRange({ least: low, most }: PublishedFigure): string {
  const [from, to] = [low, most].map(value => value.toLocaleString('en'))
  if (low === 0) return `at most ${to}`
  if (most === Number.POSITIVE_INFINITY) return `at least ${from}`
  return low === most ? from! : `${from}–${to}`
}

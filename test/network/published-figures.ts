/**
 * What others published about journeys (published-figures.csv), and how the embedded network computes the same. One table
 * for the test and for section 5 of docs/models/network.md, so that the two cannot drift apart.
 */
import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { along, by, carecSpeeds, type Journey, least, waitDays } from './journeys.js'

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
  readonly compute: () => number
}

const poti = (from: string, to: string) => along('titr-aktau-poti', from, to)
const mersin = () => along('titr-mersin', 'xian', 'mersin')
const northern = (from: string, to: string) => along('northern-dostyk-brest', from, to)
const western = (to: string) => along('instc-western', 'mumbai', to)
const suez = () => least('shanghai', 'rotterdam', ['sea'])
const cape = () => least('shanghai', 'rotterdam', ['sea'], { closed: ['suez'] })
const cku = () => along('cku', 'lanzhou', 'andijan')
const ckuToday = () => least('lanzhou', 'andijan', ['rail'])
const transAfghan = () => along('trans-afghan-kabul', 'termez', 'peshawar')
const lorries = () => least('karachi', 'tashkent', ['road'])
const yiwu = () => along('china-iran-kti', 'yiwu', 'tehran')

/** The trial shipment of 2022. */
const BY_ANZALI =
  'st-petersburg moscow ryazan saratov astrakhan anzali rasht qazvin tehran qom yazd bafq sirjan bandar-abbas hormuz mumbai'

/** By rail to Kashgar, by lorry over Irkeshtam to Osh, by rail on. */
function kashgarOsh(): Pick<Journey, 'km' | 'days'> {
  const parts = [
    least('lanzhou', 'kashgar', ['rail']),
    least('kashgar', 'osh', ['road']),
    least('osh', 'tashkent', ['rail']),
  ]
  const changes = (2 * 5) / 24 // two changes between train and lorry, 5 h each
  return {
    km: parts.reduce((sum, part) => sum + part.km, 0),
    days: parts.reduce((sum, part) => sum + part.days, changes),
  }
}

const COMPUTE: Readonly<Record<string, () => number>> = {
  'titr-baku': () => poti('khorgos-altynkol', 'alat').days,
  'titr-poti': () => poti('khorgos-altynkol', 'poti').days,
  'titr-constanta': () => along('titr-aktau-batumi-constanta', 'khorgos-altynkol', 'constanta').days,
  'titr-xian-baku': () => poti('xian', 'alat').days,
  'xian-mersin-km': () => mersin().km,
  'xian-mersin-days': () => mersin().days,
  'dostyk-brest-km': () => least('alashankou-dostyk', 'brest-malaszewicze', ['rail'], { shortest: true }).km,
  'dostyk-brest-motion': () => northern('alashankou-dostyk', 'brest-malaszewicze').motion,
  'dostyk-warsaw-days': () => northern('alashankou-dostyk', 'warsaw').days,
  'dostyk-brest-usd': () => northern('alashankou-dostyk', 'brest-malaszewicze').usd,
  'chongqing-duisburg-km': () => northern('chongqing', 'duisburg').km,
  'chongqing-duisburg-fastest': () => northern('chongqing', 'duisburg').days,
  'chongqing-duisburg-usual': () => northern('chongqing', 'duisburg').days,
  'instc-km': () => western('st-petersburg').km,
  'instc-days': () => western('st-petersburg').days + waitDays('mumbai', 'sea', 'origin'),
  'instc-anzali-days': () => by(BY_ANZALI.split(' '), ['rail', 'road', 'sea']).days,
  'instc-moscow-days': () => western('moscow').days,
  'instc-east-days': () =>
    along('<instc-eastern', 'moscow', 'mumbai').days + waitDays('mumbai', 'sea', 'destination'),
  'bandar-abbas-moscow-days': () => along('instc-eastern', 'bandar-abbas', 'moscow').days,
  'mumbai-suez-days': () =>
    least('mumbai', 'st-petersburg', ['sea']).days + waitDays('mumbai', 'sea', 'origin'),
  'suez-km': () => suez().km,
  'suez-days': () => suez().days,
  'suez-usd': () => suez().usd,
  'cape-km': () => cape().km - suez().km,
  'cape-days': () => cape().days - suez().days,
  'cku-saved-km': () => ckuToday().km - cku().km,
  'cku-saved-days': () => ckuToday().days - cku().days,
  'taiyuan-km': () => least('taiyuan', 'andijan', ['rail'], { shortest: true }).km,
  'taiyuan-days': () => least('taiyuan', 'andijan', ['rail']).days,
  'kashgar-osh-km': () => kashgarOsh().km,
  'kashgar-osh-days': () => kashgarOsh().days,
  'trans-afghan-days': () => transAfghan().days,
  'karachi-tashkent-km': () => lorries().km,
  'karachi-tashkent-days': () => lorries().days,
  'karachi-clearance-days': () => lorries().days + waitDays('karachi', 'road', 'origin'),
  'yiwu-tehran-km': () => yiwu().km,
  'yiwu-tehran-days': () => yiwu().days,
  'tashkent-istanbul-usd': () => along('cku-turkmenbashi', 'tashkent', 'istanbul').usd,
  'gardabani-poti': () => poti('boyuk-kesik-gardabani', 'poti').km,
  'gardabani-batumi': () => least('boyuk-kesik-gardabani', 'batumi', ['rail'], { shortest: true }).km,
  'cku-km': () => along('cku', 'kashgar', 'andijan').km,
  'trans-afghan-km': () => transAfghan().km,
  'road-without-delay': () => carecSpeeds('road').withoutDelay,
  'road-with-delay': () => carecSpeeds('road').withDelay,
  'rail-without-delay': () => carecSpeeds('rail').withoutDelay,
  'rail-with-delay': () => carecSpeeds('rail').withDelay,
}

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = csvParse(
  readFileSync(new URL('published-figures.csv', import.meta.url), 'utf8'),
).map(row => {
  const compute = COMPUTE[row.id!]
  if (compute === undefined) throw new Error(`published-figures.csv: nothing computes ${row.id}`)
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

const DECIMALS = { km: 0, days: 1, 'USD/TEU': 0, 'km/h': 1 } as const

/** The row of section 5 of docs/models/network.md. */
export function documentRow(figure: PublishedFigure): string {
  const { what, unit, tolerance, kind, source, miss } = figure
  const digits = DECIMALS[unit]
  const here = figure
    .compute()
    .toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const beyond = tolerance === 0 ? 'none' : `${Math.round(tolerance * 100)} %`
  const proves = miss === undefined ? kind : `${kind}, **missed**: ${miss.why}`
  return `| ${what}, ${unit} | ${here} | ${publishedRange(figure)} | ${beyond} | ${proves} | ${source} |`
}

function publishedRange({ least: low, most }: PublishedFigure): string {
  const [from, to] = [low, most].map(value => value.toLocaleString('en'))
  if (low === 0) return `at most ${to}`
  if (most === Number.POSITIVE_INFINITY) return `at least ${from}`
  return low === most ? from! : `${from}–${to}`
}

/**
 * What the world looks like: one immutable record, read from a Frictionless Data Package.
 *
 * Types only. Axes are sorted by id, so the order of rows in a file cannot change a result.
 */
import type { Distribution } from '../numeric/distributions.js'
import type { FreightMarket, NetworkRange, NetworkTables } from './network-records.js'
import type { Quality } from './quality.js'

export * from './network-records.js'
export { QUALITIES, type Quality } from './quality.js'

export const LANGUAGES = ['en', 'ru', 'zh', 'kk'] as const
export type Language = (typeof LANGUAGES)[number]

/** Our own grouping of countries, used for values per TEU and for the pair groups of avoidance. */
export const REGIONS = [
  'europe', // EU, EFTA, United Kingdom, western Balkans, Moldova, Ukraine
  'russia-belarus',
  'central-asia',
  'caucasus',
  'east-asia',
  'south-asia',
  'south-east-asia',
  'middle-east', // with Iran and Türkiye
  'africa',
  'north-america',
  'latin-america',
  'oceania',
] as const
export type Region = (typeof REGIONS)[number]

export interface Country {
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string
  readonly iso2: string
  /** ISO 3166-1 numeric, three digits; joins the country to the map. */
  readonly numeric: string
  /** UN short names, frozen. */
  readonly names: Readonly<Record<Language, string>>
  readonly region: Region
  /** Economic centre (largest city), degrees. */
  readonly centre: { readonly name: string; readonly longitude: number; readonly latitude: number }
}

/** One figure of one country (or of `WLD`, the world) in one year. */
export interface CountryFigure {
  readonly iso3: string
  readonly indicator: 'population' | 'gdp-nominal' | 'gdp-ppp'
  readonly year: number
  /** persons, current USD, or international USD of `priceBase`. */
  readonly value: number
  readonly unit: string
  readonly quality: Quality
  readonly source: string
}

export interface BlocMembership {
  /** Lower case: sco, eaeu, cis, carec, ots, brics, asean, eu, gcc, eco. */
  readonly bloc: string
  readonly iso3: string
  /** member, observer, partner, dialogue-partner, associate, participant, invited, guest. */
  readonly role: string
  /** ISO date. */
  readonly from: string
  /** ISO date, exclusive; undefined = still. */
  readonly to?: string
  readonly quality: Quality
  readonly source: string
  readonly note: string
}

/** Goods trade of one year among the dataset's economies, the rest of the world (`ROW`) included. */
export interface TradeMatrix {
  readonly year: number
  /** Sorted; ISO 3166 alpha-3 or `ROW`. Hong Kong is joined to China. */
  readonly economies: readonly string[]
  /** n × n, exporter before importer, million USD; domestic sales of goods on the diagonal. As recorded. */
  readonly recordedMusd: Float64Array
  /** n × n, million USD, what the adjustments (transit, bullion) add or take away; zero on most cells. */
  readonly adjustmentMusd: Float64Array
  /** n × n, index into QUALITIES. */
  readonly quality: Uint8Array
  /** What an economy that was joined to another (Hong Kong to China) brought into its cells, under its own code. */
  readonly joined?: readonly JoinedFlow[]
}

/** A recorded flow of a joined economy; it is contained in the cells of the economy that it was joined to. */
export interface JoinedFlow {
  readonly exporter: string
  readonly importer: string
  /** million USD, as recorded. */
  readonly musd: number
}

/** Average applied tariff of an importer, ad valorem. */
export interface ImporterTariff {
  readonly iso3: string
  /** percent of value, all goods. */
  readonly percent: number
  readonly year: string
  readonly quality: Quality
  readonly source: string
}

/** A customs union or free-trade agreement: one row for each pair of parties, both ways. */
export interface AgreementPair {
  readonly agreement: string
  readonly kind: 'customs-union' | 'free-trade'
  readonly a: string
  readonly b: string
  /** ISO dates. */
  readonly from: string
  readonly to?: string
  readonly quality: Quality
  readonly source: string
}

/** A share of cargo that avoids a territory at any price, and the premium that the rest demands. */
export interface AvoidanceRule {
  readonly id: string
  /** Countries passed through; a pair with an end in one of them is exempt. */
  readonly territory: readonly string[]
  /** Regions of the two ends, in either order; both empty = every other pair. */
  readonly regionsA: readonly Region[]
  readonly regionsB: readonly Region[]
  /** e.g. `2021`, `2024`. */
  readonly regime: string
  /** Between 0 and 1. */
  readonly share: number
  readonly shareLow: number
  readonly shareHigh: number
  readonly premiumUsdPerTeu: number
  readonly quality: Quality
  readonly source: string
}

/** A number of the model: value, range, unit, source. */
export interface Parameter {
  readonly id: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: string
  /** How draws are taken around value (the mode): between low and high, or with these as the 95 % interval of a normal. */
  readonly distribution: Distribution
  readonly meaning: string
  readonly quality: Quality
  readonly source: string
}

/** A fault of one country's data that no adjustment mends; shown beside its results. */
export interface CountryCaution {
  readonly iso3: string
  /** A clause in English. */
  readonly words: string
  readonly quality: Quality
  readonly source: string
}

/** A statement somebody published about a bloc's weight in the world. */
export interface Claim {
  readonly id: string
  readonly bloc: string
  readonly quote: string
  readonly who: string
  readonly date: string
  /** population, gdp (basis not said), gdp-nominal, gdp-ppp. */
  readonly subject: string
  /** The band of shares (0–1) for which the words are true. */
  readonly low: number
  readonly high: number
  readonly address: string
  readonly quality: Quality
}

/** A point of the network where containers were counted, beside which modelled traffic can be held. */
export interface TrafficPoint {
  readonly id: string
  /** Its name, in English. */
  readonly words: string
  /** `crossing:PLACE:MODE` both ways over a border, `link:ID`, `strait:PLACE`; traffic is summed over them. */
  readonly elements: readonly string[]
  /** Containers counted both ways, a year. */
  readonly teu: number
  /** Year or months of the count. */
  readonly period: string
  readonly quality: Quality
  readonly source: string
  readonly address: string
  /** How the figure was made from the count, where it was; '' otherwise. */
  readonly note: string
}

/** A source and the terms under which its figures are carried. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly licence: string
  readonly licenceAddress: string
  readonly attribution: string
  /** What was changed. */
  readonly changes: string
}

/** One table as the data package describes it. */
export interface TableDescription {
  readonly name: string
  readonly path: string
  readonly title: string
  readonly description: string
  readonly rows: number
  readonly sources: readonly string[]
  readonly licence: string
}

export interface Dataset {
  readonly id: string
  readonly title: string
  readonly version: string
  /** Year of trade and of the baseline. */
  readonly year: number
  /** SHA-256 over the bytes of every file, hex. */
  readonly hash: string
  readonly tables: readonly TableDescription[]
  readonly countries: readonly Country[]
  readonly figures: readonly CountryFigure[]
  readonly blocs: readonly BlocMembership[]
  readonly trade: TradeMatrix
  readonly tariffs: readonly ImporterTariff[]
  readonly agreements: readonly AgreementPair[]
  /** n × n in the axes of trade: share of the pair's value that moves by pipeline or bulk chain, 0–1. */
  readonly bulkShare: Float64Array
  /** n × n, index into QUALITIES. */
  readonly bulkQuality: Uint8Array
  /** n × n: share of the value of the pair's other goods that flies, 0–1; zero where the package has no such table. */
  readonly airShare: Float64Array
  readonly network: NetworkTables
  /** Of the network above; empty where the package has no such table. */
  readonly networkRanges: readonly NetworkRange[]
  /** Likewise. */
  readonly freightMarkets: readonly FreightMarket[]
  readonly avoidance: readonly AvoidanceRule[]
  readonly parameters: readonly Parameter[]
  readonly cautions: readonly CountryCaution[]
  readonly claims: readonly Claim[]
  readonly trafficPoints: readonly TrafficPoint[]
  readonly sources: readonly Source[]
}

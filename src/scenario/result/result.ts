/**
 * Everything that a run computes. Percent are in percent, money in million USD, containers in TEU a year.
 * `result.json` is this record, written with its keys in this order.
 */
import type { Quality } from '../../dataset/dataset.js'
import type { TurnoverBridge } from '../../indicators/bloc-turnover.js'
import type { Scenario } from '../scenario.js'
import type { CapacityResult, FreightMarketResult } from './result-scarcity.js'
import type { SectorDetail, SectorsResult } from './result-sectors.js'
import type { BeforeAfter, Bounds, Range } from './result-values.js'

export * from './result-scarcity.js'
export * from './result-values.js'

export const RESULT_VERSION = 1

export interface CountryResult {
  readonly iso3: string
  /** English; other languages are the reader's business. */
  readonly name: string
  /** Role in the bloc on the scenario's date, or `none`. */
  readonly role: string
  /** The weakest quality that carries at least a tenth of the country's trade. */
  readonly quality: Quality
  /** Share of the country's goods trade (by value) that is measured or published, 0–1. */
  readonly measuredTradeShare: number
  /** Codes of what to know before reading this country's numbers, e.g. `recorded-trade-only`. */
  readonly cautions: readonly string[]
  readonly realIncomeChangePercent: Range
  readonly realIncomeChangeMusd: Range
  /** ŵ/P̂ of goods alone, labelled apart. */
  readonly goodsRealWageChangePercent: Range
  readonly exportsBeforeMusd: number
  readonly exportsChangePercent: Range
  readonly importsBeforeMusd: number
  readonly importsChangePercent: Range
  /** Of both as they are today, what has no way left: at the values of today, million USD a year; of bulk in parts. */
  readonly exportsCutOffMusd: number
  readonly importsCutOffMusd: number
  /** Income of today that nothing else earns while bulk has no way left, million USD a year; part of the change of real income. */
  readonly idleIncomeMusd: number
  /** Sales of its producers at home, goods. */
  readonly homeSalesBeforeMusd: number
  readonly homeSalesChangePercent: Range
  readonly blocTurnoverBeforeMusd: number
  readonly blocTurnoverChangeMusd: Range
  readonly nominalWageChangePercent: number
  readonly priceIndexChangePercent: number
  readonly tariffRevenueBeforeMusd: number
  readonly tariffRevenueChangeMusd: number
  readonly transitTeuBefore: number
  readonly transitTeuChange: Range
  readonly transitRevenueBeforeMusd: number
  readonly transitRevenueChangeMusd: Range
}

/** What two members trade with each other, both ways together. */
export interface PairResult {
  readonly a: string
  readonly b: string
  /** The weakest quality that carries at least a tenth of their trade. */
  readonly quality: Quality
  readonly turnoverBeforeMusd: number
  readonly turnoverChangeMusd: Range
}

export interface CorridorResult {
  readonly id: string
  readonly name: string
  readonly quality: Quality
  /** Place ids in order. */
  readonly places: readonly string[]
  /** Moving and waiting, in the order of the places, without waits at the two ends; NaN-free: null where closed. */
  readonly days: { readonly before: number | null; readonly after: number | null }
  readonly usdPerTeu: { readonly before: number | null; readonly after: number | null }
  /** Null where closed. */
  readonly score: { readonly before: CorridorScore | null; readonly after: CorridorScore | null }
  /** Both directions, at the border or sea leg with least traffic (a corridor inside one country: its least used link). */
  readonly teu: BeforeAfter
  /**
   * The days with every wait short and all moving fast, and with every wait long and all moving slowly, each at the end
   * of its stated range; null where closed.
   */
  readonly daysRange: { readonly before: Bounds | null; readonly after: Bounds | null }
  /** USD per TEU with every rate and charge at the low, and at the high end of its range; null where closed. */
  readonly usdPerTeuRange: { readonly before: Bounds | null; readonly after: Bounds | null }
  /** Parts of hours and money of which no range is known, in both ends as they are; null where closed. */
  readonly withoutRange: { readonly before: WithoutRange | null; readonly after: WithoutRange | null }
  /** At the same point as the traffic; routes as at the central time values. */
  readonly teuRange: { readonly before: Bounds; readonly after: Bounds }
  /** Of the change: narrower than the two ranges apart, since one draw moves both states. */
  readonly teuChangeRange: Bounds
  /** What its through traffic pays in every country on the way, in order of travel. */
  readonly earnings: readonly CorridorEarning[]
  /** Legs for the caravan line, in order; hours and USD before and after. */
  readonly legs: readonly CorridorLeg[]
}

/** What of a journey carries no range. */
export interface WithoutRange {
  readonly hours: number
  readonly usdPerTeu: number
}

/** Paid in one country of a corridor: freight on its land, fees on entering it, charges of its terminals. */
export interface CorridorEarning {
  readonly iso3: string
  readonly usdPerTeu: BeforeAfter
  /** Million USD a year, of the traffic at the corridor's narrowest gate. */
  readonly musd: BeforeAfter
}

/** What a corridor scores as corridor monitoring measures it; see `network/journeys/scoreboard.ts`. */
export interface CorridorScore {
  readonly lengthKm: number
  /** km/h moving, and with every wait and queue counted. */
  readonly speedWithoutDelayKmh: number
  readonly speedWithDelayKmh: number
  /** Borders crossed, and hours at each, their mean; zero where none is crossed. */
  readonly borders: number
  readonly hoursPerBorder: number
  /** For 500 km of the journey and 20 tonnes of cargo. */
  readonly usdPer500KmAnd20Tonnes: number
  /** kg CO2e, well to wheel; the range is that of the emission factors and of the load together. */
  readonly kgCo2ePerTeu: number
  readonly kgCo2ePerTeuRange: Bounds
}

export interface CorridorLeg {
  readonly kind: 'travel' | 'crossing' | 'terminal'
  /** Link id for travel, place id otherwise. */
  readonly id: string
  readonly label: string
  readonly mode: string
  readonly hours: BeforeAfter
  readonly usd: BeforeAfter
  readonly quality: Quality
}

/** Traffic of one link, both directions, TEU a year of general cargo. */
export interface LinkResult {
  readonly id: string
  readonly teu: BeforeAfter
  readonly open: { readonly before: boolean; readonly after: boolean }
  readonly capacityTeu: { readonly before: number | null; readonly after: number | null }
}

/** Containers counted at a named point, beside the boxes that the model sends over it; both ways, a year. */
export interface TrafficPointResult {
  readonly id: string
  readonly name: string
  readonly countedTeu: number
  /** Year or months of the count. */
  readonly period: string
  /** General cargo as the model counts it: one box for its worth, whatever carries it. */
  readonly teu: BeforeAfter
  /** Of the count. */
  readonly quality: Quality
  readonly source: string
  readonly address: string
  /** How the figure was made from the count, where it was; '' otherwise. */
  readonly note: string
}

/** A wait at a border or terminal that carries traffic or that a measure changes. */
export interface WaitResult {
  readonly placeId: string
  readonly kind: 'crossing' | 'terminal'
  /** e.g. `CHN→KAZ rail` or `rail–ferry`. */
  readonly label: string
  readonly hours: BeforeAfter
  readonly usd: BeforeAfter
  readonly teu: BeforeAfter
  readonly quality: Quality
}

export interface MeasureResult {
  readonly id: string
  readonly title: string
  /** Rows of the dataset that it changed. */
  readonly changedRows: number
  /** Country pairs whose trade cost it touches by itself. */
  readonly touchedPairs: number
  readonly owners: readonly string[]
  readonly capitalMusd: number | null
  /** Capital recovery plus upkeep, a year. */
  readonly annualCostMusd: number | null
  /** With discount rate and upkeep both at their low, and both at their high end. */
  readonly annualCostRangeMusd: Bounds | null
  readonly year: number | null
}

export interface ParameterInfluence {
  readonly id: string
  readonly meaning: string
  readonly unit: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly quality: Quality
  readonly source: string
  /** Bloc real income change (million USD) with this parameter alone at its low and its high. */
  readonly atLowMusd: number
  readonly atHighMusd: number
  /** This swing squared over the sum of all squared swings, 0–1. */
  readonly shareOfRange: number
}

/** Sales that move from one supplier to another within one market; the importer itself as loser: home producers. */
export interface DiversionRow {
  readonly importer: string
  readonly loser: string
  readonly gainer: string
  readonly musd: number
}

/** Who loses trade to whom, at central parameters; million USD a year. */
export interface DiversionResult {
  /** All sales that change hands, in all markets. */
  readonly totalMusd: number
  /** In members' markets: what other members take from home producers, and from suppliers outside the bloc. */
  readonly blocCreationMusd: number
  readonly blocDiversionMusd: number
  /** The largest that home producers lose, and that other suppliers lose; all of any size are in diversion.csv. */
  readonly fromHome: readonly DiversionRow[]
  readonly fromOthers: readonly DiversionRow[]
}

/** What one percent off the cost of a pair's trade would add on top of the package, to first order. */
export interface NextPercentRow {
  readonly exporter: string
  readonly importer: string
  /** Real income of all members, million USD a year. */
  readonly blocRealIncomeMusd: number
}

/** What one measure, or one group of measures, contributes: Shapley values, which add up to the whole. */
export interface ContributionResult {
  /** The group's name or the measure's id. */
  readonly id: string
  readonly title: string
  /** Ids of the measures. */
  readonly measures: readonly string[]
  readonly realIncomeChangeMusd: number
  readonly turnoverChangeMusd: number
  readonly members: readonly {
    readonly iso3: string
    readonly realIncomeChangeMusd: number
    readonly transitRevenueChangeMusd: number
  }[]
}

/** The headline under another stated assumption. */
export interface Sensitivity {
  readonly id: string
  readonly label: string
  readonly blocRealIncomeChangeMusd: number
  readonly blocTurnoverChangeMusd: number
  /** The member with the largest gain in percent, as in the headline. */
  readonly leader: { readonly iso3: string; readonly realIncomeChangePercent: number }
  /** Every member of the matrix, in its order. */
  readonly members: readonly { readonly iso3: string; readonly realIncomeChangePercent: number }[]
}

export interface Notice {
  readonly code: string
  /** In English. */
  readonly message: string
  /** Country, measure or link that it speaks of. */
  readonly subject?: string
  /** What other languages make their sentence of: `NoticeValues` of the code. */
  readonly values: Readonly<Record<string, string | number | readonly string[]>>
}

export interface FlowsResult {
  /** Sorted economies; the arrays are n × n, exporter before importer, row-major, million USD FOB. */
  readonly economies: readonly string[]
  readonly before: Float64Array
  readonly after: Float64Array
  /** Index into QUALITIES. */
  readonly quality: Uint8Array
  /** Sales that change hands, of 0.1 million USD and more, largest first; written to diversion.csv. */
  readonly moves: readonly DiversionRow[]
  /** With many sectors; written to sectors.csv and welfare.csv. */
  readonly sectors: SectorDetail | undefined
}

export interface Result {
  readonly keruenResult: typeof RESULT_VERSION
  /** SHA-256 over scenario, dataset and program version. */
  readonly hash: string
  readonly program: { readonly name: string; readonly version: string }
  readonly dataset: {
    readonly id: string
    readonly title: string
    readonly version: string
    readonly hash: string
    readonly year: number
  }
  /** Null with the one-sector model. */
  readonly sectors: SectorsResult | null
  readonly scenario: Scenario
  readonly bloc: {
    readonly id: string
    readonly asOf: string
    readonly members: readonly string[]
    readonly realIncomeChangeMusd: Range
    /**
     * Goods trade among members, each flow once, million USD, as the model counts it: joined economies with their hosts,
     * adjustments in.
     */
    readonly turnoverBeforeMusd: number
    /** From the recorded trade that `keruen bloc` tells to that turnover; null with many sectors, which have their own trade. */
    readonly turnoverBridge: TurnoverBridge | null
    readonly turnoverChangeMusd: Range
    /** Members' trade with each other over their exports plus imports with all, percent. */
    readonly turnoverShareBeforePercent: number
    /** Every two members once, in their order; values add up to the turnover and its change, ranges do not. */
    readonly pairs: readonly PairResult[]
    readonly capitalMusd: number | null
    readonly annualCostMusd: number | null
    readonly annualCostRangeMusd: Bounds | null
  }
  /** All economies but ROW: members first, then by role, then alphabetically. */
  readonly countries: readonly CountryResult[]
  readonly corridors: readonly CorridorResult[]
  readonly links: readonly LinkResult[]
  readonly waits: readonly WaitResult[]
  /** Where a capacity is stated; everywhere else it is unlimited. */
  readonly capacities: readonly CapacityResult[]
  /** Empty where freight rates stay as the dataset states them. */
  readonly freightMarkets: readonly FreightMarketResult[]
  /** In the order of the dataset. */
  readonly trafficPoints: readonly TrafficPointResult[]
  readonly measures: readonly MeasureResult[]
  /** Null where it was not asked for. */
  readonly contributions: readonly ContributionResult[] | null
  readonly diversion: DiversionResult
  /** Pairs of members on which the next percent would be worth most to all of them, largest first. */
  readonly nextPercent: readonly NextPercentRow[]
  readonly uncertainty: {
    readonly draws: number
    readonly seed: number
    readonly percentiles: readonly [number, number]
    /** Largest influence first. */
    readonly parameters: readonly ParameterInfluence[]
  }
  readonly sensitivities: readonly Sensitivity[]
  readonly convergence: {
    readonly passes: number
    readonly largestResidual: number
    /** Residual of every block of unknowns at the end. */
    readonly blocks: Readonly<Record<string, number>>
    readonly largestMarketClearingError: number
  }
  readonly notices: readonly Notice[]
  /** Written to flows.csv, diversion.csv, sectors.csv and welfare.csv, not to result.json. */
  readonly flows: FlowsResult
}

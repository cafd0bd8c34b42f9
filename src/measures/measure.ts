/**
 * The levers, as a union: one measure changes one thing of a dataset. Units are canonical (hours, USD, ratios).
 */
import type { Mode } from '../dataset/dataset.js'

/** New value = old × factor, or a value in the canonical unit of the field. */
export type Change = RelativeChange | { readonly kind: 'absolute'; readonly value: number }

export interface RelativeChange {
  readonly kind: 'relative'
  readonly factor: number
}

/** What every measure may carry. */
export interface MeasureCommon {
  /** `m1`, `m2`, … in the order of the scenario. */
  readonly id: string
  /** What a reader sees; written by the person or made from the measure. */
  readonly title: string
  /** Who can do it: alpha-3, shares of the cost equal. */
  readonly owners: readonly string[]
  /** Million USD, once. */
  readonly capitalMusd?: number
  readonly lifeYears?: number
  /** Year in which it takes effect. */
  readonly year?: number
  /** Measures of one group are one player where contributions are told apart. */
  readonly group?: string
}

/** Hours, fee and capacity of a border place; mode and direction narrow it. */
export interface CrossingMeasure extends MeasureCommon {
  readonly kind: 'crossing'
  readonly placeIds: readonly string[]
  readonly mode?: 'rail' | 'road'
  readonly from?: string
  readonly to?: string
  /** hours */
  readonly hours?: Change
  /** USD per TEU */
  readonly fee?: Change
  /** Thousand TEU a year, each way. */
  readonly capacity?: Change
}

/** Hours, cost and capacity of changing mode at a place; two modes narrow it. */
export interface TerminalMeasure extends MeasureCommon {
  readonly kind: 'terminal'
  readonly placeIds: readonly string[]
  readonly modes?: readonly [Mode, Mode]
  /** hours */
  readonly hours?: Change
  /** USD per TEU */
  readonly cost?: Change
  /** Thousand TEU a year over all rows of each place, both ways; absolute, since no dataset states one. */
  readonly capacity?: Change
}

/** Speed, cost and capacity of links (a corridor with its filters is resolved to its links). */
export interface LinkMeasure extends MeasureCommon {
  readonly kind: 'link'
  readonly linkIds: readonly string[]
  /** km/h */
  readonly speed?: Change
  /** A relative change acts on whichever cost the link has; an absolute one needs `costUnit`. */
  readonly cost?: Change
  /** Unit of an absolute cost: a rate replaces a lump sum and the other way round. */
  readonly costUnit?: 'USD/TEU-km' | 'USD/TEU'
  /** Thousand TEU a year. */
  readonly capacity?: Change
}

/** Does away with the change of gauge of trains at border places and inland yards. */
export interface GaugeMeasure extends MeasureCommon {
  readonly kind: 'gauge'
  readonly placeIds: readonly string[]
}

/** Opens planned or suspended links. */
export interface OpenMeasure extends MeasureCommon {
  readonly kind: 'open'
  readonly linkIds: readonly string[]
}

/** Closes links, every crossing of border places, or straits and other places. */
export interface CloseMeasure extends MeasureCommon {
  readonly kind: 'close'
  readonly linkIds: readonly string[]
  readonly placeIds: readonly string[]
}

/** Import tariffs of importers on exporters. */
export interface TariffMeasure extends MeasureCommon {
  readonly kind: 'tariff'
  readonly exporters: readonly string[]
  readonly importers: readonly string[]
  /** ad valorem, 0.05 = 5 % */
  readonly rate: Change
}

/** Non-tariff cost of trade: adds `costShare` (−0.02 = two percent of value less) to the cost of each pair. */
export interface NonTariffMeasure extends MeasureCommon {
  readonly kind: 'non-tariff'
  readonly exporters: readonly string[]
  readonly importers: readonly string[]
  readonly costShare: number
}

/**
 * Digital facilitation at every crossing between two of the countries: the document part of the hours and of the
 * fee changes; physical handling stays.
 */
export interface DigitalMeasure extends MeasureCommon {
  readonly kind: 'digital'
  readonly countries: readonly string[]
  /** Change of the time and cost of documents. */
  readonly documents: RelativeChange
}

/** Share of cargo that avoids a territory, and the premium of the rest. */
export interface AvoidanceMeasure extends MeasureCommon {
  readonly kind: 'avoidance'
  readonly ruleIds: readonly string[]
  readonly share?: Change
  /** USD per TEU */
  readonly premium?: Change
}

export type Measure =
  | CrossingMeasure
  | TerminalMeasure
  | LinkMeasure
  | GaugeMeasure
  | OpenMeasure
  | CloseMeasure
  | TariffMeasure
  | NonTariffMeasure
  | DigitalMeasure
  | AvoidanceMeasure

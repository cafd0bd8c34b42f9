/** Records of the corridor network: its rows, and what is known of the cargo on it. */
import type { Quality } from './quality.js'

export type Mode = 'rail' | 'road' | 'sea' | 'ferry' | 'inland_waterway'
export type LinkStatus = 'open' | 'planned' | 'suspended'

export interface Place {
  readonly id: string
  readonly name: string
  /** alpha-3; undefined for straits. */
  readonly country?: string
  /** The second country of a border place. */
  readonly country2?: string
  readonly longitude: number
  readonly latitude: number
  readonly kind: 'city' | 'border' | 'port' | 'terminal' | 'strait'
  readonly quality: Quality
  readonly source: string
}

export interface Link {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly mode: Mode
  /** Where it lies; undefined at sea. */
  readonly country?: string
  readonly lengthKm: number
  readonly speedKmh: number
  /** USD per TEU-km; used when lumpUsd is undefined, and by bulk beside it: what ships of lines ask on top nobody asks of bulk. */
  readonly costUsdPerTeuKm: number
  /** USD per TEU for the whole link. */
  readonly lumpUsd?: number
  /** Thousand TEU a year, both directions together, where a sourced figure exists. */
  readonly capacityKteu?: number
  readonly capacityQuality?: Quality
  readonly status: LinkStatus
  readonly quality: Quality
  readonly lengthQuality: string
  /** Longitude and latitude of points between the two ends, for drawing alone; left out where a straight line will do. */
  readonly waypoints?: readonly (readonly [number, number])[]
  readonly source: string
}

/** Passing a border place from one country to the next by one mode. */
export interface Crossing {
  readonly placeId: string
  readonly fromCountry: string
  readonly toCountry: string
  readonly mode: 'rail' | 'road'
  /** Mean hours, and the low and high of the stated range. */
  readonly hours: number
  readonly hoursLow: number
  readonly hoursHigh: number
  readonly feeUsd: number
  readonly gaugeChange: boolean
  /** Whether cargo of third countries keeps out of this border; see `ModalRule.noTransit`. */
  readonly transitClosed?: boolean
  /** Thousand TEU a year in this direction, where a sourced figure exists. */
  readonly capacityKteu?: number
  /** Share of the capacity that the traffic of the dataset's year took, counted in the unit of its source; 0–1. */
  readonly capacityUsed?: number
  readonly capacityQuality?: Quality
  readonly status: LinkStatus
  readonly quality: Quality
  readonly source: string
}

/** Changing mode at a place, either way round; `sea`–`sea` is a canal or strait transit. */
export interface Terminal {
  readonly placeId: string
  readonly modeA: Mode
  readonly modeB: Mode
  readonly hours: number
  readonly hoursLow: number
  readonly hoursHigh: number
  readonly usdPerTeu: number
  /** No dataset states one; a measure may. */
  readonly limit?: TerminalLimit
  readonly status: LinkStatus
  readonly quality: Quality
  readonly source: string
}

/** What may change mode in a year at some rows of one place together, both ways. */
export interface TerminalLimit {
  readonly kteu: number
  /** Rows with the same name share the limit. */
  readonly group: string
}

/** What a shipment waits before it leaves a place or after it arrives; published times from door to door include it. */
export interface EndWait {
  readonly placeId: string
  readonly mode: Mode
  readonly end: 'origin' | 'destination'
  readonly hours: number
  readonly hoursLow: number
  readonly hoursHigh: number
  /** Which shipments wait so long, in words. */
  readonly countsFor: string
  readonly quality: Quality
  readonly source: string
}

export interface Corridor {
  readonly id: string
  readonly name: string
  readonly status: LinkStatus
  readonly modes: readonly Mode[]
  /** Place ids in order; every pair of neighbours is joined by a link. */
  readonly places: readonly string[]
  readonly quality: Quality
  readonly source: string
}

/** Where a country's trade enters the network, and what it costs to get there from its economic centre. */
export interface Gateway {
  readonly iso3: string
  readonly placeId: string
  /** Shares of one country sum to one. */
  readonly share: number
  readonly hinterlandHours: number
  readonly hinterlandUsdPerTeu: number
  readonly quality: Quality
  readonly source: string
}

/**
 * How much of the general cargo between two groups of countries is bound to a mode, or kept out of some borders, by what no
 * tariff shows: carriers, lots, doors, habits, sanctions. What is left chooses among all modes.
 */
export interface ModalRule {
  readonly id: string
  /** alpha-3, of the two ends in either order. */
  readonly endsA: readonly string[]
  readonly endsB: readonly string[]
  /** How many of the two ends are given by country and not by region: of two rules for a pair the one with more applies. */
  readonly precision: number
  /** Part that goes by lorry all the way, ferries included, and its range; 0–1. */
  readonly lorry: number
  readonly lorryLow: number
  readonly lorryHigh: number
  /** Of the rest, part that takes no train over a border; 0–1. Between a port and inland it may. */
  readonly noTrain: number
  /** Of what is left, part that keeps out of borders closed to transit, 0–1; where there is such a part, what goes by lorry or takes no train over a border keeps out too. */
  readonly noTransit: number
  /** How much dearer the modes of bound cargo must become, beside the others, before it leaves them; USD per TEU. */
  readonly switchUsdPerTeu: number
  readonly quality: Quality
  readonly source: string
}

/**
 * How much of the bulk from some countries to others goes by a chain of its own, which no way of the network stands for; or by a
 * pipeline to a port and on by sea.
 */
export interface BulkChain {
  readonly id: string
  /** alpha-3. */
  readonly exporters: readonly string[]
  readonly importers: readonly string[]
  /** Part that goes by pipeline, or from ports and fields that the gateways do not stand for, and its range; 0–1. */
  readonly ownChain: number
  readonly ownChainLow: number
  readonly ownChainHigh: number
  /** Id of the port where the pipeline ends and ships begin. Undefined where nothing on the network touches it. */
  readonly outlet?: string
  /**
   * What is cut off at the outlet can leave by the exporter's gateways (`gateways`), and what is cut off there by the outlet too
   * (`both`). Undefined where nothing stands in for it.
   */
  readonly otherWays?: 'gateways' | 'both'
  readonly quality: Quality
  readonly source: string
}

/** What a network is made of: the rows that a file of one holds too. */
export interface NetworkRows {
  readonly places: readonly Place[]
  readonly links: readonly Link[]
  readonly crossings: readonly Crossing[]
  readonly terminals: readonly Terminal[]
  /** Waits outside every route; for times from door to door. */
  readonly endWaits?: readonly EndWait[]
  readonly corridors: readonly Corridor[]
  readonly gateways: readonly Gateway[]
}

/** A network, and what is known of the cargo on it. */
export interface NetworkTables extends NetworkRows {
  /** Cargo that is bound to a mode; without such rules all cargo chooses among all. */
  readonly modalRules?: readonly ModalRule[]
  /** Bulk that goes by a chain of its own; without such rows none does but by land. */
  readonly bulkChains?: readonly BulkChain[]
}

/**
 * Carriers whose rates answer demand: which rows of the network they serve, what a unit of their service costs today, and how
 * much more of it they offer when it is dearer.
 */
export interface FreightMarket {
  readonly id: string
  readonly name: string
  readonly mode: Mode
  /** Links whose rate by the kilometre is at least `ownFrom` and below `ownBelow`; undefined = any. */
  readonly ownFrom?: number
  readonly ownBelow?: number
  /** In place of links, crossings between one of these countries (alpha-3) and a neighbour; empty = links. */
  readonly borders: readonly string[]
  /** The neighbours that count; empty = any. */
  readonly neighbours: readonly string[]
  /** What is offered: the days that a TEU is carried, or the passing of a TEU. */
  readonly unit: 'TEU-day' | 'TEU'
  /** USD per unit, today, above zero. */
  readonly usd: number
  /** Id of the parameter that holds it: percent more of the service for a percent more paid. */
  readonly supplyElasticity: string
  readonly quality: Quality
  readonly source: string
}

/** How far the running speeds, rates and charges of the network's rows may be off, by quantity and class of row. */
export interface NetworkRange {
  readonly id: string
  /** Running speed; USD per TEU-km or for a whole link; handling where the mode changes; fee at a border. */
  readonly quantity: 'speed' | 'rate' | 'lump' | 'handling' | 'fee'
  /** Modes; for handling pairs of them, `rail-sea`, in alphabetical order. */
  readonly appliesTo: readonly string[]
  /** The row is for those whose own figure is at least `ownFrom` and below `ownBelow`; undefined = any. */
  readonly ownFrom?: number
  readonly ownBelow?: number
  readonly unit: string
  /** low ≤ central ≤ high, above zero: a row's own figure may lie from low ÷ central to high ÷ central of itself. */
  readonly low: number
  readonly central: number
  readonly high: number
  /** How low, central and high were taken from the source. */
  readonly basis: string
  readonly quality: Quality
  readonly source: string
}

/** A scenario as resolved: every default filled in, every name an id of the dataset, every unit canonical. */
import type { Parameter } from '../dataset/dataset.js'
import type { Balances, Numeraire } from '../equilibrium/closure.js'
import type { Measure } from '../measures/measure.js'

export const SCENARIO_VERSION = 1

/** Models of general equilibrium that a scenario can name. */
export const MODELS = ['one-sector', 'many-sector'] as const
export type ModelName = (typeof MODELS)[number]

/** The many-sector baseline that a scenario was resolved against. */
export interface SectorChoice {
  readonly dataset: string
  /** Which source's elasticities. */
  readonly elasticity: string
}

/** What freight rates do when more, or less, is carried: stay as the dataset states them, or answer as its freight markets do. */
export const FREIGHT_RATES = ['as-stated', 'answer-demand'] as const
export type FreightRates = (typeof FREIGHT_RATES)[number]

export interface Scenario {
  readonly keruen: typeof SCENARIO_VERSION
  /** Kebab-case name of the file without its ending; names the results folder. */
  readonly name: string
  readonly title: string
  readonly description: string
  /** Id of the dataset it was resolved against. */
  readonly dataset: string
  /** Lower-case bloc id, or `custom` with `members`. */
  readonly bloc: string
  /** ISO date of membership. */
  readonly asOf: string
  /** Members on that date, sorted alpha-3. */
  readonly members: readonly string[]
  readonly measures: readonly Measure[]
  readonly model: ModelName
  /** With model `many-sector`, and only there. */
  readonly sectors?: SectorChoice
  /** How trade balances move with the world. */
  readonly balances: Balances
  /** The price that is held at one; changes no real result. */
  readonly numeraire: Numeraire
  /** The dataset's parameters with the scenario's own in their place, sorted by id. */
  readonly parameters: readonly Parameter[]
  /** Regime of the avoidance rules in the baseline, e.g. `2024`. */
  readonly avoidanceRegime: string
  readonly freightRates: FreightRates
  /** Use the trade matrix with its adjustments (default) or as recorded. */
  readonly tradeAdjustments: boolean
  /** Also tell how much each measure, or group of measures, contributes. */
  readonly attribution: boolean
  readonly draws: number
  readonly seed: number
}

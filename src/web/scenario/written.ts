/**
 * The scenario in the page: what a person would write in YAML, as plain records. It is the single truth; levers, the link
 * that is shared, the file that is saved and what the model reads are all made from it.
 */

/** A measure as written: one lever's key (`crossing`, `terminal`, `tariff`, …) and its fields, see `src/scenario/text/schema.ts`. */
export type WrittenMeasure = Readonly<Record<string, unknown>>

/** A scenario as written. Every value is JSON. */
export interface WrittenScenario {
  readonly keruen: 1
  readonly name?: string
  readonly title?: string
  readonly description?: string
  readonly measures?: readonly WrittenMeasure[]
  /** bloc, members, asOf, parameters, avoidanceRegime, draws, seed, …: as in the schema. */
  readonly [field: string]: unknown
}

/** Nothing is changed. */
export const TODAY: WrittenScenario = { keruen: 1, measures: [] }

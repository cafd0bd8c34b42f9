import type { Contribution } from '../stages/attribution.js'
import type { ElementTraffic, MeasuredCorridor } from '../stages/corridor-gates.js'
import type { Counterfactual, Outcome } from '../stages/counterfactual.js'
import type { DrawnQuantity } from '../stages/draws.js'
import type { RouteStage } from '../stages/route-stage.js'
import type { SensitivityRun } from '../stages/sensitivities.js'
import type { World } from '../stages/world.js'
import type { CentralRows } from './central-rows.js'

/** Everything that was solved, before it is put into words and rows. */
export interface SolvedScenario {
  readonly world: World
  readonly routes: RouteStage
  readonly central: Counterfactual
  /** TEU a year on every element at the central parameters, and what corridors carry of it. */
  readonly traffic: ElementTraffic
  readonly corridors: readonly MeasuredCorridor[]
  readonly rows: CentralRows
  readonly draws: readonly Outcome[]
  readonly swings: readonly {
    readonly quantity: DrawnQuantity
    readonly atLow: Outcome
    readonly atHigh: Outcome
  }[]
  readonly sensitivities: readonly SensitivityRun[]
  /** Undefined where contributions were not asked for. */
  readonly contributions: readonly Contribution[] | undefined
}

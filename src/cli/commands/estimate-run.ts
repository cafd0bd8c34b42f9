import type { FittedGravity, FormulaModel, Table } from '../../index.js'

/** One fitted model with all that is written about it needs. */
export interface EstimateRun {
  readonly table: Table
  readonly model: FormulaModel
  readonly fitted: FittedGravity
}

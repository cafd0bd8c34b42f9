/** From a table and a model to an estimate with the names of everything in it. */
import { buildDesign, type Design } from './design.js'
import type { EstimationOptions, Estimator, GravityEstimate } from './estimate.js'
import { type FieldNames, type FormulaModel, type GravityModel, parseModel } from './model.js'
import { estimateOls } from './ols.js'
import { estimatePpml } from './ppml.js'
import type { Table } from './table.js'

export interface GravityOptions extends EstimationOptions {
  /** Default `ppml`. */
  readonly estimator?: Estimator
  /** How errors call the fields of the model; default by their own names. */
  readonly fieldName?: FieldNames
}

/** An estimate and where its rows and levels come from. */
export interface FittedGravity extends Omit<Design, 'estimationData'> {
  readonly estimate: GravityEstimate
}

/**
 * Estimates a gravity model on a table.
 *
 * @param model by formula or by fields.
 * @returns     the estimate; positions in it are those of `rows`, which are rows of the table.
 * @throws KeruenError what `parseModel`, `buildDesign` and the estimator throw.
 */
export function estimateGravity(
  table: Table,
  model: GravityModel | FormulaModel,
  { estimator = 'ppml', fieldName, ...options }: GravityOptions = {},
): FittedGravity {
  const { estimationData, ...design } = buildDesign(table, parseModel(model, fieldName), estimator)
  const estimate = estimator === 'ppml' ? estimatePpml : estimateOls
  return { ...design, estimate: estimate(estimationData, options) }
}

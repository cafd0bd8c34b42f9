/** From a table and a model to an estimate with the names of everything in it. */

import { KeruenError } from '../errors.js'
import { buildDesign, type Design } from './design/design.js'
import type { Table } from './design/table.js'
import type { EstimationOptions, Estimator, GravityEstimate } from './fit/estimate.js'
import { estimateOls } from './fit/ols.js'
import { estimatePpml } from './fit/ppml.js'
import {
  type FieldNames,
  type FormulaModel,
  type GravityModel,
  type ParsedModel,
  parseModel,
} from './formula/model.js'
import { type CorrectedEstimate, correctBias, threeWayColumns } from './inference/correct-bias.js'

export interface GravityOptions extends EstimationOptions {
  /** Default `ppml`. */
  readonly estimator?: Estimator
  /** How errors call the fields of the model; default by their own names. */
  readonly fieldName?: FieldNames
  /** Whether the slopes are also told without the bias of three-way PPML; default false. See `biasCorrection`. */
  readonly correctBias?: boolean
}

/** An estimate and where its rows and levels come from. */
export interface FittedGravity extends Omit<Design, 'estimationData'> {
  readonly estimate: GravityEstimate
  /** Null unless it was wanted. */
  readonly corrected: CorrectedEstimate | null
}

/**
 * Estimates a gravity model on a table.
 *
 * @param model by formula or by fields.
 * @returns     the estimate; positions in it are those of `rows`, which are rows of the table.
 * @throws KeruenError what `parseModel`, `buildDesign` and the estimator throw; with `correctBias` what
 *         `correctBias` throws and `gravity.not-three-way` (usage) for anything but unweighted PPML.
 */
export function estimateGravity(
  table: Table,
  model: GravityModel | FormulaModel,
  { estimator = 'ppml', fieldName, correctBias: isCorrected = false, ...options }: GravityOptions = {},
): FittedGravity {
  const parsed = parseModel(model, fieldName)
  const { estimationData, ...design } = buildDesign(table, parsed, estimator)
  if (isCorrected) checkCorrectable(table, parsed, estimator)
  const estimate = (estimator === 'ppml' ? estimatePpml : estimateOls)(
    estimationData,
    isCorrected ? { ...options, residualise: true } : options,
  )
  const corrected = isCorrected
    ? correctBias(table, parsed, { estimationData, rows: design.rows }, estimate)
    : null
  return { ...design, estimate, corrected }
}

/** Told before the fit, which may take long. */
function checkCorrectable(table: Table, parsed: ParsedModel, estimator: Estimator): void {
  threeWayColumns(parsed, table)
  if (estimator === 'ppml' && parsed.weights === undefined) return
  throw new KeruenError('usage', {
    code: 'gravity.not-three-way',
    expected: 'PPML without weights for the bias correction',
    found: estimator === 'ppml' ? 'weights' : 'least squares',
  })
}

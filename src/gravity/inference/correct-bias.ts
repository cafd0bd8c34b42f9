/** The bias correction of a three-way model that was given by its formula: which columns are exporter, importer and period. */
import { KeruenError } from '../../errors.js'
import type { Design } from '../design/design.js'
import { Evaluator } from '../design/evaluate.js'
import { levelsInRows } from '../design/group-levels.js'
import type { Table } from '../design/table.js'
import type { Coefficient, GravityEstimate } from '../fit/estimate.js'
import type { ColumnName } from '../formula/groups-text.js'
import type { ParsedModel } from '../formula/model.js'
import { type BiasCorrection, biasCorrection, correctedCoefficients } from './bias-correction.js'

/** Slopes without their bias, and what was corrected. */
export interface CorrectedEstimate extends BiasCorrection {
  readonly coefficients: readonly Coefficient[]
}

/** (exporters + importers) × periods above which the cube of it takes minutes. */
const MOST_LEVELS = 3_000

interface ThreeWayColumns {
  readonly exporter: ColumnName
  readonly importer: ColumnName
  readonly period: ColumnName
}

/**
 * Which columns a three-way model is made of: its effects are a^t, b^t and a^b.
 *
 * The period t is the column named by the model's time; without one, the only column of numbers among the three.
 *
 * @throws KeruenError (usage) `gravity.not-three-way`.
 */
export function threeWayColumns({ effects, time, fieldName }: ParsedModel, table: Table): ThreeWayColumns {
  const fault = (expected: string, found: string, mend: string) =>
    new KeruenError('usage', {
      code: 'gravity.not-three-way',
      at: { field: fieldName('formula') },
      expected,
      found,
      mend,
    })
  const pairs = effects.map(({ parts }) =>
    parts.flatMap(({ kind, columns }) => (kind === 'column' ? columns : [])),
  )
  const names = [...new Set(pairs.flat().map(({ name }) => name))]
  const sets = new Set(
    pairs.map(columns =>
      columns
        .map(({ name }) => name)
        .sort()
        .join('^'),
    ),
  )
  const plain = effects.every(
    ({ parts }) => parts.length === 2 && parts.every(({ kind }) => kind === 'column'),
  )
  if (!plain || effects.length !== 3 || names.length !== 3 || sets.size !== 3) {
    throw fault(
      'three effects, such as exporter^year + importer^year + exporter^importer',
      `${effects.length} of another kind`,
      'The correction is for exporter-period, importer-period and directed pair effects alone',
    )
  }
  const evaluator = new Evaluator(table, { fieldName })
  const numeric = names.filter(name => !evaluator.column(name).includes(Number.NaN))
  const periods = time === undefined ? numeric : names.filter(name => name === time.name)
  if (periods.length !== 1) {
    throw fault(
      'to know which of the columns is the period',
      names.join(', '),
      'Name it with --time, such as --time year',
    )
  }
  const period = pairs.flat().find(({ name }) => name === periods[0])!
  // the pair effect is the one without the period, exporter first
  const pair = pairs.find(columns => columns.every(({ name }) => name !== period.name))!
  return { exporter: pair[0]!, importer: pair[1]!, period }
}

/**
 * Corrects an estimate that was made with `residualise`.
 *
 * @throws KeruenError as `threeWayColumns`; `gravity.too-large` (usage); what `biasCorrection` throws.
 * @see biasCorrection
 */
export function correctBias(
  table: Table,
  model: ParsedModel,
  { estimationData, rows }: Pick<Design, 'estimationData' | 'rows'>,
  estimate: GravityEstimate,
): CorrectedEstimate {
  const columns = threeWayColumns(model, table)
  const evaluator = new Evaluator(table, model)
  const levels = (column: ColumnName) => {
    const { source, at } = column
    const part = { kind: 'column', columns: [column], source, at } as const
    return levelsInRows(evaluator.levels.group({ parts: [part], source, at }), rows)
  }
  const [exporter, importer, period] = [columns.exporter, columns.importer, columns.period].map(levels) as [
    ReturnType<typeof levels>,
    ReturnType<typeof levels>,
    ReturnType<typeof levels>,
  ]
  const size = (exporter.labels.length + importer.labels.length) * period.labels.length
  if (size > MOST_LEVELS) {
    throw new KeruenError('usage', {
      code: 'gravity.too-large',
      at: { field: model.fieldName('formula') },
      expected: `at most ${MOST_LEVELS} exporter-period and importer-period effects for the bias correction`,
      found: `${size}`,
      mend: `Use fewer periods, such as --where "${columns.period.name} in …"`,
    })
  }
  const correction = biasCorrection({
    exporter: exporter.codes,
    importer: importer.codes,
    period: period.codes,
    outcome: estimationData.outcome,
    fittedMeans: estimate.fittedMeans,
    residualised: estimate.residualised!,
  })
  return { ...correction, coefficients: correctedCoefficients(estimate, correction) }
}

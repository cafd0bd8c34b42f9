/** From a model and a table to what an estimator is given. */
import { type Issue, KeruenError } from '../../errors.js'
import type { Estimator } from '../fit/estimate.js'
import type { EstimationData, Grouping } from '../fit/estimation-data.js'
import { writtenExpression } from '../formula/expression.js'
import { writtenFactor, writtenFormula } from '../formula/formula.js'
import { type GroupTerm, writtenGroup } from '../formula/groups-text.js'
import { columnsNeeded, type ParsedModel } from '../formula/model.js'
import { Evaluator } from './evaluate.js'
import { levelsInRows } from './group-levels.js'
import { numbersInRows, termColumns } from './regressors.js'
import { type MissingRows, usableRows } from './screen.js'
import { cellPlace, type Table } from './table.js'

/** An absorbed effect or a cluster dimension with the names of its levels. */
export interface LabelledGrouping extends Grouping {
  /** Name of each level, e.g. `ARG^1986`; its position is the level's number. */
  readonly labels: readonly string[]
}

/** What an estimator is given, with where it comes from. */
export interface Design {
  readonly estimationData: EstimationData
  /** The model as text that reads back to itself. */
  readonly formula: string
  /** For each row of the estimation its row in the table, ascending. */
  readonly rows: Int32Array
  readonly effects: readonly LabelledGrouping[]
  readonly clusters: readonly LabelledGrouping[]
  /** Rows for which some condition does not hold. */
  readonly outsideConditions: number
  /** Rows left out for missing cells, by reason. */
  readonly missing: readonly MissingRows[]
}

/** Rows of one fault that are named. */
const NAMED = 5

/** Name of the constant. */
export const CONSTANT = '(Intercept)'

/**
 * Builds the rows of an estimation. Levels are numbered by their labels and columns by the formula, so the order of the
 * table's rows has no say.
 *
 * @param estimator Poisson refuses outcomes below zero.
 * @throws KeruenError (usage) `gravity.unknown-column`, `.unknown-value`, `.no-panel`, `.too-many-values`; (input) what
 *         `usableRows` and `panelShift` throw; `gravity.one-level`: an effect with one level;
 *         `gravity.negative-outcome`, `gravity.bad-weight`, each with its line.
 */
export function buildDesign(table: Table, model: ParsedModel, estimator: Estimator): Design {
  columnsNeeded([model], table.names, table.file)
  const evaluator = new Evaluator(table, model)
  const { rows, outsideConditions, missing } = usableRows(model, evaluator)
  const numbers = (expression: ParsedModel['outcome']) => numbersInRows(expression, evaluator, rows)
  const outcome = numbers(model.outcome)
  const weights = model.weights === undefined ? undefined : numbers(model.weights)
  const offset = model.offset === undefined ? undefined : numbers(model.offset)
  const outcomeName = writtenFactor(model.outcome)
  const issues: Issue[] = []
  if (estimator === 'ppml') {
    checkRows(table, rows, outcome, value => value >= 0, issues, {
      code: 'gravity.negative-outcome',
      at: { field: outcomeName },
      expected: 'a number ≥ 0',
    })
  }
  if (weights !== undefined) {
    checkRows(table, rows, weights, value => value > 0, issues, {
      code: 'gravity.bad-weight',
      at: { field: writtenExpression(model.weights!) },
      expected: 'a weight > 0',
    })
  }
  const grouping = (term: GroupTerm): LabelledGrouping => {
    const { codes, labels } = levelsInRows(evaluator.levels.group(term), rows)
    return { name: writtenGroup(term), ids: codes, labels }
  }
  const effects = model.effects.map(grouping)
  model.effects.forEach((term, k) => {
    if (effects[k]!.labels.length === 1) issues.push(singleLevel(term, effects[k]!))
  })
  if (issues.length > 0) throw new KeruenError('input', issues)
  const clusters = model.clusters.map(grouping)
  const constant = model.constant ? [{ name: CONSTANT, values: new Float64Array(rows.length).fill(1) }] : []
  return {
    estimationData: {
      outcome,
      outcomeName,
      regressors: [...constant, ...model.terms.flatMap(term => termColumns(term, evaluator, rows))],
      effects,
      ...(clusters.length === 0 ? {} : { clusters }),
      ...(weights === undefined ? {} : { weights }),
      ...(offset === undefined ? {} : { offset }),
    },
    formula: writtenFormula(model),
    rows,
    effects,
    clusters,
    outsideConditions,
    missing,
  }
}

function checkRows(
  table: Table,
  rows: Int32Array,
  values: Float64Array,
  fine: (value: number) => boolean,
  issues: Issue[],
  fault: Issue & { readonly at: { readonly field: string } },
): void {
  let count = 0
  for (let position = 0; position < rows.length; position++) {
    if (fine(values[position]!)) continue
    count++
    if (count > NAMED) continue
    issues.push({
      ...fault,
      at: cellPlace(table, rows[position]!, fault.at.field),
      found: String(values[position]),
    })
  }
  if (count > NAMED)
    issues.push({ ...fault, at: { file: table.file, ...fault.at }, found: `${count} such rows in all` })
}

function singleLevel({ source, at }: GroupTerm, { name, labels }: LabelledGrouping): Issue {
  return {
    code: 'gravity.one-level',
    at: { field: source.field, column: at + 1 },
    expected: `an effect ${name} with two or more levels in the rows in use`,
    found: `one, ${labels[0]}`,
    mend: 'Leave the effect out',
  }
}

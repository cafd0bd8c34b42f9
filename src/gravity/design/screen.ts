/** Rows that a model can use: those that meet its conditions, without what is missing. */
import { type Issue, KeruenError } from '../../errors.js'
import type { Condition } from '../formula/condition.js'
import type { Expression } from '../formula/expression.js'
import type { Factor } from '../formula/formula.js'
import type { GroupTerm } from '../formula/groups-text.js'
import type { ParsedModel } from '../formula/model.js'
import type { CellFault, Evaluator } from './evaluate.js'
import { conditionStates, HOLDS, UNKNOWN } from './rows.js'

/** Rows left out because something is missing in them. */
export interface MissingRows {
  /** E.g. `tariff is missing`. */
  readonly why: string
  /** Rows of the table, ascending; a row is named under its first reason only. */
  readonly rows: Int32Array
}

export interface UsableRows {
  /** Rows of the table, ascending. */
  readonly rows: Int32Array
  /** Rows for which some condition does not hold. */
  readonly outsideConditions: number
  readonly missing: readonly MissingRows[]
}

/** Something that every row in use must have. */
interface Need {
  /** Whether a row lacks it. */
  readonly lacks: (row: number) => boolean
  readonly fault: (row: number) => CellFault
}

/** Rows of one fault that are named before the rest is only counted. */
const NAMED = 5

/**
 * The rows that a model can use.
 *
 * @throws KeruenError (input) `gravity.missing-cell`, `.not-a-number`, `.no-observation` unless such rows are left out;
 *         `gravity.undefined`: what cannot be computed, such as the logarithm of zero; `gravity.no-rows`.
 */
export function usableRows(model: ParsedModel, evaluator: Evaluator): UsableRows {
  const { table } = evaluator
  const inUse = new Uint8Array(table.length).fill(1)
  const states = model.where.map(condition => conditionStates(condition, evaluator))
  let outsideConditions = 0
  for (let row = 0; row < inUse.length; row++) {
    // outside as soon as one condition says so, whatever is missing for the others
    if (states.every(state => state[row] === HOLDS || state[row] === UNKNOWN)) continue
    inUse[row] = 0
    outsideConditions++
  }
  const needs = [
    ...model.where.map((condition, k) => conditionNeed(condition, states[k]!, evaluator)),
    ...modelNeeds(model, evaluator),
  ]
  const issues: Issue[] = []
  const missing = new Map<string, number[]>()
  for (const need of needs) screen(need, inUse, model.missing === 'leave-out', issues, missing)
  if (issues.length > 0) throw new KeruenError('input', issues)
  const rows = positionsOf(inUse)
  if (rows.length === 0) throw noRows(model, table.file, table.length, outsideConditions)
  return {
    rows,
    outsideConditions,
    missing: [...missing].map(([why, list]) => ({ why, rows: Int32Array.from(list).sort() })),
  }
}

function positionsOf(marks: Uint8Array): Int32Array {
  let count = 0
  for (const mark of marks) count += mark
  const positions = new Int32Array(count)
  for (let row = 0, next = 0; row < marks.length; row++) if (marks[row] === 1) positions[next++] = row
  return positions
}

/** Takes rows out of use, or adds issues. */
function screen(
  need: Need,
  inUse: Uint8Array,
  leaveOut: boolean,
  issues: Issue[],
  missing: Map<string, number[]>,
): void {
  const counts = new Map<string, number>()
  for (let row = 0; row < inUse.length; row++) {
    if (inUse[row] === 0 || !need.lacks(row)) continue
    const { why, canBeLeftOut, issue } = need.fault(row)
    if (leaveOut && canBeLeftOut) {
      inUse[row] = 0
      const rows = missing.get(why)
      if (rows === undefined) missing.set(why, [row])
      else rows.push(row)
      continue
    }
    const count = (counts.get(why) ?? 0) + 1
    counts.set(why, count)
    if (count <= NAMED) issues.push(issue)
  }
  for (const [why, count] of counts) {
    if (count <= NAMED) continue
    const { file, field } = issues.at(-1)!.at ?? {}
    issues.push({
      code: issues.at(-1)!.code,
      at: { file, ...(field === undefined ? {} : { field: field.replace(/^row \d+: /, '') }) },
      found: `${count} such rows in all: ${why}`,
    })
  }
}

function conditionNeed(
  { column, comparison, values }: Condition,
  states: Uint8Array,
  evaluator: Evaluator,
): Need {
  const names = [column.name, ...values.filter(({ kind }) => kind === 'word').map(({ text }) => text)]
  const columns = names.filter(name => evaluator.table.names.includes(name))
  const asNumbers = !['==', '!=', 'in'].includes(comparison) || values.every(({ kind }) => kind === 'number')
  return {
    lacks: row => states[row] === UNKNOWN,
    fault: row => {
      if (!asNumbers) return evaluator.missingText(columns, row)
      const name = columns.find(one => Number.isNaN(evaluator.column(one)[row]!)) ?? column.name
      return evaluator.missingNumber(name, row)
    },
  }
}

function modelNeeds(model: ParsedModel, evaluator: Evaluator): Need[] {
  const expressions = [model.outcome, model.weights, model.offset].filter(one => one !== undefined)
  return [
    ...expressions.map(expression => numberNeed(expression, evaluator)),
    ...model.terms.flatMap(term => term.factors).map(factor => factorNeed(factor, evaluator)),
    ...[...model.effects, ...model.clusters].map(group => groupNeed(group, evaluator)),
  ]
}

function factorNeed(factor: Factor, evaluator: Evaluator): Need {
  if (factor.kind !== 'levels') return numberNeed(factor, evaluator)
  const { name } = factor.column
  const { codes } = evaluator.levels.levels(name)
  return { lacks: row => codes[row]! < 0, fault: row => evaluator.missingText([name], row) }
}

function numberNeed(expression: Expression, evaluator: Evaluator): Need {
  const values = evaluator.values(expression)
  return {
    lacks: row => Number.isNaN(values[row]!),
    fault: row => evaluator.fault(expression, row),
  }
}

function groupNeed(group: GroupTerm, evaluator: Evaluator): Need {
  const { codes } = evaluator.levels.group(group)
  const names = group.parts.flatMap(({ columns }) => columns.map(({ name }) => name))
  return { lacks: row => codes[row]! < 0, fault: row => evaluator.missingText(names, row) }
}

function noRows({ where, fieldName }: ParsedModel, file: string, rows: number, outside: number): KeruenError {
  return new KeruenError('input', {
    code: 'gravity.no-rows',
    at: { file },
    expected: 'at least one row to estimate from',
    found:
      outside === 0
        ? `${rows} rows, something missing in each`
        : `${rows} rows, of which ${outside} do not meet ${where.length === 1 ? 'the condition' : 'the conditions'}`,
    mend:
      outside === 0
        ? undefined
        : `Look at ${where.map(({ source }) => `${fieldName('where')} "${source.text}"`).join(', ')}`,
  })
}

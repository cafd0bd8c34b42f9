/** Which rows of a table meet the conditions of a model. */

import { nearestNames } from '../../dataset/nearest.js'
import { KeruenError } from '../../errors.js'
import type { Condition, ConditionValue } from '../formula/condition.js'
import { formulaIssue } from '../formula/formula-text.js'
import type { Evaluator } from './evaluate.js'

/** What a condition says of a row: it holds, it does not, or a cell that it needs is missing. */
const FAILS = 0
export const HOLDS = 1
export const UNKNOWN = 2

/**
 * One of these for each row.
 *
 * @throws KeruenError `gravity.unknown-value` (usage): a word that is neither a column nor a value of the column, or a
 *         quoted text that is no value of it; `gravity.formula`: texts in an order.
 */
export function conditionStates(condition: Condition, evaluator: Evaluator): Uint8Array {
  const { comparison, values } = condition
  const ordered = comparison !== '==' && comparison !== '!=' && comparison !== 'in'
  const [value] = values
  const isColumn = (one: ConditionValue) => one.kind === 'word' && evaluator.table.names.includes(one.text)
  const column = isColumn(value!)
  if (values.some(isColumn) && values.length > 1)
    refuse(values.find(isColumn)!, 'values', 'a column in a list')
  if (!column && values.every(({ kind }) => kind === 'number')) return numberStates(condition, evaluator)
  if (ordered && !column) refuse(value!, `a number or a column after ${comparison}`, `'${value!.text}'`)
  if (ordered) return columnStates(condition, evaluator)
  return column ? sameTextStates(condition, evaluator) : textStates(condition, evaluator)
}

function refuse(value: ConditionValue, expected: string, found: string): never {
  throw new KeruenError('usage', formulaIssue(value, { expected, found }))
}

function numberStates({ column, comparison, values }: Condition, evaluator: Evaluator): Uint8Array {
  const wanted = values.map(({ text }) => Number(text))
  const numbers = evaluator.column(column.name)
  return states(numbers.length, row => {
    const value = numbers[row]!
    return Number.isNaN(value) ? undefined : wanted.some(one => compare(value, one, comparison))
  })
}

function columnStates({ column, comparison, values }: Condition, evaluator: Evaluator): Uint8Array {
  const left = evaluator.column(column.name)
  const right = evaluator.column(values[0]!.text)
  return states(left.length, row =>
    Number.isNaN(left[row]!) || Number.isNaN(right[row]!)
      ? undefined
      : compare(left[row]!, right[row]!, comparison),
  )
}

function sameTextStates({ column, comparison, values }: Condition, evaluator: Evaluator): Uint8Array {
  const size = evaluator.table.length
  const { codes } = evaluator.levels.shared(column.name, values[0]!.text)
  return states(size, row => {
    const left = codes[row]!
    const right = codes[size + row]!
    return left < 0 || right < 0 ? undefined : (left === right) === (comparison !== '!=')
  })
}

function textStates({ column, comparison, values }: Condition, evaluator: Evaluator): Uint8Array {
  const { codes, labels } = evaluator.levels.levels(column.name)
  const wanted = new Uint8Array(labels.length)
  for (const value of values) {
    const code = labels.indexOf(value.text)
    if (code < 0) throw unknownValue(value, column.name, labels, evaluator.table.names)
    wanted[code] = 1
  }
  return states(codes.length, row => {
    const code = codes[row]!
    return code < 0 ? undefined : (wanted[code] === 1) === (comparison !== '!=')
  })
}

/** @param holds undefined where something is missing. */
function states(size: number, holds: (row: number) => boolean | undefined): Uint8Array {
  const states = new Uint8Array(size)
  for (let row = 0; row < size; row++) {
    const held = holds(row)
    states[row] = held === undefined ? UNKNOWN : held ? HOLDS : FAILS
  }
  return states
}

function unknownValue(
  value: ConditionValue,
  column: string,
  labels: readonly string[],
  names: readonly string[],
): KeruenError {
  const nearest = nearestNames(value.text, value.kind === 'word' ? [...labels, ...names] : labels)
  return new KeruenError(
    'usage',
    formulaIssue(value, {
      code: 'gravity.unknown-value',
      expected: value.kind === 'word' ? `a column or a value of ${column}` : `a value of ${column}`,
      found: `'${value.text}'`,
      mend: nearest.length === 0 ? undefined : `Did you mean ${nearest.join(' or ')}?`,
    }),
  )
}

function compare(left: number, right: number, comparison: Condition['comparison']): boolean {
  switch (comparison) {
    case '!=':
      return left !== right
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '<':
      return left < right
    case '<=':
      return left <= right
    default:
      return left === right
  }
}

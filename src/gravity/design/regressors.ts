/** From terms to columns of numbers with names. */

import { nearestNames } from '../../dataset/nearest.js'
import type { KeruenError } from '../../errors.js'
import type { NamedColumn } from '../fit/estimation-data.js'
import type { Expression } from '../formula/expression.js'
import { type LevelsFactor, type Term, writtenFactor } from '../formula/formula.js'
import { formulaError } from '../formula/formula-text.js'
import type { Evaluator } from './evaluate.js'
import { levelsInRows } from './group-levels.js'

/** A model with more coefficients than these wants absorbed effects. */
const MOST_LEVELS = 1000

/** A value of a column that has a coefficient. */
interface Indicator {
  readonly name: string
  readonly codes: Int32Array
  readonly code: number
}

/**
 * The columns of a term: one, or one for each combination of values where a factor is `i(column)`. Alone, `i` leaves
 * out its first value unless another is named; in a product it leaves out only a value that is named.
 *
 * @param rows rows of the table that are in use; the columns have one entry for each.
 * @throws KeruenError (usage) `gravity.unknown-value`: a reference that is no value of its column;
 *         `gravity.too-many-values`: columns by the thousand.
 */
export function termColumns({ factors }: Term, evaluator: Evaluator, rows: Int32Array): NamedColumn[] {
  const alone = factors.length === 1
  const numeric = factors.filter(factor => factor.kind !== 'levels') as Expression[]
  const values = numeric.length === 0 ? undefined : product(numeric, evaluator, rows)
  let combinations: Indicator[][] = [[]]
  for (const factor of factors) {
    if (factor.kind !== 'levels') continue
    const indicators = indicatorsOf(factor, evaluator, rows, alone)
    combinations = combinations.flatMap(one => indicators.map(indicator => [...one, indicator]))
    if (combinations.length > MOST_LEVELS) throw tooMany(factor, combinations.length)
  }
  return combinations.map(combination => {
    let next = 0
    const name = factors
      .map(factor => (factor.kind === 'levels' ? combination[next++]!.name : writtenFactor(factor)))
      .join(':')
    if (combination.length === 0) return { name, values: values! }
    const column = new Float64Array(rows.length)
    for (let row = 0; row < column.length; row++) {
      if (combination.every(({ codes, code }) => codes[row] === code)) column[row] = values?.[row] ?? 1
    }
    return { name, values: column }
  })
}

/** Numbers of an expression in these rows. */
export function numbersInRows(expression: Expression, evaluator: Evaluator, rows: Int32Array): Float64Array {
  const values = evaluator.values(expression)
  // rows are ascending and different, so as many as there are means all of them
  if (rows.length === values.length) return values
  const picked = new Float64Array(rows.length)
  for (let k = 0; k < rows.length; k++) picked[k] = values[rows[k]!]!
  return picked
}

function product(factors: readonly Expression[], evaluator: Evaluator, rows: Int32Array): Float64Array {
  const [first, ...others] = factors.map(factor => numbersInRows(factor, evaluator, rows))
  return others.reduce((left, right) => left.map((value, row) => value * right[row]!), first!)
}

function indicatorsOf(
  factor: LevelsFactor,
  evaluator: Evaluator,
  rows: Int32Array,
  alone: boolean,
): Indicator[] {
  const { column, reference } = factor
  const { codes, labels } = levelsInRows(evaluator.levels.levels(column.name), rows)
  let without = alone ? 0 : -1
  if (reference !== undefined) {
    without = labels.indexOf(reference.text)
    if (without < 0) throw unknownReference(factor, labels)
  }
  if (labels.length > MOST_LEVELS) throw tooMany(factor, labels.length)
  const indicators = labels.map((label, code) => ({ name: `${column.name}::${label}`, codes, code }))
  return indicators.filter(({ code }) => code !== without)
}

function unknownReference({ column, reference }: LevelsFactor, labels: readonly string[]): KeruenError {
  const nearest = nearestNames(reference!.text, labels)
  return formulaError(reference!, {
    code: 'gravity.unknown-value',
    expected: `a value of ${column.name} in the rows in use`,
    found: `'${reference!.text}'`,
    mend: nearest.length === 0 ? undefined : `Did you mean ${nearest.join(' or ')}?`,
  })
}

function tooMany(factor: LevelsFactor, count: number): KeruenError {
  return formulaError(factor, {
    code: 'gravity.too-many-values',
    expected: `at most ${MOST_LEVELS} coefficients of one term`,
    found: `${count}`,
    mend: 'Absorb it as an effect, after the |',
  })
}

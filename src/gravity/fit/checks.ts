/** What the rows of an estimation must be, checked once where they enter. */
import { type Issue, KeruenError } from '../../errors.js'
import type { EstimationData } from './estimation-data.js'

/** Level numbers index tables: those of a hundred million would fill a gigabyte. */
const MOST_LEVELS = 100_000_000

/** Faults of one kind that are named before the rest is only counted. */
const NAMED = 5

/**
 * Refuses rows that no estimator can use; all faults at once.
 *
 * @param isPoisson whether the outcome must be ≥ 0.
 * @throws KeruenError (input) `gravity.bad-shape`, `gravity.negative-outcome`, `gravity.not-finite`,
 *         `gravity.bad-weight`, `gravity.bad-level`, `gravity.one-level`, `gravity.no-rows`.
 */
export function checkEstimationData(data: EstimationData, isPoisson: boolean): void {
  const { outcome, outcomeName = 'outcome', regressors, effects, offset, weights, clusters = [] } = data
  const size = outcome.length
  const issues: Issue[] = []
  const shape = (field: string, length: number) => {
    if (length === size) return true
    issues.push({
      code: 'gravity.bad-shape',
      at: { field },
      expected: `${size} entries, as in ${outcomeName}`,
      found: `${length}`,
    })
    return false
  }
  /** `allFine` looks at the whole column at once; only where it fails are the rows looked at one by one. */
  const every = <Column extends Float64Array | Int32Array>(
    field: string,
    values: Column,
    allFine: (values: Column) => boolean,
    fine: (value: number) => boolean,
    code: string,
    expected: string,
  ) => {
    if (!shape(field, values.length) || allFine(values)) return
    let faults = 0
    for (let row = 0; row < size; row++) {
      const value = values[row]!
      if (fine(value)) continue
      faults++
      if (faults <= NAMED)
        issues.push({ code, at: { field: `${field}[${row}]` }, expected, found: `${value}` })
    }
    if (faults > NAMED) issues.push({ code, at: { field }, expected, found: `${faults} such rows in all` })
  }
  const finite = (field: string, values: Float64Array) =>
    every(field, values, allFinite, Number.isFinite, 'gravity.not-finite', 'a finite number')
  if (size === 0) {
    issues.push({ code: 'gravity.no-rows', at: { field: outcomeName }, expected: 'rows', found: 'none' })
  }
  if (isPoisson) {
    const fine = (value: number) => value >= 0 && value < Infinity
    const allFine = (values: Float64Array) => allFinite(values) && least(values) >= 0
    every(outcomeName, outcome, allFine, fine, 'gravity.negative-outcome', 'a finite number ≥ 0')
  } else {
    finite(outcomeName, outcome)
  }
  for (const { name, values } of regressors) finite(name, values)
  if (offset !== undefined) finite('offset', offset)
  if (weights !== undefined) {
    const fine = (value: number) => value > 0 && value < Infinity
    const allFine = (values: Float64Array) => allFinite(values) && least(values) > 0
    every('weights', weights, allFine, fine, 'gravity.bad-weight', 'a finite number > 0')
  }
  for (const { name, ids } of [...effects, ...clusters]) {
    const fine = (value: number) => value >= 0 && value < MOST_LEVELS
    const allFine = (values: Int32Array) => values.every(fine)
    every(name, ids, allFine, fine, 'gravity.bad-level', `a whole number from 0, below ${MOST_LEVELS}`)
  }
  for (const { name, ids } of effects) {
    if (size < 2 || ids.length !== size || !ids.every(id => id === ids[0])) continue
    issues.push({
      code: 'gravity.one-level',
      at: { field: name },
      expected: 'an effect with at least two levels',
      found: 'the same level in every row',
      mend: 'Leave this effect out: it is a constant',
    })
  }
  checkReferences(data, issues)
  if (issues.length > 0) throw new KeruenError('input', issues)
}

/** Zero times anything that is not finite is NaN. */
function allFinite(values: Float64Array): boolean {
  let total = 0
  for (let row = 0; row < values.length; row++) total += values[row]! * 0
  return total === 0
}

function least(values: Float64Array): number {
  let smallest = Infinity
  for (let row = 0; row < values.length; row++) if (values[row]! < smallest) smallest = values[row]!
  return smallest
}

function checkReferences({ effects, referenceLevels }: EstimationData, issues: Issue[]): void {
  if (referenceLevels === undefined || referenceLevels.length === effects.length) return
  issues.push({
    code: 'gravity.bad-shape',
    at: { field: 'referenceLevels' },
    expected: `${effects.length} lists, one for each effect`,
    found: `${referenceLevels.length}`,
  })
}

/** From the rows that a caller hands over to those that an estimator can use: checked, all-zero groups left out. */
import { type Issue, KeruenError } from '../errors.js'

/** Rows of an estimation with absorbed fixed effects; all arrays have one entry for each row. */
export interface PoissonData {
  /** Non-negative and finite, e.g. trade in million USD. */
  readonly outcome: Float64Array
  /** Named columns, finite. None is a model of fixed effects only. */
  readonly regressors: readonly { readonly name: string; readonly values: Float64Array }[]
  /** One column of level numbers (whole, ≥ 0) for each absorbed effect, e.g. exporter and importer; may be empty. */
  readonly effects: readonly Int32Array[]
  /** Added to the linear predictor with coefficient one, e.g. the log of known trade costs; zero when left out. */
  readonly offset?: Float64Array
  /** Whole numbers ≥ 0: rows with the same number may be correlated. Standard errors are computed only with them. */
  readonly clusters?: Int32Array
  /**
   * For each effect the levels that are normalised to zero where they can be; the first effect's list is not used.
   * See `normaliseEffects`.
   */
  readonly referenceLevels?: readonly (readonly number[])[]
}

/** Rows that can have a finite fit, with their positions in the data. */
export interface PoissonSample {
  /** Positions of the kept rows, ascending; where all are kept the columns below are the data's own. Read only. */
  readonly rows: Int32Array
  readonly outcome: Float64Array
  readonly offset: Float64Array
  readonly regressors: readonly Float64Array[]
  readonly effects: readonly Int32Array[]
  /** Highest level number + 1 of each effect; some levels may be without a kept row. */
  readonly levels: readonly number[]
  /** For each effect the levels whose every outcome is zero, ascending. */
  readonly allZeroLevels: readonly (readonly number[])[]
}

/** Faults of one kind that are named before the rest is only counted. */
const NAMED = 5

/**
 * The rows on which a Poisson model has a finite fit as far as single groups tell: a level whose every outcome is zero
 * would have the effect −∞, so its rows are left out and their fitted mean is zero.
 *
 * One round is enough: the rows left out are zeros, so no other level loses what it has.
 *
 * @throws KeruenError (input) `gravity.bad-shape`, `gravity.negative-outcome`, `gravity.not-finite`,
 *         `gravity.bad-level`; `gravity.nothing-left`: every outcome is zero.
 */
export function usableSample(data: PoissonData): PoissonSample {
  check(data)
  const { outcome, regressors, effects, offset } = data
  const size = outcome.length
  const levels = effects.map(ids => ids.reduce((highest, id) => Math.max(highest, id), -1) + 1)
  const keep = new Uint8Array(size).fill(1)
  const allZeroLevels = effects.map((ids, k) => {
    const state = new Uint8Array(levels[k]!) // 0 no row, 1 only zeros, 2 something else
    for (let row = 0; row < size; row++) {
      const id = ids[row]!
      if (outcome[row]! > 0) state[id] = 2
      else if (state[id] === 0) state[id] = 1
    }
    for (let row = 0; row < size; row++) if (state[ids[row]!] === 1) keep[row] = 0
    return [...state.keys()].filter(id => state[id] === 1)
  })
  let kept = 0
  for (let row = 0; row < size; row++) kept += keep[row]!
  if (kept === 0 || !outcome.some(value => value > 0)) {
    throw new KeruenError('input', {
      code: 'gravity.nothing-left',
      at: { field: 'outcome' },
      expected: 'at least one outcome above zero',
      found: `${size} rows, all of them zero`,
    })
  }
  const rows = new Int32Array(kept)
  for (let row = 0, next = 0; row < size; row++) if (keep[row] === 1) rows[next++] = row
  const whole = kept === size
  const pick = (values: Float64Array) => (whole ? values : Float64Array.from(rows, row => values[row]!))
  return {
    rows,
    outcome: pick(outcome),
    offset: offset === undefined ? new Float64Array(kept) : pick(offset),
    regressors: regressors.map(({ values }) => pick(values)),
    effects: whole ? effects : effects.map(ids => Int32Array.from(rows, row => ids[row]!)),
    levels,
    allZeroLevels,
  }
}

function check({ outcome, regressors, effects, offset, clusters, referenceLevels }: PoissonData): void {
  const size = outcome.length
  const issues: Issue[] = []
  const shape = (field: string, length: number) => {
    if (length === size) return true
    issues.push({
      code: 'gravity.bad-shape',
      at: { field },
      expected: `${size} entries, as in outcome`,
      found: `${length}`,
    })
    return false
  }
  const every = (
    field: string,
    values: ArrayLike<number>,
    fine: (value: number) => boolean,
    code: string,
    expected: string,
  ) => {
    if (!shape(field, values.length)) return
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
  const levelNumber = (value: number) => value >= 0
  every(
    'outcome',
    outcome,
    value => value >= 0 && value < Infinity,
    'gravity.negative-outcome',
    'a finite number ≥ 0',
  )
  for (const { name, values } of regressors) {
    every(name, values, Number.isFinite, 'gravity.not-finite', 'a finite number')
  }
  if (offset !== undefined) every('offset', offset, Number.isFinite, 'gravity.not-finite', 'a finite number')
  effects.forEach((ids, k) => {
    every(`effects[${k}]`, ids, levelNumber, 'gravity.bad-level', 'a whole number ≥ 0')
  })
  if (clusters !== undefined) {
    every('clusters', clusters, levelNumber, 'gravity.bad-level', 'a whole number ≥ 0')
  }
  if (referenceLevels !== undefined && referenceLevels.length !== effects.length) {
    issues.push({
      code: 'gravity.bad-shape',
      at: { field: 'referenceLevels' },
      expected: `${effects.length} lists, one for each effect`,
      found: `${referenceLevels.length}`,
    })
  }
  if (issues.length > 0) throw new KeruenError('input', issues)
}

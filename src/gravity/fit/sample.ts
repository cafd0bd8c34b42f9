/** From the rows that a caller hands over to those that an estimator can use, in the order in which it walks them. */
import { KeruenError } from '../../errors.js'
import type { LeftOut } from './estimate.js'
import type { EstimationData } from './estimation-data.js'

/** Rows in use, sorted by the effect with the most levels; columns stay with the caller and are read through `rows`. */
export interface Sample {
  /** Positions in the data, in the order of the walk. */
  readonly rows: Int32Array
  /** For each effect the level of every row of the walk, numbered in the order of their first appearance. */
  readonly levels: readonly Int32Array[]
  readonly levelCounts: readonly number[]
  /** For each effect the caller's number of every level. */
  readonly levelNumbers: readonly Int32Array[]
  /** Position of the effect by which rows are sorted; −1 without effects. */
  readonly sortedBy: number
  readonly leftOut: LeftOut
}

export interface SampleOptions {
  /** Whether a level whose every outcome is zero has no finite effect. */
  readonly isPoisson: boolean
  readonly keepSingletons: boolean
  /** Rows that are known to be separated, by position in the data. */
  readonly separated?: Int32Array
}

const USED = 0
const ALL_ZERO = 1
const SINGLETON = 2
const SEPARATED = 3

/**
 * The rows on which a model has a finite fit as far as single levels tell, and which teach something.
 *
 * Rows of a level whose every outcome is zero have the effect −∞ (PPML) and are fitted by zero; a row alone in a level
 * is fitted exactly. Each removal can make the next necessary, so both are repeated until nothing changes.
 *
 * @throws KeruenError `gravity.nothing-left` (input).
 */
export function usableSample(data: EstimationData, options: SampleOptions): Sample {
  const { outcome, effects } = data
  const size = outcome.length
  const state = new Uint8Array(size)
  for (const row of options.separated ?? []) state[row] = SEPARATED
  const counts = effects.map(({ ids }) => new Int32Array(highest(ids) + 1))
  while (markAllZero(data, options, state, counts) || markSingletons(data, options, state, counts)) {
    // until neither finds a row
  }
  const leftOut: LeftOut = {
    allZero: positions(state, ALL_ZERO),
    singletons: positions(state, SINGLETON),
    separated: positions(state, SEPARATED),
  }
  const kept = positions(state, USED)
  if (kept.length === 0 || (options.isPoisson && !kept.some(row => outcome[row]! > 0))) {
    throw nothingLeft(data, leftOut)
  }
  const levelCounts = effects.map(({ ids }, e) => countLevels(ids, kept, counts[e]!))
  const sortedBy = levelCounts.indexOf(Math.max(-1, ...levelCounts))
  const rows = sortedBy < 0 ? kept : sortRows(kept, effects[sortedBy]!.ids, counts[sortedBy]!)
  const columns = effects.map(({ ids }, e) => byFirstAppearance(ids, rows, counts[e]!, levelCounts[e]!))
  return {
    rows,
    levels: columns.map(column => column.levels),
    levelCounts,
    levelNumbers: columns.map(column => column.numbers),
    sortedBy,
    leftOut,
  }
}

function highest(ids: Int32Array): number {
  let most = -1
  for (let row = 0; row < ids.length; row++) if (ids[row]! > most) most = ids[row]!
  return most
}

/** Whether any row was found; `counts` is scratch. */
function markAllZero(
  { outcome, effects }: EstimationData,
  { isPoisson }: SampleOptions,
  state: Uint8Array,
  counts: readonly Int32Array[],
): boolean {
  if (!isPoisson) return false
  let found = false
  effects.forEach(({ ids }, e) => {
    const positive = counts[e]!.fill(0)
    for (let row = 0; row < ids.length; row++) {
      if (state[row] === USED && outcome[row]! > 0) positive[ids[row]!] = 1
    }
    for (let row = 0; row < ids.length; row++) {
      if (state[row] !== USED || positive[ids[row]!] === 1) continue
      state[row] = ALL_ZERO
      found = true
    }
  })
  return found
}

function markSingletons(
  { effects }: EstimationData,
  { keepSingletons }: SampleOptions,
  state: Uint8Array,
  counts: readonly Int32Array[],
): boolean {
  if (keepSingletons) return false
  let found = false
  effects.forEach(({ ids }, e) => {
    const count = counts[e]!.fill(0)
    for (let row = 0; row < ids.length; row++) if (state[row] === USED) count[ids[row]!]!++
    for (let row = 0; row < ids.length; row++) {
      if (state[row] !== USED || count[ids[row]!]! > 1) continue
      state[row] = SINGLETON
      found = true
    }
  })
  return found
}

function positions(state: Uint8Array, wanted: number): Int32Array {
  let count = 0
  for (let row = 0; row < state.length; row++) if (state[row] === wanted) count++
  const rows = new Int32Array(count)
  for (let row = 0, next = 0; row < state.length; row++) if (state[row] === wanted) rows[next++] = row
  return rows
}

function nothingLeft({ outcome, outcomeName = 'outcome' }: EstimationData, leftOut: LeftOut): KeruenError {
  const size = outcome.length
  const { allZero, singletons, separated } = leftOut
  const reasons = [
    [allZero.length, 'in levels of effects that are zero throughout'],
    [singletons.length, 'alone in a level of an effect'],
    [separated.length, 'separated'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, reason]) => `${count} ${reason}`)
  const zero = !outcome.some(value => value > 0)
  return new KeruenError('input', {
    code: 'gravity.nothing-left',
    at: { field: outcomeName },
    expected: 'rows that a fit can be made from',
    found:
      zero && allZero.length === size
        ? `${size} rows, all of them zero`
        : `${size} rows: ${reasons.join(', ') || 'all of them zero'}`,
    mend: zero ? undefined : 'Use fewer or coarser effects, or more rows',
  })
}

/** How many levels the kept rows have; `seen` is scratch. */
function countLevels(ids: Int32Array, kept: Int32Array, seen: Int32Array): number {
  seen.fill(0)
  let count = 0
  for (let k = 0; k < kept.length; k++) {
    const id = ids[kept[k]!]!
    if (seen[id] === 0) {
      seen[id] = 1
      count++
    }
  }
  return count
}

/** Counting sort by level number; rows of a level keep their order. */
function sortRows(kept: Int32Array, ids: Int32Array, next: Int32Array): Int32Array {
  next.fill(0)
  for (let k = 0; k < kept.length; k++) next[ids[kept[k]!]!]!++
  let start = 0
  for (let id = 0; id < next.length; id++) {
    const count = next[id]!
    next[id] = start
    start += count
  }
  const sorted = new Int32Array(kept.length)
  for (let k = 0; k < kept.length; k++) sorted[next[ids[kept[k]!]!]!++] = kept[k]!
  return sorted
}

/** Levels that are met one after the other get numbers one after the other: neighbours in memory. */
function byFirstAppearance(ids: Int32Array, rows: Int32Array, number: Int32Array, count: number) {
  number.fill(-1)
  const levels = new Int32Array(rows.length)
  const numbers = new Int32Array(count)
  let next = 0
  for (let k = 0; k < rows.length; k++) {
    const id = ids[rows[k]!]!
    if (number[id]! < 0) {
      numbers[next] = id
      number[id] = next++
    }
    levels[k] = number[id]!
  }
  return { levels, numbers }
}

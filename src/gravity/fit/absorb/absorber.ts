/**
 * Weighted projections on fixed effects, many columns at once, without forming the effects' dummies.
 *
 * The effect with the most levels is eliminated exactly (its best values are weighted group means); conjugate gradients
 * with a diagonal preconditioner find the others from the normal equations that are left. Columns are overwritten by
 * what is not explained of them: a later projection, with other weights or finer, starts from there, because
 * regressors less anything in the span of the effects are as good as the regressors themselves.
 *
 * @see Frisch & Waugh (1933), Lovell (1963) for partialling out; Hestenes & Stiefel (1952) for the iteration;
 *      Correia, Guimarães & Zylkin (2020), section 3, who accelerate alternating projections instead.
 */

import { bytesNeeded } from '../../../numeric/array-memory.js'
import type { Sample } from '../sample.js'
import type { AbsorbKernels, GroupedRows } from './kernels.js'
import { kernelMemory } from './wasm-kernels.js'

/** Columns that are walked together. */
export interface Panel {
  /** Lanes, an even number; the last may be empty. */
  readonly width: number
  /** Number of its first lane among all. */
  readonly first: number
  /** size × width. */
  readonly columns: Float64Array
  /** width: the lane is left with (1, 1) what the effects do not explain or (0, −1) what they do. */
  readonly keep: Float64Array
  readonly sign: Float64Array
}

export interface Absorber {
  readonly kernels: AbsorbKernels
  readonly rows: GroupedRows
  readonly panels: readonly Panel[]
  /** Levels of all effects but the eliminated one. */
  readonly vectorLength: number
  /** Σ weights of every such level, inverted; 0 where it is zero. */
  readonly inverseDiagonal: Float64Array
  /** vectorLength × the widest panel: what the last projection found for its panel's lanes. */
  readonly values: Float64Array
  /** Scratch of the same length. */
  readonly progress: Float64Array
  readonly residual: Float64Array
  readonly direction: Float64Array
  readonly image: Float64Array
  /** Scratch of the Gram matrix of two panels, and of one number for each lane. */
  readonly block: Float64Array
  readonly coefficients: Float64Array
  /** Further columns of the walk, for the estimator; one for each of `spare`. */
  readonly spare: readonly Float64Array[]
}

/** Lanes of the widest panel. */
const WIDEST = 6

/**
 * Allocates for so many lanes and spare columns: the rows' share of memory is 8 bytes a lane and column, and 4 for each
 * effect but one.
 */
export function createAbsorber(sample: Sample, lanes: number, spare: number): Absorber {
  const { rows, levels, levelCounts, sortedBy } = sample
  const size = rows.length
  const others = levels.map((_, e) => e).filter(e => e !== sortedBy)
  const vectorLength = others.reduce((length, e) => length + levelCounts[e]!, 0)
  const groups = sortedBy < 0 ? 0 : levelCounts[sortedBy]!
  const widths: number[] = []
  for (let left = lanes; left > 0; left -= WIDEST) widths.push(Math.min(WIDEST, left + (left % 2)))
  const widest = Math.max(2, ...widths)
  const vector = vectorLength * widest
  const { kernels, memory } = kernelMemory(
    bytesNeeded(
      [
        ...widths.flatMap(width => [size * width, width, width]),
        size,
        groups,
        ...[0, 1, 2, 3, 4].map(() => vector),
        widest * widest,
        widest,
        ...Array.from({ length: spare }, () => size),
      ],
      [groups + 1, ...others.map(() => size)],
    ),
  )
  const grouped: GroupedRows = {
    size,
    starts: memory.int32(groups + 1),
    others: others.map(() => memory.int32(size)),
    weights: memory.float64(size).fill(1),
    inverseTotals: memory.float64(groups),
  }
  if (sortedBy >= 0) fillStarts(levels[sortedBy]!, grouped.starts)
  let offset = 0
  others.forEach((e, k) => {
    const ids = grouped.others[k]!
    const level = levels[e]!
    for (let row = 0; row < size; row++) ids[row] = offset + level[row]!
    offset += levelCounts[e]!
  })
  return {
    kernels,
    rows: grouped,
    panels: widths.map((width, k) => ({
      width,
      first: k * WIDEST,
      columns: memory.float64(size * width),
      keep: memory.float64(width).fill(1),
      sign: memory.float64(width).fill(1),
    })),
    vectorLength,
    inverseDiagonal: new Float64Array(vectorLength),
    values: memory.float64(vector),
    progress: memory.float64(vector),
    residual: memory.float64(vector),
    direction: memory.float64(vector),
    image: memory.float64(vector),
    block: memory.float64(widest * widest),
    coefficients: memory.float64(widest),
    spare: Array.from({ length: spare }, () => memory.float64(size)),
  }
}

function fillStarts(level: Int32Array, starts: Int32Array): void {
  for (let row = 0; row < level.length; row++) starts[level[row]! + 1]!++
  for (let group = 1; group < starts.length; group++) starts[group]! += starts[group - 1]!
}

/** Writes a column of the caller's rows into a lane, in the order of the walk. */
export function fillLane({ panels }: Absorber, lane: number, values: Float64Array, rows: Int32Array): void {
  const { columns, width, first } = panels[Math.floor(lane / WIDEST)]!
  for (let row = 0, at = lane - first; row < rows.length; row++, at += width)
    columns[at] = values[rows[row]!]!
}

/** Panel and position within it of a lane. */
export function laneOf({ panels }: Absorber, lane: number): { readonly panel: Panel; readonly at: number } {
  const panel = panels[Math.floor(lane / WIDEST)]!
  return { panel, at: lane - panel.first }
}

/** Takes the weights that stand in `rows.weights`, all > 0. */
export function weightsChanged({ rows, inverseDiagonal }: Absorber): void {
  const { size, starts, others, weights, inverseTotals } = rows
  for (let group = 0; group < inverseTotals.length; group++) {
    let total = 0
    for (let row = starts[group]!; row < starts[group + 1]!; row++) total += weights[row]!
    inverseTotals[group] = 1 / total
  }
  inverseDiagonal.fill(0)
  for (const ids of others) for (let row = 0; row < size; row++) inverseDiagonal[ids[row]!]! += weights[row]!
  for (let level = 0; level < inverseDiagonal.length; level++) {
    const total = inverseDiagonal[level]!
    inverseDiagonal[level] = total > 0 ? 1 / total : 0
  }
}

/** out += Σ coefficients × lanes; one coefficient for each lane of all panels. */
export function addCombination(
  { kernels, rows, panels, coefficients }: Absorber,
  ofLanes: ArrayLike<number>,
  out: Float64Array,
): void {
  for (const { width, first, columns } of panels) {
    for (let k = 0; k < width; k++) coefficients[k] = first + k < ofLanes.length ? ofLanes[first + k]! : 0
    kernels.combine(rows, width, columns, coefficients, out)
  }
}

/** Σ w values × lane, for every lane of all panels. */
export function laneProducts(
  { kernels, rows, panels, coefficients }: Absorber,
  values: Float64Array,
): Float64Array {
  const products = new Float64Array(panels.reduce((lanes, { width }) => lanes + width, 0))
  for (const { width, first, columns } of panels) {
    const out = coefficients.subarray(0, width)
    kernels.gram(rows, values, 1, columns, width, out)
    products.set(out, first)
  }
  return products
}

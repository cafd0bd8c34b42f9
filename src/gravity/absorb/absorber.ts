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
import type { Sample } from '../sample.js'
import type { AbsorbKernels, GroupedRows } from './kernels.js'
import { bytesNeeded } from './memory.js'
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
  /** Scratch, vectorLength × the widest panel. */
  readonly values: Float64Array
  readonly residual: Float64Array
  readonly direction: Float64Array
  readonly image: Float64Array
  /** Scratch of the Gram matrix of two panels. */
  readonly block: Float64Array
  /** Further columns of the walk, for the estimator; one for each of `spare`. */
  readonly spare: readonly Float64Array[]
}

/** When a lane is exact enough; whichever comes first. */
export interface LaneGoal {
  /** Of the energy rᵀ D⁻¹ r of the normal equations' residual r, D their diagonal; in units of Σ w x². */
  readonly energy: number
  /** Of the largest |r| ÷ D over all levels: the largest group mean that is left. */
  readonly largest: number
}

/** Lanes of the widest panel. */
const WIDEST = 6
/** Steps of one projection; those in use need some ten to a hundred. */
const MAX_STEPS = 5_000

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
        ...[0, 1, 2, 3].map(() => vector),
        widest * widest,
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
    residual: memory.float64(vector),
    direction: memory.float64(vector),
    image: memory.float64(vector),
    block: memory.float64(widest * widest),
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

/**
 * Replaces every lane of a panel by what the effects leave of it (or explain of it) at the present weights.
 *
 * The lanes end in the span of columns and effects whatever the precision: exactness only decides how nearly they are
 * orthogonal to the effects.
 *
 * @param goals one for each lane of the panel; given the largest group mean that each begins with.
 * @returns     steps taken.
 */
export function project(
  absorber: Absorber,
  panel: Panel,
  goals: (lane: number, largest: number) => LaneGoal,
): number {
  const { kernels, rows, vectorLength, inverseDiagonal, values, residual, direction, image } = absorber
  if (rows.starts.length === 1) {
    // no effects: nothing is explained
    for (let row = 0, at = 0; row < rows.size; row++)
      for (let k = 0; k < panel.width; k++, at++) panel.columns[at]! *= panel.keep[k]!
    return 0
  }
  const { width } = panel
  const length = vectorLength * width
  const vectors = [values, residual, direction, image].map(vector => vector.subarray(0, length))
  const [value, rest, turn, curve] = vectors as [Float64Array, Float64Array, Float64Array, Float64Array]
  value.fill(0)
  let steps = 0
  if (vectorLength > 0) {
    kernels.gradient(rows, width, panel.columns, rest)
    const energy = new Float64Array(width)
    const largest = new Float64Array(width)
    const share = new Float64Array(width)
    measure(rest, inverseDiagonal, energy, largest)
    const wanted = Array.from({ length: width }, (_, k) => goals(panel.first + k, largest[k]!))
    const open = () => wanted.map((goal, k) => energy[k]! > goal.energy && largest[k]! > goal.largest)
    let isOpen = open()
    setDirection(turn, rest, inverseDiagonal, share)
    while (steps < MAX_STEPS && isOpen.includes(true)) {
      kernels.apply(rows, width, turn, curve)
      const curvature = products(turn, curve, width)
      for (let k = 0; k < width; k++) {
        // nothing but rounding is left where the curvature is not positive
        share[k] = isOpen[k]! && curvature[k]! > 0 ? energy[k]! / curvature[k]! : 0
      }
      const before = energy.slice()
      advance(value, rest, turn, curve, share)
      measure(rest, inverseDiagonal, energy, largest)
      isOpen = open().map((still, k) => still && share[k] !== 0)
      for (let k = 0; k < width; k++) share[k] = isOpen[k]! ? energy[k]! / before[k]! : 0
      setDirection(turn, rest, inverseDiagonal, share)
      steps++
    }
  }
  kernels.residualise(rows, width, panel.columns, value, panel.keep, panel.sign)
  return steps
}

/** energy = rᵀ D⁻¹ r and largest = max |r| ÷ D of every lane. */
function measure(
  rest: Float64Array,
  inverseDiagonal: Float64Array,
  energy: Float64Array,
  largest: Float64Array,
): void {
  const width = energy.length
  energy.fill(0)
  largest.fill(0)
  for (let level = 0, at = 0; level < inverseDiagonal.length; level++) {
    const inverse = inverseDiagonal[level]!
    for (let k = 0; k < width; k++, at++) {
      const mean = rest[at]! * inverse
      energy[k]! += rest[at]! * mean
      const magnitude = Math.abs(mean)
      if (magnitude > largest[k]!) largest[k] = magnitude
    }
  }
}

function products(left: Float64Array, right: Float64Array, width: number): Float64Array {
  const totals = new Float64Array(width)
  for (let at = 0; at < left.length; )
    for (let k = 0; k < width; k++, at++) totals[k]! += left[at]! * right[at]!
  return totals
}

/** value += share × turn and rest −= share × curve, lane by lane. */
function advance(
  value: Float64Array,
  rest: Float64Array,
  turn: Float64Array,
  curve: Float64Array,
  share: Float64Array,
): void {
  const width = share.length
  for (let at = 0; at < value.length; ) {
    for (let k = 0; k < width; k++, at++) {
      value[at]! += share[k]! * turn[at]!
      rest[at]! -= share[k]! * curve[at]!
    }
  }
}

/** turn = D⁻¹ rest + share × turn, lane by lane. */
function setDirection(
  turn: Float64Array,
  rest: Float64Array,
  inverseDiagonal: Float64Array,
  share: Float64Array,
): void {
  const width = share.length
  for (let level = 0, at = 0; level < inverseDiagonal.length; level++) {
    const inverse = inverseDiagonal[level]!
    for (let k = 0; k < width; k++, at++) turn[at] = rest[at]! * inverse + share[k]! * turn[at]!
  }
}

/**
 * Weighted least squares on fixed effects alone: what they explain of a column, without forming their dummies.
 *
 * The effect with the most levels is eliminated exactly (its best values are weighted group means); conjugate
 * gradients with a diagonal preconditioner find the others from the normal equations that are left.
 *
 * @see Hestenes & Stiefel (1952) for the iteration; Correia, Guimarães & Zylkin (2020), section 3, for absorbing many
 *      effects in Poisson regression, where they accelerate alternating projections instead.
 */
import { dot } from '../numeric/sum.js'

/** The effects of one sample with the weights of the moment, and scratch space. */
export interface Absorber {
  readonly size: number
  /** Level numbers, one column for each effect. */
  readonly effects: readonly Int32Array[]
  /** Position of the effect that is eliminated; −1 without effects. */
  readonly eliminated: number
  /** Where each effect begins in the vector of all effects' values; the last entry is its length. */
  readonly starts: readonly number[]
  /** size, > 0: set by `setWeights`. */
  readonly weights: Float64Array
  /** Σ weights of every level of every effect; 0 for a level without a row. */
  readonly totals: Float64Array
  /** Scratch of the conjugate gradients, as long as the vector of all effects' values. */
  readonly residual: Float64Array
  readonly direction: Float64Array
  readonly image: Float64Array
  readonly preconditioned: Float64Array
  /** Scratch, size. */
  readonly column: Float64Array
}

/** How exactly a projection is wanted: whichever of the two is reached first. */
export interface AbsorbPrecision {
  /** Of the largest weighted group mean of the column itself. */
  readonly relative: number
  /** In the unit of the column. */
  readonly absolute: number
}

/** Steps of one projection; those in use need some ten to a hundred. */
const MAX_STEPS = 2_000

/** Allocates everything that `absorb` writes: O(rows + levels). */
export function createAbsorber(
  effects: readonly Int32Array[],
  levels: readonly number[],
  size: number,
): Absorber {
  const starts = [0]
  for (const count of levels) starts.push(starts[starts.length - 1]! + count)
  let eliminated = -1
  levels.forEach((count, k) => {
    if (eliminated < 0 || count > levels[eliminated]!) eliminated = k
  })
  const length = starts[starts.length - 1]!
  const vector = () => new Float64Array(length)
  return {
    size,
    effects,
    eliminated,
    starts,
    weights: new Float64Array(size),
    totals: vector(),
    residual: vector(),
    direction: vector(),
    image: vector(),
    preconditioned: vector(),
    column: new Float64Array(size),
  }
}

/** Takes new weights (size, > 0), copied. */
export function setWeights(absorber: Absorber, weights: Float64Array): void {
  absorber.weights.set(weights)
  absorber.column.fill(1)
  absorber.totals.fill(0)
  for (let k = 0; k < absorber.effects.length; k++)
    addGroupSums(absorber, k, absorber.column, absorber.totals)
}

/**
 * Finds γ that makes Σ w (column − Σₖ γₖ)² least, starting from what `values` holds.
 *
 * The largest weighted group mean of what is left is at most `precision` afterwards, or rounding allows no better;
 * the result is a vector in the span of the effects in either case.
 *
 * @param column size; read only.
 * @param values all effects' values one after the other (`starts`); read as the start, written. One of many solutions.
 * @returns      steps taken.
 */
export function absorb(
  absorber: Absorber,
  column: Float64Array,
  values: Float64Array,
  precision: AbsorbPrecision,
): number {
  const { effects, eliminated, totals, residual, direction, image, preconditioned } = absorber
  if (eliminated < 0) return 0
  const others = effects.length - 1
  let steps = 0
  if (others > 0) {
    const scale = largestGroupMean(absorber, column)
    const goal = Math.max(precision.relative * scale, precision.absolute)
    normalImage(absorber, values, column, residual)
    precondition(residual, totals, preconditioned)
    direction.set(preconditioned)
    let energy = dot(residual, preconditioned)
    while (steps < MAX_STEPS && largest(preconditioned) > goal) {
      normalImage(absorber, direction, undefined, image)
      const curvature = -dot(direction, image)
      if (!(curvature > 0)) break // nothing but rounding is left
      const length = energy / curvature
      for (let g = 0; g < values.length; g++) {
        values[g]! += length * direction[g]!
        residual[g]! += length * image[g]!
      }
      precondition(residual, totals, preconditioned)
      const next = dot(residual, preconditioned)
      const turn = next / energy
      energy = next
      for (let g = 0; g < values.length; g++) direction[g] = preconditioned[g]! + turn * direction[g]!
      steps++
    }
  }
  fillEliminated(absorber, column, values)
  return steps
}

/** out = column − Σₖ γₖ on every row; `out` may be `column`. */
export function subtractEffects(
  absorber: Absorber,
  column: Float64Array,
  values: Float64Array,
  out: Float64Array,
): void {
  const { effects, starts, size } = absorber
  if (out !== column) out.set(column)
  for (let k = 0; k < effects.length; k++) {
    const ids = effects[k]!
    const start = starts[k]!
    for (let row = 0; row < size; row++) out[row]! -= values[start + ids[row]!]!
  }
}

/**
 * out[others] = Dᵀ W M (column − D γ), with D the dummies of the effects that are not eliminated and M the weighted
 * deviation from the means of the one that is; the eliminated effect's part of `values` is not read. Without a column
 * it is taken as zero.
 */
function normalImage(
  absorber: Absorber,
  values: Float64Array,
  column: Float64Array | undefined,
  out: Float64Array,
): void {
  const { effects, eliminated, starts, weights, totals, column: rest, size } = absorber
  if (column === undefined) rest.fill(0)
  else rest.set(column)
  for (let k = 0; k < effects.length; k++) {
    if (k === eliminated) continue
    const ids = effects[k]!
    const start = starts[k]!
    for (let row = 0; row < size; row++) rest[row]! -= values[start + ids[row]!]!
  }
  out.fill(0)
  addGroupSums(absorber, eliminated, rest, out)
  const own = effects[eliminated]!
  const first = starts[eliminated]!
  const end = starts[eliminated + 1]!
  for (let g = first; g < end; g++) if (totals[g]! > 0) out[g]! /= totals[g]!
  for (let row = 0; row < size; row++) rest[row]! = weights[row]! * (rest[row]! - out[first + own[row]!]!)
  for (let g = first; g < end; g++) out[g] = 0
  for (let k = 0; k < effects.length; k++) {
    if (k === eliminated) continue
    const ids = effects[k]!
    const start = starts[k]!
    for (let row = 0; row < size; row++) out[start + ids[row]!]! += rest[row]!
  }
}

/** The eliminated effect's values: weighted means of what the others leave. */
function fillEliminated(absorber: Absorber, column: Float64Array, values: Float64Array): void {
  const { effects, eliminated, starts, totals, column: rest, size } = absorber
  const first = starts[eliminated]!
  const end = starts[eliminated + 1]!
  rest.set(column)
  for (let k = 0; k < effects.length; k++) {
    if (k === eliminated) continue
    const ids = effects[k]!
    const start = starts[k]!
    for (let row = 0; row < size; row++) rest[row]! -= values[start + ids[row]!]!
  }
  values.fill(0, first, end)
  addGroupSums(absorber, eliminated, rest, values)
  for (let g = first; g < end; g++) if (totals[g]! > 0) values[g]! /= totals[g]!
}

/** Adds Σ w column of every level of effect k to `out`. */
function addGroupSums(absorber: Absorber, k: number, column: Float64Array, out: Float64Array): void {
  const { effects, starts, weights, size } = absorber
  const ids = effects[k]!
  const start = starts[k]!
  for (let row = 0; row < size; row++) out[start + ids[row]!]! += weights[row]! * column[row]!
}

/** The largest |weighted mean of the column| over all levels of all effects. */
function largestGroupMean(absorber: Absorber, column: Float64Array): number {
  const { effects, totals, image, preconditioned } = absorber
  image.fill(0)
  for (let k = 0; k < effects.length; k++) addGroupSums(absorber, k, column, image)
  precondition(image, totals, preconditioned)
  return largest(preconditioned)
}

function precondition(residual: Float64Array, totals: Float64Array, out: Float64Array): void {
  for (let g = 0; g < out.length; g++) out[g] = totals[g]! > 0 ? residual[g]! / totals[g]! : 0
}

function largest(values: Float64Array): number {
  let most = 0
  for (let g = 0; g < values.length; g++) {
    const magnitude = Math.abs(values[g]!)
    if (!(magnitude <= most)) most = magnitude
  }
  return most
}

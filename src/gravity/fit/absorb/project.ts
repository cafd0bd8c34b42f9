/** Projections by conjugate gradients on the normal equations of the effects that are not eliminated. */
import type { Absorber, Panel } from './absorber.js'

/** When a lane is exact enough; whichever comes first. */
export interface LaneGoal {
  /** Of the energy rᵀ D⁻¹ r of the normal equations' residual r, D their diagonal; in units of Σ w x². */
  readonly energy: number
  /** Of the largest |r| ÷ D over all levels: the largest group mean that is left. */
  readonly largest: number
}

/** A lane of which nothing is asked. */
export const NOTHING_ASKED: LaneGoal = { energy: Infinity, largest: Infinity }

/** Steps of one projection; those in use need some ten to a hundred. */
const MAX_STEPS = 5_000

/**
 * Replaces every lane of a panel by what the effects leave of it (or explain of it) at the present weights.
 *
 * The lanes end in the span of columns and effects whatever the precision: exactness only decides how nearly they are
 * orthogonal to the effects. The values of the looked-up effects that were found stay in `absorber.values`, side by side
 * for the lanes of the panel.
 *
 * @param goals one for each lane, by its number among all; given the largest group mean that it begins with.
 * @returns     steps taken.
 */
export function project(
  absorber: Absorber,
  panel: Panel,
  goals: (lane: number, largest: number) => LaneGoal,
): number {
  const { kernels, rows, vectorLength, values } = absorber
  const { width, columns } = panel
  if (rows.starts.length === 1) {
    // no effects: nothing is explained
    for (let row = 0, at = 0; row < rows.size; row++)
      for (let k = 0; k < width; k++, at++) columns[at]! *= panel.keep[k]!
    return 0
  }
  const steps = vectorLength === 0 ? 0 : conjugateGradients(absorber, panel, goals)
  kernels.residualise(rows, width, columns, values.subarray(0, vectorLength * width), panel.keep, panel.sign)
  return steps
}

/** The lanes on which the iteration is still at work, side by side in the first part of the scratch vectors. */
interface OpenLanes {
  /** Even; a last lane may be empty. */
  width: number
  /** For each lane its place in the panel. */
  places: readonly number[]
  goals: readonly LaneGoal[]
  /** rᵀ D⁻¹ r and max |r| ÷ D of every lane. */
  energy: Float64Array
  largest: Float64Array
}

function conjugateGradients(
  absorber: Absorber,
  panel: Panel,
  goals: (lane: number, largest: number) => LaneGoal,
): number {
  const { kernels, rows, vectorLength, inverseDiagonal, values, progress, residual, direction, image } =
    absorber
  const { width, first, columns } = panel
  const vector = (whole: Float64Array) => whole.subarray(0, vectorLength * lanes.width)
  const lanes: OpenLanes = {
    width,
    places: Array.from({ length: width }, (_, place) => place),
    goals: [],
    energy: new Float64Array(width),
    largest: new Float64Array(width),
  }
  for (const whole of [values, progress, direction]) vector(whole).fill(0)
  kernels.gradient(rows, width, columns, vector(residual))
  measure(vector(residual), inverseDiagonal, lanes)
  lanes.goals = lanes.places.map(place => goals(first + place, lanes.largest[place]!))
  closeExact(absorber, lanes, width)
  let share = new Float64Array(lanes.width)
  let steps = 0
  while (steps < MAX_STEPS && lanes.places.length > 0) {
    setDirection(vector(direction), vector(residual), inverseDiagonal, share)
    kernels.apply(rows, lanes.width, vector(direction), vector(image))
    share = products(vector(direction), vector(image), lanes.width)
    // nothing but rounding is left where the curvature is not positive
    for (let k = 0; k < share.length; k++) share[k] = share[k]! > 0 ? lanes.energy[k]! / share[k]! : 0
    advance(vector(progress), vector(residual), vector(direction), vector(image), share)
    const before = lanes.energy.slice()
    measure(vector(residual), inverseDiagonal, lanes)
    for (let k = 0; k < share.length; k++) {
      if (share[k] === 0) lanes.energy[k] = 0
      share[k] = before[k]! > 0 ? lanes.energy[k]! / before[k]! : 0
    }
    const kept = closeExact(absorber, lanes, width)
    if (kept !== undefined) share = narrowed(share, kept, lanes.width)
    steps++
  }
  writeBack(absorber, lanes, width)
  return steps
}

/**
 * Takes lanes out that have reached their goals, once that makes a pass over the rows narrower: what a step costs
 * follows the lanes that still need it.
 *
 * @returns which lanes were kept, if any were taken out.
 */
function closeExact(absorber: Absorber, lanes: OpenLanes, panelWidth: number): readonly number[] | undefined {
  const { energy, largest, goals } = lanes
  const kept = lanes.places
    .map((_, k) => k)
    .filter(k => energy[k]! > goals[k]!.energy && largest[k]! > goals[k]!.largest)
  const width = kept.length + (kept.length % 2)
  if (width === lanes.width) return undefined
  writeBack(absorber, lanes, panelWidth)
  for (const vector of [absorber.progress, absorber.residual, absorber.direction]) {
    for (let level = 0; level < absorber.vectorLength; level++) {
      // in place: no lane is written before it was read
      for (let k = 0; k < width; k++) {
        const from = kept[k]
        vector[level * width + k] = from === undefined ? 0 : vector[level * lanes.width + from]!
      }
    }
  }
  lanes.places = kept.map(k => lanes.places[k]!)
  lanes.goals = kept.map(k => goals[k]!)
  lanes.energy = narrowed(energy, kept, width)
  lanes.largest = narrowed(largest, kept, width)
  lanes.width = width
  return kept
}

function narrowed(values: Float64Array, kept: readonly number[], width: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: width }, (_, k) => (kept[k] === undefined ? 0 : values[kept[k]!]!))
}

/** Puts what was found for the open lanes where the panel's lanes stand. */
function writeBack(
  { vectorLength, values, progress }: Absorber,
  { width, places }: OpenLanes,
  panelWidth: number,
) {
  places.forEach((place, k) => {
    for (let level = 0; level < vectorLength; level++) {
      values[level * panelWidth + place] = progress[level * width + k]!
    }
  })
}

/** energy = rᵀ D⁻¹ r and largest = max |r| ÷ D of every lane. */
function measure(rest: Float64Array, inverseDiagonal: Float64Array, { energy, largest }: OpenLanes): void {
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

function products(left: Float64Array, right: Float64Array, width: number): Float64Array<ArrayBuffer> {
  const totals = new Float64Array(width)
  for (let at = 0; at < left.length; ) {
    for (let k = 0; k < width; k++, at++) totals[k]! += left[at]! * right[at]!
  }
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

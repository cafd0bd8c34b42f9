/** The values of absorbed effects, found from the predictors that they add up to. */
import { type Absorber, fillLane, laneOf } from './absorb/absorber.js'
import { NOTHING_ASKED, project } from './absorb/project.js'
import type { EstimationData } from './estimation-data.js'
import { normaliseEffects } from './normalise-effects.js'
import type { Sample } from './sample.js'

/** Of the largest predictor: what may be left of it by the effects together. */
const EXACTNESS = 1e-13
/** Projections of what the one before left. */
const ROUNDS = 3

/**
 * One value for every level of every effect, by the caller's level numbers; NaN for a level without a row in use.
 *
 * Overwrites the first lanes of the absorber: what is wanted of the regressors must have been taken.
 *
 * @param predictor η in the order of the walk.
 * @param slopes    one for each regressor of the data.
 * @see normaliseEffects for the choice among equal sets.
 */
export function recoverEffects(
  data: EstimationData,
  { rows, levels, levelCounts, levelNumbers, sortedBy }: Sample,
  absorber: Absorber,
  predictor: Float64Array,
  slopes: Float64Array,
): Float64Array[] {
  if (sortedBy < 0) return []
  const target = new Float64Array(data.outcome.length)
  let largest = 0
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!
    let value = predictor[k]! - (data.offset === undefined ? 0 : data.offset[row]!)
    data.regressors.forEach(({ values }, lane) => {
      value -= slopes[lane]! * values[row]!
    })
    target[row] = value
    largest = Math.max(largest, Math.abs(value))
  }
  const { panel, at } = laneOf(absorber, 0)
  panel.columns.fill(0)
  panel.keep[at] = 1
  panel.sign[at] = 1
  fillLane(absorber, 0, target, rows)
  const found = levelCounts.map(count => new Float64Array(count))
  for (let round = 0; round < ROUNDS; round++) {
    const before = laneColumn(panel.columns, panel.width, at, rows.length)
    project(absorber, panel, lane =>
      lane === 0 ? { energy: 0, largest: EXACTNESS * largest } : NOTHING_ASKED,
    )
    addValues(absorber, panel.width, at, before, levels, sortedBy, found)
  }
  const ids = data.effects.map(effect => Int32Array.from(rows, row => effect.ids[row]!))
  const values = data.effects.map((effect, e) => {
    const all = new Float64Array(effect.ids.reduce((most, id) => Math.max(most, id), -1) + 1)
    found[e]!.forEach((value, level) => {
      all[levelNumbers[e]![level]!] = value
    })
    return all
  })
  normaliseEffects(ids, values, data.referenceLevels ?? data.effects.map(() => []))
  return values
}

function laneColumn(columns: Float64Array, width: number, at: number, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, row) => columns[row * width + at]!)
}

/** Adds the values of the last projection: the looked-up effects' own, and group means of what they left of `before`. */
function addValues(
  { rows, values }: Absorber,
  width: number,
  at: number,
  before: Float64Array,
  levels: readonly Int32Array[],
  sortedBy: number,
  found: readonly Float64Array[],
): void {
  const { others, weights, inverseTotals } = rows
  let offset = 0
  found.forEach((effect, e) => {
    if (e === sortedBy) return
    for (let level = 0; level < effect.length; level++)
      effect[level]! += values[(offset + level) * width + at]!
    offset += effect.length
  })
  const group = levels[sortedBy]!
  for (let row = 0; row < before.length; row++) {
    let rest = before[row]!
    for (const ids of others) rest -= values[ids[row]! * width + at]!
    found[sortedBy]![group[row]!]! += weights[row]! * rest * inverseTotals[group[row]!]!
  }
}

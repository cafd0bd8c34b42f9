/** Covariances of estimated slopes under the three things that errors may be. */
import { KeruenError } from '../../errors.js'
import { choleskySolve } from '../../numeric/cholesky.js'
import { symmetricEigen } from '../../numeric/symmetric-eigen.js'
import type { Absorber } from './absorb/absorber.js'
import { laneOf } from './absorb/absorber.js'
import type { SmallSample } from './estimate.js'
import type { Grouping } from './estimation-data.js'

/** What a covariance is made of; rows in the order of the walk. */
export interface CovarianceParts {
  readonly absorber: Absorber
  /** Lanes with x̃ of the slopes. */
  readonly lanes: readonly number[]
  /** p × p: Cholesky factor of A = X̃ᵀ W X̃. */
  readonly factor: Float64Array
  /** ω (y − μ). */
  readonly score: Float64Array
}

/** A⁻¹, the covariance where the model's own variance holds (with dispersion one). */
export function inverseInformation(factor: Float64Array, p: number): Float64Array {
  const inverse = new Float64Array(p * p)
  const column = new Float64Array(p)
  for (let k = 0; k < p; k++) {
    column.fill(0)
    column[k] = 1
    choleskySolve(factor, column)
    for (let l = 0; l < p; l++) inverse[l * p + k] = column[l]!
  }
  return inverse
}

/**
 * A⁻¹ (Σ_g s_g s_gᵀ) A⁻¹, s_g = Σ x̃ ω (y − μ) over the rows of group g; without groups every row is its own.
 *
 * @param groups group numbers of the rows, 0 … count − 1.
 * @see White (1980) for rows, Liang & Zeger (1986) for groups.
 */
export function sandwich(
  parts: CovarianceParts,
  groups?: { readonly ids: Int32Array; readonly count: number },
) {
  const { absorber, lanes, factor, score } = parts
  const p = lanes.length
  const covariance = new Float64Array(p * p)
  const influence = new Float64Array(p)
  const add = () => {
    choleskySolve(factor, influence)
    for (let k = 0; k < p; k++) {
      for (let l = 0; l <= k; l++) covariance[k * p + l]! += influence[k]! * influence[l]!
    }
  }
  const places = lanes.map(lane => laneOf(absorber, lane))
  if (groups === undefined) {
    for (let row = 0; row < score.length; row++) {
      places.forEach(({ panel, at }, k) => {
        influence[k] = panel.columns[row * panel.width + at]! * score[row]!
      })
      add()
    }
  } else {
    const sums = new Float64Array(groups.count * p)
    places.forEach(({ panel, at }, k) => {
      const { columns, width } = panel
      for (let row = 0, cell = at; row < score.length; row++, cell += width) {
        sums[groups.ids[row]! * p + k]! += columns[cell]! * score[row]!
      }
    })
    for (let group = 0; group < groups.count; group++) {
      influence.set(sums.subarray(group * p, (group + 1) * p))
      add()
    }
  }
  for (let k = 0; k < p; k++) for (let l = 0; l < k; l++) covariance[l * p + k] = covariance[k * p + l]!
  return covariance
}

/** Groups of the rows in use, numbered in the order of their appearance. */
export interface ClusterGroups {
  readonly name: string
  readonly ids: Int32Array
  readonly count: number
}

/**
 * Groups of every cluster dimension on the rows of the walk.
 *
 * @throws KeruenError `gravity.too-few-clusters` (input): a dimension with fewer than two.
 */
export function clusterGroups(clusters: readonly Grouping[], rows: Int32Array): ClusterGroups[] {
  return clusters.map(({ name, ids }) => {
    const own = new Int32Array(rows.length)
    for (let row = 0; row < rows.length; row++) own[row] = ids[rows[row]!]!
    const groups = renumbered(name, own)
    if (groups.count < 2) {
      throw new KeruenError('input', {
        code: 'gravity.too-few-clusters',
        at: { field: name },
        expected: 'at least two clusters among the rows used',
        found: `${groups.count}`,
      })
    }
    return groups
  })
}

/**
 * Multi-way clustered covariance: Σ over the sets of dimensions, with the sign of their number, of the covariance
 * clustered by their intersection.
 *
 * With few groups the sum can have negative eigenvalues. They are set to zero, always under the rule ppmlhdfe; under the
 * others, as their programs do, only where otherwise a variance would not be positive.
 *
 * @see Cameron, Gelbach & Miller (2011), equations 2.11 and 2.13, and section 2.3 for the eigenvalues.
 */
export function clusteredCovariance(
  parts: CovarianceParts,
  clusters: readonly ClusterGroups[],
  rule: SmallSample,
): Float64Array {
  const p = parts.lanes.length
  const covariance = new Float64Array(p * p)
  for (let set = 1; set < 1 << clusters.length; set++) {
    const members = clusters.filter((_, k) => (set & (1 << k)) !== 0)
    const groups = members.reduce((all, next) => intersection(all, next))
    const part = sandwich(parts, groups)
    const sign = members.length % 2 === 1 ? 1 : -1
    for (let k = 0; k < part.length; k++) covariance[k]! += sign * part[k]!
  }
  if (clusters.length === 1) return covariance
  const hasVariances = parts.lanes.every((_, k) => covariance[k * p + k]! > 0)
  return rule === 'ppmlhdfe' || !hasVariances ? withoutNegativeEigenvalues(covariance, p) : covariance
}

function intersection(left: ClusterGroups, right: ClusterGroups): ClusterGroups {
  const keys = new Float64Array(left.ids.length)
  for (let row = 0; row < keys.length; row++) keys[row] = left.ids[row]! * right.count + right.ids[row]!
  return renumbered(`${left.name}^${right.name}`, keys)
}

function renumbered(name: string, keys: Int32Array | Float64Array): ClusterGroups {
  let highest = 0
  for (let row = 0; row < keys.length; row++) if (keys[row]! > highest) highest = keys[row]!
  // a plain table where the keys are small enough, a map otherwise
  const table = highest <= 4 * keys.length + 1_000_000 ? new Int32Array(highest + 1).fill(-1) : undefined
  const map = new Map<number, number>()
  const ids = new Int32Array(keys.length)
  let count = 0
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!
    let id = table === undefined ? (map.get(key) ?? -1) : table[key]!
    if (id < 0) {
      id = count++
      if (table === undefined) map.set(key, id)
      else table[key] = id
    }
    ids[row] = id
  }
  return { name, ids, count }
}

function withoutNegativeEigenvalues(matrix: Float64Array, p: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, p)
  if (values.every(value => value >= 0)) return matrix
  const repaired = new Float64Array(p * p)
  for (let m = 0; m < p; m++) {
    const value = values[m]!
    if (!(value > 0)) continue
    for (let k = 0; k < p; k++) {
      for (let l = 0; l < p; l++) repaired[k * p + l]! += value * vectors[k * p + m]! * vectors[l * p + m]!
    }
  }
  return repaired
}

/** Regressors in the lanes of an absorber: what the effects leave of them, and which of them have something of their own. */
import type { CollinearRegressor } from '../estimate.js'
import { type Absorber, laneOf, type Panel } from './absorber.js'
import { type LaneGoal, NOTHING_ASKED, project } from './project.js'

/** The regressors of an estimation, lane k holding number k. */
export interface AbsorbedRegressors {
  readonly names: readonly string[]
  /** Numbers of those that are not collinear; the lanes of the others are walked but not used. */
  kept: readonly number[]
  /** Σ w x̃² of every regressor when last formed: the unit in which a projection's exactness is told. */
  readonly norms: Float64Array
}

/** A regressor counts as explained by the effects, or by those before it, when no more than this of it is left. */
const NOTHING_LEFT = 1e-11
/** So little left may be what an inexact projection did not reach: it is looked at more finely. */
const SUSPICIOUS = 1e-5
/** Exactness of a projection on which something is decided or reported, of the lane's own norm. */
export const FINE = 1e-7

/**
 * Projects every panel so finely that each regressor's distance from being orthogonal to the effects, in the norm of the
 * normal equations' diagonal, is at most `exactness` of its own norm. Further lanes have the goals of `otherGoals`.
 */
export function projectRegressors(
  absorber: Absorber,
  { names, kept, norms }: AbsorbedRegressors,
  exactness: number,
  otherGoals: (lane: number, largest: number) => LaneGoal = () => NOTHING_ASKED,
): void {
  const used = new Set(kept)
  for (const panel of absorber.panels) {
    project(absorber, panel, (lane, largest) => {
      if (lane >= names.length) return otherGoals(lane, largest)
      if (!used.has(lane)) return NOTHING_ASKED
      return { energy: exactness * exactness * norms[lane]!, largest: 0 }
    })
  }
}

/** leftᵀ W right for the named lanes, rows × columns in their order. */
export function gramOfLanes(
  absorber: Absorber,
  lanes: readonly number[],
  others: readonly number[] = lanes,
): Float64Array {
  const { kernels, rows, block } = absorber
  const gram = new Float64Array(lanes.length * others.length)
  const places = lanes.map(lane => laneOf(absorber, lane))
  const otherPlaces = others.map(lane => laneOf(absorber, lane))
  const isIn = (panel: Panel) => (place: { panel: Panel }) => place.panel === panel
  for (const left of absorber.panels) {
    if (!places.some(isIn(left))) continue
    for (const right of absorber.panels) {
      if (!otherPlaces.some(isIn(right))) continue
      const out = block.subarray(0, left.width * right.width)
      kernels.gram(rows, left.columns, left.width, right.columns, right.width, out)
      places.forEach((place, k) => {
        otherPlaces.forEach((other, l) => {
          if (place.panel === left && other.panel === right) {
            gram[k * others.length + l] = out[place.at * right.width + other.at]!
          }
        })
      })
    }
  }
  return gram
}

/**
 * First projection at the present weights: leaves out, by name, regressors that the effects or regressors before them
 * explain.
 *
 * @param exactness of the projection where nothing is suspicious.
 */
export function absorbRegressors(
  absorber: Absorber,
  regressors: AbsorbedRegressors,
  exactness: number,
  otherGoals?: (lane: number, largest: number) => LaneGoal,
): CollinearRegressor[] {
  const { names, norms } = regressors
  const all = names.map((_, k) => k)
  const before = gramOfLanes(absorber, all)
  const whole = norms.map((_, k) => before[k * all.length + k]!)
  norms.set(whole)
  projectRegressors(absorber, regressors, exactness, otherGoals)
  let left = gramOfLanes(absorber, all)
  // a norm that fell made the goal too coarse; and what looks collinear is decided on fine projections only
  for (let round = 0; round < 4 && needsMore(left, norms, whole, exactness); round++) {
    setNorms(norms, left, whole)
    projectRegressors(absorber, regressors, round === 0 ? exactness : FINE, otherGoals)
    left = gramOfLanes(absorber, all)
  }
  setNorms(norms, left, whole)
  const effects = absorber.rows.starts.length > 1 ? ['the fixed effects'] : []
  const { kept, collinear } = independent(left, whole, names, effects)
  regressors.kept = kept
  return collinear
}

/** Not below what rounding leaves of the whole: finer cannot be asked for. */
function setNorms(norms: Float64Array, gram: Float64Array, whole: Float64Array): void {
  const p = norms.length
  for (let k = 0; k < p; k++) norms[k] = Math.max(gram[k * p + k]!, 1e-14 * whole[k]!)
}

function needsMore(gram: Float64Array, norms: Float64Array, whole: Float64Array, exactness: number): boolean {
  const p = norms.length
  const fell = norms.some((norm, k) => norm > 100 * gram[k * p + k]! && norm > 2e-14 * whole[k]!)
  if (fell) return true
  if (exactness <= FINE) return false
  return !pivots(gram, whole, p).every(({ share }) => share > SUSPICIOUS)
}

/** Share of every regressor that the ones before it leave, and where that is next to nothing, which those are. */
function pivots(gram: Float64Array, whole: Float64Array, p: number) {
  const factor = new Float64Array(p * p)
  const kept: number[] = []
  return Array.from({ length: p }, (_, k) => {
    let rest = gram[k * p + k]!
    const parts: { readonly number: number; readonly part: number }[] = []
    for (const l of kept) {
      let entry = gram[k * p + l]!
      for (const m of kept) {
        if (m >= l) break
        entry -= factor[k * p + m]! * factor[l * p + m]!
      }
      factor[k * p + l] = entry / factor[l * p + l]!
      rest -= factor[k * p + l]! * factor[k * p + l]!
      parts.push({ number: l, part: factor[k * p + l]! })
    }
    const before = gram[k * p + k]!
    const share = Math.min(
      whole[k]! > 0 ? before / whole[k]! : 0,
      before > 0 ? Math.max(0, rest) / before : 0,
    )
    if (share > NOTHING_LEFT) {
      kept.push(k)
      factor[k * p + k] = Math.sqrt(rest)
    }
    return { share, ofEffects: whole[k]! > 0 ? before / whole[k]! : 0, parts }
  })
}

function independent(
  gram: Float64Array,
  whole: Float64Array,
  names: readonly string[],
  effects: readonly string[],
) {
  const kept: number[] = []
  const collinear: CollinearRegressor[] = []
  pivots(gram, whole, names.length).forEach(({ share, ofEffects, parts }, k) => {
    if (share > NOTHING_LEFT) {
      kept.push(k)
      return
    }
    const explained = ofEffects <= NOTHING_LEFT
    const own = gram[k * names.length + k]!
    collinear.push({
      name: names[k]!,
      explainedBy: explained
        ? effects
        : parts
            .filter(({ part }) => part * part > 1e-9 * own)
            .map(({ number }) => names[number]!)
            .concat(effects),
    })
  })
  return { kept, collinear }
}

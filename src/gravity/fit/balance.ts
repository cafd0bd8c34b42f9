/** Where a Poisson estimation starts: the effects alone, each level's means scaled to its sum in turn. */
import { log } from '../../numeric/elementary.js'
import type { Sample } from './sample.js'

/** Sweeps before the first solve: cheap, and they spare half of the solves. */
const SWEEPS = 4

/**
 * Writes predictors under which the levels of the last effect have the sums observed, those of the others nearly.
 *
 * Iterative proportional fitting of Σ ω y by level, from means exp(offset) without regressors.
 *
 * @param outcome   y ω, in the order of the walk.
 * @param base      exp(offset) ω.
 * @param predictor read as the offset, written as offset plus the row's effects.
 */
export function balance(
  { levels, levelCounts }: Sample,
  outcome: Float64Array,
  base: Float64Array,
  predictor: Float64Array,
): void {
  const size = outcome.length
  const wanted = levels.map((ids, e) => {
    const totals = new Float64Array(levelCounts[e]!)
    for (let row = 0; row < size; row++) totals[ids[row]!]! += outcome[row]!
    return totals
  })
  const factors = levelCounts.map(count => new Float64Array(count).fill(1))
  const reached = levelCounts.map(count => new Float64Array(count))
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let e = 0; e < levels.length; e++) {
      sumOthers(levels, factors, base, e, reached[e]!)
      const factor = factors[e]!
      for (let level = 0; level < factor.length; level++)
        factor[level] = wanted[e]![level]! / reached[e]![level]!
    }
  }
  for (let e = 0; e < levels.length; e++) {
    const ids = levels[e]!
    const values = factors[e]!.map(log)
    for (let row = 0; row < size; row++) predictor[row]! += values[ids[row]!]!
  }
}

/** out[level of effect e] = Σ base × factors of the other effects. */
function sumOthers(
  levels: readonly Int32Array[],
  factors: readonly Float64Array[],
  base: Float64Array,
  e: number,
  out: Float64Array,
): void {
  out.fill(0)
  const ids = levels[e]!
  const others = levels.map((_, k) => k).filter(k => k !== e)
  if (others.length === 2) {
    const [one, two] = others.map(k => levels[k]!) as [Int32Array, Int32Array]
    const [first, second] = others.map(k => factors[k]!) as [Float64Array, Float64Array]
    for (let row = 0; row < base.length; row++) {
      out[ids[row]!]! += base[row]! * first[one[row]!]! * second[two[row]!]!
    }
    return
  }
  for (let row = 0; row < base.length; row++) {
    let mean = base[row]!
    for (const k of others) mean *= factors[k]![levels[k]![row]!]!
    out[ids[row]!]! += mean
  }
}

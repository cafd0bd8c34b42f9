/**
 * The bias correction of Weidner & Zylkin (2021) by its definitions: whole matrices, all third derivatives, dummies, a
 * plain inverse. Balanced panels only; shares no code with the correction.
 */

export type Matrix = number[][]

/** A balanced panel: pairs of exporters and importers, in each of the periods. */
export interface BalancedPanel {
  readonly exporters: number
  readonly importers: number
  readonly periods: number
  /** [exporter, importer] of every pair. */
  readonly pairs: readonly (readonly [number, number])[]
  /** By pair and period. */
  readonly outcome: Matrix
  readonly means: Matrix
  /** By slope, pair and period. */
  readonly regressors: readonly Matrix[]
}

/** Bias of the slopes and their corrected covariance, by definition. */
export function threeWayBiasByDefinition(panel: BalancedPanel): { bias: number[]; covariance: Matrix } {
  const { exporters, importers, periods, pairs, outcome, means, regressors } = panel
  const time = range(periods)
  const scores = outcome.map((row, ij) => row.map((value, t) => value - means[ij]![t]!))
  const hessians = means.map(lambda => {
    const total = lambda.reduce((a, b) => a + b)
    return time.map(t => time.map(s => (t === s ? lambda[t]! : 0) - (lambda[t]! * lambda[s]!) / total))
  })
  const slopes = range(regressors.length)
  const information = slopes.map(k =>
    slopes.map(l =>
      total(pairs.map((_, ij) => bilinear(regressors[k]![ij]!, hessians[ij]!, regressors[l]![ij]!))),
    ),
  )
  const inside = slopes.map(k => {
    const ofSide = (count: number, side: 0 | 1) =>
      total(
        range(count).map(one => {
          const own = range(pairs.length).filter(ij => pairs[ij]![side] === one)
          const inverse = pseudoInverse(sum(own.map(ij => hessians[ij]!)))
          const first = sum(
            own.map(ij => outer(timesVector(hessians[ij]!, regressors[k]![ij]!), scores[ij]!)),
          )
          const third = sum(own.map(ij => thirdDerivativeTimes(means[ij]!, regressors[k]![ij]!)))
          const squares = sum(own.map(ij => outer(scores[ij]!, scores[ij]!)))
          const bent = times(times(times(inverse, third), inverse), squares)
          return trace(bent) / 2 - trace(times(inverse, first))
        }),
      )
    return (
      (exporters / (exporters - 1)) * ofSide(exporters, 0) +
      (importers / (importers - 1)) * ofSide(importers, 1)
    )
  })
  const inverse = invert(information)
  const meat = leverageMeat(panel, scores, hessians, inverse)
  const sandwich = times(times(inverse, meat), inverse)
  const factor = pairs.length / (pairs.length - 1)
  return {
    bias: timesVector(inverse, inside),
    covariance: slopes.map(k => slopes.map(l => (factor * (sandwich[k]![l]! + sandwich[l]![k]!)) / 2)),
  }
}

/** Σ_r G_tsr x_r with G the third derivative of Σ y ln ϑ by the index, where Σ y = Σ λ. */
function thirdDerivativeTimes(lambda: number[], x: number[]): Matrix {
  const whole = lambda.reduce((a, b) => a + b)
  const share = lambda.map(value => value / whole)
  const is = (a: number, b: number) => (a === b ? 1 : 0)
  const time = range(lambda.length)
  return time.map(t =>
    time.map(s =>
      total(
        time.map(r => {
          const cumulant =
            is(t, s) * is(s, r) * share[t]! -
            is(t, s) * share[t]! * share[r]! -
            is(t, r) * share[t]! * share[s]! -
            is(s, r) * share[s]! * share[t]! +
            2 * share[t]! * share[s]! * share[r]!
          return -whole * cumulant * x[r]!
        }),
      ),
    ),
  )
}

/** Σ x̃′ (I − H (x̃ W⁻¹ x̃′ + d V d′))⁻¹ S S′ x̃ with a row of dummies for every pair and period. */
function leverageMeat(panel: BalancedPanel, scores: Matrix, hessians: Matrix[], inverse: Matrix): Matrix {
  const { exporters, importers, periods, pairs, regressors } = panel
  const time = range(periods)
  const dummies = pairs.map(([i, j]) =>
    time.map(t =>
      range((exporters + importers) * periods).map(
        column => Number(column === i * periods + t) + Number(column === (exporters + j) * periods + t),
      ),
    ),
  )
  const free = range(exporters + importers).map(one =>
    range((exporters + importers) * periods).map(column => Number(Math.floor(column / periods) === one)),
  )
  const swaps = time.map(t =>
    range((exporters + importers) * periods).map(column =>
      column % periods !== t ? 0 : column < exporters * periods ? 1 : -1,
    ),
  )
  // directions in which nothing changes are filled in; they drop out of the product
  const system = sum([
    ...pairs.map((_, ij) => times(times(transpose(dummies[ij]!), hessians[ij]!), dummies[ij]!)),
    ...[...free, ...swaps].map(direction => outer(direction, direction)),
  ])
  const ofEffects = invert(system)
  return sum(
    pairs.map((_, ij) => {
      const x = time.map(t => regressors.map(values => values[ij]![t]!))
      const d = dummies[ij]!
      const spread = sum([times(times(x, inverse), transpose(x)), times(times(d, ofEffects), transpose(d))])
      const leverage = times(hessians[ij]!, spread)
      const freed = invert(time.map(t => time.map(s => (t === s ? 1 : 0) - leverage[t]![s]!)))
      return times(times(times(transpose(x), freed), outer(scores[ij]!, scores[ij]!)), x)
    }),
  )
}

/** Regressors less their projection on the three effects, weighted by the means: by sweeps until nothing moves. */
export function residualisedBySweeps(
  values: Float64Array,
  weights: Float64Array,
  effects: readonly ArrayLike<number>[],
): Float64Array {
  const left = values.slice()
  for (let sweep = 0; sweep < 2000; sweep++) {
    let largest = 0
    for (const ids of effects) {
      const sums = new Map<number, [number, number]>()
      left.forEach((value, row) => {
        const [a, b] = sums.get(ids[row]!) ?? [0, 0]
        sums.set(ids[row]!, [a + weights[row]! * value, b + weights[row]!])
      })
      left.forEach((_, row) => {
        const [a, b] = sums.get(ids[row]!)!
        left[row]! -= a / b
        largest = Math.max(largest, Math.abs(a / b))
      })
    }
    if (largest < 1e-11) return left
  }
  throw new Error('the sweeps did not settle')
}

const range = (count: number) => Array.from({ length: count }, (_, k) => k)
const total = (values: number[]) => values.reduce((a, b) => a + b, 0)
const transpose = (a: Matrix): Matrix => a[0]!.map((_, k) => a.map(row => row[k]!))
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map(row => b[0]!.map((_, k) => row.reduce((t, v, l) => t + v * b[l]![k]!, 0)))
const timesVector = (a: Matrix, x: number[]) => a.map(row => total(row.map((value, k) => value * x[k]!)))
const bilinear = (x: number[], a: Matrix, y: number[]) =>
  total(timesVector(a, y).map((value, k) => value * x[k]!))
const outer = (x: number[], y: number[]): Matrix => x.map(a => y.map(b => a * b))
const sum = (all: Matrix[]): Matrix =>
  all.reduce((a, b) => a.map((row, i) => row.map((value, j) => value + b[i]![j]!)))
const trace = (a: Matrix) => total(a.map((row, k) => row[k]!))

/** Of a Hessian whose null space is the constant vector. */
function pseudoInverse(a: Matrix): Matrix {
  const n = a.length
  const scale = trace(a) / n
  const lifted = a.map(row => row.map(value => value + scale / n))
  return invert(lifted).map(row => row.map(value => value - 1 / (scale * n)))
}

/** Gauss–Jordan with row exchanges. */
function invert(a: Matrix): Matrix {
  const n = a.length
  const work = a.map((row, i) => [...row, ...range(n).map(j => (i === j ? 1 : 0))])
  for (let k = 0; k < n; k++) {
    const best = range(n - k).reduce(
      (at, l) => (Math.abs(work[k + l]![k]!) > Math.abs(work[at]![k]!) ? k + l : at),
      k,
    )
    ;[work[k], work[best]] = [work[best]!, work[k]!]
    const pivot = work[k]![k]!
    work[k] = work[k]!.map(value => value / pivot)
    work.forEach((row, i) => {
      if (i === k || row[k] === 0) return
      const share = row[k]!
      work[i] = row.map((value, j) => value - share * work[k]![j]!)
    })
  }
  return work.map(row => row.slice(n))
}

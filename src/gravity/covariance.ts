/** Standard errors that allow rows of one cluster to be correlated. */
import { KeruenError } from '../errors.js'
import { choleskySolve } from '../numeric/cholesky.js'

/**
 * The clustered covariance of Poisson coefficients: G/(G − 1) · A⁻¹ (Σ_g s_g s_gᵀ) A⁻¹, s_g = Σ x̃ (y − μ) over the
 * rows of cluster g.
 *
 * @param factor     p × p: Cholesky factor of A = X̃ᵀ W X̃.
 * @param residualised p columns: x̃, regressors less what the absorbed effects explain with weights μ.
 * @param score      y − μ, one entry for each row.
 * @param clusters   cluster numbers of the same rows, ≥ 0.
 * @returns          p × p.
 * @throws KeruenError `gravity.too-few-clusters` (input): fewer than two clusters.
 * @see Liang & Zeger (1986); the factor is that of Correia, Guimarães & Zylkin's ppmlhdfe.
 */
export function clusteredCovariance(
  factor: Float64Array,
  residualised: readonly Float64Array[],
  score: Float64Array,
  clusters: Int32Array,
): Float64Array {
  const p = residualised.length
  const position = new Map<number, number>()
  for (const cluster of clusters) if (!position.has(cluster)) position.set(cluster, position.size)
  const count = position.size
  if (count < 2) {
    throw new KeruenError('input', {
      code: 'gravity.too-few-clusters',
      at: { field: 'clusters' },
      expected: 'at least two clusters among the rows used',
      found: `${count}`,
    })
  }
  const scores = new Float64Array(count * p)
  for (let row = 0; row < score.length; row++) {
    const start = position.get(clusters[row]!)! * p
    for (let k = 0; k < p; k++) scores[start + k]! += residualised[k]![row]! * score[row]!
  }
  const covariance = new Float64Array(p * p)
  const influence = new Float64Array(p)
  for (let cluster = 0; cluster < count; cluster++) {
    influence.set(scores.subarray(cluster * p, (cluster + 1) * p))
    choleskySolve(factor, influence)
    for (let k = 0; k < p; k++) {
      for (let l = 0; l < p; l++) covariance[k * p + l]! += influence[k]! * influence[l]!
    }
  }
  return covariance.map(value => (value * count) / (count - 1))
}

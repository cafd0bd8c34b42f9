/** Eigenvalues and eigenvectors of small symmetric matrices. */

/** Sweeps that a matrix may take; ten are plenty. */
const MAX_SWEEPS = 60

/**
 * The cyclic Jacobi method: matrix = Σ valuesₖ vₖ vₖᵀ.
 *
 * @param matrix n × n, symmetric, row-major; read only. O(n³) a sweep.
 * @returns      `values`: n, unsorted; `vectors`: n × n, eigenvector k in column k, orthonormal.
 * @see Golub & Van Loan (2013), Matrix Computations, section 8.5.
 */
export function symmetricEigen(
  matrix: Float64Array,
  n: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const a = matrix.slice()
  const vectors = new Float64Array(n * n)
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotated = false
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const off = a[p * n + q]!
        const scale = Math.abs(a[p * n + p]!) + Math.abs(a[q * n + q]!)
        if (Math.abs(off) <= 1e-17 * scale || off === 0) continue
        rotated = true
        const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * off)
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(1 + theta * theta))
        const c = 1 / Math.sqrt(1 + t * t)
        rotate(a, vectors, n, p, q, c, t * c)
      }
    }
    if (!rotated) break
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors }
}

/** a ← Jᵀ a J and vectors ← vectors J, with J the rotation by (c, s) in the plane of p and q. */
function rotate(
  a: Float64Array,
  vectors: Float64Array,
  n: number,
  p: number,
  q: number,
  c: number,
  s: number,
) {
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p]!
    const kq = a[k * n + q]!
    a[k * n + p] = c * kp - s * kq
    a[k * n + q] = s * kp + c * kq
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k]!
    const qk = a[q * n + k]!
    a[p * n + k] = c * pk - s * qk
    a[q * n + k] = s * pk + c * qk
    const vp = vectors[k * n + p]!
    const vq = vectors[k * n + q]!
    vectors[k * n + p] = c * vp - s * vq
    vectors[k * n + q] = s * vp + c * vq
  }
}

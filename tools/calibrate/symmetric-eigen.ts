/** Axes of a small symmetric matrix, by Jacobi's rotations. */
export interface Axis {
  readonly value: number
  /** Of unit length; its largest entry is positive. */
  readonly vector: readonly number[]
}

/** @returns axes by descending value. */
export function symmetricAxes(matrix: readonly (readonly number[])[]): Axis[] {
  const n = matrix.length
  const a = matrix.map(row => [...row])
  const v = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q)
  }
  return a
    .map((row, k) => ({ value: row[k]!, vector: upright(v.map(line => line[k]!)) }))
    .sort((x, y) => y.value - x.value)
}

/** One rotation in the plane of p and q, after which a[p][q] is zero. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  if (a[p]![q] === 0) return
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!)
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  const turn = (rows: number[][], i: number, j: number, k: number, l: number): void => {
    const x = rows[i]![j]!
    const y = rows[k]![l]!
    rows[i]![j] = cosine * x - sine * y
    rows[k]![l] = sine * x + cosine * y
  }
  for (let k = 0; k < a.length; k++) turn(a, k, p, k, q)
  for (let k = 0; k < a.length; k++) turn(a, p, k, q, k)
  for (let k = 0; k < a.length; k++) turn(v, k, p, k, q)
}

function upright(vector: readonly number[]): number[] {
  const largest = vector.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0)
  return vector.map(x => (largest < 0 ? -x : x))
}

/**
 * Which rows are separated, by the definition: row r is, when some z in the span of the columns is zero wherever y > 0,
 * nowhere negative elsewhere, and positive at r (Correia, Guimarães & Zylkin 2019, proposition 1). One linear program a
 * row, on a basis of the columns' combinations that vanish where y > 0. Shares no code with the estimator.
 */
export function separatedByDefinition(
  outcome: readonly number[],
  columns: readonly (readonly number[])[],
): number[] {
  const zero = [...outcome.keys()].filter(row => outcome[row] === 0)
  const positive = [...outcome.keys()].filter(row => outcome[row]! > 0)
  const basis = nullSpace(
    positive.map(row => columns.map(column => column[row]!)),
    columns.length,
  )
  const z = zero.map(row =>
    basis.map(combination => combination.reduce((total, weight, k) => total + weight * columns[k]![row]!, 0)),
  )
  return zero.filter((_, r) => {
    const both = (row: readonly number[], sign: number) => [
      ...row.map(value => sign * value),
      ...row.map(value => -sign * value),
    ]
    // at most one at r, so that the program is bounded there
    const greatest = maximise(
      both(z[r]!, 1),
      [...z.map(row => both(row, -1)), both(z[r]!, 1)],
      [...z.map(() => 0), 1],
    )
    return greatest > 1e-7
  })
}

/** A basis of the vectors x with matrix x = 0, by elimination with full row search. */
function nullSpace(matrix: readonly (readonly number[])[], width: number): number[][] {
  const rows = matrix.map(row => [...row])
  const pivotOf = new Map<number, number>()
  let next = 0
  for (let column = 0; column < width && next < rows.length; column++) {
    let best = next
    for (let row = next; row < rows.length; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row
    }
    if (Math.abs(rows[best]![column]!) < 1e-9) continue
    ;[rows[next], rows[best]] = [rows[best]!, rows[next]!]
    const pivot = rows[next]!
    const scale = pivot[column]!
    for (let k = 0; k < width; k++) pivot[k]! /= scale
    rows.forEach((row, other) => {
      if (other === next) return
      const factor = row[column]!
      for (let k = 0; k < width; k++) row[k]! -= factor * pivot[k]!
    })
    pivotOf.set(column, next++)
  }
  const free = Array.from({ length: width }, (_, k) => k).filter(k => !pivotOf.has(k))
  return free.map(k =>
    Array.from({ length: width }, (_, column) => {
      if (column === k) return 1
      const row = pivotOf.get(column)
      return row === undefined ? 0 : -rows[row]![k]!
    }),
  )
}

/** max c x with B x ≤ b, x ≥ 0, b ≥ 0: the simplex tableau with Bland's rule. Assumes a bounded program. */
function maximise(
  c: readonly number[],
  bounds: readonly (readonly number[])[],
  b: readonly number[],
): number {
  const variables = c.length
  const table = bounds.map((row, r) => [...row, ...bounds.map((_, k) => (k === r ? 1 : 0)), b[r]!])
  const objective = [...c.map(value => -value), ...bounds.map(() => 0), 0]
  const basis = bounds.map((_, r) => variables + r)
  for (;;) {
    const entering = objective.slice(0, -1).findIndex(value => value < -1e-9)
    if (entering < 0) return objective[objective.length - 1]!
    let leaving = -1
    let least = Infinity
    table.forEach((row, r) => {
      if (row[entering]! < 1e-9) return
      const ratio = row[row.length - 1]! / row[entering]!
      if (ratio < least - 1e-12 || (Math.abs(ratio - least) <= 1e-12 && basis[r]! < basis[leaving]!)) {
        least = ratio
        leaving = r
      }
    })
    if (leaving < 0) return Infinity
    const pivot = table[leaving]!
    const scale = pivot[entering]!
    for (let k = 0; k < pivot.length; k++) pivot[k]! /= scale
    for (const row of [...table, objective]) {
      if (row === pivot) continue
      const factor = row[entering]!
      for (let k = 0; k < row.length; k++) row[k]! -= factor * pivot[k]!
    }
    basis[leaving] = entering
  }
}

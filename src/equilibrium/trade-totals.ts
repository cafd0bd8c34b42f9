/** What flows between economies add up to. */

/** n each, million USD. */
export interface TradeTotals {
  readonly exports: Float64Array
  readonly imports: Float64Array
  readonly homeSales: Float64Array
  /** Trade of each economy with the members of a bloc other than itself, exports plus imports. */
  readonly blocTurnover: Float64Array
}

/**
 * Sums over rows and columns of goods flows, one sector or many.
 *
 * @param flows    J × n × n, million USD: sector, exporter, importer; home sales on the diagonals.
 * @param n        number of economies; J follows from the length.
 * @param isMember n: 1 for members of the bloc.
 */
export function tradeTotals(flows: Float64Array, n: number, isMember: Uint8Array): TradeTotals {
  const exports = new Float64Array(n)
  const imports = new Float64Array(n)
  const homeSales = new Float64Array(n)
  const blocTurnover = new Float64Array(n)
  for (let row = 0; row * n < flows.length; row++) {
    const i = row % n
    for (let j = 0; j < n; j++) {
      const flow = flows[row * n + j]!
      if (i === j) {
        homeSales[i]! += flow
        continue
      }
      exports[i]! += flow
      imports[j]! += flow
      if (isMember[j] === 1) blocTurnover[i]! += flow
      if (isMember[i] === 1) blocTurnover[j]! += flow
    }
  }
  return { exports, imports, homeSales, blocTurnover }
}

/**
 * What every two of some economies trade with each other, both ways together: first with second, first with third, …, last
 * but one with last.
 *
 * @param flows J × n × n, as for `tradeTotals`.
 * @param among places of the economies, p of them.
 * @returns p (p − 1) / 2, million USD.
 */
export function pairTurnover(flows: Float64Array, n: number, among: readonly number[]): Float64Array {
  const turnover = new Float64Array((among.length * (among.length - 1)) / 2)
  for (let sector = 0; sector < flows.length; sector += n * n) {
    let pair = 0
    for (let a = 0; a < among.length; a++) {
      for (let b = a + 1; b < among.length; b++) {
        turnover[pair++]! +=
          flows[sector + among[a]! * n + among[b]!]! + flows[sector + among[b]! * n + among[a]!]!
      }
    }
  }
  return turnover
}

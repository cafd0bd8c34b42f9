/**
 * Who loses trade to whom: the change of every market's shares, told as sales that move from one supplier to another.
 *
 * In a market, X′ − X = (b′ − b) N′ + b (N′ − N) with b the suppliers' shares and N what is bought: the second part is
 * the market's own growth, the first is substitution and adds up to nothing. What the losers of shares lose, the
 * gainers gain; a loser's loss is laid upon the gainers in proportion to their gains, which is a convention: a market
 * does not say whose sale took whose place.
 *
 * @see Viner (1950): trade creation is what partners take from home producers, diversion what they take from others.
 */

/** Sales that move within one market, million USD a year at new prices; indices of economies. */
export interface DivertedTrade {
  readonly importer: number
  /** The importer itself where home producers lose. */
  readonly loser: number
  readonly gainer: number
  readonly musd: number
}

export interface Diversion {
  /** Largest first; ties by importer, loser, gainer. */
  readonly moves: readonly DivertedTrade[]
  /** Σ over markets of the sales that change hands, the rows left out included. */
  readonly totalMusd: number
  /** In the members' markets: what other members take from home producers, and from suppliers outside. */
  readonly blocCreationMusd: number
  readonly blocDiversionMusd: number
}

/**
 * @param flows    J × n × n before, million USD: sector, exporter, importer, home sales on the diagonals.
 * @param newFlows J × n × n after. Markets are those of each sector; rows are summed over sectors.
 * @param n        number of economies.
 * @param isMember n: 1 for members of the bloc.
 * @param least    rows below so many million USD are left out of `moves`.
 */
export function tradeDiversion(
  flows: Float64Array,
  newFlows: Float64Array,
  n: number,
  isMember: Uint8Array,
  least: number,
): Diversion {
  const moves: DivertedTrade[] = []
  let totalMusd = 0
  let blocCreationMusd = 0
  let blocDiversionMusd = 0
  const taken = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    taken.fill(0)
    for (let matrix = 0; matrix < flows.length; matrix += n * n) {
      addMarket(flows, newFlows, n, matrix, j, taken)
    }
    for (let loser = 0; loser < n; loser++) {
      for (let gainer = 0; gainer < n; gainer++) {
        const musd = taken[loser * n + gainer]!
        if (musd === 0) continue
        totalMusd += musd
        if (isMember[j] === 1 && isMember[gainer] === 1 && gainer !== j) {
          if (loser === j) blocCreationMusd += musd
          else if (isMember[loser] === 0) blocDiversionMusd += musd
        }
        if (musd >= least) moves.push({ importer: j, loser, gainer, musd })
      }
    }
  }
  moves.sort((a, b) => b.musd - a.musd || a.importer - b.importer || a.loser - b.loser || a.gainer - b.gainer)
  return { moves, totalMusd, blocCreationMusd, blocDiversionMusd }
}

/** Adds to `taken` (loser × gainer) what changes hands in one sector of one market. */
function addMarket(
  flows: Float64Array,
  newFlows: Float64Array,
  n: number,
  matrix: number,
  j: number,
  taken: Float64Array,
): void {
  let bought = 0
  let newBought = 0
  for (let i = 0; i < n; i++) {
    bought += flows[matrix + i * n + j]!
    newBought += newFlows[matrix + i * n + j]!
  }
  if (!(bought > 0 && newBought > 0)) return
  const growth = newBought / bought
  const won = (i: number) => newFlows[matrix + i * n + j]! - growth * flows[matrix + i * n + j]!
  let gains = 0
  for (let i = 0; i < n; i++) gains += Math.max(0, won(i))
  // rounding alone: nobody gained
  if (!(gains > 1e-12 * newBought)) return
  for (let loser = 0; loser < n; loser++) {
    const lost = -won(loser)
    if (!(lost > 0)) continue
    for (let gainer = 0; gainer < n; gainer++) {
      const gain = won(gainer)
      if (gain > 0) taken[loser * n + gainer]! += (lost * gain) / gains
    }
  }
}

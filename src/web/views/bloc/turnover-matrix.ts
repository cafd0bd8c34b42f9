/** Goods trade among the members of a bloc, cell by cell, with how sure each cell is. */
import { type BlocFigures, blocFigures, type Dataset, type Quality } from '../../../index.js'
import { QUALITIES } from '../../../vocabulary.js'

export interface MatrixCell {
  /** USD; undefined for a member without a row in the trade matrix, and on the diagonal. */
  readonly usd: number | undefined
  readonly quality: Quality | undefined
  /** 0 (nothing) to 5: how dark it is drawn. */
  readonly step: number
}

export interface TurnoverMatrix {
  readonly members: readonly string[]
  /** Exporter before importer. */
  readonly cells: readonly (readonly MatrixCell[])[]
  readonly totalUsd: number
  readonly shareOfMembersTrade: number
  /** Pairs of members, each once. */
  readonly pairs: number
  /** Of the total, by quality, 0–1. */
  readonly qualityShares: ReadonlyMap<Quality, number>
}

/** A date after every change that the dataset speaks of. */
const NOW = '9999-12-31'

/** Figures of today's members in the year of the trade data. */
export function todaysFigures(dataset: Dataset, bloc: string): BlocFigures {
  return blocFigures(dataset, bloc, { year: dataset.year, asOf: NOW })
}

export function turnoverMatrix(dataset: Dataset, { members, turnover }: BlocFigures): TurnoverMatrix {
  const { economies, quality } = dataset.trade
  const at = members.map(iso3 => economies.indexOf(iso3))
  const largest = Math.max(...turnover.matrix.flat().map(usd => usd ?? 0))
  const sums = new Map<Quality, number>()
  const cells = turnover.matrix.map((row, i) =>
    row.map((usd, j) => {
      if (i === j || usd === null) return { usd: undefined, quality: undefined, step: 0 }
      const word = QUALITIES[quality[at[i]! * economies.length + at[j]!]!]!
      sums.set(word, (sums.get(word) ?? 0) + usd)
      return { usd, quality: word, step: stepOf(usd, largest) }
    }),
  )
  const total = turnover.totalUsd
  return {
    members,
    cells,
    totalUsd: total,
    shareOfMembersTrade: turnover.shareOfMembersTrade,
    pairs: (members.length * (members.length - 1)) / 2,
    qualityShares: new Map(QUALITIES.map(word => [word, total === 0 ? 0 : (sums.get(word) ?? 0) / total])),
  }
}

/** Trade spans many sizes, so each step is about four times the one below. */
function stepOf(usd: number, largest: number): number {
  if (usd <= 0) return 0
  return Math.max(1, 5 - Math.floor(Math.log(largest / usd) / Math.log(4)))
}

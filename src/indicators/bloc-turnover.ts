/** Trade among the members of a bloc: as it was recorded, and what leads from there to what the model starts from. */
import type { TradeMatrix } from '../dataset/dataset.js'
import { joinedEconomies } from '../dataset/joined-economies.js'
import { type RecordedTrade, separatedTrade } from './recorded-trade.js'

export interface BlocTurnover {
  /** Goods trade between members, each flow once, USD. */
  readonly totalUsd: number
  /** Members' exports to plus imports from each other over their exports plus imports with all, 0–1. */
  readonly shareOfMembersTrade: number
  /** members × members, exporter before importer, USD; null for a member without a row in the trade matrix. */
  readonly matrix: readonly (readonly (number | null)[])[]
}

/** Goods trade between the members, as recorded. */
export function blocTurnover(trade: RecordedTrade, members: readonly string[]): BlocTurnover {
  const { economies, recordedMusd } = trade
  const n = economies.length
  const rows = members.map(iso3 => economies.indexOf(iso3))
  let mutual = 0
  let all = 0
  const matrix = rows.map(i =>
    rows.map(j => {
      if (i < 0 || j < 0) return null
      const usd = i === j ? 0 : recordedMusd[i * n + j]! * 1e6
      mutual += usd
      return usd
    }),
  )
  for (const i of rows) {
    for (let j = 0; i >= 0 && j < n; j++)
      if (j !== i) all += (recordedMusd[i * n + j]! + recordedMusd[j * n + i]!) * 1e6
  }
  return { totalUsd: mutual, shareOfMembersTrade: all === 0 ? 0 : (2 * mutual) / all, matrix }
}

/** One turnover in two ways of counting, million USD: recorded + joined + adjustments = model. */
export interface TurnoverBridge {
  /** Every member by itself, as its own statistics know it. */
  readonly recordedMusd: number
  /** What territories that the model counts with a member trade with the other members. */
  readonly joined: readonly { readonly iso3: string; readonly host: string; readonly musd: number }[]
  /** What the stated adjustments (transit booked as trade, bullion) add or take away among members. */
  readonly adjustmentMusd: number
  readonly modelMusd: number
}

/**
 * From the recorded turnover of the members to the model's.
 *
 * @param adjustments whether the model's trade holds them, as a scenario says.
 * @throws KeruenError what `separatedTrade` throws.
 */
export function turnoverBridge(
  trade: TradeMatrix,
  members: readonly string[],
  adjustments = true,
): TurnoverBridge {
  const { economies, recordedMusd, adjustmentMusd } = trade
  const n = economies.length
  const rows = members.map(iso3 => economies.indexOf(iso3)).filter(row => row >= 0)
  let recordedInModel = 0
  let adjusted = 0
  for (const i of rows) {
    for (const j of rows) {
      if (i === j) continue
      recordedInModel += recordedMusd[i * n + j]!
      if (adjustments) adjusted += adjustmentMusd[i * n + j]!
    }
  }
  return {
    recordedMusd: blocTurnover(separatedTrade(trade), members).totalUsd / 1e6,
    joined: joinedTurnover(trade, members),
    adjustmentMusd: adjusted,
    modelMusd: recordedInModel + adjusted,
  }
}

function joinedTurnover(trade: TradeMatrix, members: readonly string[]): TurnoverBridge['joined'] {
  const hosts = joinedEconomies(trade)
  const inBloc = new Set(members)
  const inMatrix = new Set(trade.economies)
  const hostOf = (iso3: string): string => hosts.get(iso3) ?? iso3
  const isCounted = (a: string, b: string): boolean => a !== b && inBloc.has(a) && inBloc.has(b)
  const sums = new Map<string, number>()
  for (const { exporter, importer, musd } of trade.joined ?? []) {
    const [from, to] = [hostOf(exporter), hostOf(importer)]
    const inModel = inMatrix.has(from) && inMatrix.has(to) && isCounted(from, to)
    const territory = hosts.has(exporter) ? exporter : importer
    const part = (inModel ? musd : 0) - (isCounted(exporter, importer) ? musd : 0)
    sums.set(territory, (sums.get(territory) ?? 0) + part)
  }
  return [...sums]
    .map(([iso3, musd]) => ({ iso3, host: hostOf(iso3), musd }))
    .filter(({ musd }) => musd !== 0)
}

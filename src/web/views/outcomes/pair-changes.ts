/** Trade pair by pair: of the members with each other, of a country with its partners. */
import type { CentralResult, PairResult } from '../../../index.js'

export interface PartnerChange {
  readonly partner: string
  /** Both ways, million USD a year. */
  readonly beforeMusd: number
  readonly afterMusd: number
}

/** Every pair of members once, the largest change first. The sums are the bloc's turnover and its change. */
export function mostChangedPairs({
  bloc,
}: {
  readonly bloc: Pick<CentralResult['bloc'], 'pairs'>
}): PairResult[] {
  const size = ({ turnoverChangeMusd }: PairResult) => Math.abs(turnoverChangeMusd.value)
  return [...bloc.pairs].sort((p, q) => size(q) - size(p) || (p.a + p.b < q.a + q.b ? -1 : 1))
}

/** A country's trade with each partner, both ways; the largest change first, home sales left out. */
export function partnerChanges(flows: CentralResult['flows'], iso3: string): PartnerChange[] {
  const { economies, before, after } = flows
  const n = economies.length
  const i = economies.indexOf(iso3)
  if (i < 0) return []
  return economies
    .flatMap((partner, j) =>
      j === i
        ? []
        : [
            {
              partner,
              beforeMusd: before[i * n + j]! + before[j * n + i]!,
              afterMusd: after[i * n + j]! + after[j * n + i]!,
            },
          ],
    )
    .sort((p, q) => changeOf(q) - changeOf(p) || (p.partner < q.partner ? -1 : 1))
}

function changeOf({ beforeMusd, afterMusd }: PartnerChange): number {
  return Math.abs(afterMusd - beforeMusd)
}

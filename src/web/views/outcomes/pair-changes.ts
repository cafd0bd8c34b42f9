/** Trade among members, pair by pair: what each exchanges both ways, before and after. */
import type { CentralResult } from '../../../index.js'

export interface PairChange {
  readonly a: string
  readonly b: string
  /** Both ways, million USD a year. */
  readonly beforeMusd: number
  readonly afterMusd: number
}

/** Every pair of members once, the largest change first. The sums are the bloc's turnover and its change. */
export function pairChanges({ bloc, flows }: Pick<CentralResult, 'bloc' | 'flows'>): PairChange[] {
  const { economies, before, after } = flows
  const n = economies.length
  const members = new Set(bloc.members)
  const at = economies.flatMap((iso3, i) => (members.has(iso3) ? [i] : []))
  const pairs: PairChange[] = []
  for (const [k, i] of at.entries()) {
    for (const j of at.slice(k + 1)) {
      pairs.push({
        a: economies[i]!,
        b: economies[j]!,
        beforeMusd: before[i * n + j]! + before[j * n + i]!,
        afterMusd: after[i * n + j]! + after[j * n + i]!,
      })
    }
  }
  return pairs.sort((p, q) => changeOf(q) - changeOf(p) || (p.a + p.b < q.a + q.b ? -1 : 1))
}

function changeOf({ beforeMusd, afterMusd }: PairChange): number {
  return Math.abs(afterMusd - beforeMusd)
}

/** A country's trade with each partner, both ways; the largest change first, home sales left out. */
export function partnerChanges(flows: CentralResult['flows'], iso3: string): PairChange[] {
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
              a: iso3,
              b: partner,
              beforeMusd: before[i * n + j]! + before[j * n + i]!,
              afterMusd: after[i * n + j]! + after[j * n + i]!,
            },
          ],
    )
    .sort((p, q) => changeOf(q) - changeOf(p) || (p.b < q.b ? -1 : 1))
}

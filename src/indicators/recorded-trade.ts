/** Trade as it was recorded, economy by economy: what the model joins is taken apart again. */
import type { TradeMatrix } from '../dataset/dataset.js'
import { joinedEconomies } from '../dataset/joined-economies.js'
import { KeruenError } from '../errors.js'

/** n × n, exporter before importer, million USD; without adjustments, home sales on the diagonal. */
export type RecordedTrade = Pick<TradeMatrix, 'year' | 'economies' | 'recordedMusd'>

/**
 * Recorded trade with every joined economy on an axis of its own again, so that figures of a bloc are those that its
 * members' own statistics know: China alone, with Hong Kong as one of its partners.
 *
 * @throws KeruenError input `trade.unknown-join`: a joined economy of which it is not known whose cells hold it.
 */
export function separatedTrade(trade: TradeMatrix): RecordedTrade {
  const { year, economies, recordedMusd, joined = [] } = trade
  if (joined.length === 0) return { year, economies, recordedMusd }
  const hosts = joinedEconomies(trade)
  const hostOf = (iso3: string): string => {
    if (economies.includes(iso3)) return iso3
    const host = hosts.get(iso3)
    if (host !== undefined) return host
    throw new KeruenError('input', {
      code: 'trade.unknown-join',
      at: { file: 'trade-joined.csv' },
      expected: 'a territory of which it is known whose cells hold it',
      found: iso3,
    })
  }
  const axis = [...economies, ...hosts.keys()].sort()
  const at = new Map(axis.map((iso3, k) => [iso3, k]))
  const n = axis.length
  const separated = new Float64Array(n * n)
  economies.forEach((exporter, i) => {
    economies.forEach((importer, j) => {
      separated[at.get(exporter)! * n + at.get(importer)!] = recordedMusd[i * economies.length + j]!
    })
  })
  for (const { exporter, importer, musd } of joined) {
    const host = at.get(hostOf(exporter))! * n + at.get(hostOf(importer))!
    // Written with three decimals, so a cell that held nothing else can come out a rounding below zero.
    separated[host] = Math.max(0, separated[host]! - musd)
    separated[at.get(exporter)! * n + at.get(importer)!]! += musd
  }
  return { year, economies: axis, recordedMusd: separated }
}

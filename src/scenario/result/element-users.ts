/** Whose cargo passes a link or a place: boxes of every country pair, before and after. */
import { KeruenError } from '../../errors.js'
import { indexLevers } from '../../network/elements/levers.js'
import { passingShares } from '../../network/traffic/selected-link.js'
import type { Centre } from '../stages/capacity-stage.js'
import type { BeforeAfter } from './result.js'

/** Cargo of two countries, both ways, in TEU of general cargo a year. */
export interface PairUse {
  readonly a: string
  readonly b: string
  readonly teu: BeforeAfter
}

/**
 * Pairs whose cargo passes a link or any element of a place, the largest use first.
 *
 * @param id of a link or a place of the dataset.
 * @throws KeruenError input `network.unknown-element` where nothing is called so.
 */
export function elementUsers({ world, choices, market }: Centre, id: string): PairUse[] {
  const { network, baseline, economies } = world
  const { levers, leverOf } = indexLevers(baseline.network, network.index)
  const selected = Uint8Array.from(leverOf, lever => (levers[lever]?.id === id ? 1 : 0))
  if (!selected.includes(1)) {
    throw new KeruenError('input', { code: 'network.unknown-element', found: id })
  }
  const n = economies.length
  const shares = (share: Float64Array, part: Float64Array) =>
    passingShares(network.choiceSet, network.lanes, share, part, selected, n)
  const before = shares(choices.shareBefore, choices.partBefore)
  const after = shares(choices.shareAfter, choices.partAfter)
  const uses: PairUse[] = []
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const bothWays = (part: Float64Array, boxes: Float64Array) =>
        part[i * n + j] * boxes[i * n + j] + part[j * n + i] * boxes[j * n + i]
      const teu = {
        before: bothWays(before, market.boxesBefore),
        after: bothWays(after, market.boxesAfter),
      }
      if (teu.before + teu.after > 0) uses.push({ a: economies[i], b: economies[j], teu })
    }
  }
  const size = ({ teu }: PairUse) => Math.max(teu.before, teu.after)
  return uses.sort((p, q) => size(q) - size(p) || (p.a + p.b < q.a + q.b ? -1 : 1))
}

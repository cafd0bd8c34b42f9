/** Turnover of every two members, today and its change with the range over the draws. */
import { QUALITIES, type Quality } from '../../dataset/dataset.js'
import { parameterRange } from '../../ensemble/summary.js'
import { pairTurnover } from '../../equilibrium/trade-totals.js'
import type { Counterfactual, Outcome } from '../stages/counterfactual.js'
import type { EconomicAxis } from '../stages/economic-axis.js'
import type { PairResult } from './result.js'
import { sectorTotals } from './sector-totals.js'

/** Below this part of a pair's trade a direction's quality says nothing of it. */
const LEAST_SHARE = 0.1

/** In the order of `pairTurnover`. */
export function pairRows(
  axis: EconomicAxis,
  { goods, outcome }: Pick<Counterfactual, 'goods' | 'outcome'>,
  draws: readonly Outcome[],
): PairResult[] {
  const { economies, members } = axis
  const n = economies.length
  const flows = sectorTotals(goods.before, n)
  const before = pairTurnover(goods.before, n, members)
  const pairs = members.flatMap((i, first) => members.slice(first + 1).map(j => [i, j] as const))
  return pairs.map(([i, j], pair) => ({
    a: economies[i],
    b: economies[j],
    quality: qualityOf(axis, flows, [i * n + j, j * n + i]),
    turnoverBeforeMusd: before[pair],
    turnoverChangeMusd: parameterRange(
      outcome.pairTurnoverMusd[pair],
      draws.map(draw => draw.pairTurnoverMusd[pair]),
    ),
  }))
}

function qualityOf({ quality }: EconomicAxis, flows: Float64Array, ways: readonly number[]): Quality {
  const total = ways.reduce((sum, way) => sum + flows[way], 0)
  const told = ways.filter(way => flows[way] >= LEAST_SHARE * total).map(way => quality[way])
  return QUALITIES[Math.max(...told)]
}

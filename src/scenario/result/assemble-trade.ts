/** Who loses trade to whom, and what each measure contributes, as rows of the result. */
import { tradeDiversion } from '../../equilibrium/diversion.js'
import { costGradient, realSpendingDerivatives } from '../../equilibrium/one-sector/derivatives.js'
import type { Contribution } from '../stages/attribution.js'
import type { Counterfactual } from '../stages/counterfactual.js'
import type { World } from '../stages/world.js'
import type { ContributionResult, DiversionResult, DiversionRow, NextPercentRow } from './result.js'

/** Rows of diversion.csv, million USD. */
const LEAST_MOVE_MUSD = 0.1
/** Rows of result.json, of each kind. */
const MOST_MOVES = 40
const NEXT_PAIRS = 20

export function diversionRows(
  { axis: { economies, members } }: World,
  { goods }: Counterfactual,
): { readonly diversion: DiversionResult; readonly moves: readonly DiversionRow[] } {
  const n = economies.length
  const isMember = new Uint8Array(n)
  for (const member of members) isMember[member] = 1
  const { moves, ...totals } = tradeDiversion(goods.before, goods.after, n, isMember, LEAST_MOVE_MUSD)
  const rows = moves.map(({ importer, loser, gainer, musd }) => ({
    importer: economies[importer],
    loser: economies[loser],
    gainer: economies[gainer],
    musd,
  }))
  const fromHome = rows.filter(({ importer, loser }) => loser === importer).slice(0, MOST_MOVES)
  const fromOthers = rows.filter(({ importer, loser }) => loser !== importer).slice(0, MOST_MOVES)
  return { diversion: { ...totals, fromHome, fromOthers }, moves: rows }
}

/**
 * Pairs of members on which one percent off the whole cost of trade would be worth most to the members, in the world of the
 * counterfactual (none where the model takes no derivatives): −0.01 × Σ over members of E × d ln W / d ln τ, with E × real income hat the worth of d ln W.
 */
export function nextPercentRows(
  { axis: { economies, members }, scenario }: World,
  { equilibrium, world, outcome }: Counterfactual,
): NextPercentRow[] {
  if (world === undefined) return []
  const n = economies.length
  const weight = new Float64Array(n)
  for (const member of members) {
    weight[member] = equilibrium.expenditure[member] * (1 + outcome.realIncomePercent[member] / 100)
  }
  const isMember = new Set(members)
  const gradient = costGradient(realSpendingDerivatives(world, scenario.balances), weight)
  return Array.from(gradient, (slope, pair) => ({ pair, worth: -0.01 * slope }))
    .filter(({ pair }) => pair % (n + 1) !== 0)
    .filter(({ pair }) => isMember.has(Math.floor(pair / n)) && isMember.has(pair % n))
    .sort((a, b) => b.worth - a.worth || a.pair - b.pair)
    .slice(0, NEXT_PAIRS)
    .map(({ pair, worth }) => ({
      exporter: economies[Math.floor(pair / n)],
      importer: economies[pair % n],
      blocRealIncomeMusd: worth,
    }))
}

export function contributionRows(
  { axis: { economies, members } }: Pick<World, 'axis'>,
  contributions: readonly Contribution[],
): ContributionResult[] {
  return contributions.map(
    ({ player, blocRealIncomeMusd, blocTurnoverMusd, realIncomeMusd, transitMusd }) => ({
      id: player.id,
      title: player.title,
      measures: player.measures.map(measure => measure.id),
      realIncomeChangeMusd: blocRealIncomeMusd,
      turnoverChangeMusd: blocTurnoverMusd,
      members: members.map(i => ({
        iso3: economies[i],
        realIncomeChangeMusd: realIncomeMusd[i],
        transitRevenueChangeMusd: transitMusd[i],
      })),
    }),
  )
}

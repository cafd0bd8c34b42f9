/** Who loses trade to whom, and what each measure contributes, as rows of the result. */
import { tradeDiversion } from '../equilibrium/diversion.js'
import type { Contribution } from './attribution.js'
import type { Counterfactual } from './counterfactual.js'
import type { ContributionResult, DiversionResult, DiversionRow } from './result.js'
import type { World } from './world.js'

/** Rows of diversion.csv, million USD. */
const LEAST_MOVE_MUSD = 0.1
/** Rows of result.json. */
const MOST_MOVES = 60

export function diversionRows(
  { economies, members }: World,
  { equilibrium }: Counterfactual,
): { readonly diversion: DiversionResult; readonly moves: readonly DiversionRow[] } {
  const n = economies.length
  const isMember = new Uint8Array(n)
  for (const member of members) isMember[member] = 1
  const { flows, newFlows } = equilibrium
  const { moves, ...totals } = tradeDiversion(flows, newFlows, n, isMember, LEAST_MOVE_MUSD)
  const rows = moves.map(({ importer, loser, gainer, musd }) => ({
    importer: economies[importer],
    loser: economies[loser],
    gainer: economies[gainer],
    musd,
  }))
  return { diversion: { ...totals, moves: rows.slice(0, MOST_MOVES) }, moves: rows }
}

export function contributionRows(
  { economies, members }: World,
  contributions: readonly Contribution[] | undefined,
): ContributionResult[] | null {
  if (contributions === undefined) return null
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

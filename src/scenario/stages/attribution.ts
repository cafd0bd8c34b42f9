/**
 * How much each measure, or group of measures, contributes: the counterfactual of every part of the package, and the
 * Shapley value of each player over them. The shares add up to the whole exactly; what measures do only together is
 * shared by those that it takes.
 */
import { shapleyValues } from '../../agreement/shapley.js'
import type { Dataset } from '../../dataset/dataset.js'
import type { SectorDataset } from '../../dataset/sectors/sector-dataset.js'
import type { ChoiceSet } from '../../network/choice-set/choice-set.js'
import type { NetworkBaseline } from '../../network/comparison/network-baseline.js'
import { withoutRise } from '../../network/comparison/network-change.js'
import { transitOwners, transitRevenue } from '../../network/traffic/transit.js'
import { sameValues } from '../../numeric/same-values.js'
import type { Scenario } from '../scenario.js'
import type { AttributionPlayer } from '../text/attribution-players.js'
import { centreRunner } from './centre-runner.js'
import { measureOutcome, type Outcome } from './counterfactual.js'
import { prepareBaseline } from './prepare-baseline.js'

/** What is told apart, all of one player: changes at central parameters. */
export interface Contribution {
  readonly player: AttributionPlayer
  readonly blocRealIncomeMusd: number
  readonly blocTurnoverMusd: number
  /** n each, in the economic axis. */
  readonly realIncomeMusd: Float64Array
  readonly transitMusd: Float64Array
}

export interface AttributionOptions {
  readonly choiceSet: ChoiceSet
  /** See `RunOptions`; made where it is not given. */
  readonly baseline?: NetworkBaseline | undefined
  readonly sectors?: SectorDataset | undefined
  /** Told before each counterfactual: how many are done, of how many. */
  readonly onPart: (done: number, total: number) => Promise<void>
}

/** What of a counterfactual is told apart. */
type PartOutcome = Pick<Outcome, 'blocRealIncomeMusd' | 'blocTurnoverMusd' | 'realIncomeMusd' | 'transitMusd'>

/**
 * @param players those of the scenario's measures.
 * @param whole  the outcome of the whole package at central parameters, where it is in hand.
 */
export async function attribute(
  dataset: Dataset,
  scenario: Scenario,
  players: readonly AttributionPlayer[],
  whole: PartOutcome | undefined,
  { onPart, ...options }: AttributionOptions,
): Promise<Contribution[]> {
  const all = (1 << players.length) - 1
  const outcomes: (PartOutcome | undefined)[] = new Array(all + 1)
  const solve = partSolver(dataset, options)
  const order = Array.from({ length: all - 1 }, (_, k) => neighbours(k + 1, all))
  if (whole === undefined) order.push(all)
  for (const [done, coalition] of order.entries()) {
    await onPart(done, order.length)
    const taken = new Set(players.flatMap(({ measures }, p) => ((coalition >> p) & 1 ? measures : [])))
    const measures = scenario.measures.filter(measure => taken.has(measure))
    outcomes[coalition] = await solve({ ...scenario, measures })
  }
  if (whole !== undefined) outcomes[all] = whole

  // nobody's worth is zero: no change in, no change out
  const values = (of: (outcome: PartOutcome) => number) =>
    shapleyValues(Array.from(outcomes, outcome => (outcome === undefined ? 0 : of(outcome))))
  const income = values(outcome => outcome.blocRealIncomeMusd)
  const turnover = values(outcome => outcome.blocTurnoverMusd)
  const byEconomy = (of: 'realIncomeMusd' | 'transitMusd') =>
    Array.from(outcomes[all]![of], (_, i) => values(outcome => outcome[of][i]))
  const [incomes, transits] = [byEconomy('realIncomeMusd'), byEconomy('transitMusd')]
  return players.map((player, k) => ({
    player,
    blocRealIncomeMusd: income[k],
    blocTurnoverMusd: turnover[k],
    realIncomeMusd: Float64Array.from(incomes, shares => shares[k]),
    transitMusd: Float64Array.from(transits, shares => shares[k]),
  }))
}

/** The k-th coalition that is neither nobody nor all, in an order in which each differs from the last in few players. */
function neighbours(k: number, all: number): number {
  const gray = (at: number): number => at ^ (at >> 1)
  // The whole is left out of the order: what stands behind it moves one up.
  let at = 0
  for (let seen = 0; seen < k; at++) if (gray(at + 1) !== all) seen++
  return gray(at)
}

/** Solves one part of the package after the other; what one leaves behind speeds up the next. */
function partSolver(
  dataset: Dataset,
  { choiceSet, baseline = prepareBaseline(dataset, choiceSet), sectors }: Omit<AttributionOptions, 'onPart'>,
): (scenario: Scenario) => Promise<PartOutcome> {
  const solve = centreRunner(dataset, { choiceSet, baseline, sectors })
  let today: { readonly of: RevenueInputs; readonly usd: Float64Array } | undefined
  return async scenario => {
    const { world, choices, model, market } = await solve(scenario)
    const { network, economies } = world
    const owners = transitOwners(world.baseline.network, network.index, economies)
    const revenue = ([usd, share, lanePart, boxes]: RevenueInputs) =>
      transitRevenue(
        network.choiceSet,
        network.lanes,
        owners,
        usd,
        { share, lanePart, boxes },
        economies.length,
      )
    const before = [network.before.usd, choices.shareBefore, choices.partBefore, market.boxesBefore] as const
    const after = [
      withoutRise(network, network.after.usd),
      choices.shareAfter,
      choices.partAfter,
      market.boxesAfter,
    ] as const
    if (today === undefined || !today.of.every((values, k) => sameValues(values, before[k])))
      today = { of: before, usd: revenue(before) }
    const { usd: old } = today
    const usd = revenue(after).map((earned, i) => earned - old[i])
    return measureOutcome(model, market, { teu: new Float64Array(economies.length), usd })
  }
}

/** USD per TEU of every element; share of every route, part of every lane, boxes of every pair. */
type RevenueInputs = readonly [Float64Array, Float64Array, Float64Array, Float64Array]

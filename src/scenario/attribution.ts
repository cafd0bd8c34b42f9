/**
 * How much each measure, or group of measures, contributes: the counterfactual of every part of the package, and the
 * Shapley value of each player over them. The shares add up to the whole exactly; what measures do only together is
 * shared by those that it takes.
 */
import { shapleyValues } from '../agreement/shapley.js'
import type { Dataset } from '../dataset/dataset.js'
import type { SectorDataset } from '../dataset/sectors/sector-dataset.js'
import type { Delegate } from '../ensemble/share-out.js'
import type { ChoiceSet } from '../network/choice-set.js'
import type { NetworkBaseline } from '../network/network-baseline.js'
import type { AttributionPlayer } from './attribution-players.js'
import { settleCapacity, solveWorld } from './capacity-stage.js'
import { type Outcome, tellOutcome } from './counterfactual.js'
import { marketModel } from './counterfactual-model.js'
import { centralParameters } from './draws.js'
import { chooseAllRoutes } from './route-stage.js'
import type { Scenario } from './scenario.js'
import { layOutTransit } from './transit-stage.js'
import { prepareWorld } from './world.js'

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
  /** Another thread that does some of the jobs. */
  readonly delegate?: Delegate | undefined
  readonly sectors?: SectorDataset | undefined
  /** See `RunOptions`. */
  readonly baseline?: NetworkBaseline | undefined
  /** Told before each counterfactual: how many are done, of how many. */
  readonly onPart: (done: number, total: number) => Promise<void>
}

/**
 * @param players those of the scenario's measures.
 * @param whole  the outcome of the whole package at central parameters.
 */
export async function attribute(
  dataset: Dataset,
  scenario: Scenario,
  choiceSet: ChoiceSet,
  players: readonly AttributionPlayer[],
  whole: Outcome,
  options: AttributionOptions,
): Promise<Contribution[]> {
  const all = (1 << players.length) - 1
  const outcomes: (Outcome | undefined)[] = [undefined]
  for (let coalition = 1; coalition < all; coalition++) {
    await options.onPart(coalition - 1, all - 1)
    const taken = new Set(players.flatMap(({ measures }, k) => ((coalition >> k) & 1 ? measures : [])))
    const measures = scenario.measures.filter(measure => taken.has(measure))
    outcomes.push(await outcomeOf(dataset, { ...scenario, measures }, choiceSet, options))
  }
  outcomes.push(whole)

  // nobody's worth is zero: no change in, no change out
  const values = (of: (outcome: Outcome) => number) =>
    shapleyValues(outcomes.map(outcome => (outcome === undefined ? 0 : of(outcome))))
  const income = values(outcome => outcome.blocRealIncomeMusd)
  const turnover = values(outcome => outcome.blocTurnoverMusd)
  const byEconomy = (of: 'realIncomeMusd' | 'transitMusd') =>
    Array.from(whole[of], (_, i) => values(outcome => outcome[of][i]))
  const [incomes, transits] = [byEconomy('realIncomeMusd'), byEconomy('transitMusd')]
  return players.map((player, k) => ({
    player,
    blocRealIncomeMusd: income[k],
    blocTurnoverMusd: turnover[k],
    realIncomeMusd: Float64Array.from(incomes, shares => shares[k]),
    transitMusd: Float64Array.from(transits, shares => shares[k]),
  }))
}

async function outcomeOf(
  dataset: Dataset,
  scenario: Scenario,
  choiceSet: ChoiceSet,
  { delegate, sectors, baseline }: AttributionOptions,
): Promise<Outcome> {
  const world = prepareWorld(dataset, scenario, choiceSet, sectors, { prepared: baseline })
  const parameters = centralParameters(world)
  const choices = await chooseAllRoutes(world, { delegate })
  const free = solveWorld(world, choices, marketModel(world, choices), parameters)
  const solved = await settleCapacity(free, parameters, { delegate })
  const transit = await layOutTransit(solved.world, solved.choices, { delegate })
  return tellOutcome({ ...solved.model, transit }, solved.market, parameters).outcome
}

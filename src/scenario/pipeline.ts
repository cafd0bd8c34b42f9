/**
 * `run(dataset, scenario) → result`: the one pipeline, a pure function of its arguments.
 *
 * package → networks → routes → trade costs → equilibrium → ranges → result; each stage is a function of its own, and
 * progress is told and cancelling asked for between them.
 */
import type { Dataset } from '../dataset/dataset.js'
import type { SectorDataset } from '../dataset/sectors/sector-dataset.js'
import { type Delegate, shareOut } from '../ensemble/share-out.js'
import type { ChoiceSet } from '../network/choice-set.js'
import type { NetworkBaseline } from '../network/network-baseline.js'
import { elementTraffic } from '../network/traffic.js'
import { assembleResult } from './assemble-result.js'
import { attribute } from './attribution.js'
import { getAttributionPlayers } from './attribution-players.js'
import { centralRows } from './central-rows.js'
import { corridorGates, type ElementTraffic } from './corridor-gates.js'
import {
  type CounterfactualParameters,
  counterfactualSolver,
  keepMarket,
  type Outcome,
  type PricedMarket,
  pricedMarketSolver,
  tellOutcome,
} from './counterfactual.js'
import { type MarketModel, marketModel } from './counterfactual-model.js'
import { drawTask } from './draw-task.js'
import { centralParameters, drawnParameters, drawnQuantities } from './draws.js'
import type { Result } from './result.js'
import type { RouteChoices } from './route-choices.js'
import { chooseAllRoutes } from './route-stage.js'
import type { Scenario } from './scenario.js'
import { sensitivityRuns } from './sensitivities.js'
import type { SolvedScenario } from './solved-scenario.js'
import { layOutTransit } from './transit-stage.js'
import { prepareWorld, type World } from './world.js'

/** Where a run stands. */
export interface RunProgress {
  readonly stage: 'network' | 'routes' | 'equilibrium' | 'parameter range' | 'contributions' | 'result'
  readonly done: number
  readonly total: number
}

export interface RunOptions {
  /** The choice set of the dataset's network. */
  readonly choiceSet: ChoiceSet
  /**
   * What `prepareBaseline` made of this dataset and choice set, for which the caller vouches. It is taken where the
   * scenario's regime of avoidance is the same; the result has the same bits with it and without.
   */
  readonly baseline?: NetworkBaseline | undefined
  /** The many-sector baseline, where the scenario's model asks for one. */
  readonly sectors?: SectorDataset | undefined
  /** Aborts between stages and draws, with the signal's reason. */
  readonly signal?: AbortSignal
  /** Awaited, so that a door can let other work in. */
  readonly onProgress?: (progress: RunProgress) => void | Promise<void>
  /** Another thread that does some of the jobs; the result has the same bits with it and without. */
  readonly delegate?: Delegate
}

/** Draws of one job, between two looks at progress and cancelling. */
const DRAWS_PER_JOB = 10

/**
 * Runs a scenario on a dataset.
 *
 * @throws KeruenError input where the scenario does not fit the dataset, failure where a model does not converge (no
 *   numbers are returned then); the signal's reason when aborted.
 */
export async function run(dataset: Dataset, scenario: Scenario, options: RunOptions): Promise<Result> {
  return assembleResult(await solveScenario(dataset, scenario, options))
}

/** The stages of `run` up to the numbers. */
export async function solveScenario(
  dataset: Dataset,
  scenario: Scenario,
  options: RunOptions,
): Promise<SolvedScenario> {
  const { choiceSet, baseline, sectors, signal, onProgress, delegate } = options
  const step = async (stage: RunProgress['stage'], done = 0, total = 1): Promise<void> => {
    await onProgress?.({ stage, done, total })
    signal?.throwIfAborted()
  }
  const players = scenario.attribution ? getAttributionPlayers(scenario.measures) : []
  await step('network')
  const world = prepareWorld(dataset, scenario, choiceSet, sectors, baseline)
  await step('routes')
  const choices = await chooseAllRoutes(world, { turn: () => step('routes'), delegate })
  await step('equilibrium')
  const parameters = centralParameters(world)
  const goods = marketModel(world, choices)
  // Solved once the transit is sent to be laid out, which does not need it and which nothing of it needs.
  const centre = Promise.resolve().then(() => solveCentre(world, choices, goods, parameters))
  const first = async (): Promise<void> => {
    await centre
    await step('equilibrium')
  }
  const transit = await layOutTransit(world, choices, { delegate, first })
  const { market, traffic, corridors, table } = await centre
  const routes = { ...choices, transit }
  // From here on every counterfactual also tells the traffic of the corridors.
  const model = { ...goods, transit, gates: table }
  const central = tellOutcome(model, market, parameters)
  const solve = counterfactualSolver(model, central.start)
  const quantities = drawnQuantities(world)

  const drawn = Array.from({ length: scenario.draws }, (_, k) =>
    drawnParameters(quantities, parameters, scenario.seed, k),
  )
  // Each quantity alone at its low and its high end, after the draws.
  const ends = scenario.draws === 0 ? [] : quantities
  const asked = [
    ...drawn,
    ...ends.flatMap(quantity => [quantity.at(parameters, 0), quantity.at(parameters, 1)]),
  ]
  const jobs = Array.from({ length: Math.ceil(asked.length / DRAWS_PER_JOB) }, (_, k) =>
    asked.slice(k * DRAWS_PER_JOB, (k + 1) * DRAWS_PER_JOB),
  )
  const context = { model, start: central.start }
  // Begun once the first draws are sent, so that the helper has work while this side has its own.
  const rows = Promise.resolve().then(() =>
    centralRows(world, routes, central, traffic, () => step('parameter range', 0, scenario.draws)),
  )
  const done = await shareOut<(typeof jobs)[number], readonly Outcome[]>(
    jobs,
    async (job, k) => {
      await rows
      await step('parameter range', Math.min(k * DRAWS_PER_JOB, scenario.draws), scenario.draws)
      return job.map(each => solve(each).outcome)
    },
    delegate?.(drawTask, context),
  )
  const outcomes = done.flat()
  const draws = outcomes.slice(0, drawn.length)
  const swings = ends.map((quantity, q) => ({
    quantity,
    atLow: outcomes[drawn.length + 2 * q],
    atHigh: outcomes[drawn.length + 2 * q + 1],
  }))
  const sensitivities = sensitivityRuns(world, model, parameters, solve)
  const contributions = scenario.attribution
    ? await attribute(dataset, scenario, choiceSet, players, central.outcome, {
        delegate,
        sectors,
        baseline,
        onPart: (done, total) => step('contributions', done, total),
      })
    : undefined
  await step('result')
  return {
    world,
    routes,
    central,
    traffic,
    corridors,
    rows: await rows,
    draws,
    swings,
    sensitivities,
    contributions,
  }
}

/** The market at the central parameters, the traffic that it brings, and where that of corridors is measured. */
function solveCentre(
  world: World,
  choices: RouteChoices,
  model: MarketModel,
  parameters: CounterfactualParameters,
) {
  const market = keepMarket(pricedMarketSolver(model)(parameters))
  const traffic = centralTraffic(world, choices, market)
  return { market, traffic, ...corridorGates(world, choices, traffic, market.boxesBefore) }
}

function centralTraffic(world: World, routes: RouteChoices, central: PricedMarket): ElementTraffic {
  const { choiceSet, lanes, index } = world.network
  return elementTraffic(
    choiceSet,
    lanes,
    { share: routes.shareBefore, lanePart: routes.partBefore, boxes: central.boxesBefore },
    { share: routes.shareAfter, lanePart: routes.partAfter, boxes: central.boxesAfter },
    index.count,
  )
}

/**
 * `run(dataset, scenario) → result`: the one pipeline, a pure function of its arguments.
 *
 * package → networks → routes → trade costs → equilibrium → queues → ranges → result; each stage is a function of its own, and
 * progress is told and cancelling asked for between them.
 */
import type { Dataset } from '../../dataset/dataset.js'
import type { SectorDataset } from '../../dataset/sectors/sector-dataset.js'
import type { Delegate } from '../../ensemble/share-out.js'
import type { ChoiceSet } from '../../network/choice-set/choice-set.js'
import type { NetworkBaseline } from '../../network/comparison/network-baseline.js'
import { assembleResult } from '../result/assemble-result.js'
import { centralRows } from '../result/central-rows.js'
import type { Result } from '../result/result.js'
import type { SolvedScenario } from '../result/solved-scenario.js'
import type { Scenario } from '../scenario.js'
import { attribute } from '../stages/attribution.js'
import { bottlenecksOf, type Centre, solveWorld, withTraffic } from '../stages/capacity-stage.js'
import { type CorridorGates, corridorGates } from '../stages/corridor-gates.js'
import { counterfactualSolver, tellOutcome } from '../stages/counterfactual.js'
import { bulkAtEnds, marketModel } from '../stages/counterfactual-model.js'
import { centralParameters, drawnQuantities } from '../stages/draws.js'
import { classesAtEnds, figureSensitivities, transitPrices } from '../stages/figure-stage.js'
import { freightMarkets, settleScarcity } from '../stages/freight-rate-stage.js'
import { chooseAllRoutes } from '../stages/route-stage.js'
import { sensitivityRuns } from '../stages/sensitivities.js'
import { layOutTransit } from '../stages/transit-stage.js'
import { prepareWorld } from '../stages/world.js'
import { getAttributionPlayers } from '../text/attribution-players.js'
import { solveDraws } from './draw-stage.js'

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
  const freeWorld = prepareWorld(dataset, scenario, choiceSet, sectors, { prepared: baseline })
  await step('routes')
  const freeChoices = await chooseAllRoutes(freeWorld, { turn: () => step('routes'), delegate })
  await step('equilibrium')
  const parameters = centralParameters(freeWorld)
  // Solved once the transit is sent to be laid out, which does not need it and which nothing of it needs.
  const free = later(() =>
    measured(
      withTraffic(solveWorld(freeWorld, freeChoices, marketModel(freeWorld, freeChoices), parameters)),
    ),
  )
  const first = async (): Promise<void> => {
    await free
    await step('equilibrium')
  }
  const freeTransit = await layOutTransit(freeWorld, freeChoices, { delegate, first })
  const turn = () => step('equilibrium')
  const centre = await settleScarcity(await free, parameters, { turn, delegate })
  const isFree = centre === (await free)
  const { world, choices, market, traffic } = centre
  const transit = isFree ? freeTransit : await layOutTransit(world, choices, { delegate })
  const { corridors, table } = isFree ? await free : measured(centre)
  const routes = { ...choices, transit }
  // From here on every counterfactual also tells the traffic of the corridors.
  const onDraws = (done: number) => step('parameter range', done, scenario.draws)
  const ends = await classesAtEnds(world, centre.model, choices.choices, parameters, {
    turn: () => onDraws(0),
    delegate,
  })
  const known = {
    classesAtEnds: ends,
    bulkAtEnds: bulkAtEnds(world, choices),
    transitPrices: transitPrices(centre),
  }
  const model = { ...centre.model, transit, gates: table, ...known }
  const central = tellOutcome(model, market, parameters)
  const solve = counterfactualSolver(model, central.start())
  const scarcity = { bottlenecks: bottlenecksOf(centre), markets: freightMarkets(centre) }
  // Begun once the first draws are sent, so that the helper has work while this side has its own.
  const own = later(() => centralRows(world, routes, central, traffic, scarcity, () => onDraws(0)))
  const { draws, swings } = await solveDraws(scenario, model, central, parameters, drawnQuantities(world), {
    solve,
    meanwhile: own,
    onDraws,
    delegate,
  })
  const rows = await own
  const sensitivities = [
    ...figureSensitivities(ends, parameters, solve),
    ...sensitivityRuns(world, model, parameters, solve),
  ]
  const contributions = scenario.attribution
    ? await attribute(dataset, scenario, players, central.outcome, {
        choiceSet,
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
    rows,
    draws,
    swings,
    sensitivities,
    contributions,
  }
}

/** Work that is begun now and awaited later: what it throws is thrown there, and nowhere else. */
function later<Done>(work: () => Done | Promise<Done>): Promise<Done> {
  const promise = Promise.resolve().then(work)
  promise.catch(() => undefined)
  return promise
}

/** A centre with where the traffic of its corridors is measured. */
function measured(centre: Centre): Centre & CorridorGates {
  const { world, choices, traffic, market } = centre
  return { ...centre, ...corridorGates(world, choices, traffic, market.boxesBefore) }
}

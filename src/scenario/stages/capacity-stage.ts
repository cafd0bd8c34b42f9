/**
 * Capacity: where more would pass than may, a queue grows until what passes is what may.
 *
 * Queues and equilibrium settle in turn: at the boxes of an equilibrium the queues that bring the traffic to its
 * limits, then the equilibrium at those queues, until its own traffic keeps to the limits.
 */
import type { Delegate } from '../../ensemble/share-out.js'
import { KeruenError } from '../../errors.js'
import { queuedTraffic } from '../../network/queues/queued-traffic.js'
import { type QueueSlopes, settleQueues, worstOf } from '../../network/queues/queues.js'
import {
  hitsAmong,
  type RouteHits,
  routeHits,
  routesHit,
  trafficThrough,
} from '../../network/queues/route-hits.js'
import type { KeptChoices } from '../../network/route-choice/lane-chooser.js'
import type { LaneChoices } from '../../network/route-choice/route-choice.js'
import { type Bottleneck, findBottlenecks } from '../../network/traffic/bottlenecks.js'
import { elementTraffic, type TrafficState } from '../../network/traffic/traffic.js'
import type { ElementTraffic } from './corridor-gates.js'
import {
  type CounterfactualParameters,
  keepMarket,
  type PricedMarket,
  pricedMarketSolver,
} from './counterfactual.js'
import { type MarketModel, marketModel } from './counterfactual-model.js'
import type { RouteChoices } from './route-choices.js'
import { chooseAllRoutes, routeChoiceParameters } from './route-stage.js'
import { type World, worldWith } from './world.js'

/** A counterfactual at the central parameters: routes, and the market on them. */
export interface SolvedWorld {
  /** Its network holds the queues, where there are any. */
  readonly world: World
  readonly choices: RouteChoices
  readonly model: MarketModel
  readonly market: PricedMarket
  /** TEU a year on every element before the package. */
  readonly trafficBefore: Float64Array
}

/** The central counterfactual, with the traffic that it brings. */
export interface Centre extends SolvedWorld {
  /** TEU a year on every element. */
  readonly traffic: ElementTraffic
}

/** A bottleneck with the hours waited before it. */
export interface QueuedBottleneck extends Bottleneck {
  readonly queueHours: number
}

export interface SettleOptions {
  /** TEU a year on every element without queues, where it is known. */
  readonly trafficAfter?: Float64Array | undefined
  /** Hours before every element to begin with, from a world that differs little. */
  readonly queueHours?: Float64Array | undefined
  /** Awaited before each equilibrium and between jobs of route choice. */
  readonly turn?: () => Promise<void>
  readonly delegate?: Delegate | undefined
  /** Choices before the package, see `chooseAllRoutes`. */
  readonly kept?: KeptChoices | undefined
}

/** Equilibria that may be solved until the traffic keeps to its limits. */
const MOST_ROUNDS = 12
/** Part of the tolerance to which queues settle at held boxes, so that the equilibrium has the rest. */
const PRECISION = 0.1
/** Part of its limit from which a bottleneck is looked at. */
const NEAR = 0.8

/**
 * The market on the routes that were chosen.
 *
 * @param walkBefore finds the traffic of today; see `trafficOfMany`.
 */
export function solveWorld(
  world: World,
  choices: RouteChoices,
  model: MarketModel,
  parameters: CounterfactualParameters,
  walkBefore: typeof elementTraffic = elementTraffic,
): SolvedWorld {
  const market = keepMarket(pricedMarketSolver(model)(parameters))
  const { choiceSet, lanes, index } = world.network
  const today = { share: choices.shareBefore, lanePart: choices.partBefore, boxes: market.boxesBefore }
  const trafficBefore = walkBefore(choiceSet, lanes, today, index.count)
  return { world, choices, model, market, trafficBefore }
}

/** With the traffic that a market brings. @param walkAfter finds it; see `trafficOfMany`. */
export function withTraffic(solved: SolvedWorld, walkAfter: typeof elementTraffic = elementTraffic): Centre {
  const { choiceSet, lanes, index } = solved.world.network
  const after = walkAfter(choiceSet, lanes, trafficState(solved), index.count)
  return { ...solved, traffic: { before: solved.trafficBefore, after } }
}

function trafficState({ choices: { shareAfter, partAfter }, market }: SolvedWorld): TrafficState {
  return { share: shareAfter, lanePart: partAfter, boxes: market.boxesAfter }
}

/** The bottlenecks of a world; those without a queue wait no hours. */
export function bottlenecksOf({ world, trafficBefore }: SolvedWorld): QueuedBottleneck[] {
  const { baseline, effect, network } = world
  return findBottlenecks(baseline.network, effect.network, network.index, network.after, trafficBefore).map(
    bottleneck => ({ ...bottleneck, queueHours: network.queueHours?.[bottleneck.elements[0]] ?? 0 }),
  )
}

/**
 * The world with the queues that capacity asks for; the same record where no capacity is exceeded.
 *
 * @param free without queues.
 * @throws KeruenError `network.capacity-not-converged` (failure), which names the bottleneck.
 */
export async function settleCapacity(
  free: SolvedWorld,
  parameters: CounterfactualParameters,
  options: SettleOptions = {},
): Promise<SolvedWorld> {
  const bottlenecks = bottlenecksOf(free)
  const limits = Float64Array.from(bottlenecks, ({ limit }) => limit.after)
  const { choiceSet, lanes, index } = free.world.network
  const hits = routeHits(
    choiceSet,
    bottlenecks.map(({ elements }) => elements),
    index.count,
  )
  const queuesAt = queueFinder(free.world, bottlenecks, hits)
  const { queueHours } = options
  let hours = Float64Array.from(bottlenecks, ({ elements }) => queueHours?.[elements[0]] ?? 0)
  let solved = hours.some(waited => waited > 0)
    ? await solveWithQueues(free, bottlenecks, hits, hours, parameters, options)
    : free
  for (let round = 0; ; round++) {
    const traffic =
      solved === free && options.trafficAfter !== undefined
        ? throughEach(bottlenecks, options.trafficAfter)
        : trafficThrough(choiceSet, lanes, trafficState(solved), hits)
    const worst = worstOf(hours, traffic, limits)
    if (worst < 0) return solved
    if (round === MOST_ROUNDS)
      throw notConverged(solved.world, bottlenecks[worst], traffic[worst], hours[worst])
    hours = queuesAt(solved, hours, traffic)
    solved = await solveWithQueues(free, bottlenecks, hits, hours, parameters, options)
  }
}

/** What `trafficThrough` finds. */
function throughEach(bottlenecks: readonly Bottleneck[], traffic: Float64Array): Float64Array {
  return Float64Array.from(bottlenecks, ({ elements }) => elements.reduce((teu, e) => teu + traffic[e], 0))
}

async function solveWithQueues(
  free: SolvedWorld,
  bottlenecks: readonly Bottleneck[],
  hits: RouteHits,
  hours: Float64Array,
  parameters: CounterfactualParameters,
  { turn, delegate, kept }: SettleOptions,
): Promise<SolvedWorld> {
  const byElement = new Float64Array(free.world.network.index.count)
  bottlenecks.forEach(({ elements }, b) => {
    for (const element of elements) byElement[element] = hours[b]
  })
  const queued = hitsAmong(
    hits,
    Int32Array.from(hours.keys()).filter(b => hours[b] > 0),
  )
  const world = worldWith(free.world, { queueHours: byElement }, routesHit(queued))
  const routes = free.choices
  const reuse = routes.choices && { routes, anew: reachedByQueues(world, routes.choices, queued) }
  const choices = await chooseAllRoutes(world, { turn, delegate, reuse, kept })
  await turn?.()
  // Queues open and close nothing, and are of no time before the package.
  const model = marketModel(world, choices, free.model)
  return solveWorld(world, choices, model, parameters, () => free.trafficBefore)
}

/** Touched lanes that no choice was kept of, or of which a route passes a queue; ascending. */
function reachedByQueues({ network }: World, kept: LaneChoices, { start }: RouteHits): Int32Array {
  const { choiceSet, lanes, touched } = network
  const isKept = new Uint8Array(lanes.count)
  for (const lane of kept.asked) isKept[lane] = 1
  return touched.filter(lane => {
    const pair = lanes.gatewayPair[lane]
    return isKept[lane] === 0 || start[choiceSet.routeStart[pair + 1]] > start[choiceSet.routeStart[pair]]
  })
}

/**
 * Finds the queues that bring the traffic to its limits at the boxes of a solved world. Only bottlenecks that are near their
 * limit are looked at; should another fill by what they turn away, the next one shows it. What was learnt at one is kept for
 * the next.
 *
 * @param free without queues.
 * @param hits routes that pass each bottleneck.
 */
function queueFinder({ network, scenario }: World, bottlenecks: readonly Bottleneck[], hits: RouteHits) {
  let near: Int32Array = new Int32Array(0)
  let trafficOf: ReturnType<typeof queuedTraffic> | undefined
  let slopes: QueueSlopes | undefined

  return ({ world, choices, market }: SolvedWorld, hours: Float64Array, traffic: Float64Array) => {
    const seen = Int32Array.from(bottlenecks.keys()).filter(
      b => hours[b] > 0 || traffic[b] > NEAR * bottlenecks[b].limit.after,
    )
    if (trafficOf === undefined || seen.join() !== near.join()) {
      near = seen
      trafficOf = queuedTraffic(
        network,
        routeChoiceParameters(scenario.parameters, choices.ridge),
        hitsAmong(hits, near),
      )
      slopes = undefined
    }
    const ofNear = (values: Float64Array) => Float64Array.from(near, b => values[b])
    const [start, passing] = [ofNear(hours), ofNear(traffic)]
    const limits = Float64Array.from(near, b => bottlenecks[b].limit.after)
    const cargo = { boxes: market.boxesAfter, lanePart: choices.partAfter, hours: start, traffic: passing }
    const queues = settleQueues(trafficOf(cargo), limits, start, PRECISION, slopes)
    if (queues.unsettled >= 0) {
      const b = queues.unsettled
      throw notConverged(world, bottlenecks[near[b]], queues.traffic[b], queues.hours[b])
    }
    slopes = queues.slopes
    const settled = hours.slice()
    near.forEach((b, k) => {
      settled[b] = queues.hours[k]
    })
    return settled
  }
}

function notConverged(
  world: World,
  { elements, limit }: Bottleneck,
  traffic: number,
  hours: number,
): KeruenError {
  return new KeruenError('failure', {
    code: 'network.capacity-not-converged',
    at: { field: bottleneckName(world, elements) },
    expected: `at most ${Math.round(limit.after)} TEU a year, or a queue that turns the rest away`,
    found: `${Math.round(traffic)} TEU a year with a queue of ${Math.round(hours)} hours`,
    mend: 'Raise the capacity there, open another way, or close it altogether',
  })
}

/** A link's id; a crossing's place, direction and mode; the place of terminals, with their modes where it is one of them. */
export function bottleneckName({ baseline, network }: World, elements: readonly number[]): string {
  const { links, crossings, terminals } = baseline.network
  const [element] = elements
  if (element < network.index.crossingStart) return links[element].id
  if (element >= network.index.terminalStart) {
    const { placeId, modeA, modeB } = terminals[element - network.index.terminalStart]
    const rows = elements.filter(each => each < network.index.passageStart)
    return rows.length === 1 ? `${placeId} ${modeA}–${modeB}` : placeId
  }
  const { placeId, fromCountry, toCountry, mode } = crossings[element - network.index.crossingStart]
  return `${placeId} ${fromCountry}→${toCountry} ${mode}`
}

/**
 * Freight rates that answer demand: dearer where a package asks for more ships or trains than sail and run today.
 *
 * At trial rates everything else settles as it does without: routes, trade, and the queues before limits of capacity. The rates
 * are found at which every market offers what is then asked of it.
 */
import type { FreightMarket } from '../../dataset/dataset.js'
import { getParameter } from '../../dataset/parameters.js'
import { KeruenError } from '../../errors.js'
import { routesThrough } from '../../network/choice-set/passing.js'
import { clearMarkets, type MarketLook } from '../../network/freight-rates/clear-markets.js'
import { addRateRise, marketUse, servedElements } from '../../network/freight-rates/market-use.js'
import type { elementTraffic } from '../../network/traffic/traffic.js'
import { exp, log } from '../../numeric/elementary.js'
import { type Centre, type SettleOptions, settleCapacity, solveWorld, withTraffic } from './capacity-stage.js'
import type { CounterfactualParameters } from './counterfactual.js'
import { marketModel } from './counterfactual-model.js'
import { chooseAllRoutes } from './route-stage.js'
import { type World, worldWith } from './world.js'

/** A market as a package finds and leaves it. */
export interface MarketState {
  readonly market: FreightMarket
  readonly supplyElasticity: number
  /** Units of its service, a year. */
  readonly use: { readonly before: number; readonly after: number }
  /** USD per unit. */
  readonly usd: { readonly before: number; readonly after: number }
}

interface RateOptions extends SettleOptions {
  /** Finds the traffic after; see `trafficOfMany`. */
  readonly walkAfter?: typeof elementTraffic | undefined
}

/** What a package comes to at rates that are tried. */
export interface RateTrial {
  /** Those whose rates answer; none where rates are as stated. */
  readonly markets: readonly AnsweringMarket[]
  /** At rates as stated, with the queues that capacity asks for; the record that was given where there are none. */
  readonly asStated: MarketLook<Centre>
  /** At e^x times the rate of each market. */
  readonly lookAt: (logRates: Float64Array) => Promise<MarketLook<Centre>>
}

/**
 * @param free without queues, rates as stated.
 * @throws KeruenError what `settleCapacity` throws, as `lookAt` does.
 */
export async function rateTrial(
  free: Centre,
  parameters: CounterfactualParameters,
  options: RateOptions = {},
): Promise<RateTrial> {
  const settled = async (from: Centre, queueHours?: Float64Array): Promise<Centre> => {
    const start = { ...options, queueHours, trafficAfter: from.traffic.after }
    const solved = await settleCapacity(from, parameters, start)
    return solved === from ? from : withTraffic(solved, options.walkAfter)
  }
  const markets = answeringMarkets(free.world)
  const looked = (state: Centre): MarketLook<Centre> => ({ state, demand: changeOfDemand(markets, state) })
  const asStated = looked(await settled(free))
  const routes = markets.length === 0 ? new Uint32Array(0) : routesServed(free.world, markets)
  let { queueHours } = asStated.state.world.network
  const lookAt = async (logRates: Float64Array) => {
    const dearer = await centreAtRates(free, markets, logRates, routes, parameters, options)
    const state = await settled(dearer, queueHours)
    queueHours = state.world.network.queueHours
    return looked(state)
  }
  return { markets, asStated, lookAt }
}

/**
 * The centre with the queues that capacity asks for and, where the scenario says so, the rates that markets do; the same record
 * where neither changes anything.
 *
 * @param free without either.
 * @throws KeruenError what `settleCapacity` throws; `network.freight-rates-not-converged` (failure), which names the market.
 */
export async function settleScarcity(
  free: Centre,
  parameters: CounterfactualParameters,
  options: RateOptions = {},
): Promise<Centre> {
  const { markets, asStated, lookAt } = await rateTrial(free, parameters, options)
  if (markets.length === 0) return asStated.state
  const elasticity = Float64Array.from(markets, ({ supplyElasticity }) => supplyElasticity)
  const cleared = await clearMarkets(lookAt, elasticity, asStated)
  if (cleared.unsettled >= 0) {
    const g = cleared.unsettled
    throw notConverged(markets[g], cleared.logRates[g], cleared.demand[g])
  }
  return cleared.state
}

/** The markets of a centre before and after; none where rates are as stated. */
export function freightMarkets({ world, traffic }: Centre): MarketState[] {
  const { network } = world
  return answeringMarkets(world).map(({ market, supplyElasticity, served }) => ({
    market,
    supplyElasticity,
    use: {
      before: marketUse(market, served, network.before, traffic.before),
      after: marketUse(market, served, withoutQueues(network), traffic.after),
    },
    usd: { before: market.usd, after: market.usd + riseOf(world, market, served) },
  }))
}

/** A market, the elements that it serves, and how its supply answers in the scenario. */
export interface AnsweringMarket {
  readonly market: FreightMarket
  readonly served: Int32Array
  readonly supplyElasticity: number
}

function answeringMarkets({ scenario, dataset, baseline, network }: World): AnsweringMarket[] {
  if (scenario.freightRates === 'as-stated') return []
  return dataset.freightMarkets.map(market => ({
    market,
    served: servedElements(baseline.network, network.index, market),
    supplyElasticity: getParameter(scenario.parameters, market.supplyElasticity).value,
  }))
}

/** ln(use after ∕ use before) of each market; nothing where it carried nothing before. */
function changeOfDemand(markets: readonly AnsweringMarket[], { world, traffic }: Centre): Float64Array {
  const { network } = world
  const hours = withoutQueues(network)
  return Float64Array.from(markets, ({ market, served }) => {
    const before = marketUse(market, served, network.before, traffic.before)
    const after = marketUse(market, served, hours, traffic.after)
    if (before === after || before === 0) return 0
    return after > 0 ? log(after / before) : Number.NEGATIVE_INFINITY
  })
}

/** Who waits in a queue takes no more of a carrier's time than the dataset counts. */
function withoutQueues({ after, queueHours }: World['network']) {
  return { hours: queueHours === undefined ? after.hours : after.hours.map((h, e) => h - queueHours[e]) }
}

async function centreAtRates(
  free: Centre,
  markets: readonly AnsweringMarket[],
  logRates: Float64Array,
  routes: Uint32Array,
  parameters: CounterfactualParameters,
  { turn, delegate, kept, walkAfter }: RateOptions,
): Promise<Centre> {
  const { network } = free.world
  const rateRiseUsd = new Float64Array(network.index.count)
  markets.forEach(({ market, served }, g) => {
    addRateRise(market, served, network.after, market.usd * (exp(logRates[g]) - 1), rateRiseUsd)
  })
  const world = worldWith(free.world, { rateRiseUsd }, routes)
  const choices = await chooseAllRoutes(world, { turn, delegate, kept })
  await turn?.()
  // Rates open and close nothing, and are of no time before the package.
  const model = marketModel(world, choices, free.model)
  return withTraffic(
    solveWorld(world, choices, model, parameters, () => free.trafficBefore),
    walkAfter,
  )
}

/** Routes that pass an element of a market, ascending. */
function routesServed({ network }: World, markets: readonly AnsweringMarket[]): Uint32Array {
  const served = new Set(markets.flatMap(market => [...market.served]))
  const isServed = routesThrough(network.choiceSet, served)
  return Uint32Array.from(isServed.keys()).filter(route => isServed[route] === 1)
}

/** USD per unit, read back from the element on which it comes to most. */
function riseOf({ network }: World, market: FreightMarket, served: Int32Array): number {
  const { rateRiseUsd } = network
  if (rateRiseUsd === undefined || served.length === 0) return 0
  const hours = withoutQueues(network)
  const most = served.reduce((a, b) => (rateRiseUsd[b] > rateRiseUsd[a] ? b : a))
  return market.unit === 'TEU' ? rateRiseUsd[most] : (24 * rateRiseUsd[most]) / hours.hours[most]
}

function notConverged({ market }: AnsweringMarket, logRate: number, demand: number): KeruenError {
  const [times, asked] = [exp(logRate), exp(demand)]
  return new KeruenError('failure', {
    code: 'network.freight-rates-not-converged',
    at: { field: market.id },
    expected: 'a rate at which carriers offer what is asked of them',
    found: `${asked.toFixed(3)} times the demand of today at ${times.toPrecision(3)} times the rate`,
    mend: `Raise the parameter ${market.supplyElasticity}, or leave rates as-stated`,
  })
}

/**
 * Backtest: freight rates from Suez to the Cape in 2024. What ships and trains ask more when each offers as much more for a
 * higher price as its own parameter says, beside what was paid and carried.
 */
import { getParameter } from '../../src/dataset/parameters.js'
import { routesThrough } from '../../src/network/choice-set/passing.js'
import { clearMarkets, type MarketLook } from '../../src/network/freight-rates/clear-markets.js'
import { servedElements } from '../../src/network/freight-rates/market-use.js'
import { elementTraffic } from '../../src/network/traffic/traffic.js'
import { type Centre, solveWorld, withTraffic } from '../../src/scenario/stages/capacity-stage.js'
import { marketModel } from '../../src/scenario/stages/counterfactual-model.js'
import { centralParameters } from '../../src/scenario/stages/draws.js'
import { freightMarkets, type RateTrial, rateTrial } from '../../src/scenario/stages/freight-rate-stage.js'
import { chooseAllRoutes } from '../../src/scenario/stages/route-stage.js'
import { prepareWorld } from '../../src/scenario/stages/world.js'
import { resolveScenario } from '../../src/scenario/text/resolve-scenario.js'
import { percent, table } from '../calibrate/markdown.js'
import type { Setting } from '../calibrate/setting.js'
import { chinaEuropeOnly, railOverChinasBorders } from './points.js'
import { DIVERTED } from './suez.js'

/** What comes of rates at which both markets are in balance; all on today, today one. */
export interface RateOutcome {
  /** TEU-days that ships carry, what a TEU-day costs, and what a TEU pays for its days on ships. */
  readonly shipDays: number
  readonly shipRate: number
  readonly shipPrice: number
  /** What a TEU on a train over China's borders costs. */
  readonly trainRate: number
  /** TEU by rail over China's borders, and of them China–Europe. */
  readonly trains: number
  readonly chinaEurope: number
  /** Million USD a year that traders pay carriers more. */
  readonly paidMoreMusd: number
}

/** What differs from today besides the canal. */
export interface RateAssumption {
  /** Part of ships by the Cape. */
  readonly diverted: number
  /** False: rates stay what they are. */
  readonly answer: boolean
  /** Trade and fleet over those of today, at sea. */
  readonly trade?: number
  readonly fleet?: number
  /** Supply elasticity of ships and of trains, where it is not that of the dataset. */
  readonly ships?: number
  readonly trains?: number
}

/** With Suez open and closed, at any rates. */
export async function rateTrials(
  setting: Setting,
): Promise<{ readonly open: RateTrial; readonly closed: RateTrial }> {
  return { open: await trialOf(setting, []), closed: await trialOf(setting, [{ close: { strait: 'suez' } }]) }
}

async function trialOf({ dataset, choiceSet }: Setting, measures: readonly object[]): Promise<RateTrial> {
  const written = { keruen: 1, measures, freightRates: 'answer-demand', draws: 0 }
  const world = prepareWorld(dataset, resolveScenario(written, { dataset }), choiceSet)
  const choices = await chooseAllRoutes(world)
  const parameters = centralParameters(world)
  return rateTrial(
    withTraffic(solveWorld(world, choices, marketModel(world, choices), parameters)),
    parameters,
  )
}

/** A part of the ships meets one state of the canal, the rest the other; their demand is one. */
export async function rateOutcome(
  setting: Setting,
  { open, closed }: Awaited<ReturnType<typeof rateTrials>>,
  { diverted, answer, trade = 1, fleet = 1, ships, trains }: RateAssumption,
): Promise<RateOutcome> {
  type Both = readonly [MarketLook<Centre>, MarketLook<Centre>]
  const growth = open.markets.map(({ market }) => (market.mode === 'sea' ? Math.log(trade / fleet) : 0))
  const mixed = (state: Both): MarketLook<Both> => ({
    state,
    demand: state[0].demand.map(
      (asked, g) =>
        Math.log((1 - diverted) * Math.exp(asked) + diverted * Math.exp(state[1].demand[g]!)) + growth[g]!,
    ),
  })
  const today = mixed([open.asStated, closed.asStated])
  const elasticity = Float64Array.from(
    open.markets,
    ({ market, supplyElasticity }) => (market.mode === 'sea' ? ships : trains) ?? supplyElasticity,
  )
  const lookAt = async (x: Float64Array) => mixed([await open.lookAt(x), await closed.lookAt(x)])
  const { state } = answer ? await clearMarkets(lookAt, elasticity, today) : today
  return outcomeOf(setting, state, diverted)
}

function outcomeOf(
  setting: Setting,
  [open, closed]: readonly [MarketLook<Centre>, MarketLook<Centre>],
  diverted: number,
): RateOutcome {
  const mix = (of: (centre: Centre) => number) =>
    (1 - diverted) * of(open.state) + diverted * of(closed.state)
  const marketOf = (centre: Centre, mode: string) =>
    freightMarkets(centre).find(({ market }) => market.mode === mode)!
  const times = ({ before, after }: { readonly before: number; readonly after: number }) => after / before
  const shipDays = mix(centre => times(marketOf(centre, 'sea').use))
  const shipRate = times(marketOf(closed.state, 'sea').usd)
  const byShip = mix(centre => times(onShips(centre)))
  const europe = (centre: Centre, state: 'before' | 'after') => {
    const { world, choices, market } = centre
    const { choiceSet, lanes, index } = world.network
    const [share, lanePart, boxes] =
      state === 'before'
        ? [choices.shareBefore, choices.partBefore, market.boxesBefore]
        : [choices.shareAfter, choices.partAfter, market.boxesAfter]
    const own = chinaEuropeOnly({ dataset: setting.dataset, boxes })
    return railOverChinasBorders(
      setting,
      elementTraffic(choiceSet, lanes, { share, lanePart, boxes: own }, index.count),
    )
  }
  const rail = (centre: Centre, state: 'before' | 'after') =>
    railOverChinasBorders(setting, centre.traffic[state])
  return {
    shipDays,
    shipRate,
    shipPrice: (shipRate * shipDays) / byShip,
    trainRate: times(marketOf(closed.state, 'rail').usd),
    trains: mix(centre => rail(centre, 'after')) / rail(open.state, 'before'),
    chinaEurope: mix(centre => europe(centre, 'after')) / europe(open.state, 'before'),
    paidMoreMusd: mix(centre =>
      freightMarkets(centre).reduce(
        (sum, { use, usd }) => sum + ((usd.after - usd.before) * use.after) / 1e6,
        0,
      ),
    ),
  }
}

/** TEU a year that are on a ship for a part of their way. */
function onShips({ world, choices, market }: Centre): { readonly before: number; readonly after: number } {
  const { choiceSet, lanes, index } = world.network
  const ships = world.dataset.freightMarkets.find(({ mode }) => mode === 'sea')!
  const legs = new Set(servedElements(world.baseline.network, index, ships))
  const sails = routesThrough(choiceSet, legs)
  const sum = (share: Float64Array, part: Float64Array, boxes: Float64Array): number => {
    let teu = 0
    for (let lane = 0; lane < lanes.count; lane++) {
      const onLane = part[lane]! * boxes[lanes.countryPair[lane]!]!
      const first = choiceSet.routeStart[lanes.gatewayPair[lane]!]! - lanes.shareStart[lane]!
      for (let at = lanes.shareStart[lane]!; at < lanes.shareStart[lane + 1]!; at++)
        if (sails[first + at] === 1) teu += onLane * share[at]!
    }
    return teu
  }
  return {
    before: sum(choices.shareBefore, choices.partBefore, market.boxesBefore),
    after: sum(choices.shareAfter, choices.partAfter, market.boxesAfter),
  }
}

/** What trains offer more for a percent by the other reading of 2020 and 2021, the index of the broad-gauge part. */
const TRAINS_BY_INDEX = 2

/** One row for each assumption, and what was observed. */
export async function rateTable(setting: Setting): Promise<string> {
  const { observed } = setting
  const trials = await rateTrials(setting)
  const year = {
    trade: 1 + observed('Container ships', '2024', 'containers').value / 100,
    fleet: 1 + observed('Container ships', '2024', 'fleet').value / 100,
  }
  const { parameters } = setting.dataset
  const at = (which: 'ships' | 'trains', values: readonly number[]) =>
    values.map(value => ({ words: `70 %, ${which} offer ${value} % more for a percent`, [which]: value }))
  const ends = (id: string) => [getParameter(parameters, id).low, getParameter(parameters, id).high] as const
  const [fewTrains, manyTrains] = ends('trainSupplyElasticity')
  const rows: readonly (RateAssumption & { readonly words: string })[] = [
    { words: 'all ships by the Cape, rates as stated', diverted: 1, answer: false },
    { words: 'all ships by the Cape', diverted: 1, answer: true },
    { words: '70 % of ships by the Cape', diverted: DIVERTED, answer: true },
    ...at('trains', [fewTrains, TRAINS_BY_INDEX, manyTrains]).map(end => ({
      ...end,
      diverted: DIVERTED,
      answer: true,
    })),
    ...at('ships', ends('shipSupplyElasticity')).map(end => ({ ...end, diverted: DIVERTED, answer: true })),
    {
      words: '70 %, and trade and fleet at sea as they grew in 2024',
      diverted: DIVERTED,
      answer: true,
      ...year,
    },
  ]
  const lines: string[][] = []
  for (const { words, ...assumption } of rows) {
    const found = await rateOutcome(setting, trials, assumption)
    lines.push([
      words,
      change(found.shipDays),
      change(found.shipRate),
      change(found.shipPrice),
      change(found.trainRate),
      change(found.trains),
      change(found.chinaEurope),
      (found.paidMoreMusd / 1000).toFixed(1),
    ])
  }
  const ratio = (point: string, metric: string, before: string, after: string): number =>
    observed(point, after, metric).value / observed(point, before, metric).value
  const more = (metric: string): string => `+${observed('Container ships', '2024', metric).value} %`
  return table(
    [
      'what is taken into account',
      'TEU-days on ships',
      'a TEU-day costs',
      'a TEU on ships costs',
      'a TEU on trains over China’s borders costs',
      'trains over China’s borders, TEU',
      'of them China–Europe',
      'paid more, bn USD',
    ],
    [
      ...lines,
      [
        '**observed, 2024**',
        `${more('distance sailed')} (TEU-miles by distance alone), ${more('TEU-miles')} in all`,
        '',
        `${change(ratio('Container ships', 'price index', '2023-11', '2024'))} on November 2023`,
        '',
        change(ratio('China-Europe trains', 'containers', '2023', '2024')),
        change(ratio('Northern corridor, China-EU transit', 'containers', '2023', '2024')),
        `${(observed('Container ships', '2024', 'EBIT of all lines').value / 1000).toFixed(0)}, profit of all lines, after a loss at the end of 2023`,
      ],
    ],
  )
}

function change(ratio: number): string {
  return `${ratio >= 1 ? '+' : '−'}${percent(Math.abs(ratio - 1), 0)}`
}

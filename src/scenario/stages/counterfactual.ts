/**
 * One counterfactual: parameters in, what changes for every economy out. Called once for the headline and once for
 * every draw.
 */
import { boxShare, flownShare, generalCargoShare, valuePerTeu } from '../../costs/cargo.js'
import { moveToFigures } from '../../costs/figure-ends.js'
import { generalCargoHat, icebergHat, joinFlown, type RouteCostParameters } from '../../costs/iceberg.js'
import { pairTurnover, tradeTotals } from '../../equilibrium/trade-totals.js'
import type { FigurePositions } from '../../network/elements/network-at.js'
import { bulkBetween } from '../../network/traffic/bulk.js'
import { type GateTraffic, gateTraffic } from '../../network/traffic/gate-traffic.js'
import type { CounterfactualModel, MarketModel, TransitPrices } from './counterfactual-model.js'
import { type Market, type MarketParameters, type MarketStart, oneSectorMarket } from './market.js'
import { sectorMarket } from './sector-market.js'
import { binWeightsAt } from './time-value-ridge.js'
import { transitChange } from './transit-stage.js'

/** The numbers that a draw sets. */
export interface CounterfactualParameters extends RouteCostParameters, MarketParameters {
  /** Where the network's figures stand in their ranges; as stated where the model does not know their ends. */
  readonly figures: FigurePositions
  /** Where the parts of bulk that have chains of their own stand in their ranges, −1 to 1. */
  readonly bulkChains: number
}

/** Changes of every economy (in the scenario's economic axis) and of the bloc. */
export interface Outcome {
  readonly realIncomePercent: Float64Array
  readonly realIncomeMusd: Float64Array
  readonly goodsRealWagePercent: Float64Array
  readonly exportsPercent: Float64Array
  readonly importsPercent: Float64Array
  readonly homeSalesPercent: Float64Array
  /** Trade of each economy with the bloc's members, both ways, change in million USD. */
  readonly turnoverMusd: Float64Array
  readonly transitTeu: Float64Array
  readonly transitMusd: Float64Array
  readonly blocRealIncomeMusd: number
  /** Traffic at the gates of the model, where it has any. */
  readonly gateTeu?: GateTraffic
  /** Goods trade among members, each flow once, change in million USD. */
  readonly blocTurnoverMusd: number
  /** The same of every two members, both ways; in the order of `pairTurnover`. */
  readonly pairTurnoverMusd: Float64Array
}

/** A market and the costs that it was solved at. */
export interface PricedMarket extends Market {
  /** Iceberg ratio of every pair of the trade matrix, n × n. */
  readonly icebergHat: Float64Array
}

/** What the headline keeps besides the outcome. */
export interface Counterfactual extends PricedMarket {
  readonly outcome: Outcome
}

type Solver<Solved> = (parameters: CounterfactualParameters, goods?: Float64Array) => Solved

/**
 * Solves one world after the other with room that is used again: the matrices of what it returns are overwritten by the
 * next call.
 *
 * @param given where the solver starts; by default where the first call ends.
 */
export function counterfactualSolver(
  model: CounterfactualModel,
  given?: MarketStart,
): Solver<Counterfactual> {
  const solve = pricedMarketSolver(model, given)
  return (parameters, goods) => tellOutcome(model, solve(parameters, goods), parameters)
}

/** The part of `counterfactualSolver` that needs no transit. */
export function pricedMarketSolver(model: MarketModel, given?: MarketStart): Solver<PricedMarket> {
  const { economies, flows, classes, classesAtEnds, sectors, bulkAtEnds, nonTariffHat } = model
  const matrix = (): Float64Array => new Float64Array(economies.length * economies.length)
  const room = {
    value: matrix(),
    generalShare: matrix(),
    flown: matrix(),
    boxShare: matrix(),
    generalHat: matrix().fill(1),
    hat: matrix(),
  }
  const bulkRoom = bulkAtEnds && { hat: matrix(), lost: matrix() }
  const figureRoom = classesAtEnds && { end: matrix(), times: matrix(), moved: matrix() }
  const solveMarket =
    sectors === undefined ? oneSectorMarket(model, given) : sectorMarket(model, sectors, given)

  return (parameters, goods = flows) => {
    const value = valuePerTeu(model.far, parameters, room.value)
    const generalShare = generalCargoShare(model.bulkShare, parameters.bulkShareFactor, room.generalShare)
    const flown = flownShare(model.airShare, parameters.airShareFactor, room.flown)
    if (classes !== undefined) {
      const binWeight = binWeightsAt(model.ridge, parameters.timeValueSpread)
      generalCargoHat(classes, binWeight, value, parameters, room.generalHat)
      if (classesAtEnds && figureRoom)
        moveToFigures(
          room.generalHat,
          classesAtEnds,
          parameters.figures,
          binWeight,
          value,
          parameters,
          figureRoom,
        )
      joinFlown(room.generalHat, flown, parameters.tradeElasticity)
    }
    const { bulkChains } = parameters
    const bulk =
      bulkAtEnds && bulkRoom && bulkChains !== 0
        ? bulkBetween(model.bulk, bulkAtEnds, bulkChains, bulkRoom)
        : model.bulk
    const hat = icebergHat(
      generalShare,
      room.generalHat,
      bulk,
      nonTariffHat,
      parameters.tradeElasticity,
      room.hat,
    )
    const costs = {
      value,
      generalShare,
      boxShare: boxShare(generalShare, flown, room.boxShare),
      generalHat: room.generalHat,
      bulk,
      hat,
    }
    return { ...solveMarket(parameters, costs, goods), icebergHat: hat }
  }
}

/** What a market means for every economy, with the transit and traffic that follow from its boxes. */
export function tellOutcome(
  model: CounterfactualModel,
  market: PricedMarket,
  parameters: CounterfactualParameters,
): Counterfactual {
  const { boxesBefore, boxesAfter } = market
  const change = transitChange(model.transit, boxesBefore, boxesAfter, parameters)
  const transit = { ...change, usd: atCharges(change.usd, model.transitPrices, parameters.figures.charges) }
  const { avoidingBefore, avoidingAfter } = parameters
  const gateTeu =
    model.gates && gateTraffic(model.gates, boxesBefore, boxesAfter, avoidingBefore, avoidingAfter)
  return { ...market, outcome: { ...measureOutcome(model, market, transit), gateTeu } }
}

/** What transit brings with charges at a position in their ranges, on the routes as stated. */
function atCharges(usd: Float64Array, prices: TransitPrices | undefined, position: number): Float64Array {
  if (prices === undefined || position === 0) return usd
  const end = position < 0 ? prices.low : prices.high
  return usd.map((paid, i) => paid * (1 + Math.abs(position) * (end[i] - 1)))
}

/** A market with matrices of its own, that later calls leave alone. */
export function keepMarket(made: PricedMarket): PricedMarket {
  const { boxesBefore, boxesAfter, world, manySectors, icebergHat: hat } = made
  return {
    ...made,
    world: world && { ...world, tariff: world.tariff.slice() },
    manySectors: manySectors && {
      ...manySectors,
      change: {
        icebergHat: manySectors.change.icebergHat?.slice(),
        newTariff: manySectors.change.newTariff.slice(),
        idleIncome: manySectors.change.idleIncome,
      },
    },
    boxesBefore: boxesBefore.slice(),
    boxesAfter: boxesAfter.slice(),
    icebergHat: hat.slice(),
  }
}

export function measureOutcome(
  { axis }: Pick<MarketModel, 'axis'>,
  { equilibrium, realIncomeHat, realWageHat, goods }: Market,
  transit: { readonly teu: Float64Array; readonly usd: Float64Array },
): Outcome {
  const { economies, members, gdpMusd, inMatrix } = axis
  const n = economies.length
  const realIncomePercent = realIncomeHat.map(hat => 100 * (hat - 1))
  const realIncomeMusd = realIncomePercent.map(
    (percent, i) => (percent * (gdpMusd[i] > 0 ? gdpMusd[i] : equilibrium.expenditure[i])) / 100,
  )
  const isMember = new Uint8Array(n)
  for (const member of members) isMember[member] = 1
  const before = tradeTotals(goods.before, n, isMember)
  const after = tradeTotals(goods.after, n, isMember)
  const percent = (of: 'exports' | 'imports' | 'homeSales') =>
    before[of].map((value, i) => percentChange(value, after[of][i]))
  const pairsBefore = pairTurnover(goods.before, n, members)
  const pairsAfter = pairTurnover(goods.after, n, members)
  const turnoverMusd = before.blocTurnover.map((value, i) => changeOf(value, after.blocTurnover[i]))
  let blocTurnoverMusd = 0
  let blocRealIncomeMusd = 0
  for (const member of members) {
    // what two members trade with each other stands in the turnover of both
    blocTurnoverMusd += turnoverMusd[member] / 2
    blocRealIncomeMusd += realIncomeMusd[member]
  }
  const inAxis = (values: Float64Array, unit: number) =>
    Float64Array.from(inMatrix, i => (i < 0 ? 0 : values[i] / unit))
  return {
    realIncomePercent,
    realIncomeMusd,
    goodsRealWagePercent: realWageHat.map(hat => 100 * (hat - 1)),
    exportsPercent: percent('exports'),
    importsPercent: percent('imports'),
    homeSalesPercent: percent('homeSales'),
    turnoverMusd,
    transitTeu: inAxis(transit.teu, 1),
    transitMusd: inAxis(transit.usd, 1e6),
    blocRealIncomeMusd,
    blocTurnoverMusd,
    pairTurnoverMusd: pairsBefore.map((value, pair) => changeOf(value, pairsAfter[pair])),
  }
}

/** What rounding leaves of a market that has not moved, of the flow. */
const DUST = 1e-11

/** Exactly zero where nothing has changed. */
function changeOf(before: number, after: number): number {
  const change = after - before
  return Math.abs(change) <= DUST * before ? 0 : change
}

function percentChange(before: number, after: number): number {
  return before > 0 ? 100 * (after / before - 1) : 0
}

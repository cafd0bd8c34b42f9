/**
 * One counterfactual: parameters in, what changes for every economy out. Called once for the headline and once for
 * every draw.
 */
import { containers, generalCargoShare, valuePerTeu } from '../costs/cargo.js'
import { effectiveTariff, generalCargoHat, icebergHat, type RouteCostParameters } from '../costs/iceberg.js'
import { factorisedSystem, worldAfter } from '../equilibrium/one-sector/derivatives.js'
import { createOneSectorWorkspace } from '../equilibrium/one-sector/system.js'
import type { OneSectorBaseline } from '../equilibrium/one-sector/world.js'
import { type Equilibrium, solveEquilibrium } from '../equilibrium/solver.js'
import { tradeTotals } from '../equilibrium/trade-totals.js'
import { realIncomeHat } from '../equilibrium/welfare.js'
import type { LuFactors } from '../numeric/factor.js'
import type { CounterfactualModel } from './counterfactual-model.js'
import { binWeightsAt } from './time-value-ridge.js'
import { transitChange } from './transit-stage.js'

/** The numbers that a draw sets. */
export interface CounterfactualParameters extends RouteCostParameters {
  readonly tradeElasticity: number
  readonly valuePerTeuIntercontinental: number
  readonly valuePerTeuRegional: number
  readonly bulkShareFactor: number
}

/** Changes of every economy (n, in the axes of trade) and of the bloc. */
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
  /** Goods trade among members, each flow counted as exports and as imports, change in million USD. */
  readonly blocTurnoverMusd: number
}

/** What the headline keeps besides the outcome. */
export interface Counterfactual {
  readonly outcome: Outcome
  readonly equilibrium: Equilibrium<'one-sector'>
  /** The world that the equilibrium ended in. */
  readonly world: OneSectorBaseline
  readonly start: SolverStart
  /** n × n, TEU a year of general cargo. */
  readonly boxesBefore: Float64Array
  readonly boxesAfter: Float64Array
  readonly icebergHat: Float64Array
}

/** Where later solves begin: the wages of the first one, and the derivatives there. */
export interface SolverStart {
  readonly wageHat: Float64Array
  readonly factors: LuFactors
}

/**
 * Solves one world after the other with room that is used again.
 *
 * @param given where the solver starts; by default where the first call ends.
 */
export function counterfactualSolver(model: CounterfactualModel, given?: SolverStart) {
  const { economies, flows, classes, bulkHat, balances, numeraire } = model
  const n = economies.length
  const workspace = createOneSectorWorkspace(n)
  const matrix = (): Float64Array => new Float64Array(n * n)
  const room = {
    value: matrix(),
    generalShare: matrix(),
    generalHat: matrix().fill(1),
    hat: matrix(),
    tariff: matrix(),
    newTariff: matrix(),
    boxesBefore: matrix(),
    boxesAfter: matrix(),
  }
  let start = given

  /** The matrices of what it returns are used again by the next call; the first call is where later ones start. */
  return function solve(parameters: CounterfactualParameters, goods: Float64Array = flows): Counterfactual {
    const value = valuePerTeu(model.far, parameters, room.value)
    const generalShare = generalCargoShare(model.bulkShare, parameters.bulkShareFactor, room.generalShare)
    if (classes !== undefined) {
      const binWeight = binWeightsAt(model.ridge, parameters.timeValueSpread)
      generalCargoHat(classes, binWeight, value, parameters, room.generalHat)
    }
    const hat = icebergHat(generalShare, room.generalHat, bulkHat, model.nonTariffHat, room.hat)
    const before = {
      economies,
      flows: goods,
      tariff: effectiveTariff(model.tariff, generalShare, room.tariff),
      tradeElasticity: parameters.tradeElasticity,
    }
    const newTariff = effectiveTariff(model.newTariff, generalShare, room.newTariff)
    const change = { icebergHat: hat, newTariff }
    const equilibrium = solveEquilibrium(model.model, before, change, {
      workspace,
      startWageHat: start?.wageHat,
      factors: start?.factors,
      balances,
      numeraire,
    })
    const world = worldAfter(before, change, equilibrium)
    start ??= { wageHat: equilibrium.wageHat, factors: factorisedSystem(world, balances) }
    const boxesBefore = containers(model, equilibrium.flows, generalShare, value, room.boxesBefore)
    const boxesAfter = containers(model, equilibrium.newFlows, generalShare, value, room.boxesAfter)
    const transit = transitChange(model.transit, boxesBefore, boxesAfter, parameters)
    const outcome = measureOutcome(model, equilibrium, transit)
    return { outcome, equilibrium, world, start, boxesBefore, boxesAfter, icebergHat: hat }
  }
}

/** A counterfactual with matrices of its own, that later calls leave alone. */
export function keepCounterfactual(made: Counterfactual): Counterfactual {
  const { boxesBefore, boxesAfter, icebergHat: hat } = made
  return {
    ...made,
    world: { ...made.world, tariff: made.world.tariff.slice() },
    boxesBefore: boxesBefore.slice(),
    boxesAfter: boxesAfter.slice(),
    icebergHat: hat.slice(),
  }
}

function measureOutcome(
  model: CounterfactualModel,
  equilibrium: Equilibrium<'one-sector'>,
  transit: { readonly teu: Float64Array; readonly usd: Float64Array },
): Outcome {
  const { economies, members, gdpMusd } = model
  const n = economies.length
  const { flows, newFlows, goodsRealWageHat, expenditure } = equilibrium
  // Where no GDP is in hand (the rest of the world) goods spending stands in; its row is not reported.
  const income = gdpMusd.map((gdp, i) => (gdp > 0 ? gdp : expenditure[i]))
  const realIncomePercent = realIncomeHat(equilibrium, income).map(hat => 100 * (hat - 1))
  const realIncomeMusd = realIncomePercent.map((percent, i) => (percent * income[i]) / 100)
  const isMember = new Uint8Array(n)
  for (const member of members) isMember[member] = 1
  const before = tradeTotals(flows, n, isMember)
  const after = tradeTotals(newFlows, n, isMember)
  const percent = (of: 'exports' | 'imports' | 'homeSales') =>
    before[of].map((value, i) => percentChange(value, after[of][i]))
  const turnoverMusd = before.blocTurnover.map((value, i) => after.blocTurnover[i] - value)
  let blocTurnoverMusd = 0
  for (const member of members) blocTurnoverMusd += turnoverMusd[member]
  let blocRealIncomeMusd = 0
  for (const member of members) blocRealIncomeMusd += realIncomeMusd[member]
  return {
    realIncomePercent,
    realIncomeMusd,
    goodsRealWagePercent: goodsRealWageHat.map(hat => 100 * (hat - 1)),
    exportsPercent: percent('exports'),
    importsPercent: percent('imports'),
    homeSalesPercent: percent('homeSales'),
    turnoverMusd,
    transitTeu: transit.teu,
    transitMusd: transit.usd.map(usd => usd / 1e6),
    blocRealIncomeMusd,
    blocTurnoverMusd,
  }
}

function percentChange(before: number, after: number): number {
  return before > 0 ? 100 * (after / before - 1) : 0
}

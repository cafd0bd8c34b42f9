/**
 * One counterfactual: parameters in, what changes for every economy out. Called once for the headline and once for
 * every draw.
 */
import { containers, generalCargoShare, valuePerTeu } from '../costs/cargo.js'
import { effectiveTariff, generalCargoHat, icebergHat, type RouteCostParameters } from '../costs/iceberg.js'
import { createOneSectorWorkspace } from '../equilibrium/one-sector/system.js'
import { type Equilibrium, solveEquilibrium } from '../equilibrium/solver.js'
import { realIncomeHat } from '../equilibrium/welfare.js'
import { type GateTraffic, gateTraffic } from '../network/gate-traffic.js'
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
  /** Trade of each economy with the bloc's members, both ways, change in million USD. */
  readonly turnoverMusd: Float64Array
  readonly transitTeu: Float64Array
  readonly transitMusd: Float64Array
  readonly blocRealIncomeMusd: number
  /** Traffic at the gates of the model, where it has any. */
  readonly gateTeu?: GateTraffic
  /** Goods trade among members, each flow counted as exports and as imports, change in million USD. */
  readonly blocTurnoverMusd: number
}

/** What the headline keeps besides the outcome. */
export interface Counterfactual {
  readonly outcome: Outcome
  readonly equilibrium: Equilibrium<'one-sector'>
  /** n × n, TEU a year of general cargo. */
  readonly boxesBefore: Float64Array
  readonly boxesAfter: Float64Array
  readonly icebergHat: Float64Array
}

/**
 * Solves one world after the other with room that is used again.
 *
 * @param startWageHat where the solver starts; by default the wages that the first call finds.
 */
export function counterfactualSolver(model: CounterfactualModel, startWageHat?: Float64Array) {
  const { economies, flows, classes, bulkHat } = model
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

  /** The matrices of what it returns are used again by the next call; the first call is where later ones start. */
  return function solve(parameters: CounterfactualParameters, goods: Float64Array = flows): Counterfactual {
    const value = valuePerTeu(model.far, parameters, room.value)
    const generalShare = generalCargoShare(model.bulkShare, parameters.bulkShareFactor, room.generalShare)
    if (classes !== undefined) {
      const binWeight = binWeightsAt(model.ridge, parameters.timeValueSpread)
      generalCargoHat(classes, binWeight, value, parameters, room.generalHat)
    }
    const hat = icebergHat(generalShare, room.generalHat, bulkHat, model.nonTariffHat, room.hat)
    const equilibrium = solveEquilibrium(
      model.model,
      {
        economies,
        flows: goods,
        tariff: effectiveTariff(model.tariff, generalShare, room.tariff),
        tradeElasticity: parameters.tradeElasticity,
      },
      { icebergHat: hat, newTariff: effectiveTariff(model.newTariff, generalShare, room.newTariff) },
      { workspace, startWageHat },
    )
    startWageHat ??= equilibrium.wageHat
    const boxesBefore = containers(model, goods, generalShare, value, room.boxesBefore)
    const boxesAfter = containers(model, equilibrium.newFlows, generalShare, value, room.boxesAfter)
    const transit = transitChange(model.transit, boxesBefore, boxesAfter, parameters)
    const { avoidingBefore, avoidingAfter } = parameters
    const gateTeu =
      model.gates && gateTraffic(model.gates, boxesBefore, boxesAfter, avoidingBefore, avoidingAfter)
    const outcome = { ...measureOutcome(model, goods, equilibrium, transit), gateTeu }
    return { outcome, equilibrium, boxesBefore, boxesAfter, icebergHat: hat }
  }
}

/** A counterfactual with matrices of its own, that later calls leave alone. */
export function keepCounterfactual(made: Counterfactual): Counterfactual {
  const { boxesBefore, boxesAfter, icebergHat: hat } = made
  return {
    ...made,
    boxesBefore: boxesBefore.slice(),
    boxesAfter: boxesAfter.slice(),
    icebergHat: hat.slice(),
  }
}

function measureOutcome(
  model: CounterfactualModel,
  goods: Float64Array,
  equilibrium: Equilibrium<'one-sector'>,
  transit: { readonly teu: Float64Array; readonly usd: Float64Array },
): Outcome {
  const { economies, members, gdpMusd } = model
  const n = economies.length
  const { newFlows, goodsRealWageHat, expenditure } = equilibrium
  // Where no GDP is in hand (the rest of the world) goods spending stands in; its row is not reported.
  const income = gdpMusd.map((gdp, i) => (gdp > 0 ? gdp : expenditure[i]))
  const realIncomePercent = realIncomeHat(equilibrium, income).map(hat => 100 * (hat - 1))
  const realIncomeMusd = realIncomePercent.map((percent, i) => (percent * income[i]) / 100)
  const isMember = new Uint8Array(n)
  for (const member of members) isMember[member] = 1
  const exports = { before: new Float64Array(n), after: new Float64Array(n) }
  const imports = { before: new Float64Array(n), after: new Float64Array(n) }
  const turnoverMusd = new Float64Array(n)
  let blocTurnoverMusd = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue
      const ij = i * n + j
      const change = newFlows[ij] - goods[ij]
      exports.before[i] += goods[ij]
      exports.after[i] += newFlows[ij]
      imports.before[j] += goods[ij]
      imports.after[j] += newFlows[ij]
      if (isMember[j] === 1) turnoverMusd[i] += change
      if (isMember[i] === 1) turnoverMusd[j] += change
      if (isMember[i] === 1 && isMember[j] === 1) blocTurnoverMusd += 2 * change
    }
  }
  let blocRealIncomeMusd = 0
  for (const member of members) blocRealIncomeMusd += realIncomeMusd[member]
  return {
    realIncomePercent,
    realIncomeMusd,
    goodsRealWagePercent: goodsRealWageHat.map(hat => 100 * (hat - 1)),
    exportsPercent: exports.before.map((before, i) => percentChange(before, exports.after[i])),
    importsPercent: imports.before.map((before, i) => percentChange(before, imports.after[i])),
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

/** From a solved system to the world it means. */

import { exp, log } from '../../numeric/elementary.js'
import { numerairePrice } from '../closure.js'
import type { OneSectorWorkspace } from './system.js'
import type { OneSectorBaseline, OneSectorEquilibrium, OneSectorOptions, TradeCostChange } from './world.js'

/** The one sector's name on the axis of sectors. */
export const GOODS = ['goods'] as const

/**
 * Prices, spending and flows from the solved wages, told in the numeraire.
 *
 * @param workspace as the last pass left it.
 * @param baseline  the world that the change was made to.
 * @param solved    the residual of every pass, and how balances gave way.
 */
export function describeOneSector(
  workspace: OneSectorWorkspace,
  baseline: OneSectorBaseline,
  change: TradeCostChange,
  { residuals, balanceShift }: { readonly residuals: readonly number[]; readonly balanceShift: Float64Array },
  { endowment = 'full', balances = 'world-share', numeraire = 'world-income' }: OneSectorOptions,
): OneSectorEquilibrium {
  const { size, point, wage, demand } = workspace
  const theta = baseline.tradeElasticity
  const { newFlows, newTariffRevenue, phi, largestMarketClearingError } = tradeOf(workspace, change)
  const expenditure = Float64Array.from(workspace.expenditure)
  const held = endowment === 'conditional'
  const wageHat = held ? new Float64Array(size).fill(1) : Float64Array.from(wage)
  const priceIndexHat = phi.map(term => exp(-log(term) / theta))
  const expenditureHat = phi.map((term, j) => (term * demand[j]!) / expenditure[j]!)
  const outwardMultilateralResistanceHat = point.map(u => exp(held ? -u : (-u * (1 + theta)) / theta))

  const level = numerairePrice(numeraire, baseline.economies, wageHat, priceIndexHat)
  if (level !== 1) {
    // held incomes are held in money: there the level belongs to the price indices alone
    const ofMoney = held
      ? [priceIndexHat]
      : [wageHat, priceIndexHat, expenditureHat, newFlows, newTariffRevenue]
    for (const values of ofMoney) for (let k = 0; k < values.length; k++) values[k]! /= level
    for (let i = 0; i < size; i++) outwardMultilateralResistanceHat[i]! *= level
  }
  return {
    economies: baseline.economies,
    sectors: GOODS,
    endowment,
    balances,
    flows: baseline.flows,
    newFlows,
    wageHat,
    priceIndexHat,
    expenditure,
    expenditureHat,
    realSpendingHat: expenditureHat.map((spent, j) => spent / priceIndexHat[j]!),
    goodsRealWageHat: wageHat.map((w, j) => w / priceIndexHat[j]!),
    outwardMultilateralResistanceHat,
    tariffRevenue: Float64Array.from(workspace.tariffRevenue),
    newTariffRevenue,
    balanceShift,
    convergence: {
      passes: residuals.length,
      residuals,
      blocks: { wages: residuals.at(-1)! },
      largestMarketClearingError,
    },
  }
}

/** Flows, revenue and price terms Φ by their definitions, and how well the flows clear. */
function tradeOf(workspace: OneSectorWorkspace, { newTariff }: TradeCostChange) {
  const { size, pull, competitiveness, demand, sales, newIncome } = workspace
  const newFlows = new Float64Array(size * size)
  const newTariffRevenue = new Float64Array(size)
  const phi = new Float64Array(size)
  let largestMarketClearingError = 0
  for (let i = 0; i < size; i++) {
    let sold = 0
    for (let j = 0; j < size; j++) {
      const cell = i * size + j
      const term = competitiveness[i]! * pull[cell]!
      const flow = term * demand[j]!
      const rate = newTariff[cell]!
      newFlows[cell] = flow
      sold += flow
      newTariffRevenue[j]! += rate * flow
      phi[j]! += (1 + rate) * term
    }
    sales[i] = sold
    const error = Math.abs(log(sold / newIncome[i]!))
    if (!(error <= largestMarketClearingError)) largestMarketClearingError = error
  }
  return { newFlows, newTariffRevenue, phi, largestMarketClearingError }
}

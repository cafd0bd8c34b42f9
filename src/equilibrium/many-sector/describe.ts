/** What a solved point means: flows, prices, spending, revenue, real income. */
import { exp, log } from '../../numeric/elementary.js'
import { type Balances, type Numeraire, numerairePrice } from '../closure.js'
import { salesTotals } from './accounts.js'
import type { Iteration } from './iterate.js'
import type { ManySectorWorkspace } from './workspace.js'
import type { ManySectorBase, ManySectorChange, ManySectorEquilibrium } from './world.js'

/** X′ = B x X/Φ at the point last evaluated: J × n × n (sector, exporter, importer), million USD FOB. O(J n²). */
export function flowsAtPoint(workspace: ManySectorWorkspace): Float64Array {
  const { size, sectors, netPull, traded, competitiveness, expenditure, priceTerm } = workspace
  const flows = new Float64Array(sectors * size * size)
  const demand = new Float64Array(size)
  for (let sector = 0; sector < sectors; sector++) {
    const start = sector * size
    for (let j = 0; j < size; j++) {
      const spent = expenditure[start + j]!
      demand[j] = spent === 0 ? 0 : spent / priceTerm[start + j]!
    }
    for (let i = 0; i < size; i++) {
      const x = competitiveness[start + i]!
      const row = (start + i) * size
      if (traded[sector] === 0) {
        flows[row + i] = netPull[row + i]! * x * demand[i]!
        continue
      }
      for (let j = 0; j < size; j++) {
        flows[row + j] = netPull[(start + j) * size + i]! * x * demand[j]!
      }
    }
  }
  return flows
}

/** The equilibrium at the point last evaluated, told in the numeraire. */
export function describe(
  workspace: ManySectorWorkspace,
  base: ManySectorBase,
  { newTariff }: ManySectorChange,
  { residuals, blocks, balanceShift }: Iteration & { readonly balanceShift: Float64Array },
  { balances, numeraire }: { readonly balances: Balances; readonly numeraire: Numeraire },
): ManySectorEquilibrium {
  const { economies, sectors } = base.baseline
  const n = economies.length
  const newFlows = flowsAtPoint(workspace)
  const totals = salesTotals(newFlows, newTariff, sectors.length, n)
  const wageHat = Float64Array.from(workspace.wage)
  const unitCostHat = workspace.logCost.map(exp)
  const sectorPriceHat = new Float64Array(sectors.length * n)
  const priceIndexHat = new Float64Array(n)
  for (let cell = 0; cell < sectorPriceHat.length; cell++) {
    const theta = workspace.tradeElasticity[Math.floor(cell / n)]!
    const logPrice = workspace.bought[cell] === 1 ? -log(workspace.priceTerm[cell]!) / theta : 0
    sectorPriceHat[cell] = exp(logPrice)
    priceIndexHat[cell % n]! += base.finalDemandShare[cell]! * logPrice
  }
  const newIncome = new Float64Array(n)
  const realIncomeHat = new Float64Array(n)
  const realWageHat = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    priceIndexHat[i] = exp(priceIndexHat[i]!)
    newIncome[i] = workspace.spendingBeforeRevenue[i]! + totals.tariffRevenue[i]!
    realIncomeHat[i] = newIncome[i]! / base.income[i]! / priceIndexHat[i]!
    realWageHat[i] = wageHat[i]! / priceIndexHat[i]!
  }
  const largestMarketClearingError = marketClearingError(workspace, base, totals.output)
  const unit = numerairePrice(numeraire, economies, wageHat, priceIndexHat)
  if (unit !== 1) {
    for (const told of [
      wageHat,
      unitCostHat,
      sectorPriceHat,
      priceIndexHat,
      newFlows,
      totals.expenditure,
      newIncome,
      totals.tariffRevenue,
    ]) {
      for (let index = 0; index < told.length; index++) told[index]! /= unit
    }
  }
  return {
    economies,
    sectors,
    balances,
    base,
    flows: base.baseline.flows,
    newFlows,
    wageHat,
    unitCostHat,
    sectorPriceHat,
    priceIndexHat,
    newSectorSpending: totals.expenditure,
    expenditure: base.income,
    expenditureHat: newIncome.map((income, i) => income / base.income[i]!),
    newIncome,
    realSpendingHat: realIncomeHat,
    realIncomeHat,
    realWageHat,
    tariffRevenue: base.tariffRevenue,
    newTariffRevenue: totals.tariffRevenue,
    balanceShift,
    convergence: { passes: residuals.length, residuals, blocks: { ...blocks }, largestMarketClearingError },
  }
}

/** max |ln(value added that the flows pay / ŵ times what is left of VA)|. */
function marketClearingError(
  { size: n, wage, endowment }: ManySectorWorkspace,
  base: ManySectorBase,
  output: Float64Array,
): number {
  const { valueAddedShare } = base.baseline
  const earned = new Float64Array(n)
  for (let cell = 0; cell < output.length; cell++) {
    earned[cell % n]! += valueAddedShare[cell]! * output[cell]!
  }
  let largest = 0
  for (let i = 0; i < n; i++) {
    const error = Math.abs(log(earned[i]! / (wage[i]! * endowment[i]!)))
    if (!(error <= largest)) largest = error
  }
  return largest
}

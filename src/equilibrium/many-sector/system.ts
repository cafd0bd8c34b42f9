/**
 * The many-sector equilibrium as one fixed point in wages, prices and spending, without allocation in its passes.
 *
 * Unknowns u = ln ŵ (n), p = ln P̂ (J × n) and spending X (J × n, in units of the base). With κ̂ = τ̂(1 + t′)/(1 + t),
 * Aⱼ = πⱼ κ̂^−θⱼ and Bⱼ = Aⱼ/(1 + t′), one pass is (k an input, j its user, n the importer, i the exporter)
 *
 *   ln ĉⱼₙ = βⱼₙ uₙ + Σₖ γₖⱼₙ (1 − βⱼₙ) pₖₙ,   x = ĉ^−θ                          Caliendo & Parro (2015), eq. 10
 *   Φⱼₙ = Σᵢ Aⱼᵢₙ xⱼᵢ,   p ← −ln Φ/θ                                              eq. 11
 *   sales Eⱼᵢ = xⱼᵢ Σₙ Bⱼᵢₙ Xⱼₙ/Φⱼₙ,   revenue Rₙ = Σⱼ Xⱼₙ (1 − Σᵢ Bⱼᵢₙ xⱼᵢ/Φⱼₙ)  eq. 12
 *   Xₖₙ ← Σⱼ γₖⱼₙ (1 − βⱼₙ) Eⱼₙ + αₖₙ (Nₙ + Rₙ)                                   eq. 13
 *   uₙ ← uₙ + ηₙ ln(Σⱼ βⱼₙ Eⱼₙ/(ŵₙ VAₙ)), then shifted to constant world value added   eq. 14
 *
 * with N the spending before tariff revenue, by the closure. The step of a wage is taken by the prices and the spending
 * of its economy too, which leaves them only their own part to find: where trade is thin it is the level of a whole
 * economy that settles last. A and B are read once a pass, a sector at a time.
 */
import { exp, log } from '../../numeric/elementary.js'
import { times, timesTransposed } from '../../numeric/matrix.js'
import { dot, sum } from '../../numeric/sum.js'
import type { Balances } from '../closure.js'
import type { ManySectorWorkspace } from './workspace.js'

/** Largest residual of each block at the last point evaluated. */
export interface BlockResiduals {
  /** max |ln(Σ β E / (ŵ VA))| */
  wages: number
  /** max |p − the p that follows| */
  prices: number
  /** max |X − the X that follows|, in units of the base. */
  spending: number
}

/** Longest step of a wage over that of the plain iteration, 1 / (1 + θ): bolder is faster where trade is thin, and
 *  falls over when nearly all of it ends. */
const LONGEST_STEP = 3
/** θ above this does not shorten the step of wages further: such a sector settles by its prices. */
const ELASTICITY_CAP = 20

/**
 * One pass: writes the step from `workspace.point`, and every vector that belongs to that point.
 *
 * @param workspace          prepared (`prepare`).
 * @param withIntermediates  whether `inputs` hold anything.
 * @param residuals          written.
 * @param newWageFactors     whether to look at the steps of wages anew.
 * @returns the largest of the residuals; Infinity where the point makes no sense.
 */
export function evaluateManySector(
  workspace: ManySectorWorkspace,
  balances: Balances,
  withIntermediates: boolean,
  residuals: BlockResiduals,
  newWageFactors: boolean,
): number {
  fillCosts(workspace, withIntermediates)
  residuals.prices = tradeAllSectors(workspace)
  fillSpendingBeforeRevenue(workspace, balances)
  if (newWageFactors) fillWageFactors(workspace)
  residuals.spending = fillSpendingStep(workspace, withIntermediates)
  residuals.wages = fillWageStep(workspace)
  followWages(workspace)
  const largest = Math.max(residuals.wages, residuals.prices, residuals.spending)
  return Number.isFinite(largest) ? largest : Infinity
}

/** ŵ, ln ĉ and x from the wages and prices of the point. */
function fillCosts(workspace: ManySectorWorkspace, withIntermediates: boolean): void {
  const { size, sectors, point, wage, inputs, column, product } = workspace
  const { valueAddedShare, tradeElasticity, logCost, competitiveness } = workspace
  for (let i = 0; i < size; i++) {
    wage[i] = exp(point[i]!)
    if (withIntermediates) {
      for (let sector = 0; sector < sectors; sector++) column[sector] = point[size + sector * size + i]!
      timesTransposed(inputs[i]!, column, product)
    }
    for (let sector = 0; sector < sectors; sector++) {
      const cell = sector * size + i
      logCost[cell] = valueAddedShare[cell]! * point[i]! + product[sector]!
    }
  }
  for (let sector = 0; sector < sectors; sector++) {
    const theta = tradeElasticity[sector]!
    for (let cell = sector * size; cell < (sector + 1) * size; cell++) {
      competitiveness[cell] = exp(-theta * logCost[cell]!)
    }
  }
}

/** Φ, sales and revenue of every sector, and the step of its prices; returns the largest of those. */
function tradeAllSectors(workspace: ManySectorWorkspace): number {
  const { size, sectors, traded, bought, point, step, unit, tradeElasticity } = workspace
  const { priceTerm, sales, expenditure, competitiveness } = workspace
  const prices = size
  const spending = size + sectors * size
  sales.fill(0)
  let largest = 0
  for (let sector = 0; sector < sectors; sector++) {
    const start = sector * size
    for (let cell = start; cell < start + size; cell++) {
      expenditure[cell] = point[spending + cell]! * unit[cell]!
    }
    if (traded[sector] === 1) tradeSector(workspace, start)
    else keepAtHome(workspace, start)
    for (let cell = start; cell < start + size; cell++) {
      sales[cell]! *= competitiveness[cell]!
      const price = bought[cell] === 1 ? -log(priceTerm[cell]!) / tradeElasticity[sector]! : 0
      const move = price - point[prices + cell]!
      step[prices + cell] = move
      if (!(Math.abs(move) <= largest)) largest = Math.abs(move)
    }
  }
  return largest
}

/** Φ, Σ B x and Σ B X/Φ of one traded sector: four importers at a time, their rows of A and B read once. */
function tradeSector(workspace: ManySectorWorkspace, start: number): void {
  const { size, pull, netPull, priceTerm, netPriceTerm, expenditure } = workspace
  const { exporters: x, exporterSales: sold } = workspace
  for (let i = 0; i < size; i++) x[i] = workspace.competitiveness[start + i]!
  sold.fill(0)
  let importer = start
  for (; importer + 3 < start + size; importer += 4) {
    const first = importer * size
    const second = first + size
    const third = second + size
    const fourth = third + size
    let phi1 = 0
    let phi2 = 0
    let phi3 = 0
    let phi4 = 0
    let net1 = 0
    let net2 = 0
    let net3 = 0
    let net4 = 0
    for (let i = 0; i < size; i++) {
      const xi = x[i]!
      phi1 += pull[first + i]! * xi
      net1 += netPull[first + i]! * xi
      phi2 += pull[second + i]! * xi
      net2 += netPull[second + i]! * xi
      phi3 += pull[third + i]! * xi
      net3 += netPull[third + i]! * xi
      phi4 += pull[fourth + i]! * xi
      net4 += netPull[fourth + i]! * xi
    }
    priceTerm[importer] = phi1
    priceTerm[importer + 1] = phi2
    priceTerm[importer + 2] = phi3
    priceTerm[importer + 3] = phi4
    netPriceTerm[importer] = net1
    netPriceTerm[importer + 1] = net2
    netPriceTerm[importer + 2] = net3
    netPriceTerm[importer + 3] = net4
    const demand1 = demandOver(expenditure[importer]!, phi1)
    const demand2 = demandOver(expenditure[importer + 1]!, phi2)
    const demand3 = demandOver(expenditure[importer + 2]!, phi3)
    const demand4 = demandOver(expenditure[importer + 3]!, phi4)
    for (let i = 0; i < size; i++) {
      sold[i]! +=
        netPull[first + i]! * demand1 +
        netPull[second + i]! * demand2 +
        (netPull[third + i]! * demand3 + netPull[fourth + i]! * demand4)
    }
  }
  for (; importer < start + size; importer++) {
    const row = importer * size
    let phi = 0
    let net = 0
    for (let i = 0; i < size; i++) {
      phi += pull[row + i]! * x[i]!
      net += netPull[row + i]! * x[i]!
    }
    priceTerm[importer] = phi
    netPriceTerm[importer] = net
    const demand = demandOver(expenditure[importer]!, phi)
    for (let i = 0; i < size; i++) sold[i]! += netPull[row + i]! * demand
  }
  for (let i = 0; i < size; i++) workspace.sales[start + i] = sold[i]!
}

/** X/Φ; who buys nothing has neither. */
function demandOver(expenditure: number, phi: number): number {
  return expenditure === 0 ? 0 : expenditure / phi
}

/** The same for a sector that nobody trades. */
function keepAtHome(workspace: ManySectorWorkspace, start: number): void {
  const { size, pull, netPull, competitiveness, priceTerm, netPriceTerm, expenditure, sales, bought } =
    workspace
  for (let cell = start; cell < start + size; cell++) {
    if (bought[cell] === 0) continue
    const diagonal = cell * size + (cell - start)
    const phi = pull[diagonal]! * competitiveness[cell]!
    priceTerm[cell] = phi
    netPriceTerm[cell] = netPull[diagonal]! * competitiveness[cell]!
    sales[cell] = (netPull[diagonal]! * expenditure[cell]!) / phi
  }
}

/** N: income from production and the balance that goes with it. */
function fillSpendingBeforeRevenue(workspace: ManySectorWorkspace, balances: Balances): void {
  const { size, wage, valueAdded, endowment, balance, spendingBeforeRevenue } = workspace
  const earned = dot(wage, endowment)
  if (balances === 'multiplicative') {
    const spent = earned + dot(wage, balance)
    for (let i = 0; i < size; i++) {
      spendingBeforeRevenue[i] = (earned / spent) * wage[i]! * (endowment[i]! + balance[i]!)
    }
    return
  }
  const kept = balances === 'zero' ? 0 : earned / sum(valueAdded)
  for (let i = 0; i < size; i++) {
    spendingBeforeRevenue[i] = wage[i]! * endowment[i]! + kept * balance[i]!
  }
}

/** R, and the step of spending; returns its largest part. */
function fillSpendingStep(workspace: ManySectorWorkspace, withIntermediates: boolean): number {
  const { size, sectors, point, step, unit, bought, inputs, column, product } = workspace
  const { priceTerm, netPriceTerm, sales, expenditure, finalDemandShare, spendingBeforeRevenue, revenue } =
    workspace
  const spending = size + sectors * size
  let largest = 0
  for (let i = 0; i < size; i++) {
    let levied = 0
    for (let sector = 0; sector < sectors; sector++) {
      const cell = sector * size + i
      column[sector] = sales[cell]!
      if (bought[cell] === 1) levied += expenditure[cell]! * (1 - netPriceTerm[cell]! / priceTerm[cell]!)
    }
    revenue[i] = levied
    const income = spendingBeforeRevenue[i]! + levied
    if (withIntermediates) times(inputs[i]!, column, product)
    for (let sector = 0; sector < sectors; sector++) {
      const cell = sector * size + i
      const spent = product[sector]! + finalDemandShare[cell]! * income
      const move = bought[cell] === 1 ? spent / unit[cell]! - point[spending + cell]! : 0
      step[spending + cell] = move
      if (!(Math.abs(move) <= largest)) largest = Math.abs(move)
    }
  }
  return largest
}

/** The step of wages, kept to constant world value added; returns the largest excess demand for factors. */
function fillWageStep(workspace: ManySectorWorkspace): number {
  const { size, sectors, point, step, wage, valueAdded, endowment, valueAddedShare, sales, wageStep } =
    workspace
  let largest = 0
  let world = 0
  for (let i = 0; i < size; i++) {
    let earned = 0
    for (let sector = 0; sector < sectors; sector++) {
      earned += valueAddedShare[sector * size + i]! * sales[sector * size + i]!
    }
    const excess = log(earned / (wage[i]! * endowment[i]!))
    if (!(Math.abs(excess) <= largest)) largest = Math.abs(excess)
    step[i] = wageStep[i]! * excess
    world += exp(point[i]! + step[i]!) * endowment[i]!
  }
  const shift = log(world / sum(valueAdded))
  for (let i = 0; i < size; i++) step[i]! -= shift
  return largest
}

/**
 * Writes η of every economy at the point last evaluated: one over minus the derivative of its excess demand for factors
 * to its own level of wages, prices and spending together, 1 − h + θ (1 − h π) over its sectors, with h the share of
 * output that is sold at home and π the home share of what is bought.
 */
function fillWageFactors(workspace: ManySectorWorkspace): void {
  const { size, sectors, pull, netPull, bought, competitiveness, priceTerm, expenditure, sales } = workspace
  const { valueAddedShare, tradeElasticity, wageStep } = workspace
  for (let i = 0; i < size; i++) {
    let slope = 0
    let elasticity = 0
    let weight = 0
    for (let sector = 0; sector < sectors; sector++) {
      const cell = sector * size + i
      if (!(sales[cell]! > 0)) continue
      const diagonal = cell * size + i
      let soldAtHome = 0
      let homeShare = 0
      if (bought[cell] === 1) {
        const term = competitiveness[cell]! / priceTerm[cell]!
        soldAtHome = (netPull[diagonal]! * term * expenditure[cell]!) / sales[cell]!
        homeShare = pull[diagonal]! * term
      }
      const earned = valueAddedShare[cell]! * sales[cell]!
      const theta = Math.min(tradeElasticity[sector]!, ELASTICITY_CAP)
      slope += earned * (1 - soldAtHome + theta * (1 - soldAtHome * homeShare))
      elasticity += earned * theta
      weight += earned
    }
    wageStep[i] = Math.min(LONGEST_STEP / (1 + elasticity / weight), weight / slope)
  }
}

/** Lets the prices and the spending of an economy follow its wage within the step: only what is left then is theirs. */
function followWages(workspace: ManySectorWorkspace): void {
  const { size, sectors, step, point, bought } = workspace
  const cells = sectors * size
  for (let cell = 0; cell < cells; cell++) {
    if (bought[cell] === 0) continue
    const move = step[cell % size]!
    step[size + cell]! += move
    step[size + cells + cell]! += move * point[size + cells + cell]!
  }
}

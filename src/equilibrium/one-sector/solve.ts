/**
 * One-sector general equilibrium in exact hat algebra (Armington or Eaton–Kortum), with tariff revenue and with
 * balances that are a fixed share of world goods income.
 */

import { KeruenError } from '../../errors.js'
import { exp, log, power } from '../../numeric/elementary.js'
import { andersonMove, notConverged } from '../../numeric/fixed-point.js'
import { checkOneSectorInputs, checkWorldHoldsTogether, exhaustedEconomies } from './checks.js'
import {
  createOneSectorWorkspace,
  evaluateOneSector,
  fillDiagonal,
  normaliseWages,
  type OneSectorWorkspace,
} from './system.js'
import type { OneSectorBaseline, OneSectorEquilibrium, OneSectorOptions, TradeCostChange } from './world.js'

/**
 * The counterfactual world after a change in trade costs and tariffs; full endowment.
 *
 * π′ᵢⱼ ∝ πᵢⱼ (ŵᵢ τ̂ᵢⱼ (1 + t′ᵢⱼ) / (1 + tᵢⱼ))^−θ with π the shares in expenditure E (tariffs included);
 * E′ⱼ = ŵⱼ Yⱼ + k Dⱼ + R′ⱼ, R′ⱼ = Σᵢ t′ᵢⱼ X′ᵢⱼ, Dⱼ = Eⱼ − Yⱼ − Rⱼ, k = Σ ŵ Y / Σ Y; markets clear:
 * Σⱼ π′ᵢⱼ E′ⱼ / (1 + t′ᵢⱼ) = ŵᵢ Yᵢ. The numeraire is world goods income, so k = 1.
 * Anderson passes on ln ŵ with a diagonal step, begun anew with shorter steps when a strong shock throws them off.
 * O(n²) a pass; 16 or so for a cut of a few percent, some 80 when all trade costs treble.
 *
 * @throws KeruenError `equilibrium.bad-…`, `equilibrium.no-sales`, `equilibrium.no-purchases` (input): a cell or an
 *         economy that no such world can have, all of them at once; `equilibrium.no-market-left`,
 *         `equilibrium.no-supplier-left`, `equilibrium.divided-world` (failure): what the change cuts off has no
 *         equilibrium; `numeric.not-converged` and with it `equilibrium.no-spending-left` (failure): a half-solved
 *         world is never returned.
 * @see Dekle, Eaton & Kortum (2008) for hat algebra with balances; Caliendo & Parro (2015), eq. 10–14 with one
 *      sector and no inputs, for tariff revenue; Arkolakis, Costinot & Rodríguez-Clare (2012), eq. 1.
 */
export function solveOneSector(
  baseline: OneSectorBaseline,
  change: TradeCostChange,
  options: OneSectorOptions = {},
): OneSectorEquilibrium {
  const { tolerance = 1e-12, maxPasses = 1_000, startWageHat } = options
  checkOneSectorInputs(baseline, change, options)
  const workspace = options.workspace ?? createOneSectorWorkspace(baseline.economies.length)
  prepare(workspace, baseline, change)
  checkWorldHoldsTogether(baseline.economies, workspace)

  const { size, point } = workspace
  point.fill(0)
  if (startWageHat !== undefined) {
    for (let i = 0; i < size; i++) point[i] = log(startWageHat[i]!)
    normaliseWages(workspace)
  }
  const residuals: number[] = []
  if (!iterate(workspace, baseline.tradeElasticity, tolerance, maxPasses, residuals)) {
    const { issues } = notConverged('one-sector equilibrium', tolerance, residuals)
    throw new KeruenError('failure', [...issues, ...exhaustedEconomies(baseline.economies, workspace)])
  }
  return describe(workspace, baseline, change, residuals)
}

/** Fills the workspace's baseline vectors and `pull`. */
function prepare(workspace: OneSectorWorkspace, baseline: OneSectorBaseline, change: TradeCostChange): void {
  const { flows, tariff, tradeElasticity } = baseline
  const { icebergHat, newTariff } = change
  const { size, pull, income, balance, expenditure, tariffRevenue } = workspace
  income.fill(0)
  balance.fill(0)
  tariffRevenue.fill(0)
  for (let i = 0; i < size; i++) {
    let sold = 0
    for (let j = 0; j < size; j++) {
      const flow = flows[i * size + j]!
      sold += flow
      balance[j]! += flow
      tariffRevenue[j]! += tariff[i * size + j]! * flow
    }
    income[i] = sold
  }
  for (let j = 0; j < size; j++) {
    expenditure[j] = balance[j]! + tariffRevenue[j]!
    balance[j]! -= income[j]!
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const cell = i * size + j
      const flow = flows[cell]!
      if (flow === 0) {
        pull[cell] = 0
        continue
      }
      const rate = tariff[cell]!
      const newRate = newTariff[cell]!
      const tariffHat = newRate === rate ? 1 : (1 + newRate) / (1 + rate)
      const costHat = icebergHat[cell]! * tariffHat
      // shares before tariffs after the change, up to the factor that Φ takes away
      const share = flow / (expenditure[j]! * tariffHat)
      pull[cell] = costHat === 1 ? share : share * power(costHat, -tradeElasticity)
    }
  }
}

/** Passes between two looks at the diagonal: it costs as much as a pass. */
const DIAGONAL_EVERY = 5
/** Longest step of an economy over that of the plain iteration, 1 / (1 + θ): at first, and once thrown off. */
const BOLD_STEP = 6
const CAREFUL_STEP = 3
/** Passes spent below the tolerance on a tenth of it. */
const EXTRA_PASSES = 6
/** A residual this many times the best so far throws the iteration off. */
const SETBACK = 4

/** Moves `workspace.point` to the root; false when it does not settle within the passes or finds no way on. */
function iterate(
  workspace: OneSectorWorkspace,
  theta: number,
  tolerance: number,
  maxPasses: number,
  residuals: number[],
): boolean {
  const { size, point, residual, step, diagonal, anderson } = workspace
  let error = evaluateOneSector(workspace, theta)
  residuals.push(error)
  let best = error
  let longest = BOLD_STEP / (1 + theta)
  let sinceStart = 0
  let passesCleared = 0
  for (let pass = 0; pass < maxPasses; pass++) {
    if (error <= tolerance / 10) return true
    if (!Number.isFinite(error)) return false
    if (pass % DIAGONAL_EVERY === 0 || sinceStart === 0) fillDiagonal(workspace, theta, longest)
    for (let i = 0; i < size; i++) step[i] = diagonal[i]! * residual[i]!
    andersonMove(anderson, sinceStart, point, step)
    sinceStart++
    // a move by more than a factor e in one pass is never believed
    for (let i = 0; i < size; i++) {
      const before = anderson.lastPoint[i]!
      point[i] = Math.min(before + 1, Math.max(before - 1, point[i]!))
    }
    normaliseWages(workspace)
    error = evaluateOneSector(workspace, theta)
    if (error > SETBACK * best && error > tolerance) {
      error = stepWithoutMemory(workspace, theta)
      longest = CAREFUL_STEP / (1 + theta)
      sinceStart = 0
    }
    residuals.push(error)
    // it has cleared; a few passes more for the last digit, as far as rounding lets it
    if (error <= tolerance && ++passesCleared === EXTRA_PASSES) return true
    best = Math.min(best, error)
  }
  return error <= tolerance
}

/** From the last good point: the plain step, halved until every economy has something left to spend. */
function stepWithoutMemory(workspace: OneSectorWorkspace, theta: number): number {
  const { size, point, step, anderson } = workspace
  let error = Infinity
  for (let fraction = 1; fraction > 1e-9 && error === Infinity; fraction /= 2) {
    for (let i = 0; i < size; i++) point[i] = anderson.lastPoint[i]! + fraction * step[i]!
    normaliseWages(workspace)
    error = evaluateOneSector(workspace, theta)
  }
  return error
}

/** Prices, spending and flows from the solved wages. */
function describe(
  workspace: OneSectorWorkspace,
  baseline: OneSectorBaseline,
  change: TradeCostChange,
  residuals: readonly number[],
): OneSectorEquilibrium {
  const { size, pull, income, wage, competitiveness, demand, sales } = workspace
  const theta = baseline.tradeElasticity
  const newFlows = new Float64Array(size * size)
  const newTariffRevenue = new Float64Array(size)
  const phi = new Float64Array(size)
  sales.fill(0)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const cell = i * size + j
      const term = competitiveness[i]! * pull[cell]!
      const flow = term * demand[j]!
      const rate = change.newTariff[cell]!
      newFlows[cell] = flow
      sales[i]! += flow
      newTariffRevenue[j]! += rate * flow
      phi[j]! += (1 + rate) * term
    }
  }
  let largestMarketClearingError = 0
  for (let i = 0; i < size; i++) {
    const error = Math.abs(log(sales[i]! / (wage[i]! * income[i]!)))
    if (!(error <= largestMarketClearingError)) largestMarketClearingError = error
  }

  const expenditure = Float64Array.from(workspace.expenditure)
  const priceHat = new Float64Array(size)
  const expenditureHat = new Float64Array(size)
  const realGoodsSpendingHat = new Float64Array(size)
  const goodsRealWageHat = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    priceHat[j] = exp(-log(phi[j]!) / theta)
    expenditureHat[j] = (phi[j]! * demand[j]!) / expenditure[j]!
    realGoodsSpendingHat[j] = expenditureHat[j]! / priceHat[j]!
    goodsRealWageHat[j] = wage[j]! / priceHat[j]!
  }
  return {
    wageHat: Float64Array.from(wage),
    priceHat,
    expenditureHat,
    realGoodsSpendingHat,
    goodsRealWageHat,
    newFlows,
    newTariffRevenue,
    expenditure,
    tariffRevenue: Float64Array.from(workspace.tariffRevenue),
    convergence: {
      passes: residuals.length,
      residuals,
      blocks: { wages: residuals.at(-1)! },
      largestMarketClearingError,
    },
  }
}

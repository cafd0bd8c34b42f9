/**
 * One-sector general equilibrium in exact hat algebra (Armington or Eaton–Kortum), with tariff revenue and with
 * balances that are a fixed share of world goods income.
 */

import { KeruenError } from '../errors.js'
import { exp, log, power } from '../numeric/elementary.js'
import { andersonMove, notConverged } from '../numeric/fixed-point.js'
import { type NonlinearSystem, solveNewton } from '../numeric/newton.js'
import { checkOneSectorInputs, checkWorldHoldsTogether, exhaustedEconomies } from './one-sector-checks.js'
import {
  createOneSectorWorkspace,
  normaliseWages,
  type OneSectorWorkspace,
  oneSectorSystem,
} from './one-sector-system.js'

/** A one-sector world before the change; n economies, row-major, exporter before importer. */
export interface OneSectorBaseline {
  /** n names, in the order of every axis; used in errors only. */
  readonly economies: readonly string[]
  /** n × n, million USD free on board (before tariffs): sales of exporter i to importer j, home sales on the
   *  diagonal; ≥ 0, every row and every column with a positive sum. */
  readonly flows: Float64Array
  /** n × n, ad valorem on the FOB value (0.05 = 5 %), > −1; already scaled to the cargo it falls on. */
  readonly tariff: Float64Array
  /** θ > 0: minus the elasticity of trade to trade cost. */
  readonly tradeElasticity: number
}

/** What happens to the cost of trade. */
export interface TradeCostChange {
  /** n × n, new over old iceberg cost, > 0; +Infinity cuts a pair off. */
  readonly icebergHat: Float64Array
  /** n × n, ad valorem after the change, > −1. */
  readonly newTariff: Float64Array
}

export interface OneSectorOptions {
  /** Largest |ln(sales / income)| that counts as cleared. The solve goes on to a tenth of it where rounding lets it. */
  readonly tolerance?: number
  /** Accelerated passes before the slower, sturdier method takes over. */
  readonly maxPasses?: number
  /** Newton steps after that before the solve fails. */
  readonly maxNewtonSteps?: number
  /** From `createOneSectorWorkspace(n)`, to spare the allocation when solving often. Never shared between threads. */
  readonly workspace?: OneSectorWorkspace
  /** n, > 0: wage ratios of a near solution to start from; the last digits of the result depend on it. */
  readonly startWageHat?: Float64Array
}

/** The world after the change. All arrays belong to the caller. Ratios are new over old. */
export interface OneSectorEquilibrium {
  /** ŵ, n: price of goods at the factory gate = income per unit of endowment; numeraire: world goods income. */
  readonly wageHat: Float64Array
  /** P̂, n: price index of the goods that an economy buys, tariffs included. */
  readonly priceHat: Float64Array
  /** Ê, n: expenditure on goods, tariffs included. */
  readonly expenditureHat: Float64Array
  /** Ê / P̂, n: the quantity of goods bought. */
  readonly realGoodsSpendingHat: Float64Array
  /** ŵ / P̂, n: purchasing power of what is produced; balances and tariff revenue left out. */
  readonly goodsRealWageHat: Float64Array
  /** n × n, million USD FOB at new prices, in the numeraire. */
  readonly newFlows: Float64Array
  /** n, million USD. */
  readonly newTariffRevenue: Float64Array
  /** E, n, million USD: baseline expenditure on goods, tariffs included. */
  readonly expenditure: Float64Array
  /** R, n, million USD: baseline tariff revenue. */
  readonly tariffRevenue: Float64Array
  readonly convergence: Convergence
}

export interface Convergence {
  readonly method: 'anderson' | 'newton'
  /** Evaluations of the system that were accepted, the first one included. */
  readonly passes: number
  /** max |ln(sales / income)| of each. */
  readonly residuals: readonly number[]
  /** The same measure, taken afterwards from `newFlows` alone. */
  readonly largestMarketClearingError: number
}

/**
 * The counterfactual world after a change in trade costs and tariffs; full endowment.
 *
 * π′ᵢⱼ ∝ πᵢⱼ (ŵᵢ τ̂ᵢⱼ (1 + t′ᵢⱼ) / (1 + tᵢⱼ))^−θ with π the shares in expenditure E (tariffs included);
 * E′ⱼ = ŵⱼ Yⱼ + k Dⱼ + R′ⱼ, R′ⱼ = Σᵢ t′ᵢⱼ X′ᵢⱼ, Dⱼ = Eⱼ − Yⱼ − Rⱼ, k = Σ ŵ Y / Σ Y; markets clear:
 * Σⱼ π′ᵢⱼ E′ⱼ / (1 + t′ᵢⱼ) = ŵᵢ Yᵢ. The numeraire is world goods income, so k = 1.
 * Accelerated passes on ln ŵ with a diagonal step; on failure Newton–GMRES from no change. O(n²) a pass.
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
  const { tolerance = 1e-12, maxPasses = 40, maxNewtonSteps = 60, startWageHat } = options
  const n = baseline.economies.length
  checkOneSectorInputs(baseline, change, options)
  const workspace = options.workspace ?? createOneSectorWorkspace(n)
  prepare(workspace, baseline, change)
  checkWorldHoldsTogether(baseline.economies, workspace)

  const system = oneSectorSystem(workspace, baseline.tradeElasticity)
  const residuals: number[] = []
  let method: Convergence['method'] = 'anderson'
  if (
    !accelerate(system, workspace, baseline.tradeElasticity, residuals, {
      tolerance,
      maxPasses,
      startWageHat,
    })
  ) {
    method = 'newton'
    workspace.point.fill(0)
    const limits = { stopAt: tolerance / 10, tolerance, maxSteps: maxNewtonSteps }
    if (!solveNewton(system, workspace.newton, workspace.point, workspace.residual, residuals, limits)) {
      const { issues } = notConverged('one-sector equilibrium', tolerance, residuals)
      throw new KeruenError('failure', [...issues, ...exhaustedEconomies(baseline.economies, workspace)])
    }
  }
  return describe(system, workspace, baseline, change, { method, passes: residuals.length, residuals })
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
      const tariffHat = (1 + newTariff[cell]!) / (1 + tariff[cell]!)
      const costHat = icebergHat[cell]! * tariffHat
      // shares before tariffs after the change, up to the factor that Φ takes away
      const share = flow / (expenditure[j]! * tariffHat)
      pull[cell] = costHat === 1 ? share : share * power(costHat, -tradeElasticity)
    }
  }
}

interface AccelerationOptions {
  readonly tolerance: number
  readonly maxPasses: number
  readonly startWageHat: Float64Array | undefined
}

/** Anderson passes on u = ln ŵ; false when they do not settle, `workspace.point` is then of no use. */
function accelerate(
  system: NonlinearSystem,
  workspace: OneSectorWorkspace,
  theta: number,
  residuals: number[],
  { tolerance, maxPasses, startWageHat }: AccelerationOptions,
): boolean {
  const { size, point, residual, step, diagonal, anderson } = workspace
  if (startWageHat === undefined) point.fill(0)
  else for (let i = 0; i < size; i++) point[i] = log(startWageHat[i]!)
  if (startWageHat !== undefined) normaliseWages(workspace)

  let error = system.evaluate(point, residual)
  residuals.push(error)
  if (!Number.isFinite(error)) return false
  system.preconditioner(diagonal)
  // uncapped, the steps of economies that hardly trade overshoot under strong shocks
  const cap = 6 / (1 + theta)
  for (let i = 0; i < size; i++) diagonal[i] = Math.min(cap, diagonal[i]!)

  let best = error
  let setbacks = 0
  for (let pass = 0; pass < maxPasses; pass++) {
    if (error <= tolerance / 10) return true
    for (let i = 0; i < size; i++) step[i] = diagonal[i]! * residual[i]!
    andersonMove(anderson, pass, point, step)
    for (let i = 0; i < size; i++) {
      // a move above a factor e in one pass is never believed
      const before = anderson.lastPoint[i]!
      point[i] = Math.min(before + 1, Math.max(before - 1, point[i]!))
    }
    normaliseWages(workspace)
    const last = error
    error = system.evaluate(point, residual)
    residuals.push(error)
    if (!Number.isFinite(error)) return false
    if (error > 4 * last && error > 1e-10) setbacks++
    if (setbacks === 2) return false
    // rounding lets it no further down
    if (error <= tolerance && error > 0.5 * best) return true
    best = Math.min(best, error)
  }
  return error <= tolerance
}

/** Prices, spending and flows from the solved wages. */
function describe(
  system: NonlinearSystem,
  workspace: OneSectorWorkspace,
  baseline: OneSectorBaseline,
  change: TradeCostChange,
  path: Pick<Convergence, 'method' | 'passes' | 'residuals'>,
): OneSectorEquilibrium {
  const { size, pull, income, point, residual, wage, competitiveness, demand, sales } = workspace
  const theta = baseline.tradeElasticity
  normaliseWages(workspace)
  system.evaluate(point, residual)

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
    convergence: { ...path, largestMarketClearingError },
  }
}

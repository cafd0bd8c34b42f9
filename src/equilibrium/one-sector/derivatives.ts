/**
 * How every economy's real spending answers to every bilateral trade cost and tariff, by implicit differentiation.
 *
 * At a world with flows X (before tariffs t), sales S and spending before tariffs N, let sᵢⱼ = Xᵢⱼ/Sᵢ, bᵢⱼ = Xᵢⱼ/Nⱼ,
 * πᵢⱼ = (1 + tᵢⱼ) Xᵢⱼ/Eⱼ, y = S/ΣS. The system r(u, ln τ) = 0 of `system.ts` has
 *
 *   K = −∂r/∂u = (1 + θ) I − s n − θ s bᵀ + 1 yᵀ,  nⱼₖ = ∂ ln Nⱼ/∂uₖ  (the last term fixes the numeraire),
 *   ∂ ln Wⱼ/∂uₖ = Gⱼₖ = nⱼₖ − (1 + θ) πₖⱼ + θ bₖⱼ for real spending W = E′/P, and with H = G K⁻¹
 *
 *   ∂ ln Wₖ/∂ ln τₐᵦ = θ (bₐᵦ (H s)ₖᵦ − Hₖₐ sₐᵦ) + [k = b] (θ bₐᵦ − (1 + θ) πₐᵦ)
 *   ∂ ln Wₖ/∂ ln (1 + tₐᵦ) = (1 + θ) (bₐᵦ (H s)ₖᵦ − Hₖₐ sₐᵦ + [k = b] (bₐᵦ − πₐᵦ))
 *
 * So two n × n matrices hold all n × n² derivatives; each number then costs O(1). Own derivation; the tests hold it
 * against finite differences of the solver.
 */

import { factorise, type LuFactors, solveFactored } from '../../numeric/factor.js'
import { multiply, times, transposed } from '../../numeric/matrix.js'
import { sum } from '../../numeric/sum.js'
import type { Balances } from '../closure.js'
import type { OneSectorBaseline, OneSectorEquilibrium, TradeCostChange } from './world.js'

/** Derivatives at one world; read them by `costElasticity`, `tariffElasticity`, `costGradient`. */
export interface RealSpendingDerivatives {
  readonly economies: readonly string[]
  readonly tradeElasticity: number
  /** n × n, exporter before importer: s, b and π above. */
  readonly salesShare: Float64Array
  readonly purchaseShare: Float64Array
  readonly spendingShare: Float64Array
  /** n × n: Hᵀ (market, economy) and (H s)ᵀ (importer, economy). */
  readonly response: Float64Array
  readonly marketResponse: Float64Array
}

/** The world that a solve found, as a baseline of its own: where derivatives at the solution are taken. */
export function worldAfter(
  baseline: OneSectorBaseline,
  change: TradeCostChange,
  { newFlows }: OneSectorEquilibrium,
): OneSectorBaseline {
  return { ...baseline, flows: newFlows, tariff: change.newTariff }
}

/**
 * Derivatives of every economy's real spending on goods (Ê/P̂) to every bilateral cost, at a world: the baseline, or
 * a solution by `worldAfter`. For real income of the whole economy multiply by E/GDP (`realIncomeHat`). Full
 * endowment. O(n³): three products and one factorisation.
 *
 * @param world    flows as they clear; a column or row without trade is refused by the solve that comes before.
 * @param balances how they move; those of `zero` are of a world that has none.
 * @throws KeruenError `numeric.singular` (failure): the world falls into blocks that do not trade with each other.
 */
export function realSpendingDerivatives(
  world: OneSectorBaseline,
  balances: Balances = 'world-share',
): RealSpendingDerivatives {
  const { economies, tradeElasticity: theta } = world
  const n = economies.length
  const shares = sharesOf(world)
  const { salesShare, purchaseShare, spendingShare } = shares
  const { own, common, pull } = spendingAnswer(shares, balances)
  const salesShareTurned = transposed(salesShare, n)

  // Gᵀ, then Hᵀ: row k holds what uₖ moves
  const response = purchaseShare.map((bought, cell) => theta * bought - (1 + theta) * spendingShare[cell]!)
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) response[k * n + j]! += common[j]! * pull[k]!
    response[k * n + k]! += own[k]!
  }
  const system = systemTurned(shares, salesShareTurned, theta, balances)
  solveFactored(factorise(system, n), response, n)
  const marketResponse = new Float64Array(n * n)
  multiply(salesShareTurned, response, n, marketResponse)
  return {
    economies,
    tradeElasticity: theta,
    salesShare,
    purchaseShare,
    spendingShare,
    response,
    marketResponse,
  }
}

/** ∂ ln W ⁄ ∂ ln τ: of the real spending of an economy to the iceberg cost of a pair; indices in `economies`. */
export function costElasticity(
  derivatives: RealSpendingDerivatives,
  economy: number,
  exporter: number,
  importer: number,
): number {
  const { tradeElasticity: theta, purchaseShare, spendingShare, economies } = derivatives
  const pair = exporter * economies.length + importer
  const direct = economy === importer ? theta * purchaseShare[pair]! - (1 + theta) * spendingShare[pair]! : 0
  return theta * throughMarkets(derivatives, economy, exporter, importer) + direct
}

/** ∂ ln W ⁄ ∂ ln (1 + t): of the real spending of an economy to the tariff of a pair, its revenue included. */
export function tariffElasticity(
  derivatives: RealSpendingDerivatives,
  economy: number,
  exporter: number,
  importer: number,
): number {
  const { tradeElasticity: theta, purchaseShare, spendingShare, economies } = derivatives
  const pair = exporter * economies.length + importer
  const direct = economy === importer ? purchaseShare[pair]! - spendingShare[pair]! : 0
  return (1 + theta) * (throughMarkets(derivatives, economy, exporter, importer) + direct)
}

/**
 * Gradient of Σₖ wₖ ln Wₖ to ln τ of every pair: where a lower cost is worth most to a group. O(n²).
 *
 * @param weight n: for million USD of real spending, E of each economy that counts and zero for the others.
 * @returns n × n, exporter before importer; home cells included.
 */
export function costGradient(derivatives: RealSpendingDerivatives, weight: Float64Array): Float64Array {
  const { economies, tradeElasticity: theta, salesShare, purchaseShare, spendingShare } = derivatives
  const n = economies.length
  const ofExporter = new Float64Array(n)
  const ofImporter = new Float64Array(n)
  times(derivatives.response, weight, ofExporter)
  times(derivatives.marketResponse, weight, ofImporter)
  return salesShare.map((s, pair) => {
    const [a, b] = [Math.floor(pair / n), pair % n]
    const bought = purchaseShare[pair]!
    return (
      theta * (bought * (ofImporter[b]! + weight[b]!) - ofExporter[a]! * s) -
      weight[b]! * (1 + theta) * spendingShare[pair]!
    )
  })
}

/**
 * K of the system at a world, factorised: the exact step of a Newton pass there, and a good one near by.
 *
 * @throws KeruenError `numeric.singular` (failure), as `realSpendingDerivatives`.
 */
export function factorisedSystem(world: OneSectorBaseline, balances: Balances = 'world-share'): LuFactors {
  const n = world.economies.length
  const shares = sharesOf(world)
  const turned = systemTurned(shares, transposed(shares.salesShare, n), world.tradeElasticity, balances)
  return factorise(transposed(turned, n), n)
}

/** Kᵀ, n × n: row k holds what uₖ moves. */
function systemTurned(
  shares: Shares,
  salesShareTurned: Float64Array,
  theta: number,
  balances: Balances,
): Float64Array {
  const { income, salesShare, purchaseShare } = shares
  const n = income.length
  const { own, common, pull } = spendingAnswer(shares, balances)
  const worldIncome = sum(income)
  const commonSales = new Float64Array(n)
  times(salesShare, common, commonSales)
  const system = new Float64Array(n * n)
  multiply(purchaseShare, salesShareTurned, n, system)
  for (let k = 0; k < n; k++) {
    const y = income[k]! / worldIncome
    for (let i = 0; i < n; i++) {
      const spendingOfBuyers = salesShareTurned[k * n + i]! * own[k]! + commonSales[i]! * pull[k]!
      system[k * n + i] = y - spendingOfBuyers - theta * system[k * n + i]!
    }
    system[k * n + k]! += 1 + theta
  }
  return system
}

/** What a pair's cost does through the wages of all: bₐᵦ (H s)ₖᵦ − Hₖₐ sₐᵦ. */
function throughMarkets(
  { economies, salesShare, purchaseShare, response, marketResponse }: RealSpendingDerivatives,
  economy: number,
  exporter: number,
  importer: number,
): number {
  const n = economies.length
  const pair = exporter * n + importer
  return (
    purchaseShare[pair]! * marketResponse[importer * n + economy]! -
    response[exporter * n + economy]! * salesShare[pair]!
  )
}

interface Shares {
  /** n: sales S and spending before tariffs N, million USD. */
  readonly income: Float64Array
  readonly purchases: Float64Array
  readonly salesShare: Float64Array
  readonly purchaseShare: Float64Array
  readonly spendingShare: Float64Array
}

function sharesOf({ economies, flows, tariff }: OneSectorBaseline): Shares {
  const n = economies.length
  const income = new Float64Array(n)
  const purchases = new Float64Array(n)
  const expenditure = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const flow = flows[i * n + j]!
      income[i]! += flow
      purchases[j]! += flow
      expenditure[j]! += (1 + tariff[i * n + j]!) * flow
    }
  }
  const exporterOf = (pair: number) => Math.floor(pair / n)
  return {
    income,
    purchases,
    salesShare: flows.map((flow, pair) => flow / income[exporterOf(pair)]!),
    purchaseShare: flows.map((flow, pair) => flow / purchases[pair % n]!),
    spendingShare: flows.map((flow, pair) => ((1 + tariff[pair]!) * flow) / expenditure[pair % n]!),
  }
}

/** How spending before tariffs answers to wages: ∂ ln Nⱼ/∂uₖ = own ⱼ [j = k] + commonⱼ pullₖ. */
function spendingAnswer({ income, purchases }: Shares, balances: Balances) {
  const world = sum(income)
  if (balances === 'multiplicative') {
    return {
      own: income.map(() => 1),
      common: income.map(() => 1),
      pull: income.map((y, k) => (y - purchases[k]!) / world),
    }
  }
  return {
    own: income.map((y, j) => y / purchases[j]!),
    common: income.map((y, j) => 1 - y / purchases[j]!),
    pull: income.map(y => y / world),
  }
}

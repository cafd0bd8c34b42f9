/** One-sector general equilibrium in exact hat algebra (Armington or Eaton–Kortum), with tariff revenue. */

import { KeruenError } from '../../errors.js'
import { log, power } from '../../numeric/elementary.js'
import { notConverged } from '../../numeric/fixed-point.js'
import { balancesAfterIdle } from '../idle.js'
import { checkOneSectorInputs, checkWorldHoldsTogether, exhaustedEconomies } from './checks.js'
import { describeOneSector } from './describe.js'
import { iterateOneSector } from './iterate.js'
import { type Closure, createOneSectorWorkspace, normaliseWages, type OneSectorWorkspace } from './system.js'
import type { OneSectorBaseline, OneSectorEquilibrium, OneSectorOptions, TradeCostChange } from './world.js'

/**
 * The counterfactual world after a change in trade costs and tariffs.
 *
 * π′ᵢⱼ ∝ πᵢⱼ (ŵᵢ τ̂ᵢⱼ (1 + t′ᵢⱼ) / (1 + tᵢⱼ))^−θ with π the shares in expenditure E (tariffs included); markets clear:
 * Σⱼ π′ᵢⱼ E′ⱼ / (1 + t′ᵢⱼ) = Y′ᵢ; E′ⱼ = N′ⱼ + R′ⱼ with tariff revenue R′ⱼ = Σᵢ t′ᵢⱼ X′ᵢⱼ. Full endowment: Y′ᵢ = ŵᵢ Yᵢ and
 * N′ as `Balances` says; conditional: Y′ = Y, N′ = N, ŵ = 1 and Π̂ᵢ takes the place of 1/ŵᵢ in the shares.
 * Anderson passes on ln ŵ with a diagonal step, begun anew with shorter steps when a strong shock throws them off.
 * O(n²) a pass; 16 or so for a cut of a few percent, some 80 when all trade costs treble.
 *
 * @throws KeruenError `equilibrium.bad-…`, `equilibrium.no-sales`, `equilibrium.no-purchases` (input): a cell or an
 *         economy that no such world can have, all of them at once; `equilibrium.no-market-left`,
 *         `equilibrium.no-supplier-left`, `equilibrium.divided-world` (failure): what the change cuts off has no
 *         equilibrium; `numeric.not-converged` and with it `equilibrium.no-spending-left` (failure): a half-solved
 *         world is never returned.
 * @see Dekle, Eaton & Kortum (2008) for hat algebra with balances; Caliendo & Parro (2015), eq. 10–14 with one
 *      sector and no inputs, for tariff revenue; Arkolakis, Costinot & Rodríguez-Clare (2012), eq. 1; Yotov,
 *      Piermartini, Monteiro & Larch (2016), chapter 2, for conditional and full endowment.
 */
export function solveOneSector(
  baseline: OneSectorBaseline,
  change: TradeCostChange,
  options: OneSectorOptions = {},
): OneSectorEquilibrium {
  if (options.inputs !== 'checked') checkOneSectorInputs(baseline, change, options)
  const workspace = options.workspace ?? createOneSectorWorkspace(baseline.economies.length)
  const base = options.balances === 'zero' ? withoutBalances(baseline, workspace, options) : baseline
  prepare(workspace, base, change)
  if (options.balances === 'zero') workspace.balance.fill(0)
  const closure = closureOf(options)
  const balanceShift = takeIdleAway(workspace, change.idleIncome, closure)
  checkWorldHoldsTogether(base.economies, workspace)
  const residuals = settle(workspace, base, closure, options)
  return describeOneSector(workspace, base, change, { residuals, balanceShift }, options)
}

function closureOf({ endowment = 'full', balances = 'world-share' }: OneSectorOptions): Closure {
  if (endowment === 'conditional') return 'held'
  return balances === 'multiplicative' ? balances : 'world-share'
}

/** The baseline after its balances are taken away, everything else as it was. */
function withoutBalances(
  baseline: OneSectorBaseline,
  workspace: OneSectorWorkspace,
  options: OneSectorOptions,
): OneSectorBaseline {
  const still = { icebergHat: new Float64Array(baseline.flows.length).fill(1), newTariff: baseline.tariff }
  prepare(workspace, baseline, still)
  workspace.balance.fill(0)
  checkWorldHoldsTogether(baseline.economies, workspace)
  settle(workspace, baseline, 'world-share', { ...options, startWageHat: undefined, factors: undefined })
  const { size, pull, competitiveness, demand } = workspace
  return {
    ...baseline,
    flows: pull.map((b, ij) => competitiveness[Math.floor(ij / size)]! * b * demand[ij % size]!),
  }
}

/**
 * Moves the workspace to the solution and returns the residual of every pass.
 *
 * @throws KeruenError `numeric.not-converged`, `equilibrium.no-spending-left`.
 */
function settle(
  workspace: OneSectorWorkspace,
  { economies, tradeElasticity }: OneSectorBaseline,
  closure: Closure,
  { tolerance = 1e-12, maxPasses = 1_000, startWageHat, factors }: OneSectorOptions,
): number[] {
  const { size, point } = workspace
  point.fill(0)
  if (startWageHat !== undefined) {
    for (let i = 0; i < size; i++) point[i] = log(startWageHat[i]!)
    normaliseWages(workspace)
  }
  const residuals: number[] = []
  if (!iterateOneSector(workspace, { tradeElasticity, closure, tolerance, maxPasses, factors }, residuals)) {
    const { issues } = notConverged('one-sector equilibrium', tolerance, residuals)
    throw new KeruenError('failure', [...issues, ...exhaustedEconomies(economies, workspace)])
  }
  return residuals
}

/** Takes idle factors out of the workspace's endowments, and what they saved out of its balances; returns by how much those moved. */
function takeIdleAway(
  { size, income, endowment, purchases, balance }: OneSectorWorkspace,
  idleIncome: Float64Array | undefined,
  closure: Closure,
): Float64Array {
  if (idleIncome === undefined) return new Float64Array(size)
  const shift = balancesAfterIdle(balance, income, idleIncome, closure === 'multiplicative')
  for (let i = 0; i < size; i++) {
    endowment[i]! -= idleIncome[i]!
    purchases[i]! *= endowment[i]! / income[i]!
  }
  return shift
}

/** Fills the workspace's baseline vectors and `pull`. */
function prepare(workspace: OneSectorWorkspace, baseline: OneSectorBaseline, change: TradeCostChange): void {
  const { flows, tariff, tradeElasticity } = baseline
  const { icebergHat, newTariff } = change
  const { size, pull, income, endowment, purchases, balance, expenditure, tariffRevenue } = workspace
  purchases.fill(0)
  tariffRevenue.fill(0)
  for (let i = 0; i < size; i++) {
    let sold = 0
    for (let j = 0; j < size; j++) {
      const flow = flows[i * size + j]!
      sold += flow
      purchases[j]! += flow
      tariffRevenue[j]! += tariff[i * size + j]! * flow
    }
    income[i] = sold
    endowment[i] = sold
  }
  for (let j = 0; j < size; j++) {
    expenditure[j] = purchases[j]! + tariffRevenue[j]!
    balance[j] = purchases[j]! - income[j]!
  }
  // one change for many pairs is the rule (a tariff, a corridor): its power is taken once for a run of them
  let lastHat = 1
  let lastPower = 1
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
      if (costHat !== 1 && costHat !== lastHat) {
        lastHat = costHat
        lastPower = power(costHat, -tradeElasticity)
      }
      pull[cell] = costHat === 1 ? share : share * lastPower
    }
  }
}

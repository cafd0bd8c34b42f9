/**
 * Market clearing of the one-sector world as a system in u = ln ŵ, without allocation in its passes.
 *
 * With Bᵢⱼ = πᵢⱼ hᵢⱼ^−θ / (1 + t′ᵢⱼ), h = τ̂ (1 + t′) / (1 + t), xᵢ = e^(−θ uᵢ), Gⱼ = Σᵢ Bᵢⱼ xᵢ and Nⱼ the spending
 * before tariffs, the sales of economy i are Sᵢ = xᵢ Σⱼ Bᵢⱼ Nⱼ / Gⱼ: tariff revenue drops out, since
 * E′ⱼ Gⱼ / Φⱼ = Nⱼ. The residual is rᵢ = ln(Sᵢ / Y′ᵢ). One pass is two products with B. What closes the world:
 *
 * | closure | Y′ᵢ | Nⱼ |
 * | --- | --- | --- |
 * | `world-share` | ŵᵢ Yᵢ | ŵⱼ Yⱼ + k Dⱼ, k = Σ Y′ / ΣY |
 * | `multiplicative` | ŵᵢ Yᵢ | λ ŵⱼ N⁰ⱼ, λ = Σ ŵY / Σ ŵN⁰ |
 * | `held` | Yᵢ | N⁰ⱼ; uᵢ is then minus the change of ln outward multilateral resistance |
 *
 * Where factors stand idle, ŵᵢ Yᵢ is ŵᵢ times what is left of Yᵢ, and Dⱼ is what `balancesAfterIdle` leaves.
 */

import { exp, log } from '../../numeric/elementary.js'
import { type AndersonWorkspace, createAndersonWorkspace } from '../../numeric/fixed-point.js'
import { times, timesTransposed } from '../../numeric/matrix.js'
import { dot, sum } from '../../numeric/sum.js'

/** How income and spending follow from u; `balances` without balances is `world-share` with all D zero. */
export type Closure = 'world-share' | 'multiplicative' | 'held'

/** Everything that a solve writes on the way; may be used again for any world of the same number of economies. */
export interface OneSectorWorkspace {
  readonly size: number
  /** n × n: B above. */
  readonly pull: Float64Array
  /** n each: baseline income Y, purchases before tariffs N⁰, balance D = N⁰ − Y, million USD; N⁰ and D as they give
   *  way where factors stand idle. */
  readonly income: Float64Array
  readonly purchases: Float64Array
  readonly balance: Float64Array
  /** n: what is left of Y at baseline prices when idle factors are taken away; Y where none is idle. */
  readonly endowment: Float64Array
  /** n each: baseline expenditure E and tariff revenue R, million USD. */
  readonly expenditure: Float64Array
  readonly tariffRevenue: Float64Array
  /** n each, at the last point evaluated: e^u (ŵ unless held), x, G, N, N / G, Y′, S. */
  readonly wage: Float64Array
  readonly competitiveness: Float64Array
  readonly priceTerm: Float64Array
  readonly spending: Float64Array
  readonly demand: Float64Array
  readonly newIncome: Float64Array
  readonly sales: Float64Array
  /** n each: the unknown u, its residual, the step of a pass, its diagonal. */
  readonly point: Float64Array
  readonly residual: Float64Array
  readonly step: Float64Array
  readonly diagonal: Float64Array
  /** n: N / G², for the diagonal. */
  readonly weighted: Float64Array
  readonly anderson: AndersonWorkspace
}

/** Allocates the workspace of n economies: O(n²). */
export function createOneSectorWorkspace(n: number): OneSectorWorkspace {
  const vector = () => new Float64Array(n)
  return {
    size: n,
    pull: new Float64Array(n * n),
    income: vector(),
    purchases: vector(),
    balance: vector(),
    endowment: vector(),
    expenditure: vector(),
    tariffRevenue: vector(),
    wage: vector(),
    competitiveness: vector(),
    priceTerm: vector(),
    spending: vector(),
    demand: vector(),
    newIncome: vector(),
    sales: vector(),
    point: vector(),
    residual: vector(),
    step: vector(),
    diagonal: vector(),
    weighted: vector(),
    anderson: createAndersonWorkspace(n, 10),
  }
}

/**
 * Writes the residual at `workspace.point`, and every vector that belongs to it.
 *
 * @param workspace with `pull`, `income`, `purchases` and `balance` filled.
 * @returns max |rᵢ|; Infinity where an economy would have nothing left to spend, and r is undefined.
 */
export function evaluateOneSector(
  workspace: OneSectorWorkspace,
  tradeElasticity: number,
  closure: Closure,
): number {
  const { size, pull, point, residual } = workspace
  const { wage, competitiveness, priceTerm, spending, demand, newIncome, sales } = workspace
  for (let i = 0; i < size; i++) {
    wage[i] = exp(point[i]!)
    competitiveness[i] = exp(-tradeElasticity * point[i]!)
  }
  closeWorld(workspace, closure)
  timesTransposed(pull, competitiveness, priceTerm)
  let spendingLeft = true
  for (let j = 0; j < size; j++) {
    demand[j] = spending[j]! / priceTerm[j]!
    if (!(spending[j]! > 0)) spendingLeft = false
  }
  if (!spendingLeft) return Infinity
  times(pull, demand, sales)
  let largest = 0
  for (let i = 0; i < size; i++) {
    sales[i]! *= competitiveness[i]!
    const r = log(sales[i]! / newIncome[i]!)
    residual[i] = r
    if (!(Math.abs(r) <= largest)) largest = Math.abs(r)
  }
  return Number.isFinite(largest) ? largest : Infinity
}

/** Writes Y′ and N from the wages. */
function closeWorld(workspace: OneSectorWorkspace, closure: Closure): void {
  const { size, income, endowment, purchases, balance, wage, newIncome, spending } = workspace
  if (closure === 'held') {
    newIncome.set(income)
    spending.set(purchases)
    return
  }
  const worldIncome = dot(wage, endowment)
  for (let i = 0; i < size; i++) newIncome[i] = wage[i]! * endowment[i]!
  if (closure === 'world-share') {
    const balanceScale = worldIncome / sum(income)
    for (let j = 0; j < size; j++) spending[j] = newIncome[j]! + balanceScale * balance[j]!
  } else {
    const factor = worldIncome / dot(wage, purchases)
    for (let j = 0; j < size; j++) spending[j] = factor * wage[j]! * purchases[j]!
  }
}

/**
 * Writes the diagonal step of every economy at the point last evaluated: one over minus its own derivative
 * ∂rᵢ/∂uᵢ = −(1 + θ (1 − Σⱼ sᵢⱼ bᵢⱼ) − bᵢᵢ), with sᵢⱼ the share of market j in the sales of i and bᵢⱼ the share of
 * i in the purchases of j, both before tariffs; without the terms of income where that is held; never above `cap`.
 * O(n²).
 */
export function fillDiagonal(
  workspace: OneSectorWorkspace,
  tradeElasticity: number,
  closure: Closure,
  cap: number,
): void {
  const { size, pull, competitiveness, priceTerm, demand, sales, diagonal, weighted } = workspace
  for (let j = 0; j < size; j++) weighted[j] = demand[j]! / priceTerm[j]!
  for (let i = 0; i < size; i++) {
    const start = i * size
    let kept = 0
    for (let j = 0; j < size; j++) kept += pull[start + j]! * pull[start + j]! * weighted[j]!
    kept *= (competitiveness[i]! * competitiveness[i]!) / sales[i]!
    const home = (competitiveness[i]! * pull[start + i]!) / priceTerm[i]!
    const ofIncome = closure === 'held' ? 0 : 1 - home
    diagonal[i] = Math.min(cap, 1 / (ofIncome + tradeElasticity * (1 - kept)))
  }
}

/** Shifts `point` so that world goods income is what it was: the numeraire. */
export function normaliseWages(workspace: OneSectorWorkspace): void {
  const { size, point, income, endowment } = workspace
  let world = 0
  let before = 0
  for (let i = 0; i < size; i++) {
    world += exp(point[i]!) * endowment[i]!
    before += income[i]!
  }
  const shift = log(world / before)
  for (let i = 0; i < size; i++) point[i]! -= shift
}

/**
 * Market clearing of the one-sector world as a system in u = ln ŵ, without allocation in its passes.
 *
 * With Bᵢⱼ = πᵢⱼ hᵢⱼ^−θ / (1 + t′ᵢⱼ), h = τ̂ (1 + t′) / (1 + t), xᵢ = ŵᵢ^−θ, Gⱼ = Σᵢ Bᵢⱼ xᵢ and the spending before
 * tariffs Nⱼ = ŵⱼ Yⱼ + k Dⱼ, the sales of economy i are Sᵢ = xᵢ Σⱼ Bᵢⱼ Nⱼ / Gⱼ: tariff revenue drops out, since
 * E′ⱼ Gⱼ / Φⱼ = Nⱼ. The residual is rᵢ = ln(Sᵢ / (ŵᵢ Yᵢ)). One pass is two products with B.
 */

import { exp, log } from '../../numeric/elementary.js'
import { type AndersonWorkspace, createAndersonWorkspace } from '../../numeric/fixed-point.js'
import { times, timesTransposed } from '../../numeric/matrix.js'
import { dot, sum } from '../../numeric/sum.js'

/** Everything that a solve writes on the way; may be used again for any world of the same number of economies. */
export interface OneSectorWorkspace {
  readonly size: number
  /** n × n: B above. */
  readonly pull: Float64Array
  /** n each: baseline income Y, baseline balance D (purchases less sales, before tariffs), million USD. */
  readonly income: Float64Array
  readonly balance: Float64Array
  /** n each: baseline expenditure E and tariff revenue R, million USD. */
  readonly expenditure: Float64Array
  readonly tariffRevenue: Float64Array
  /** n each, at the last point evaluated: ŵ, x, G, N, N / G, S. */
  readonly wage: Float64Array
  readonly competitiveness: Float64Array
  readonly priceTerm: Float64Array
  readonly spending: Float64Array
  readonly demand: Float64Array
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
    balance: vector(),
    expenditure: vector(),
    tariffRevenue: vector(),
    wage: vector(),
    competitiveness: vector(),
    priceTerm: vector(),
    spending: vector(),
    demand: vector(),
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
 * @param workspace with `pull`, `income` and `balance` filled.
 * @returns max |rᵢ|; Infinity where an economy would have nothing left to spend, and r is undefined.
 */
export function evaluateOneSector(workspace: OneSectorWorkspace, tradeElasticity: number): number {
  const { size, pull, income, balance, point, residual } = workspace
  const { wage, competitiveness, priceTerm, spending, demand, sales } = workspace
  for (let i = 0; i < size; i++) {
    wage[i] = exp(point[i]!)
    competitiveness[i] = exp(-tradeElasticity * point[i]!)
  }
  const balanceScale = dot(wage, income) / sum(income)
  timesTransposed(pull, competitiveness, priceTerm)
  let spendingLeft = true
  for (let j = 0; j < size; j++) {
    const spent = wage[j]! * income[j]! + balanceScale * balance[j]!
    spending[j] = spent
    demand[j] = spent / priceTerm[j]!
    if (!(spent > 0)) spendingLeft = false
  }
  if (!spendingLeft) return Infinity
  times(pull, demand, sales)
  let largest = 0
  for (let i = 0; i < size; i++) {
    sales[i]! *= competitiveness[i]!
    const r = log(sales[i]! / (wage[i]! * income[i]!))
    residual[i] = r
    if (!(Math.abs(r) <= largest)) largest = Math.abs(r)
  }
  return Number.isFinite(largest) ? largest : Infinity
}

/**
 * Writes the diagonal step of every economy at the point last evaluated: one over minus its own derivative
 * ∂rᵢ/∂uᵢ = −(1 + θ (1 − Σⱼ sᵢⱼ bᵢⱼ) − bᵢᵢ), with sᵢⱼ the share of market j in the sales of i and bᵢⱼ the share of
 * i in the purchases of j, both before tariffs; never above `cap`. O(n²).
 */
export function fillDiagonal(workspace: OneSectorWorkspace, tradeElasticity: number, cap: number): void {
  const { size, pull, competitiveness, priceTerm, demand, sales, diagonal, weighted } = workspace
  for (let j = 0; j < size; j++) weighted[j] = demand[j]! / priceTerm[j]!
  for (let i = 0; i < size; i++) {
    const start = i * size
    let kept = 0
    for (let j = 0; j < size; j++) kept += pull[start + j]! * pull[start + j]! * weighted[j]!
    kept *= (competitiveness[i]! * competitiveness[i]!) / sales[i]!
    const home = (competitiveness[i]! * pull[start + i]!) / priceTerm[i]!
    diagonal[i] = Math.min(cap, 1 / (1 + tradeElasticity * (1 - kept) - home))
  }
}

/** Shifts `point` so that world goods income is what it was: the numeraire. */
export function normaliseWages(workspace: OneSectorWorkspace): void {
  const { size, point, income } = workspace
  let world = 0
  let before = 0
  for (let i = 0; i < size; i++) {
    world += exp(point[i]!) * income[i]!
    before += income[i]!
  }
  const shift = log(world / before)
  for (let i = 0; i < size; i++) point[i]! -= shift
}

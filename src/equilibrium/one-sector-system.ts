/**
 * Market clearing of the one-sector world as a system in u = ln ŵ, without allocation in its passes.
 *
 * With Bᵢⱼ = πᵢⱼ hᵢⱼ^−θ / (1 + t′ᵢⱼ), h = τ̂ (1 + t′) / (1 + t), xᵢ = ŵᵢ^−θ, Gⱼ = Σᵢ Bᵢⱼ xᵢ and the spending before
 * tariffs Nⱼ = ŵⱼ Yⱼ + k Dⱼ, the sales of economy i are Sᵢ = xᵢ Σⱼ Bᵢⱼ Nⱼ / Gⱼ: tariff revenue drops out, since
 * E′ⱼ Gⱼ / Φⱼ = Nⱼ. The residual is rᵢ = ln(Sᵢ / (ŵᵢ Yᵢ)). One pass is two products with B.
 */

import { exp, log } from '../numeric/elementary.js'
import { type AndersonWorkspace, createAndersonWorkspace } from '../numeric/fixed-point.js'
import { times, timesTransposed } from '../numeric/matrix.js'
import { createNewtonWorkspace, type NewtonWorkspace, type NonlinearSystem } from '../numeric/newton.js'
import { dot, sum } from '../numeric/sum.js'

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
  /** n each, for products with the Jacobian. */
  readonly turned: Float64Array
  readonly weighted: Float64Array
  readonly anderson: AndersonWorkspace
  readonly newton: NewtonWorkspace
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
    turned: vector(),
    weighted: vector(),
    anderson: createAndersonWorkspace(n, 6),
    newton: createNewtonWorkspace(n),
  }
}

/** The system over a workspace whose `pull`, `income` and `balance` are filled. */
export function oneSectorSystem(workspace: OneSectorWorkspace, tradeElasticity: number): NonlinearSystem {
  const theta = tradeElasticity
  const { size, pull, income, balance, turned, weighted } = workspace
  const { wage, competitiveness, priceTerm, spending, demand, sales } = workspace
  const worldIncome = sum(income)

  return {
    size,

    evaluate(point, residual) {
      for (let i = 0; i < size; i++) {
        wage[i] = exp(point[i]!)
        competitiveness[i] = exp(-theta * point[i]!)
      }
      const balanceScale = dot(wage, income) / worldIncome
      timesTransposed(pull, competitiveness, priceTerm)
      for (let j = 0; j < size; j++) {
        const spent = wage[j]! * income[j]! + balanceScale * balance[j]!
        spending[j] = spent
        demand[j] = spent / priceTerm[j]!
        // an economy that owes more than it earns has no equilibrium here
        if (!(spent > 0)) return Infinity
      }
      times(pull, demand, sales)
      let largest = 0
      for (let i = 0; i < size; i++) {
        sales[i]! *= competitiveness[i]!
        const r = log(sales[i]! / (wage[i]! * income[i]!))
        residual[i] = r
        if (!(Math.abs(r) <= largest)) largest = Math.abs(r)
      }
      return Number.isFinite(largest) ? largest : Infinity
    },

    applyNegativeJacobian(v, out) {
      let world = 0
      for (let i = 0; i < size; i++) {
        turned[i] = competitiveness[i]! * v[i]!
        world += wage[i]! * income[i]! * v[i]!
      }
      world /= worldIncome
      timesTransposed(pull, turned, weighted)
      for (let j = 0; j < size; j++) {
        // d ln N − d ln G, times N / G
        const spent = (wage[j]! * income[j]! * v[j]! + balance[j]! * world) / spending[j]!
        turned[j] = demand[j]! * (spent + (theta * weighted[j]!) / priceTerm[j]!)
      }
      times(pull, turned, out)
      // the last term fixes the numeraire: without it a common change of all wages has no effect
      for (let i = 0; i < size; i++) {
        out[i] = (1 + theta) * v[i]! - (competitiveness[i]! * out[i]!) / sales[i]! + world
      }
    },

    preconditioner(out) {
      for (let i = 0; i < size; i++) {
        let kept = 0
        for (let j = 0; j < size; j++) {
          const cell = competitiveness[i]! * pull[i * size + j]!
          kept += (cell * demand[j]! * cell) / priceTerm[j]!
        }
        const home = (competitiveness[i]! * pull[i * size + i]!) / priceTerm[i]!
        out[i] = 1 / (1 + theta * (1 - kept / sales[i]!) - home)
      }
    },
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

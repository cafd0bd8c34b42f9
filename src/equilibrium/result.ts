/** What every model of general equilibrium returns; each adds what only it can say. */
import type { Convergence } from './convergence.js'

/**
 * The world before and after a change, labelled. All arrays belong to the caller; a hat is new over old, n economies,
 * J sectors; money in million USD of the baseline year in the numeraire of the solve.
 */
export interface EquilibriumResult {
  /** n names (ISO 3166-1 alpha-3 where they are countries), the order of every axis of economies. */
  readonly economies: readonly string[]
  /** J names, the order of every axis of sectors. */
  readonly sectors: readonly string[]
  /**
   * J × n × n, million USD FOB: the sales of exporter to importer before the change, home sales on the diagonal; a
   * matrix for each sector. The baseline's own, or what became of it when balances were taken away first.
   */
  readonly flows: Float64Array
  /** J × n × n, million USD FOB at new prices. */
  readonly newFlows: Float64Array
  /** ŵ, n: price of the endowment = income per unit of it. */
  readonly wageHat: Float64Array
  /** P̂, n: price index of final purchases, tariffs included. */
  readonly priceIndexHat: Float64Array
  /** E, n, million USD: final expenditure before the change, tariffs included. */
  readonly expenditure: Float64Array
  /** Ê, n. */
  readonly expenditureHat: Float64Array
  /** Ê / P̂, n: the quantity of final purchases. */
  readonly realSpendingHat: Float64Array
  /** R and R′, n, million USD. */
  readonly tariffRevenue: Float64Array
  readonly newTariffRevenue: Float64Array
  /**
   * n, million USD at baseline prices: how far balances (spending less income) give way where factors stand idle, see
   * `balancesAfterIdle`. Above zero an economy saves less than it did, below zero it borrows less. Zeros where none is.
   */
  readonly balanceShift: Float64Array
  readonly convergence: Convergence
}

/** The records that go into and come out of the one-sector equilibrium. */
import type { Convergence } from '../convergence.js'
import type { OneSectorWorkspace } from './system.js'

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
  /** Passes before the solve fails. */
  readonly maxPasses?: number
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

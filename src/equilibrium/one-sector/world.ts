/** The records that go into and come out of the one-sector equilibrium. */
import type { LuFactors } from '../../numeric/factor.js'
import type { Balances, Numeraire } from '../closure.js'
import type { EquilibriumResult } from '../result.js'
import type { OneSectorWorkspace } from './system.js'

/** A one-sector world before the change; n economies, row-major, exporter before importer. */
export interface OneSectorBaseline {
  /** n names, in the order of every axis. */
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
  /** n, million USD at baseline prices, ≥ 0 and below what the economy sells: income of factors that stand idle after
   *  the change, such as an oil field whose port is closed. Left out: none. */
  readonly idleIncome?: Float64Array | undefined
}

/**
 * `full`: endowments are fixed, incomes and spending move with prices. `conditional`: every economy's sales and
 * spending before tariffs are held and only the multilateral resistances move (Yotov et al. 2016, chapter 2).
 */
export type Endowment = 'full' | 'conditional'

export interface OneSectorOptions {
  /** Default `full`. */
  readonly endowment?: Endowment
  /** Default `world-share`; has no meaning, and is refused, where endowment is `conditional`. */
  readonly balances?: Balances
  /** Default `world-income`; `conditional` prices have no level of their own, there only `priceOf` means something. */
  readonly numeraire?: Numeraire
  /** Default `given`: every cell is looked at. `checked`: the caller vouches that an earlier solve of such inputs passed. */
  readonly inputs?: 'given' | 'checked'
  /** Largest |ln(sales / income)| that counts as cleared. The solve goes on to a tenth of it where rounding lets it. */
  readonly tolerance?: number
  /** Passes before the solve fails. */
  readonly maxPasses?: number
  /** From `createOneSectorWorkspace(n)`, to spare the allocation when solving often. Never shared between threads. */
  readonly workspace?: OneSectorWorkspace
  /** n, > 0: wage ratios of a near solution to start from; the last digits of the result depend on it. */
  readonly startWageHat?: Float64Array
  /** K near the solution (`factorisedSystem`), in place of the diagonal step; halves the passes of many near solves. */
  readonly factors?: LuFactors
}

/** The world after the change; sectors: one, `goods`. What the fields of `EquilibriumResult` mean here is said there. */
export interface OneSectorEquilibrium extends EquilibriumResult {
  readonly endowment: Endowment
  readonly balances: Balances
  /** ŵ / P̂, n: purchasing power of what is produced; balances and tariff revenue left out. */
  readonly goodsRealWageHat: Float64Array
  /**
   * Π̂, n, with X′ᵢⱼ = Y′ᵢ N′ⱼ / Y′ × (τ′ᵢⱼ / (Π′ᵢ P′ⱼ))^−θ without tariffs; P is `priceIndexHat`. Told in the same
   * numeraire: where prices are told c times as high, Π̂ is told c times as low.
   */
  readonly outwardMultilateralResistanceHat: Float64Array
}

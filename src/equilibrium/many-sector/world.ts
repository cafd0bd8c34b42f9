/**
 * The records that go into and come out of the many-sector equilibrium.
 *
 * Arrays over cells have the sector first, then exporter, then importer: each sector is one n × n matrix, and a solve
 * works through them one at a time. Arrays over sectors and economies are J × n, sector first for the same reason.
 */
import type { Balances, Numeraire } from '../closure.js'
import type { EquilibriumResult } from '../result.js'
import type { ManySectorWorkspace } from './workspace.js'

/** A world of J sectors and n economies before the change, row-major. */
export interface ManySectorBaseline {
  /** n names, in the order of every axis. */
  readonly economies: readonly string[]
  /** J names, in the order of every axis. */
  readonly sectors: readonly string[]
  /** J × n × n (sector, exporter, importer), million USD free on board (before tariffs), home sales on the diagonal;
   *  ≥ 0. A sector with nothing off its diagonal is not traded. */
  readonly flows: Float64Array
  /** J × n × n, ad valorem on the FOB value (0.05 = 5 %), > −1. */
  readonly tariff: Float64Array
  /** β, J × n (sector, economy): value added in output, 0 < β ≤ 1; 1 is production without intermediates. */
  readonly valueAddedShare: Float64Array
  /** γ, n × J × J (economy, input used, using sector): what intermediate spending of a using sector is made of; ≥ 0,
   *  and every column adds up to one (`normaliseInputShares`), or to zero where β = 1. Left out or empty: β = 1. */
  readonly inputShare?: Float64Array
  /** θ, J: minus the elasticity of trade to trade cost, > 0. */
  readonly tradeElasticity: Float64Array
}

/** What happens to the cost of trade. */
export interface ManySectorChange {
  /** J × n × n, new over old iceberg cost, > 0; +Infinity cuts a cell off. Left out: no change. */
  readonly icebergHat?: Float64Array | undefined
  /** J × n × n, ad valorem after the change, > −1. */
  readonly newTariff: Float64Array
  /** n, million USD at baseline prices, ≥ 0 and below value added: income of factors that stand idle after the change.
   *  Left out: none. */
  readonly idleIncome?: Float64Array | undefined
}

/** A near solution to start from: the same fields of a `ManySectorEquilibrium`, in any numeraire. */
export interface ManySectorStart {
  /** n, > 0. */
  readonly wageHat: Float64Array
  /** J × n, > 0. */
  readonly sectorPriceHat: Float64Array
  /** J × n, million USD, ≥ 0. */
  readonly newSectorSpending: Float64Array
}

export interface ManySectorOptions {
  /** Largest residual of wages, prices and spending that counts as solved. */
  readonly tolerance?: number
  /** Passes before the solve fails. */
  readonly maxPasses?: number
  /** How trade balances move; `world-share` unless said otherwise. */
  readonly balances?: Balances
  /** In which price the result is told; `world-income` unless said otherwise. */
  readonly numeraire?: Numeraire
  /** From `createManySectorWorkspace`, to spare the allocation when solving often. Never shared between threads. */
  readonly workspace?: ManySectorWorkspace
  /** The last digits of the result depend on it. */
  readonly start?: ManySectorStart
}

/** A final demand that the data put below zero: the economy produces with more of a good than it buys. */
export interface ClippedFinalDemand {
  readonly sector: string
  readonly economy: string
  /** Million USD, below zero. */
  readonly finalDemand: number
  /** Spending on the sector in the data, million USD. */
  readonly expenditure: number
}

/** What a change is taken from: the baseline as given, or solved anew where it was no equilibrium of the model. */
export interface ManySectorBase {
  /** Its `flows` are those of the base; all else is as it was given. */
  readonly baseline: ManySectorBaseline
  /** Whether `baseline.flows` differ from what was given, because balances were closed or demands clipped. */
  readonly rebased: boolean
  /** Final demands below zero in what was given, set to zero before the base was solved anew; empty where none was. */
  readonly clippedFinalDemand: readonly ClippedFinalDemand[]
  /** J × n, million USD: sales of each sector before tariffs, and spending on it, tariffs included. */
  readonly output: Float64Array
  readonly expenditure: Float64Array
  /** n each, million USD: Σ β output; revenue; spending less income before tariff revenue; their sum. */
  readonly valueAdded: Float64Array
  readonly tariffRevenue: Float64Array
  readonly balance: Float64Array
  readonly income: Float64Array
  /** α, J × n: share of each sector in final demand, adding up to one over sectors. */
  readonly finalDemandShare: Float64Array
}

/** The world after the change. What the fields of `EquilibriumResult` mean here is said there; final expenditure is
 *  income I: value added + balance + tariff revenue. */
export interface ManySectorEquilibrium extends EquilibriumResult {
  readonly balances: Balances
  readonly base: ManySectorBase
  /** ĉ, J × n: unit cost of production. */
  readonly unitCostHat: Float64Array
  /** P̂, J × n: price index of what is bought of a sector, tariffs included; 1 where nothing is bought.
   *  `priceIndexHat` is Πₖ P̂ₖ^αₖ. */
  readonly sectorPriceHat: Float64Array
  /** X′, J × n, million USD, tariffs and intermediate use included. */
  readonly newSectorSpending: Float64Array
  /** I′, n, million USD; the base's is `expenditure`. */
  readonly newIncome: Float64Array
  /** (I′ / I) / P̂, n: real income, exactly, less what balances gave way (`balanceShift`). The same as `realSpendingHat`: every sector is in, so income is spent. */
  readonly realIncomeHat: Float64Array
  /** ŵ / P̂, n. */
  readonly realWageHat: Float64Array
}

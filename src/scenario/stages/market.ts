/** General equilibrium of a scenario, whichever model it names: ratios of cost on the trade matrix in, a market out. */
import { type CargoParameters, containers } from '../../costs/cargo.js'
import { effectiveTariff } from '../../costs/iceberg.js'
import { idleIncome, shutInTrade } from '../../costs/idle-bulk.js'
import type { ManySectorChange, ManySectorEquilibrium } from '../../equilibrium/many-sector/world.js'
import { factorisedSystem, worldAfter } from '../../equilibrium/one-sector/derivatives.js'
import { createOneSectorWorkspace } from '../../equilibrium/one-sector/system.js'
import type { OneSectorBaseline } from '../../equilibrium/one-sector/world.js'
import type { EquilibriumResult } from '../../equilibrium/result.js'
import { solveEquilibrium } from '../../equilibrium/solver.js'
import { realIncomeHat } from '../../equilibrium/welfare.js'
import type { BulkChange } from '../../network/traffic/bulk.js'
import type { LuFactors } from '../../numeric/factor.js'
import type { MarketModel } from './counterfactual-model.js'

/** What route choice says of every pair of the trade matrix, n × n. */
export interface PairCosts {
  /** USD per TEU. */
  readonly value: Float64Array
  /** Share of general cargo in the pair's trade, and of that part of it that goes in boxes over land and sea. */
  readonly generalShare: Float64Array
  readonly boxShare: Float64Array
  /** Iceberg ratio of general cargo, and of the pair's whole trade with its bulk and other barriers. */
  readonly generalHat: Float64Array
  readonly hat: Float64Array
  /** What becomes of bulk. */
  readonly bulk: BulkChange
}

/** Where later solves of the same scenario begin; plain records. */
export type MarketStart =
  | OneSectorStart
  | {
      readonly model: 'many-sector'
      readonly wageHat: Float64Array
      readonly sectorPriceHat: Float64Array
      readonly newSectorSpending: Float64Array
    }

interface OneSectorStart {
  readonly model: 'one-sector'
  readonly wageHat: Float64Array
  readonly factors: LuFactors
}

/** A solved market, in the scenario's economic axis (m economies). */
export interface Market {
  readonly equilibrium: EquilibriumResult
  /** m: real income of whole economies, new over old. */
  readonly realIncomeHat: Float64Array
  /** ŵ/P̂, m. */
  readonly realWageHat: Float64Array
  /** Sales of goods before and after: a matrix for each sector of goods, million USD. */
  readonly goods: { readonly before: Float64Array; readonly after: Float64Array }
  /** m, million USD: what stands idle; undefined where nothing does. */
  readonly idleIncome: Float64Array | undefined
  /** n × n, TEU a year of general cargo, in the axis of the trade matrix. */
  readonly boxesBefore: Float64Array
  readonly boxesAfter: Float64Array
  /** The world that it ended in, where the model can take derivatives of it. */
  readonly world: OneSectorBaseline | undefined
  /** With many sectors: the equilibrium of all of them, and the change that led to it. */
  readonly manySectors:
    | { readonly equilibrium: ManySectorEquilibrium; readonly change: ManySectorChange }
    | undefined
  /** Where later solves begin, made when it is asked for. */
  readonly start: () => MarketStart
}

export interface MarketParameters extends CargoParameters {
  readonly tradeElasticity: number
  /** Part of the value of bulk without a way that nobody earns otherwise; see `idleIncome`. */
  readonly idleBulkShare: number
}

/** Solves one market after the other with room that is used again: the next call overwrites boxes and tariffs. */
export type MarketSolver = (parameters: MarketParameters, costs: PairCosts, flows: Float64Array) => Market

/** One sector on the trade matrix: general cargo and bulk together by their shares. */
export function oneSectorMarket(model: MarketModel, given: MarketStart | undefined): MarketSolver {
  const { economies, axis, balances, numeraire } = model
  const n = economies.length
  const workspace = createOneSectorWorkspace(n)
  const matrix = (): Float64Array => new Float64Array(n * n)
  const room = {
    tariff: matrix(),
    newTariff: matrix(),
    boxesBefore: matrix(),
    boxesAfter: matrix(),
  }
  let begin: (() => OneSectorStart) | undefined = given?.model === 'one-sector' ? () => given : undefined

  const { shutIn } = model
  return ({ tradeElasticity, idleBulkShare }, { value, generalShare, boxShare, hat, bulk }, flows) => {
    // Before the matrices are written anew, on which it may depend.
    const start = begin?.()
    const tariff = effectiveTariff(model.tariff, generalShare, room.tariff)
    const baseline = { economies, flows, tariff, tradeElasticity }
    const change = {
      icebergHat: hat,
      newTariff: effectiveTariff(model.newTariff, generalShare, room.newTariff),
      idleIncome: shutIn && idleIncome(n, idleBulkShare, shutInTrade(flows, generalShare, bulk, shutIn)),
    }
    const equilibrium = solveEquilibrium('one-sector', baseline, change, {
      workspace,
      startWageHat: start?.wageHat,
      factors: start?.factors,
      // later ones are the first with other parameters inside their ranges
      inputs: start === undefined ? 'given' : 'checked',
      balances,
      numeraire,
    })
    const world = worldAfter(baseline, change, equilibrium)
    // Where the first one ends, and its derivatives there, is where the others begin.
    begin ??= once(() => ({
      model: 'one-sector',
      wageHat: equilibrium.wageHat,
      factors: factorisedSystem(world, balances),
    }))
    // Where no GDP is in hand (the rest of the world) goods spending stands in; its row is not reported.
    const income = axis.gdpMusd.map((gdp, i) => (gdp > 0 ? gdp : equilibrium.expenditure[i]))
    return {
      equilibrium,
      realIncomeHat: realIncomeHat(equilibrium, income),
      realWageHat: equilibrium.goodsRealWageHat,
      goods: { before: equilibrium.flows, after: equilibrium.newFlows },
      idleIncome: change.idleIncome,
      boxesBefore: containers(model, equilibrium.flows, boxShare, value, room.boxesBefore),
      boxesAfter: containers(model, equilibrium.newFlows, boxShare, value, room.boxesAfter),
      world,
      manySectors: undefined,
      start: begin,
    }
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** All that a counterfactual reads, as plain records and arrays: it can be sent to another thread as it stands. */
import type { ClassesAtEnds } from '../../costs/figure-ends.js'
import { shutInBulk } from '../../costs/idle-bulk.js'
import { type PairClasses, pairClasses } from '../../costs/pair-classes.js'
import { getParameter } from '../../dataset/parameters.js'
import { type BulkAtEnds, type BulkChange, bulkBySea, sailingBulk } from '../../network/traffic/bulk.js'
import { buildBulkLanes } from '../../network/traffic/bulk-lanes.js'
import type { GateTable } from '../../network/traffic/gate-traffic.js'
import type { Scenario } from '../scenario.js'
import type { EconomicAxis } from './economic-axis.js'
import type { RouteChoices } from './route-choices.js'
import type { SectorWorld } from './sector-world.js'
import type { TimeValueRidge } from './time-value-ridge.js'
import type { TransitStage } from './transit-stage.js'
import { bulkSituation, closesSomething, type World } from './world.js'

/** What a market is solved on. Matrices are n × n, exporter before importer; see `World` for those without words. */
export interface MarketModel {
  readonly model: Scenario['model']
  readonly balances: Scenario['balances']
  readonly numeraire: Scenario['numeraire']
  readonly economies: readonly string[]
  readonly axis: EconomicAxis
  readonly sectors: SectorWorld | undefined
  /** The scenario's own trade elasticity: sectors' elasticities move with it in draws. */
  readonly centralElasticity: number
  readonly far: Uint8Array
  readonly flows: Float64Array
  readonly bulkShare: Float64Array
  readonly airShare: Float64Array
  /** On general cargo, before and after. */
  readonly tariff: Float64Array
  readonly newTariff: Float64Array
  readonly nonTariffHat: Float64Array
  readonly bulk: BulkChange
  /** n × n: of the bulk that has no way left, the part that finds no other buyer; undefined where all has a way. */
  readonly shutIn?: Float64Array | undefined
  /** Where something closes and draws are made. */
  readonly bulkAtEnds?: BulkAtEnds | undefined
  /** Of the touched pairs; undefined where none is. */
  readonly classes: PairClasses | undefined
  /** The same with the network's figures at the ends of their ranges, where they are known. */
  readonly classesAtEnds?: ClassesAtEnds | undefined
  readonly ridge: TimeValueRidge
}

/** What a TEU in transit pays every country with all charges at an end of their ranges, over what it pays as stated; n each. */
export interface TransitPrices {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** And what else is told of it. */
export interface CounterfactualModel extends MarketModel {
  readonly transit: TransitStage
  /** Points whose traffic is wanted; known once the central counterfactual is. */
  readonly gates?: GateTable
  /** Where the ends of the ranges of charges are known. */
  readonly transitPrices?: TransitPrices | undefined
}

/** What becomes of bulk at both ends of the ranges of chains of its own; undefined where nothing closes. */
export function bulkAtEnds(world: World, { bulkValuePerTeu }: RouteChoices): BulkAtEnds | undefined {
  if (!closesSomething(world)) return undefined
  const situation = bulkSituation(world)
  const at = (position: number): BulkChange => {
    const lanes = buildBulkLanes(situation.choiceSet, world.baseline.network, world.economies, position)
    return bulkBySea({ ...situation, lanes }, bulkValuePerTeu)
  }
  return { low: at(-1), high: at(1) }
}

/** What becomes of bulk, and of the fields that it comes from. */
function bulkOf(world: World, { bulkValuePerTeu }: RouteChoices): Pick<MarketModel, 'bulk' | 'shutIn'> {
  const situation = bulkSituation(world)
  const bulk = bulkBySea(situation, bulkValuePerTeu)
  const { flows, dataset } = world
  const bulkMusd = (pair: number): number => flows[pair] * dataset.bulkShare[pair]
  return { bulk, shutIn: shutInBulk(bulk, () => sailingBulk(situation), bulkMusd, world.economies.length) }
}

/** @param bulk known where another world opens and closes the same. */
export function marketModel(
  world: World,
  routes: RouteChoices,
  { bulk, shutIn }: Pick<MarketModel, 'bulk' | 'shutIn'> = bulkOf(world, routes),
): MarketModel {
  const { economies, axis, sectors, far, flows, network, dataset, baseline, effect, scenario } = world
  return {
    model: scenario.model,
    balances: scenario.balances,
    numeraire: scenario.numeraire,
    economies,
    axis,
    sectors,
    centralElasticity: getParameter(scenario.parameters, 'tradeElasticity').value,
    far,
    flows,
    bulkShare: dataset.bulkShare,
    airShare: dataset.airShare,
    tariff: baseline.tariff,
    newTariff: effect.tariff,
    nonTariffHat: effect.nonTariffHat,
    bulk,
    shutIn,
    classes: routes.choices && pairClasses(network.lanes, routes.choices),
    ridge: routes.ridge,
  }
}

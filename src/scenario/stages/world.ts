/**
 * The world of one scenario: all that does not depend on a draw of the parameters, in the axes of the trade matrix.
 */

import { intercontinentalPairs } from '../../costs/cargo.js'
import { rolesOn } from '../../dataset/blocs.js'
import type { Dataset, Parameter } from '../../dataset/dataset.js'
import { nominalGdp } from '../../dataset/joined-economies.js'
import { getParameter } from '../../dataset/parameters.js'
import type { SectorDataset } from '../../dataset/sectors/sector-dataset.js'
import { KeruenError } from '../../errors.js'
import { type TurnoverBridge, turnoverBridge } from '../../indicators/bloc-turnover.js'
import { applyPackage, type PackageEffect, type PackageOptions } from '../../measures/apply.js'
import { avoidedTerritories, type ChoiceSet } from '../../network/choice-set/choice-set.js'
import { withDetours } from '../../network/choice-set/detours.js'
import { extendBaseline } from '../../network/comparison/extend-baseline.js'
import { hasRules, type NetworkBaseline } from '../../network/comparison/network-baseline.js'
import {
  compareNetworks,
  type NetworkChange,
  type OnTop,
  withOnTop,
} from '../../network/comparison/network-change.js'
import { elementCosts, indexElements } from '../../network/elements/elements.js'
import type { NetworkSituation } from '../../network/route-choice/network-state.js'
import type { BulkSituation } from '../../network/traffic/bulk.js'
import type { Scenario } from '../scenario.js'
import { type EconomicAxis, economicAxis } from './economic-axis.js'
import { type SectorWorld, sectorWorld } from './sector-world.js'

/** What is the same for every package: today's network, trade and income. */
export interface WorldToday {
  readonly dataset: Dataset
  /** Of the trade matrix, which is the network's axis too. */
  readonly economies: readonly string[]
  /** Index of each member in the economies. */
  readonly members: readonly number[]
  readonly roles: ReadonlyMap<string, string>
  /** n × n, million USD FOB, as the scenario asks: with its adjustments or as recorded. */
  readonly flows: Float64Array
  /** Null with many sectors, which have their own trade. */
  readonly turnoverBridge: TurnoverBridge | null
  /** n, million USD of the baseline year; Hong Kong with China. NaN where no figure is in hand (rest of the world). */
  readonly gdpMusd: Float64Array
  /** n × n, 1 where the value of a TEU is that of intercontinental trade. */
  readonly far: Uint8Array
  readonly baseline: PackageEffect
  /** The many-sector baseline as it was brought, and as the model reads it; with model `many-sector` only. */
  readonly sectorDataset: SectorDataset | undefined
  readonly sectors: SectorWorld | undefined
  /** Where trade and income are told. */
  readonly axis: EconomicAxis
}

export interface World extends WorldToday {
  readonly scenario: Scenario
  readonly effect: PackageEffect
  readonly network: NetworkChange
}

/** How a world may be made of what is in hand. */
export interface WorldOptions {
  /** See `RunOptions.baseline`. */
  readonly prepared?: NetworkBaseline | undefined
  /** Compares the networks in place of `compareNetworks`, to the same result. */
  readonly compare?: CompareSituations
  /** Of a scenario that differs in its measures alone. */
  readonly today?: WorldToday | undefined
}

/**
 * Lays out trade and income.
 *
 * @param sectorDataset read where the scenario's model is `many-sector`.
 * @throws KeruenError `scenario.no-sector-baseline` where the model needs one; `dataset.no-gdp` where an economy of the
 *   matrix has no GDP.
 */
export function worldToday(
  dataset: Dataset,
  scenario: Scenario,
  sectorDataset: SectorDataset | undefined,
): WorldToday {
  const { economies } = dataset.trade
  const at = new Map(economies.map((iso3, i) => [iso3, i]))
  const sectors = sectorsOf(scenario, sectorDataset, economies)
  const members = membersInMatrix(scenario, at)
  const gdpMusd = nominalGdp(dataset)
  const axisGdp = sectors === undefined ? gdpMusd : nominalGdp(dataset, sectorDataset!.year)
  return {
    dataset,
    sectorDataset: sectors && sectorDataset,
    sectors,
    axis: economicAxis({ dataset, economies, members, gdpMusd: axisGdp }, sectors),
    economies,
    members,
    roles: rolesOf(dataset, scenario),
    flows: goodsFlows(dataset, scenario.tradeAdjustments),
    turnoverBridge:
      sectors === undefined
        ? turnoverBridge(dataset.trade, scenario.members, scenario.tradeAdjustments)
        : null,
    gdpMusd,
    far: intercontinentalPairs(
      economies,
      dataset.countries,
      centralValue(scenario.parameters, 'intercontinentalDistance'),
    ),
    baseline: applyPackage(dataset, [], packageOptions(dataset, scenario)),
  }
}

/**
 * Applies the package and compares the networks.
 *
 * @throws KeruenError what `applyPackage` and `worldToday` throw.
 */
export function prepareWorld(
  dataset: Dataset,
  scenario: Scenario,
  choiceSet: ChoiceSet,
  sectorDataset?: SectorDataset,
  { prepared, compare, today = worldToday(dataset, scenario, sectorDataset) }: WorldOptions = {},
): World {
  const effect = applyPackage(dataset, scenario.measures, packageOptions(dataset, scenario))
  const compareNow = compare ?? situationComparer(dataset, scenario, choiceSet, prepared)
  const network = compareNow(situationOf(today.baseline), situationOf(effect))
  return { ...today, scenario, effect, network }
}

export function packageOptions({ year }: Dataset, { avoidanceRegime, parameters }: Scenario): PackageOptions {
  return { date: `${year}-12-31`, regime: avoidanceRegime, parameters }
}

/**
 * The same world with queues, or dearer freight, on top of what the package brings.
 *
 * @param world  without them.
 * @param routes those that pass an element with something on top.
 */
export function worldWith(world: World, onTop: OnTop, routes: Uint32Array): World {
  return { ...world, network: withOnTop(world.network, onTop, routes, routeDispersion(world.scenario)) }
}

/** USD per TEU, of the choice on land. */
function routeDispersion({ parameters }: Scenario): number {
  return centralValue(parameters, 'routeDispersion')
}

/** Whether a measure closes something. */
export function closesSomething({ scenario }: Pick<World, 'scenario'>): boolean {
  return scenario.measures.some(({ kind }) => kind === 'close')
}

/** What bulk by sea meets. */
export function bulkSituation({ network, baseline, effect, economies }: World): BulkSituation {
  return {
    choiceSet: network.choiceSet,
    lanes: network.bulkLanes,
    links: baseline.network.links,
    index: network.index,
    costs: network.before,
    before: network.totalsBefore,
    openAfter: network.totalsAfter.open,
    closedPlaces: effect.closedPlaces,
    economies: economies.length,
  }
}

/** Compares the network of today with that after a package. */
export type CompareSituations = (today: NetworkSituation, after: NetworkSituation) => NetworkChange

function situationOf({ network, closedPlaces, avoidance }: PackageEffect): NetworkSituation {
  return { tables: network, closedPlaces, rules: avoidance }
}

/**
 * Compares on the stored routes, with ways round what the package closes.
 *
 * @param prepared see `RunOptions.baseline`.
 * @param slider   see `networkSlider`; taken where the package closes nothing.
 */
export function situationComparer(
  { trade, countries }: Dataset,
  scenario: Scenario,
  choiceSet: ChoiceSet,
  prepared: NetworkBaseline | undefined,
  slider?: (after: NetworkSituation) => NetworkChange,
): CompareSituations {
  const dispersion = routeDispersion(scenario)
  return (today, after) => {
    const known = prepared && hasRules(prepared, today.rules) ? prepared : undefined
    const extended = closingRoutes(choiceSet, today, after)
    if (slider !== undefined && extended === choiceSet) return slider(after)
    const base = known && extended !== choiceSet ? extendBaseline(known, extended, today) : known
    return compareNetworks(extended, today, after, trade.economies, countries, dispersion, base)
  }
}

/** The stored routes, with ways round what a package closes where they have none; the same record where it closes nothing. */
function closingRoutes(choiceSet: ChoiceSet, today: NetworkSituation, after: NetworkSituation): ChoiceSet {
  const index = indexElements(today.tables)
  return withDetours(
    choiceSet,
    today.tables,
    elementCosts(today.tables, index, today.closedPlaces),
    elementCosts(after.tables, index, after.closedPlaces).open,
    avoidedTerritories(today.rules),
  )
}

/** The baseline that the scenario was resolved against. */
function sectorsOf(
  { model, sectors }: Scenario,
  baseline: SectorDataset | undefined,
  economies: readonly string[],
): SectorWorld | undefined {
  if (model !== 'many-sector') return undefined
  if (baseline === undefined || sectors === undefined || baseline.id !== sectors.dataset) {
    throw new KeruenError('input', {
      code: 'scenario.no-sector-baseline',
      at: { field: 'model' },
      expected: `the many-sector baseline ${sectors?.dataset ?? ''}`.trim(),
      found: baseline?.id ?? 'none',
      mend: 'Build it with keruen data build sectors and name its folder with --sectors DIR',
    })
  }
  return sectorWorld(baseline, sectors.elasticity, economies)
}

/** Roles on the scenario's date; a bloc of the user's own has members only. */
function rolesOf(dataset: Dataset, { bloc, asOf, members }: Scenario): ReadonlyMap<string, string> {
  return bloc === 'custom' ? new Map(members.map(iso3 => [iso3, 'member'])) : rolesOn(dataset, bloc, asOf)
}

/** A parameter's central value. */
function centralValue(parameters: readonly Parameter[], id: string): number {
  return getParameter(parameters, id).value
}

/** Goods flows, n × n million USD: recorded, plus the adjustments where they are asked for. */
export function goodsFlows(dataset: Dataset, withAdjustments: boolean): Float64Array {
  const { recordedMusd, adjustmentMusd } = dataset.trade
  return recordedMusd.map((value, ij) => (withAdjustments ? Math.max(0, value + adjustmentMusd[ij]) : value))
}

function membersInMatrix(scenario: Scenario, at: ReadonlyMap<string, number>): number[] {
  const missing = scenario.members.filter(iso3 => !at.has(iso3))
  if (missing.length > 0) {
    throw new KeruenError(
      'input',
      missing.map(iso3 => ({
        code: 'scenario.member-without-trade',
        at: { field: 'bloc' },
        expected: 'members that have a row of their own in the trade matrix',
        found: iso3,
        mend: `write bloc: custom and list members without ${iso3}, whose trade is part of the rest of the world`,
      })),
    )
  }
  return scenario.members.map(iso3 => at.get(iso3)!)
}

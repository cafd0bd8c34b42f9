/** What a network gives before any package, the same for every scenario on it: it can be made once and stored. */
import type { AvoidanceRule, Country } from '../../dataset/dataset.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import { elementCosts, indexElements } from '../elements/elements.js'
import { buildLanes, type Lanes, territoryFlags } from '../route-choice/lanes.js'
import type { NetworkSituation, RouteChoiceParameters } from '../route-choice/network-state.js'
import { chooseBaselineRoutes } from '../route-choice/route-choice.js'
import { type RouteTotals, routeTotals } from '../route-choice/route-totals.js'
import { type BulkLanes, buildBulkLanes } from '../traffic/bulk-lanes.js'

/** Plain records and arrays. */
export interface NetworkBaseline {
  /** The rules of avoidance behind lanes and territory, as JSON; see `hasRules`. */
  readonly rules: string
  readonly lanes: Lanes
  readonly bulkLanes: BulkLanes
  /** Flags of each rule's territory by route, see `territoryFlags`. */
  readonly territory: readonly Uint8Array[]
  readonly totals: RouteTotals
  /** Made apart, since it takes longest. */
  readonly choice?: BaselineChoice
}

/** Choice of routes before any package, under one set of parameters. */
export interface BaselineChoice {
  /** What it depends on, as JSON; see `sharesUnder`. */
  readonly parameters: string
  /** Share of every route of every lane, at lanes.shareStart. */
  readonly share: Float64Array
}

/** O(elements of the choice set). */
export function networkBaseline(
  choiceSet: ChoiceSet,
  { tables, closedPlaces, rules }: NetworkSituation,
  economies: readonly string[],
  countries: readonly Country[],
): NetworkBaseline {
  const costs = elementCosts(tables, indexElements(tables), closedPlaces)
  const totals = routeTotals(choiceSet, costs)
  return {
    rules: JSON.stringify(rules),
    lanes: buildLanes(choiceSet, tables, economies, countries, rules, totals),
    bulkLanes: buildBulkLanes(choiceSet, tables, economies),
    territory: territoryFlags(choiceSet, tables, rules),
    totals,
  }
}

/** Whether a baseline was made under these rules: a scenario may ask for another regime. */
export function hasRules(baseline: NetworkBaseline, rules: readonly AvoidanceRule[]): boolean {
  return baseline.rules === JSON.stringify(rules)
}

/** O(routes of all lanes × nodes) exponentials. */
export function baselineChoice(
  choiceSet: ChoiceSet,
  { lanes, territory, totals }: NetworkBaseline,
  rules: readonly AvoidanceRule[],
  parameters: RouteChoiceParameters,
): BaselineChoice {
  const before = { totals, rules }
  const situation = { choiceSet, lanes, territory, before, after: before, switches: false }
  const all = Int32Array.from({ length: lanes.count }, (_, l) => l)
  return {
    parameters: asText(parameters),
    share: chooseBaselineRoutes(situation, parameters, all),
  }
}

/** The shares of a choice where it was made under these parameters. */
export function sharesUnder(
  choice: BaselineChoice | undefined,
  parameters: RouteChoiceParameters,
): Float64Array | undefined {
  return choice?.parameters === asText(parameters) ? choice.share : undefined
}

/** All that baseline shares depend on; other calibrations than the central one do not count. */
function asText({ timeValues, dispersion, seaDispersion }: RouteChoiceParameters): string {
  const { value, weights, centre } = timeValues
  return JSON.stringify([dispersion, seaDispersion, [...value], [...weights[centre]]])
}

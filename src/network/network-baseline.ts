/** What a network gives before any package, the same for every scenario on it: it can be made once and stored. */
import type { AvoidanceRule, Country } from '../dataset/dataset.js'
import type { ChoiceSet } from './choice-set.js'
import { elementCosts, indexElements } from './elements.js'
import { buildLanes, type Lanes, territoryFlags } from './lanes.js'
import type { NetworkSituation } from './network-state.js'
import { type RouteTotals, routeTotals } from './route-totals.js'

/** Plain records and arrays. */
export interface NetworkBaseline {
  /** The rules of avoidance behind lanes and territory, as JSON; see `hasRules`. */
  readonly rules: string
  readonly lanes: Lanes
  /** Flags of each rule's territory by route, see `territoryFlags`. */
  readonly territory: readonly Uint8Array[]
  readonly totals: RouteTotals
}

/** O(elements of the choice set). */
export function networkBaseline(
  choiceSet: ChoiceSet,
  { tables, closedPlaces, rules }: NetworkSituation,
  economies: readonly string[],
  countries: readonly Country[],
): NetworkBaseline {
  const costs = elementCosts(tables, indexElements(tables), closedPlaces)
  return {
    rules: JSON.stringify(rules),
    lanes: buildLanes(choiceSet, tables, economies, countries, rules),
    territory: territoryFlags(choiceSet, tables, rules),
    totals: routeTotals(choiceSet, costs),
  }
}

/** Whether a baseline was made under these rules: a scenario may ask for another regime. */
export function hasRules(baseline: NetworkBaseline, rules: readonly AvoidanceRule[]): boolean {
  return baseline.rules === JSON.stringify(rules)
}

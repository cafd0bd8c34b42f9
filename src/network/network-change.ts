/**
 * The network before and after a package: everything that trade costs and traffic need, and nothing of trade itself.
 */
import type { AvoidanceRule, Country, NetworkTables } from '../dataset/dataset.js'
import type { ChoiceSet } from './choice-set.js'
import { type ElementCosts, type ElementIndex, elementCosts, indexElements } from './elements.js'
import { buildLanes, type Lanes, territoryFlags } from './lanes.js'
import {
  chooseBaselineRoutes,
  chooseChangedRoutes,
  GROUPS,
  groupWeights,
  type LaneChoices,
  type NetworkState,
  type RouteChoiceParameters,
} from './route-choice.js'
import { changedElements, changedRouteTotals, type RouteTotals, routeTotals } from './route-totals.js'
import { cutOffLanes } from './traffic.js'

/** A network with who avoids what and what is closed. */
export interface NetworkSituation {
  readonly tables: NetworkTables
  readonly closedPlaces: ReadonlySet<string>
  readonly rules: readonly AvoidanceRule[]
}

export interface NetworkChange {
  readonly choiceSet: ChoiceSet
  readonly index: ElementIndex
  readonly before: ElementCosts
  readonly after: ElementCosts
  readonly totalsBefore: RouteTotals
  readonly totalsAfter: RouteTotals
  readonly rulesBefore: readonly AvoidanceRule[]
  readonly rulesAfter: readonly AvoidanceRule[]
  readonly lanes: Lanes
  /** Lanes on which some route changed or some rule moved, ascending. */
  readonly touched: Int32Array
  readonly cutOffBefore: Uint8Array
  readonly cutOffAfter: Uint8Array
  /** Whether a measure changes a share of cargo that avoids. */
  readonly switches: boolean
  /** Choice on the touched lanes at other parameters. */
  readonly choose: (parameters: RouteChoiceParameters) => LaneChoices
  /** Shares of all lanes before, at lanes.shareStart. */
  readonly baselineShares: (parameters: RouteChoiceParameters) => Float64Array
}

/**
 * Compares two situations of one network on a stored choice set.
 *
 * @param baseline and @param situation have the same rows in the same order (measures change values, not topology).
 */
export function compareNetworks(
  choiceSet: ChoiceSet,
  baseline: NetworkSituation,
  situation: NetworkSituation,
  economies: readonly string[],
  countries: readonly Country[],
): NetworkChange {
  const index = indexElements(baseline.tables)
  const before = elementCosts(baseline.tables, index, baseline.closedPlaces)
  const after = elementCosts(situation.tables, index, situation.closedPlaces)
  const lanes = buildLanes(choiceSet, baseline.tables, economies, countries, baseline.rules)
  const territory = territoryFlags(choiceSet, baseline.tables, baseline.rules)
  const totalsBefore = routeTotals(choiceSet, before)
  const { totals: totalsAfter, changedRoute } = changedRouteTotals(
    choiceSet,
    totalsBefore,
    after,
    changedElements(before, after),
  )
  const movedRule = baseline.rules.map((rule, r) => {
    const { share, premiumUsdPerTeu } = situation.rules[r]
    return share !== rule.share || premiumUsdPerTeu !== rule.premiumUsdPerTeu
  })
  const touched = touchedLanes(choiceSet, lanes, changedRoute, movedRule)
  const switches = baseline.rules.some((rule, r) => situation.rules[r].share !== rule.share)
  const old: NetworkState = { totals: totalsBefore, rules: baseline.rules }
  const next: NetworkState = touched.length === 0 ? old : { totals: totalsAfter, rules: situation.rules }
  return {
    choiceSet,
    index,
    before,
    after,
    totalsBefore,
    totalsAfter,
    lanes,
    touched,
    switches,
    rulesBefore: baseline.rules,
    rulesAfter: situation.rules,
    cutOffBefore: cutOffLanes(choiceSet, lanes, totalsBefore.open),
    cutOffAfter: cutOffLanes(choiceSet, lanes, totalsAfter.open),
    choose: parameters =>
      chooseChangedRoutes(choiceSet, lanes, territory, old, next, parameters, touched, switches),
    baselineShares: parameters => chooseBaselineRoutes(choiceSet, lanes, territory, old, parameters),
  }
}

/** Lanes whose routes changed, or whose rule moved. */
export function touchedLanes(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  changedRoute: Uint8Array,
  movedRule: readonly boolean[],
): Int32Array {
  const touched: number[] = []
  for (let l = 0; l < lanes.count; l++) {
    const pair = lanes.gatewayPair[l]
    let hit = lanes.rule[l] >= 0 && movedRule[lanes.rule[l]]
    for (let r = choiceSet.routeStart[pair]; !hit && r < choiceSet.routeStart[pair + 1]; r++)
      hit = changedRoute[r] === 1
    if (hit) touched.push(l)
  }
  return Int32Array.from(touched)
}

/** Shares of all lanes after: those of the touched ones replaced by the mean over their groups. */
export function sharesAfter(
  change: NetworkChange,
  choices: LaneChoices,
  baselineShares: Float64Array,
): Float64Array {
  const { lanes } = change
  const shares = baselineShares.slice()
  const groups = new Float64Array(GROUPS.length)
  choices.asked.forEach((lane, k) => {
    const rule = lanes.rule[lane]
    groupWeights(
      choices.splits[k] === 1,
      rule < 0 ? 0 : change.rulesBefore[rule].share,
      rule < 0 ? 0 : change.rulesAfter[rule].share,
      groups,
    )
    const count = choices.shareStart[k + 1] - choices.shareStart[k]
    for (let r = 0; r < count; r++) {
      let share = 0
      for (let group = 0; group < GROUPS.length; group++) {
        if (groups[group] !== 0) share += groups[group] * choices.shareAfter[group][choices.shareStart[k] + r]
      }
      shares[lanes.shareStart[lane] + r] = share
    }
  })
  return shares
}

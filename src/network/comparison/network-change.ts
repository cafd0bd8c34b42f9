/**
 * The network before and after a package: everything that trade costs and traffic need, and nothing of trade itself.
 */
import type { AvoidanceRule, Country } from '../../dataset/dataset.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import {
  type ElementCosts,
  type ElementIndex,
  elementCosts,
  elementCostsFrom,
  indexElements,
  onGrid,
} from '../elements/elements.js'
import type { Lanes } from '../route-choice/lanes.js'
import type { NetworkSituation, NetworkState } from '../route-choice/network-state.js'
import { type ChoiceSituation, GROUPS, groupWeights, type LaneChoices } from '../route-choice/route-choice.js'
import { indexRoutes, type ReachedRoutes, routeChanger } from '../route-choice/route-index.js'
import {
  changedElements,
  changedRouteTotals,
  type RouteTotals,
  sumRoute,
} from '../route-choice/route-totals.js'
import { type LeastCosts, leastCosts, touchedLanes } from '../route-choice/touched-lanes.js'
import type { BulkLanes } from '../traffic/bulk-lanes.js'
import { cutOffLanes, hasOpenRoute } from '../traffic/traffic.js'
import { type BaselineChoice, type NetworkBaseline, networkBaseline } from './network-baseline.js'

export interface NetworkChange {
  readonly choiceSet: ChoiceSet
  readonly index: ElementIndex
  readonly before: ElementCosts
  readonly after: ElementCosts
  /** Hours waited before each element for want of capacity, which are part of `after`; undefined where none are. */
  readonly queueHours: Float64Array | undefined
  /** USD per TEU that the freight rate of each element has risen by, part of `after` too; undefined where none has. */
  readonly rateRiseUsd: Float64Array | undefined
  readonly totalsBefore: RouteTotals
  readonly totalsAfter: RouteTotals
  readonly rulesBefore: readonly AvoidanceRule[]
  readonly rulesAfter: readonly AvoidanceRule[]
  /** 1 for routes that are open before or after and pass something that changes. */
  readonly changedRoute: Uint8Array
  readonly lanes: Lanes
  readonly bulkLanes: BulkLanes
  /** Row of the avoidance rules of every country pair, −1 where none applies. */
  readonly ruleOfPair: Int16Array
  /** Lanes on which the choice of some cargo can move, ascending. */
  readonly touched: Int32Array
  readonly cutOffBefore: Uint8Array
  readonly cutOffAfter: Uint8Array
  /** Whether a measure changes a share of cargo that avoids. */
  readonly switches: boolean
  /** What choice on the touched lanes, and on the others before, is made on. */
  readonly situation: ChoiceSituation
  /** Shares before, where they were prepared. */
  readonly baselineChoice: BaselineChoice | undefined
}

/**
 * Compares two situations of one network on a stored choice set.
 *
 * @param dispersion USD per TEU, of the choice on land: how near to the best a route must come to count.
 * @param baseline and @param situation have the same rows in the same order (measures change values, not topology).
 * @param prepared what `networkBaseline` makes of the baseline, where it was made before.
 * @param onTop what comes on top of hours and money after the change.
 */
export function compareNetworks(
  choiceSet: ChoiceSet,
  baseline: NetworkSituation,
  situation: NetworkSituation,
  economies: readonly string[],
  countries: readonly Country[],
  dispersion: number,
  prepared: NetworkBaseline = networkBaseline(choiceSet, baseline, economies, countries),
  onTop: OnTop = {},
): NetworkChange {
  const base = comparisonBase(choiceSet, baseline, economies, dispersion, prepared)
  const after = costsWith(elementCosts(situation.tables, base.index, situation.closedPlaces), onTop)
  const changed = changedElements(base.before, after)
  const { totals, changedRoute } = changedRouteTotals(choiceSet, base.totals, after, changed)
  const cutOffAfter = cutOffLanes(choiceSet, base.lanes, totals.open)
  const reached = { totals, changedRoute, lanes: undefined }
  return { ...networkChange(base, after, situation.rules, reached, cutOffAfter), ...onTop }
}

/**
 * Returns a function that compares one baseline with one situation after the other, with the same result as
 * `compareNetworks`: for a slider, or for closing every element in turn. What a comparison costs depends on the routes
 * that pass what changes, not on all.
 *
 * The totals after are written into the same arrays at every call: a change holds until the next.
 */
export function networkSlider(
  choiceSet: ChoiceSet,
  baseline: NetworkSituation,
  economies: readonly string[],
  countries: readonly Country[],
  dispersion: number,
  prepared: NetworkBaseline = networkBaseline(choiceSet, baseline, economies, countries),
): (situation: NetworkSituation) => NetworkChange {
  const base = comparisonBase(choiceSet, baseline, economies, dispersion, prepared)
  const { index, before, lanes, totals } = base
  const changer = routeChanger(choiceSet, before, totals, lanes, indexRoutes(choiceSet, lanes, index.count))
  const least = leastCosts(lanes.count)
  return ({ tables, closedPlaces, rules }) => {
    const after =
      closedPlaces.size + baseline.closedPlaces.size === 0
        ? elementCostsFrom(before, baseline.tables, tables, index)
        : elementCosts(tables, index, closedPlaces)
    const reached = changer(after, changedElements(before, after))
    const cutOffAfter = base.cutOffBefore.slice()
    for (const lane of reached.lanes)
      cutOffAfter[lane] = hasOpenRoute(choiceSet, lanes.gatewayPair[lane], reached.totals.open) ? 0 : 1
    return networkChange(base, after, rules, reached, cutOffAfter, least)
  }
}

/** What all comparisons with one baseline share. */
interface ComparisonBase
  extends Pick<NetworkBaseline, 'lanes' | 'bulkLanes' | 'territory' | 'totals' | 'choice'> {
  readonly choiceSet: ChoiceSet
  readonly dispersion: number
  readonly index: ElementIndex
  readonly before: ElementCosts
  readonly ruleOfPair: Int16Array
  readonly cutOffBefore: Uint8Array
  /** Other than the text of the same name in `NetworkBaseline`. */
  readonly avoidance: readonly AvoidanceRule[]
}

function comparisonBase(
  choiceSet: ChoiceSet,
  { tables, closedPlaces, rules }: NetworkSituation,
  economies: readonly string[],
  dispersion: number,
  { lanes, bulkLanes, territory, totals, choice }: NetworkBaseline,
): ComparisonBase {
  const index = indexElements(tables)
  return {
    lanes,
    bulkLanes,
    territory,
    totals,
    ...(choice && { choice }),
    choiceSet,
    dispersion,
    index,
    before: elementCosts(tables, index, closedPlaces),
    ruleOfPair: rulesByPair(lanes, economies.length),
    cutOffBefore: cutOffLanes(choiceSet, lanes, totals.open),
    avoidance: rules,
  }
}

function networkChange(
  base: ComparisonBase,
  after: ElementCosts,
  rulesAfter: readonly AvoidanceRule[],
  { totals, changedRoute, lanes: among }: Partial<ReachedRoutes> & Omit<ReachedRoutes, 'lanes'>,
  cutOffAfter: Uint8Array,
  least?: LeastCosts,
): NetworkChange {
  const { choiceSet, lanes, territory, avoidance } = base
  const switches = avoidance.some((rule, r) => rulesAfter[r].share !== rule.share)
  const old: NetworkState = { totals: base.totals, rules: avoidance }
  const changed: NetworkState = { totals, rules: rulesAfter }
  const touched = touchedLanes(
    choiceSet,
    lanes,
    territory,
    old,
    changed,
    changedRoute,
    base.dispersion,
    among,
    least,
  )
  const next = touched.length === 0 ? old : changed
  return {
    choiceSet,
    index: base.index,
    before: base.before,
    after,
    queueHours: undefined,
    rateRiseUsd: undefined,
    totalsBefore: base.totals,
    totalsAfter: totals,
    changedRoute,
    lanes,
    bulkLanes: base.bulkLanes,
    touched,
    switches,
    rulesBefore: avoidance,
    rulesAfter,
    ruleOfPair: base.ruleOfPair,
    cutOffBefore: base.cutOffBefore,
    cutOffAfter,
    situation: { choiceSet, lanes, territory, before: old, after: next, switches },
    baselineChoice: base.choice,
  }
}

/** What comes on top of hours and money of each element after a change. */
export interface OnTop {
  /** Waited for want of capacity. */
  readonly queueHours?: Float64Array
  /** By which the freight rate has risen, USD per TEU. */
  readonly rateRiseUsd?: Float64Array
}

/**
 * The same change with hours or money on top of some elements: what `compareNetworks` makes of these, from the routes that
 * pass them.
 *
 * @param change     without what comes on top.
 * @param routes     those that pass one of the elements.
 * @param dispersion as the change was made with.
 */
export function withOnTop(
  change: NetworkChange,
  onTop: OnTop,
  routes: Uint32Array,
  dispersion: number,
): NetworkChange {
  const { choiceSet, lanes, totalsAfter, rulesAfter, situation } = change
  const after = costsWith(change.after, onTop)
  const totals = { ...totalsAfter, hours: totalsAfter.hours.slice(), usd: totalsAfter.usd.slice() }
  const changedRoute = change.changedRoute.slice()
  for (const route of routes) {
    if (totals.open[route] === 0) continue
    sumRoute(choiceSet.elements, choiceSet.elementStart, after, route, totals)
    changedRoute[route] = 1
  }
  const { before, territory } = situation
  const next = { totals, rules: rulesAfter }
  // Elsewhere all is as it was.
  const reachable = lanesOnRoutes(choiceSet, lanes, routes)
  const isTouched = new Uint8Array(lanes.count)
  for (const lane of change.touched) isTouched[lane] = 1
  for (const lane of reachable) isTouched[lane] = 0
  const reached = touchedLanes(choiceSet, lanes, territory, before, next, changedRoute, dispersion, reachable)
  for (const lane of reached) isTouched[lane] = 1
  const touched = Int32Array.from(isTouched.keys()).filter(lane => isTouched[lane] === 1)
  return {
    ...change,
    ...onTop,
    after,
    totalsAfter: totals,
    changedRoute,
    touched,
    situation: { ...situation, after: touched.length === 0 ? before : next },
  }
}

/**
 * USD per TEU of every element after a change without what freight rates have risen by: what tariffs, fees and charges come to,
 * which are paid to countries and not to carriers.
 *
 * @param usd with it.
 */
export function withoutRise(
  { rateRiseUsd }: Pick<NetworkChange, 'rateRiseUsd'>,
  usd: Float64Array,
): Float64Array {
  return rateRiseUsd === undefined ? usd : usd.map((paid, e) => paid - rateRiseUsd[e])
}

/** Lanes of which one of these routes is one, ascending. */
function lanesOnRoutes({ routeStart }: ChoiceSet, { gatewayPair }: Lanes, routes: Uint32Array): Int32Array {
  const isOnPair = new Uint8Array(routeStart.length - 1)
  let pair = 0
  for (const route of routes) {
    while (routeStart[pair + 1] <= route) pair++
    isOnPair[pair] = 1
  }
  return Int32Array.from(gatewayPair.keys()).filter(lane => isOnPair[gatewayPair[lane]] === 1)
}

function costsWith(costs: ElementCosts, { queueHours, rateRiseUsd }: OnTop): ElementCosts {
  return {
    open: costs.open,
    hours: queueHours ? costs.hours.map((hours, e) => onGrid(hours + queueHours[e])) : costs.hours,
    usd: rateRiseUsd ? costs.usd.map((usd, e) => onGrid(usd + rateRiseUsd[e])) : costs.usd,
  }
}

/** Writes the shares of the touched lanes in one state, the mean over their groups, at lanes.shareStart. */
export function writeTouchedShares(
  { lanes, rulesBefore, rulesAfter }: NetworkChange,
  choices: LaneChoices,
  state: 'before' | 'after',
  share: Float64Array,
): void {
  const groups = new Float64Array(GROUPS.length)
  const chosen = state === 'before' ? choices.shareBefore : choices.shareAfter
  const splits = state === 'before' ? choices.splitBefore : choices.splits
  for (let k = 0; k < choices.asked.length; k++) {
    const lane = choices.asked[k]
    const rule = lanes.rule[lane]
    groupWeights(
      splits[k] === 1,
      rule < 0 ? 0 : rulesBefore[rule].share,
      rule < 0 ? 0 : rulesAfter[rule].share,
      groups,
    )
    const [start, end] = [choices.shareStart[k], choices.shareStart[k + 1]]
    const to = lanes.shareStart[lane] - start
    share.fill(0, to + start, to + end)
    for (let group = 0; group < GROUPS.length; group++) {
      if (groups[group] === 0) continue
      for (let at = start; at < end; at++) share[to + at] += groups[group] * chosen[group][at]
    }
  }
}

function rulesByPair(lanes: Lanes, economyCount: number): Int16Array {
  const rules = new Int16Array(economyCount * economyCount).fill(-1)
  lanes.countryPair.forEach((pair, l) => {
    rules[pair] = lanes.rule[l]
  })
  return rules
}

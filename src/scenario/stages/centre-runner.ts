/**
 * The central counterfactual of one scenario after the other that differ in their measures alone, without transit.
 *
 * What one leaves behind is of use to the next: lanes on which no route has changed since keep their choice. With the
 * parameters of the baseline a counterfactual has the same bits whatever came before it, else the same printed digits.
 */
import type { AvoidanceRule, Dataset } from '../../dataset/dataset.js'
import { getParameter } from '../../dataset/parameters.js'
import type { SectorDataset } from '../../dataset/sectors/sector-dataset.js'
import type { ChoiceSet } from '../../network/choice-set/choice-set.js'
import { hasRules, type NetworkBaseline } from '../../network/comparison/network-baseline.js'
import { networkSlider } from '../../network/comparison/network-change.js'
import { type KeptChoices, keptChoices } from '../../network/route-choice/lane-chooser.js'
import { packedStarts, rowsOfLanes } from '../../network/route-choice/route-choice.js'
import type { RouteTotals } from '../../network/route-choice/route-totals.js'
import { trafficOfMany } from '../../network/traffic/traffic.js'
import { type ArrayMaker, reusedArrays } from '../../numeric/array-memory.js'
import type { Scenario } from '../scenario.js'
import { type Centre, solveWorld, withTraffic } from './capacity-stage.js'
import { marketModel } from './counterfactual-model.js'
import { centralParameters } from './draws.js'
import { settleScarcity } from './freight-rate-stage.js'
import type { RouteChoices } from './route-choices.js'
import { chooseAllRoutes, routeChoiceParameters } from './route-stage.js'
import { timeValueRidge } from './time-value-ridge.js'
import { prepareWorld, situationComparer, type World, type WorldToday, worldToday } from './world.js'

export interface CentreOptions {
  readonly choiceSet: ChoiceSet
  /** See `RunOptions.baseline`; here it is needed. */
  readonly baseline: NetworkBaseline
  readonly sectors?: SectorDataset | undefined
}

/** What is the same for all scenarios that differ in their measures alone. */
interface Before {
  readonly setting: string
  readonly today: WorldToday
}

/** Choices of today, which are looked up and added to. */
interface Kept {
  readonly setting: string
  readonly choiceSet: ChoiceSet
  readonly choices: KeptChoices
}

/** What the last answer leaves to the next. */
interface Memory {
  /** Where its routes are kept. */
  readonly arrays: ReturnType<typeof reusedArrays>
  /** All on which baseline and choice depend besides the package, as JSON. */
  readonly setting: string
  readonly choiceSet: ChoiceSet
  readonly routes: RouteChoices
  /** Of the routes of touched lanes after the package, at shareStart of the choices; and the rules of avoidance. */
  readonly totals: RouteTotals
  readonly rules: readonly AvoidanceRule[]
}

/**
 * Returns a function that solves one scenario after the other. What it returns holds until the next call.
 *
 * It throws what `run` throws; a fault leaves the memory as it was.
 *
 * @param turn awaited between stages, so that a caller can let other work in, or give up by throwing.
 */
export function centreRunner(dataset: Dataset, { choiceSet, baseline, sectors }: CentreOptions) {
  const traffic = trafficOfMany()
  let slider: { readonly dispersion: number; readonly compare: ReturnType<typeof networkSlider> } | undefined
  let memory: Memory | undefined
  let before: Before | undefined
  let kept: Kept | undefined
  /** One of them is that of the memory. */
  const rooms = [reusedArrays(), reusedArrays()]

  function sliderOf({ avoidanceRegime, parameters }: Scenario) {
    const rules = dataset.avoidance.filter(rule => rule.regime === avoidanceRegime)
    if (!hasRules(baseline, rules)) return undefined
    const dispersion = getParameter(parameters, 'routeDispersion').value
    if (slider?.dispersion !== dispersion) {
      const situation = { tables: dataset.network, closedPlaces: new Set<string>(), rules }
      const { economies } = dataset.trade
      const compare = networkSlider(choiceSet, situation, economies, dataset.countries, dispersion, baseline)
      slider = { dispersion, compare }
    }
    return slider.compare
  }

  return async (scenario: Scenario, turn: () => Promise<void> = async () => {}): Promise<Centre> => {
    const compare = situationComparer(dataset, scenario, choiceSet, baseline, sliderOf(scenario))
    const setting = settingOf(scenario)
    if (before?.setting !== setting) before = { setting, today: worldToday(dataset, scenario, sectors) }
    const { today } = before
    const world = prepareWorld(dataset, scenario, choiceSet, sectors, { compare, today })
    const { network } = world
    // One package closes what the last did, or nothing, as long as a lever is moved.
    if (kept?.setting !== setting || kept.choiceSet !== network.choiceSet) {
      const parameters = routeChoiceParameters(scenario.parameters, timeValueRidge(scenario))
      const choices = keptChoices(parameters, network.choiceSet, network.lanes.count)
      kept = { setting, choiceSet: network.choiceSet, choices }
    }
    const last = memory?.setting === setting && memory.choiceSet === network.choiceSet ? memory : undefined
    await turn()
    const arrays = rooms.find(room => room !== memory?.arrays)!
    arrays.clear()
    const choices = await chooseAllRoutes(world, {
      arrays,
      kept: kept.choices,
      reuse: last && { routes: last.routes, anew: changedSince(world, last) },
      turn,
    })
    const totals = totalsOfTouched(network, arrays)
    await turn()
    const parameters = centralParameters(world)
    const model = marketModel(world, choices)
    const free = withTraffic(solveWorld(world, choices, model, parameters, traffic.before), traffic.after)
    const centre = await settleScarcity(free, parameters, {
      turn,
      kept: kept.choices,
      walkAfter: traffic.after,
    })
    memory = {
      arrays,
      setting,
      choiceSet: network.choiceSet,
      routes: choices,
      totals,
      rules: network.rulesAfter,
    }
    return centre
  }
}

function settingOf({ measures: _, title: __, description: ___, name: ____, ...rest }: Scenario): string {
  return JSON.stringify(rest)
}

/** Totals after the package, lane by lane: those of all routes are written over by the next comparison. */
function totalsOfTouched(
  { choiceSet, lanes, touched, totalsAfter: from }: World['network'],
  { float64, uint8 }: ArrayMaker,
): RouteTotals {
  const start = packedStarts(lanes, touched)
  const count = start[touched.length]
  const to = { hours: float64(count), usd: float64(count), open: uint8(count) }
  touched.forEach((lane, row) => {
    const first = choiceSet.routeStart[lanes.gatewayPair[lane]] - start[row]
    for (let at = start[row]; at < start[row + 1]; at++) {
      to.hours[at] = from.hours[first + at]
      to.usd[at] = from.usd[first + at]
      to.open[at] = from.open[first + at]
    }
  })
  return to
}

/** Touched lanes on which the last choice does not hold: another rule, or a route that costs or takes otherwise. */
function changedSince({ network }: World, { routes: { choices }, totals, rules }: Memory): Int32Array {
  const { choiceSet, lanes, touched, totalsAfter: now, rulesAfter } = network
  if (choices === undefined || JSON.stringify(rules) !== JSON.stringify(rulesAfter)) return touched
  const rowOf = rowsOfLanes(lanes, choices.asked)
  const isSame = (lane: number, row: number): boolean => {
    const first = choiceSet.routeStart[lanes.gatewayPair[lane]] - choices.shareStart[row]
    for (let at = choices.shareStart[row]; at < choices.shareStart[row + 1]; at++) {
      const r = first + at
      const same =
        now.hours[r] === totals.hours[at] && now.usd[r] === totals.usd[at] && now.open[r] === totals.open[at]
      if (!same) return false
    }
    return true
  }
  return touched.filter(lane => rowOf[lane] < 0 || !isSame(lane, rowOf[lane]))
}

/**
 * Routes at the three calibrations of the value of time, and the transit that follows: computed once, so that a draw
 * only weighs them.
 */
import type { CalibratedChoices, RouteCostParameters } from '../costs/iceberg.js'
import { spreadPosition } from '../costs/iceberg.js'
import { getParameter } from '../dataset/parameters.js'
import { sharesAfter } from '../network/network-change.js'
import { binWeights, GROUPS, groupWeights, type LaneChoices, type RouteChoiceParameters } from '../network/route-choice.js'
import { addTransit, transitOwners, type TransitTable, transitTable } from '../network/traffic.js'
import type { World } from './world.js'

export interface RouteStage {
  /** Undefined where no lane is touched: no route choice needs to be repeated. */
  readonly calibrated: CalibratedChoices | undefined
  readonly binWeight: Float64Array
  readonly bulkValuePerTeu: number
  /** Shares of all lanes at the central calibration. */
  readonly shareBefore: Float64Array
  readonly shareAfter: Float64Array
  /** Transit before at the central calibration, by country: TEU and USD a year. */
  readonly transitBefore: (laneTeu: Float64Array, parameters: RouteCostParameters) => TransitTotals
  /** Change of transit by country: TEU and USD a year. */
  readonly transitChange: (before: Float64Array, after: Float64Array, parameters: RouteCostParameters) => TransitTotals
}

export interface TransitTotals {
  readonly teu: Float64Array
  readonly usd: Float64Array
}

/** Route choice parameters at the low, central and high spread; the median moves against the spread. */
export function calibrations(world: World): readonly [RouteChoiceParameters, RouteChoiceParameters, RouteChoiceParameters] {
  const { parameters } = world.scenario
  const spread = getParameter(parameters, 'valueOfTimeSpread')
  const median = getParameter(parameters, 'valueOfTimeMedian')
  const dispersion = getParameter(parameters, 'routeDispersion').value
  const seaDispersion = getParameter(parameters, 'seaDispersion').value
  const at = (timeValueMedian: number, timeValueSpread: number) => ({ timeValueMedian, timeValueSpread, dispersion, seaDispersion })
  return [at(median.high, spread.low), at(median.value, spread.value), at(median.low, spread.high)]
}

/** Chooses routes and lays out transit. The slow part of a run. */
export function prepareRoutes(world: World): RouteStage {
  const { network, economies, scenario } = world
  const { lanes, choiceSet, touched } = network
  const settings = calibrations(world)
  const shareBefore = network.baselineShares(settings[1])
  const owners = transitOwners(world.baseline.network, network.index, economies)
  const table = (asked: Int32Array, shareStart: Uint32Array, share: Float64Array, usd: Float64Array): TransitTable =>
    transitTable(choiceSet, lanes, asked, shareStart, share, usd, owners, economies.length)
  const all = Int32Array.from({ length: lanes.count }, (_, l) => l)
  const untouched = all.filter(notIn(touched))
  const untouchedTransit = table(untouched, ...sharesOf(lanes.shareStart, untouched, shareBefore), network.before.usd)
  const calibrated = touched.length === 0 ? undefined : calibrate(world, settings)
  const byGroup = calibrated?.choices.map(choices => ({
    before: choices.shareBefore.map(share => tableOrEmpty(share, choices, network.before.usd)),
    after: choices.shareAfter.map(share => tableOrEmpty(share, choices, network.after.usd)),
  }))

  function tableOrEmpty(share: Float64Array, choices: LaneChoices, usd: Float64Array): TransitTable {
    const none = new Uint32Array(choices.asked.length + 1)
    return share.length === 0 ? table(choices.asked, none, share, usd) : table(choices.asked, choices.shareStart, share, usd)
  }

  function totals(): TransitTotals {
    return { teu: new Float64Array(economies.length), usd: new Float64Array(economies.length) }
  }

  function transitChange(before: Float64Array, after: Float64Array, parameters: RouteCostParameters): TransitTotals {
    const change = totals()
    addTransit(untouchedTransit, untouched, after, 1, change)
    addTransit(untouchedTransit, untouched, before, -1, change)
    if (calibrated === undefined || byGroup === undefined) return change
    const position = spreadPosition(calibrated.spread, parameters.timeValueSpread)
    const parts = [[position.from, 1 - position.part], [position.to, position.part]] as const
    for (const [k, part] of parts) {
      if (part === 0) continue
      const { splits } = calibrated.choices[k]
      addGroups(byGroup[k].after, splits, after, part, parameters, change)
      addGroups(byGroup[k].before, splits, before, -part, parameters, change)
    }
    return change
  }

  function addGroups(
    tables: readonly TransitTable[],
    splits: Uint8Array,
    laneTeu: Float64Array,
    factor: number,
    parameters: RouteCostParameters,
    change: TransitTotals,
  ): void {
    const weights = new Float64Array(GROUPS.length)
    for (let k = 0; k < touched.length; k++) {
      const boxes = factor * laneTeu[touched[k]]
      if (boxes === 0) continue
      const rule = lanes.rule[touched[k]]
      const old = rule < 0 ? 0 : parameters.avoidingBefore[rule]
      const next = rule < 0 ? 0 : parameters.avoidingAfter[rule]
      groupWeights(splits[k] === 1, old, next, weights)
      for (let group = 0; group < GROUPS.length; group++) {
        if (weights[group] === 0) continue
        const { start, country, teu, usd } = tables[group]
        for (let at = start[k]; at < start[k + 1]; at++) {
          change.teu[country[at]] += boxes * weights[group] * teu[at]
          change.usd[country[at]] += boxes * weights[group] * usd[at]
        }
      }
    }
  }

  return {
    calibrated,
    binWeight: binWeights(),
    bulkValuePerTeu: getParameter(scenario.parameters, 'bulkValuePerTeu').value,
    shareBefore,
    shareAfter: calibrated === undefined ? shareBefore : sharesAfter(network, calibrated.choices[1], shareBefore),
    transitBefore: (laneTeu, parameters) => {
      const sum = totals()
      addTransit(untouchedTransit, untouched, laneTeu, 1, sum)
      if (calibrated !== undefined && byGroup !== undefined) {
        addGroups(byGroup[1].before, calibrated.choices[1].splits, laneTeu, 1, parameters, sum)
      }
      return sum
    },
    transitChange,
  }
}

/** Choices at the three calibrations; without draws, or with a fixed spread, the centre serves for all. */
function calibrate(world: World, settings: ReturnType<typeof calibrations>): CalibratedChoices {
  const [low, centre, high] = settings
  const { network, scenario } = world
  const central = network.choose(centre)
  const drawn = scenario.draws > 0 && getParameter(scenario.parameters, 'valueOfTimeSpread').distribution !== 'fixed'
  const choices = drawn ? ([network.choose(low), central, network.choose(high)] as const) : ([central, central, central] as const)
  return { spread: [low.timeValueSpread, centre.timeValueSpread, high.timeValueSpread], choices }
}

function notIn(sorted: Int32Array): (lane: number) => boolean {
  const set = new Set(sorted)
  return lane => !set.has(lane)
}

/** The shares of some lanes, one after the other, with where each begins. */
function sharesOf(shareStart: Uint32Array, lanes: Int32Array, share: Float64Array): [Uint32Array, Float64Array] {
  const start = new Uint32Array(lanes.length + 1)
  lanes.forEach((lane, k) => {
    start[k + 1] = start[k] + shareStart[lane + 1] - shareStart[lane]
  })
  const packed = new Float64Array(start[lanes.length])
  lanes.forEach((lane, k) => packed.set(share.subarray(shareStart[lane], shareStart[lane + 1]), start[k]))
  return [start, packed]
}

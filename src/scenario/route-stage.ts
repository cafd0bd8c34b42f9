/**
 * Routes before and after, and the transit that follows: computed once, so that a draw only weighs them.
 *
 * Costs are weighed at three calibrations of the value of time. Shares, and so traffic and transit, are those of the
 * centre: all three lie on the ridge that gives the observed traffic.
 */
import type { RouteCostParameters } from '../costs/iceberg.js'
import { getParameter } from '../dataset/parameters.js'
import { writeTouchedShares } from '../network/network-change.js'
import { GROUPS, groupWeights, type LaneChoices } from '../network/route-choice.js'
import { binWeights, timeValueGrid } from '../network/time-values.js'
import { laneParts } from '../network/traffic.js'
import {
  addTransit,
  type TransitLayer,
  type TransitLoad,
  type TransitTotals,
  transitOwners,
  transitTable,
} from '../network/transit.js'
import type { World } from './world.js'

export interface RouteStage {
  /** On the touched lanes; undefined where none is touched. */
  readonly choices: LaneChoices | undefined
  /** Part of all cargo in each bin of time values, at a spread. */
  readonly binWeight: (spread: number) => Float64Array
  readonly bulkValuePerTeu: number
  /** Shares of all lanes at the central calibration. */
  readonly shareBefore: Float64Array
  readonly shareAfter: Float64Array
  /** Part of its pair's boxes on every lane. */
  readonly partBefore: Float64Array
  readonly partAfter: Float64Array
  /** Transit before at the central calibration, by country: TEU and USD a year. */
  readonly transitBefore: (boxes: Float64Array, parameters: RouteCostParameters) => TransitTotals
  /** Change of transit by country, TEU and USD a year, from the boxes of country pairs before and after. */
  readonly transitChange: (
    before: Float64Array,
    after: Float64Array,
    parameters: RouteCostParameters,
  ) => TransitTotals
}

/** How much of each calibration a spread takes; the parts sum to one. */
type CalibrationParts = (spread: number) => readonly number[]

/** Chooses routes and lays out transit. The slow part of a run. */
export function prepareRoutes(world: World): RouteStage {
  const { network, economies, scenario } = world
  const { lanes, choiceSet, touched } = network
  const { grid, parts } = calibrate(world)
  const parameters = {
    timeValues: grid,
    dispersion: getParameter(scenario.parameters, 'routeDispersion').value,
    seaDispersion: getParameter(scenario.parameters, 'seaDispersion').value,
  }
  const isTouched = new Uint8Array(lanes.count)
  for (const lane of touched) isTouched[lane] = 1
  const untouched = Int32Array.from({ length: lanes.count }, (_, l) => l).filter(l => isTouched[l] === 0)
  const shareBefore = new Float64Array(lanes.shareStart[lanes.count])
  network.chooseBefore(parameters, untouched, shareBefore)
  const shareAfter = shareBefore.slice()
  const choices = touched.length === 0 ? undefined : network.choose(parameters)
  if (choices) writeTouchedShares(network, choices, shareBefore, shareAfter)

  const partBefore = laneParts(lanes, network.cutOffBefore)
  const partAfter = laneParts(lanes, network.cutOffAfter)
  const owners = transitOwners(world.baseline.network, network.index, economies)
  const table = (asked: Int32Array, start: Uint32Array, layers: readonly TransitLayer[]) =>
    transitTable(choiceSet, lanes, asked, start, layers, owners, economies.length)
  const [start, share] = sharesOf(lanes.shareStart, untouched, shareBefore)
  const stillUsd = network.before.usd
  const samePart = partAfter.every((part, l) => part === partBefore[l])
  const parting = samePart ? [partBefore] : [partBefore, partAfter]
  const still = table(
    untouched,
    start,
    parting.map(lanePart => ({ share, usd: stillUsd, lanePart })),
  )
  const moving = choices && movingTransit(choices)

  /** The touched lanes: the groups that hold cargo before, then the same after. */
  function movingTransit(of: LaneChoices) {
    const layers = (groups: readonly Float64Array[], usd: Float64Array, lanePart: Float64Array) =>
      groups.filter(share => share.length > 0).map(share => ({ share, usd, lanePart }))
    const before = layers(of.shareBefore, network.before.usd, partBefore)
    const after = layers(of.shareAfter, network.after.usd, partAfter)
    return { groups: before.length, table: table(of.asked, of.shareStart, [...before, ...after]) }
  }

  /** Part of cargo in a group times a factor, for pairs without a rule and for each rule's pairs. */
  function groupParts(
    group: number,
    factor: number,
    { avoidingBefore, avoidingAfter }: RouteCostParameters,
  ): Float64Array {
    const weights = new Float64Array(GROUPS.length)
    const byRule = Float64Array.from(avoidingBefore, (share, rule) => {
      groupWeights(true, share, avoidingAfter[rule], weights)
      return factor * weights[group]
    })
    return Float64Array.of(group === 0 ? factor : 0, ...byRule)
  }

  /** Boxes of every group on the layers of the touched lanes, from `first` on. */
  function movingLoads(
    groups: number,
    first: number,
    boxes: Float64Array,
    factor: number,
    drawn: RouteCostParameters,
  ): TransitLoad[] {
    return Array.from({ length: groups }, (_, group) => ({
      layer: first + group,
      boxes,
      partOfRule: groupParts(group, factor, drawn),
    }))
  }

  function totals(): TransitTotals {
    return { teu: new Float64Array(economies.length), usd: new Float64Array(economies.length) }
  }

  const whole = new Float64Array(network.rulesBefore.length + 1).fill(1)
  const less = whole.map(part => -part)
  return {
    choices,
    binWeight: spread =>
      mixedBins(
        parts(spread),
        grid.weights.map((_, c) => binWeights(grid, c)),
      ),
    bulkValuePerTeu: getParameter(scenario.parameters, 'bulkValuePerTeu').value,
    shareBefore,
    shareAfter,
    partBefore,
    partAfter,
    transitBefore: (boxes, drawn) => {
      const sum = totals()
      addTransit(still, [{ layer: 0, boxes, partOfRule: whole }], network.ruleOfPair, sum)
      if (moving) {
        const loads = movingLoads(moving.groups, 0, boxes, 1, drawn)
        addTransit(moving.table, loads, network.ruleOfPair, sum)
      }
      return sum
    },
    transitChange: (before, after, drawn) => {
      const sum = totals()
      const stillLoads = [
        { layer: still.layers - 1, boxes: after, partOfRule: whole },
        { layer: 0, boxes: before, partOfRule: less },
      ]
      addTransit(still, stillLoads, network.ruleOfPair, sum)
      if (moving) {
        const { groups, table } = moving
        const loads = [
          ...movingLoads(groups, groups, after, 1, drawn),
          ...movingLoads(groups, 0, before, -1, drawn),
        ]
        addTransit(table, loads, network.ruleOfPair, sum)
      }
      return sum
    },
  }
}

/**
 * The ridge of median and spread at its low end, centre and high end; the median falls as the spread grows. Without
 * draws, or with a fixed spread, the centre alone.
 */
function calibrate({ scenario }: World): {
  readonly grid: ReturnType<typeof timeValueGrid>
  readonly parts: CalibrationParts
} {
  const spread = getParameter(scenario.parameters, 'valueOfTimeSpread')
  const median = getParameter(scenario.parameters, 'valueOfTimeMedian')
  const centre = { median: median.value, spread: spread.value }
  if (scenario.draws === 0 || spread.distribution === 'fixed' || spread.low === spread.high) {
    return { grid: timeValueGrid([centre], 0), parts: () => [1] }
  }
  const low = { median: median.high, spread: spread.low }
  const high = { median: median.low, spread: spread.high }
  const parts: CalibrationParts = at => {
    if (at === spread.value) return [0, 1, 0]
    if (at < spread.value) {
      const way = (spread.value - at) / (spread.value - spread.low)
      return [way, 1 - way, 0]
    }
    const way = (at - spread.value) / (spread.high - spread.value)
    return [0, 1 - way, way]
  }
  return { grid: timeValueGrid([low, centre, high], 1), parts }
}

function mixedBins(parts: readonly number[], bins: readonly Float64Array[]): Float64Array {
  return bins[0].map((_, bin) =>
    parts.reduce((sum, part, c) => (part === 0 ? sum : sum + part * bins[c][bin]), 0),
  )
}

/** The shares of some lanes, one after the other, with where each begins. */
function sharesOf(
  shareStart: Uint32Array,
  lanes: Int32Array,
  share: Float64Array,
): [Uint32Array, Float64Array] {
  const start = new Uint32Array(lanes.length + 1)
  lanes.forEach((lane, k) => {
    start[k + 1] = start[k] + shareStart[lane + 1] - shareStart[lane]
  })
  const packed = new Float64Array(start[lanes.length])
  lanes.forEach((lane, k) => {
    packed.set(share.subarray(shareStart[lane], shareStart[lane + 1]), start[k])
  })
  return [start, packed]
}

/**
 * Routes at three calibrations of the value of time, and the transit that follows: computed once, so that a draw only
 * weighs them.
 */
import type { RouteCostParameters } from '../costs/iceberg.js'
import { getParameter } from '../dataset/parameters.js'
import { writeTouchedShares } from '../network/network-change.js'
import { GROUPS, groupWeights, type LaneChoices } from '../network/route-choice.js'
import { binWeights, timeValueGrid } from '../network/time-values.js'
import { addTransit, type TransitTable, transitOwners, transitTable } from '../network/traffic.js'
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
  /** Transit before at the central calibration, by country: TEU and USD a year. */
  readonly transitBefore: (laneTeu: Float64Array, parameters: RouteCostParameters) => TransitTotals
  /** Change of transit by country: TEU and USD a year. */
  readonly transitChange: (
    before: Float64Array,
    after: Float64Array,
    parameters: RouteCostParameters,
  ) => TransitTotals
}

export interface TransitTotals {
  readonly teu: Float64Array
  readonly usd: Float64Array
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
  if (choices) writeTouchedShares(network, choices, grid.centre, shareBefore, shareAfter)

  const owners = transitOwners(world.baseline.network, network.index, economies)
  const table = (
    asked: Int32Array,
    start: Uint32Array,
    share: Float64Array,
    usd: Float64Array,
  ): TransitTable => transitTable(choiceSet, lanes, asked, start, share, usd, owners, economies.length)
  const still = table(untouched, ...sharesOf(lanes.shareStart, untouched, shareBefore), network.before.usd)
  const moving = choices && {
    before: choices.shareBefore.map(groups =>
      groups.map(share => tableOfGroup(choices, share, network.before.usd)),
    ),
    after: choices.shareAfter.map(groups =>
      groups.map(share => tableOfGroup(choices, share, network.after.usd)),
    ),
  }

  function tableOfGroup(of: LaneChoices, share: Float64Array, usd: Float64Array): TransitTable {
    const start = share.length === 0 ? new Uint32Array(of.asked.length + 1) : of.shareStart
    return table(of.asked, start, share, usd)
  }

  function totals(): TransitTotals {
    return { teu: new Float64Array(economies.length), usd: new Float64Array(economies.length) }
  }

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
    transitBefore: (laneTeu, drawn) => {
      const sum = totals()
      addTransit(still, untouched, laneTeu, sum)
      if (choices && moving) addGroups(network, choices, moving.before[grid.centre], laneTeu, 1, drawn, sum)
      return sum
    },
    transitChange: (before, after, drawn) => {
      const sum = totals()
      addTransit(
        still,
        untouched,
        after.map((teu, l) => teu - before[l]),
        sum,
      )
      parts(drawn.timeValueSpread).forEach((part, c) => {
        if (part === 0 || !choices || !moving) return
        addGroups(network, choices, moving.after[c], after, part, drawn, sum)
        addGroups(network, choices, moving.before[c], before, -part, drawn, sum)
      })
      return sum
    },
  }
}

/** Adds factor × boxes × transit of the touched lanes, each group by its part of the lane's cargo. */
function addGroups(
  { lanes }: World['network'],
  { asked, splits }: LaneChoices,
  tables: readonly TransitTable[],
  laneTeu: Float64Array,
  factor: number,
  parameters: RouteCostParameters,
  sum: TransitTotals,
): void {
  const weights = new Float64Array(GROUPS.length)
  for (let k = 0; k < asked.length; k++) {
    const boxes = factor * laneTeu[asked[k]]
    if (boxes === 0) continue
    const rule = lanes.rule[asked[k]]
    const old = rule < 0 ? 0 : parameters.avoidingBefore[rule]
    const next = rule < 0 ? 0 : parameters.avoidingAfter[rule]
    groupWeights(splits[k] === 1, old, next, weights)
    for (let group = 0; group < GROUPS.length; group++) {
      if (weights[group] === 0) continue
      const { start, country, teu, usd } = tables[group]
      for (let at = start[k]; at < start[k + 1]; at++) {
        sum.teu[country[at]] += boxes * weights[group] * teu[at]
        sum.usd[country[at]] += boxes * weights[group] * usd[at]
      }
    }
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

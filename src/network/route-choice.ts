/**
 * Route choice of all lanes, before and after: shares of every route, and what cargo of each class pays and waits.
 *
 * Cargo differs in its value of time (lognormal, on a fixed grid of nodes) and in whether it avoids a territory.
 * Neighbouring nodes are gathered in bins, so that a draw of the parameters behind the trade costs needs no new
 * choice of routes.
 */
import type { AvoidanceRule } from '../dataset/dataset.js'
import { normalGrid } from '../numeric/distributions.js'
import { exp } from '../numeric/elementary.js'
import type { ChoiceSet } from './choice-set.js'
import { laneChooser } from './lane-chooser.js'
import type { Lanes } from './lanes.js'
import type { RouteTotals } from './route-totals.js'

export interface RouteChoiceParameters {
  /** USD per TEU and day. */
  readonly timeValueMedian: number
  /** Standard deviation of its logarithm. */
  readonly timeValueSpread: number
  /** USD per TEU. */
  readonly dispersion: number
  /** USD per TEU, within the sea nest. */
  readonly seaDispersion: number
}

/** What the network offers, and who avoids what. */
export interface NetworkState {
  readonly totals: RouteTotals
  readonly rules: readonly AvoidanceRule[]
}

/** Nodes from −4 to 4 standard deviations: twice as many move no share by two percent. */
export const TIME_VALUE_NODES = 41
/** First node of each bin; the tail, where rail lives, is cut finer. */
const BIN_START = [0, 13, 18, 22, 25, 28, 31, 35]
export const BINS = BIN_START.length

/** Cargo by what it does about avoidance before and after the measures. */
export const GROUPS = ['never', 'always', 'begins', 'ends'] as const
const AVOIDS_BEFORE = [false, true, false, true]
const AVOIDS_AFTER = [false, true, true, false]
export const CLASSES = GROUPS.length * BINS

/** Choice of the lanes asked for. Row k is the k-th of them; a group's arrays are empty where nobody is in it. */
export interface LaneChoices {
  readonly asked: Int32Array
  /** 1 where some route passes a territory that the lane's rule avoids and another does not. */
  readonly splits: Uint8Array
  /** Row × CLASSES, group before bin: log-sum without hinterland, USD per TEU; Infinity where cut off. */
  readonly costBefore: Float64Array
  readonly costAfter: Float64Array
  /** Hours at baseline shares, see `displacement.ts`; the same layout. */
  readonly hoursBefore: Float64Array
  readonly hoursAfter: Float64Array
  /** Shares of routes by group: row k's routes at shareStart[k]. */
  readonly shareStart: Uint32Array
  readonly shareBefore: readonly Float64Array[]
  readonly shareAfter: readonly Float64Array[]
}

/**
 * Parts of a lane's cargo in each group, written to `out`; they sum to one.
 *
 * @param splits      whether avoiding makes a difference on the lane.
 * @param shareBefore share of cargo that avoids, before and after, 0–1.
 */
export function groupWeights(
  splits: boolean,
  shareBefore: number,
  shareAfter: number,
  out: Float64Array,
): void {
  const before = splits ? shareBefore : 0
  const after = splits ? shareAfter : 0
  out[0] = 1 - Math.max(before, after)
  out[1] = Math.min(before, after)
  out[2] = Math.max(after - before, 0)
  out[3] = Math.max(before - after, 0)
}

/** USD per TEU and hour at each node, and the node's part of all cargo. */
export function timeValueNodes(parameters: RouteChoiceParameters): {
  readonly value: Float64Array
  readonly weight: Float64Array
} {
  const grid = normalGrid(TIME_VALUE_NODES, -4, 4)
  const value = grid.deviations.map(
    z => (parameters.timeValueMedian * exp(parameters.timeValueSpread * z)) / 24,
  )
  return { value, weight: grid.weights }
}

/** Part of all cargo in each bin of time values; the same whatever the median and the spread. */
export function binWeights(): Float64Array {
  const { weights } = normalGrid(TIME_VALUE_NODES, -4, 4)
  return Float64Array.from(BIN_START, (from, bin) => {
    let part = 0
    for (let node = from; node < (BIN_START[bin + 1] ?? weights.length); node++) part += weights[node]
    return part
  })
}

/**
 * Shares of every route of every lane in one state. Deterministic; O(routes × nodes) exponentials.
 *
 * @param territory flags of each rule's territory, see `territoryFlags`.
 * @returns shares at lanes.shareStart; those of a lane sum to one, or are all zero where it is cut off.
 */
export function chooseBaselineRoutes(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  territory: readonly Uint8Array[],
  state: NetworkState,
  parameters: RouteChoiceParameters,
): Float64Array {
  const share = new Float64Array(lanes.shareStart[lanes.count])
  const nodes = timeValueNodes(parameters)
  const chooser = laneChooser(choiceSet, lanes, territory, state, state, parameters)
  const parts = new Float64Array(GROUPS.length)
  for (let l = 0; l < lanes.count; l++) {
    const splits = chooser.gather(l)
    const avoiding = lanes.rule[l] < 0 ? 0 : state.rules[lanes.rule[l]].share
    groupWeights(splits, avoiding, avoiding, parts)
    for (let group = 0; group < 2; group++) {
      if (parts[group] === 0) continue
      for (let node = 0; node < nodes.value.length; node++) {
        chooser.choose(AVOIDS_BEFORE[group], nodes.value[node])
        addShares(
          share,
          lanes.shareStart[l],
          chooser.shareBefore,
          chooser.count(),
          nodes.weight[node] * parts[group],
        )
      }
    }
  }
  return share
}

/**
 * Choice before and after on the lanes asked for, by group and bin.
 *
 * @param asked    lanes, ascending.
 * @param switches whether some cargo begins or ends avoiding (a measure changes a rule's share).
 */
export function chooseChangedRoutes(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  territory: readonly Uint8Array[],
  before: NetworkState,
  after: NetworkState,
  parameters: RouteChoiceParameters,
  asked: Int32Array,
  switches: boolean,
): LaneChoices {
  const rows = asked.length * CLASSES
  const shareStart = new Uint32Array(asked.length + 1)
  asked.forEach((l, k) => {
    shareStart[k + 1] = shareStart[k] + lanes.shareStart[l + 1] - lanes.shareStart[l]
  })
  const groups = switches ? GROUPS.length : 2
  const shares = (): Float64Array[] =>
    GROUPS.map((_, group) => new Float64Array(group < groups ? shareStart[asked.length] : 0))
  const choices: LaneChoices = {
    asked,
    splits: new Uint8Array(asked.length),
    costBefore: new Float64Array(rows),
    costAfter: new Float64Array(rows),
    hoursBefore: new Float64Array(rows),
    hoursAfter: new Float64Array(rows),
    shareStart,
    shareBefore: shares(),
    shareAfter: shares(),
  }
  const nodes = timeValueNodes(parameters)
  const chooser = laneChooser(choiceSet, lanes, territory, before, after, parameters)
  for (let k = 0; k < asked.length; k++) {
    const splits = chooser.gather(asked[k])
    choices.splits[k] = splits ? 1 : 0
    for (let group = 0; group < (splits ? groups : 1); group++) fillGroup(choices, k, group, nodes, chooser)
  }
  return choices
}

/** One lane and group: means over the nodes of each bin. */
function fillGroup(
  choices: LaneChoices,
  row: number,
  group: number,
  nodes: ReturnType<typeof timeValueNodes>,
  chooser: ReturnType<typeof laneChooser>,
): void {
  for (let bin = 0; bin < BINS; bin++) {
    const to = BIN_START[bin + 1] ?? nodes.value.length
    const at = row * CLASSES + group * BINS + bin
    let part = 0
    for (let node = BIN_START[bin]; node < to; node++) {
      const weight = nodes.weight[node]
      const change = chooser.chooseBoth(AVOIDS_BEFORE[group], AVOIDS_AFTER[group], nodes.value[node])
      part += weight
      choices.costBefore[at] += weight * change.costBefore
      choices.costAfter[at] += weight * change.costAfter
      choices.hoursBefore[at] += weight * change.hoursBefore
      choices.hoursAfter[at] += weight * change.hoursAfter
      addShares(
        choices.shareBefore[group],
        choices.shareStart[row],
        chooser.shareBefore,
        chooser.count(),
        weight,
      )
      addShares(
        choices.shareAfter[group],
        choices.shareStart[row],
        chooser.shareAfter,
        chooser.count(),
        weight,
      )
    }
    choices.costBefore[at] /= part
    choices.costAfter[at] /= part
    choices.hoursBefore[at] /= part
    choices.hoursAfter[at] /= part
  }
}

function addShares(
  into: Float64Array,
  start: number,
  shares: Float64Array,
  count: number,
  factor: number,
): void {
  for (let r = 0; r < count; r++) into[start + r] += factor * shares[r]
}

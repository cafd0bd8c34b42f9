/**
 * Route choice of all lanes, before and after: shares of every route, and what cargo of each class pays and waits.
 *
 * Cargo differs in its value of time (lognormal, on a fixed grid of nodes) and in whether it avoids a territory.
 * Neighbouring nodes are gathered in bins, so that a draw of the parameters behind the trade costs needs no new
 * choice of routes.
 */
import type { ChoiceSet } from './choice-set.js'
import { laneChooser } from './lane-chooser.js'
import type { Lanes } from './lanes.js'
import type { NetworkState, RouteChoiceParameters } from './network-state.js'
import { BIN_START, BINS, binOfNode, type TimeValueGrid } from './time-values.js'

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
  /** Shares of routes at the central calibration, by group: row k's routes at shareStart[k]. */
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

/**
 * Shares of every route of the lanes asked for in one state, at the central calibration. Deterministic; O(routes ×
 * nodes) exponentials.
 *
 * @param territory flags of each rule's territory, see `territoryFlags`.
 * @param share     output at lanes.shareStart; those of a lane sum to one, or are all zero where it is cut off.
 */
export function chooseBaselineRoutes(
  choiceSet: ChoiceSet,
  lanes: Lanes,
  territory: readonly Uint8Array[],
  state: NetworkState,
  parameters: RouteChoiceParameters,
  asked: Int32Array,
  share: Float64Array,
): void {
  const { value, weights, centre } = parameters.timeValues
  const chooser = laneChooser(choiceSet, lanes, territory, state, state, parameters)
  const parts = new Float64Array(GROUPS.length)
  for (const l of asked) {
    const splits = chooser.gather(l)
    const avoiding = lanes.rule[l] < 0 ? 0 : state.rules[lanes.rule[l]].share
    groupWeights(splits, avoiding, avoiding, parts)
    for (let group = 0; group < 2; group++) {
      if (parts[group] === 0) continue
      for (let node = 0; node < value.length; node++) {
        const chosen = chooser.choose(AVOIDS_BEFORE[group], value[node])
        const part = weights[centre][node] * parts[group]
        addShares(share, lanes.shareStart[l], chosen, chooser.count(), part)
      }
    }
  }
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
  const chooser = laneChooser(choiceSet, lanes, territory, before, after, parameters)
  for (let k = 0; k < asked.length; k++) {
    const splits = chooser.gather(asked[k])
    choices.splits[k] = splits ? 1 : 0
    fillRow(choices, k, splits ? groups : 1, parameters.timeValues, chooser)
    if (!splits) for (let group = 1; group < groups; group++) copyShares(choices, k, group)
  }
  return choices
}

/** One lane: means over the nodes of each bin, and shares, for the first `groups` groups. */
function fillRow(
  choices: LaneChoices,
  row: number,
  groups: number,
  { value, weights, centre }: TimeValueGrid,
  chooser: ReturnType<typeof laneChooser>,
): void {
  const { costBefore, costAfter, hoursBefore, hoursAfter } = choices
  const count = chooser.count()
  const start = choices.shareStart[row]
  const central = weights[centre]
  for (let node = 0; node < value.length; node++) {
    const weight = central[node]
    for (let group = 0; group < groups; group++) {
      const change = chooser.chooseBoth(AVOIDS_BEFORE[group], AVOIDS_AFTER[group], value[node])
      const at = row * CLASSES + group * BINS + binOfNode(node)
      costBefore[at] += weight * change.costBefore
      costAfter[at] += weight * change.costAfter
      hoursBefore[at] += weight * change.hoursBefore
      hoursAfter[at] += weight * change.hoursAfter
      addShares(choices.shareBefore[group], start, change.shareBefore, count, weight)
      addShares(choices.shareAfter[group], start, change.shareAfter, count, weight)
    }
  }
  for (let bin = 0; bin < BINS; bin++) {
    let part = 0
    for (let node = BIN_START[bin]; node < (BIN_START[bin + 1] ?? value.length); node++) part += central[node]
    for (let group = 0; group < groups; group++) {
      const at = row * CLASSES + group * BINS + bin
      costBefore[at] /= part
      costAfter[at] /= part
      hoursBefore[at] /= part
      hoursAfter[at] /= part
    }
  }
}

/** Where avoiding makes no difference every group chooses alike. */
function copyShares(choices: LaneChoices, row: number, group: number): void {
  const [from, to] = [choices.shareStart[row], choices.shareStart[row + 1]]
  for (const state of [choices.shareBefore, choices.shareAfter]) {
    state[group].set(state[0].subarray(from, to), from)
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

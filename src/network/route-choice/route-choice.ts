/**
 * Route choice of all lanes, before and after: shares of every route, and what cargo of each class pays and waits.
 *
 * Cargo differs in its value of time (lognormal, on a fixed grid of nodes) and in whether it avoids a territory.
 * Neighbouring nodes are gathered in bins, so that a draw of the parameters behind the trade costs needs no new
 * choice of routes.
 */
import { type ArrayMaker, ownArrays } from '../../numeric/array-memory.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'
import {
  type ChooserRoom,
  type ChosenLane,
  chooserRoom,
  type KeptChoices,
  type KeptRow,
  laneChooser,
} from './lane-chooser.js'
import type { Lanes } from './lanes.js'
import type { RouteChoice } from './logit/kernels.js'
import type { NestedLogit } from './logit/nested-logit.js'
import type { NetworkState, RouteChoiceParameters } from './network-state.js'
import { BINS, type TimeValueGrid } from './time-values.js'

/** Cargo by what it does about avoidance before and after the measures. */
export const GROUPS = ['never', 'always', 'begins', 'ends'] as const
const AVOIDS_BEFORE = [false, true, false, true]
const AVOIDS_AFTER = [false, true, true, false]
/** Those that are told apart where no measure changes a share: the first so many. */
const GROUPS_WITHOUT_SWITCH = 2

/** What choice is made on, before and after a change. Plain records, which can be sent to another thread. */
export interface ChoiceSituation {
  readonly choiceSet: ChoiceSet
  readonly lanes: Lanes
  /** Flags of each rule's territory by route, see `territoryFlags`. */
  readonly territory: readonly Uint8Array[]
  readonly before: NetworkState
  /** The same record as `before` where nothing is touched. */
  readonly after: NetworkState
  /** Whether some cargo begins or ends avoiding (a measure changes a rule's share). */
  readonly switches: boolean
}

/** Choice of the lanes asked for. Row k is the k-th of them. */
export interface LaneChoices {
  readonly asked: Int32Array
  /** How many of the groups are told apart, first to last; nobody is in the others. */
  readonly groups: number
  /** 1 where some route passes a territory that the lane's rule avoids and another does not. */
  readonly splits: Uint8Array
  /** 1 where that was so before the change already. */
  readonly splitBefore: Uint8Array
  /** Row × groups × BINS: log-sum without hinterland, USD per TEU; Infinity where cut off. */
  readonly costBefore: Float64Array
  readonly costAfter: Float64Array
  /** Hours at baseline shares, see `displaced` in `logit/kernels.ts`; the same layout. */
  readonly hoursBefore: Float64Array
  readonly hoursAfter: Float64Array
  /** Shares of routes at the central calibration, by group: row k's routes at shareStart[k]. Empty where nobody is in it. */
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
 * Shares of every route of the lanes asked for before the change, at the central calibration. Deterministic; O(routes ×
 * nodes) exponentials.
 *
 * @returns one lane after the other; those of a lane sum to one, or are all zero where it is cut off.
 */
export function chooseBaselineRoutes(
  { choiceSet, lanes, territory, before }: ChoiceSituation,
  parameters: RouteChoiceParameters,
  asked: Int32Array,
  room = chooserRoom(parameters, choiceSet),
): Float64Array {
  const central = parameters.timeValues.weights[parameters.timeValues.centre]
  const chooser = laneChooser(choiceSet, lanes, territory, before, before, room)
  const parts = new Float64Array(GROUPS.length)
  const shareStart = packedStarts(lanes, asked)
  const share = new Float64Array(shareStart[asked.length])
  const { kernels, scratch, weigh } = chooser.logit
  const ofNodes = weigh(central)
  const add = (choice: RouteChoice, part: number, start: number): void => {
    if (part === 0) return
    kernels.shares(choice, ofNodes, scratch.shares)
    const { count } = choice.routes
    for (let r = 0; r < count; r++) share[start + r] += part * scratch.shares[r]
  }
  for (let k = 0; k < asked.length; k++) {
    const l = asked[k]
    const { old, splits } = chooser.gather(l)
    const avoiding = lanes.rule[l] < 0 ? 0 : before.rules[lanes.rule[l]].share
    groupWeights(splits, avoiding, avoiding, parts)
    add(old.all, parts[0], shareStart[k])
    add(old.avoiding, parts[1], shareStart[k])
  }
  return share
}

/** Where each lane's shares begin when only those of the lanes asked for are kept; the last entry is their number. */
export function packedStarts({ shareStart }: Lanes, asked: Int32Array): Uint32Array {
  const start = new Uint32Array(asked.length + 1)
  asked.forEach((lane, k) => {
    start[k + 1] = start[k] + shareStart[lane + 1] - shareStart[lane]
  })
  return start
}

/** Room for the choices of some lanes, all zero. @param asked lanes, ascending. */
export function emptyChoices(
  lanes: Lanes,
  asked: Int32Array,
  switches: boolean,
  { float64, uint8 }: ArrayMaker = ownArrays,
): LaneChoices {
  const groups = switches ? GROUPS.length : GROUPS_WITHOUT_SWITCH
  const rows = asked.length * groups * BINS
  const shareStart = packedStarts(lanes, asked)
  const shares = (): Float64Array[] =>
    GROUPS.map((_, group) => float64(group < groups ? shareStart[asked.length] : 0))
  return {
    asked,
    groups,
    splits: uint8(asked.length),
    splitBefore: uint8(asked.length),
    costBefore: float64(rows),
    costAfter: float64(rows),
    hoursBefore: float64(rows),
    hoursAfter: float64(rows),
    shareStart,
    shareBefore: shares(),
    shareAfter: shares(),
  }
}

/** Where choices are kept or written besides what a call returns. */
export interface ChoicesInHand {
  /** Where choices are made; one is made where none is given. */
  readonly room?: ChooserRoom | undefined
  /** Choices of the same situation before, looked up and added to: the same bits in less time. Its room is used. */
  readonly kept?: KeptChoices | undefined
  /** Room for the rows of all lanes, of which a call fills those of its own; row of every lane. */
  readonly into?: { readonly choices: LaneChoices; readonly rowOf: Int32Array } | undefined
}

/**
 * Choice before and after on the lanes asked for, by group and bin.
 *
 * @param asked lanes, ascending.
 */
export function chooseChangedRoutes(
  { choiceSet, lanes, territory, before, after, switches }: ChoiceSituation,
  parameters: RouteChoiceParameters,
  asked: Int32Array,
  { kept, into, room = kept?.room ?? chooserRoom(parameters, choiceSet) }: ChoicesInHand = {},
): LaneChoices {
  const choices = into?.choices ?? emptyChoices(lanes, asked, switches)
  const { groups } = choices
  const chooser = laneChooser(choiceSet, lanes, territory, before, after, room, kept)
  const writer = rowWriter(choices, chooser.logit, parameters.timeValues)
  for (let k = 0; k < asked.length; k++) {
    const row = into === undefined ? k : into.rowOf[asked[k]]
    const lane = chooser.gather(asked[k])
    choices.splits[row] = lane.splits ? 1 : 0
    choices.splitBefore[row] = lane.old.all === lane.old.avoiding ? 0 : 1
    const filled = lane.splits ? groups : 1
    const known = kept?.rows[asked[k]]
    const isKnown = known?.groups === filled
    if (known !== undefined && isKnown) copyKept(choices, row, known)
    for (let group = 0; group < filled; group++) writer.fill(row, group, lane, isKnown)
    if (kept !== undefined && !isKnown) kept.rows[asked[k]] = keptRow(choices, row, filled)
    if (!lane.splits) for (let group = 1; group < groups; group++) copyShares(choices, row, group)
  }
  return choices
}

/** Writes the rows of lanes, one group of cargo after the other: means over the nodes of each bin, and shares. */
function rowWriter(choices: LaneChoices, logit: NestedLogit, { weights, centre }: TimeValueGrid) {
  const { groups, costBefore, costAfter, hoursBefore, hoursAfter } = choices
  const { kernels, scratch } = logit
  const { means, shares } = scratch
  const ofNodes = logit.weigh(weights[centre])
  const closing = { onlyLoses: false, isLoss: false }

  /** @param hasBefore the state before is filled already. */
  function fill(row: number, group: number, lane: ChosenLane, hasBefore: boolean): void {
    const old = AVOIDS_BEFORE[group] ? lane.old.avoiding : lane.old.all
    const next = AVOIDS_AFTER[group] ? lane.next.avoiding : lane.next.all
    const first = (row * groups + group) * BINS
    if (!hasBefore) fillBefore(row, group, old)
    closing.onlyLoses = lane.onlyLoses
    closing.isLoss = lane.lastWayCloses && AVOIDS_AFTER[group]
    if (lane.sameWays && AVOIDS_BEFORE[group] === AVOIDS_AFTER[group])
      kernels.hours(old, ofNodes, next.routes.hours, old.routes.hours, means)
    else kernels.displaced(old, next, ofNodes, closing, means)
    for (let bin = 0; bin < BINS; bin++) hoursAfter[first + bin] = hoursBefore[first + bin] + means[bin]
    kernels.costs(next, closing.onlyLoses || closing.isLoss ? old : next, ofNodes, means)
    for (let bin = 0; bin < BINS; bin++) costAfter[first + bin] = means[bin]
    writeShares(next, choices.shareAfter[group], choices.shareStart[row])
  }

  function fillBefore(row: number, group: number, old: RouteChoice): void {
    const first = (row * groups + group) * BINS
    kernels.costs(old, old, ofNodes, means)
    costBefore.set(means, first)
    kernels.hours(old, ofNodes, old.routes.hours, undefined, means)
    hoursBefore.set(means, first)
    writeShares(old, choices.shareBefore[group], choices.shareStart[row])
  }

  function writeShares(choice: RouteChoice, into: Float64Array, start: number): void {
    kernels.shares(choice, ofNodes, shares)
    for (let r = 0; r < choice.routes.count; r++) into[start + r] = shares[r]
  }

  return { fill }
}

/** @param groups the first so many of the row, which are filled. */
function keptRow(choices: LaneChoices, row: number, groups: number): KeptRow {
  const { costBefore, hoursBefore, shareBefore, shareStart } = choices
  const [classes, first] = [groups * BINS, row * choices.groups * BINS]
  const [start, end] = [shareStart[row], shareStart[row + 1]]
  const values = new Float64Array(2 * classes + groups * (end - start))
  values.set(costBefore.subarray(first, first + classes))
  values.set(hoursBefore.subarray(first, first + classes), classes)
  for (let group = 0; group < groups; group++)
    values.set(shareBefore[group].subarray(start, end), 2 * classes + group * (end - start))
  return { groups, values }
}

function copyKept(choices: LaneChoices, row: number, { groups, values }: KeptRow): void {
  const { costBefore, hoursBefore, shareBefore, shareStart } = choices
  const [classes, first] = [groups * BINS, row * choices.groups * BINS]
  for (let c = 0; c < classes; c++) {
    costBefore[first + c] = values[c]
    hoursBefore[first + c] = values[classes + c]
  }
  const [start, end] = [shareStart[row], shareStart[row + 1]]
  for (let group = 0, from = 2 * classes; group < groups; group++, from += end - start) {
    const share = shareBefore[group]
    for (let at = start; at < end; at++) share[at] = values[from + at - start]
  }
}

/** Where avoiding makes no difference every group chooses alike. */
function copyShares(choices: LaneChoices, row: number, group: number): void {
  const [from, to] = [choices.shareStart[row], choices.shareStart[row + 1]]
  for (const state of [choices.shareBefore, choices.shareAfter]) {
    state[group].set(state[0].subarray(from, to), from)
  }
}

/** Row of every lane in the choices of some, −1 where it has none. */
export function rowsOfLanes(lanes: Lanes, asked: Int32Array): Int32Array {
  const rowOf = new Int32Array(lanes.count).fill(-1)
  for (let row = 0; row < asked.length; row++) rowOf[asked[row]] = row
  return rowOf
}

/** Copies the rows of those lanes that both have. @param rowOf row of every lane in `to`, −1 where it has none. */
export function copyChoices(from: LaneChoices, to: LaneChoices, rowOf: Int32Array): void {
  const { asked } = from
  for (let row = 0; row < asked.length; ) {
    const at = rowOf[asked[row]]
    let end = row + 1
    // Rows that follow each other in both go together.
    while (at >= 0 && end < asked.length && rowOf[asked[end]] === at + end - row) end++
    if (at >= 0) copyRows(from, row, end, to, at)
    row = end
  }
}

function copyRows(from: LaneChoices, row: number, end: number, to: LaneChoices, at: number): void {
  const classes = from.groups * BINS
  for (const of of ['splits', 'splitBefore'] as const) to[of].set(from[of].subarray(row, end), at)
  for (const of of ['costBefore', 'costAfter', 'hoursBefore', 'hoursAfter'] as const)
    to[of].set(from[of].subarray(row * classes, end * classes), at * classes)
  for (const of of ['shareBefore', 'shareAfter'] as const) {
    from[of].forEach((group, g) => {
      if (group.length === 0) return
      to[of][g].set(group.subarray(from.shareStart[row], from.shareStart[end]), to.shareStart[at])
    })
  }
}

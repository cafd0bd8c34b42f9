/**
 * Queues before bottlenecks: hours w ≥ 0 with traffic T(w) ≤ L and w (L − T) = 0.
 *
 * With boxes held, T is minus the gradient of a convex function of w (each class's expected cost over its value of
 * time), so the traffic that settles is one, whatever the order in which queues are found. Bell (1995), Transportation
 * Research B 29: stochastic assignment with queues; the queues are the multipliers of its capacities.
 *
 * An active set with Newton steps on ln(T / L), which is nearly linear in w for a logit: every bottleneck that is exceeded
 * joins, a queue that falls to nothing leaves.
 */

import { correctSlopes } from '../../numeric/broyden.js'
import { log } from '../../numeric/elementary.js'
import { factorise, solveFactored } from '../../numeric/factor.js'

/** TEU a year through every bottleneck when so many hours are waited before each. */
export type QueuedTraffic = (hours: Float64Array) => Float64Array

/** Derivatives of ln T to the hours, bottleneck by bottleneck, as far as they were learnt. */
export interface QueueSlopes {
  /** n × n; row: traffic, column: queue. */
  readonly values: Float64Array
  /** 1 for columns that were looked up. */
  readonly isKnown: Uint8Array
}

export interface Queues {
  /** Hours before each bottleneck. */
  readonly hours: Float64Array
  /** TEU a year through each. */
  readonly traffic: Float64Array
  readonly passes: number
  readonly slopes: QueueSlopes
  /** The bottleneck that does not settle; −1 where all do. */
  readonly unsettled: number
}

/** Of its limit by which traffic may miss it, and TEU a year that are always allowed. */
export const QUEUE_TOLERANCE = 1e-3
const LEAST_TEU = 1

/** A year: who still waits then has no other way, or minds no wait. */
export const LONGEST_QUEUE = 8760
const MOST_PASSES = 60
/** Hours by which a queue may grow in one pass, besides three times its length. */
const FIRST_GROWTH = 400
const HALVINGS = 6
/** What is left of the miss after a pass, from which on the slopes are looked up anew. */
const SLOW = 0.65

/**
 * Queues that bring the traffic of every bottleneck to its limit. Deterministic; a pass takes one look at the traffic,
 * and one more for each queue where the slopes are not known well enough.
 *
 * @param limits   TEU a year, above zero.
 * @param start    hours to begin with.
 * @param precision part of the tolerance to settle to.
 * @param known    slopes that were learnt at other boxes, and are learnt on.
 */
export function settleQueues(
  trafficAt: QueuedTraffic,
  limits: Float64Array,
  start: Float64Array,
  precision = 1,
  known?: QueueSlopes,
): Queues {
  const slopes = known ?? {
    values: new Float64Array(limits.length * limits.length),
    isKnown: new Uint8Array(limits.length),
  }
  let at: QueueState = { hours: start, traffic: trafficAt(start) }
  for (let passes = 0; ; passes++) {
    const { hours, traffic } = at
    const worst = worstOf(hours, traffic, limits, precision)
    const isLast =
      worst < 0 || passes === MOST_PASSES || isHopeless(hours[worst], traffic[worst], limits[worst])
    if (isLast) return { hours, traffic, passes, slopes, unsettled: worst }
    const active = Int32Array.from(hours.keys()).filter(e => hours[e] > 0 || traffic[e] > limits[e])
    lookUp(slopes, trafficAt, at, active)
    const next = searchAlong(trafficAt, limits, at, active, newtonStep(slopes, at, limits, active))
    learn(slopes, at, next)
    if (distance(next, limits, active) > SLOW * distance(at, limits, active)) slopes.isKnown.fill(0)
    at = next
  }
}

interface QueueState {
  readonly hours: Float64Array
  readonly traffic: Float64Array
}

/** Finds the columns of the active bottlenecks that are not known, by differences. */
function lookUp(
  { values, isKnown }: QueueSlopes,
  trafficAt: QueuedTraffic,
  { hours, traffic }: QueueState,
  active: Int32Array,
): void {
  const size = hours.length
  for (const column of active) {
    if (isKnown[column] === 1) continue
    const moved = hours.slice()
    const width = Math.max(0.5, 0.01 * hours[column])
    moved[column] += width
    const next = trafficAt(moved)
    for (let row = 0; row < size; row++) {
      values[row * size + column] = (logOf(next[row]) - logOf(traffic[row])) / width
    }
    isKnown[column] = 1
  }
}

/** What a step showed of the slopes; queues that were not moved show nothing of theirs. */
function learn({ values }: QueueSlopes, from: QueueState, to: QueueState): void {
  const step = to.hours.map((hours, e) => hours - from.hours[e])
  const change = to.traffic.map((teu, e) => logOf(teu) - logOf(from.traffic[e]))
  correctSlopes(values, step, change)
}

/**
 * Step that brings ln(T / L) of the active bottlenecks to zero. The diagonal is kept below zero, so that cargo without
 * another way makes the queue grow and not the step fail.
 */
function newtonStep(
  { values }: QueueSlopes,
  { hours, traffic }: QueueState,
  limits: Float64Array,
  active: Int32Array,
): Float64Array {
  const size = active.length
  const matrix = new Float64Array(size * size)
  active.forEach((row, r) => {
    active.forEach((column, c) => {
      const slope = values[row * hours.length + column]
      matrix[r * size + c] = r === c ? Math.min(1.000001 * slope, -1e-7) : slope
    })
  })
  const step = Float64Array.from(active, e => log(limits[e]) - logOf(traffic[e]))
  solveFactored(factorise(matrix, size), step, 1)
  return step
}

/** The longest of the halved steps that brings the active bottlenecks nearer; the shortest where none does. */
function searchAlong(
  trafficAt: QueuedTraffic,
  limits: Float64Array,
  from: QueueState,
  active: Int32Array,
  step: Float64Array,
): QueueState {
  const before = distance(from, limits, active)
  let to = from
  for (let halving = 0, part = 1; halving <= HALVINGS; halving++, part /= 2) {
    const hours = from.hours.slice()
    active.forEach((e, k) => {
      const growth = Math.min(part * step[k], FIRST_GROWTH + 3 * hours[e])
      hours[e] = Math.min(Math.max(hours[e] + growth, 0), LONGEST_QUEUE)
    })
    to = { hours, traffic: trafficAt(hours) }
    if (distance(to, limits, active) < before) break
  }
  return to
}

/** Largest miss of the limit in logarithms; traffic below the limit is none where nobody queues. */
function distance({ hours, traffic }: QueueState, limits: Float64Array, active: Int32Array): number {
  let most = 0
  for (const e of active) {
    const over = logOf(traffic[e]) - log(limits[e])
    most = Math.max(most, hours[e] > 0 ? Math.abs(over) : over)
  }
  return most
}

/**
 * The bottleneck that is farthest from settled, −1 where all are: among those with a queue as long as one of them is
 * off, then among the others.
 */
export function worstOf(
  hours: Float64Array,
  traffic: Float64Array,
  limits: Float64Array,
  precision = 1,
): number {
  let worst = -1
  let most = 1
  for (const queued of [true, false]) {
    for (let e = 0; e < hours.length; e++) {
      if (hours[e] > 0 !== queued) continue
      const over = (traffic[e] - limits[e]) / (precision * Math.max(LEAST_TEU, QUEUE_TOLERANCE * limits[e]))
      const miss = queued ? Math.abs(over) : over
      if (miss <= most) continue
      most = miss
      worst = e
    }
    if (worst >= 0) return worst
  }
  return worst
}

function isHopeless(hours: number, traffic: number, limit: number): boolean {
  return hours >= LONGEST_QUEUE && traffic > limit
}

/** A millionth of a TEU stands for nothing. */
function logOf(teu: number): number {
  return log(Math.max(teu, 1e-6))
}

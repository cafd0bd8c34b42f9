/**
 * Queues before bottlenecks: hours w ≥ 0 with traffic T(w) ≤ L and w (L − T) = 0.
 *
 * With boxes held, T is minus the gradient of a convex function of w (each class's expected cost over its value of
 * time), so the traffic that settles is one, whatever the order in which queues are found. Bell (1995), Transportation
 * Research B 29: stochastic assignment with queues; the queues are the multipliers of its capacities.
 *
 * An active set with Newton steps on ln(T / L), which is nearly linear in w for a logit: those that queue are settled
 * first, then the bottleneck that is exceeded most joins them; a queue that falls to nothing leaves.
 */
import { log } from '../numeric/elementary.js'
import { factorise, solveFactored } from '../numeric/factor.js'

/** TEU a year through every bottleneck when so many hours are waited before each. */
export type QueuedTraffic = (hours: Float64Array) => Float64Array

export interface QueueSlopes {
  readonly active: Int32Array
  readonly values: Float64Array
}

export interface Queues {
  /** Hours before each bottleneck. */
  readonly hours: Float64Array
  /** TEU a year through each. */
  readonly traffic: Float64Array
  readonly passes: number
  /** Those that queue or did, and the derivatives of their ln T to their hours, row by row, as far as they were learnt. */
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
const FIRST_GROWTH = 200
const HALVINGS = 6
/** What is left of the miss after a pass, from which on the slopes are looked up anew. */
const SLOW = 0.3

/**
 * Queues that bring the traffic of every bottleneck to its limit. Deterministic; a pass takes one look at the traffic,
 * and one more for each queue where the slopes are not known well enough.
 *
 * @param limits   TEU a year, above zero.
 * @param start    hours to begin with.
 * @param precision part of the tolerance to settle to.
 * @param known    slopes that were learnt at other boxes.
 */
export function settleQueues(
  trafficAt: QueuedTraffic,
  limits: Float64Array,
  start: Float64Array,
  precision = 1,
  known?: QueueSlopes,
): Queues {
  let hours: Float64Array = start.slice()
  let traffic = trafficAt(hours)
  let active: Int32Array = known?.active ?? new Int32Array(0)
  let slopes: Float64Array = known?.values.slice() ?? new Float64Array(0)
  let isSlow = false
  const told = (passes: number, unsettled: number): Queues => ({
    hours,
    traffic,
    passes,
    slopes: { active, values: slopes },
    unsettled,
  })
  for (let passes = 0; passes < MOST_PASSES; passes++) {
    const worst = worstOf(hours, traffic, limits, precision)
    if (worst < 0) return told(passes, -1)
    if (isHopeless(hours[worst], traffic[worst], limits[worst])) {
      return told(passes, worst)
    }
    const queueing = Int32Array.from(hours.keys()).filter(e => hours[e] > 0 || e === worst)
    if (isSlow || queueing.join() !== active.join()) {
      active = queueing
      slopes = slopesOf(trafficAt, hours, traffic, active)
    }
    const before = distance(hours, traffic, limits, active)
    const moved = searchAlong(
      trafficAt,
      limits,
      hours,
      traffic,
      active,
      newtonStep(slopes, misses(traffic, limits, active)),
    )
    isSlow = distance(moved.hours, moved.traffic, limits, active) > SLOW * before
    learn(slopes, active, hours, traffic, moved.hours, moved.traffic)
    hours = moved.hours
    traffic = moved.traffic
  }
  return told(MOST_PASSES, worstOf(hours, traffic, limits, precision))
}

/** Broyden's (1965) correction of the slopes by what a step showed, in place. */
function learn(
  slopes: Float64Array,
  active: Int32Array,
  hours: Float64Array,
  traffic: Float64Array,
  nextHours: Float64Array,
  nextTraffic: Float64Array,
): void {
  const step = Float64Array.from(active, e => nextHours[e] - hours[e])
  const length = step.reduce((sum, part) => sum + part * part, 0)
  if (length === 0) return
  for (let row = 0; row < active.length; row++) {
    const e = active[row]
    let error = logOf(nextTraffic[e]) - logOf(traffic[e])
    for (let column = 0; column < step.length; column++)
      error -= slopes[row * step.length + column] * step[column]
    for (let column = 0; column < step.length; column++)
      slopes[row * step.length + column] += (error * step[column]) / length
  }
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

/** ln(T / L) of the active bottlenecks. */
function misses(traffic: Float64Array, limits: Float64Array, active: Int32Array): Float64Array {
  return Float64Array.from(active, e => logOf(traffic[e]) - log(limits[e]))
}

/** A millionth of a TEU stands for nothing. */
function logOf(teu: number): number {
  return log(Math.max(teu, 1e-6))
}

/** Derivatives of ln T to the hours, by differences; row: traffic, column: queue. */
function slopesOf(
  trafficAt: QueuedTraffic,
  hours: Float64Array,
  traffic: Float64Array,
  active: Int32Array,
): Float64Array {
  const size = active.length
  const slopes = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const moved = hours.slice()
    const width = Math.max(0.5, 0.01 * hours[active[column]])
    moved[active[column]] += width
    const next = trafficAt(moved)
    for (let row = 0; row < size; row++) {
      const e = active[row]
      slopes[row * size + column] = (logOf(next[e]) - logOf(traffic[e])) / width
    }
  }
  return slopes
}

/** The diagonal is kept below zero, so that cargo without another way makes the queue grow and not the step fail. */
function newtonStep(slopes: Float64Array, miss: Float64Array): Float64Array {
  const size = miss.length
  const matrix = slopes.slice()
  for (let k = 0; k < size; k++) matrix[k * size + k] = Math.min(1.000001 * matrix[k * size + k], -1e-7)
  const step = miss.map(each => -each)
  solveFactored(factorise(matrix, size), step, 1)
  return step
}

/** The longest of the halved steps that brings the active bottlenecks nearer; the shortest where none does. */
function searchAlong(
  trafficAt: QueuedTraffic,
  limits: Float64Array,
  hours: Float64Array,
  traffic: Float64Array,
  active: Int32Array,
  step: Float64Array,
): { hours: Float64Array; traffic: Float64Array } {
  const before = distance(hours, traffic, limits, active)
  let moved: Float64Array = hours
  let next = traffic
  for (let halving = 0, part = 1; halving <= HALVINGS; halving++, part /= 2) {
    moved = hours.slice()
    active.forEach((e, k) => {
      const growth = Math.min(part * step[k], FIRST_GROWTH + 3 * hours[e])
      moved[e] = Math.min(Math.max(hours[e] + growth, 0), LONGEST_QUEUE)
    })
    next = trafficAt(moved)
    if (distance(moved, next, limits, active) < before) break
  }
  return { hours: moved, traffic: next }
}

/** Largest miss of the limit in logarithms; traffic below the limit is none where nobody queues. */
function distance(
  hours: Float64Array,
  traffic: Float64Array,
  limits: Float64Array,
  active: Int32Array,
): number {
  let most = 0
  for (const e of active) {
    const over = logOf(traffic[e]) - log(limits[e])
    most = Math.max(most, hours[e] > 0 ? Math.abs(over) : over)
  }
  return most
}

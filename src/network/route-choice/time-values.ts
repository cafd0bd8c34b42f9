/**
 * Values of time: one grid of nodes for all calibrations, each calibration a set of weights on it.
 *
 * Cargo's value of time is lognormal. Its median and spread lie on one ridge that traffic does not tell apart, so a
 * run looks at several points of the ridge; choice at a node is the same for all of them, only its weight differs.
 */
import { exp, log } from '../../numeric/elementary.js'
import { sum } from '../../numeric/sum.js'
import { NODES_OF_BIN, POWERED_AFTER } from './logit/kernels.js'

/** One point of the ridge. */
export interface TimeValueCalibration {
  /** USD per TEU and day. */
  readonly median: number
  /** Standard deviation of the logarithm. */
  readonly spread: number
}

export interface TimeValueGrid {
  /** USD per TEU and **hour** at each node, ascending, equally spaced in logarithms. */
  readonly value: Float64Array
  /** Weights of the nodes, by calibration; those of a calibration sum to one. */
  readonly weights: readonly Float64Array[]
  /** Which calibration is the central one. */
  readonly centre: number
}

/**
 * Nodes some 0.36 standard deviations apart, from 1.6 below the centre's median to 3.2 above. Beyond they would all choose alike (a
 * day is worth little more than a dollar, or more than 1,100), so the first and the last node stand for the rest. For a density as smooth
 * as this one a sum over equal steps is nearly as good as a far finer one: seven times as many nodes over a wider range move no route's
 * share by 1.4 percentage points. Even in number, since the kernels take two at a time.
 *
 * A node is worth a power of two times that of four places before, exactly, which spares the kernels most exponentials.
 */
export const TIME_VALUE_NODES = 14
const STEP = 0.36
const FIRST_STEP = -4.25
/** Nodes beyond the first and the last, whose weight these carry. */
const NODES_BEYOND = 10
/** Bins of neighbouring nodes, which trade costs are told by. */
export const BINS = TIME_VALUE_NODES / NODES_OF_BIN

export function binOfNode(node: number): number {
  return Math.floor(node / NODES_OF_BIN)
}

/** The grid spans the central calibration; others are weighed on the same nodes by their density. */
export function timeValueGrid(calibrations: readonly TimeValueCalibration[], centre: number): TimeValueGrid {
  const { median, spread } = calibrations[centre]
  const doublings = doublingsFor(spread)
  const step = (doublings * log(2)) / POWERED_AFTER
  const at = (node: number): number => median * exp(step * (FIRST_STEP + node))
  const value = new Float64Array(TIME_VALUE_NODES)
  for (let node = 0; node < TIME_VALUE_NODES; node++)
    value[node] = node < POWERED_AFTER ? at(node) / 24 : value[node - POWERED_AFTER] * (1 << doublings)
  const weights = calibrations.map(calibration => {
    const density = (node: number): number => {
      const deviation = log(at(node) / calibration.median) / calibration.spread
      return exp(-(deviation * deviation) / 2)
    }
    const parts = Float64Array.from(value, (_, node) => density(node))
    for (let beyond = 1; beyond <= NODES_BEYOND; beyond++) {
      parts[0] += density(-beyond)
      parts[TIME_VALUE_NODES - 1] += density(TIME_VALUE_NODES - 1 + beyond)
    }
    const total = sum(parts)
    return parts.map(part => part / total)
  })
  return { value, weights, centre }
}

/** How often the value of time doubles in so many nodes that they are `STEP` apart, as nearly as may be. */
function doublingsFor(spread: number): number {
  return Math.max(1, Math.round((POWERED_AFTER * STEP * spread) / log(2)))
}

/** Part of all cargo in each bin at one calibration. */
export function binWeights(grid: TimeValueGrid, calibration: number): Float64Array {
  const parts = new Float64Array(BINS)
  for (let node = 0; node < TIME_VALUE_NODES; node++)
    parts[binOfNode(node)] += grid.weights[calibration][node]
  return parts
}

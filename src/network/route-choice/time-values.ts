/**
 * Values of time: one grid of nodes for all calibrations, each calibration a set of weights on it.
 *
 * Cargo's value of time is lognormal. Its median and spread lie on one ridge that traffic does not tell apart, so a
 * run looks at several points of the ridge; choice at a node is the same for all of them, only its weight differs.
 */
import { exp, log } from '../../numeric/elementary.js'
import { sum } from '../../numeric/sum.js'

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
 * Nodes 0.3 standard deviations apart, up to 3.9 above the centre's median. Below −1.8 they would all choose alike (a
 * day is worth less than a dollar), so the first node stands for the rest. Twice as many nodes move no share by two
 * percent.
 */
export const TIME_VALUE_NODES = 20
const STEP = 0.3
const FIRST_DEVIATION = -1.8
/** Nodes below the first, whose weight it carries. */
const NODES_BELOW = 10
/** First node of each bin; the tail, where rail lives, is cut finer. */
export const BIN_START = [0, 2, 5, 8, 10, 12, 14, 16] as const
export const BINS = BIN_START.length

const BIN_OF_NODE = Uint8Array.from({ length: TIME_VALUE_NODES }, (_, node) => {
  let bin = 0
  while (bin + 1 < BINS && BIN_START[bin + 1] <= node) bin++
  return bin
})

export function binOfNode(node: number): number {
  return BIN_OF_NODE[node]
}

/** The grid spans the central calibration; others are weighed on the same nodes by their density. */
export function timeValueGrid(calibrations: readonly TimeValueCalibration[], centre: number): TimeValueGrid {
  const { median, spread } = calibrations[centre]
  const at = (node: number): number => median * exp(spread * (FIRST_DEVIATION + STEP * node))
  const value = Float64Array.from({ length: TIME_VALUE_NODES }, (_, node) => at(node) / 24)
  const weights = calibrations.map(calibration => {
    const density = (node: number): number => {
      const deviation = log(at(node) / calibration.median) / calibration.spread
      return exp(-(deviation * deviation) / 2)
    }
    const parts = Float64Array.from(value, (_, node) => density(node))
    for (let node = 1; node <= NODES_BELOW; node++) parts[0] += density(-node)
    const total = sum(parts)
    return parts.map(part => part / total)
  })
  return { value, weights, centre }
}

/** Part of all cargo in each bin at one calibration. */
export function binWeights(grid: TimeValueGrid, calibration: number): Float64Array {
  const parts = new Float64Array(BINS)
  for (let node = 0; node < TIME_VALUE_NODES; node++)
    parts[binOfNode(node)] += grid.weights[calibration][node]
  return parts
}

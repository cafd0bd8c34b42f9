/**
 * Values of time: one grid of nodes for all calibrations, each calibration a set of weights on it.
 *
 * Cargo's value of time is lognormal. Its median and spread lie on one ridge that traffic does not tell apart, so a
 * run looks at several points of the ridge; choice at a node is the same for all of them, only its weight differs.
 */
import { exp, log } from '../numeric/elementary.js'

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

/** From −4 to 4 standard deviations of the centre: twice as many nodes move no share by two percent. */
export const TIME_VALUE_NODES = 41
const REACH = 4
/** First node of each bin; the tail, where rail lives, is cut finer. */
export const BIN_START = [0, 13, 18, 22, 25, 28, 31, 35] as const
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
  const value = Float64Array.from({ length: TIME_VALUE_NODES }, (_, node) => {
    const deviation = REACH * ((2 * node) / (TIME_VALUE_NODES - 1) - 1)
    return (median * exp(spread * deviation)) / 24
  })
  const weights = calibrations.map(calibration => {
    const density = value.map(v => {
      const deviation = log((24 * v) / calibration.median) / calibration.spread
      return exp(-(deviation * deviation) / 2)
    })
    let total = 0
    for (const part of density) total += part
    return density.map(part => part / total)
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

/** The ridge of median and spread of the value of time, and where on it a draw stands. */
import { getParameter } from '../../dataset/parameters.js'
import { binWeights, type TimeValueGrid, timeValueGrid } from '../../network/route-choice/time-values.js'
import type { Scenario } from '../scenario.js'

/** Plain records, which can be sent to another thread. */
export interface TimeValueRidge {
  readonly grid: TimeValueGrid
  /** Part of all cargo in each bin of time values, by calibration. */
  readonly bins: readonly Float64Array[]
  /** Spread of each calibration, ascending; one where nothing is drawn. */
  readonly spreads: readonly number[]
}

/**
 * The ridge at its low end, centre and high end; the median falls as the spread grows. Without draws, or with a fixed
 * spread, the centre alone.
 */
export function timeValueRidge({
  parameters,
  draws,
}: Pick<Scenario, 'parameters' | 'draws'>): TimeValueRidge {
  const spread = getParameter(parameters, 'valueOfTimeSpread')
  const median = getParameter(parameters, 'valueOfTimeMedian')
  const centre = { median: median.value, spread: spread.value }
  const alone = draws === 0 || spread.distribution === 'fixed' || spread.low === spread.high
  const low = { median: median.high, spread: spread.low }
  const high = { median: median.low, spread: spread.high }
  const calibrations = alone ? [centre] : [low, centre, high]
  const grid = timeValueGrid(calibrations, alone ? 0 : 1)
  return {
    grid,
    bins: calibrations.map((_, c) => binWeights(grid, c)),
    spreads: calibrations.map(calibration => calibration.spread),
  }
}

/** Part of all cargo in each bin of time values, at a spread between those calibrated. */
export function binWeightsAt({ bins, spreads }: TimeValueRidge, spread: number): Float64Array {
  const parts = calibrationParts(spreads, spread)
  return bins[0].map((_, bin) =>
    parts.reduce((sum, part, c) => (part === 0 ? sum : sum + part * bins[c][bin]), 0),
  )
}

/** How much of each calibration a spread takes; the parts sum to one. */
function calibrationParts(spreads: readonly number[], at: number): readonly number[] {
  if (spreads.length === 1) return [1]
  const [low, centre, high] = spreads
  if (at === centre) return [0, 1, 0]
  if (at < centre) {
    const way = (centre - at) / (centre - low)
    return [way, 1 - way, 0]
  }
  const way = (at - centre) / (high - centre)
  return [0, 1 - way, way]
}

/**
 * Routes before and after, and the transit that follows: computed once, so that a draw only weighs them.
 *
 * Costs are weighed at three calibrations of the value of time. Shares, and so traffic and transit, are those of the
 * centre: all three lie on the ridge that gives the observed traffic.
 */
import { getParameter } from '../dataset/parameters.js'
import { writeTouchedShares } from '../network/network-change.js'
import type { LaneChoices } from '../network/route-choice.js'
import { laneParts } from '../network/traffic.js'
import { type TimeValueRidge, timeValueRidge } from './time-value-ridge.js'
import { layOutTransit, type TransitStage } from './transit-stage.js'
import type { World } from './world.js'

export interface RouteStage {
  /** On the touched lanes; undefined where none is touched. */
  readonly choices: LaneChoices | undefined
  readonly ridge: TimeValueRidge
  readonly bulkValuePerTeu: number
  /** Shares of all lanes at the central calibration. */
  readonly shareBefore: Float64Array
  readonly shareAfter: Float64Array
  /** Part of its pair's boxes on every lane. */
  readonly partBefore: Float64Array
  readonly partAfter: Float64Array
  readonly transit: TransitStage
}

/** Chooses routes and lays out transit. The slow part of a run. */
export function prepareRoutes(world: World): RouteStage {
  const { network, scenario } = world
  const { lanes, touched } = network
  const ridge = timeValueRidge(world)
  const parameters = {
    timeValues: ridge.grid,
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
  if (choices) writeTouchedShares(network, choices, shareBefore, shareAfter)

  const partBefore = laneParts(lanes, network.cutOffBefore)
  const partAfter = laneParts(lanes, network.cutOffAfter)
  const [start, share] = sharesOf(lanes.shareStart, untouched, shareBefore)
  return {
    choices,
    ridge,
    bulkValuePerTeu: getParameter(scenario.parameters, 'bulkValuePerTeu').value,
    shareBefore,
    shareAfter,
    partBefore,
    partAfter,
    transit: layOutTransit(world, { asked: untouched, start, share }, choices, partBefore, partAfter),
  }
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

/**
 * Routes before and after, and the transit that follows: computed once, so that a draw only weighs them.
 *
 * Costs are weighed at three calibrations of the value of time. Shares, and so traffic and transit, are those of the
 * centre: all three lie on the ridge that gives the observed traffic.
 */
import type { Parameter } from '../../dataset/dataset.js'
import { getParameter } from '../../dataset/parameters.js'
import { type Delegate, shareOut } from '../../ensemble/share-out.js'
import { sharesUnder } from '../../network/comparison/network-baseline.js'
import { writeTouchedShares } from '../../network/comparison/network-change.js'
import type { KeptChoices } from '../../network/route-choice/lane-chooser.js'
import { type Lanes, othersThan } from '../../network/route-choice/lanes.js'
import type { RouteChoiceParameters } from '../../network/route-choice/network-state.js'
import { copyChoices, emptyChoices, rowsOfLanes } from '../../network/route-choice/route-choice.js'
import { laneParts } from '../../network/traffic/traffic.js'
import { type ArrayMaker, ownArrays } from '../../numeric/array-memory.js'
import type { RouteChoices } from './route-choices.js'
import { routeTask } from './route-task.js'
import { type TimeValueRidge, timeValueRidge } from './time-value-ridge.js'
import type { TransitStage } from './transit-stage.js'
import type { World } from './world.js'

export interface RouteStage extends RouteChoices {
  readonly transit: TransitStage
}

interface RouteOptions {
  /** Awaited between jobs. */
  readonly turn?: () => Promise<void>
  /** Where some of the jobs may be done. */
  readonly delegate?: Delegate | undefined
  /** Choices of which some still hold. */
  readonly reuse?: ReusedChoices | undefined
  /** Choices before the package on the same baseline, see `chooseChangedRoutes`; not with a delegate. */
  readonly kept?: KeptChoices | undefined
  /** Taken for today's shares of untouched lanes, by who asks for costs and not for traffic. */
  readonly sharesToday?: Float64Array | undefined
  /** Where what belongs to the package is kept. */
  readonly arrays?: ArrayMaker | undefined
}

/** Choices that were made in a world with the same baseline, and the touched lanes on which they hold no more. */
export interface ReusedChoices {
  readonly routes: RouteChoices
  /** Ascending; among them every touched lane that was not touched then. */
  readonly anew: Int32Array
}

/** Lanes of one job: a hundredth of a second of work or so. */
const LANES_PER_JOB = 600

/**
 * Chooses the routes of all lanes. The slow part of a run, but for lanes whose choices are known.
 */
export async function chooseAllRoutes(
  world: World,
  { turn, delegate, reuse, kept: choicesBefore, sharesToday, arrays = ownArrays }: RouteOptions = {},
): Promise<RouteChoices> {
  const { network, scenario } = world
  const { lanes, touched } = network
  const ridge = timeValueRidge(scenario)
  const parameters = routeChoiceParameters(scenario.parameters, ridge)
  const known = sharesToday ?? sharesUnder(network.baselineChoice, parameters) ?? reuse?.routes.shareBefore
  const kept = reuse?.routes.choices
  const anew = kept === undefined || reuse === undefined ? touched : reuse.anew
  const jobs = [
    ...pieces(anew).map(asked => ({ asked, touched: true })),
    ...(known ? [] : pieces(othersThan(touched, lanes.count)).map(asked => ({ asked, touched: false }))),
  ]
  const choices = touched.length === 0 ? undefined : emptyChoices(lanes, touched, network.switches, arrays)
  const into = choices && { choices, rowOf: rowsOfLanes(lanes, touched) }
  if (into && kept) {
    const rowOfKept = into.rowOf.slice()
    for (const lane of anew) rowOfKept[lane] = -1
    copyChoices(kept, into.choices, rowOfKept)
  }
  const context = { situation: network.situation, parameters }
  const choose = routeTask.open({ ...context, inHand: { kept: choicesBefore, into } })
  const chosen = await shareOut(
    jobs,
    async job => {
      await turn?.()
      return choose(job)
    },
    delegate?.(routeTask, context),
  )
  // Where all groups choose by one rule, the shares before are those of the baseline bit for bit.
  const isWritten = known !== undefined && !network.switches
  const shareBefore = isWritten ? known : (known?.slice() ?? new Float64Array(lanes.shareStart[lanes.count]))
  jobs.forEach(({ asked }, k) => {
    const made = chosen[k]
    if (made instanceof Float64Array) unpack(lanes, asked, made, shareBefore)
    else if (into && made !== choices) copyChoices(made, into.choices, into.rowOf)
  })
  const shareAfter = arrays.float64(shareBefore.length)
  shareAfter.set(shareBefore)
  if (choices && !isWritten) writeTouchedShares(network, choices, 'before', shareBefore)
  if (choices) writeTouchedShares(network, choices, 'after', shareAfter)
  const partBefore = laneParts(lanes, network.cutOffBefore)
  const partAfter = laneParts(lanes, network.cutOffAfter, arrays)
  return {
    choices,
    ridge,
    bulkValuePerTeu: getParameter(scenario.parameters, 'bulkValuePerTeu').value,
    shareBefore,
    shareAfter,
    partBefore,
    partAfter,
  }
}

/** How cargo chooses, as parameters of a scenario or a dataset say. */
export function routeChoiceParameters(
  parameters: readonly Parameter[],
  ridge: TimeValueRidge,
): RouteChoiceParameters {
  return {
    timeValues: ridge.grid,
    dispersion: getParameter(parameters, 'routeDispersion').value,
    seaDispersion: getParameter(parameters, 'seaDispersion').value,
  }
}

/** Copies, so that no job carries more than its lanes. */
function pieces(lanes: Int32Array): Int32Array[] {
  const count = Math.ceil(lanes.length / LANES_PER_JOB)
  return Array.from({ length: count }, (_, k) => lanes.slice(k * LANES_PER_JOB, (k + 1) * LANES_PER_JOB))
}

/** Writes packed shares to where those of their lanes stand among all. */
function unpack({ shareStart }: Lanes, asked: Int32Array, packed: Float64Array, share: Float64Array): void {
  let at = 0
  for (const lane of asked) {
    const count = shareStart[lane + 1] - shareStart[lane]
    share.set(packed.subarray(at, at + count), shareStart[lane])
    at += count
  }
}

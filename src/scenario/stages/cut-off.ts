/** Country pairs that lose their last way. */
import type { CargoShares } from '../../costs/cargo.js'
import { bulkGone } from '../../costs/idle-bulk.js'
import { getParameter } from '../../dataset/parameters.js'
import { type BulkChange, bulkBySea } from '../../network/traffic/bulk.js'
import { bulkSituation, closesSomething, type World } from './world.js'

/** Pairs with trade whose general cargo had a way and has none left, ascending; exporter × economies + importer. */
export function generalCutOff({ network, flows }: World): number[] {
  const had = new Set<number>()
  const left = new Set<number>()
  network.lanes.countryPair.forEach((pair, lane) => {
    if (flows[pair] > 0 && network.cutOffBefore[lane] === 0) had.add(pair)
    if (network.cutOffAfter[lane] === 0) left.add(pair)
  })
  return [...had].filter(pair => !left.has(pair)).sort((a, b) => a - b)
}

/** Pairs with trade that lose every way between two gateways and keep others: what went by these takes those, at no cost. */
export function generalTurned(world: World): number[] {
  const { network, flows } = world
  const whole = new Set(generalCutOff(world))
  const turned = new Set<number>()
  network.lanes.countryPair.forEach((pair, lane) => {
    const isCut = network.cutOffBefore[lane] === 0 && network.cutOffAfter[lane] === 1
    if (isCut && flows[pair] > 0 && !whole.has(pair)) turned.add(pair)
  })
  return [...turned].sort((a, b) => a - b)
}

/** Trade that has no way left, n × n, million USD a year at the values of today. */
export interface CutOffTrade {
  readonly general: Float64Array
  readonly bulk: Float64Array
}

/** @param shares of the cargo of every pair. */
export function cutOffTrade(world: World, { general: generalShare, inBoxes }: CargoShares): CutOffTrade {
  const { flows } = world
  const [general, bulk] = [new Float64Array(flows.length), new Float64Array(flows.length)]
  for (const pair of generalCutOff(world)) general[pair] = flows[pair] * inBoxes[pair]
  const after = bulkAfter(world)
  for (let pair = 0; pair < bulk.length; pair++) {
    const part = bulkGone(after, pair)
    bulk[pair] = part === 0 ? 0 : part * flows[pair] * (1 - generalShare[pair])
  }
  return { general, bulk }
}

/** Pairs with bulk. */
export interface BulkCutOff {
  /** Those that have no way by sea left for any of it. */
  readonly whole: readonly number[]
  /** Those that have none for a part, by their gateways or from the port where a pipeline ends. */
  readonly part: readonly number[]
}

/** None where nothing closes. */
export function bulkCutOff(world: World): BulkCutOff {
  const { dataset, flows } = world
  if (!closesSomething(world)) return { whole: [], part: [] }
  const { hat, lost } = bulkAfter(world)
  const [whole, part]: [number[], number[]] = [[], []]
  hat.forEach((ratio, pair) => {
    if (!(flows[pair] > 0 && dataset.bulkShare[pair] > 0)) return
    if (ratio === Number.POSITIVE_INFINITY) whole.push(pair)
    else if (lost[pair] > 0) part.push(pair)
  })
  return { whole, part }
}

/** What becomes of bulk: known from the market that was solved. */
function bulkAfter(world: World): BulkChange {
  return bulkBySea(bulkSituation(world), getParameter(world.scenario.parameters, 'bulkValuePerTeu').value)
}

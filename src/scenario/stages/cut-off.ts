/** Country pairs that lose their last way. */
import { bulkBySea } from '../../network/traffic/bulk.js'
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
  // Any value: only what is cut off is asked for.
  const { hat, lost } = bulkBySea(bulkSituation(world), 1)
  const [whole, part]: [number[], number[]] = [[], []]
  hat.forEach((ratio, pair) => {
    if (!(flows[pair] > 0 && dataset.bulkShare[pair] > 0)) return
    if (ratio === Number.POSITIVE_INFINITY) whole.push(pair)
    else if (lost[pair] > 0) part.push(pair)
  })
  return { whole, part }
}

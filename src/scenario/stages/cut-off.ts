/** Country pairs that lose their last way. */
import { bulkBySeaHat } from '../../network/traffic/bulk.js'
import { bulkSituation, type World } from './world.js'

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

/** Pairs whose bulk goes by sea and has no way by sea left; none where nothing closes. */
export function bulkCutOff(world: World): number[] {
  const { dataset, flows, scenario } = world
  if (!scenario.measures.some(({ kind }) => kind === 'close')) return []
  // Any value: only what is cut off altogether is asked for.
  const hat = bulkBySeaHat(bulkSituation(world), 1)
  const pairs: number[] = []
  hat.forEach((ratio, pair) => {
    if (ratio === Number.POSITIVE_INFINITY && flows[pair] > 0 && dataset.bulkShare[pair] > 0) pairs.push(pair)
  })
  return pairs
}

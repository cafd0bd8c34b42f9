/** Rows of the points where containers are counted, with the traffic of the model beside. */
import type { NetworkTables, TrafficPoint } from '../../dataset/dataset.js'
import { pointElements, pointTraffic } from '../../network/traffic/traffic-points.js'
import type { ElementTraffic } from '../stages/corridor-gates.js'
import type { World } from '../stages/world.js'
import type { TrafficPointResult } from './result.js'

/** Elements of each point; found once for the tables of today, which many packages are compared with. */
const found = new WeakMap<NetworkTables, Map<TrafficPoint, readonly number[]>>()

function pointFinder({ baseline, network }: World) {
  const known = found.get(baseline.network) ?? new Map<TrafficPoint, readonly number[]>()
  found.set(baseline.network, known)
  return (point: TrafficPoint) => {
    const elements = known.get(point) ?? pointElements(baseline.network, network.index, point.elements)
    known.set(point, elements)
    return elements
  }
}

/** In the order of the dataset. */
export function trafficPointRows(world: World, traffic: ElementTraffic): TrafficPointResult[] {
  const { dataset } = world
  const elementsOf = pointFinder(world)
  return dataset.trafficPoints.map(point => {
    const elements = elementsOf(point)
    const { id, words, teu, period, quality, source, address, note } = point
    return {
      id,
      name: words,
      countedTeu: teu,
      period,
      teu: {
        before: pointTraffic(elements, traffic.before),
        after: pointTraffic(elements, traffic.after),
      },
      quality,
      source,
      address,
      note,
    }
  })
}

/** Rows of the points where containers are counted, with the traffic of the model beside. */
import { pointElements, pointTraffic } from '../../network/traffic/traffic-points.js'
import type { ElementTraffic } from '../stages/corridor-gates.js'
import type { World } from '../stages/world.js'
import type { TrafficPointResult } from './result.js'

/** In the order of the dataset. */
export function trafficPointRows(world: World, traffic: ElementTraffic): TrafficPointResult[] {
  const { dataset, baseline, network } = world
  return dataset.trafficPoints.map(point => {
    const elements = pointElements(baseline.network, network.index, point.elements)
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

/** Rows of what may pass where a capacity is stated. */
import { elementName, type QueuedBottleneck } from './capacity-stage.js'
import type { ElementTraffic } from './corridor-gates.js'
import type { CapacityResult } from './result.js'
import type { World } from './world.js'

/** Longest queue first, then by use after the package. */
export function capacityRows(
  world: World,
  bottlenecks: readonly QueuedBottleneck[],
  traffic: ElementTraffic,
): CapacityResult[] {
  const { links, crossings, places } = world.baseline.network
  const { crossingStart } = world.network.index
  const nameOf = (id: string): string => places.find(place => place.id === id)?.name ?? id
  const rows = bottlenecks.map(({ element, stated, limit, queueHours }): CapacityResult => {
    const link = links[element]
    const crossing = crossings[element - crossingStart]
    const teu = { before: traffic.before[element], after: traffic.after[element] }
    return {
      id: elementName(world, element),
      kind: link === undefined ? 'crossing' : 'link',
      label:
        link === undefined
          ? `${nameOf(crossing.placeId)}, ${crossing.fromCountry}→${crossing.toCountry} ${crossing.mode}`
          : `${nameOf(link.from)} – ${nameOf(link.to)}, ${link.mode.replaceAll('_', ' ')}`,
      statedTeu: { before: stated.before ?? null, after: stated.after },
      limitTeu: { before: limit.before ?? null, after: limit.after },
      teu,
      usedShare: {
        before: limit.before === undefined ? null : teu.before / limit.before,
        after: teu.after / limit.after,
      },
      queueHours,
      quality: (link ?? crossing).capacityQuality ?? null,
    }
  })
  return rows.sort((a, b) => b.queueHours - a.queueHours || b.usedShare.after - a.usedShare.after)
}

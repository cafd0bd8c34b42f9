/** Rows of what may pass where a capacity is stated. */
import { bottleneckTraffic } from '../../network/traffic/bottlenecks.js'
import { bottleneckName, type QueuedBottleneck } from '../stages/capacity-stage.js'
import type { ElementTraffic } from '../stages/corridor-gates.js'
import type { World } from '../stages/world.js'
import type { CapacityResult } from './result.js'

/** Longest queue first, then by use after the package. */
export function capacityRows(
  world: World,
  bottlenecks: readonly QueuedBottleneck[],
  traffic: ElementTraffic,
): CapacityResult[] {
  const rows = bottlenecks.map((bottleneck): CapacityResult => {
    const { elements, stated, limit, queueHours } = bottleneck
    const teu = {
      before: bottleneckTraffic(bottleneck, traffic.before),
      after: bottleneckTraffic(bottleneck, traffic.after),
    }
    return {
      id: bottleneckName(world, elements),
      ...described(world, elements),
      statedTeu: { before: stated.before ?? null, after: stated.after },
      limitTeu: { before: limit.before ?? null, after: limit.after },
      teu,
      usedShare: {
        before: limit.before === undefined ? null : teu.before / limit.before,
        after: teu.after / limit.after,
      },
      queueHours,
    }
  })
  return rows.sort((a, b) => b.queueHours - a.queueHours || b.usedShare.after - a.usedShare.after)
}

function described(
  { baseline, network }: World,
  elements: readonly number[],
): Pick<CapacityResult, 'kind' | 'label' | 'quality'> {
  const { links, crossings, terminals, places } = baseline.network
  const { crossingStart, terminalStart, passageStart } = network.index
  const nameOf = (id: string): string => places.find(place => place.id === id)?.name ?? id
  const [element] = elements
  if (element < crossingStart) {
    const { from, to, mode, capacityQuality } = links[element]
    const label = `${nameOf(from)} – ${nameOf(to)}, ${mode.replaceAll('_', ' ')}`
    return { kind: 'link', label, quality: capacityQuality ?? null }
  }
  if (element < terminalStart) {
    const { placeId, fromCountry, toCountry, mode, capacityQuality } = crossings[element - crossingStart]
    const label = `${nameOf(placeId)}, ${fromCountry}→${toCountry} ${mode}`
    return { kind: 'crossing', label, quality: capacityQuality ?? null }
  }
  const { placeId, modeA, modeB } = terminals[element - terminalStart]
  const rows = elements.filter(each => each < passageStart)
  const modes = rows.length > 1 ? '' : `, ${modeA}–${modeB}`.replaceAll('_', ' ')
  return { kind: 'terminal', label: nameOf(placeId) + modes, quality: null }
}

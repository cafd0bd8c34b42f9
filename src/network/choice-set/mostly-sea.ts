import type { NetworkTables } from '../../dataset/dataset.js'
import type { ElementIndex } from '../elements/elements.js'

/** Whether more than half of a route's length is by sea: such routes share the sea nest. */
export function mostlySea(network: NetworkTables, index: ElementIndex, elements: Uint16Array): boolean {
  let sea = 0
  let all = 0
  for (const element of elements) {
    if (element >= index.linkCount) continue
    const { mode, lengthKm } = network.links[element]
    all += lengthKm
    if (mode === 'sea') sea += lengthKm
  }
  return sea > all / 2
}

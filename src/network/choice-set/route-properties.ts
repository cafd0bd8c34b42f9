import type { NetworkTables } from '../../dataset/dataset.js'
import type { ElementCosts, ElementIndex } from '../elements/elements.js'
import type { ChoiceSet } from './choice-set.js'
import { modesUsed } from './modes-used.js'
import { mostlySea } from './mostly-sea.js'
import { overlapFactors } from './overlap.js'
import { REFERENCE_TIME_VALUE } from './seeds.js'

/** What a choice set holds of each route besides its elements; it follows from them and from the network. */
export function routeProperties(
  network: NetworkTables,
  index: ElementIndex,
  costs: ElementCosts,
  routes: Pick<ChoiceSet, 'routeStart' | 'elementStart' | 'elements'>,
): Pick<ChoiceSet, 'maritime' | 'modes' | 'overlap'> {
  const { elementStart, elements } = routes
  const ofEach = (property: (passed: Uint16Array) => number): Uint8Array =>
    Uint8Array.from({ length: elementStart.length - 1 }, (_, route) =>
      property(elements.subarray(elementStart[route], elementStart[route + 1])),
    )
  const maritime = ofEach(passed => (mostlySea(network, index, passed) ? 1 : 0))
  const modes = ofEach(passed => modesUsed(network, index, passed))
  const weight = costs.usd.map((usd, e) => usd + (REFERENCE_TIME_VALUE / 24) * costs.hours[e])
  return { maritime, modes, overlap: overlapFactors(routes, weight, costs.open) }
}

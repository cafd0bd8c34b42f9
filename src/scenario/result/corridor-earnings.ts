/** What a corridor's through traffic pays in every country on its way. */
import { withoutRise } from '../../network/comparison/network-change.js'
import type { JourneyLeg } from '../../network/journeys/corridor.js'
import type { TransitOwners } from '../../network/traffic/transit.js'
import type { World } from '../stages/world.js'
import type { BeforeAfter, CorridorEarning } from './result.js'

/**
 * USD per TEU on the legs of each country (freight, fees on entering it, charges of its terminals; vessels belong to
 * none), and times the traffic at the corridor's narrowest gate, a year. In order of travel.
 *
 * @param teu a year at the gate; nothing where the corridor is closed.
 */
export function corridorEarnings(
  { network, economies }: World,
  legs: readonly JourneyLeg[],
  teu: BeforeAfter,
  { owner }: TransitOwners,
): CorridorEarning[] {
  const charges = withoutRise(network, network.after.usd)
  const perTeu = new Map<number, { before: number; after: number }>()
  for (const { element } of legs) {
    if (owner[element] < 0) continue
    const sum = perTeu.get(owner[element]) ?? { before: 0, after: 0 }
    sum.before += network.before.usd[element]
    sum.after += charges[element]
    perTeu.set(owner[element], sum)
  }
  return [...perTeu].map(([country, usdPerTeu]) => ({
    iso3: economies[country],
    usdPerTeu,
    musd: {
      before: (teu.before * usdPerTeu.before) / 1e6,
      after: (teu.after * usdPerTeu.after) / 1e6,
    },
  }))
}

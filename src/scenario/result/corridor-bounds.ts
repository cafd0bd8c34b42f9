/** How far the days and the money of a corridor may be off, before or after the package. */

import { elementBounds, type RangeLookup } from '../../network/elements/element-ranges.js'
import type { JourneyLeg } from '../../network/journeys/corridor.js'
import type { World } from '../stages/world.js'
import type { Bounds, WithoutRange } from './result.js'

interface JourneyBounds {
  readonly days: Bounds
  readonly usdPerTeu: Bounds
  readonly withoutRange: WithoutRange
}

/**
 * All waits short, all moving fast and all rates low, against all long, slow and high: the widest range that the stated
 * ones give. Null where a leg is closed, or where the places of the corridor are not joined.
 */
export function journeyBounds(
  { network, baseline, effect }: World,
  legs: readonly JourneyLeg[],
  state: 'before' | 'after',
  lookup: RangeLookup,
): JourneyBounds | null {
  const costs = network[state]
  if (legs.length === 0 || !legs.every(({ element }) => costs.open[element] === 1)) return null
  const tables = (state === 'before' ? baseline : effect).network
  const hours = { low: 0, high: 0 }
  const usdPerTeu = { low: 0, high: 0 }
  const withoutRange = { hours: 0, usdPerTeu: 0 }
  for (const { element } of legs) {
    const onTop = state === 'after' ? onTopOf(network, element) : undefined
    const bounds = elementBounds(tables, network.index, costs, lookup, element, onTop)
    hours.low += bounds.hoursLow
    hours.high += bounds.hoursHigh
    usdPerTeu.low += bounds.usdLow
    usdPerTeu.high += bounds.usdHigh
    if (!bounds.hoursRanged) withoutRange.hours += costs.hours[element] - (onTop?.queueHours ?? 0)
    if (!bounds.usdRanged) withoutRange.usdPerTeu += costs.usd[element] - (onTop?.rateRiseUsd ?? 0)
  }
  return { days: { low: hours.low / 24, high: hours.high / 24 }, usdPerTeu, withoutRange }
}

function onTopOf({ queueHours, rateRiseUsd }: World['network'], element: number) {
  return { queueHours: queueHours?.[element] ?? 0, rateRiseUsd: rateRiseUsd?.[element] ?? 0 }
}

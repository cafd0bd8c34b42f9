/** How long lines take, for the mode that colours them by it. */

import type { CentralResult, Dataset } from '../../../index.js'
import type { LineShape } from '../../../report/map/line-records.js'

/** Hours per 100 km from which on a line counts to the second, third, … step of the ramp. */
export const DELAY_STEPS = [2, 2.5, 3.5, 5] as const

/** Hours per 100 km of every link, as a scenario leaves them where a corridor runs over it. */
export function hoursPer100Km(dataset: Dataset, result: CentralResult): ReadonlyMap<string, number> {
  const hours = new Map(dataset.network.links.map(link => [link.id, 100 / link.speedKmh]))
  const lengths = new Map(dataset.network.links.map(link => [link.id, link.lengthKm]))
  for (const { legs } of result.corridors) {
    for (const leg of legs) {
      const length = lengths.get(leg.id)
      if (leg.kind === 'travel' && length !== undefined && leg.hours.after > 0)
        hours.set(leg.id, (100 * leg.hours.after) / length)
    }
  }
  return hours
}

export function delayClass(line: LineShape, hours: ReadonlyMap<string, number>): string {
  const fastest = Math.min(...line.links.map(id => hours.get(id) ?? Infinity))
  return `m-slow s${1 + DELAY_STEPS.filter(step => fastest >= step).length}`
}

/** What is at its capacity: posts, ports and lines over which no more may pass. */
import type { CapacityResult } from '../../scenario/result/result.js'

/** Part of what may pass from which a reader should call it full. */
const FULL = 0.95

export function isFull({ usedShare, queueHours }: CapacityResult): boolean {
  return queueHours > 0 || usedShare.after >= FULL
}

/** Ids of places and of links at their capacity with the package. */
export function fullIds(capacities: readonly CapacityResult[]): ReadonlySet<string> {
  // The id of a crossing or terminal begins with that of its place, before direction and modes.
  return new Set(capacities.filter(isFull).map(({ id, kind }) => (kind === 'link' ? id : id.split(' ')[0]!)))
}

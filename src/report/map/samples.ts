/** Points along a line, for what must know how near it is. */
import type { Point } from './line-records.js'

/** Points at most 5 px apart along a chain. */
export function along(chain: readonly Point[]): Point[] {
  const points: Point[] = [chain[0]!]
  for (let k = 0; k + 1 < chain.length; k++) {
    const [a, b] = [chain[k]!, chain[k + 1]!]
    const steps = Math.min(200, Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])) / 5))
    for (let step = 1; step <= steps; step++) {
      points.push([a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps])
    }
  }
  return points
}

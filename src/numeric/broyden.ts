/** Slopes of a system that are learnt from the steps taken in it. */

/**
 * Broyden's (1965) correction, in place: the nearest slopes that explain what a step showed, slopes · step = change. O(n²).
 *
 * @param slopes n × n; row: what changes, column: what was moved.
 * @param step   n, by which each unknown was moved; nothing is learnt of those that were not.
 * @param change n, what came of it.
 */
export function correctSlopes(slopes: Float64Array, step: Float64Array, change: Float64Array): void {
  const size = step.length
  const length = step.reduce((sum, part) => sum + part * part, 0)
  if (length === 0) return
  for (let row = 0; row < size; row++) {
    let error = change[row]!
    for (let column = 0; column < size; column++) error -= slopes[row * size + column]! * step[column]!
    for (let column = 0; column < size; column++)
      slopes[row * size + column]! += (error * step[column]!) / length
  }
}

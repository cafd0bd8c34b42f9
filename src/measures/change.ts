/** One change of one number: what the levers are made of. */
import type { Change } from './measure.js'

/** New value of a number, in its own unit: old × factor, or the absolute value. */
export function changedValue(value: number, change: Change | undefined): number {
  if (change === undefined) return value
  return change.kind === 'relative' ? value * change.factor : change.value
}

/**
 * Low and high of a stated range, moved with their mean so that the range keeps its relative width.
 *
 * A mean of zero has no width to keep: low and high become the new mean.
 */
export function movedRange(
  range: { readonly mean: number; readonly low: number; readonly high: number },
  newMean: number,
): { low: number; high: number } {
  if (newMean === range.mean) return { low: range.low, high: range.high }
  if (range.mean === 0) return { low: newMean, high: newMean }
  const ratio = newMean / range.mean
  return { low: range.low * ratio, high: range.high * ratio }
}

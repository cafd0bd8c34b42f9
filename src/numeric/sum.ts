/**
 * Sums in a fixed order, so that the same numbers give the same bits whoever adds them.
 *
 * Four partial sums, over positions 0, 4, 8, …; 1, 5, 9, …; and so on, are part of the definition: they are closer
 * to the true sum than one running total and faster too.
 */

/** Σ values[from … to − 1]; 0 for an empty range. */
export function sum(values: ArrayLike<number>, from = 0, to = values.length): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let index = from
  for (; index + 3 < to; index += 4) {
    a += values[index]!
    b += values[index + 1]!
    c += values[index + 2]!
    d += values[index + 3]!
  }
  if (index < to) a += values[index]!
  if (index + 1 < to) b += values[index + 1]!
  if (index + 2 < to) c += values[index + 2]!
  return a + b + (c + d)
}

/** Σ left[i] × right[i] over the length of `left`. */
export function dot(left: ArrayLike<number>, right: ArrayLike<number>): number {
  const size = left.length
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let index = 0
  for (; index + 3 < size; index += 4) {
    a += left[index]! * right[index]!
    b += left[index + 1]! * right[index + 1]!
    c += left[index + 2]! * right[index + 2]!
    d += left[index + 3]! * right[index + 3]!
  }
  if (index < size) a += left[index]! * right[index]!
  if (index + 1 < size) b += left[index + 1]! * right[index + 1]!
  if (index + 2 < size) c += left[index + 2]! * right[index + 2]!
  return a + b + (c + d)
}

/** The largest of |values|; 0 for none, NaN as soon as one is NaN. */
export function largestMagnitude(values: ArrayLike<number>): number {
  let largest = 0
  for (let index = 0; index < values.length; index++) {
    const magnitude = Math.abs(values[index]!)
    if (!(magnitude <= largest)) largest = magnitude
    if (Number.isNaN(largest)) return largest
  }
  return largest
}

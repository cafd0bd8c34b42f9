/** Rows sorted by whole keys below a count, stably. */

/** Where the rows of each key begin when they are sorted by key; the last entry is their number. */
export function startsByKey(keys: ArrayLike<number>, count: number): Uint32Array {
  const start = new Uint32Array(count + 1)
  for (let row = 0; row < keys.length; row++) start[keys[row] + 1]++
  for (let key = 0; key < count; key++) start[key + 1] += start[key]
  return start
}

/**
 * Numbers of the rows in the order of their keys.
 *
 * @param rows the order to begin with, which rows of one key keep; by default their own.
 */
export function orderByKey(keys: ArrayLike<number>, count: number, rows?: Uint32Array): Uint32Array {
  const next = startsByKey(keys, count)
  const order = new Uint32Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    const row = rows === undefined ? at : rows[at]
    order[next[keys[row]]++] = row
  }
  return order
}

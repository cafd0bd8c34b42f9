/** Which of the many equal sets of fixed effects is shown. */

/**
 * Shifts fixed effects, in place, to the convention under which they are reported; no row's sum changes.
 *
 * Levels of the first and of another effect that share rows, directly or in a chain, form a component in which a
 * constant can be moved from one to the other. For every later effect, one after the other, each component gets its
 * reference level at zero: the first of `references` that lies in it, otherwise the one with the lowest number. What is
 * moved goes to the first effect. With three or more effects further combinations may be free (pair effects that
 * follow exporter plus importer); those are left as the iteration found them, and only sums are determined.
 *
 * @param effects    level numbers, one column for each effect.
 * @param values     one array for each effect, by level; read and written. Levels without a row become NaN.
 * @param references for each effect its reference levels; empty lists where there are none.
 */
export function normaliseEffects(
  effects: readonly Int32Array[],
  values: readonly Float64Array[],
  references: readonly (readonly number[])[],
): void {
  for (let k = 1; k < effects.length; k++)
    shift(effects[0]!, effects[k]!, values[0]!, values[k]!, references[k]!)
  effects.forEach((ids, k) => {
    const seen = new Uint8Array(values[k]!.length)
    for (const id of ids) seen[id] = 1
    for (let id = 0; id < seen.length; id++) if (seen[id] === 0) values[k]![id] = Number.NaN
  })
}

function shift(
  firstIds: Int32Array,
  ids: Int32Array,
  firstValues: Float64Array,
  values: Float64Array,
  references: readonly number[],
): void {
  const count = values.length
  // union–find over the levels of both; the later effect's come first, so that a root is its lowest level
  const parent = Int32Array.from({ length: count + firstValues.length }, (_, node) => node)
  const root = (node: number): number => {
    let top = node
    while (parent[top] !== top) top = parent[top]!
    for (let below = node; below !== top; ) {
      const next = parent[below]!
      parent[below] = top
      below = next
    }
    return top
  }
  for (let row = 0; row < ids.length; row++) {
    const one = root(ids[row]!)
    const other = root(count + firstIds[row]!)
    if (one < other) parent[other] = one
    else parent[one] = other
  }
  const amount = new Map<number, number>()
  for (const level of references) {
    if (level >= 0 && level < count && !amount.has(root(level))) amount.set(root(level), values[level]!)
  }
  for (let level = 0; level < count; level++) {
    if (!amount.has(root(level))) amount.set(root(level), values[level]!)
  }
  const moved = (node: number) => amount.get(root(node)) ?? 0
  const lowered = values.map((value, level) => value - moved(level))
  for (let level = 0; level < firstValues.length; level++) firstValues[level]! += moved(count + level)
  values.set(lowered)
}

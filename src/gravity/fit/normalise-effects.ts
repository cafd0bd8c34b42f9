/** Which of the many equal sets of fixed effects is shown. */
import { levelComponents } from './components.js'

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
  const components = levelComponents(firstIds, firstValues.length, ids, values.length)
  const amount = new Float64Array(components.count)
  const isSet = new Uint8Array(components.count)
  for (const level of [...references, ...values.keys()]) {
    const component = components.second[level] ?? -1
    if (component < 0 || isSet[component] === 1) continue
    isSet[component] = 1
    amount[component] = values[level]!
  }
  components.second.forEach((component, level) => {
    if (component >= 0) values[level]! -= amount[component]!
  })
  components.first.forEach((component, level) => {
    if (component >= 0) firstValues[level]! += amount[component]!
  })
}

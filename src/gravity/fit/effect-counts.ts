/** How many parameters the absorbed effects are. */
import { levelComponents } from './components.js'
import type { EffectCount } from './estimate.js'
import type { EstimationData, Grouping } from './estimation-data.js'
import type { Sample } from './sample.js'

/**
 * Counts every effect's levels, those that effects before it hold already, and whether it is nested in a cluster.
 *
 * Redundant levels: for every effect before it, levels that share rows, directly or in a chain, form a component, and in
 * each component one level is redundant; the effect before it with most components counts. Exact for two effects; with
 * more it is a lower bound, because combinations of three can be redundant too.
 *
 * @see Abowd, Creecy & Kramarz (2002) for components; Correia (2017), section 3, for pairs of effects as a bound.
 */
export function countEffects(
  { effects }: EstimationData,
  { rows, levels, levelCounts }: Sample,
  clusters: readonly Grouping[],
): EffectCount[] {
  return effects.map(({ name }, e) => {
    let redundant = 0
    for (let before = 0; before < e; before++) {
      const { count: components } = levelComponents(
        levels[before]!,
        levelCounts[before]!,
        levels[e]!,
        levelCounts[e]!,
      )
      redundant = Math.max(redundant, components)
    }
    const nested = clusters.some(({ ids }) => isNested(levels[e]!, levelCounts[e]!, rows, ids))
    return { name, levels: levelCounts[e]!, redundant, nested }
  })
}

function isNested(level: Int32Array, count: number, rows: Int32Array, cluster: Int32Array): boolean {
  const first = new Int32Array(count).fill(-1)
  for (let row = 0; row < rows.length; row++) {
    const own = cluster[rows[row]!]!
    const known = first[level[row]!]!
    if (known < 0) first[level[row]!] = own
    else if (known !== own) return false
  }
  return true
}

/**
 * K of the rule named fixest: slopes, and the levels of effects that are not nested, less one for each of these but the
 * first.
 *
 * @see R's fixest, documentation of `ssc` (`K.fixef = "nested"`, `K.exact = FALSE`); checked against its numbers.
 */
export function parametersCounted(slopes: number, effects: readonly EffectCount[]): number {
  if (effects.length === 0) return slopes
  const counted = effects.filter(({ nested }) => !nested)
  return slopes + counted.reduce((total, { levels }) => total + levels, 0) - (counted.length - 1)
}

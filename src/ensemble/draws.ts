/** Draw k of every parameter: the same on any machine, in any order, whatever other parameters there are. */
import { parameterQuantile, type RangedValue } from '../numeric/distributions.js'
import { uniformDraw } from '../numeric/random.js'

/**
 * Values of draw k, one for each parameter.
 *
 * Each parameter has its own stream, named by its id, so adding, removing or reordering others does not change it.
 * Parameters are drawn independently of each other; fixed ones keep their value.
 *
 * @param parameters value, low, high and distribution of each.
 * @param seed       integer, 0 … 2^53 − 1.
 * @param k          number of the draw, integer, 0 … 2^53 − 1.
 * @returns          in the order of `parameters` and in their units.
 * @throws KeruenError `parameter.bad-range` (input); RangeError for a seed or draw that is no such integer.
 */
export function drawParameters(parameters: readonly RangedValue[], seed: number, k: number): Float64Array {
  return Float64Array.from(parameters, parameter => {
    return parameterQuantile(parameter, uniformDraw(seed, parameter.id, k))
  })
}

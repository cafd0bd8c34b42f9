/** The logarithm of the gamma function. */
import { log } from './elementary.js'

const HALF_LOG_TWO_PI = 0.9189385332046727

/**
 * ln Γ(a), for a > 0.
 *
 * Stirling's series from a = 10 on; smaller arguments are carried up by Γ(a + 1) = a Γ(a), their product taken out with
 * one logarithm. Absolute error some 1e-15, relative to the larger of one and the result.
 *
 * @see DLMF 5.11.1 (https://dlmf.nist.gov/5.11).
 */
export function logGamma(a: number): number {
  let product = 1
  let at = a
  for (; at < 10; at++) product *= at
  const w = 1 / (at * at)
  const series =
    (1 / 12 -
      w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156)))))) /
    at
  return (at - 0.5) * log(at) - at + HALF_LOG_TWO_PI + series - (product === 1 ? 0 : log(product))
}

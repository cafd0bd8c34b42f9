/**
 * Numbers rounded so that, as they are shown, they add up to a total: the largest remainders are rounded up.
 *
 * @param decimals of all of them and of the total.
 * @param total    what they shall add up to, less than one step for each from their sum; by default their rounded sum.
 */
export function roundedToSum(
  values: readonly number[],
  decimals: number,
  total = values.reduce((sum, value) => sum + value, 0),
): number[] {
  const steps = Number(`1e${decimals}`)
  const floors = values.map(value => Math.floor(value * steps))
  const missing = Math.round(total * steps) - floors.reduce((sum, value) => sum + value, 0)
  const byRemainder = values
    .map((value, k) => ({ k, remainder: value * steps - floors[k]! }))
    .sort((a, b) => b.remainder - a.remainder || a.k - b.k)
  const up = new Set(byRemainder.slice(0, Math.max(0, missing)).map(({ k }) => k))
  return floors.map((value, k) => (value + (up.has(k) ? 1 : 0)) / steps)
}

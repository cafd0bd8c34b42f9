/**
 * An integer below 2⁴⁴ from a number; the same in every engine. Sums of fewer than 512 of them are exact, and tell sets
 * apart: two different sets have the same sum by chance of one in 10¹³.
 *
 * @param salt another series of marks.
 */
export function integerMark(element: number, salt: number): number {
  let h = Math.imul(element + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  const low = (h ^ (h >>> 15)) >>> 0
  let g = Math.imul(low ^ 0x7feb352d, 0x846ca68b)
  g = (g ^ (g >>> 16)) >>> 0
  return low + (g & 0xfff) * 0x1_0000_0000
}

/** Reproducible sample points and the distance of two doubles in units of the last place. */
import { uniformDraw } from '../../src/numeric/random.js'

/** `count` points, evenly random between low and high. */
export function samples(stream: string, count: number, low: number, high: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => low + (high - low) * uniformDraw(1, stream, k))
}

const pair = new Float64Array(2)
const bits = new BigInt64Array(pair.buffer)

/** Number of doubles between a and b, both of the same sign; 0 for equal or both NaN. */
export function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity
  pair[0] = a
  pair[1] = b
  const difference = bits[0]! - bits[1]!
  return Number(difference < 0n ? -difference : difference)
}

/** FNV-1a over the bytes of the values, little-endian, as eight hexadecimal digits. */
export function fingerprint(values: Float64Array): string {
  const view = new DataView(new ArrayBuffer(8))
  let hash = 0x811c9dc5
  for (const value of values) {
    view.setFloat64(0, value, true)
    for (let byte = 0; byte < 8; byte++) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

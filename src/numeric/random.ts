/**
 * Random numbers by counting: Philox4x32-10.
 *
 * A number is a function of (seed, stream, draw) and of nothing before it, so draw k is the same on any machine, in
 * any order, on any number of threads, and a stream does not notice that another is added.
 *
 * @see Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3".
 */

const ROUNDS = 10

/**
 * Philox4x32-10: four random words of 32 bits from a counter and a key.
 *
 * @param counter four words, read only.
 * @param key     two words, read only.
 * @param out     four words, written.
 */
export function philox(counter: Uint32Array, key: Uint32Array, out: Uint32Array): void {
  let c0 = counter[0]!
  let c1 = counter[1]!
  let c2 = counter[2]!
  let c3 = counter[3]!
  let k0 = key[0]!
  let k1 = key[1]!
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highWord(0xd2511f53, c0)
    const high1 = highWord(0xcd9e8d57, c2)
    const low0 = Math.imul(0xd2511f53, c0)
    const low1 = Math.imul(0xcd9e8d57, c2)
    c0 = (high1 ^ c1 ^ k0) >>> 0
    c1 = low1 >>> 0
    c2 = (high0 ^ c3 ^ k1) >>> 0
    c3 = low0 >>> 0
    k0 = (k0 + 0x9e3779b9) >>> 0
    k1 = (k1 + 0xbb67ae85) >>> 0
  }
  out[0] = c0
  out[1] = c1
  out[2] = c2
  out[3] = c3
}

/**
 * Draw k of a named stream: uniform on the open interval (0, 1), 52 bits.
 *
 * @param seed   integer, 0 … 2^53 − 1.
 * @param stream any text, e.g. the id of a parameter.
 * @param draw   integer, 0 … 2^53 − 1.
 */
export function uniformDraw(seed: number, stream: string, draw: number): number {
  const counter = new Uint32Array(4)
  const key = new Uint32Array(2)
  splitInteger('seed', seed, key, 0)
  splitInteger('draw', draw, counter, 0)
  counter[2] = hashText(stream, 0x811c9dc5)
  counter[3] = hashText(stream, 0x9747b28c)
  const random = new Uint32Array(4)
  philox(counter, key, random)
  // the half keeps 0 and 1 out, and 52 bits keep it exact
  return ((random[0]! >>> 6) * 67108864 + (random[1]! >>> 6) + 0.5) / 4503599627370496
}

/** Upper 32 bits of the product of two unsigned words. */
function highWord(a: number, b: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const carry = aLow * bHigh + (middle & 0xffff)
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(carry / 65536)) >>> 0
}

/** FNV-1a over UTF-16 units from a chosen start, its bits then mixed so that near names lie far apart. */
function hashText(text: string, start: number): number {
  let hash = start
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Writes the low and the high word of a non-negative safe integer. */
function splitInteger(name: string, value: number, out: Uint32Array, at: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be an integer from 0 to 2^53 − 1, not ${value}`)
  }
  out[at] = value % 4294967296
  out[at + 1] = Math.floor(value / 4294967296)
}

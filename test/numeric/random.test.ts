import { expect, test } from 'vitest'
import { philox, uniformDraw } from '../../src/numeric/random.js'

function words(counter: readonly number[], key: readonly number[]): string[] {
  const out = new Uint32Array(4)
  philox(Uint32Array.from(counter), Uint32Array.from(key), out)
  return [...out].map(word => word.toString(16).padStart(8, '0'))
}

// Random123 1.09, kat_vectors, philox4x32 with 10 rounds
test('known answers', () => {
  const all = 0xffffffff
  expect(words([0, 0, 0, 0], [0, 0])).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8'])
  expect(words([all, all, all, all], [all, all])).toEqual(['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd'])
  expect(words([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
    'd16cfe09',
    '94fdcceb',
    '5001e420',
    '24126ea1',
  ])
})

test('a draw depends on seed, stream and number, and on each of them', () => {
  const draw = uniformDraw(20240704, 'tradeElasticity', 3)
  expect(uniformDraw(20240704, 'tradeElasticity', 3)).toBe(draw)
  expect(uniformDraw(20240705, 'tradeElasticity', 3)).not.toBe(draw)
  expect(uniformDraw(20240704, 'valueOfDay', 3)).not.toBe(draw)
  expect(uniformDraw(20240704, 'tradeElasticity', 4)).not.toBe(draw)
  // the upper words of seed and draw count too
  expect(uniformDraw(20240704 + 2 ** 32, 'tradeElasticity', 3)).not.toBe(draw)
  expect(uniformDraw(20240704, 'tradeElasticity', 3 + 2 ** 32)).not.toBe(draw)
})

test('frozen: a stored result can be drawn again', () => {
  expect([0, 1, 199].map(k => uniformDraw(20240704, 'tradeElasticity', k))).toEqual([
    0.9099480377711121, 0.578374058128566, 0.9679382241864462,
  ])
})

test('uniform: 20,000 draws fill twenty equal bins within five standard errors', () => {
  const count = 20_000
  const bins = new Uint32Array(20)
  for (let k = 0; k < count; k++) {
    const u = uniformDraw(7, 'bins', k)
    expect(u > 0 && u < 1).toBe(true)
    bins[Math.floor(20 * u)]!++
  }
  const expected = count / 20
  const fiveErrors = 5 * Math.sqrt(expected * (1 - 1 / 20))
  for (const bin of bins) expect(Math.abs(bin - expected)).toBeLessThan(fiveErrors)
})

test('streams with near names are uncorrelated', () => {
  const count = 20_000
  let product = 0
  for (let k = 0; k < count; k++) product += (uniformDraw(7, 'a', k) - 0.5) * (uniformDraw(7, 'b', k) - 0.5)
  // the mean product has a standard error of 1/12/√count
  expect(Math.abs(product / count)).toBeLessThan(5 / 12 / Math.sqrt(count))
})

test('a seed or a draw that is no natural number is refused', () => {
  for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => uniformDraw(bad, 'x', 0)).toThrow(RangeError)
    expect(() => uniformDraw(0, 'x', bad)).toThrow(RangeError)
  }
})

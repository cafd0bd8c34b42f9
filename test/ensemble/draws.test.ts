import { expect, test } from 'vitest'
import { drawParameters } from '../../src/ensemble/draws.js'
import type { RangedValue } from '../../src/numeric/distributions.js'

const parameters: readonly RangedValue[] = [
  { id: 'tradeElasticity', value: 5.03, low: 3.8, high: 6.5, distribution: 'triangular' },
  { id: 'valueOfDay', value: 0.003, low: 0.0005, high: 0.021, distribution: 'log-triangular' },
  { id: 'defaultTariff', value: 3, low: 0, high: 6, distribution: 'fixed' },
  { id: 'bulkShareFactor', value: 1, low: 0.85, high: 1.15, distribution: 'uniform' },
]
const seed = 20240704
const range = (count: number) => Array.from({ length: count }, (_, k) => k)

test('a draw of one parameter does not depend on the others, nor on their order', () => {
  for (const k of [0, 7, 199]) {
    const all = drawParameters(parameters, seed, k)
    parameters.forEach((parameter, index) => {
      expect(drawParameters([parameter], seed, k)[0]).toBe(all[index])
    })
    expect([...drawParameters(parameters.toReversed(), seed, k)]).toEqual([...all].reverse())
  }
})

test('draw k does not depend on the draws before it', () => {
  const forward = range(5).map(k => [...drawParameters(parameters, seed, k)])
  const backward = range(5).map(k => [...drawParameters(parameters, seed, 4 - k)])
  expect(backward.reverse()).toEqual(forward)
})

test('fixed parameters stay, the others stay in their range and move', () => {
  const draws = range(200).map(k => drawParameters(parameters, seed, k))
  parameters.forEach(({ value, low, high, distribution }, index) => {
    const values = draws.map(draw => draw[index]!)
    if (distribution === 'fixed') expect(new Set(values)).toEqual(new Set([value]))
    else expect(new Set(values).size).toBe(200)
    for (const drawn of values) expect(drawn >= low && drawn <= high).toBe(true)
  })
})

test('two thousand triangular draws have the mean (low + value + high) / 3', () => {
  const mean = range(2000).reduce((total, k) => total + drawParameters(parameters, seed, k)[0]! / 2000, 0)
  const spread = Math.sqrt((3.8 ** 2 + 5.03 ** 2 + 6.5 ** 2 - 3.8 * 5.03 - 3.8 * 6.5 - 5.03 * 6.5) / 18)
  expect(Math.abs(mean - (3.8 + 5.03 + 6.5) / 3)).toBeLessThan((5 * spread) / Math.sqrt(2000))
})

test('a range that does not hold its value is refused by name', () => {
  const bad: RangedValue = { id: 'x', value: 9, low: 1, high: 2, distribution: 'uniform' }
  expect(() => drawParameters([...parameters, bad], seed, 0)).toThrow(
    expect.objectContaining({
      code: 'parameter.bad-range',
      issues: [expect.objectContaining({ at: { field: 'x' } })],
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { influences, type Swing } from '../../src/ensemble/influence.js'

test('swings squared, largest first', () => {
  expect(
    influences([
      { id: 'small', atLow: 10, atHigh: 11 },
      { id: 'large', atLow: 14, atHigh: 6 },
      { id: 'none', atLow: 10, atHigh: 10 },
      { id: 'middle', atLow: 8, atHigh: 12 },
    ]),
  ).toEqual([
    { id: 'large', atLow: 14, atHigh: 6, shareOfRange: 64 / 81 },
    { id: 'middle', atLow: 8, atHigh: 12, shareOfRange: 16 / 81 },
    { id: 'small', atLow: 10, atHigh: 11, shareOfRange: 1 / 81 },
    { id: 'none', atLow: 10, atHigh: 10, shareOfRange: 0 },
  ])
})

test('when nothing moves no parameter has a share, and the order is that of the ids', () => {
  const still = ['b', 'a'].map(id => ({ id, atLow: 3, atHigh: 3 }))
  expect(influences(still).map(({ id, shareOfRange }) => [id, shareOfRange])).toEqual([
    ['a', 0],
    ['b', 0],
  ])
  expect(influences([])).toEqual([])
})

test('laws: shares sum to one, and neither unit nor order of the swings matters', () => {
  const number = fc.double({ min: -1e3, max: 1e3, noNaN: true })
  const anySwings = fc
    .array(fc.tuple(number, number), { minLength: 1, maxLength: 8 })
    .filter(ends => ends.some(([low, high]) => Math.abs(low - high) > 1e-3))
    .map(ends => ends.map(([atLow, atHigh], k): Swing => ({ id: `p${k}`, atLow, atHigh })))
  fc.assert(
    fc.property(anySwings, swings => {
      const shares = (list: readonly Swing[]) => influences(list).map(({ shareOfRange }) => shareOfRange)
      expect(shares(swings).reduce((total, share) => total + share, 0)).toBeCloseTo(1, 12)
      const scaled = swings.map(swing => ({
        ...swing,
        atLow: swing.atLow * 1e200,
        atHigh: swing.atHigh * 1e200,
      }))
      shares(scaled).forEach((share, k) => {
        expect(share).toBeCloseTo(shares(swings)[k]!, 12)
      })
      shares(swings.toReversed()).forEach((share, k) => {
        expect(share).toBeCloseTo(shares(swings)[k]!, 12)
      })
    }),
    { seed: 20240704 },
  )
})

test('a swing that is not finite is refused by name', () => {
  expect(() => influences([{ id: 'valueOfDay', atLow: 1, atHigh: Number.NaN }])).toThrow(/valueOfDay/)
})

test('ends on one side of the stated headline swing from it; with the headline between them nothing changes', () => {
  const swings = [
    { id: 'both above', atLow: 110, atHigh: 120 },
    { id: 'around', atLow: 90, atHigh: 110 },
  ]
  const shares = (centre?: number) =>
    influences(swings, centre).map(({ id, shareOfRange }) => [id, shareOfRange])
  expect(shares()).toEqual([
    ['around', 0.8],
    ['both above', 0.2],
  ])
  expect(shares(100)).toEqual([
    ['around', 0.5],
    ['both above', 0.5],
  ])
})

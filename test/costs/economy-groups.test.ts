import { expect, test } from 'vitest'
import { groupedHat, groupedRate } from '../../src/costs/economy-groups.js'

/** A alone, B and C in a group, and D of the other baseline, which the matrix does not have, like the group. */
const groups = { place: Int32Array.of(0, 1, 1), like: Int32Array.of(0, 1, 1) }
const weight = Float64Array.of(90, 3, 1, 2, 80, 5, 6, 5, 70)
const grouped = (values: number[], take = groupedHat) => {
  const out = new Float64Array(9)
  take(groups, Float64Array.from(values), weight, out)
  return [...out]
}

test('single pairs keep their ratio to the bit; groups weigh theirs by trade', () => {
  const hat = [1, 0.9, 0.8, 0.7, 1, 0.95, 0.6, 0.95, 1]
  const [aa, ag, ad, ga, gg, gd, da, dg, dd] = grouped(hat)
  expect(aa).toBe(1)
  expect(ag).toBeCloseTo(4 / (3 / 0.9 + 1 / 0.8), 14)
  expect(ga).toBeCloseTo(8 / (2 / 0.7 + 6 / 0.6), 14)
  expect(gg).toBeCloseTo(160 / (80 + 5 / 0.95 + 5 / 0.95 + 70), 14)
  expect([ad, da, gd, dg, dd]).toEqual([ag, ga, gg, gg, gg])
})

test('no change stays none; a pair that is cut off takes away its part; all of them cut the group off', () => {
  expect(grouped(new Array(9).fill(1))).toEqual(new Array(9).fill(1))
  expect(grouped([1, Infinity, 1, 1, 1, 1, 1, 1, 1])[1]).toBeCloseTo(4, 14)
  expect(grouped([1, Infinity, Infinity, 1, 1, 1, 1, 1, 1])[1]).toBe(Infinity)
})

test('rates are plain means, and pairs without trade count alike', () => {
  expect(grouped([0, 0.1, 0.3, 0, 0, 0, 0, 0, 0], groupedRate)[1]).toBeCloseTo(0.15, 14)
  const out = new Float64Array(9)
  groupedRate(groups, Float64Array.of(0, 0.1, 0.3, 0, 0, 0, 0, 0, 0), new Float64Array(9), out)
  expect(out[1]).toBeCloseTo(0.2, 14)
})

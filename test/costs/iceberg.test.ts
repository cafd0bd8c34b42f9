import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boxShare,
  containers,
  flownShare,
  generalCargoShare,
  intercontinentalPairs,
  valuePerTeu,
} from '../../src/costs/cargo.js'
import { effectiveTariff, icebergHat, joinFlown } from '../../src/costs/iceberg.js'
import { countryOf } from '../networks.js'

const of = (...values: number[]) => Float64Array.from(values)
const ONE = of(1)
/** Bulk of which nothing is cut off alone. */
const bulk = (hat: number, lost = 0) => ({ hat: of(hat), lost: of(lost) })
const SAME = bulk(1)

describe('iceberg ratio of a pair', () => {
  test('no change, exactly one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), share => {
        expect(icebergHat(of(share), ONE, SAME, ONE, 5)[0]).toBe(1)
      }),
      { seed: 71 },
    )
  })

  test('general cargo and bulk are two goods of one elasticity, other barriers on general cargo', () => {
    const hat = icebergHat(of(0.3), of(0.9), bulk(1.05), of(0.98), 5)[0]!
    expect(hat ** -5).toBeCloseTo(0.3 * (0.9 * 0.98) ** -5 + 0.7 * 1.05 ** -5, 12)
    // To first order the mean by shares.
    const near = icebergHat(of(0.3), of(1.0001), bulk(1.0002), ONE, 5)[0]!
    expect((near - 1) / (0.3e-4 + 1.4e-4)).toBeCloseTo(1, 3)
  })

  test('all bulk: no train moves it; all boxes: no closed port for bulk does', () => {
    expect(icebergHat(of(0), of(Number.POSITIVE_INFINITY), SAME, ONE, 5)[0]).toBe(1)
    expect(icebergHat(of(1), ONE, bulk(Number.POSITIVE_INFINITY), ONE, 5)[0]).toBe(1)
  })

  test('both cut off is Infinity, never a large number', () => {
    const none = of(Number.POSITIVE_INFINITY)
    expect(icebergHat(of(0.4), none, bulk(Number.POSITIVE_INFINITY), ONE, 5)[0]).toBe(
      Number.POSITIVE_INFINITY,
    )
    expect(icebergHat(of(1), none, SAME, ONE, 5)[0]).toBe(Number.POSITIVE_INFINITY)
  })

  test('one of the two cut off leaves the trade of the other at its own cost', () => {
    const none = of(Number.POSITIVE_INFINITY)
    const bulkLeft = icebergHat(of(0.4), none, bulk(1.1), ONE, 5)[0]!
    expect(bulkLeft ** -5).toBeCloseTo(0.6 * 1.1 ** -5, 12)
    const generalLeft = icebergHat(of(0.4), of(0.9), bulk(Number.POSITIVE_INFINITY), of(1.2), 5)[0]!
    expect(generalLeft ** -5).toBeCloseTo(0.4 * 1.08 ** -5, 12)
  })

  test('bulk of which a part is cut off alone: that part is gone at any elasticity, the rest pays its own cost', () => {
    for (const theta of [2, 5, 8]) {
      const hat = icebergHat(of(0.4), of(1.1), bulk(1.02, 0.25), ONE, theta)[0]!
      expect(hat ** -theta).toBeCloseTo(0.4 * 1.1 ** -theta + 0.6 * 0.75 * 1.02 ** -theta, 12)
      // All bulk, or as dear as general cargo: no short cut forgets what is cut off.
      expect(icebergHat(of(0), ONE, bulk(1, 0.25), ONE, theta)[0]! ** -theta).toBeCloseTo(0.75, 12)
      expect(icebergHat(of(0.4), ONE, bulk(1, 0.25), ONE, theta)[0]! ** -theta).toBeCloseTo(0.85, 12)
    }
  })
})

describe('what flies', () => {
  const joined = (hat: number, flown: number): number => {
    const made = of(hat)
    joinFlown(made, of(flown), 5)
    return made[0]!
  }

  test('keeps its cost, as a second good of one elasticity', () => {
    expect(joined(1.1, 0.3) ** -5).toBeCloseTo(0.7 * 1.1 ** -5 + 0.3, 12)
    // To first order the part that does not fly.
    expect((joined(1.0001, 0.3) - 1) / 1e-4).toBeCloseTo(0.7, 3)
  })

  test('nothing flies: the same bits; all flies: nothing moves it', () => {
    expect(joined(1.1, 0)).toBe(1.1)
    expect(joined(Number.POSITIVE_INFINITY, 0)).toBe(Number.POSITIVE_INFINITY)
    expect(joined(1, 0.4)).toBe(1)
    expect(joined(1.1, 1)).toBeCloseTo(1, 15)
  })

  test('is traded where no way is left by land or sea', () => {
    expect(joined(Number.POSITIVE_INFINITY, 0.2) ** -5).toBeCloseTo(0.2, 12)
  })

  test('is a part of general cargo, at most all, and takes no box', () => {
    expect(Array.from(flownShare(of(0, 0.25, 0.9), 1.2))).toEqual([0, 0.3, 1])
    expect(Array.from(boxShare(of(1, 0.5), of(0.25, 1)))).toEqual([0.75, 0])
  })
})

describe('cargo', () => {
  test('general cargo is what is not bulk, never less than nothing', () => {
    expect(Array.from(generalCargoShare(of(0, 0.25, 0.9, 1), 1.2))).toEqual([1, 0.7, 0, 0])
  })

  test('boxes are value over value per TEU, home sales none', () => {
    const boxes = containers(
      { economies: ['AAA', 'BBB'] },
      of(9, 50, 20, 9),
      of(1, 0.5, 1, 1),
      of(1, 25_000, 40_000, 1),
    )
    expect(Array.from(boxes)).toEqual([0, 1000, 500, 0])
  })

  test('far pairs carry dearer boxes; the rest of the world is far', () => {
    const at = (iso3: string, longitude: number) => ({
      ...countryOf(iso3, 'europe'),
      centre: { name: iso3, longitude, latitude: 0 },
    })
    const far = intercontinentalPairs(
      ['AAA', 'BBB', 'CCC', 'ROW'],
      [at('AAA', 0), at('BBB', 10), at('CCC', 90)],
      4000,
    )
    const value = valuePerTeu(far, {
      valuePerTeuIntercontinental: 45_000,
      valuePerTeuRegional: 25_000,
      bulkShareFactor: 1,
      airShareFactor: 1,
    })
    expect(Array.from(value.slice(0, 4))).toEqual([25_000, 25_000, 45_000, 45_000])
    expect(value[1]).toBe(value[4])
  })
})

test('a tariff falls on general cargo', () => {
  expect(Array.from(effectiveTariff(of(0.1, 0.1, 0), of(1, 0.3, 1)))).toEqual([0.1, 0.03, 0])
})

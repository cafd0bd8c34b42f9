import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generalCargoHat } from '../../src/costs/iceberg.js'
import type { PairClasses } from '../../src/costs/pair-classes.js'
import { GROUPS } from '../../src/network/route-choice/route-choice.js'
import { BINS } from '../../src/network/route-choice/time-values.js'

const VALUE = 40_000
const bins = new Float64Array(BINS).fill(1 / BINS)
const value = Float64Array.of(VALUE)

interface Trip {
  readonly usd: number
  readonly hours: number
}

/** One pair on which every class pays and waits the same. */
function pair(before: Trip, after: Trip, touched = 1, left = 1): PairClasses {
  const filled = (cell: number) => new Float64Array(GROUPS.length * BINS).fill(cell)
  return {
    groups: GROUPS.length,
    pairs: Int32Array.of(0),
    rule: Int16Array.of(-1),
    touched: Float64Array.of(touched),
    left: Float64Array.of(left),
    costBefore: filled(before.usd),
    costAfter: filled(after.usd),
    hoursBefore: filled(before.hours),
    hoursAfter: filled(after.hours),
  }
}

const hat = (classes: PairClasses, valueOfDay = 0.003): number =>
  generalCargoHat(classes, bins, value, {
    timeValueSpread: 1.4,
    valueOfDay,
    avoidingBefore: new Float64Array(0),
    avoidingAfter: new Float64Array(0),
  })[0]

const trip = fc.record({
  usd: fc.double({ min: 100, max: 9000, noNaN: true }),
  hours: fc.double({ min: 1, max: 1200, noNaN: true }),
})

test('no change, exactly one', () => {
  fc.assert(
    fc.property(trip, each => {
      expect(hat(pair(each, each))).toBe(1)
    }),
    { seed: 81 },
  )
})

test('by hand: 1,000 USD and ten days less on 40,000 USD of goods, a day worth 0.3 %', () => {
  const before = { usd: 5000, hours: 720 }
  const after = { usd: 4000, hours: 480 }
  expect(hat(pair(before, after))).toBeCloseTo((40_000 + 4000 + 2400) / (40_000 + 5000 + 3600), 12)
  // Where a day is worth nothing further, freight alone counts.
  expect(hat(pair(before, after), 0)).toBeCloseTo(44_000 / 45_000, 12)
})

test('cheaper and quicker never gives more than one, dearer and slower never less', () => {
  fc.assert(
    fc.property(trip, fc.double({ min: 0, max: 1, noNaN: true }), (each, factor) => {
      const better = { usd: each.usd * factor, hours: each.hours * factor }
      expect(hat(pair(each, better))).toBeLessThanOrEqual(1)
      expect(hat(pair(better, each))).toBeGreaterThanOrEqual(1)
    }),
    { seed: 82 },
  )
})

test('half of the lanes touched, half of the change; what is cut off goes with the others', () => {
  const before = { usd: 5000, hours: 720 }
  const after = { usd: 4000, hours: 480 }
  const whole = hat(pair(before, after)) - 1
  expect(hat(pair(before, after, 0.5)) - 1).toBeCloseTo(whole / 2, 12)
  expect(hat(pair(before, after, 0.5, 0.5)) - 1).toBeCloseTo(whole, 12)
})

test('every lane cut off is Infinity', () => {
  const any = { usd: 1, hours: 1 }
  expect(hat(pair(any, any, 0, 0))).toBe(Number.POSITIVE_INFINITY)
})

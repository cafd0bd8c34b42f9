/** What of bulk without a way finds no other buyer, and what stands idle with it. */
import { expect, test } from 'vitest'
import { bulkGone, idleIncome, shutInBulk } from '../../src/costs/idle-bulk.js'
import type { FoundBulk, SailingBulk } from '../../src/network/traffic/bulk.js'

/** Exporter A and its buyers B, C, D: rows of 4; all other pairs trade no bulk. */
const ECONOMIES = 4
const worth = [0, 60, 30, 10]
const bulkMusd = (pair: number): number => worth[pair] ?? 0

function row(values: readonly number[], rest: number): Float64Array {
  return Float64Array.from({ length: ECONOMIES ** 2 }, (_, pair) => values[pair] ?? rest)
}

function found(hat: readonly number[], lost: readonly number[], outlets: readonly number[] = []): FoundBulk {
  return { hat: row(hat, 1), lost: row(lost, 0), cutOffOutlets: row(outlets, 0) }
}

const bySea: SailingBulk = { byGateways: row([0, 1, 1, 1], 0), byOutlets: row([], 0) }
const idle = (bulk: FoundBulk, sailing: SailingBulk, part: number) => {
  const shut = shutInBulk(bulk, () => sailing, bulkMusd, ECONOMIES)
  return shut && idleIncome(ECONOMIES, part, pair => shut[pair]! * bulkGone(bulk, pair) * bulkMusd(pair))
}

test('a closed way out shuts in all that it carried', () => {
  const closed = found([1, Infinity, Infinity, Infinity], [])
  expect(idle(closed, bySea, 1)![0]).toBe(100)
  expect(idle(closed, bySea, 0.6)![0]).toBeCloseTo(60, 12)
})

test('what one buyer alone can no longer have goes to the others, in the part that they had', () => {
  // D had a tenth of what A sells overseas: a tenth of that tenth finds nobody.
  expect(idle(found([1, 1, 1, Infinity], []), bySea, 1)![0]).toBeCloseTo(1, 12)
  // C went by land: of what sailed D had a seventh.
  const landToC = { ...bySea, byGateways: row([0, 1, 0, 1], 0) }
  expect(idle(found([1, 1, 1, Infinity], []), landToC, 1)![0]).toBeCloseTo(10 / 7, 12)
})

test('a pipeline’s port and the gateways do not stand in for each other', () => {
  // Four fifths of all comes to a port that closes; the fifth by gateways goes on.
  const outlet = found([], [0, 0.8, 0.8, 0.8], [0, 0.8, 0.8, 0.8])
  const sailing = { byGateways: row([0, 0.2, 0.2, 0.2], 0), byOutlets: row([0, 0.8, 0.8, 0.8], 0) }
  expect(idle(outlet, sailing, 1)![0]).toBeCloseTo(80, 12)
  // Where C loses both its ways, the port still reaches the others.
  const both = found([1, 1, Infinity, 1], [], [0, 0, 0.8, 0])
  expect(idle(both, sailing, 1)![0]).toBeCloseTo(30 * 0.3, 12)
})

test('never more than what is gone, and never below nothing', () => {
  for (const gone of [0.01, 0.3, 0.7, 1]) {
    const bulk = found([], [0, gone, gone / 2, 0])
    const stands = idle(bulk, bySea, 1)![0]!
    expect(stands).toBeGreaterThan(0)
    expect(stands).toBeLessThanOrEqual(60 * gone + 15 * gone)
  }
})

test('nothing stands idle where all has a way, or where nothing is said to', () => {
  expect(idle(found([], []), bySea, 1)).toBeUndefined()
  expect(idle(found([1, Infinity], []), bySea, 0)).toBeUndefined()
})

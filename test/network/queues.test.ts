import { describe, expect, test } from 'vitest'
import {
  LONGEST_QUEUE,
  QUEUE_TOLERANCE,
  type QueuedTraffic,
  settleQueues,
} from '../../src/network/queues/queues.js'
import { exp, log } from '../../src/numeric/elementary.js'

interface CargoClass {
  readonly boxes: number
  /** USD per TEU and hour. */
  readonly timeValue: number
}

/** Logit between routes of one pair; `usd` of each, and which bottleneck each passes (−1 for none). */
const logit =
  (
    classes: readonly CargoClass[],
    usd: readonly number[],
    passes: readonly (readonly number[])[],
    dispersion: number,
    count: number,
  ): QueuedTraffic =>
  hours => {
    const traffic = new Float64Array(count)
    for (const { boxes, timeValue } of classes) {
      const terms = usd.map((money, r) => {
        const waited = passes[r].reduce((sum, b) => sum + hours[b], 0)
        return exp(-(money + timeValue * waited) / dispersion)
      })
      const total = terms.reduce((sum, term) => sum + term, 0)
      terms.forEach((term, r) => {
        for (const b of passes[r]) traffic[b] += (boxes * term) / total
      })
    }
    return traffic
  }

const settle = (
  traffic: QueuedTraffic,
  limits: readonly number[],
  start: readonly number[] = limits.map(() => 0),
) => settleQueues(traffic, Float64Array.from(limits), Float64Array.from(start), 1e-6)

/** Complementarity: nobody above a limit, and no queue below one. */
function expectSettled(
  { hours, traffic, unsettled }: ReturnType<typeof settleQueues>,
  limits: readonly number[],
): void {
  expect(unsettled).toBe(-1)
  limits.forEach((limit, b) => {
    expect(traffic[b]).toBeLessThanOrEqual(limit * (1 + 1e-6))
    if (hours[b] > 0) expect(Math.abs(traffic[b] - limit)).toBeLessThanOrEqual(1e-6 * limit)
  })
}

const CLASSES: readonly CargoClass[] = [0.04, 0.2, 0.9, 4].map((timeValue, k) => ({
  boxes: 40_000 / (k + 1),
  timeValue,
}))

describe('two routes, one of them with a limit', () => {
  const [boxes, timeValue, dispersion] = [100_000, 0.8, 150]
  const one = logit([{ boxes, timeValue }], [1000, 1200], [[0], []], dispersion, 1)

  test.each([70_000, 50_000, 20_000, 500])('one class: w = (μ ln(N/L − 1) + c₂ − c₁) / v at %d', limit => {
    const queues = settle(one, [limit])
    const closed = (dispersion * log(boxes / limit - 1) + 1200 - 1000) / timeValue
    expect(queues.hours[0]).toBeCloseTo(closed, 2)
    expect(queues.traffic[0] / limit).toBeCloseTo(1, 6)
  })

  test('no queue, and one look at the traffic, where all may pass', () => {
    let looks = 0
    const counted: QueuedTraffic = hours => {
      looks++
      return one(hours)
    }
    const free = one(Float64Array.of(0))[0]
    expect(settle(counted, [free]).hours[0]).toBe(0)
    expect(looks).toBe(1)
  })

  test('a queue that is too long is cut, down to none', () => {
    const closed = settle(one, [50_000]).hours[0]
    expect(settle(one, [50_000], [700]).hours[0]).toBeCloseTo(closed, 2)
    expect(settle(one, [99_000], [700]).hours[0]).toBe(0)
  })
})

describe('several classes', () => {
  const traffic = logit(CLASSES, [900, 1000, 1100], [[0], [1], []], 120, 2)

  test.each([[[30, 55]], [[400, 20]], [[3, 1200]]])(
    'the queues that made the limits come back: %j',
    ([a, b]) => {
      const limits = [...traffic(Float64Array.of(a, b))]
      const queues = settle(traffic, limits)
      expectSettled(queues, limits)
      expect(queues.hours[0] / a).toBeCloseTo(1, 3)
      expect(queues.hours[1] / b).toBeCloseTo(1, 3)
    },
  )

  test('law: settled from any start, to the same traffic', () => {
    const free = traffic(Float64Array.of(0, 0))
    for (const share of [0.9, 0.5, 0.2]) {
      const limits = [share * free[0], 0.8 * free[1]]
      const first = settle(traffic, limits)
      expectSettled(first, limits)
      for (const start of [
        [500, 0],
        [0, 500],
        [60, 2000],
      ]) {
        const again = settle(traffic, limits, start)
        expectSettled(again, limits)
        expect(again.traffic[0] / first.traffic[0]).toBeCloseTo(1, 5)
      }
    }
  })

  test('law: more room never makes the queue there longer', () => {
    const free = traffic(Float64Array.of(0, 0))
    const waits = [0.1, 0.25, 0.4, 0.6, 0.8, 1, 1.2].map(
      share => settle(traffic, [share * free[0], 0.7 * free[1]]).hours[0],
    )
    waits.slice(1).forEach((wait, k) => {
      expect(wait).toBeLessThanOrEqual(waits[k] + 1e-9)
    })
    expect(waits[0]).toBeGreaterThan(waits[5])
  })

  test('what one turns away can fill another that had room', () => {
    const free = traffic(Float64Array.of(0, 0))
    const limits = [0.4 * free[0], 1.1 * free[1]]
    const queues = settle(traffic, limits)
    expectSettled(queues, limits)
    expect(queues.hours[1]).toBeGreaterThan(0)
  })
})

test('two limits in a row on one way: the narrower makes the queue, and equal ones share one', () => {
  const row = logit(CLASSES, [900, 1000], [[0, 1], []], 120, 2)
  const free = row(Float64Array.of(0, 0))[0]
  const narrow = settle(row, [0.7 * free, 0.5 * free])
  expectSettled(narrow, [0.7 * free, 0.5 * free])
  expect(narrow.hours[0]).toBe(0)
  const equal = settle(row, [0.5 * free, 0.5 * free])
  expectSettled(equal, [0.5 * free, 0.5 * free])
  expect(equal.hours[0] + equal.hours[1]).toBeCloseTo(narrow.hours[1], 1)
})

test('cargo without another way does not settle, and the bottleneck is named', () => {
  const captive: QueuedTraffic = () => Float64Array.of(100, 5000)
  const queues = settle(captive, [200, 4000])
  expect(queues.unsettled).toBe(1)
  expect(queues.hours[1]).toBe(LONGEST_QUEUE)
})

test('traffic that jumps about does not settle, and is not called settled', () => {
  const jumpy: QueuedTraffic = ([wait]) => Float64Array.of(wait < 40 ? 2000 : 500)
  expect(settle(jumpy, [1000]).unsettled).toBe(0)
})

test('the tolerance is a thousandth of the limit, and one TEU where that is less', () => {
  const at =
    (teu: number): QueuedTraffic =>
    () =>
      Float64Array.of(teu)
  const isSettled = (teu: number, limit: number) =>
    settleQueues(at(teu), Float64Array.of(limit), Float64Array.of(0)).unsettled < 0
  expect(QUEUE_TOLERANCE).toBe(1e-3)
  expect(isSettled(100_099, 100_000)).toBe(true)
  expect(isSettled(100_101, 100_000)).toBe(false)
  expect(isSettled(10.9, 10)).toBe(true)
  expect(isSettled(11.1, 10)).toBe(false)
})

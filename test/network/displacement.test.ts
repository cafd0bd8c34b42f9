import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOf } from '../../src/network/route-choice/logit/kernels.js'
import { type NestedLogit, nestedLogit } from '../../src/network/route-choice/logit/nested-logit.js'

interface Route {
  readonly hours: number
  readonly usd: number
  readonly available: boolean
}

function lane(logit: NestedLogit, routes: readonly Route[]) {
  const made = logit.routes()
  made.count = routes.length
  made.overlap.fill(1)
  const choice = logit.choice(made)
  routes.forEach((route, r) => {
    made.hours[r] = route.hours
    made.usd[r] = route.usd
    choice.available[r] = route.available ? 1 : 0
  })
  logit.price(choice)
  logit.choose(choice)
  return choice
}

const roomOfOne = () =>
  nestedLogit({ value: Float64Array.of(1), dispersion: 200, seaDispersion: 25 }, 12, {
    lists: 2,
    choices: 2,
  })

function more(before: readonly Route[], after: readonly Route[]): number {
  const logit = roomOfOne()
  const { means } = logit.scratch
  const one = logit.weigh(Float64Array.of(1))
  const closing = { onlyLoses: false, isLoss: false }
  logit.kernels.displaced(lane(logit, before), lane(logit, after), one, closing, means)
  return means[0]
}

const route = fc.record({
  hours: fc.integer({ min: 1, max: 900 }),
  usd: fc.integer({ min: 1, max: 900 }),
  available: fc.constant(true),
})
const routes = fc.array(route, { minLength: 2, maxLength: 7 })
const without = (list: readonly Route[], at: number) =>
  list.map((each, r) => (r === at ? { ...each, available: false } : each))

describe('hours at baseline shares', () => {
  test('no change in, none out', () => {
    fc.assert(
      fc.property(routes, list => {
        expect(more(list, list)).toBe(0)
      }),
      { seed: 61 },
    )
  })

  test('an opening never costs', () => {
    fc.assert(
      fc.property(routes, fc.nat(), (list, at) => {
        expect(more(without(list, at % list.length), list)).toBeLessThanOrEqual(0)
      }),
      { seed: 62, numRuns: 300 },
    )
  })

  test('a closing never pays', () => {
    fc.assert(
      fc.property(routes, fc.nat(), (list, at) => {
        expect(more(list, without(list, at % list.length))).toBeGreaterThanOrEqual(0)
      }),
      { seed: 63, numRuns: 300 },
    )
  })

  test('a shorter wait saves exactly the share that waits', () => {
    fc.assert(
      fc.property(routes, fc.nat(), (list, at) => {
        const r = at % list.length
        const shorter = list.map((each, k) => (k === r ? { ...each, hours: each.hours / 2 } : each))
        const share = shareOf(lane(roomOfOne(), list), r, 0, 1)
        expect(more(list, shorter)).toBeCloseTo(-(share * list[r].hours) / 2, 9)
      }),
      { seed: 64 },
    )
  })
})

test('by hand: half waits 10 h, half 30 h; the quick way closes and all take the slow one', () => {
  const quick = { hours: 10, usd: 120, available: true }
  const slow = { hours: 30, usd: 100, available: true }
  expect(more([quick, slow], [{ ...quick, available: false }, slow])).toBe(10)
  // The slow way closing would save ten hours; that is the cargo's own choice and no gain.
  expect(more([quick, slow], [quick, { ...slow, available: false }])).toBe(0)
})

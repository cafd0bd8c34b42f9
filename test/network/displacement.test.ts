import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displacedHours, keptHours } from '../../src/network/displacement.js'
import { arrange, chooseRoutes, type LaneRoutes, laneRoutes } from '../../src/network/nested-logit.js'

interface Route {
  readonly hours: number
  readonly usd: number
  readonly available: boolean
}

function lane(routes: readonly Route[]): LaneRoutes {
  const made = laneRoutes(routes.length, 200, 25)
  made.count = routes.length
  made.overlap.fill(1)
  routes.forEach((route, r) => {
    made.hours[r] = route.hours
    made.usd[r] = route.usd
    made.available[r] = route.available ? 1 : 0
  })
  arrange(made)
  chooseRoutes(made, 1)
  return made
}

function hours(before: readonly Route[], after: readonly Route[]) {
  return { ...displacedHours(lane(before), lane(after)) }
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
  test('no change in, the same bits out', () => {
    fc.assert(
      fc.property(routes, list => {
        const { before, after } = hours(list, list)
        expect(after).toBe(before)
      }),
      { seed: 61 },
    )
  })

  test('without openings and closings the short form gives the same bits', () => {
    const dearer = (list: readonly Route[], by: number) =>
      list.map(each => ({ ...each, hours: each.hours + by, usd: each.usd * 1.5 }))
    fc.assert(
      fc.property(routes, fc.nat(), fc.integer({ min: 0, max: 90 }), (list, at, by) => {
        const [old, next] = [without(list, at % list.length), without(dearer(list, by), at % list.length)]
        expect({ ...keptHours(lane(old), lane(next)) }).toEqual(hours(old, next))
      }),
      { seed: 65 },
    )
  })

  test('an opening never costs', () => {
    fc.assert(
      fc.property(routes, fc.nat(), (list, at) => {
        const { before, after } = hours(without(list, at % list.length), list)
        expect(after).toBeLessThanOrEqual(before + 1e-9)
      }),
      { seed: 62, numRuns: 300 },
    )
  })

  test('a closing never pays', () => {
    fc.assert(
      fc.property(routes, fc.nat(), (list, at) => {
        const { before, after } = hours(list, without(list, at % list.length))
        expect(after).toBeGreaterThanOrEqual(before - 1e-9)
      }),
      { seed: 63, numRuns: 300 },
    )
  })

  test('a shorter wait saves exactly the share that waits', () => {
    fc.assert(
      fc.property(routes, fc.nat(), (list, at) => {
        const r = at % list.length
        const shorter = list.map((each, k) => (k === r ? { ...each, hours: each.hours / 2 } : each))
        const { before, after } = hours(list, shorter)
        expect(before - after).toBeCloseTo((lane(list).share[r] * list[r].hours) / 2, 9)
      }),
      { seed: 64 },
    )
  })
})

test('by hand: half waits 10 h, half 30 h; the quick way closes and all take the slow one', () => {
  const quick = { hours: 10, usd: 120, available: true }
  const slow = { hours: 30, usd: 100, available: true }
  expect(hours([quick, slow], [{ ...quick, available: false }, slow])).toEqual({ before: 20, after: 30 })
  // The slow way closing would save ten hours; that is the cargo's own choice and no gain.
  expect(hours([quick, slow], [quick, { ...slow, available: false }])).toEqual({ before: 20, after: 20 })
})

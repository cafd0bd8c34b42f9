import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arrange,
  chooseRoutes,
  type LaneRoutes,
  laneRoutes,
  shareSea,
} from '../../src/network/nested-logit.js'

interface Route {
  readonly hours: number
  readonly usd: number
  readonly maritime: boolean
  readonly available: boolean
  readonly overlap: number
}

const MU = 200
const NU = 25

function lane(routes: readonly Route[]): LaneRoutes {
  const made = laneRoutes(Math.max(1, routes.length), MU, NU)
  made.count = routes.length
  routes.forEach((route, r) => {
    made.hours[r] = route.hours
    made.usd[r] = route.usd
    made.available[r] = route.available ? 1 : 0
    made.maritime[r] = route.maritime ? 1 : 0
    made.overlap[r] = route.overlap
  })
  arrange(made)
  return made
}

const choose = (routes: readonly Route[], timeValue = 2) => {
  const made = lane(routes)
  return { cost: chooseRoutes(made, timeValue), share: made.share }
}
const costOf = ({ usd, hours }: Route, timeValue = 2): number => usd + timeValue * hours
const total = (share: Float64Array): number => share.reduce((a, b) => a + b, 0)

const route = fc.record({
  hours: fc.double({ min: 1, max: 900, noNaN: true }),
  usd: fc.double({ min: 10, max: 4000, noNaN: true }),
  maritime: fc.boolean(),
  available: fc.constant(true),
  overlap: fc.double({ min: 0.2, max: 1, noNaN: true }),
})
const routes = fc.array(route, { minLength: 1, maxLength: 12 })
const some = fc.array(
  route.chain(each => fc.boolean().map(available => ({ ...each, available }))),
  { minLength: 1, maxLength: 12 },
)

describe('shares', () => {
  test('sum to one where anything is available, and are nothing elsewhere', () => {
    fc.assert(
      fc.property(some, list => {
        const { cost, share } = choose(list)
        if (list.every(each => !each.available)) {
          expect(cost).toBe(Number.POSITIVE_INFINITY)
          expect(total(share)).toBe(0)
          return
        }
        expect(total(share)).toBeCloseTo(1, 12)
        list.forEach((each, r) => {
          if (!each.available) expect(share[r]).toBe(0)
        })
      }),
      { seed: 51, numRuns: 300 },
    )
  })

  test('are the derivative of the log-sum to the cost of the route', () => {
    fc.assert(
      fc.property(routes, fc.nat(), (list, at) => {
        const r = at % list.length
        const step = 1e-3
        const moved = (by: number) =>
          choose(list.map((each, k) => (k === r ? { ...each, usd: each.usd + by } : each))).cost
        // Central differences: error of the order of step² and of the cut-off at 20.75 dispersions.
        expect((moved(step) - moved(-step)) / (2 * step)).toBeCloseTo(choose(list).share[r], 5)
      }),
      { seed: 52, numRuns: 200 },
    )
  })
})

describe('the log-sum', () => {
  test('exceeds the least cost by at most μ ln(1/smallest overlap factor)', () => {
    fc.assert(
      fc.property(routes, list => {
        const least = Math.min(...list.map(each => costOf(each)))
        const smallest = Math.min(...list.map(each => each.overlap))
        expect(choose(list).cost).toBeLessThanOrEqual(least + MU * Math.log(1 / smallest) + 1e-9)
      }),
      { seed: 53, numRuns: 300 },
    )
  })

  test('without overlap never exceeds the least cost', () => {
    fc.assert(
      fc.property(routes, list => {
        const alone = list.map(each => ({ ...each, overlap: 1 }))
        const least = Math.min(...alone.map(each => costOf(each)))
        expect(choose(alone).cost).toBeLessThanOrEqual(least + 1e-9)
      }),
      { seed: 54, numRuns: 200 },
    )
  })

  test('of a single route is its cost', () => {
    const only = { hours: 100, usd: 500, maritime: false, available: true, overlap: 1 }
    expect(choose([only]).cost).toBeCloseTo(700, 9)
    expect(choose([{ ...only, maritime: true }]).cost).toBeCloseTo(700, 9)
  })

  test('never rises when a route gets cheaper, never falls when one closes', () => {
    fc.assert(
      fc.property(routes, fc.nat(), fc.double({ min: 0, max: 9, noNaN: true }), (list, at, less) => {
        const r = at % list.length
        const before = choose(list).cost
        const cheaper = list.map((each, k) => (k === r ? { ...each, usd: each.usd - less } : each))
        const closed = list.map((each, k) => (k === r ? { ...each, available: false } : each))
        expect(choose(cheaper).cost).toBeLessThanOrEqual(before + 1e-9)
        expect(choose(closed).cost).toBeGreaterThanOrEqual(before - 1e-5) // the cut-off drops 10⁻⁹ of a share
      }),
      { seed: 55, numRuns: 300 },
    )
  })
})

test('sea lanes share one nest: a sea way 100 USD dearer is no rival at sea but is one on land', () => {
  const sea = { hours: 0, usd: 1000, maritime: true, available: true, overlap: 1 }
  const dearerAtSea = choose([sea, { ...sea, usd: 1100 }]).share[1]
  const dearerOnLand = choose([sea, { ...sea, usd: 1100, maritime: false }]).share[1]
  expect(dearerAtSea).toBeCloseTo(1 / (1 + Math.exp(100 / NU)), 9)
  expect(dearerOnLand).toBeCloseTo(1 / (1 + Math.exp(100 / MU)), 9)
})

test('ways by sea that cost the same count as little more than one beside the land', () => {
  const sea = { hours: 0, usd: 1000, maritime: true, available: true, overlap: 0.5 }
  const land = { ...sea, maritime: false, overlap: 1 }
  expect(choose([land, sea, sea]).share[0]).toBeCloseTo(0.5, 12)
})

test('lists that are alike share a nest, and the same bits come out in any order of asking', () => {
  fc.assert(
    fc.property(
      some,
      route,
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
      (list, more, values) => {
        const [first, second] = [lane([...list, more]), lane([...list, { ...more, maritime: false, usd: 9 }])]
        const isAlike = shareSea(second, first)
        expect(isAlike).toBe(false)
        expect(second.sea === first.sea).toBe(!more.maritime)
        expect(shareSea(lane(list), lane(list))).toBe(true)
        for (const value of values) {
          const alone = choose([...list, { ...more, maritime: false, usd: 9 }], value)
          chooseRoutes(first, value)
          expect(chooseRoutes(second, value)).toBe(alone.cost)
          expect([...second.share]).toEqual([...alone.share])
        }
      },
    ),
    { seed: 56, numRuns: 200 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RouteChoice, shareOf } from '../../src/network/route-choice/logit/kernels.js'
import { type NestedLogit, nestedLogit } from '../../src/network/route-choice/logit/nested-logit.js'

interface Route {
  readonly hours: number
  readonly usd: number
  readonly maritime: boolean
  readonly available: boolean
  readonly overlap: number
}

const MU = 200
const NU = 25

/** Room for the choices of a test, at these values of time. */
const roomFor = (values: readonly number[]): NestedLogit =>
  nestedLogit({ value: Float64Array.from(values), dispersion: MU, seaDispersion: NU }, 12, {
    lists: 3,
    choices: 4,
  })

function gather(logit: NestedLogit, routes: readonly Route[], among = logit.routes()): RouteChoice {
  const choice = logit.choice(among)
  among.count = routes.length
  routes.forEach((route, r) => {
    among.hours[r] = route.hours
    among.usd[r] = route.usd
    among.maritime[r] = route.maritime ? 1 : 0
    among.overlap[r] = route.overlap
    choice.available[r] = route.available ? 1 : 0
  })
  return choice
}

function chosen(routes: readonly Route[], values: readonly number[], logit = roomFor(values)): RouteChoice {
  const choice = gather(logit, routes)
  logit.price(choice)
  expect(logit.choose(choice)).toBe(true)
  return choice
}

const sharesAt = (choice: RouteChoice, node = 0, nodes = 1): Float64Array =>
  Float64Array.from({ length: choice.routes.count }, (_, r) => shareOf(choice, r, node, nodes))

const choose = (routes: readonly Route[], timeValue = 2) => {
  const choice = chosen(routes, [timeValue])
  return { cost: choice.byNode[0], share: sharesAt(choice) }
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
  test('of a part of the routes sum to one, however far it is from the best of all and from what it was', () => {
    const differs = [0, 1, 1, 1]
    for (let usd = 20_000; usd <= 100_000; usd += 5_000) {
      for (let less = 0; less <= 17_000; less += 500) {
        const logit = roomFor([2, 2])
        const list = (sea: number): Route[] => [
          { hours: 80, usd: 1000, maritime: false, available: true, overlap: 1 },
          ...[0, 60, 120].map(more => ({
            hours: 700,
            usd: sea + more,
            maritime: true,
            available: true,
            overlap: 0.5,
          })),
        ]
        const old = gather(logit, list(usd))
        logit.price(old)
        logit.choose(old)
        const whole = gather(logit, list(usd - less))
        const part = logit.choice(whole.routes)
        part.available.set([0, 1, 1, 1])
        const marks = logit.marks()
        marks.set(differs)
        logit.reprice(whole, old, marks)
        const own = part.terms
        if (!logit.chooseWithPart(whole, part, own)) {
          logit.price(whole)
          logit.chooseWithPart(whole, part, own)
        }
        expect(total(sharesAt(part, 1, 2)), `${usd} ${less}`).toBeCloseTo(1, 9)
        expect(total(sharesAt(whole, 1, 2)), `${usd} ${less}`).toBeCloseTo(1, 9)
      }
    }
  })

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
        // Central differences: error of the order of step², and of rounding over step.
        expect((moved(step) - moved(-step)) / (2 * step)).toBeCloseTo(choose(list).share[r], 8)
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
        expect(choose(closed).cost).toBeGreaterThanOrEqual(before - 1e-9)
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

const values = fc.array(fc.double({ min: 0.02, max: 150, noNaN: true }), { minLength: 1, maxLength: 5 })

test('at many values of time at once as at each alone', () => {
  fc.assert(
    fc.property(some, values, (list, at) => {
      const together = chosen(list, at)
      at.forEach((value, node) => {
        const { cost, share } = choose(list, value)
        expect(together.byNode[node]).toBe(cost)
        expect(sharesAt(together, node, at.length)).toEqual(share)
      })
    }),
    { seed: 56, numRuns: 100 },
  )
})

test('where each value of time is a power of two times an earlier one, terms are powers and the choice is the same', () => {
  const powered = Array.from(
    { length: 14 },
    (_, node) => [0.05, 0.09, 0.15, 0.26][node % 4] * 8 ** Math.floor(node / 4),
  )
  fc.assert(
    fc.property(some, list => {
      const together = chosen(list, powered)
      powered.forEach((value, node) => {
        const { cost, share } = choose(list, value)
        if (cost === Number.POSITIVE_INFINITY) expect(together.byNode[node]).toBe(cost)
        else expect(Math.abs(together.byNode[node] - cost)).toBeLessThan(1e-9)
        sharesAt(together, node, powered.length).forEach((mine, r) => {
          expect(Math.abs(mine - share[r])).toBeLessThan(1e-11)
        })
      })
    }),
    { seed: 59, numRuns: 300 },
  )
})

function expectSame(a: RouteChoice, b: RouteChoice, nodes: number): void {
  for (let node = 0; node < nodes; node++) {
    if (b.byNode[node] === Number.POSITIVE_INFINITY) expect(a.byNode[node]).toBe(Number.POSITIVE_INFINITY)
    else
      expect(Math.abs(a.byNode[node] - b.byNode[node])).toBeLessThan(1e-10 * (1 + Math.abs(b.byNode[node])))
    const [mine, theirs] = [sharesAt(a, node, nodes), sharesAt(b, node, nodes)]
    mine.forEach((share, r) => {
      expect(Math.abs(share - theirs[r])).toBeLessThan(1e-9)
    })
  }
}

describe('terms that are shared give the choice that own terms give', () => {
  test('with routes that changed or opened since', () => {
    fc.assert(
      fc.property(
        some,
        fc.array(fc.option(route, { nil: undefined }), { maxLength: 12 }),
        values,
        (list, to, at) => {
          const after = list.map((each, r) => {
            const moved = to[r]
            return moved === undefined
              ? each
              : { ...each, hours: moved.hours, usd: moved.usd, available: true }
          })
          const logit = roomFor(at)
          const before = chosen(list, at, logit)
          const choice = gather(logit, after)
          const differs = logit.marks()
          differs.set(after.map((each, r) => (each === list[r] && each.available ? 0 : 1)))
          logit.reprice(choice, before, differs)
          if (!logit.choose(choice)) return
          expectSame(choice, chosen(after, at), at.length)
        },
      ),
      { seed: 57, numRuns: 300 },
    )
  })

  test('for a part of the routes, however far it is from the best of all', () => {
    fc.assert(
      fc.property(
        routes,
        fc.array(fc.boolean()),
        fc.constantFrom(1, 1e3, 1e6),
        values,
        (list, stay, dearer, at) => {
          const all = list.map((each, r) => (stay[r] ? { ...each, usd: each.usd * dearer } : each))
          const part = all.map((each, r) => ({ ...each, available: stay[r] === true }))
          const logit = roomFor(at)
          const whole = chosen(all, at, logit)
          const choice = logit.choice(whole.routes)
          part.forEach(({ available }, r) => {
            choice.available[r] = available ? 1 : 0
          })
          logit.chooseAmongPart(choice, whole, choice.terms)
          expectSame(choice, chosen(part, at), at.length)
        },
      ),
      { seed: 58, numRuns: 300 },
    )
  })

  test.each([[[1]], [[1, 2]]])(
    'terms too far from their reference are refused, never taken for nothing: at %j',
    at => {
      const near = { hours: 0, usd: 1000, maritime: false, available: true, overlap: 1 }
      for (const maritime of [false, true]) {
        for (const usd of [-1e6, 1e6]) {
          const logit = roomFor(at)
          const before = chosen([{ ...near, maritime }, near], at, logit)
          const choice = gather(logit, [
            { ...near, maritime, usd },
            { ...near, maritime, usd },
          ])
          const differs = logit.marks()
          differs.fill(1)
          logit.reprice(choice, before, differs)
          expect(logit.choose(choice)).toBe(false)
        }
      }
    },
  )
})

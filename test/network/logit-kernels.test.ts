import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { classPowers, type RouteChoice } from '../../src/network/route-choice/logit/kernels.js'
import { type NestedLogit, nestedLogit } from '../../src/network/route-choice/logit/nested-logit.js'

interface Route {
  readonly hours: number
  readonly usd: number
  readonly maritime: boolean
  readonly overlap: number
  readonly available: boolean
  readonly inPart: boolean
  readonly availableNext: boolean
  readonly hoursNext: number
  readonly usdNext: number
}

const CAPACITY = 12
const flag = (is: boolean) => (is ? 1 : 0)

/** Room for an old and a next state, on the plain loops or those of WebAssembly. */
function room(values: readonly number[], seaDispersion: number, plain: boolean): NestedLogit {
  if (plain) vi.stubGlobal('WebAssembly', undefined)
  try {
    const cargo = { value: Float64Array.from(values), dispersion: 200, seaDispersion }
    return nestedLogit(cargo, CAPACITY, { lists: 2, choices: 4 })
  } finally {
    vi.unstubAllGlobals()
  }
}

function listsOf(logit: NestedLogit, routes: readonly Route[]) {
  const [old, next] = [logit.routes(), logit.routes()]
  for (const list of [old, next]) {
    list.count = routes.length
    routes.forEach((route, r) => {
      list.maritime[r] = flag(route.maritime)
      list.overlap[r] = route.overlap
    })
  }
  old.hours.set(routes.map(route => route.hours))
  old.usd.set(routes.map(route => route.usd))
  next.hours.set(routes.map(route => route.hoursNext))
  next.usd.set(routes.map(route => route.usdNext))
  return { old, next }
}

/** Everything that the loops write for a lane in two states. */
function runAll(logit: NestedLogit, routes: readonly Route[]) {
  const { kernels, nodes } = logit
  const lists = listsOf(logit, routes)
  const [old, part, next, nextPart] = [lists.old, lists.old, lists.next, lists.next].map(logit.choice) as [
    RouteChoice,
    RouteChoice,
    RouteChoice,
    RouteChoice,
  ]
  old.available.set(routes.map(route => flag(route.available)))
  part.available.set(routes.map(route => flag(route.available && route.inPart)))
  next.available.set(routes.map(route => flag(route.availableNext)))
  nextPart.available.set(routes.map(route => flag(route.availableNext && route.inPart)))
  const differs = logit.marks()
  differs.set(
    routes.map(route =>
      flag(!route.available || route.hours !== route.hoursNext || route.usd !== route.usdNext),
    ),
  )
  const own = [part.terms, nextPart.terms] as const
  logit.price(old)
  const isChosen = logit.chooseWithPart(old, part, own[0])
  logit.reprice(next, old, differs)
  const isNear = logit.choose(next)
  if (!isNear) {
    logit.price(next)
    logit.choose(next)
  }
  logit.chooseAmongPart(nextPart, next, own[1])
  const { shares, means } = logit.scratch
  const of = logit.weigh(
    Float64Array.from({ length: nodes }, (_, node) => (2 * (node + 1)) / (nodes * (nodes + 1))),
  )
  const written = (to: Float64Array, write: (out: Float64Array) => void): number[] => {
    write(to)
    return [...to]
  }
  const displaced = (from: RouteChoice, to: RouteChoice, onlyLoses: boolean, isLoss: boolean) =>
    written(means, out => kernels.displaced(from, to, of, { onlyLoses, isLoss }, out))
  return {
    flags: [isChosen, isNear],
    byNode: [old, part, next, nextPart].map(choice => [...choice.byNode]),
    terms: [old, next].map(choice => [...choice.terms]),
    shares: written(shares, out => kernels.shares(old, of, out)).slice(0, routes.length),
    costs: written(means, out => kernels.costs(next, old, of, out)),
    hours: written(means, out => kernels.hours(old, of, lists.old.hours, undefined, out)),
    moreHours: written(means, out => kernels.hours(old, of, lists.next.hours, lists.old.hours, out)),
    displaced: displaced(old, next, false, false),
    onlyLosing: displaced(part, nextPart, true, false),
    losing: displaced(old, next, false, true),
  }
}

/** Each eight times that of four places before. */
const POWERED = [0.02, 0.03, 0.05, 0.09, 0.16, 0.24, 0.4, 0.72, 1.28, 1.92, 3.2, 5.76, 10.24, 15.36]

test('values of time and dispersions are known for powers of each other', () => {
  const powersOf = (value: readonly number[], seaDispersion: number) =>
    classPowers({ value: Float64Array.from(value), dispersion: 200, seaDispersion })
  expect(powersOf(POWERED, 25)).toEqual({ squarings: 3, roots: 3 })
  expect(powersOf(POWERED.with(13, 15), 200)).toEqual({ squarings: 0, roots: 0 })
  expect(powersOf(POWERED.slice(0, 4), 30)).toEqual({ squarings: 0, roots: -1 })
})

const far = fc.constantFrom(1, 1, 1, 1e4)
const amount = (most: number) =>
  fc.tuple(fc.double({ min: 1, max: most, noNaN: true }), far).map(([value, factor]) => value * factor)
const route = fc
  .record({
    hours: amount(900),
    usd: amount(4000),
    maritime: fc.boolean(),
    overlap: fc.double({ min: 0.05, max: 1, noNaN: true }),
    available: fc.boolean(),
    inPart: fc.boolean(),
    availableNext: fc.boolean(),
    changes: fc.option(fc.tuple(amount(900), amount(4000)), { nil: undefined }),
  })
  .map(({ changes, ...rest }): Route => {
    const [hoursNext, usdNext] = changes ?? [rest.hours, rest.usd]
    return { ...rest, hoursNext, usdNext }
  })

test('the same bits from WebAssembly and plainly, near and far from the references', () => {
  let [accepted, refused] = [0, 0]
  fc.assert(
    fc.property(
      fc.array(route, { minLength: 1, maxLength: CAPACITY }),
      fc.constantFrom([0.02, 3], [0.02, 0.5, 3, 40], [0.1, 0.3, 1, 3, 10, 150], POWERED, POWERED.slice(0, 6)),
      // An eighth of the other, and no power of it.
      fc.constantFrom(25, 30),
      (routes, values, seaDispersion) => {
        const fast = room(values, seaDispersion, false)
        const plain = room(values, seaDispersion, true)
        // An engine without WebAssembly would compare the plain loops with themselves.
        expect(fast.scratch.means.buffer.byteLength % 65_536).toBe(0)
        expect(plain.scratch.means.buffer.byteLength % 65_536).not.toBe(0)
        const [ours, theirs] = [runAll(fast, routes), runAll(plain, routes)]
        if (theirs.flags[1]) accepted++
        else refused++
        expect(ours).toEqual(theirs)
      },
    ),
    { seed: 91, numRuns: 1000 },
  )
  // Both ends of the range were met.
  expect(accepted).toBeGreaterThan(50)
  expect(refused).toBeGreaterThan(50)
})

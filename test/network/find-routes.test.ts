import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mode } from '../../src/dataset/dataset.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import {
  findRoutes,
  keepsOutOfTransit,
  ROUTE_CRITERIA,
  type RouteRequest,
} from '../../src/network/journeys/find-routes.js'
import { scoreJourney, scoreParameters } from '../../src/network/journeys/scoreboard.js'
import { separatingCuts } from '../../src/network/least-cost/separating-cut.js'
import { embeddedDataset } from '../embedded.js'
import { networkOf } from '../networks.js'
import { slowLeastCosts } from '../oracles/least-cost.js'

/** From a to b: a short dear road over the pass p, a longer railway by m, and a ferry nobody needs. */
const THREE_WAYS = networkOf(`
  city a AAA
  border p AAA BBB
  city m AAA
  border q AAA BBB
  port h AAA
  port k BBB
  city b BBB
  road a p AAA 2h 200usd
  road p b BBB 2h 200usd
  cross p AAA>BBB road 10h 50usd
  rail a m AAA 10h 50usd
  rail m q AAA 10h 50usd
  rail q b BBB 10h 50usd
  cross q AAA>BBB rail 20h 20usd
  rail a h AAA 30h 60usd
  change h rail/ferry 24h 100usd
  ferry h k 10h 100usd
  change k rail/ferry 24h 100usd
  rail k b BBB 30h 60usd
  city far CCC
  city there CCC
  road far there CCC 1h 1usd
  rail m b BBB 1h 1usd planned`)

const ask = (fields: Partial<RouteRequest> = {}) =>
  findRoutes(THREE_WAYS, {
    origin: 'a',
    destination: 'b',
    by: 'generalized',
    timeValue: 1,
    count: 1,
    ...fields,
  })
const modes = (routes: ReturnType<typeof ask>) =>
  routes.map(({ steps }) => steps.map(step => step.mode).join())

describe('the best way', () => {
  test('by money, by time, by length, and by both money and time', () => {
    expect(ask({ by: 'cost' })[0]).toMatchObject({ usdPerTeu: 170, hours: 50 })
    expect(ask({ by: 'time' })[0]).toMatchObject({ usdPerTeu: 450, hours: 14 })
    expect(ask({ by: 'length' })[0]).toMatchObject({ lengthKm: 200 })
    expect(ask()[0]!.generalizedUsdPerTeu).toBe(220)
    expect(ask({ timeValue: 20 })[0]).toMatchObject({ usdPerTeu: 450, hours: 14 })
  })

  test('totals are sums of the legs, and the legs hang together', () => {
    for (const route of ask({ count: 5 })) {
      expect(route.hours).toBe(route.steps.reduce((sum, step) => sum + step.hours, 0))
      expect(route.usdPerTeu).toBe(route.steps.reduce((sum, step) => sum + step.usd, 0))
      expect(route.steps[0]!.from).toBe('a')
      expect(route.steps.at(-1)!.to).toBe('b')
      route.steps.slice(1).forEach((step, k) => {
        expect(step.from).toBe(route.steps[k]!.to)
      })
    }
  })

  test('three distinct ways, best first, and no fourth', () => {
    const routes = ask({ count: 9 })
    expect(modes(routes)).toEqual([
      'rail,rail,rail,rail',
      'road,road,road',
      'rail,rail–ferry,ferry,rail–ferry,rail',
    ])
    const costs = routes.map(route => route.generalizedUsdPerTeu)
    expect(costs).toEqual([...costs].sort((x, y) => x - y))
  })

  test('there and back: the legs turn round', () => {
    const back = findRoutes(THREE_WAYS, { origin: 'k', destination: 'h', by: 'time', timeValue: 1, count: 1 })
    expect(back[0]!.steps).toMatchObject([{ id: 'ferry-h--k', from: 'k', to: 'h' }])
  })
})

describe('filters', () => {
  test('modes, places and countries', () => {
    expect(modes(ask({ modes: ['road'] }))).toEqual(['road,road,road'])
    expect(modes(ask({ avoidPlaces: ['q'] }))[0]).toBe('road,road,road')
    expect(modes(ask({ avoidPlaces: ['q', 'p'] }))[0]).toContain('ferry')
    expect(ask({ modes: ['road'], avoidPlaces: ['p'] })).toEqual([])
    expect(ask({ avoidCountries: ['BBB'] })).toEqual([])
    expect(ask({ closedPlaces: new Set(['q', 'p']) })[0]!.steps.map(step => step.mode)).toContain('ferry')
  })

  test('planned links only when asked for', () => {
    expect(modes(ask({ timeValue: 20, withPlanned: true }))).toEqual(['rail,rail'])
  })

  test('no way is no route', () => {
    expect(ask({ destination: 'far' })).toEqual([])
  })
})

describe('on the embedded network', () => {
  const { network, parameters } = embeddedDataset()

  test('cargo of third countries keeps out of borders that are closed to transit; that of the two sides and of others does not', () => {
    const closed = new Set(
      network.crossings.flatMap(row => (row.transitClosed === true ? [row.placeId] : [])),
    )
    expect(closed.size).toBeGreaterThan(5)
    const passes = (origin: string, destination: string) =>
      findRoutes(network, { origin, destination, by: 'generalized', timeValue: 4, count: 8 }).some(
        ({ steps }) => steps.some(({ id }) => closed.has(id)),
      )
    expect(keepsOutOfTransit(network, 'shanghai', 'moscow')).toBe(true)
    expect(passes('shanghai', 'moscow')).toBe(false)
    expect(keepsOutOfTransit(network, 'warsaw', 'moscow')).toBe(false)
    expect(passes('warsaw', 'moscow')).toBe(true)
    // Trains between China and Europe cross them.
    expect(keepsOutOfTransit(network, 'chongqing', 'duisburg')).toBe(false)
    expect(passes('chongqing', 'warsaw')).toBe(true)
  })
  const places = network.places.filter(({ kind }) => kind === 'city').map(({ id }) => id)
  const anyPlace = fc.constantFrom(...places)

  test('the first is the least cost of the slow twin', () => {
    const least = slowLeastCosts(network, 'chongqing', 2)
    for (const destination of ['duisburg', 'almaty', 'tehran', 'mumbai', 'tbilisi']) {
      const [best] = findRoutes(network, {
        origin: 'chongqing',
        destination,
        by: 'generalized',
        timeValue: 2,
        count: 1,
      })
      expect(best!.generalizedUsdPerTeu).toBeCloseTo(least.get(destination)!, 6)
    }
  })

  test('each criterion finds the least of its own, in order', () => {
    const of = {
      generalized: 'generalizedUsdPerTeu',
      cost: 'usdPerTeu',
      time: 'hours',
      length: 'lengthKm',
    } as const
    fc.assert(
      fc.property(anyPlace, anyPlace, fc.constantFrom(...ROUTE_CRITERIA), (origin, destination, by) => {
        if (origin === destination) return
        const find = (criterion: typeof by, count: number) =>
          findRoutes(network, { origin, destination, by: criterion, timeValue: 1.5, count })
        const routes = find(by, 4)
        const values = routes.map(route => route[of[by]])
        values.slice(1).forEach((value, k) => {
          // Ties are broken by a millionth of the generalized cost.
          expect(value).toBeGreaterThanOrEqual(values[k]! - 0.05)
        })
        for (const other of ROUTE_CRITERIA)
          for (const route of find(other, 1)) expect(route[of[by]]).toBeGreaterThanOrEqual(values[0]! - 0.05)
      }),
      { numRuns: 12, seed: 5 },
    )
  })

  test('alternatives differ, keep to the filters, and hold both the sea and the Middle Corridor', () => {
    const gatesOf = (modes?: readonly Mode[]) => {
      const routes = findRoutes(network, {
        origin: 'xian',
        destination: 'istanbul',
        by: 'generalized',
        timeValue: 3,
        count: 8,
        avoidCountries: ['RUS'],
        ...(modes && { modes }),
      })
      for (const { steps } of routes) expect(steps.some(step => step.country === 'RUS')).toBe(false)
      const gates = routes.map(({ steps }) => steps.map(step => step.id))
      expect(new Set(gates.map(ids => ids.join())).size).toBe(routes.length)
      return gates
    }
    expect(gatesOf().some(ids => ids.includes('suez'))).toBe(true)
    const byLand = gatesOf(['rail', 'ferry'])
    expect(byLand.some(ids => ids.includes('alat') && ids.includes('khorgos-altynkol'))).toBe(true)
  })

  test('the score adds up: kinds to hours, speeds to lengths, emissions by mode', () => {
    const [route] = findRoutes(network, {
      origin: 'xian',
      destination: 'poti',
      by: 'generalized',
      timeValue: 20,
      count: 1,
      modes: ['rail', 'ferry'],
      avoidCountries: ['RUS'],
    })
    const scores = scoreParameters(parameters)
    const score = scoreJourney(route!.steps, scores)
    expect(score.hours.mean).toBeCloseTo(route!.hours, 9)
    expect(Object.values(score.hoursByKind).reduce((sum, hours) => sum + hours, 0)).toBeCloseTo(
      route!.hours,
      9,
    )
    expect(score.hours.low).toBeLessThan(score.hours.mean)
    expect(score.hours.high).toBeGreaterThan(score.hours.mean)
    expect(score.speedWithDelayKmh * score.hours.mean).toBeCloseTo(score.lengthKm, 6)
    expect(score.speedWithoutDelayKmh).toBeGreaterThan(score.speedWithDelayKmh)
    expect(score.borders).toBe(2)
    expect(score.usdPer500KmAnd20Tonnes).toBeCloseTo((score.usdPerTeu * 2 * 500) / score.lengthKm, 6)
    const km = (mode: string) =>
      route!.steps.reduce((sum, step) => sum + (step.mode === mode ? step.lengthKm : 0), 0)
    expect(score.kgCo2ePerTeu.mean).toBeCloseTo((km('rail') * 18.4 + km('ferry') * 45) / 100, 6)
    expect(Object.values(score.lengthByQuality).reduce((sum, part) => sum + part!, 0)).toBeCloseTo(1, 12)
  })
})

describe('what separates a pair', () => {
  const index = indexElements(THREE_WAYS)
  const closing = (id: string) => ({
    id,
    elements: THREE_WAYS.crossings.flatMap((row, at) =>
      row.placeId === id ? [index.crossingStart + at] : [],
    ),
  })
  const cutsOf = (ids: readonly string[], ferry: boolean) => {
    const links = ferry
      ? [{ id: 'ferry', elements: [THREE_WAYS.links.findIndex(link => link.mode === 'ferry')] }]
      : []
    const closings = [...ids.map(closing), ...links]
    const costs = elementCosts(THREE_WAYS, index, new Set())
    for (const { elements } of closings) for (const element of elements) costs.open[element] = 0
    return separatingCuts(THREE_WAYS, costs, closings)
  }

  test('a way is left: nothing does', () => {
    expect(cutsOf(['p', 'q'], false)(['a'], ['b'])).toBeUndefined()
  })

  test('only what is needed is named, and nothing for those that were never joined', () => {
    expect(cutsOf(['p', 'q'], true)(['a'], ['b'])).toEqual(['p', 'q', 'ferry'])
    expect(cutsOf(['p', 'q'], true)(['h'], ['k'])).toEqual(['q', 'ferry'])
    expect(cutsOf(['p', 'q'], true)(['a'], ['far'])).toEqual([])
  })
})

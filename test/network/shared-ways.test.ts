import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { type NetworkBaseline, networkBaseline } from '../../src/network/comparison/network-baseline.js'
import { indexElements } from '../../src/network/elements/elements.js'
import { routeHits, trafficThrough } from '../../src/network/queues/route-hits.js'
import {
  type Routes,
  type SharedWays,
  sharedWays,
  sumsOnSharedWays,
} from '../../src/network/traffic/shared-ways.js'
import { countedTeu, elementTraffic, laneParts, trafficOfMany } from '../../src/network/traffic/traffic.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const ELEMENTS = 9

/** Routes between few gateways, of few elements, so that much is shared. */
const someRoutes = fc
  .array(
    fc.record({
      origin: fc.nat(3),
      destination: fc.nat(3),
      routes: fc.array(fc.array(fc.nat(ELEMENTS - 1), { maxLength: 9 }), { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((pairs): Routes => {
    const routes = pairs.flatMap(pair => pair.routes)
    const starts = (lengths: readonly number[]) =>
      Uint32Array.from([0, ...lengths].map((_, k) => lengths.slice(0, k).reduce((a, b) => a + b, 0)))
    return {
      gateways: ['a', 'b', 'c', 'd'],
      pairOrigin: Uint16Array.from(pairs, ({ origin }) => origin),
      pairDestination: Uint16Array.from(pairs, ({ destination }) => destination),
      routeStart: starts(pairs.map(pair => pair.routes.length)),
      elementStart: starts(routes.map(route => route.length)),
      elements: Uint16Array.from(routes.flat()),
    }
  })

/** The elements of a route as the trees tell them. */
function wayOf({ first, second, element, towards }: SharedWays, route: number): number[] {
  const walk = (node: number): number[] => (node === 0 ? [] : [element[node]!, ...walk(towards[node]!)])
  return [...walk(first[route]!).reverse(), ...walk(second[route]!)]
}

test('every route is told by its two halves, and no two nodes of a tree stand for the same way', () => {
  fc.assert(
    fc.property(someRoutes, set => {
      const ways = sharedWays(set)
      for (let r = 0; r + 1 < set.elementStart.length; r++)
        expect(wayOf(ways, r)).toEqual([...set.elements.slice(set.elementStart[r], set.elementStart[r + 1])])
      ways.towards.forEach((node, at) => {
        expect(node).toBeLessThan(Math.max(at, 1))
      })
      const used = new Set([...ways.first, ...ways.second])
      for (let node = ways.element.length - 1; node > 0; node--)
        if (used.has(node)) used.add(ways.towards[node]!)
      expect(used.size - (used.has(0) ? 1 : 0)).toBe(ways.element.length - 1)
    }),
    { seed: 311, numRuns: 300 },
  )
})

test('sums over the trees are those over the routes, bit for bit', () => {
  const teu = fc.double({ min: 0, max: 1e7, noNaN: true }).map(countedTeu)
  fc.assert(
    fc.property(someRoutes, fc.array(teu, { minLength: 72, maxLength: 72 }), (set, amounts) => {
      const onRoute = Float64Array.from({ length: set.elementStart.length - 1 }, (_, r) => amounts[r]!)
      const plain = new Float64Array(ELEMENTS)
      onRoute.forEach((amount, r) => {
        for (const e of set.elements.slice(set.elementStart[r], set.elementStart[r + 1])) plain[e]! += amount
      })
      expect(sumsOnSharedWays(sharedWays(set), onRoute, ELEMENTS)).toEqual(plain)
    }),
    { seed: 312, numRuns: 300 },
  )
})

test('a TEU is counted in parts of 2^-20, and what is counted stays as it is', () => {
  expect([0, 0.4, 0.6, 1.6].map(parts => countedTeu(parts / 2 ** 20) * 2 ** 20)).toEqual([0, 0, 1, 2])
  for (const teu of [1, 1234.5, 46e6]) expect(countedTeu(teu)).toBe(teu)
  expect(countedTeu(Math.PI)).toBeCloseTo(Math.PI, 6)
})

const { network, avoidance, trade, countries } = embeddedDataset()
const index = indexElements(network)
let choiceSet: ChoiceSet
let baseline: NetworkBaseline

beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
  const rules = avoidance.filter(rule => rule.regime === '2024')
  const today = { tables: network, closedPlaces: new Set<string>(), rules }
  baseline = networkBaseline(choiceSet, today, trade.economies, countries)
})

test('on the embedded network a twentieth of the elements is left, and traffic has the same bits', () => {
  const { lanes } = baseline
  expect(sharedWays(choiceSet).element.length).toBeLessThan(choiceSet.elements.length / 20)
  // Any shares do: what is compared is how they are summed.
  const share = Float64Array.from({ length: lanes.shareStart[lanes.count]! }, (_, at) => 1 / (3 + (at % 29)))
  const boxes = Float64Array.from(
    { length: trade.economies.length ** 2 },
    (_, pair) => (pair * 7919) % 10_007,
  )
  const state = { share, lanePart: laneParts(lanes, new Uint8Array(lanes.count)), boxes }
  const plain = elementTraffic(choiceSet, lanes, state, index.count)
  const { after } = trafficOfMany()
  for (let time = 0; time < 3; time++) expect(after(choiceSet, lanes, state, index.count)).toEqual(plain)
  const groups = [[0], [5, 6, 7], [index.crossingStart, index.crossingStart + 1]]
  expect([...trafficThrough(choiceSet, lanes, state, routeHits(choiceSet, groups, index.count))]).toEqual(
    groups.map(group => group.reduce((teu, e) => teu + plain[e]!, 0)),
  )
})

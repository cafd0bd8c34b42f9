/** Quays: what begins or ends in a port's own city goes through one, and stops where the port closes. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { NetworkTables } from '../../src/dataset/dataset.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { elementCosts, indexElements, isVessel } from '../../src/network/elements/elements.js'
import { indexLevers } from '../../src/network/elements/levers.js'
import { findRoutes, type RouteRequest } from '../../src/network/journeys/find-routes.js'
import { journeySteps } from '../../src/network/journeys/journey-steps.js'
import { separatingCuts } from '../../src/network/least-cost/separating-cut.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'
import { networkOf } from '../networks.js'
import { leastCosts } from './tree-costs.js'

const TWO_PORTS = `
  port p AAA
  port q AAA
  port r BBB
  sea p q 1h 1usd
  sea p r 10h 10usd
  sea q r 10h 10usd
  rail p q AAA 5h 50usd
  change p rail/sea 24h 100usd
  change q rail/sea 24h 100usd
  gate AAA p 1 0h 0usd
  gate BBB r 1 0h 0usd`

/** Least cost between two places, with some closed. */
const leastCost = (text: string, from: string, to: string, closed: readonly string[] = []): number =>
  leastCosts(text, from, 'forward', closed).get(to)!

describe('by hand', () => {
  const network = networkOf(TWO_PORTS)
  const index = indexElements(network)

  test('ports that are gateways have one; other ports, and gateways that no vessel serves, have none', () => {
    const quays = (tables: NetworkTables): string[] => {
      const { quayStart, passageStart, passagePlaces } = indexElements(tables)
      return Array.from(passagePlaces.subarray(quayStart - passageStart), at => tables.places[at].id)
    }
    expect(quays(network)).toEqual(['p', 'r'])
    expect(quays(networkOf(`${TWO_PORTS}\ngate AAA q 1 0h 0usd`))).toEqual(['p', 'q', 'r'])
    expect(
      quays(networkOf('port dry AAA\ncity b BBB\nroad dry b AAA 1h 1usd\ngate AAA dry 1 0h 0usd')),
    ).toEqual([])
    const piped = { exporters: ['CCC'], importers: ['BBB'], outlet: 'q' }
    expect(quays({ ...network, bulkChains: [piped] } as unknown as NetworkTables)).toEqual(['p', 'q', 'r'])
  })

  test('costs nothing while it is open', () => {
    expect(leastCost(TWO_PORTS, 'p', 'r')).toBe(20)
    expect(leastCost(TWO_PORTS, 'r', 'p')).toBe(20)
  })

  test('closed, the cargo of the city goes by land to the next port, and back', () => {
    const round = 55 + 124 + 20
    expect(leastCost(TWO_PORTS, 'p', 'r', ['p'])).toBe(round)
    expect(leastCost(TWO_PORTS, 'r', 'p', ['p'])).toBe(round)
    expect(leastCost(TWO_PORTS, 'p', 'r', ['p', 'q'])).toBe(Number.POSITIVE_INFINITY)
  })

  test('ships that call on the way pass a closed port', () => {
    const line = `port p AAA\nport q AAA\nport r BBB\nsea p q 1h 1usd\nsea q r 1h 1usd
      gate AAA p 0.5 0h 0usd\ngate AAA q 0.5 0h 0usd\ngate BBB r 1 0h 0usd`
    expect(leastCost(line, 'p', 'r', ['q'])).toBe(4)
    expect(leastCost(line, 'q', 'r', ['q'])).toBe(Number.POSITIVE_INFINITY)
  })

  test('is no change from a ship to a ferry', () => {
    const two = `port p AAA\nport q BBB\nport r CCC\nsea p q 1h 1usd\nferry q r 1h 1usd
      gate AAA p 1 0h 0usd\ngate BBB q 1 0h 0usd\ngate CCC r 1 0h 0usd`
    expect(leastCost(two, 'p', 'r')).toBe(Number.POSITIVE_INFINITY)
    expect(leastCost(`${two}\nchange q ferry/sea 48h 200usd`, 'p', 'r')).toBe(2 + 248 + 2)
  })

  test('is part of the port as a lever, and named where it cuts a pair off', () => {
    const { levers, leverOf } = indexLevers(network, index)
    expect(levers[leverOf[index.quayStart]!]).toEqual({ kind: 'port', id: 'p', name: 'p' })
    expect(leverOf[index.quayStart]).toBe(leverOf[index.terminalStart])
    const elements = Array.from(leverOf.keys()).filter(e => ['p', 'q'].includes(levers[leverOf[e]!]!.id))
    const closings = ['p', 'q'].map(id => ({
      id,
      elements: elements.filter(e => levers[leverOf[e]!]!.id === id),
    }))
    const after = elementCosts(network, index, new Set(['p', 'q']))
    expect(separatingCuts(network, after, closings)(['p'], ['r'])).toEqual(['p', 'q'])
  })

  test('is no step of a journey', () => {
    const costs = elementCosts(network, index, new Set())
    const steps = journeySteps(network, index, costs, [index.quayStart, 1, index.quayStart + 1])
    expect(steps.map(({ kind, from, to }) => [kind, from, to])).toEqual([['running', 'p', 'r']])
  })
})

describe('the embedded network', () => {
  const { network } = embeddedDataset()
  const index = indexElements(network)
  let choiceSet: ChoiceSet
  beforeAll(async () => {
    choiceSet = await embeddedChoiceSet()
  })

  test('every stored route has one where it begins or ends on a vessel in a port, and nowhere else', () => {
    const { routeStart, elementStart, elements, gateways, pairOrigin, pairDestination } = choiceSet
    const quayAt = new Map(
      Array.from(index.passagePlaces, (place, row) => [network.places[place].id, index.passageStart + row]),
    )
    const vessel = network.links.map(({ mode }) => isVessel(mode))
    const wrong: string[] = []
    let [bounded, all] = [0, 0]
    for (let pair = 0; pair < pairOrigin.length; pair++) {
      for (let r = routeStart[pair]!; r < routeStart[pair + 1]!; r++) {
        const route = Array.from(elements.subarray(elementStart[r], elementStart[r + 1]))
        const isQuay = (e: number): boolean => e >= index.quayStart
        // A journey that changes its mode in the city of its origin boards nothing at the quay.
        const [first, last] = [route.find(e => !isQuay(e))!, route.findLast(e => !isQuay(e))!]
        const expected = [
          ...(vessel[first] === true ? [quayAt.get(gateways[pairOrigin[pair]!]!)] : []),
          ...(vessel[last] === true ? [quayAt.get(gateways[pairDestination[pair]!]!)] : []),
        ].filter(e => e !== undefined)
        const found = route.filter(isQuay)
        const inside = route.slice(1, -1).some(isQuay)
        if (inside || found.join() !== expected.join()) wrong.push(`${pair}: ${route.join(' ')}`)
        all++
        if (found.length > 0) bounded++
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(bounded / all).toBeGreaterThan(0.5)
  })

  test('a route from a closed port is by land first', () => {
    const request: RouteRequest = {
      origin: 'mumbai',
      destination: 'hamburg',
      by: 'generalized',
      timeValue: 1,
      count: 1,
    }
    const modes = (closedPlaces: ReadonlySet<string>): readonly string[] =>
      findRoutes(network, { ...request, closedPlaces })[0]!.steps.map(({ mode }) => mode)
    expect(modes(new Set())[0]).toBe('sea')
    expect(['rail', 'road']).toContain(modes(new Set(['mumbai']))[0])
  })
})

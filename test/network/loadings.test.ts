/** Loading: what a journey by train or vessel takes at its two ends, and stops where the port of a city closes. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { NetworkTables } from '../../src/dataset/dataset.js'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
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
  road p q AAA 5h 50usd
  change p road/sea 24h 100usd
  change q road/sea 30h 110usd
  gate AAA p 1 0h 0usd
  gate BBB r 1 0h 0usd`
const [SHIP, LORRY, AT_P, AT_Q] = [20, 55, 124, 140]

/** Least cost between two places, with some closed. */
const leastCost = (text: string, from: string, to: string, closed: readonly string[] = []): number =>
  leastCosts(text, from, 'forward', closed).get(to)!

/** What is loaded where, and by which terminal's modes. */
function loadingsIn(tables: NetworkTables): readonly string[] {
  return indexElements(tables).loadings.map(({ place, mode, terminal }) => {
    const row = terminal === undefined ? undefined : tables.terminals[terminal]!
    return `${tables.places[place]!.id} ${mode} ${row === undefined ? 'free' : `${row.modeA}/${row.modeB}`}`
  })
}

describe('by hand', () => {
  const network = networkOf(TWO_PORTS)
  const index = indexElements(network)

  test('wherever cargo begins or ends and a train or vessel serves: by the row to the road, else to the railway, else free at a port', () => {
    expect(loadingsIn(network)).toEqual(['p sea road/sea', 'r sea free'])
    expect(loadingsIn(networkOf(`${TWO_PORTS}\ngate AAA q 1 0h 0usd`))).toContain('q sea road/sea')
    const piped = { exporters: ['CCC'], importers: ['BBB'], outlet: 'q' }
    expect(loadingsIn({ ...network, bulkChains: [piped] } as unknown as NetworkTables)).toHaveLength(3)
    expect(
      loadingsIn(
        networkOf(`city a AAA\nport b BBB\nrail a b AAA 1h 1usd\nsea b c 1h 1usd\nport c CCC\nchange b sea/rail 9h 9usd
          gate AAA a 1 0h 0usd\ngate BBB b 1 0h 0usd`),
      ),
    ).toEqual(['b sea sea/rail'])
    const inland = 'city a AAA\nterminal b BBB\nrail a b AAA 1h 1usd\nroad a b AAA 1h 1usd'
    expect(loadingsIn(networkOf(`${inland}\nchange b rail/road 9h 9usd\ngate BBB b 1 0h 0usd`))).toEqual([
      'b rail rail/road',
    ])
  })

  test('takes what the change of mode takes, and what a measure leaves of it', () => {
    const costs = elementCosts(network, index, new Set())
    const [at] = [index.loadingStart]
    expect([costs.hours[at], costs.usd[at], costs.open[at]]).toEqual([24, 100, 1])
    const eased = {
      ...network,
      terminals: network.terminals.map(row => ({ ...row, hours: 6, usdPerTeu: 80 })),
    }
    const after = elementCosts(eased, index, new Set())
    expect([after.hours[at], after.usd[at]]).toEqual([6, 80])
    expect(elementCosts(network, index, new Set(['p'])).open[at]).toBe(0)
  })

  test('a journey by vessel pays it where it begins and where it ends, one by lorry does not', () => {
    expect(leastCost(TWO_PORTS, 'p', 'r')).toBe(AT_P + SHIP)
    expect(leastCost(TWO_PORTS, 'r', 'p')).toBe(SHIP + AT_P)
    expect(leastCost(`${TWO_PORTS}\ngate AAA q 1 0h 0usd`, 'p', 'q')).toBe(LORRY)
    expect(leastCost(`${TWO_PORTS}\ngate AAA q 1 0h 0usd`, 'q', 'p')).toBe(LORRY)
  })

  test('closed, the cargo of the city goes by lorry to the next port and pays the same handling there', () => {
    expect(leastCost(TWO_PORTS, 'p', 'r', ['p'])).toBe(LORRY + AT_Q + SHIP)
    expect(leastCost(TWO_PORTS, 'r', 'p', ['p'])).toBe(SHIP + AT_Q + LORRY)
    expect(leastCost(TWO_PORTS, 'p', 'r', ['p', 'q'])).toBe(Number.POSITIVE_INFINITY)
  })

  test('nobody boards a train to change it for a vessel in the same city, nor a vessel for a train', () => {
    const cheapTrains = `${TWO_PORTS}\nrail p q AAA 5h 20usd\nchange p rail/road 1h 1usd\nchange p rail/sea 24h 90usd
      change q rail/road 1h 1usd\ngate AAA q 1 0h 0usd`
    expect(leastCost(cheapTrains, 'p', 'r')).toBe(AT_P + SHIP)
    expect(leastCost(cheapTrains, 'r', 'p')).toBe(SHIP + AT_P)
    expect(leastCost(cheapTrains, 'p', 'q')).toBe(2 + 25 + 2)
  })

  test('the station of a closed port works on', () => {
    const withTrains = `${TWO_PORTS}\nrail p q AAA 5h 40usd\nchange p rail/road 1h 1usd\nchange q rail/road 1h 1usd\ngate AAA q 1 0h 0usd`
    expect(leastCost(withTrains, 'p', 'q', ['p'])).toBe(2 + 45 + 2)
    const tables = networkOf(withTrains)
    const own = indexElements(tables)
    const { levers, leverOf } = indexLevers(tables, own)
    const { open } = elementCosts(tables, own, new Set(['p']))
    const shut = Array.from(open.keys()).filter(e => open[e] === 0)
    expect(shut.map(e => levers[leverOf[e]!]!.id)).toEqual(['p', 'p'])
    expect(Array.from(leverOf.keys()).filter(e => leverOf[e] === -1)).toHaveLength(4)
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
    expect(levers[leverOf[index.loadingStart]!]).toEqual({ kind: 'port', id: 'p', name: 'p' })
    expect(leverOf[index.loadingStart]).toBe(leverOf[index.terminalStart])
    const elements = Array.from(leverOf.keys()).filter(e => ['p', 'q'].includes(levers[leverOf[e]!]!.id))
    const closings = ['p', 'q'].map(id => ({
      id,
      elements: elements.filter(e => levers[leverOf[e]!]!.id === id),
    }))
    const after = elementCosts(network, index, new Set(['p', 'q']))
    expect(separatingCuts(network, after, closings)(['p'], ['r'])).toEqual(['p', 'q'])
  })

  test('is no step of a journey from terminal to terminal, nor part of what one takes', () => {
    const costs = elementCosts(network, index, new Set())
    const steps = journeySteps(network, index, costs, [index.loadingStart, 1, index.loadingStart + 1])
    expect(steps.map(({ kind, from, to }) => [kind, from, to])).toEqual([['running', 'p', 'r']])
    const [route] = findRoutes(network, {
      origin: 'p',
      destination: 'r',
      by: 'generalized',
      timeValue: 1,
      count: 1,
    })
    expect(route!.generalizedUsdPerTeu).toBe(SHIP)
  })
})

describe('the embedded network', () => {
  const { network } = embeddedDataset()
  const index = indexElements(network)
  let choiceSet: ChoiceSet
  beforeAll(async () => {
    choiceSet = await embeddedChoiceSet()
  })

  test('every stored route has one where it begins or ends by train or vessel, and nowhere else', () => {
    const { routeStart, elementStart, elements, gateways, pairOrigin, pairDestination } = choiceSet
    const loadingAt = new Map(
      index.loadings.map(({ place, mode }, row) => [
        `${network.places[place]!.id} ${mode}`,
        index.loadingStart + row,
      ]),
    )
    const isLoading = (e: number): boolean => e >= index.loadingStart
    const modeOf = (e: number): string => network.links[e]?.mode ?? `no link (${e})`
    const wrong: string[] = []
    const [atBothEnds, routes] = [{ count: 0 }, { count: 0 }]
    for (let pair = 0; pair < pairOrigin.length; pair++) {
      const [from, to] = [gateways[pairOrigin[pair]!]!, gateways[pairDestination[pair]!]!]
      for (let r = routeStart[pair]!; r < routeStart[pair + 1]!; r++) {
        const route = Array.from(elements.subarray(elementStart[r], elementStart[r + 1]))
        const links = route.filter(e => e < index.linkCount)
        const [first, last] = [links[0]!, links.at(-1)!]
        const expected = [loadingAt.get(`${from} ${modeOf(first)}`), loadingAt.get(`${to} ${modeOf(last)}`)]
        const found = [route[0]!, route.at(-1)!].map(e => (isLoading(e) ? e : undefined))
        if (route.slice(1, -1).some(isLoading) || found.join() !== expected.join())
          wrong.push(`${from} – ${to}: ${route.join(' ')}`)
        routes.count++
        if (found.every(e => e !== undefined)) atBothEnds.count++
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(atBothEnds.count / routes.count).toBeGreaterThan(0.5)
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

import { describe, expect, test } from 'vitest'
import type { NetworkTables } from '../../src/dataset/dataset.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { weighContraction } from '../../src/network/least-cost/contracted-costs.js'
import { bestState, searchArcs, searchTree, treeWorkspace } from '../../src/network/least-cost/least-cost.js'
import {
  contractNetwork,
  economyCostMatrix,
  leastCostMatrix,
} from '../../src/network/least-cost/place-costs.js'
import { leastCostsBetween } from '../../src/network/least-cost/sweeps.js'
import { embeddedDataset } from '../embedded.js'
import { networkOf } from '../networks.js'
import { plainDijkstra } from '../oracles/plain-dijkstra.js'

const { network } = embeddedDataset()
const index = indexElements(network)
const contracted = contractNetwork(network, index)
const { graph, contraction } = contracted
const places = network.places.map((_, place) => place)

/** USD per TEU of every element at a value of time in USD per TEU and day. */
function weights(timeValue: number, tables: NetworkTables = network, closed: readonly string[] = []) {
  const { hours, usd, open } = elementCosts(tables, indexElements(tables), new Set(closed))
  return usd.map((cost, e) => (open[e] === 1 ? cost + (timeValue / 24) * hours[e] : Number.POSITIVE_INFINITY))
}

const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-9 * b

describe('the matrix of least costs between places', () => {
  test.each([0, 12, 60, 500])(
    'is that of the trees for all pairs of the embedded network, at %d USD a day',
    v => {
      const weight = weights(v)
      const matrix = leastCostMatrix(contracted, weight, places, places)
      const arcs = searchArcs(graph, weight, new Float64Array(index.count), 'forward')
      const workspace = treeWorkspace()
      let reached = 0
      const wrong: string[] = []
      for (const from of places) {
        const tree = searchTree(arcs, from, workspace)
        for (const to of places) {
          const end = bestState(graph, tree, to)
          const least = end < 0 ? Number.POSITIVE_INFINITY : tree.cost[end]
          if (least < Number.POSITIVE_INFINITY) reached++
          const found = matrix[from * places.length + to]
          if (!near(found, least))
            wrong.push(`${network.places[from].id}–${network.places[to].id}: ${found} ${least}`)
        }
      }
      expect(wrong).toEqual([])
      expect(reached).toBeGreaterThan(0.8 * places.length ** 2)
    },
  )

  test('is that of plain Dijkstra on the graph of states', () => {
    const weight = weights(60)
    const cost = Float64Array.from(graph.arcElement, element => weight[element])
    const plain = { nodeCount: graph.stateCount, from: graph.arcFrom, to: graph.arcTo, cost }
    const states = Array.from({ length: graph.stateCount }, (_, state) => [state])
    const sources = states.filter((_, state) => state % 50 === 0)
    const found = leastCostsBetween(weighContraction(contraction, cost), sources, states)
    sources.forEach(([source], s) => {
      plainDijkstra(plain, source).forEach((wanted, target) => {
        expect(near(found[s * states.length + target], wanted)).toBe(true)
      })
    })
  })

  test('obeys the triangle inequality between states', () => {
    const weight = weights(60)
    const cost = Float64Array.from(graph.arcElement, element => weight[element])
    const states = Array.from({ length: graph.stateCount }, (_, state) => [state]).filter(
      (_, s) => s % 11 === 0,
    )
    const n = states.length
    const d = leastCostsBetween(weighContraction(contraction, cost), states, states)
    let broken = 0
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        for (let c = 0; c < n; c++) {
          if (d[a * n + c] > (d[a * n + b] + d[b * n + c]) * (1 + 1e-12)) broken++
        }
      }
    }
    expect(broken).toBe(0)
  })

  test('never falls where something closes, never rises where something opens, and comes back bit for bit', () => {
    const before = leastCostMatrix(contracted, weights(60), places, places)
    const closed = leastCostMatrix(contracted, weights(60, network, ['suez']), places, places)
    const worse = closed.filter((cost, pair) => cost > before[pair]).length
    expect(worse).toBeGreaterThan(1000)
    expect(closed.every((cost, pair) => cost >= before[pair])).toBe(true)
    // Who does not pass it keeps every bit: nobody pays a trace more.
    expect(closed.every((cost, pair) => cost === before[pair] || cost > before[pair] * (1 + 1e-9))).toBe(true)
    const built = network.links.map(link => ({ ...link, status: 'open' as const }))
    const opened = leastCostMatrix(contracted, weights(60, { ...network, links: built }), places, places)
    expect(opened.every((cost, pair) => cost <= before[pair])).toBe(true)
    expect(opened.some((cost, pair) => cost < before[pair])).toBe(true)
    expect(leastCostMatrix(contracted, weights(60), places, places)).toEqual(before)
  })

  test('is by hand on a small network: rail, a border that costs one way, a planned link', () => {
    const small = networkOf(`
      city a AAA
      border x AAA BBB
      city b BBB
      city c BBB
      rail a x AAA 10h 100usd
      rail x b BBB 5h 50usd
      cross x AAA>BBB rail 12h 30usd
      rail b c BBB 1h 1usd planned
    `)
    const smallIndex = indexElements(small)
    const all = [0, 1, 2, 3]
    const found = leastCostMatrix(contractNetwork(small, smallIndex), weights(24, small), all, all)
    const none = Number.POSITIVE_INFINITY
    expect([...found]).toEqual([0, 110, 207, none, 110, 0, 55, none, none, 55, 0, none, none, none, none, 0])
  })
})

describe('least cost between economies', () => {
  const small = networkOf(`
    city a AAA
    port p AAA
    port q BBB
    city c CCC
    port d DDD
    rail a p AAA 10h 100usd
    sea p q 20h 200usd
    change p rail/sea 5h 50usd
    gate AAA a 0.75 2h 10usd
    gate AAA p 0.25
    gate BBB q 0.5 1h 5usd
    gate BBB d 0.5
    gate CCC c 1
    gate DDD q 1
  `)
  const found = economyCostMatrix(
    contractNetwork(small, indexElements(small)),
    small,
    ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'],
    weights(24, small),
    1,
  )

  test('is the mean over joined gateways with the hinterland, by hand', () => {
    const fromTown = 10 + 2 + (100 + 10) + (50 + 5) + (200 + 20) + 5 + 1
    const fromPort = 50 + 5 + (200 + 20) + 5 + 1
    // d has no way to anywhere, so q carries all of BBB.
    expect(found[0 * 5 + 1]).toBeCloseTo(0.75 * fromTown + 0.25 * fromPort, 10)
    // Two economies of one port pay the hinterland alone.
    expect(found[1 * 5 + 3]).toBe(5 + 1)
  })

  test('is none without a way or a gateway, and nothing at home', () => {
    expect(found[0 * 5 + 2]).toBe(Number.POSITIVE_INFINITY)
    expect(found[0 * 5 + 4]).toBe(Number.POSITIVE_INFINITY)
    for (let i = 0; i < 5; i++) expect(found[i * 5 + i]).toBe(0)
  })
})

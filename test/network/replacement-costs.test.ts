import { describe, expect, test } from 'vitest'
import { BY_LORRY, barredElements, NOT_BOUND } from '../../src/network/choice-set/modes-used.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { indexLevers } from '../../src/network/elements/levers.js'
import { buildGraph } from '../../src/network/least-cost/graph.js'
import { bestState, leastCostTree, treeWorkspace } from '../../src/network/least-cost/least-cost.js'
import { replacementSearch } from '../../src/network/least-cost/replacement-costs.js'
import { embeddedDataset } from '../embedded.js'

const { network } = embeddedDataset()
const index = indexElements(network)
const graph = buildGraph(network, index)
const costs = elementCosts(network, index, new Set())
const { levers, leverOf } = indexLevers(network, index)
const places = new Map(network.places.map(({ id }, at) => [id, at]))
const destinations = Int32Array.from(
  ['almaty', 'moscow', 'rotterdam', 'shanghai', 'mumbai', 'poti', 'tashkent'],
  id => places.get(id)!,
)
const all = new Uint8Array(destinations.length).fill(1)
const noMarks = new Float64Array(index.count)
const workspace = treeWorkspace()

/** Least cost to each destination with a lever closed, by a tree of its own; lever −1 closes nothing. */
function closedCosts(weight: Float64Array, origin: number, lever: number): number[] {
  const closed = weight.map((cost, e) => (leverOf[e] === lever ? Number.POSITIVE_INFINITY : cost))
  const tree = leastCostTree(graph, closed, noMarks, origin, 'forward', workspace)
  return Array.from(destinations, place => {
    const state = bestState(graph, tree, place)
    return state < 0 ? Number.POSITIVE_INFINITY : tree.cost[state]!
  })
}

const cases = [
  ['xian', 3, NOT_BOUND],
  ['xian', 500, NOT_BOUND],
  ['hamburg', 50, NOT_BOUND],
  ['bishkek', 50, BY_LORRY],
] as const

describe.each(cases)('from %s at %d USD a day, binding %d', (id, timeValue, binding) => {
  const barred = barredElements(network, index, binding)
  const weight = costs.usd.map((usd, e) =>
    costs.open[e] === 1 && !barred.has(e)
      ? usd + (timeValue / 24) * costs.hours[e]!
      : Number.POSITIVE_INFINITY,
  )
  const origin = places.get(id)!

  test('every closing costs what a tree of the closed network says, and its amounts make up that cost', () => {
    const told = new Map<string, number>()
    const search = replacementSearch(
      graph,
      weight,
      [costs.usd, costs.hours],
      { count: levers.length, leverOf },
      destinations,
    )
    search(origin, all, (lever, destination, [usd, hours]) =>
      told.set(`${lever} ${destination}`, usd! + (timeValue / 24) * hours!),
    )
    const today = closedCosts(weight, origin, -2)
    expect(told.size).toBeGreaterThan(60)
    let cutOff = 0
    for (let lever = 0; lever < levers.length; lever++) {
      const after = closedCosts(weight, origin, lever)
      after.forEach((cost, destination) => {
        const mine = told.get(`${lever} ${destination}`)
        if (cost === Number.POSITIVE_INFINITY && today[destination] !== Number.POSITIVE_INFINITY) cutOff++
        // Told of where the best way closes, though another may cost the same.
        if (mine === undefined) expect([today[destination], Number.POSITIVE_INFINITY]).toContain(cost)
        else expect(Math.abs(mine - cost)).toBeLessThan(1e-6)
      })
    }
    if (binding === BY_LORRY) expect(cutOff).toBeGreaterThan(0)
  }, 60_000)

  test('who is not wanted is not told of, and the next origin is as if it were the first', () => {
    const levelled = { count: levers.length, leverOf }
    const search = replacementSearch(graph, weight, [costs.usd], levelled, destinations)
    const list = (from: number, wanted: Uint8Array): string[] => {
      const rows: string[] = []
      search(from, wanted, (lever, destination, [usd]) => rows.push(`${lever} ${destination} ${usd}`))
      return rows
    }
    const first = list(origin, all)
    const few = Uint8Array.of(1, 0, 0, 1, 0, 0, 0)
    list(places.get('tashkent')!, all)
    expect(list(origin, few)).toEqual(first.filter(row => ['0', '3'].includes(row.split(' ')[1]!)))
    expect(list(origin, all)).toEqual(first)
  })
})

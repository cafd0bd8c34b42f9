import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weighContraction } from '../../src/network/least-cost/contracted-costs.js'
import { contractGraph } from '../../src/network/least-cost/contraction.js'
import { leastCostsBetween } from '../../src/network/least-cost/sweeps.js'
import { type PlainGraph, plainDijkstra } from '../oracles/plain-dijkstra.js'

const cost = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1000, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 2, 3) },
  { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
)

/** Directed, with loops, parallel, closed and free arcs, and nodes that nothing reaches. */
const graphs = ({ most, density }: { most: number; density: number }): fc.Arbitrary<PlainGraph> =>
  fc.integer({ min: 1, max: most }).chain(nodeCount => {
    const node = fc.nat(nodeCount - 1)
    return fc
      .array(fc.tuple(node, node, cost), { maxLength: density * nodeCount, size: 'max' })
      .map(arcs => ({
        nodeCount,
        from: arcs.map(([from]) => from),
        to: arcs.map(([, to]) => to),
        cost: arcs.map(([, , value]) => value),
      }))
  })
const anyGraph = fc.oneof(graphs({ most: 12, density: 5 }), graphs({ most: 70, density: 3 }))

const single = (nodeCount: number) => Array.from({ length: nodeCount }, (_, node) => [node])

function allCosts({ nodeCount, from, to }: PlainGraph, costs: ArrayLike<number>): Float64Array {
  const nodes = single(nodeCount)
  return leastCostsBetween(weighContraction(contractGraph(nodeCount, from, to), costs), nodes, nodes)
}

/** Parts of a sum added in another order differ by some units in the last place. */
function expectNear(found: number, wanted: number): void {
  if (found !== wanted) expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * wanted)
}

describe('least costs of a contracted graph', () => {
  test('are those of plain Dijkstra, for every pair', () => {
    fc.assert(
      fc.property(anyGraph, graph => {
        const found = allCosts(graph, graph.cost)
        for (let source = 0; source < graph.nodeCount; source++) {
          plainDijkstra(graph, source).forEach((wanted, target) => {
            expectNear(found[source * graph.nodeCount + target], wanted)
          })
        }
      }),
      { seed: 51, numRuns: 400 },
    )
  })

  test('from and to groups are those of the best member', () => {
    const groupsOf = (nodeCount: number) =>
      fc.array(fc.uniqueArray(fc.nat(nodeCount - 1), { maxLength: 4 }), { minLength: 1, maxLength: 40 })
    const property = anyGraph.chain(graph =>
      fc.tuple(fc.constant(graph), groupsOf(graph.nodeCount), groupsOf(graph.nodeCount)),
    )
    fc.assert(
      fc.property(property, ([graph, sources, targets]) => {
        const all = allCosts(graph, graph.cost)
        const found = leastCostsBetween(
          weighContraction(contractGraph(graph.nodeCount, graph.from, graph.to), graph.cost),
          sources,
          targets,
        )
        sources.forEach((source, s) => {
          targets.forEach((target, t) => {
            const pairs = source.flatMap(a => target.map(b => all[a * graph.nodeCount + b]))
            expect(found[s * targets.length + t]).toBe(Math.min(Number.POSITIVE_INFINITY, ...pairs))
          })
        })
      }),
      { seed: 52, numRuns: 150 },
    )
  })

  test('never fall by closing and never rise by opening, not by a bit; closed and opened they are the same', () => {
    const changed = anyGraph.chain(graph =>
      fc.tuple(
        fc.constant(graph),
        fc.array(fc.boolean(), { minLength: graph.cost.length, maxLength: graph.cost.length }),
      ),
    )
    fc.assert(
      fc.property(changed, ([graph, closes]) => {
        const contraction = contractGraph(graph.nodeCount, graph.from, graph.to)
        const nodes = single(graph.nodeCount)
        const costsOf = (cost: ArrayLike<number>) =>
          leastCostsBetween(weighContraction(contraction, cost), nodes, nodes)
        const open = costsOf(graph.cost)
        const closed = costsOf(
          Array.from(graph.cost, (value, arc) => (closes[arc] ? Number.POSITIVE_INFINITY : value)),
        )
        expect(closed.every((value, pair) => value >= open[pair])).toBe(true)
        expect(costsOf(graph.cost)).toEqual(open)
      }),
      { seed: 53, numRuns: 300 },
    )
  })

  test('do not depend on what else is asked for, nor in which order', () => {
    fc.assert(
      fc.property(graphs({ most: 70, density: 3 }), fc.nat(), (graph, turn) => {
        const costs = weighContraction(contractGraph(graph.nodeCount, graph.from, graph.to), graph.cost)
        const nodes = single(graph.nodeCount)
        const all = leastCostsBetween(costs, nodes, nodes)
        const source = turn % graph.nodeCount
        expect(leastCostsBetween(costs, [[source]], nodes)).toEqual(
          all.slice(source * graph.nodeCount, (source + 1) * graph.nodeCount),
        )
        const backwards = nodes.toReversed()
        expect(leastCostsBetween(costs, backwards, backwards)).toEqual(all.slice().reverse())
      }),
      { seed: 54, numRuns: 100 },
    )
  })

  test('are none where nothing is asked for or nothing is there', () => {
    const costs = weighContraction(contractGraph(3, [0], [1]), [2])
    expect(leastCostsBetween(costs, [], [[0]])).toEqual(new Float64Array(0))
    expect(leastCostsBetween(costs, [[0]], [])).toEqual(new Float64Array(0))
    expect([...leastCostsBetween(costs, [[0], []], [[1], [2], []])]).toEqual([2, ...Array(5).fill(Infinity)])
    expect(leastCostsBetween(weighContraction(contractGraph(0, [], []), []), [], [])).toEqual(
      new Float64Array(0),
    )
  })
})

test('ends that are no nodes and costs that are none are refused', () => {
  for (const end of [-1, 2, 0.5, Number.NaN]) {
    expect(() => contractGraph(2, [0], [end])).toThrow(`arc 0 ends at ${end}`)
    expect(() => contractGraph(2, [0, end], [1, 1])).toThrow('arc 1 ends at')
  }
  expect(() => contractGraph(2, [0], [])).toThrow('arc 0 ends at undefined')
  const contraction = contractGraph(2, [0, 1], [1, 0])
  for (const cost of [-1, Number.NaN])
    expect(() => weighContraction(contraction, [0, cost])).toThrow('arc 1 costs')
  expect(() => weighContraction(contraction, [0])).toThrow('arc 1 costs undefined')
})

describe('a contraction', () => {
  test('is the same each time; what is above a node is joined', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodeCount, from, to }) => {
        const contraction = contractGraph(nodeCount, from, to)
        expect(contractGraph(nodeCount, from, to)).toEqual(contraction)
        const { rank, upperStart, upper } = contraction
        expect([...rank].sort((a, b) => a - b)).toEqual(Array.from({ length: nodeCount }, (_, r) => r))
        const joined = new Set<number>()
        for (let r = 0; r < nodeCount; r++) {
          for (let e = upperStart[r]; e < upperStart[r + 1]; e++) joined.add(r * nodeCount + upper[e])
        }
        expect(joined.size).toBe(upper.length)
        for (let r = 0; r < nodeCount; r++) {
          const above = [...upper.subarray(upperStart[r], upperStart[r + 1])]
          above.forEach((low, k) => {
            expect(low).toBeGreaterThan(r)
            for (const high of above.slice(k + 1)) expect(joined.has(low * nodeCount + high)).toBe(true)
          })
        }
        for (let arc = 0; arc < from.length; arc++) {
          const [a, b] = [rank[from[arc]], rank[to[arc]]]
          if (a === b) continue
          const edge = contraction.arcEdge[arc]
          expect([contraction.lower[edge], upper[edge]]).toEqual([Math.min(a, b), Math.max(a, b)])
          expect(contraction.arcUp[arc]).toBe(a < b ? 1 : 0)
        }
      }),
      { seed: 55, numRuns: 150 },
    )
  })

  test('of a line is low, of a grid near flat: no way up is longer than a few nodes of each row', () => {
    const line = Array.from({ length: 1000 }, (_, node) => node)
    expect(
      contractGraph(
        1001,
        line,
        line.map(node => node + 1),
      ).upper.length,
    ).toBe(1000)
    const side = 30
    const from: number[] = []
    const to: number[] = []
    for (let x = 0; x < side; x++) {
      for (let y = 0; y < side; y++) {
        if (x + 1 < side)
          [from, to].forEach((ends, k) => {
            ends.push((x + k) * side + y)
          })
        if (y + 1 < side)
          [from, to].forEach((ends, k) => {
            ends.push(x * side + y + k)
          })
      }
    }
    // Nested dissection needs 31/4 n log2 n at most (George 1973); least degree does better at this size.
    expect(contractGraph(side * side, from, to).upper.length).toBeLessThan(
      (31 / 4) * side * side * Math.log2(side),
    )
  })
})

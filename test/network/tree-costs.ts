import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { buildGraph } from '../../src/network/least-cost/graph.js'
import { bestState, leastCostTree, treeWorkspace } from '../../src/network/least-cost/least-cost.js'
import { networkOf } from '../networks.js'

/** Least cost from a place to all places, or to a place from all, at 1 USD per hour, with some places closed. */
export function leastCosts(
  text: string,
  from: string,
  direction: 'forward' | 'backward' = 'forward',
  closed: readonly string[] = [],
): Map<string, number> {
  const network = networkOf(text)
  const index = indexElements(network)
  const graph = buildGraph(network, index)
  const { hours, usd, open } = elementCosts(network, index, new Set(closed))
  const weight = usd.map((cost, e) => (open[e] === 1 ? cost + hours[e] : Number.POSITIVE_INFINITY))
  const place = network.places.findIndex(({ id }) => id === from)
  const mark = new Float64Array(index.count)
  const tree = leastCostTree(graph, weight, mark, place, direction, treeWorkspace())
  return new Map(
    network.places.map(({ id }, at) => {
      const state = bestState(graph, tree, at)
      return [id, state < 0 ? Number.POSITIVE_INFINITY : tree.cost[state]]
    }),
  )
}

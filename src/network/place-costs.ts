/** Least costs between places of a network, without the routes: the matrix that trees are too slow for. */
import type { NetworkTables } from '../dataset/dataset.js'
import { weighContraction } from './contracted-costs.js'
import { type Contraction, contractGraph } from './contraction.js'
import type { ElementIndex } from './elements.js'
import { buildGraph, type NetworkGraph } from './graph.js'
import { leastCostsBetween } from './sweeps.js'

/** A network's graph of states and its contraction; it serves every change of costs. */
export interface ContractedNetwork {
  readonly graph: NetworkGraph
  readonly contraction: Contraction
}

/** Depends on the network's rows and their order, not on their values; 10 ms for 700 places. */
export function contractNetwork(network: NetworkTables, index: ElementIndex): ContractedNetwork {
  const graph = buildGraph(network, index)
  return { graph, contraction: contractGraph(graph.stateCount, graph.arcFrom, graph.arcTo) }
}

/**
 * Least generalized cost between places, over the cheapest of their states at both ends, as `bestState` of a tree.
 *
 * The same costs as those of `leastCostTree` but for rounding (sums in another order): what is compared should come
 * from one of the two.
 *
 * @param weight USD per TEU of each element, ≥ 0; Infinity = closed.
 * @param from @param to place indices.
 * @returns from × to, USD per TEU; 0 from a place to itself, Infinity where there is no way.
 */
export function leastCostMatrix(
  { graph, contraction }: ContractedNetwork,
  weight: Float64Array,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
): Float64Array {
  const { arcElement, statesOfPlace } = graph
  const arcCost = new Float64Array(arcElement.length)
  for (let arc = 0; arc < arcCost.length; arc++) arcCost[arc] = weight[arcElement[arc]]
  const states = (places: ArrayLike<number>) => Array.from(places, place => statesOfPlace[place])
  return leastCostsBetween(weighContraction(contraction, arcCost), states(from), states(to))
}

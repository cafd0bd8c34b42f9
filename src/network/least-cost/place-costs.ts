/** Least costs between places of a network, without the routes: the matrix that trees are too slow for. */
import type { NetworkTables } from '../../dataset/dataset.js'
import type { ElementIndex } from '../elements/elements.js'
import { weighContraction } from './contracted-costs.js'
import { type Contraction, contractGraph } from './contraction.js'
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

/**
 * Least generalized cost between economies: the mean over the gateways at both ends, weighed by their shares of trade,
 * with the way between gateway and hinterland. Gateways that no way joins leave their part to the others.
 *
 * @param economies alpha-3, the axis of the result.
 * @param weight USD per TEU of each element, as in `leastCostMatrix`.
 * @param timeValue USD per TEU and **hour** of the hinterland, the one behind the weights.
 * @returns economies × economies, USD per TEU; 0 from an economy to itself, Infinity where no two gateways are joined.
 */
export function economyCostMatrix(
  contracted: ContractedNetwork,
  { places, gateways }: NetworkTables,
  economies: readonly string[],
  weight: Float64Array,
  timeValue: number,
): Float64Array {
  const placeAt = new Map(places.map(({ id }, place) => [id, place]))
  const used = [...new Set(gateways.map(({ placeId }) => placeAt.get(placeId)!))]
  const rowAt = new Map(used.map((place, row) => [place, row]))
  const between = leastCostMatrix(contracted, weight, used, used)
  const gatesOf = economies.map(iso3 =>
    gateways
      .filter(gate => gate.iso3 === iso3)
      .map(gate => ({
        row: rowAt.get(placeAt.get(gate.placeId)!)!,
        share: gate.share,
        hinterland: gate.hinterlandUsdPerTeu + timeValue * gate.hinterlandHours,
      })),
  )
  const mean = new Float64Array(economies.length * economies.length)
  gatesOf.forEach((origins, i) => {
    gatesOf.forEach((destinations, j) => {
      if (i === j) return
      let [total, joined] = [0, 0]
      for (const from of origins) {
        for (const to of destinations) {
          const cost = between[from.row * used.length + to.row]
          if (cost === Number.POSITIVE_INFINITY) continue
          const part = from.share * to.share
          total += part * (from.hinterland + cost + to.hinterland)
          joined += part
        }
      }
      mean[i * economies.length + j] = joined > 0 ? total / joined : Number.POSITIVE_INFINITY
    })
  })
  return mean
}

/**
 * Least-cost trees by a bucket queue: label-correcting inside a bucket, so exact for any positive width.
 *
 * Dial (1969), "Algorithm 360", with buckets wider than one unit as Denardo and Fox (1979) do. Along each tree a sum
 * of random numbers, one per marked element, is carried: the signature of the path (see `alternatives.ts`).
 */
import type { NetworkGraph } from './graph.js'

/** A tree of least costs; arrays of length stateCount. */
export interface CostTree {
  /** USD per TEU; Infinity where there is no way. */
  readonly cost: Float64Array
  /** The arc by which a state is reached (forward) or left (backward); −1 at the root and where there is no way. */
  readonly arc: Int32Array
  /** Sum of the marks of the elements on the path, an integer below 2⁵³. */
  readonly signature: Float64Array
}

const BUCKET_USD = 15

/** Room for `tree` calls in a row; not to be shared between interleaved calls. */
export interface TreeWorkspace {
  readonly buckets: number[][]
}

export function treeWorkspace(): TreeWorkspace {
  return { buckets: [] }
}

/**
 * Least cost from the states of one place to all (forward), or from all to them (backward).
 *
 * @param weight USD per TEU of each element, > = 0; Infinity = closed.
 * @param mark   integer mark of each element, see CostTree.signature.
 */
export function leastCostTree(
  graph: NetworkGraph,
  weight: Float64Array,
  mark: Float64Array,
  place: number,
  direction: 'forward' | 'backward',
  workspace: TreeWorkspace,
): CostTree {
  const { stateCount, arcStart, arcFrom, arcTo, arcElement, enteringStart, enteringArc } = graph
  const forward = direction === 'forward'
  const cost = new Float64Array(stateCount).fill(Number.POSITIVE_INFINITY)
  const arc = new Int32Array(stateCount).fill(-1)
  const signature = new Float64Array(stateCount)
  const { buckets } = workspace
  const roots = graph.statesOfPlace[place]
  if (buckets.length === 0) buckets.push([])
  for (let r = 0; r < roots.length; r++) {
    cost[roots[r]] = 0
    buckets[0].push(roots[r])
  }
  for (let b = 0; b < buckets.length; b++) {
    const bucket = buckets[b]
    while (bucket.length > 0) {
      const state = bucket.pop()!
      const here = cost[state]
      if (Math.floor(here / BUCKET_USD) !== b) continue
      const from = forward ? arcStart[state] : enteringStart[state]
      const to = forward ? arcStart[state + 1] : enteringStart[state + 1]
      for (let a = from; a < to; a++) {
        const id = forward ? a : enteringArc[a]
        const element = arcElement[id]
        const there = here + weight[element]
        const neighbour = forward ? arcTo[id] : arcFrom[id]
        if (there < cost[neighbour]) {
          cost[neighbour] = there
          arc[neighbour] = id
          signature[neighbour] = signature[state] + mark[element]
          const into = Math.floor(there / BUCKET_USD)
          while (buckets.length <= into) buckets.push([])
          buckets[into].push(neighbour)
        }
      }
    }
  }
  return { cost, arc, signature }
}

/** Cheapest of a place's states in a tree, or −1 where none is reached; ties go to the lowest state. */
export function bestState(graph: NetworkGraph, tree: CostTree, place: number): number {
  let best = -1
  for (const state of graph.statesOfPlace[place]) {
    if (tree.cost[state] < (best < 0 ? Number.POSITIVE_INFINITY : tree.cost[best])) best = state
  }
  return best
}

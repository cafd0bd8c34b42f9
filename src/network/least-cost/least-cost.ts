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

/** Open arcs in the order in which a search meets them: those that leave (or enter) state s are start[s] …. */
export interface SearchArcs {
  readonly graph: NetworkGraph
  readonly start: Int32Array
  /** The state at the other end. */
  readonly far: Int32Array
  readonly cost: Float64Array
  readonly mark: Float64Array
  /** The graph's arc. */
  readonly arc: Int32Array
}

/**
 * Arcs for trees from states to all (forward), or from all to them (backward); one set for many trees.
 *
 * @param weight USD per TEU of each element, > = 0; Infinity = closed.
 * @param mark   integer mark of each element, see CostTree.signature.
 */
export function searchArcs(
  graph: NetworkGraph,
  weight: Float64Array,
  mark: Float64Array,
  direction: 'forward' | 'backward',
): SearchArcs {
  const { stateCount, arcStart, arcElement, arcFrom, arcTo, enteringStart, enteringArc } = graph
  const forward = direction === 'forward'
  const [from, ends] = forward ? [arcStart, arcTo] : [enteringStart, arcFrom]
  const count = arcElement.length
  const arcs = {
    graph,
    start: new Int32Array(stateCount + 1),
    far: new Int32Array(count),
    cost: new Float64Array(count),
    mark: new Float64Array(count),
    arc: new Int32Array(count),
  }
  let kept = 0
  for (let state = 0; state < stateCount; state++) {
    for (let a = from[state]; a < from[state + 1]; a++) {
      const id = forward ? a : enteringArc[a]
      const element = arcElement[id]
      if (weight[element] === Number.POSITIVE_INFINITY) continue
      arcs.far[kept] = ends[id]
      arcs.cost[kept] = weight[element]
      arcs.mark[kept] = mark[element]
      arcs.arc[kept++] = id
    }
    arcs.start[state + 1] = kept
  }
  return arcs
}

/** Room for trees in a row; not to be shared between interleaved calls. */
export interface TreeWorkspace {
  readonly buckets: number[][]
}

export function treeWorkspace(): TreeWorkspace {
  return { buckets: [] }
}

/**
 * Least cost from the states of one place to all (forward), or from all to them (backward). For many trees at the same
 * weights lay out the arcs once, see `searchArcs`.
 */
export function leastCostTree(
  graph: NetworkGraph,
  weight: Float64Array,
  mark: Float64Array,
  place: number,
  direction: 'forward' | 'backward',
  workspace: TreeWorkspace,
): CostTree {
  return searchTree(searchArcs(graph, weight, mark, direction), place, workspace)
}

/** One of many trees on the same arcs. */
export function searchTree(arcs: SearchArcs, place: number, workspace: TreeWorkspace): CostTree {
  const { graph, start, far, cost: arcCost, mark, arc: arcId } = arcs
  const cost = new Float64Array(graph.stateCount).fill(Number.POSITIVE_INFINITY)
  const arc = new Int32Array(graph.stateCount).fill(-1)
  const signature = new Float64Array(graph.stateCount)
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
      const end = start[state + 1]
      for (let a = start[state]; a < end; a++) {
        const there = here + arcCost[a]
        const neighbour = far[a]
        if (there < cost[neighbour]) {
          cost[neighbour] = there
          arc[neighbour] = arcId[a]
          signature[neighbour] = signature[state] + mark[a]
          // Where journeys end no arc leads on.
          if (start[neighbour] === start[neighbour + 1]) continue
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

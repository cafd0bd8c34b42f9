/** Costs of a contraction's edges, from costs of the arcs. */
import type { ContractedCosts, Contraction, SweepEdges } from './contraction.js'

/**
 * Weighs a contraction.
 *
 * Every edge takes the cheapest of its arcs and of the ways over the triangles below it; then edges that cost more
 * than a way over the triangles above are left out (the paper's basic and perfect customization). Two passes over all
 * triangles.
 *
 * @param cost one for each arc, in any unit, ≥ 0; Infinity = closed.
 * @throws RangeError for a cost that is missing, negative or not a number.
 */
export function weighContraction(contraction: Contraction, cost: ArrayLike<number>): ContractedCosts {
  const { upper, arcEdge, arcUp } = contraction
  const up = new Float64Array(upper.length).fill(Number.POSITIVE_INFINITY)
  const down = up.slice()
  for (let arc = 0; arc < arcEdge.length; arc++) {
    if (!(cost[arc] >= 0)) throw new RangeError(`arc ${arc} costs ${cost[arc]}; it must cost 0 or more`)
    const edge = arcEdge[arc]
    if (edge < 0) continue
    const way = arcUp[arc] === 1 ? up : down
    if (cost[arc] < way[edge]) way[edge] = cost[arc]
  }
  addLowerTriangles(contraction, up, down)
  const [leastUp, leastDown] = [up.slice(), down.slice()]
  addUpperTriangles(contraction, leastUp, leastDown)
  const margin = roundingMargin(contraction, up, down)
  return {
    contraction,
    up: needed(contraction, up, leastUp, margin),
    down: needed(contraction, down, leastDown, margin),
  }
}

/** Ways between the two upper ends over the lower one, from below: all that are eliminated before have been added. */
function addLowerTriangles(contraction: Contraction, up: Float64Array, down: Float64Array): void {
  const { nodeCount, upperStart, upper, lower, enteringStart, enteringEdge } = contraction
  const edgeTo = new Int32Array(nodeCount)
  for (let x = 0; x < nodeCount; x++) {
    for (let e = upperStart[x]; e < upperStart[x + 1]; e++) edgeTo[upper[e]] = e
    for (let k = enteringStart[x]; k < enteringStart[x + 1]; k++) {
      const entering = enteringEdge[k]
      const toX = up[entering]
      const fromX = down[entering]
      if (toX === Number.POSITIVE_INFINITY && fromX === Number.POSITIVE_INFINITY) continue
      const end = upperStart[lower[entering] + 1]
      // The lower end's edges that come after this one lead to nodes above x, all of which x is joined with.
      for (let e = entering + 1; e < end; e++) {
        const side = edgeTo[upper[e]]
        const away = fromX + up[e]
        const back = down[e] + toX
        if (away < up[side]) up[side] = away
        if (back < down[side]) down[side] = back
      }
    }
  }
}

/**
 * Ways between a node and one above it over another above both, from above: when x is in the middle, its own edges have
 * their least costs, and so will those of the lower end once all in the middle have been.
 */
function addUpperTriangles(contraction: Contraction, up: Float64Array, down: Float64Array): void {
  const { nodeCount, upperStart, upper, lower, enteringStart, enteringEdge } = contraction
  const edgeTo = new Int32Array(nodeCount)
  for (let x = nodeCount - 1; x >= 0; x--) {
    for (let e = upperStart[x]; e < upperStart[x + 1]; e++) edgeTo[upper[e]] = e
    for (let k = enteringStart[x]; k < enteringStart[x + 1]; k++) {
      const entering = enteringEdge[k]
      const end = upperStart[lower[entering] + 1]
      let toX = up[entering]
      let fromX = down[entering]
      for (let e = entering + 1; e < end; e++) {
        const side = edgeTo[upper[e]]
        const onward = up[side]
        const inward = down[side]
        const toTop = up[e]
        const fromTop = down[e]
        if (toTop + inward < toX) toX = toTop + inward
        if (onward + fromTop < fromX) fromX = onward + fromTop
        if (toX + onward < toTop) up[e] = toX + onward
        if (inward + fromX < fromTop) down[e] = inward + fromX
      }
      up[entering] = toX
      down[entering] = fromX
    }
  }
}

/**
 * By how much a way must beat an edge for the edge to be left out: more than all rounding on any way up and down, so
 * that no least cost changes by a bit whether the edge is there or not.
 */
function roundingMargin({ height }: Contraction, up: Float64Array, down: Float64Array): number {
  let most = 0
  for (const way of [up, down]) {
    for (let e = 0; e < way.length; e++) if (way[e] > most && way[e] < Number.POSITIVE_INFINITY) most = way[e]
  }
  // A sum nests at most 3 × height additions and adds at most 2 × height edges.
  return 12 * height * height * Number.EPSILON * most
}

function needed(
  { nodeCount, upperStart, upper }: Contraction,
  cost: Float64Array,
  least: Float64Array,
  margin: number,
): SweepEdges {
  const start = new Int32Array(nodeCount + 1)
  const kept = new Int32Array(cost.length)
  let count = 0
  for (let r = 0; r < nodeCount; r++) {
    for (let e = upperStart[r]; e < upperStart[r + 1]; e++) {
      if (cost[e] < Number.POSITIVE_INFINITY && cost[e] - least[e] <= margin) kept[count++] = e
    }
    start[r + 1] = count
  }
  const edges = { start, upper: new Int32Array(count), cost: new Float64Array(count) }
  for (let k = 0; k < count; k++) {
    edges.upper[k] = upper[kept[k]]
    edges.cost[k] = cost[kept[k]]
  }
  return edges
}

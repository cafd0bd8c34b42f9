/** Least costs between many nodes: sweeps up and down a weighed contraction, for a batch of sources at once. */
import type { ContractedCosts, SweepEdges } from './contraction.js'

/** Most sources in one sweep: an edge is read once for all of them, and their rows stay in the cache. */
const BATCH = 32

/** Nodes at any of which a journey may begin, or end, at no cost; a single node is a group of one. */
export type NodeGroup = ArrayLike<number>

/**
 * Least cost from every source to every target.
 *
 * A cheapest way climbs and then descends. So costs from the sources are carried up, over what can be reached by
 * climbing, and then down, over what the targets can be reached from. O(edges above the targets × sources); room for
 * 32 numbers a node. Deterministic; a cost does not depend on what else is asked for.
 *
 * @param sources @param targets groups of node indices.
 * @returns sources × targets, in the unit of the costs; Infinity where there is no way or a group is empty.
 */
export function leastCostsBetween(
  costs: ContractedCosts,
  sources: readonly NodeGroup[],
  targets: readonly NodeGroup[],
): Float64Array {
  const { nodeCount, rank } = costs.contraction
  const result = new Float64Array(sources.length * targets.length).fill(Number.POSITIVE_INFINITY)
  const ends = targets.map(group => Int32Array.from(group, node => rank[node]))
  const starts = startsByRank(sources, rank)
  const descent = above(costs.down, nodeCount, ends)
  const batches = Math.max(1, Math.ceil(starts.length / BATCH))
  const width = Math.ceil(starts.length / batches)
  const rows = new Float64Array(nodeCount * width)
  for (let first = 0; first < starts.length; first += width) {
    const batch = starts.slice(first, first + width)
    const ascent = above(
      costs.up,
      nodeCount,
      batch.map(({ ranks }) => ranks),
    )
    clear(rows, width, ascent)
    clear(rows, width, descent)
    batch.forEach(({ ranks }, s) => {
      for (const r of ranks) rows[r * width + s] = 0
    })
    sweepUp(costs.up, ascent, rows, width)
    sweepDown(costs.down, descent, rows, width)
    batch.forEach(({ source }, s) => {
      ends.forEach((ranks, target) => {
        result[source * ends.length + target] = leastOf(rows, width, s, ranks)
      })
    })
  }
  return result
}

/** Sources by rank, so that those of a batch climb much the same way; empty groups reach nothing. */
function startsByRank(
  sources: readonly NodeGroup[],
  rank: Int32Array,
): { readonly source: number; readonly ranks: Int32Array }[] {
  return sources
    .map((group, source) => ({ source, ranks: Int32Array.from(group, node => rank[node]) }))
    .filter(({ ranks }) => ranks.length > 0)
    .sort((a, b) => a.ranks[0] - b.ranks[0])
}

/** Ranks on the ways up from any of the groups, ascending. */
function above({ start, upper }: SweepEdges, nodeCount: number, groups: readonly Int32Array[]): Int32Array {
  const reached = new Uint8Array(nodeCount)
  for (const group of groups) for (const r of group) reached[r] = 1
  const ranks = new Int32Array(nodeCount)
  let count = 0
  for (let r = 0; r < nodeCount; r++) {
    if (reached[r] === 0) continue
    ranks[count++] = r
    for (let e = start[r]; e < start[r + 1]; e++) reached[upper[e]] = 1
  }
  return ranks.subarray(0, count)
}

function clear(rows: Float64Array, width: number, ranks: Int32Array): void {
  for (let k = 0; k < ranks.length; k++) {
    rows.fill(Number.POSITIVE_INFINITY, ranks[k] * width, (ranks[k] + 1) * width)
  }
}

/** Carries costs from every node to those above it; a node's row is complete when its turn comes. */
function sweepUp(edges: SweepEdges, ascent: Int32Array, rows: Float64Array, width: number): void {
  const { start, upper, cost } = edges
  for (let k = 0; k < ascent.length; k++) {
    const here = ascent[k] * width
    const end = start[ascent[k] + 1]
    for (let e = start[ascent[k]]; e < end; e++) relax(rows, here, upper[e] * width, cost[e], width)
  }
}

/** Carries costs to every node from those above it. Four edges at a time, so that a row is read and written less. */
function sweepDown(edges: SweepEdges, descent: Int32Array, rows: Float64Array, width: number): void {
  const { start, upper, cost } = edges
  for (let k = descent.length - 1; k >= 0; k--) {
    const here = descent[k] * width
    const end = start[descent[k] + 1]
    let e = start[descent[k]]
    for (; e + 3 < end; e += 4) {
      const a = upper[e] * width
      const b = upper[e + 1] * width
      const c = upper[e + 2] * width
      const d = upper[e + 3] * width
      const costA = cost[e]
      const costB = cost[e + 1]
      const costC = cost[e + 2]
      const costD = cost[e + 3]
      for (let s = 0; s < width; s++) {
        let least = rows[here + s]
        const overA = rows[a + s] + costA
        const overB = rows[b + s] + costB
        const overC = rows[c + s] + costC
        const overD = rows[d + s] + costD
        if (overA < least) least = overA
        if (overB < least) least = overB
        if (overC < least) least = overC
        if (overD < least) least = overD
        rows[here + s] = least
      }
    }
    for (; e < end; e++) relax(rows, upper[e] * width, here, cost[e], width)
  }
}

function relax(rows: Float64Array, from: number, to: number, add: number, width: number): void {
  for (let s = 0; s < width; s++) {
    const sum = rows[from + s] + add
    if (sum < rows[to + s]) rows[to + s] = sum
  }
}

function leastOf(rows: Float64Array, width: number, s: number, ranks: Int32Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < ranks.length; k++) {
    const cost = rows[ranks[k] * width + s]
    if (cost < least) least = cost
  }
  return least
}

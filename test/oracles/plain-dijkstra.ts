/** Dijkstra's algorithm (1959) as its paper puts it: no queue, the nearest node found by looking at all. */
export interface PlainGraph {
  readonly nodeCount: number
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  /** One for each arc, ≥ 0; Infinity = closed. */
  readonly cost: ArrayLike<number>
}

/** Least cost from a node to all; Infinity where there is no way. */
export function plainDijkstra({ nodeCount, from, to, cost }: PlainGraph, source: number): number[] {
  const leaving: number[][] = Array.from({ length: nodeCount }, () => [])
  for (let arc = 0; arc < from.length; arc++) leaving[from[arc]].push(arc)
  const least: number[] = Array.from({ length: nodeCount }, () => Number.POSITIVE_INFINITY)
  const settled = new Set<number>()
  least[source] = 0
  for (;;) {
    let nearest = -1
    for (let node = 0; node < nodeCount; node++) {
      if (settled.has(node) || least[node] === Number.POSITIVE_INFINITY) continue
      if (nearest < 0 || least[node] < least[nearest]) nearest = node
    }
    if (nearest < 0) return least
    settled.add(nearest)
    for (const arc of leaving[nearest]) least[to[arc]] = Math.min(least[to[arc]], least[nearest] + cost[arc])
  }
}

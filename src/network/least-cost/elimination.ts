/**
 * In which order the nodes of a graph are eliminated, and what is then above each: topology only.
 *
 * Eliminating a node joins all its neighbours with each other (fill), so that every way over it is kept by an edge
 * above it. The node of least degree goes first, which keeps the fill small where a network is nearly flat.
 *
 * @see George and Liu (1989), "The evolution of the minimum degree ordering algorithm".
 */

/** Edges from every node to those above it. Nodes go by rank: rank 0 is eliminated first. */
export interface Elimination {
  /** Rank of each node. */
  readonly rank: Int32Array
  /** Upper ends of rank r's edges: upper[upperStart[r] … upperStart[r + 1] − 1], ascending; all of them are joined. */
  readonly upperStart: Int32Array
  readonly upper: Int32Array
  /** Edges on the longest way up. */
  readonly height: number
}

/**
 * Eliminates nodes by least degree. Deterministic; O(Σ degree²) over the degrees at elimination.
 *
 * @param from @param to ends of each arc, node indices; direction, parallel arcs and loops do not count.
 */
export function eliminate(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Elimination {
  const lists = neighbourLists(nodeCount, from, to)
  return layOut(lists, treeOrder(lists, eliminateAll(lists)))
}

/** Each node's neighbours, once each. */
function neighbourLists(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): number[][] {
  const lists: number[][] = Array.from({ length: nodeCount }, () => [])
  for (let arc = 0; arc < from.length; arc++) {
    if (from[arc] === to[arc]) continue
    lists[from[arc]].push(to[arc])
    lists[to[arc]].push(from[arc])
  }
  return lists.map(list => [...new Set(list)])
}

/** Eliminates all nodes, whose lists then hold those above them; returns the nodes in order. */
function eliminateAll(lists: readonly number[][]): number[] {
  const queue = degreeQueue(lists)
  const seen = new Int32Array(lists.length)
  const order: number[] = []
  let stamp = 0
  while (order.length < lists.length) {
    const node = queue.take()
    const above = lists[node]
    order.push(node)
    for (const other of above) {
      const list = lists[other]
      stamp++
      seen[other] = stamp
      let kept = 0
      for (let k = 0; k < list.length; k++) {
        if (list[k] === node) continue
        seen[list[k]] = stamp
        list[kept++] = list[k]
      }
      list.length = kept
      for (let k = 0; k < above.length; k++) if (seen[above[k]] !== stamp) list.push(above[k])
      queue.put(other)
    }
  }
  return order
}

/** Nodes by degree, those that reached it first ahead. */
function degreeQueue(lists: readonly number[][]) {
  const buckets: number[][] = []
  const next: number[] = []
  const degree = new Int32Array(lists.length).fill(-1)
  let lowest = 0

  function put(node: number): void {
    const now = lists[node].length
    if (now === degree[node]) return
    degree[node] = now
    while (buckets.length <= now) {
      buckets.push([])
      next.push(0)
    }
    buckets[now].push(node)
    lowest = Math.min(lowest, now)
  }

  /** Entries that a later one has replaced are passed over. */
  function take(): number {
    for (;;) {
      while (next[lowest] === buckets[lowest].length) lowest++
      const node = buckets[lowest][next[lowest]++]
      if (degree[node] !== lowest) continue
      degree[node] = -2
      return node
    }
  }

  lists.forEach((_, node) => put(node))
  return { put, take }
}

/**
 * Ranks so that what hangs together stands together: every node after all that hang on it, in depth-first order of the
 * tree in which each hangs on the first that is eliminated of those above it. The edges are the same.
 */
function treeOrder(lists: readonly number[][], order: readonly number[]): Int32Array {
  const at = new Int32Array(lists.length)
  order.forEach((node, position) => {
    at[node] = position
  })
  const children: number[][] = lists.map(() => [])
  const roots: number[] = []
  for (const node of order) {
    let parent = -1
    for (const above of lists[node]) if (parent < 0 || at[above] < at[parent]) parent = above
    if (parent < 0) roots.push(node)
    else children[parent].push(node)
  }
  const rank = new Int32Array(lists.length)
  const open = roots.slice()
  for (let next = lists.length - 1; next >= 0; next--) {
    const node = open.pop()!
    rank[node] = next
    for (const child of children[node]) open.push(child)
  }
  return rank
}

function layOut(lists: readonly number[][], rank: Int32Array): Elimination {
  const upperStart = new Int32Array(lists.length + 1)
  lists.forEach((list, node) => {
    upperStart[rank[node] + 1] = list.length
  })
  for (let r = 0; r < lists.length; r++) upperStart[r + 1] += upperStart[r]
  const upper = new Int32Array(upperStart[lists.length])
  lists.forEach((list, node) => {
    const ranks = Int32Array.from(list, above => rank[above]).sort()
    upper.set(ranks, upperStart[rank[node]])
  })
  const depth = new Int32Array(lists.length)
  let height = 0
  for (let r = lists.length - 1; r >= 0; r--) {
    if (upperStart[r] < upperStart[r + 1]) depth[r] = depth[upper[upperStart[r]]] + 1
    height = Math.max(height, depth[r])
  }
  return { rank, upperStart, upper, height }
}

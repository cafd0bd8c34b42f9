/**
 * Least costs of the ways that are left when something closes: for one origin after the other, every lever on its tree of
 * least costs and every destination behind it.
 *
 * A closing changes the costs of those states alone that the tree reaches through it. Their new costs start from the arcs by
 * which the rest of the network enters them, and spread among them, as Ramalingam and Reps (1996, Journal of Algorithms 21) do
 * for an arc that is taken away: exact, and the work of all closings together is the sum of the depths of the tree's states, not
 * the number of closings times the network.
 */
import type { NetworkGraph } from './graph.js'
import { bestState, type CostTree, searchArcs, searchTree, treeWorkspace } from './least-cost.js'

/** What can be closed: lever of each element of the network, −1 for none. */
export interface NetworkLevers {
  readonly count: number
  readonly leverOf: Int16Array
}

/**
 * Told of every destination whose best way a lever closes and that another way is left to.
 *
 * @param amounts sums along the best of the others, one for each that was asked for; written anew by the next call.
 */
export type TellReplacement = (lever: number, destination: number, amounts: Float64Array) => void

const BUCKET_USD = 15

/** Looks at one origin, a place, and tells of those destinations that are wanted (1). */
export type SearchReplacements = (origin: number, isWanted: Uint8Array, tell: TellReplacement) => void

/**
 * Returns a function that looks at one origin after the other.
 *
 * @param weight       generalized cost of each element, USD per TEU; Infinity = closed to this cargo.
 * @param asked        what is summed along a way besides, by element: money, hours, a distance.
 * @param destinations places, each told of by its number in this list.
 * @returns see `SearchReplacements`.
 */
export function replacementSearch(
  graph: NetworkGraph,
  weight: Float64Array,
  asked: readonly Float64Array[],
  levers: NetworkLevers,
  destinations: Int32Array,
): SearchReplacements {
  const arcs = searchArcs(graph, weight, new Float64Array(weight.length), 'forward')
  const workspace = treeWorkspace()
  const walk = treeWalk(graph, asked, levers)
  const spread = spreading(graph, weight, asked, levers)
  const destinationOf = destinationsOfStates(graph, destinations)
  const isTold = new Int32Array(destinations.length)
  const amounts = new Float64Array(asked.length)
  let round = 0

  function tellOne(lever: number, destination: number, tree: CostTree, tell: TellReplacement): void {
    const place = destinations[destination]
    if (isTold[destination] === round || !spread.isBehind(bestState(graph, tree, place))) return
    isTold[destination] = round
    const state = bestAfter(graph.statesOfPlace[place], tree, spread)
    if (state < 0) return
    const sums = spread.isBehind(state) ? spread.sums : walk.sums
    for (let k = 0; k < amounts.length; k++) amounts[k] = sums[k][state]
    tell(lever, destination, amounts)
  }

  return (origin, isWanted, tell) => {
    const isEnd = (state: number): boolean =>
      destinationOf[state] >= 0 && isWanted[destinationOf[state]] === 1
    const tree = searchTree(arcs, origin, workspace)
    walk.list(tree)
    for (const lever of walk.levers) {
      round++
      spread.begin()
      for (const root of walk.statesAfter[lever])
        for (let at = walk.first[root]; at <= walk.last[root]; at++) spread.add(walk.states[at])
      if (!spread.behind.some(isEnd)) continue
      spread.run(lever, tree, walk.sums)
      for (const state of spread.behind) if (isEnd(state)) tellOne(lever, destinationOf[state], tree, tell)
    }
  }
}

/** Number of the destination that a state belongs to, −1 for none. */
function destinationsOfStates(
  { stateCount, statesOfPlace }: NetworkGraph,
  destinations: Int32Array,
): Int32Array {
  const of = new Int32Array(stateCount).fill(-1)
  destinations.forEach((place, k) => {
    for (const state of statesOfPlace[place]) of[state] = k
  })
  return of
}

/** Cheapest of a place's states with the lever closed, −1 where none is reached. */
function bestAfter(states: Int32Array, { cost }: CostTree, spread: ReturnType<typeof spreading>): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const state of states) {
    const there = spread.isBehind(state) ? spread.cost[state] : cost[state]
    if (there < least) {
      least = there
      best = state
    }
  }
  return best
}

/**
 * Lists the states of a tree so that those behind each stand together, with the sums of the way to each, and the states that come
 * right after each lever. Arrays are used again.
 */
function treeWalk(
  { stateCount, arcFrom, arcElement }: NetworkGraph,
  asked: readonly Float64Array[],
  { count, leverOf }: NetworkLevers,
) {
  const column = (): Int32Array => new Int32Array(stateCount)
  const [child, sibling, states, first, last] = [column(), column(), column(), column(), column()]
  const sums = asked.map(() => new Float64Array(stateCount))
  const statesAfter = Array.from({ length: count }, (): number[] => [])
  const levers: number[] = []
  const stack: number[] = []
  let listed = 0

  function join({ arc }: CostTree): void {
    for (const lever of levers) statesAfter[lever].length = 0
    levers.length = 0
    child.fill(-1)
    for (let state = 0; state < stateCount; state++) {
      if (arc[state] < 0) continue
      const parent = arcFrom[arc[state]]
      sibling[state] = child[parent]
      child[parent] = state
      const lever = leverOf[arcElement[arc[state]]]
      if (lever < 0) continue
      if (statesAfter[lever].length === 0) levers.push(lever)
      statesAfter[lever].push(state)
    }
  }

  function listFrom(root: number, { arc }: CostTree): void {
    stack.push(root)
    for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
      // A state stands there once more, inverted, below all that is behind it.
      if (state < 0) {
        last[~state] = listed - 1
        continue
      }
      first[state] = listed
      states[listed++] = state
      stack.push(~state)
      for (let next = child[state]; next >= 0; next = sibling[next]) {
        for (let k = 0; k < sums.length; k++) sums[k][next] = sums[k][state] + asked[k][arcElement[arc[next]]]
        stack.push(next)
      }
    }
  }

  function list(tree: CostTree): void {
    join(tree)
    listed = 0
    for (let state = 0; state < stateCount; state++) {
      if (tree.arc[state] >= 0 || tree.cost[state] === Number.POSITIVE_INFINITY) continue
      for (const sum of sums) sum[state] = 0
      listFrom(state, tree)
    }
  }

  return { list, states, first, last, sums, levers, statesAfter }
}

/** New costs of the states behind a lever, in arrays that are used again. */
function spreading(
  { stateCount, arcStart, arcFrom, arcTo, arcElement, enteringStart, enteringArc }: NetworkGraph,
  weight: Float64Array,
  asked: readonly Float64Array[],
  { leverOf }: NetworkLevers,
) {
  const cost = new Float64Array(stateCount)
  const sums = asked.map(() => new Float64Array(stateCount))
  const member = new Int32Array(stateCount)
  const behind: number[] = []
  const buckets: number[][] = []
  let round = 0
  /** Buckets of a run that hold anything lie between these. */
  let [least, most] = [0, 0]

  const isBehind = (state: number): boolean => member[state] === round

  function begin(): void {
    round++
    behind.length = 0
  }

  function add(state: number): void {
    if (isBehind(state)) return
    member[state] = round
    cost[state] = Number.POSITIVE_INFINITY
    behind.push(state)
  }

  function offer(
    state: number,
    there: number,
    element: number,
    before: readonly Float64Array[],
    from: number,
  ): void {
    if (!(there < cost[state])) return
    cost[state] = there
    for (let k = 0; k < sums.length; k++) sums[k][state] = before[k][from] + asked[k][element]
    const into = Math.floor(there / BUCKET_USD)
    while (buckets.length <= into) buckets.push([])
    buckets[into].push(state)
    if (into < least) least = into
    if (into > most) most = into
  }

  /** From the arcs that enter from the rest of the network. */
  function enter(lever: number, tree: CostTree, sumsOfTree: readonly Float64Array[]): void {
    for (const state of behind) {
      for (let a = enteringStart[state]; a < enteringStart[state + 1]; a++) {
        const [from, element] = [arcFrom[enteringArc[a]], arcElement[enteringArc[a]]]
        if (isBehind(from) || leverOf[element] === lever) continue
        offer(state, tree.cost[from] + weight[element], element, sumsOfTree, from)
      }
    }
  }

  function run(lever: number, tree: CostTree, sumsOfTree: readonly Float64Array[]): void {
    least = Number.POSITIVE_INFINITY
    most = -1
    enter(lever, tree, sumsOfTree)
    for (let b = least; b <= most; b++) {
      const bucket = buckets[b]
      for (let state = bucket.pop(); state !== undefined; state = bucket.pop()) {
        const here = cost[state]
        if (Math.floor(here / BUCKET_USD) !== b) continue
        for (let arc = arcStart[state]; arc < arcStart[state + 1]; arc++) {
          const [to, element] = [arcTo[arc], arcElement[arc]]
          if (isBehind(to) && leverOf[element] !== lever)
            offer(to, here + weight[element], element, sums, state)
        }
      }
    }
  }

  return { begin, add, run, isBehind, behind, cost, sums }
}

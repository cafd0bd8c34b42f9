/**
 * Distinct alternatives between all pairs of gateways: every marked arc gives the best route through it,
 * d(o, u) + c + d(v, d), from two sets of least-cost trees.
 *
 * A route's signature is the sum of random marks of the crossings, ferries, straits and land–vessel changes it uses;
 * routes with the same signature are the same alternative. Cost and signature of "best through this arc" need no
 * path, so only the few that are kept are ever unpacked.
 */
import type { NetworkTables } from '../../dataset/dataset.js'
import { integerMark } from '../../numeric/integer-mark.js'
import type { ElementIndex } from '../elements/elements.js'
import { isVessel } from '../elements/loadings.js'
import type { NetworkGraph } from './graph.js'
import { bestState, type CostTree, searchArcs, searchTree, treeWorkspace } from './least-cost.js'

/** Marks of all elements, for telling routes apart. */
export interface ElementMarks {
  /** Zero where the element does not make an alternative of its own. */
  readonly signature: Float64Array
  /** Never zero. */
  readonly identity: Float64Array
}

/** Trees from and to every gateway at one set of weights. */
export interface GatewayTrees {
  readonly weight: Float64Array
  readonly from: readonly CostTree[]
  readonly to: readonly CostTree[]
}

/** One route: its elements in order of travel and the two marks. */
export interface Candidate {
  readonly elements: Uint16Array
  readonly signature: number
  readonly identity: number
}

/** Marks: crossings, ferries, straits and changes between land and vessel make a signature, all make an identity. */
export function markElements(network: NetworkTables, index: ElementIndex): ElementMarks {
  const signature = new Float64Array(index.count)
  const identity = new Float64Array(index.count)
  for (let element = 0; element < index.count; element++) {
    identity[element] = integerMark(element, 2)
    if (telling(network, index, element)) signature[element] = integerMark(element, 1)
  }
  return { signature, identity }
}

function telling(network: NetworkTables, index: ElementIndex, element: number): boolean {
  if (element < index.linkCount) {
    const link = network.links[element]
    return link.mode === 'ferry' || link.status !== 'open'
  }
  if (element < index.terminalStart) return true
  if (element >= index.passageStart) return element < index.loadingStart
  const { modeA, modeB } = network.terminals[element - index.terminalStart]
  return modeA === modeB || isVessel(modeA) !== isVessel(modeB)
}

/** Least-cost trees from and to every gateway place. */
export function gatewayTrees(
  graph: NetworkGraph,
  weight: Float64Array,
  marks: ElementMarks,
  gatewayPlaces: readonly number[],
): GatewayTrees {
  const workspace = treeWorkspace()
  const trees = (direction: 'forward' | 'backward') => {
    const arcs = searchArcs(graph, weight, marks.signature, direction)
    return gatewayPlaces.map(place => searchTree(arcs, place, workspace))
  }
  return { weight, from: trees('forward'), to: trees('backward') }
}

/**
 * The least-cost route of a pair, or undefined where there is none, or where it goes along a link and back: bound cargo would board
 * a ship to the next port and back, for the train that it may take from a ship.
 */
export function leastCostRoute(
  graph: NetworkGraph,
  trees: GatewayTrees,
  marks: ElementMarks,
  origin: number,
  destinationPlace: number,
): Candidate | undefined {
  const end = bestState(graph, trees.from[origin], destinationPlace)
  if (end < 0) return undefined
  const elements: number[] = []
  walkBack(graph, trees.from[origin], end, elements)
  if (elements.some((element, k) => element === elements[k + 1])) return undefined
  return candidate(elements.reverse(), marks)
}

/** Where the search for alternatives stops. */
export interface AlternativeLimits {
  /** Alternatives kept for a pair. */
  readonly keep: number
  /** A route may cost this part of the least cost more … */
  readonly band: number
  /** … but at least and at most so much, USD per TEU: many dispersions above the best nothing goes. */
  readonly leastBandUsd: number
  readonly mostBandUsd: number
}

/** A small table, filled for one pair after the other. */
export interface AlternativeTable {
  readonly cost: Float64Array
  readonly signature: Float64Array
  readonly arc: Int32Array
  size: number
}

export function alternativeTable(keep: number): AlternativeTable {
  return {
    cost: new Float64Array(keep),
    signature: new Float64Array(keep),
    arc: new Int32Array(keep),
    size: 0,
  }
}

/**
 * Fills `table` with the cheapest route through each distinct signature for one pair, cheapest first.
 *
 * @param viaArcs arcs to try; those with marked elements, or those of a project.
 */
export function alternativesOfPair(
  graph: NetworkGraph,
  trees: GatewayTrees,
  marks: ElementMarks,
  viaArcs: Int32Array,
  origin: number,
  destination: number,
  leastCost: number,
  limits: AlternativeLimits,
  table: AlternativeTable,
): void {
  const from = trees.from[origin]
  const to = trees.to[destination]
  const { weight } = trees
  const { cost, signature, arc } = table
  const bound =
    leastCost + Math.max(limits.leastBandUsd, Math.min(leastCost * limits.band, limits.mostBandUsd))
  table.size = 0
  let worst = bound
  for (let v = 0; v < viaArcs.length; v++) {
    const id = viaArcs[v]
    const element = graph.arcElement[id]
    const total = from.cost[graph.arcFrom[id]] + weight[element] + to.cost[graph.arcTo[id]]
    if (!(total <= worst)) continue
    const mark = from.signature[graph.arcFrom[id]] + marks.signature[element] + to.signature[graph.arcTo[id]]
    let at = 0
    while (at < table.size && signature[at] !== mark) at++
    if (at < table.size) {
      if (cost[at] <= total) continue
    } else if (table.size < limits.keep) {
      table.size++
    } else {
      at = table.size - 1
    }
    while (at > 0 && cost[at - 1] > total) {
      cost[at] = cost[at - 1]
      signature[at] = signature[at - 1]
      arc[at] = arc[at - 1]
      at--
    }
    cost[at] = total
    signature[at] = mark
    arc[at] = id
    if (table.size === limits.keep) worst = Math.min(bound, cost[table.size - 1])
  }
}

/** The route through an arc, or undefined where it would come to a place twice, or cross a border and come back. */
export function routeThrough(
  graph: NetworkGraph,
  trees: GatewayTrees,
  marks: ElementMarks,
  origin: number,
  destination: number,
  arc: number,
): Candidate | undefined {
  const states: number[] = []
  const elements: number[] = []
  walkBack(graph, trees.from[origin], graph.arcFrom[arc], elements, states)
  elements.reverse()
  states.reverse()
  elements.push(graph.arcElement[arc])
  states.push(graph.arcFrom[arc])
  walkOn(graph, trees.to[destination], graph.arcTo[arc], elements, states)
  return comesBack(graph, states) ? undefined : candidate(elements, marks)
}

function walkBack(
  graph: NetworkGraph,
  tree: CostTree,
  end: number,
  elements: number[],
  states?: number[],
): void {
  for (let state = end; tree.arc[state] >= 0; state = graph.arcFrom[tree.arc[state]]) {
    elements.push(graph.arcElement[tree.arc[state]])
    states?.push(graph.arcFrom[tree.arc[state]])
  }
}

function walkOn(
  graph: NetworkGraph,
  tree: CostTree,
  start: number,
  elements: number[],
  states: number[],
): void {
  let state = start
  states.push(state)
  while (tree.arc[state] >= 0) {
    elements.push(graph.arcElement[tree.arc[state]])
    state = graph.arcTo[tree.arc[state]]
    states.push(state)
  }
}

/** Whether a state is met twice, or a place, or one side of a border, is left and entered again. */
function comesBack({ statePlace, stateSide }: NetworkGraph, states: readonly number[]): boolean {
  if (new Set(states).size < states.length) return true
  const seen = new Set<string>()
  let lastPlace = -1
  let lastSide = ''
  for (const state of states) {
    const place = statePlace[state]
    const side = stateSide[state]
    if (place !== lastPlace && seen.has(`${place}`)) return true
    if (side !== '' && (place !== lastPlace || side !== lastSide)) {
      if (seen.has(`${place}|${side}`)) return true
      seen.add(`${place}|${side}`)
    }
    seen.add(`${place}`)
    lastPlace = place
    lastSide = side
  }
  return false
}

function candidate(elements: readonly number[], marks: ElementMarks): Candidate {
  let signature = 0
  let identity = 0
  for (const element of elements) {
    signature += marks.signature[element]
    identity += marks.identity[element]
  }
  return { elements: Uint16Array.from(elements), signature, identity }
}

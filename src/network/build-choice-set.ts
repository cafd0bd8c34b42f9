/**
 * Builds the choice set of a network from seeds: values of time, territories to avoid, closed straits, projects.
 *
 * Every seed adds, for every pair, its least-cost route and the cheapest distinct alternatives, so that each lever
 * finds a route that it can move cargo to or from.
 */
import type { Link, NetworkTables } from '../dataset/dataset.js'
import {
  type AlternativeLimits,
  alternativesOfPair,
  alternativeTable,
  type Candidate,
  type ElementMarks,
  type GatewayTrees,
  gatewayTrees,
  leastCostRoute,
  markElements,
  routeThrough,
} from './alternatives.js'
import { type ChoiceSet, networkHash } from './choice-set.js'
import { type ElementCosts, type ElementIndex, elementCosts, indexElements } from './elements.js'
import { buildGraph, type NetworkGraph } from './graph.js'
import { bestState } from './least-cost.js'
import { overlapFactors } from './overlap.js'

export interface ChoiceSetOptions {
  /** Economies whose gateways are joined, alpha-3. */
  readonly economies: readonly string[]
  /** Sets of countries that some cargo avoids by land. */
  readonly territories: readonly (readonly string[])[]
  readonly onProgress?: (done: number, total: number) => void
}

export interface BuiltChoiceSet {
  readonly choiceSet: ChoiceSet
  /** Ids of crossings, terminals, planned links and straits that no pair can reach: faults of the network. */
  readonly deadElements: readonly number[]
}

/** USD per TEU and day: from bulk-like patience to hurry, so that sea, rail and lorry all are best somewhere. */
const SEED_TIME_VALUES = [3, 12, 50, 220]
const WIDE: AlternativeLimits = { keep: 6, bandFactor: 1.3, bandUsd: 300 }
const NARROW: AlternativeLimits = { keep: 2, bandFactor: 1.3, bandUsd: 400 }
/** The time value at which a route's parts are weighed for the overlap factor. */
const REFERENCE_TIME_VALUE = 12

interface Seed {
  readonly timeValue: number
  readonly avoid: ReadonlySet<string>
  readonly closed?: number
  /** Links of a project that this seed opens; only routes through them are added. */
  readonly project?: readonly number[]
}

interface PairRoutes {
  readonly signatures: Set<number>
  readonly identities: Set<number>
  readonly routes: Candidate[]
}

/** Finds the choice set; seconds of work, the same result in every engine. */
export function buildChoiceSet(network: NetworkTables, options: ChoiceSetOptions): BuiltChoiceSet {
  const index = indexElements(network)
  const graph = buildGraph(network, index)
  const costs = elementCosts(network, index, new Set())
  const marks = markElements(network, index)
  const economies = new Set(options.economies)
  const gatewayIds = [
    ...new Set(network.gateways.filter(g => economies.has(g.iso3)).map(g => g.placeId)),
  ].sort()
  const placeIndex = new Map(network.places.map((place, at) => [place.id, at]))
  const gatewayPlaces = gatewayIds.map(id => placeIndex.get(id)!)
  const pairs = gatewayPairs(network, gatewayIds, economies)
  const found: PairRoutes[] = Array.from(pairs.origin, () => ({
    signatures: new Set(),
    identities: new Set(),
    routes: [],
  }))
  const seeds = makeSeeds(network, index, options.territories)
  const viaAll = arcsOf(graph, element => marks.signature[element] !== 0 && costs.open[element] === 1)

  seeds.forEach((seed, at) => {
    options.onProgress?.(at, seeds.length)
    const trees = gatewayTrees(graph, seedWeights(network, index, costs, seed), marks, gatewayPlaces)
    if (seed.project) {
      const project = new Set(seed.project)
      addSeed(
        graph,
        trees,
        marks,
        gatewayPlaces,
        pairs,
        found,
        arcsOf(graph, e => project.has(e)),
        NARROW,
        false,
      )
    } else if (seed.closed === undefined) {
      addSeed(graph, trees, marks, gatewayPlaces, pairs, found, viaAll, WIDE, true)
    } else {
      addSeed(graph, trees, marks, gatewayPlaces, pairs, found, new Int32Array(0), NARROW, true)
    }
  })
  const deadElements = reviveElements(network, index, graph, costs, marks, gatewayPlaces, pairs, found)
  options.onProgress?.(seeds.length, seeds.length)
  const choiceSet = layOut(
    network,
    index,
    costs,
    gatewayIds,
    pairs,
    found,
    networkHash(network, options.economies),
  )
  return { choiceSet, deadElements }
}

interface GatewayPairs {
  readonly origin: Uint16Array
  readonly destination: Uint16Array
}

/** Ordered pairs of gateways that serve two different economies. */
function gatewayPairs(
  network: NetworkTables,
  ids: readonly string[],
  economies: ReadonlySet<string>,
): GatewayPairs {
  const served = new Map<string, Set<string>>()
  for (const gateway of network.gateways) {
    if (!economies.has(gateway.iso3)) continue
    served.set(gateway.placeId, (served.get(gateway.placeId) ?? new Set()).add(gateway.iso3))
  }
  const origin: number[] = []
  const destination: number[] = []
  ids.forEach((from, o) =>
    ids.forEach((to, d) => {
      if (o === d) return
      const both = new Set([...served.get(from)!, ...served.get(to)!])
      if (both.size === 1) return
      origin.push(o)
      destination.push(d)
    }),
  )
  return { origin: Uint16Array.from(origin), destination: Uint16Array.from(destination) }
}

function makeSeeds(
  network: NetworkTables,
  index: ElementIndex,
  territories: readonly (readonly string[])[],
): Seed[] {
  const avoided = [new Set<string>(), ...territories.map(list => new Set(list))]
  const open = avoided.flatMap(avoid => SEED_TIME_VALUES.map(timeValue => ({ timeValue, avoid })))
  const straits = network.places.flatMap((place, at) => (place.kind === 'strait' ? [at] : []))
  const closed = avoided.flatMap(avoid =>
    straits.map(strait => ({ timeValue: REFERENCE_TIME_VALUE, avoid, closed: strait })),
  )
  const projects = projectsOf(network, index)
  const planned = avoided.flatMap(avoid =>
    projects.flatMap(project => [12, 60].map(timeValue => ({ timeValue, avoid, project }))),
  )
  return [...open, ...closed, ...planned]
}

/** Planned and suspended links that hang together, and all of them at once. */
function projectsOf(network: NetworkTables, index: ElementIndex): number[][] {
  const idle = network.links.flatMap((link, at) => (link.status === 'open' ? [] : [at]))
  const group = new Map(idle.map(at => [at, at]))
  const root = (at: number): number => (group.get(at) === at ? at : root(group.get(at)!))
  for (const a of idle) {
    for (const b of idle) {
      if (a < b && touch(network.links[a], network.links[b])) group.set(root(b), root(a))
    }
  }
  const members = new Map<number, number[]>()
  for (const at of idle) members.set(root(at), [...(members.get(root(at)) ?? []), at])
  const projects = [...members.values()]
  const idleRows = Array.from(
    { length: index.passageStart - index.crossingStart },
    (_, row) => index.crossingStart + row,
  ).filter(element =>
    element < index.terminalStart
      ? network.crossings[element - index.crossingStart].status !== 'open'
      : network.terminals[element - index.terminalStart].status !== 'open',
  )
  return projects.length > 1
    ? [...projects.map(p => [...p, ...idleRows]), [...idle, ...idleRows]]
    : projects.map(p => [...p, ...idleRows])
}

function touch(a: Link, b: Link): boolean {
  return a.from === b.from || a.from === b.to || a.to === b.from || a.to === b.to
}

/** Generalized cost of every element at a seed's value of time; Infinity where the seed does not let cargo pass. */
function seedWeights(
  network: NetworkTables,
  index: ElementIndex,
  costs: ElementCosts,
  seed: Seed,
): Float64Array {
  const weight = new Float64Array(index.count)
  const project = new Set(seed.project ?? [])
  for (let element = 0; element < index.count; element++) {
    const passable = costs.open[element] === 1 || project.has(element)
    weight[element] = passable
      ? costs.usd[element] + (seed.timeValue / 24) * costs.hours[element]
      : Number.POSITIVE_INFINITY
  }
  network.links.forEach((link, element) => {
    const land = link.mode === 'rail' || link.mode === 'road'
    if (land && link.country !== undefined && seed.avoid.has(link.country))
      weight[element] = avoidedWeight(weight[element])
  })
  if (seed.closed !== undefined) closeStrait(network, index, seed.closed, weight)
  return weight
}

/** High enough to be used only where there is no other way: a pair with an end inside still has its routes. */
function avoidedWeight(weight: number): number {
  return weight + 100_000
}

function closeStrait(network: NetworkTables, index: ElementIndex, place: number, weight: Float64Array): void {
  const id = network.places[place].id
  index.passagePlaces.forEach((passage, row) => {
    if (passage === place) weight[index.passageStart + row] = Number.POSITIVE_INFINITY
  })
  network.terminals.forEach((terminal, row) => {
    if (terminal.placeId === id) weight[index.terminalStart + row] = Number.POSITIVE_INFINITY
  })
}

function arcsOf(graph: NetworkGraph, wanted: (element: number) => boolean): Int32Array {
  const arcs: number[] = []
  for (let arc = 0; arc < graph.arcElement.length; arc++) if (wanted(graph.arcElement[arc])) arcs.push(arc)
  return Int32Array.from(arcs)
}

/** Adds one seed's least-cost route and alternatives to every pair. */
function addSeed(
  graph: NetworkGraph,
  trees: GatewayTrees,
  marks: ElementMarks,
  gatewayPlaces: readonly number[],
  pairs: GatewayPairs,
  found: readonly PairRoutes[],
  viaArcs: Int32Array,
  limits: AlternativeLimits,
  withLeast: boolean,
): void {
  const table = alternativeTable(limits.keep)
  for (let pair = 0; pair < found.length; pair++) {
    const origin = pairs.origin[pair]
    const destination = pairs.destination[pair]
    const place = gatewayPlaces[destination]
    const end = bestState(graph, trees.from[origin], place)
    if (end < 0) continue
    if (withLeast) {
      const least = leastCostRoute(graph, trees, marks, origin, place)
      if (least) addRoute(found[pair], least, 'identity')
    }
    if (viaArcs.length === 0) continue
    alternativesOfPair(
      graph,
      trees,
      marks,
      viaArcs,
      origin,
      destination,
      trees.from[origin].cost[end],
      limits,
      table,
    )
    for (let k = 0; k < table.size; k++) {
      if (found[pair].signatures.has(table.signature[k])) continue
      const route = routeThrough(graph, trees, marks, origin, destination, table.arc[k])
      if (route) addRoute(found[pair], route, 'signature')
    }
  }
}

function addRoute(into: PairRoutes, route: Candidate, distinctBy: 'identity' | 'signature'): void {
  if (into.identities.has(route.identity)) return
  if (distinctBy === 'signature' && into.signatures.has(route.signature)) return
  into.identities.add(route.identity)
  into.signatures.add(route.signature)
  into.routes.push(route)
}

/**
 * Gives every crossing, terminal, planned link and strait that no route uses the pair for which the detour through it
 * is smallest, so that no lever is dead; returns those that cannot be reached at all.
 */
function reviveElements(
  network: NetworkTables,
  index: ElementIndex,
  graph: NetworkGraph,
  costs: ElementCosts,
  marks: ElementMarks,
  gatewayPlaces: readonly number[],
  pairs: GatewayPairs,
  found: readonly PairRoutes[],
): number[] {
  const used = new Uint8Array(index.count)
  for (const { routes } of found)
    for (const route of routes) for (const element of route.elements) used[element] = 1
  const idle = new Set<number>()
  for (let e = 0; e < index.count; e++) {
    const lever = e >= index.linkCount || network.links[e].status !== 'open'
    if (used[e] === 0 && lever) idle.add(e)
  }
  if (idle.size === 0) return []
  const everything = { hours: costs.hours, usd: costs.usd, open: new Uint8Array(index.count).fill(1) }
  const weight = seedWeights(network, index, everything, {
    timeValue: REFERENCE_TIME_VALUE,
    avoid: new Set(),
  })
  const trees = gatewayTrees(graph, weight, marks, gatewayPlaces)
  const dead: number[] = []
  for (const element of idle) {
    const arcs = arcsOf(graph, e => e === element)
    const best = { excess: Number.POSITIVE_INFINITY, pair: -1, route: undefined as Candidate | undefined }
    for (const arc of arcs) {
      for (let pair = 0; pair < found.length; pair++) {
        const from = trees.from[pairs.origin[pair]]
        const to = trees.to[pairs.destination[pair]]
        const total = from.cost[graph.arcFrom[arc]] + weight[element] + to.cost[graph.arcTo[arc]]
        const end = bestState(graph, from, gatewayPlaces[pairs.destination[pair]])
        if (end < 0 || !(total / from.cost[end] < best.excess)) continue
        const route = routeThrough(graph, trees, marks, pairs.origin[pair], pairs.destination[pair], arc)
        if (route) Object.assign(best, { excess: total / from.cost[end], pair, route })
      }
    }
    if (best.route) addRoute(found[best.pair], best.route, 'identity')
    else dead.push(element)
  }
  return dead
}

/** Flat arrays, with the overlap factor and the sea flag of each route. */
function layOut(
  network: NetworkTables,
  index: ElementIndex,
  costs: ElementCosts,
  gateways: readonly string[],
  pairs: GatewayPairs,
  found: readonly PairRoutes[],
  hash: string,
): ChoiceSet {
  const routeCount = found.reduce((sum, pair) => sum + pair.routes.length, 0)
  const elementCount = found.reduce(
    (sum, pair) => pair.routes.reduce((s, r) => s + r.elements.length, sum),
    0,
  )
  const routeStart = new Uint32Array(found.length + 1)
  const elementStart = new Uint32Array(routeCount + 1)
  const elements = new Uint16Array(elementCount)
  const maritime = new Uint8Array(routeCount)
  let route = 0
  let element = 0
  found.forEach((pair, at) => {
    for (const candidate of pair.routes) {
      elements.set(candidate.elements, element)
      element += candidate.elements.length
      maritime[route] = mostlySea(network, index, candidate.elements) ? 1 : 0
      elementStart[++route] = element
    }
    routeStart[at + 1] = route
  })
  const laidOut = {
    gateways,
    pairOrigin: pairs.origin,
    pairDestination: pairs.destination,
    routeStart,
    elementStart,
    elements,
    maritime,
    networkHash: hash,
  }
  const weight = costs.usd.map((usd, e) => usd + (REFERENCE_TIME_VALUE / 24) * costs.hours[e])
  return { ...laidOut, overlap: overlapFactors(laidOut, weight, costs.open) }
}

function mostlySea(network: NetworkTables, index: ElementIndex, elements: Uint16Array): boolean {
  let sea = 0
  let all = 0
  for (const element of elements) {
    if (element >= index.linkCount) continue
    const { mode, lengthKm } = network.links[element]
    all += lengthKm
    if (mode === 'sea') sea += lengthKm
  }
  return sea > all / 2
}

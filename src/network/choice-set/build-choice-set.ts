/**
 * Builds the choice set of a network from its seeds: every seed adds, for every pair of gateways, its least-cost route
 * and the cheapest distinct alternatives.
 */
import type { NetworkTables } from '../../dataset/dataset.js'
import { bulkCosts } from '../elements/bulk-costs.js'
import { type ElementCosts, type ElementIndex, elementCosts, indexElements } from '../elements/elements.js'
import {
  alternativesOfPair,
  alternativeTable,
  type Candidate,
  type ElementMarks,
  type GatewayTrees,
  gatewayTrees,
  leastCostRoute,
  markElements,
  routeThrough,
} from '../least-cost/alternatives.js'
import { buildGraph, type NetworkGraph } from '../least-cost/graph.js'
import { bestState } from '../least-cost/least-cost.js'
import { type ChoiceSet, networkHash } from './choice-set.js'
import { BARRED_USES, BOUND, bindingsBetween, isBoundSo, NOT_BOUND } from './modes-used.js'
import { mostlySea } from './mostly-sea.js'
import { landElements, routesThrough, straitElements } from './passing.js'
import { keptRoutes, type PassedBarriers } from './prune.js'
import { routeProperties } from './route-properties.js'
import { LIMITS, makeSeeds, mustPass, REFERENCE_TIME_VALUE, type Seed, seedWeights } from './seeds.js'

export interface ChoiceSetOptions {
  /** Economies whose gateways are joined, alpha-3. */
  readonly economies: readonly string[]
  /** Sets of countries that some cargo avoids by land. */
  readonly territories: readonly (readonly string[])[]
  readonly onProgress?: (done: number, total: number) => void
}

export interface BuiltChoiceSet {
  readonly choiceSet: ChoiceSet
  /** Elements that no pair can reach: crossings, terminals, planned links and straits that no measure can move. */
  readonly deadElements: readonly number[]
}

/** What the search reads, and what it has found. */
interface Search {
  readonly network: NetworkTables
  readonly index: ElementIndex
  readonly graph: NetworkGraph
  readonly costs: ElementCosts
  readonly marks: ElementMarks
  readonly gateways: readonly string[]
  readonly gatewayPlaces: readonly number[]
  readonly pairOrigin: Uint16Array
  readonly pairDestination: Uint16Array
  /** 1 for pairs that only bulk takes, from a port where a pipeline ends: they keep no lever alive. */
  readonly forBulkAlone: Uint8Array
  /** Bits of the bindings that some cargo of the pair has, see `bindingsBetween`. */
  readonly bound: Uint8Array
  readonly found: readonly PairRoutes[]
}

interface PairRoutes {
  readonly signatures: Set<number>
  /** Routes by identity, in the order in which they were found. */
  readonly routes: Map<number, Candidate>
  /** Identities of the least-cost routes of the open network, which stay whatever is left out. */
  readonly least: Set<number>
}

/** A land bridge that costs more than this many times the open network's best is no alternative. */
const BRIDGE_FACTOR = 2

/** A sea route this much dearer than the best, USD per TEU, has no share: sea lanes hardly differ to cargo. */
const SEA_BAND = 250

/** Finds the choice set; seconds of work, the same result in every engine. */
export function buildChoiceSet(network: NetworkTables, options: ChoiceSetOptions): BuiltChoiceSet {
  const search = beginSearch(network, options.economies)
  const { index, graph, costs, marks, gatewayPlaces, found } = search
  const seeds = makeSeeds(network, index, options.territories)
  const ferries = new Set(network.links.flatMap((link, at) => (link.mode === 'ferry' ? [at] : [])))
  const viaMarked = arcsOf(graph, element => marks.signature[element] !== 0 && costs.open[element] === 1)
  const viaFerry = arcsOf(graph, element => ferries.has(element))
  const openCost = new Map<number, Float64Array>()
  seeds.forEach((seed, at) => {
    options.onProgress?.(at, seeds.length)
    const project = new Set(seed.project)
    const via = {
      wide: () => viaMarked,
      bridges: () => viaMarked,
      coasts: () => viaMarked,
      ferries: () => viaFerry,
      least: () => new Int32Array(0),
      bulk: () => new Int32Array(0),
      sea: () => new Int32Array(0),
      project: () => arcsOf(graph, element => project.has(element)),
      bound: () => viaMarked,
    }
    const trees = gatewayTrees(graph, seedWeights(network, index, costs, seed), marks, gatewayPlaces)
    const least = leastCosts(search, trees)
    if (seed.kind === 'wide' && seed.avoid.size === 0) openCost.set(seed.timeValue, least)
    const limit =
      seed.kind === 'bridges' || seed.kind === 'coasts' || seed.kind === 'ferries'
        ? openCost.get(seed.timeValue)
        : undefined
    for (let pair = 0; pair < found.length; pair++) {
      if (!isBoundSo(search.bound[pair], seed.binding)) least[pair] = Number.NaN
      if (mustPass(least[pair]) || (limit !== undefined && least[pair] > BRIDGE_FACTOR * limit[pair]))
        least[pair] = Number.NaN
    }
    addSeed(search, seed, trees, least, via[seed.kind]())
  })
  prune(search, options)
  // After the pruning, which may take the last route of a lever.
  const deadElements = reviveElements(search)
  options.onProgress?.(seeds.length, seeds.length)
  return { choiceSet: flatten(search, options), deadElements }
}

function beginSearch(network: NetworkTables, economyIds: readonly string[]): Search {
  const index = indexElements(network)
  const economies = new Set(economyIds)
  const served = new Map<string, Set<string>>()
  for (const { iso3, placeId } of network.gateways) {
    if (economies.has(iso3)) served.set(placeId, (served.get(placeId) ?? new Set()).add(iso3))
  }
  const outlets = outletsAlone(network, economies, served)
  for (const [outlet, exporters] of outlets) served.set(outlet, exporters)
  const gateways = [...served.keys()].sort()
  const placeIndex = new Map(network.places.map((place, at) => [place.id, at]))
  const pairs: { origin: number; destination: number }[] = []
  gateways.forEach((from, origin) => {
    gateways.forEach((to, destination) => {
      // Two gateways of one and the same economy carry nothing between them.
      const countries = new Set([...served.get(from)!, ...served.get(to)!])
      if (origin !== destination && countries.size > 1 && !outlets.has(to))
        pairs.push({ origin, destination })
    })
  })
  return {
    network,
    index,
    gateways,
    graph: buildGraph(network, index),
    costs: elementCosts(network, index, new Set()),
    marks: markElements(network, index),
    gatewayPlaces: gateways.map(id => placeIndex.get(id)!),
    forBulkAlone: Uint8Array.from(pairs, pair => (outlets.has(gateways[pair.origin]) ? 1 : 0)),
    pairOrigin: Uint16Array.from(pairs, pair => pair.origin),
    pairDestination: Uint16Array.from(pairs, pair => pair.destination),
    bound: Uint8Array.from(pairs, ({ origin, destination }) =>
      bindingsBetween(
        network.modalRules ?? [],
        served.get(gateways[origin])!,
        served.get(gateways[destination])!,
      ),
    ),
    found: pairs.map(() => ({ signatures: new Set(), routes: new Map(), least: new Set() })),
  }
}

/** Ports where a pipeline ends and no other cargo has its gateway, with the countries whose bulk comes by it. */
function outletsAlone(
  { bulkChains = [] }: NetworkTables,
  economies: ReadonlySet<string>,
  served: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Set<string>> {
  const outlets = new Map<string, Set<string>>()
  for (const { outlet, exporters } of bulkChains) {
    if (outlet === undefined || served.has(outlet)) continue
    const own = exporters.filter(iso3 => economies.has(iso3))
    if (own.length > 0) outlets.set(outlet, new Set([...(outlets.get(outlet) ?? []), ...own]))
  }
  return outlets
}

/** Least cost of every pair; Infinity where there is no way. */
function leastCosts(
  { graph, gatewayPlaces, pairOrigin, pairDestination }: Search,
  trees: GatewayTrees,
): Float64Array {
  return Float64Array.from(pairOrigin, (origin, pair) => {
    const end = bestState(graph, trees.from[origin], gatewayPlaces[pairDestination[pair]])
    return end < 0 ? Number.POSITIVE_INFINITY : trees.from[origin].cost[end]
  })
}

function arcsOf(graph: NetworkGraph, wanted: (element: number) => boolean): Int32Array {
  const arcs: number[] = []
  for (let arc = 0; arc < graph.arcElement.length; arc++) if (wanted(graph.arcElement[arc])) arcs.push(arc)
  return Int32Array.from(arcs)
}

/** Adds one seed's least-cost route and alternatives to every pair whose least cost is a number. */
function addSeed(
  search: Search,
  seed: Seed,
  trees: GatewayTrees,
  least: Float64Array,
  viaArcs: Int32Array,
): void {
  const { graph, marks, gatewayPlaces, pairOrigin, pairDestination, found } = search
  const limits = LIMITS[seed.kind]
  const withLeast = seed.kind !== 'project' && seed.kind !== 'ferries'
  const table = alternativeTable(limits.keep)
  for (let pair = 0; pair < found.length; pair++) {
    if (!(least[pair] < Number.POSITIVE_INFINITY)) continue
    const origin = pairOrigin[pair]
    const destination = pairDestination[pair]
    if (withLeast) {
      const route = leastCostRoute(graph, trees, marks, origin, gatewayPlaces[destination])
      const wanted =
        route !== undefined &&
        (seed.kind !== 'sea' || mostlySea(search.network, search.index, route.elements))
      if (route && wanted) addRoute(found[pair], route, 'identity')
      if (route && seed.kind === 'wide') found[pair].least.add(route.identity)
    }
    if (viaArcs.length === 0) continue
    alternativesOfPair(graph, trees, marks, viaArcs, origin, destination, least[pair], limits, table)
    let bestSea = Number.POSITIVE_INFINITY
    for (let k = 0; k < table.size; k++) {
      const route = routeThrough(graph, trees, marks, origin, destination, table.arc[k])
      if (route === undefined) continue
      if (mostlySea(search.network, search.index, route.elements)) {
        bestSea = Math.min(bestSea, table.cost[k])
        if (table.cost[k] > bestSea + SEA_BAND) continue
      }
      addRoute(found[pair], route, 'signature')
    }
  }
}

function addRoute(into: PairRoutes, route: Candidate, distinctBy: 'identity' | 'signature'): void {
  if (into.routes.has(route.identity)) return
  if (distinctBy === 'signature' && into.signatures.has(route.signature)) return
  into.signatures.add(route.signature)
  into.routes.set(route.identity, route)
}

/**
 * Gives every crossing, terminal, planned link and strait that no route uses the pair for which the detour through it
 * is smallest, so that no lever is dead; returns those that cannot be reached at all.
 */
function reviveElements(search: Search): number[] {
  const { network, index, graph, costs, marks, gatewayPlaces, forBulkAlone, found } = search
  const used = new Uint8Array(index.count)
  found.forEach(({ routes }, pair) => {
    if (forBulkAlone[pair] === 1) return
    for (const route of routes.values()) for (const element of route.elements) used[element] = 1
  })
  // A terminal acts by what is loaded there, whether or not anything changes mode.
  index.loadings.forEach(({ terminal }, row) => {
    if (terminal !== undefined) used[index.terminalStart + terminal] |= used[index.loadingStart + row]
  })
  const idle: number[] = []
  for (let e = 0; e < index.count; e++) {
    const lever = e >= index.linkCount || network.links[e].status !== 'open'
    if (used[e] === 0 && lever) idle.push(e)
  }
  const seed: Seed = {
    kind: 'wide',
    timeValue: REFERENCE_TIME_VALUE,
    avoid: new Set(),
    closed: [],
    project: [],
    binding: NOT_BOUND,
  }
  const all = { ...costs, open: new Uint8Array(index.count).fill(1) }
  const least = leastCosts(
    search,
    gatewayTrees(graph, seedWeights(network, index, all, seed), marks, gatewayPlaces),
  )
  // First by ways that use no other idle element (nor the same again, as a change to the lorry and back), then by any.
  const others = { ...all, open: all.open.slice() }
  for (const element of idle) others.open[element] = 0
  return [others, all].reduce((left, state) => {
    const trees = gatewayTrees(graph, seedWeights(network, index, state, seed), marks, gatewayPlaces)
    return left.filter(element => !reviveElement(search, trees, least, element))
  }, idle)
}

/** Adds the route through an element for which the detour is smallest; returns whether there is one. */
function reviveElement(
  { costs, graph, marks, pairOrigin, pairDestination, forBulkAlone, found }: Search,
  trees: GatewayTrees,
  least: Float64Array,
  element: number,
): boolean {
  const best = { excess: Number.POSITIVE_INFINITY, pair: -1, route: undefined as Candidate | undefined }
  const weight = costs.usd[element] + (REFERENCE_TIME_VALUE / 24) * costs.hours[element]
  for (const arc of arcsOf(graph, e => e === element)) {
    for (let pair = 0; pair < found.length; pair++) {
      if (forBulkAlone[pair] === 1) continue
      const from = trees.from[pairOrigin[pair]]
      const to = trees.to[pairDestination[pair]]
      const total = from.cost[graph.arcFrom[arc]] + weight + to.cost[graph.arcTo[arc]]
      const excess = total / least[pair]
      if (!(excess < best.excess)) continue
      const route = routeThrough(graph, trees, marks, pairOrigin[pair], pairDestination[pair], arc)
      if (route) Object.assign(best, { excess, pair, route })
    }
  }
  if (best.route) addRoute(found[best.pair], best.route, 'identity')
  return best.route !== undefined
}

/** Leaves out the routes that nobody would take. */
function prune(search: Search, options: ChoiceSetOptions): void {
  const all = flatten(search, options)
  const stays = search.found.flatMap(({ routes, least }) =>
    Array.from(routes.keys(), identity => (least.has(identity) ? 1 : 0)),
  )
  const kept = keptRoutes(
    all,
    search.index,
    { ofBoxes: search.costs, ofBulk: bulkCosts(search.network.links, search.index, search.costs) },
    passedBarriers(search, all, options.territories),
    Uint8Array.from(stays),
  )
  search.found.forEach(({ routes }, pair) => {
    const identities = [...routes.keys()]
    identities.forEach((identity, r) => {
      if (kept[all.routeStart[pair] + r] === 0) routes.delete(identity)
    })
  })
}

/** Flat arrays, with the overlap factor and the sea flag of each route. */
function flatten(
  { network, index, costs, gateways, pairOrigin, pairDestination, found }: Search,
  options: ChoiceSetOptions,
): ChoiceSet {
  const byPair = found.map(pair => [...pair.routes.values()])
  const routes = byPair.flat()
  const routeStart = new Uint32Array(byPair.length + 1)
  byPair.forEach((list, pair) => {
    routeStart[pair + 1] = routeStart[pair] + list.length
  })
  const elementStart = new Uint32Array(routes.length + 1)
  routes.forEach((route, at) => {
    elementStart[at + 1] = elementStart[at] + route.elements.length
  })
  const elements = new Uint16Array(elementStart[routes.length])
  routes.forEach((route, at) => elements.set(route.elements, elementStart[at]))
  const laidOut = { routeStart, elementStart, elements }
  return {
    gateways,
    pairOrigin,
    pairDestination,
    ...laidOut,
    ...routeProperties(network, index, costs, laidOut),
    networkHash: networkHash(network, options.economies, options.territories),
  }
}

/** Which routes pass which territory or any border by land or use what some cargo does not, and which strait. */
function passedBarriers(
  { network, index, bound }: Search,
  choiceSet: ChoiceSet,
  territories: ChoiceSetOptions['territories'],
): PassedBarriers {
  const straits = network.places.flatMap(place => (place.kind === 'strait' ? [place.id] : []))
  return {
    territories: [
      ...territories.map(territory => routesThrough(choiceSet, landElements(network, new Set(territory)))),
      ...BOUND.map(binding => routesBarred(choiceSet, bound, binding)),
      routesThrough(choiceSet, landBorders(index)),
    ],
    straits: straits.map(id => routesThrough(choiceSet, straitElements(network, index, id))),
  }
}

function landBorders({ crossingStart, terminalStart }: ElementIndex): Set<number> {
  return new Set(Array.from({ length: terminalStart - crossingStart }, (_, row) => crossingStart + row))
}

/** 1 for each route that cargo of a binding does not take, where a pair has such cargo. */
function routesBarred({ routeStart, modes }: ChoiceSet, bound: Uint8Array, binding: number): Uint8Array {
  const flags = new Uint8Array(modes.length)
  bound.forEach((bits, pair) => {
    if (!isBoundSo(bits, binding)) return
    for (let r = routeStart[pair]; r < routeStart[pair + 1]; r++)
      flags[r] = (modes[r] & BARRED_USES[binding]) === 0 ? 0 : 1
  })
  return flags
}

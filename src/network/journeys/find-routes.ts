/** The best way between two places and its distinct alternatives, under filters that a person sets. */
import type { LinkStatus, Mode, NetworkTables } from '../../dataset/dataset.js'
import { modalRuleOf } from '../choice-set/modes-used.js'
import type { RangeLookup } from '../elements/element-ranges.js'
import { type ElementIndex, elementCosts, indexElements } from '../elements/elements.js'
import {
  type Candidate,
  type ElementMarks,
  gatewayTrees,
  leastCostRoute,
  markElements,
  routeThrough,
} from '../least-cost/alternatives.js'
import { buildGraph, type NetworkGraph } from '../least-cost/graph.js'
import { type JourneyStep, journeySteps } from './journey-steps.js'

/**
 * What is least: `generalized` cost, USD + value of time × hours; or money, hours or kilometres alone. Ties of the last
 * three go to the smaller generalized cost.
 */
export const ROUTE_CRITERIA = ['generalized', 'cost', 'time', 'length'] as const
export type RouteCriterion = (typeof ROUTE_CRITERIA)[number]

export interface RouteRequest {
  /** Place ids; different. */
  readonly origin: string
  readonly destination: string
  readonly by: RouteCriterion
  /** USD per TEU and hour. */
  readonly timeValue: number
  /** Modes that may be used; by default all. */
  readonly modes?: readonly Mode[]
  /** Places that are not passed. */
  readonly avoidPlaces?: readonly string[]
  /** alpha-3: no link inside, no crossing into or out of, no port or terminal of theirs. */
  readonly avoidCountries?: readonly string[]
  /** Routes wanted, at least one. */
  readonly count: number
  /** Whether planned links may be used as if they were open. */
  readonly withPlanned?: boolean
  /** Places that a package of measures closed, see `applyPackage`. */
  readonly closedPlaces?: ReadonlySet<string>
  /** Ranges of speeds, rates and charges for the bounds of the steps; by default none is known. */
  readonly ranges?: RangeLookup
}

/** One way; totals are sums over the steps. */
export interface FoundRoute {
  readonly steps: readonly JourneyStep[]
  readonly hours: number
  readonly usdPerTeu: number
  readonly lengthKm: number
  /** USD per TEU: money + value of time × hours. */
  readonly generalizedUsdPerTeu: number
}

/** An alternative costs at most this many times the best. */
const DEAREST = 3
/**
 * Part of an alternative's length that a better route may share with it: more where the two use different crossings,
 * ferries, straits or ports, less where only the line in between differs. Kilometres at sea count as shared whatever
 * the legs: to cargo one course is like another.
 */
const SHARED_WITH_OTHER_GATES = 0.8
const SHARED_WITH_SAME_GATES = 0.7
/** Weight of the generalized cost where another criterion leads: decides between equals, moves nothing else. */
const TIE_BREAK = 1e-6

/**
 * The best route and its best distinct alternatives, best first; empty where there is no way.
 *
 * Every arc gives the best route through it, d(o, u) + c + d(v, d); of these, in order of cost, those are kept that are
 * loop-free and share no more than a stated part of their length with any better one (compare Abraham, Delling,
 * Goldberg and Werneck 2013, "Alternative routes in road networks"). Exact for the best; an alternative that is not
 * best through any single arc is not found. O(arcs · log arcs).
 */
export function findRoutes(network: NetworkTables, request: RouteRequest): FoundRoute[] {
  const opened = request.withPlanned ? withPlannedLinks(network) : network
  const index = indexElements(opened)
  const costs = elementCosts(opened, index, request.closedPlaces ?? new Set())
  const barred = barredElements(opened, index, request)
  const weight = Float64Array.from({ length: index.count }, (_, element) => {
    if (costs.open[element] === 0 || barred.has(element)) return Number.POSITIVE_INFINITY
    // From terminal to terminal, as times and prices of corridors are published; see `loadingAt`.
    if (element >= index.loadingStart) return 0
    const generalized = costs.usd[element] + request.timeValue * costs.hours[element]
    if (request.by === 'generalized') return generalized
    const lengthKm = element < index.linkCount ? opened.links[element].lengthKm : 0
    const leading = { cost: costs.usd[element], time: costs.hours[element], length: lengthKm }[request.by]
    return leading + TIE_BREAK * generalized
  })
  const graph = buildGraph(opened, index)
  const placeAt = new Map(opened.places.map((place, at) => [place.id, at]))
  const ends = [placeAt.get(request.origin)!, placeAt.get(request.destination)!]
  const marks = markElements(opened, index)
  return distinctRoutes(opened, graph, marks, weight, ends, request.count).map(({ elements }) => {
    const steps = journeySteps(opened, index, costs, elements, request.origin, request.ranges)
    return summarise(steps, request.timeValue)
  })
}

/**
 * Whether most cargo between the countries of two places keeps out of borders that are closed to transit, by the network's modal
 * rules; `findRoutes` then leaves these borders out.
 */
export function keepsOutOfTransit(network: NetworkTables, origin: string, destination: string): boolean {
  const countryOf = (id: string) => network.places.find(place => place.id === id)?.country
  const [from, to] = [countryOf(origin), countryOf(destination)]
  if (from === undefined || to === undefined || from === to) return false
  return (modalRuleOf(network.modalRules ?? [], from, to)?.noTransit ?? 0) > 0.5
}

function summarise(steps: readonly JourneyStep[], timeValue: number): FoundRoute {
  let hours = 0
  let usdPerTeu = 0
  let lengthKm = 0
  for (const step of steps) {
    hours += step.hours
    usdPerTeu += step.usd
    lengthKm += step.lengthKm
  }
  return { steps, hours, usdPerTeu, lengthKm, generalizedUsdPerTeu: usdPerTeu + timeValue * hours }
}

function distinctRoutes(
  network: NetworkTables,
  graph: NetworkGraph,
  marks: ElementMarks,
  weight: Float64Array,
  ends: readonly number[],
  count: number,
): Candidate[] {
  // Trees that carry identities instead of signatures tell equal routes apart before any is unpacked.
  const trees = gatewayTrees(graph, weight, { signature: marks.identity, identity: marks.identity }, ends)
  const best = leastCostRoute(graph, trees, marks, 0, ends[1])
  if (best === undefined) return []
  const kept = [best]
  if (count === 1) return kept
  const [from, to] = [trees.from[0], trees.to[1]]
  const through = Array.from(graph.arcElement, (element, arc) => ({
    arc,
    total: from.cost[graph.arcFrom[arc]] + weight[element] + to.cost[graph.arcTo[arc]],
    identity: from.signature[graph.arcFrom[arc]] + marks.identity[element] + to.signature[graph.arcTo[arc]],
  }))
  const limit = DEAREST * best.elements.reduce((sum, element) => sum + weight[element], 0)
  const tried = new Set([best.identity])
  for (const { arc, total, identity } of through.sort((a, b) => a.total - b.total || a.arc - b.arc)) {
    if (!(total <= limit) || kept.length === count) break
    if (tried.has(identity)) continue
    tried.add(identity)
    const route = routeThrough(graph, trees, marks, 0, 1, arc)
    if (route !== undefined && kept.every(other => areDistinct(network, route, other))) kept.push(route)
  }
  return kept
}

function areDistinct({ links }: NetworkTables, route: Candidate, better: Candidate): boolean {
  const shared = new Set(better.elements)
  let all = 0
  let common = 0
  for (const element of route.elements) {
    if (element >= links.length) continue
    all += links[element].lengthKm
    if (links[element].mode !== 'sea' && shared.has(element)) common += links[element].lengthKm
  }
  common += Math.min(seaKm(links, route), seaKm(links, better))
  const most = route.signature === better.signature ? SHARED_WITH_SAME_GATES : SHARED_WITH_OTHER_GATES
  return common <= most * all
}

function seaKm(links: NetworkTables['links'], { elements }: Candidate): number {
  let km = 0
  for (const element of elements)
    if (element < links.length && links[element].mode === 'sea') km += links[element].lengthKm
  return km
}

/** Elements that the filters take away, and borders that cargo of the two ends keeps out of. */
function barredElements(
  network: NetworkTables,
  index: ElementIndex,
  request: RouteRequest,
): ReadonlySet<number> {
  const places = new Set(request.avoidPlaces ?? [])
  const countries = new Set(request.avoidCountries ?? [])
  const modes = new Set(request.modes ?? [])
  const inland = new Set(
    network.places.flatMap(({ id, kind, country }) =>
      kind !== 'border' && country !== undefined && countries.has(country) ? [id] : [],
    ),
  )
  const barred = new Set<number>()
  network.links.forEach(({ mode, country, from, to }, element) => {
    const avoided =
      (modes.size > 0 && !modes.has(mode)) ||
      (country !== undefined && countries.has(country)) ||
      [from, to].some(id => places.has(id) || inland.has(id))
    if (avoided) barred.add(element)
  })
  const isOfOthers = keepsOutOfTransit(network, request.origin, request.destination)
  network.crossings.forEach(({ placeId, fromCountry, toCountry, transitClosed }, row) => {
    const avoided = places.has(placeId) || countries.has(fromCountry) || countries.has(toCountry)
    if (avoided || (isOfOthers && transitClosed === true)) barred.add(index.crossingStart + row)
  })
  network.terminals.forEach(({ placeId }, row) => {
    if (places.has(placeId) || inland.has(placeId)) barred.add(index.terminalStart + row)
  })
  index.passagePlaces.forEach((place, row) => {
    if (places.has(network.places[place].id)) barred.add(index.passageStart + row)
  })
  return barred
}

function withPlannedLinks(network: NetworkTables): NetworkTables {
  const opened = <Row extends { readonly status: LinkStatus }>(rows: readonly Row[]): Row[] =>
    rows.map(row => (row.status === 'planned' ? { ...row, status: 'open' as const } : row))
  return {
    ...network,
    links: opened(network.links),
    crossings: opened(network.crossings),
    terminals: opened(network.terminals),
  }
}

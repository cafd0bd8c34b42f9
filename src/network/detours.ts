/**
 * Ways round what a package closes, where the stored routes do not have them.
 *
 * The choice set is found on the network as it is. With a link or a crossing closed, the best way left may be one that
 * nobody would take today: without it the pair would count as cut off, or its loss as too large. So the best routes of
 * the closed network are looked for anew, at several values of time, outside every territory that some cargo avoids, and
 * by sea for bulk; those that no stored route reaches are added, as routes that only the closing brings into use.
 */
import type { NetworkTables } from '../dataset/dataset.js'
import { type Candidate, leastCostRoute, markElements } from './alternatives.js'
import type { ChoiceSet } from './choice-set.js'
import { type ElementCosts, indexElements } from './elements.js'
import { buildGraph } from './graph.js'
import { bestState, type CostTree, searchArcs, searchTree, treeWorkspace } from './least-cost.js'
import { mostlySea } from './mostly-sea.js'
import { landElements } from './passing.js'
import { BULK_TIME_VALUE, REFERENCE_TIME_VALUE } from './seeds.js'

/** USD per TEU and day: those at which the choice set is seeded, so that its best routes stay the least cost. */
const TIME_VALUES = [3, 12, 50, 150, 500]

/** How much dearer land looks to the search for the way by sea: bulk goes by land no farther than it must. */
const BULK_LAND_FACTOR = 40

/** A situation in which ways round are looked for. */
interface Search {
  /** Generalized cost of every element after the closing; Infinity where it does not let cargo pass. */
  readonly weight: Float64Array
  readonly bySea: boolean
}

/**
 * The choice set with the ways round; the same record where nothing closes or every pair keeps its best.
 *
 * @param network     the tables after the package.
 * @param territories sets of countries that some cargo avoids.
 */
export function withDetours(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  before: ElementCosts,
  after: ElementCosts,
  territories: readonly (readonly string[])[],
): ChoiceSet {
  const affected = affectedPairs(choiceSet, before, after)
  if (affected.length === 0) return choiceSet
  const index = indexElements(network)
  const graph = buildGraph(network, index)
  const marks = markElements(network, index)
  const placeAt = new Map(network.places.map((place, at) => [place.id, at]))
  const gateways = choiceSet.gateways.map(id => placeAt.get(id)!)
  const workspace = treeWorkspace()
  const noMarks = new Float64Array(index.count)
  const added = new Map<number, Map<number, Candidate>>()
  for (const { weight, bySea } of searches(network, after, territories)) {
    const arcs = searchArcs(graph, weight, noMarks, 'forward')
    let origin = -1
    let tree: CostTree | undefined
    for (const pair of affected) {
      if (choiceSet.pairOrigin[pair] !== origin) {
        origin = choiceSet.pairOrigin[pair]
        tree = searchTree(arcs, gateways[origin], workspace)
      }
      const destination = gateways[choiceSet.pairDestination[pair]]
      const end = bestState(graph, tree!, destination)
      const least = end < 0 ? Number.POSITIVE_INFINITY : tree!.cost[end]
      if (!(least < bestStored(choiceSet, pair, weight, bySea) * (1 - 1e-9))) continue
      const trees = { weight, from: [tree!], to: [] }
      const route = leastCostRoute(graph, trees, marks, 0, destination)!
      if (bySea && !mostlySea(network, index, route.elements)) continue
      const known = added.get(pair) ?? new Map<number, Candidate>()
      added.set(pair, known.set(route.identity, route))
    }
  }
  return added.size === 0 ? choiceSet : insert(choiceSet, network, before, added)
}

/** Pairs with a route that is open before and passes something that closes, ascending. */
function affectedPairs(
  { routeStart, elementStart, elements }: ChoiceSet,
  before: ElementCosts,
  after: ElementCosts,
): number[] {
  const closes = before.open.map((open, e) => open & (1 - after.open[e]))
  if (!closes.includes(1)) return []
  const affected: number[] = []
  for (let pair = 0; pair + 1 < routeStart.length; pair++) {
    let hit = 0
    for (let e = elementStart[routeStart[pair]]; e < elementStart[routeStart[pair + 1]]; e++)
      hit |= closes[elements[e]]
    if (hit === 1) affected.push(pair)
  }
  return affected
}

function searches(
  network: NetworkTables,
  { hours, usd, open }: ElementCosts,
  territories: readonly (readonly string[])[],
): Search[] {
  const weightAt = (timeValue: number, barred: ReadonlySet<number>): Float64Array =>
    usd.map((money, e) =>
      open[e] === 1 && !barred.has(e) ? money + (timeValue / 24) * hours[e] : Number.POSITIVE_INFINITY,
    )
  const avoided = [[], ...territories].map(territory => landElements(network, new Set(territory)))
  const cargo = avoided.flatMap(barred =>
    TIME_VALUES.map(timeValue => ({ weight: weightAt(timeValue, barred), bySea: false })),
  )
  const weight = weightAt(BULK_TIME_VALUE, new Set())
  network.links.forEach(({ mode }, element) => {
    if (mode === 'rail' || mode === 'road') weight[element] *= BULK_LAND_FACTOR
  })
  return [...cargo, { weight, bySea: true }]
}

/** The best of the stored routes of a pair at these weights. */
function bestStored(
  { routeStart, elementStart, elements, maritime }: ChoiceSet,
  pair: number,
  weight: Float64Array,
  bySea: boolean,
): number {
  let best = Number.POSITIVE_INFINITY
  for (let route = routeStart[pair]; route < routeStart[pair + 1]; route++) {
    if (bySea && maritime[route] === 0) continue
    let cost = 0
    for (let e = elementStart[route]; e < elementStart[route + 1] && cost < best; e++)
      cost += weight[elements[e]]
    if (cost < best) best = cost
  }
  return best
}

/** Lays the choice set out anew, the added routes of a pair after its stored ones. */
function insert(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  before: ElementCosts,
  added: ReadonlyMap<number, ReadonlyMap<number, Candidate>>,
): ChoiceSet {
  const { routeStart, elementStart, elements, overlap, maritime } = choiceSet
  const index = indexElements(network)
  const lists = [...added.values()].map(routes => [...routes.values()])
  const moreRoutes = lists.reduce((sum, list) => sum + list.length, 0)
  const moreElements = lists.flat().reduce((sum, route) => sum + route.elements.length, 0)
  const routes = elementStart.length - 1 + moreRoutes
  const next = {
    routeStart: new Uint32Array(routeStart.length),
    elementStart: new Uint32Array(routes + 1),
    elements: new Uint16Array(elements.length + moreElements),
    overlap: new Float64Array(routes),
    maritime: new Uint8Array(routes),
    detour: new Uint8Array(routes),
  }
  const weight = before.usd.map((usd, e) => usd + (REFERENCE_TIME_VALUE / 24) * before.hours[e])
  let at = 0
  const put = (list: Uint16Array, factor: number, isMaritime: number, isDetour: number): void => {
    next.elements.set(list, next.elementStart[at])
    next.elementStart[at + 1] = next.elementStart[at] + list.length
    next.overlap[at] = factor
    next.maritime[at] = isMaritime
    next.detour[at] = isDetour
    at++
  }
  for (let pair = 0; pair + 1 < routeStart.length; pair++) {
    for (let route = routeStart[pair]; route < routeStart[pair + 1]; route++)
      put(elements.subarray(elementStart[route], elementStart[route + 1]), overlap[route], maritime[route], 0)
    for (const { elements: list } of added.get(pair)?.values() ?? []) {
      const factor = overlapAmong(choiceSet, pair, list, weight)
      put(list, factor, mostlySea(network, index, list) ? 1 : 0, 1)
    }
    next.routeStart[pair + 1] = at
  }
  return { ...choiceSet, ...next }
}

/** Path-size factor of an added route among the stored ones of its pair, see `overlapFactors`. */
function overlapAmong(
  { routeStart, elementStart, elements }: ChoiceSet,
  pair: number,
  list: Uint16Array,
  weight: Float64Array,
): number {
  const users = new Map<number, number>(Array.from(list, element => [element, 1]))
  for (let e = elementStart[routeStart[pair]]; e < elementStart[routeStart[pair + 1]]; e++) {
    const known = users.get(elements[e])
    if (known !== undefined) users.set(elements[e], known + 1)
  }
  let total = 0
  let factor = 0
  for (const element of list) {
    total += weight[element]
    factor += weight[element] / users.get(element)!
  }
  return total > 0 ? factor / total : 1
}

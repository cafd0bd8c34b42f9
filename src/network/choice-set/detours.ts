/**
 * Ways round what a package closes, where the stored routes do not have them.
 *
 * The choice set is found on the network as it is. With a link or a crossing closed, the best way left may be one that
 * nobody would take today: without it the pair would count as cut off, or its loss as too large. So the best routes of
 * the closed network are looked for anew, at several values of time, outside every territory that some cargo avoids, and
 * by sea for bulk; those that no stored route reaches are added, as routes that only the closing brings into use.
 *
 * They are looked for at what passing takes today, as the stored ones were: which routes there are to choose among follows
 * from what is open, not from what it costs. Else a lever that makes one way cheaper could bring in another, and the cost of
 * the choice move by the number of its routes.
 */
import type { NetworkTables } from '../../dataset/dataset.js'
import { bulkCosts } from '../elements/bulk-costs.js'
import {
  type ElementCosts,
  type ElementIndex,
  generalizedCosts,
  indexElements,
} from '../elements/elements.js'
import { type Candidate, leastCostRoute, markElements } from '../least-cost/alternatives.js'
import { buildGraph } from '../least-cost/graph.js'
import { bestState, type CostTree, searchArcs, searchTree, treeWorkspace } from '../least-cost/least-cost.js'
import type { ChoiceSet } from './choice-set.js'
import {
  type ClosedRoutes,
  type CostsToBeat,
  closedRoutes,
  costsToBeat,
  passingAmong,
} from './closed-routes.js'
import { type AddedRoutes, extendChoiceSet } from './extend-choice-set.js'
import { BOUND, barredElements, bindingsBetween, isBoundSo } from './modes-used.js'
import { mostlySea } from './mostly-sea.js'
import { landElements } from './passing.js'
import { BOUND_TIME_VALUES, bulkWeights } from './seeds.js'

/** USD per TEU and day: those at which the choice set is seeded, so that its best routes stay the least cost. */
const TIME_VALUES = [3, 12, 50, 150, 500]

/** A situation in which ways round are looked for. */
interface Search {
  /** Generalized cost of every element after the closing; Infinity where it does not let cargo pass. */
  readonly weight: Float64Array
  readonly toBeat: CostsToBeat
  readonly bySea: boolean
}

/** What was found last on a choice set. */
interface Found {
  readonly today: ElementCosts
  readonly open: Uint8Array
  readonly territories: string
  readonly extended: ChoiceSet
}

const lastFound = new WeakMap<ChoiceSet, Found>()

/**
 * The choice set with the ways round; the same record where nothing closes or every pair keeps its best, and the same as in
 * the last call where the same is open.
 *
 * @param network     the tables of today.
 * @param today       what passing each element takes in them.
 * @param open        1 for each element that can be used after the package.
 * @param territories sets of countries that some cargo avoids.
 */
export function withDetours(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  today: ElementCosts,
  open: Uint8Array,
  territories: readonly (readonly string[])[],
): ChoiceSet {
  if (!open.some((isOpen, e) => isOpen < today.open[e])) return choiceSet
  const found = { today, open, territories: JSON.stringify(territories) }
  const last = lastFound.get(choiceSet)
  if (last && isSame(last, found)) return last.extended
  const added = findDetours(choiceSet, network, today, open, territories)
  const extended = added.size === 0 ? choiceSet : extendChoiceSet(choiceSet, network, today, open, added)
  lastFound.set(choiceSet, { ...found, extended })
  return extended
}

function isSame(a: Omit<Found, 'extended'>, b: Omit<Found, 'extended'>): boolean {
  const { usd, hours, open } = b.today
  return (
    a.territories === b.territories &&
    a.open.every((isOpen, e) => isOpen === b.open[e]) &&
    a.today.open.every((isOpen, e) => isOpen === open[e]) &&
    a.today.usd.every((money, e) => money === usd[e]) &&
    a.today.hours.every((each, e) => each === hours[e])
  )
}

function findDetours(
  choiceSet: ChoiceSet,
  network: NetworkTables,
  today: ElementCosts,
  open: Uint8Array,
  territories: readonly (readonly string[])[],
): AddedRoutes {
  const added = new Map<number, Candidate[]>()
  const routes = closedRoutes(choiceSet, today, open)
  if (routes === undefined) return added
  const index = indexElements(network)
  const graph = buildGraph(network, index)
  const marks = markElements(network, index)
  const placeAt = new Map(network.places.map((place, at) => [place.id, at]))
  const gateways = choiceSet.gateways.map(id => placeAt.get(id)!)
  const workspace = treeWorkspace()
  const noMarks = new Float64Array(index.count)
  for (const { weight, toBeat, bySea } of searches(
    choiceSet,
    routes,
    network,
    index,
    { ...today, open },
    territories,
  )) {
    const arcs = searchArcs(graph, weight, noMarks, 'forward')
    let origin = -1
    let tree: CostTree | undefined
    routes.pairs.forEach((pair, k) => {
      if (toBeat[k] === Number.NEGATIVE_INFINITY) return
      if (choiceSet.pairOrigin[pair] !== origin) {
        origin = choiceSet.pairOrigin[pair]
        tree = searchTree(arcs, gateways[origin], workspace)
      }
      const destination = gateways[choiceSet.pairDestination[pair]]
      const end = bestState(graph, tree!, destination)
      const least = end < 0 ? Number.POSITIVE_INFINITY : tree!.cost[end]
      if (!(least < toBeat[k] * (1 - 1e-9))) return
      const route = leastCostRoute(graph, { weight, from: [tree!], to: [] }, marks, 0, destination)
      if (route === undefined) return
      if (bySea && !mostlySea(network, index, route.elements)) return
      const known = added.get(pair) ?? []
      if (!known.some(({ identity }) => identity === route.identity)) added.set(pair, [...known, route])
    })
  }
  return added
}

function searches(
  choiceSet: ChoiceSet,
  routes: ClosedRoutes,
  network: NetworkTables,
  index: ElementIndex,
  costs: ElementCosts,
  territories: readonly (readonly string[])[],
): Search[] {
  const cargo = [[], ...territories].flatMap(territory => {
    const land = landElements(network, new Set(territory))
    const barred = passingAmong(routes, choiceSet, land, index.count)
    return TIME_VALUES.map(timeValue => ({
      weight: generalizedCosts(costs, timeValue, land),
      toBeat: costsToBeat(routes, timeValue, barred),
      bySea: false,
    }))
  })
  const bound = BOUND.flatMap(binding => {
    const own = barredElements(network, index, binding)
    const isBound = pairsBoundSo(choiceSet, network, binding)
    return [[], ...territories].flatMap(territory => {
      const kept = new Set([...own, ...landElements(network, new Set(territory))])
      const barred = passingAmong(routes, choiceSet, kept, index.count)
      return BOUND_TIME_VALUES.map(timeValue => ({
        weight: generalizedCosts(costs, timeValue, kept),
        toBeat: costsToBeat(routes, timeValue, barred).map((cost, k) =>
          isBound[routes.pairs[k]] === 1 ? cost : Number.NEGATIVE_INFINITY,
        ),
        bySea: false,
      }))
    })
  })
  const ofBulk = bulkCosts(network.links, index, costs)
  const [plain, bySea] = bulkWeights(network.links, ofBulk)
  const bulk = [plain, bySea].map(weight => ({
    weight,
    toBeat: bestBySea(choiceSet, routes, weight),
    bySea: true,
  }))
  return [...cargo, ...bound, ...bulk]
}

/** 1 for each pair of gateways some of whose cargo is bound so. */
function pairsBoundSo(
  { gateways, pairOrigin, pairDestination }: ChoiceSet,
  { gateways: gates, modalRules = [] }: NetworkTables,
  binding: number,
): Uint8Array {
  const served = gateways.map(
    id => new Set(gates.filter(({ placeId }) => placeId === id).map(({ iso3 }) => iso3)),
  )
  return Uint8Array.from(pairOrigin, (origin, pair) =>
    isBoundSo(bindingsBetween(modalRules, served[origin], served[pairDestination[pair]]), binding) ? 1 : 0,
  )
}

/** What bulk by sea pays on the best of the open routes of each pair. */
function bestBySea(
  { elementStart, elements, maritime }: ChoiceSet,
  { pairs, start, route, open }: ClosedRoutes,
  weight: Float64Array,
): CostsToBeat {
  return Float64Array.from(pairs, (_, k) => {
    let best = Number.POSITIVE_INFINITY
    for (let at = start[k]; at < start[k + 1]; at++) {
      if (open[at] === 0 || maritime[route[at]] === 0) continue
      let cost = 0
      for (let e = elementStart[route[at]]; e < elementStart[route[at] + 1] && cost < best; e++)
        cost += weight[elements[e]]
      if (cost < best) best = cost
    }
    return best
  })
}

/**
 * The best way round each closing by itself, for every pair of gateways whose best way it closes: looked for on the whole
 * network, for cargo that may pass anywhere, for cargo that keeps out of a territory, both also bound to a mode, and for bulk.
 *
 * No row tells of a way that the choice set has: those that a scenario with the same closing would add (`withDetours`).
 */
import type { AvoidanceRule, NetworkTables } from '../dataset/dataset.js'
import type { ChoiceSet } from '../network/choice-set/choice-set.js'
import { BINDINGS, barredElements, NOT_BOUND } from '../network/choice-set/modes-used.js'
import { landElements } from '../network/choice-set/passing.js'
import { BOUND_TIME_VALUES, bulkWeights } from '../network/choice-set/seeds.js'
import type { NetworkChange } from '../network/comparison/network-change.js'
import { bulkCosts } from '../network/elements/bulk-costs.js'
import { type ElementCosts, generalizedCosts, indexElements } from '../network/elements/elements.js'
import { buildGraph, type NetworkGraph } from '../network/least-cost/graph.js'
import { type NetworkLevers, replacementSearch } from '../network/least-cost/replacement-costs.js'
import type { Lanes } from '../network/route-choice/lanes.js'
import type { RouteTotals } from '../network/route-choice/route-totals.js'
import { bulkTotals } from '../network/route-choice/route-totals.js'
import type { BulkLanes } from '../network/traffic/bulk-lanes.js'
import { orderByKey, startsByKey } from '../numeric/counting-sort.js'

/** Rows of pair p: start[p] … start[p + 1] − 1, those of one lever together: the way at one value of time or another. */
export interface WaysRound {
  readonly start: Uint32Array
  readonly lever: Uint16Array
  /** Money in USD per TEU, hours, and 1 where most of the way is by sea; of bulk in its place km by lorry, and by land in all. */
  readonly amounts: readonly Float64Array[]
}

/** By binding, see `BINDINGS`. */
type WaysByBinding = readonly WaysRound[]

export interface ClosureWays {
  /** Of cargo that may pass anywhere. */
  readonly free: WaysByBinding
  /** By avoidance rule, of cargo that keeps out of its territory. */
  readonly avoiding: readonly WaysByBinding[]
  /** By sea. */
  readonly bulk: WaysRound
}

/** USD per TEU and day at which ways round are looked for; all among those at which the choice set has the best way. */
const TIME_VALUES = [3, 50, 500]

/**
 * Finds the ways round. O(territories × bindings × values of time × gateways × states × depth of the trees).
 *
 * @param costs  of every element today.
 * @param rules  of avoidance: a table of each territory.
 * @param levers what can be closed, one at a time.
 */
export function closureWays(
  network: NetworkTables,
  costs: ElementCosts,
  {
    choiceSet,
    lanes,
    bulkLanes,
    totalsBefore,
  }: Pick<NetworkChange, 'choiceSet' | 'lanes' | 'bulkLanes' | 'totalsBefore'>,
  rules: readonly AvoidanceRule[],
  levers: NetworkLevers,
): ClosureWays {
  const index = indexElements(network)
  const graph = buildGraph(network, index)
  const places = new Map(network.places.map(({ id }, at) => [id, at]))
  const gateways = Int32Array.from(choiceSet.gateways, id => places.get(id)!)
  const context = { choiceSet, totals: totalsBefore, graph, gateways, levers }
  const ofBulk = bulkCosts(network.links, index, costs)
  const [road, land, sea, all] = distances(network, index.count)
  const isAsked = BINDINGS.map((_, binding) => pairsOf(choiceSet, lanes, binding))
  const known = new Map<string, WaysRound>()
  const ofCargo = (territory: readonly string[], binding: number): WaysRound => {
    const key = `${[...territory].sort().join()} ${binding}`
    const found = known.get(key)
    if (found !== undefined) return found
    const inside = landElements(network, new Set(territory))
    const barred = new Set([...inside, ...barredElements(network, index, binding)])
    const weights = (binding === NOT_BOUND ? TIME_VALUES : BOUND_TIME_VALUES).map(timeValue =>
      generalizedCosts(costs, timeValue, barred),
    )
    const asked = [costs.usd, costs.hours, sea, all]
    const made = findWays(context, weights, asked, isAsked[binding], waysOfCargo)
    known.set(key, made)
    return made
  }
  const byBinding = (territory: readonly string[]): WaysByBinding =>
    BINDINGS.map((_, binding) => ofCargo(territory, binding))
  return {
    free: byBinding([]),
    avoiding: rules.map(({ territory }) => byBinding(territory)),
    bulk: findWays(
      {
        ...context,
        totals: bulkTotals(choiceSet, network.links, index, costs, totalsBefore),
      },
      bulkWeights(network.links, ofBulk),
      [ofBulk.usd, ofBulk.hours, sea, all, road, land],
      pairsOfBulk(choiceSet, bulkLanes),
      waysOfBulk,
    ),
  }
}

const waysOfCargo: KeptAmounts = ([usd, hours, sea, all]) => [usd, hours, sea > all / 2 ? 1 : 0]
/** By sea for more than half of the way. */
const waysOfBulk: KeptAmounts = ([usd, hours, sea, all, road, land]) =>
  sea > all / 2 ? [usd, hours, road, land] : undefined

/** What is kept of the sums along a way; undefined where it does not count. */
type KeptAmounts = (amounts: Float64Array) => readonly number[] | undefined

interface Context {
  readonly choiceSet: ChoiceSet
  readonly totals: RouteTotals
  readonly graph: NetworkGraph
  /** Place of each gateway. */
  readonly gateways: Int32Array
  readonly levers: NetworkLevers
}

/** 1 for the pairs of gateways some of whose cargo is bound so. */
function pairsOf(
  { pairOrigin }: ChoiceSet,
  { gatewayPair, binding: of }: Lanes,
  binding: number,
): Uint8Array {
  const some = new Uint8Array(pairOrigin.length)
  gatewayPair.forEach((pair, lane) => {
    if (of[lane] === binding) some[pair] = 1
  })
  return some
}

/** 1 for the pairs of gateways between which some bulk goes. */
function pairsOfBulk({ pairOrigin }: ChoiceSet, { gatewayPair }: BulkLanes): Uint8Array {
  const some = new Uint8Array(pairOrigin.length)
  for (const pair of gatewayPair) some[pair] = 1
  return some
}

/** km of every element by road, by road and rail, by sea, and in all. */
function distances({ links }: NetworkTables, elementCount: number) {
  const [road, land, sea, all] = [0, 1, 2, 3].map(() => new Float64Array(elementCount)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  links.forEach(({ mode, lengthKm }, e) => {
    all[e] = lengthKm
    if (mode === 'road') road[e] = lengthKm
    if (mode === 'road' || mode === 'rail') land[e] = lengthKm
    if (mode === 'sea') sea[e] = lengthKm
  })
  return [road, land, sea, all] as const
}

/** @param isAsked 1 for the pairs of gateways that are looked at. */
function findWays(
  { choiceSet, totals, graph, gateways, levers }: Context,
  weights: readonly Float64Array[],
  asked: readonly Float64Array[],
  isAsked: Uint8Array,
  kept: KeptAmounts,
): WaysRound {
  const { pairOrigin, pairDestination } = choiceSet
  const pairsOfOrigin = Array.from(gateways, () => new Int32Array(gateways.length).fill(-1))
  pairOrigin.forEach((origin, pair) => {
    if (isAsked[pair] === 1) pairsOfOrigin[origin][pairDestination[pair]] = pair
  })
  const rows: WayRows = { pair: [], lever: [], amounts: [] }
  for (const weight of weights) {
    const search = replacementSearch(graph, weight, asked, levers, gateways)
    pairsOfOrigin.forEach((pairs, origin) => {
      const isWanted = Uint8Array.from(pairs, pair => (pair < 0 ? 0 : 1))
      if (!isWanted.includes(1)) return
      search(gateways[origin], isWanted, (lever, destination, amounts) => {
        const way = kept(amounts)
        if (way === undefined || isStored(choiceSet, totals, pairs[destination], amounts)) return
        rows.pair.push(pairs[destination])
        rows.lever.push(lever)
        way.forEach((amount, k) => {
          rows.amounts[k] ??= []
          rows.amounts[k].push(amount)
        })
      })
    })
  }
  return sorted(rows, pairOrigin.length, levers.count)
}

/** Sums along one way in another order differ by less. */
const SAME = 1e-6

/** Whether one of a pair's open routes takes the same money and time. */
function isStored(
  { routeStart }: ChoiceSet,
  { usd, hours, open }: RouteTotals,
  pair: number,
  [money, time]: Float64Array,
): boolean {
  for (let r = routeStart[pair]; r < routeStart[pair + 1]; r++)
    if (open[r] === 1 && Math.abs(usd[r] - money) < SAME && Math.abs(hours[r] - time) < SAME) return true
  return false
}

interface WayRows {
  readonly pair: number[]
  readonly lever: number[]
  readonly amounts: number[][]
}

function sorted({ pair, lever, amounts }: WayRows, pairCount: number, leverCount: number): WaysRound {
  const order = orderByKey(pair, pairCount, orderByKey(lever, leverCount))
  return {
    start: startsByKey(pair, pairCount),
    lever: Uint16Array.from(order, row => lever[row]),
    amounts: amounts.map(column => Float64Array.from(order, row => column[row])),
  }
}

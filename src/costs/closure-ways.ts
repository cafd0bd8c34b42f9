/**
 * The best way round each closing by itself, for every pair of gateways whose best way it closes: looked for on the whole
 * network, for cargo that may pass anywhere, for cargo that keeps out of a territory, both also bound to a mode, and for bulk.
 *
 * Where a closing leaves the best way alone no row tells of it: the choice set has that way.
 */
import type { AvoidanceRule, NetworkTables } from '../dataset/dataset.js'
import type { ChoiceSet } from '../network/choice-set/choice-set.js'
import { BINDINGS, barredLinks, NOT_BOUND } from '../network/choice-set/modes-used.js'
import { landElements } from '../network/choice-set/passing.js'
import { BOUND_TIME_VALUES, BULK_LAND_FACTOR, BULK_TIME_VALUE } from '../network/choice-set/seeds.js'
import { type ElementCosts, indexElements } from '../network/elements/elements.js'
import { buildGraph, type NetworkGraph } from '../network/least-cost/graph.js'
import { type NetworkLevers, replacementSearch } from '../network/least-cost/replacement-costs.js'
import type { Lanes } from '../network/route-choice/lanes.js'

/** Rows of pair p: start[p] … start[p + 1] − 1, those of one lever together: the way at one value of time or another. */
export interface WaysRound {
  readonly start: Uint32Array
  readonly lever: Uint16Array
  /** Money in USD per TEU and hours; of bulk also the km that lorries carry it, and lorries and trains together. */
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

/** Finds the ways round. O(territories × bindings × values of time × gateways × states × depth of the trees). */
export function closureWays(
  network: NetworkTables,
  costs: ElementCosts,
  { choiceSet, lanes }: { readonly choiceSet: ChoiceSet; readonly lanes: Lanes },
  rules: readonly AvoidanceRule[],
  levers: NetworkLevers,
): ClosureWays {
  const index = indexElements(network)
  const graph = buildGraph(network, index)
  const places = new Map(network.places.map(({ id }, at) => [id, at]))
  const gateways = Int32Array.from(choiceSet.gateways, id => places.get(id)!)
  const context = { choiceSet, graph, gateways, levers }
  const isAsked = BINDINGS.map((_, binding) => pairsOf(choiceSet, lanes, binding))
  const known = new Map<string, WaysRound>()
  const ofCargo = (territory: readonly string[], binding: number): WaysRound => {
    const key = `${[...territory].sort().join()} ${binding}`
    const land = landElements(network, new Set(territory))
    const barred = new Set([...land, ...barredLinks(network, binding)])
    const weights = (binding === NOT_BOUND ? TIME_VALUES : BOUND_TIME_VALUES).map(timeValue =>
      weightsAt(costs, timeValue, barred),
    )
    const made = known.get(key) ?? findWays(context, weights, [costs.usd, costs.hours], isAsked[binding])
    known.set(key, made)
    return made
  }
  const byBinding = (territory: readonly string[]): WaysByBinding =>
    BINDINGS.map((_, binding) => ofCargo(territory, binding))
  return {
    free: byBinding([]),
    avoiding: rules.map(({ territory }) => byBinding(territory)),
    bulk: bulkWaysRound(context, network, costs, isAsked[NOT_BOUND]),
  }
}

interface Context {
  readonly choiceSet: ChoiceSet
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

/** Generalized cost of every element; Infinity where it is closed or barred. */
function weightsAt({ usd, hours, open }: ElementCosts, timeValue: number, barred: ReadonlySet<number>) {
  return usd.map((money, e) =>
    open[e] === 1 && !barred.has(e) ? money + (timeValue / 24) * hours[e] : Number.POSITIVE_INFINITY,
  )
}

/** The cheapest way, and the one by sea as far as it can be; either where more than half of it is by sea. */
function bulkWaysRound(
  context: Context,
  network: NetworkTables,
  costs: ElementCosts,
  isAsked: Uint8Array,
): WaysRound {
  const plain = weightsAt(costs, BULK_TIME_VALUE, new Set())
  const bySea = plain.slice()
  const [road, land, sea, all] = [0, 1, 2, 3].map(() => new Float64Array(plain.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  network.links.forEach(({ mode, lengthKm }, e) => {
    all[e] = lengthKm
    if (mode === 'road') road[e] = lengthKm
    if (mode === 'road' || mode === 'rail') land[e] = lengthKm
    if (mode === 'sea') sea[e] = lengthKm
    if (land[e] > 0) bySea[e] *= BULK_LAND_FACTOR
  })
  const asked = [costs.usd, costs.hours, road, land, sea, all]
  const found = findWays(context, [plain, bySea], asked, isAsked, amounts => amounts[4] > amounts[5] / 2)
  return { ...found, amounts: found.amounts.slice(0, 4) }
}

/**
 * @param isAsked 1 for the pairs of gateways that are looked at.
 * @param isKept  whether a way counts, by its amounts.
 */
function findWays(
  { choiceSet: { pairOrigin, pairDestination }, graph, gateways, levers }: Context,
  weights: readonly Float64Array[],
  asked: readonly Float64Array[],
  isAsked: Uint8Array,
  isKept: (amounts: Float64Array) => boolean = () => true,
): WaysRound {
  const pairsOfOrigin = Array.from(gateways, () => new Int32Array(gateways.length).fill(-1))
  pairOrigin.forEach((origin, pair) => {
    if (isAsked[pair] === 1) pairsOfOrigin[origin][pairDestination[pair]] = pair
  })
  const rows = { pair: [] as number[], lever: [] as number[], amounts: asked.map((): number[] => []) }
  for (const weight of weights) {
    const search = replacementSearch(graph, weight, asked, levers, gateways)
    pairsOfOrigin.forEach((pairs, origin) => {
      const isWanted = Uint8Array.from(pairs, pair => (pair < 0 ? 0 : 1))
      if (!isWanted.includes(1)) return
      search(gateways[origin], isWanted, (lever, destination, amounts) => {
        if (!isKept(amounts)) return
        rows.pair.push(pairs[destination])
        rows.lever.push(lever)
        rows.amounts.forEach((column, k) => void column.push(amounts[k]))
      })
    })
  }
  const order = sortedBy(
    sortedBy(Uint32Array.from(rows.pair.keys()), rows.lever, levers.count),
    rows.pair,
    pairOrigin.length,
  )
  const start = new Uint32Array(pairOrigin.length + 1)
  for (const pair of rows.pair) start[pair + 1]++
  for (let pair = 0; pair < pairOrigin.length; pair++) start[pair + 1] += start[pair]
  return {
    start,
    lever: Uint16Array.from(order, row => rows.lever[row]),
    amounts: rows.amounts.map(column => Float64Array.from(order, row => column[row])),
  }
}

/** A stable counting sort of rows by a key below `count`. */
function sortedBy(rows: Uint32Array, key: readonly number[], count: number): Uint32Array {
  const next = new Uint32Array(count + 1)
  for (const row of rows) next[key[row] + 1]++
  for (let k = 0; k < count; k++) next[k + 1] += next[k]
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) sorted[next[key[row]]++] = row
  return sorted
}

/**
 * The best way round each link, crossing and port by itself: from where a route enters it to where it leaves it.
 *
 * An upper bound on what closing it adds to a route that passes it, which keeps a closing from looking worse than it is
 * where the stored routes hold no way round. A strait has none: ships that go round take another course altogether, and
 * those the choice set is seeded with.
 */
import type { AvoidanceRule, NetworkTables } from '../../dataset/dataset.js'
import { type ElementCosts, indexElements } from '../elements/elements.js'
import { buildGraph, type NetworkGraph } from '../least-cost/graph.js'
import { BINDINGS, barredLinks } from './modes-used.js'
import { landElements } from './passing.js'

/** What the way round adds to a TEU, lever × node of the value of time; Infinity where there is none. */
export interface DetourTable {
  /** Generalized cost, USD. */
  readonly cost: Float64Array
  readonly hours: Float64Array
}

export interface LocalDetours {
  /** For cargo that may pass anywhere. */
  readonly free: DetourTable
  /** By avoidance rule: for cargo that keeps out of its territory. */
  readonly avoiding: readonly DetourTable[]
  /** By binding, see `BINDINGS`: for cargo that is bound to a mode. */
  readonly bound: readonly DetourTable[]
}

/** Values of time at which ways round are looked for, USD per TEU and day; every node takes the best of them. */
const TIME_VALUES = [6, 60, 400]

/**
 * @param leverOf lever of each element, of `count`.
 * @param nodes   values of time, USD per TEU and hour.
 */
export function localDetours(
  network: NetworkTables,
  costs: ElementCosts,
  rules: readonly AvoidanceRule[],
  { count, leverOf }: { readonly count: number; readonly leverOf: Int16Array },
  nodes: Float64Array,
): LocalDetours {
  const graph = buildGraph(network, indexElements(network))
  const arcs = leverArcs(network, graph, costs, leverOf, count)
  const tables = new Map<string, DetourTable>()
  const tableOf = (key: string, barred: ReadonlySet<number>): DetourTable => {
    const made = tables.get(key) ?? detourTable(graph, costs, leverOf, arcs, barred, nodes)
    tables.set(key, made)
    return made
  }
  const outside = (territory: readonly string[]): DetourTable =>
    tableOf(territory.join(), landElements(network, new Set(territory)))
  return {
    free: outside([]),
    avoiding: rules.map(rule => outside(rule.territory)),
    bound: BINDINGS.map((name, binding) => {
      const links = network.modalRules === undefined ? new Set<number>() : barredLinks(network, binding)
      return links.size === 0 ? outside([]) : tableOf(name, links)
    }),
  }
}

/** Open arcs of every lever by element: at a border of its crossings, elsewhere of changes of mode. */
function leverArcs(
  network: NetworkTables,
  { arcElement }: NetworkGraph,
  { open }: ElementCosts,
  leverOf: Int16Array,
  count: number,
): ReadonlyMap<number, readonly number[]>[] {
  const index = indexElements(network)
  const arcs = Array.from({ length: count }, () => new Map<number, number[]>())
  const crosses = new Uint8Array(count)
  for (let e = index.crossingStart; e < index.terminalStart; e++) if (open[e] === 1) crosses[leverOf[e]] = 1
  arcElement.forEach((element, arc) => {
    const isTerminal = element >= index.terminalStart
    if (leverOf[element] < 0 || open[element] === 0 || (isTerminal && crosses[leverOf[element]] === 1)) return
    const own = arcs[leverOf[element]]
    own.set(element, [...(own.get(element) ?? []), arc])
  })
  return arcs
}

function detourTable(
  graph: NetworkGraph,
  costs: ElementCosts,
  leverOf: Int16Array,
  arcs: readonly ReadonlyMap<number, readonly number[]>[],
  barred: ReadonlySet<number>,
  nodes: Float64Array,
): DetourTable {
  const table = {
    cost: new Float64Array(arcs.length * nodes.length),
    hours: new Float64Array(arcs.length * nodes.length),
  }
  const weights = TIME_VALUES.map(timeValue =>
    costs.usd.map((usd, e) =>
      costs.open[e] === 1 && !barred.has(e)
        ? usd + (timeValue / 24) * costs.hours[e]
        : Number.POSITIVE_INFINITY,
    ),
  )
  const search = localSearch(graph, costs, leverOf)
  table.cost.fill(Number.POSITIVE_INFINITY)
  const best = { cost: new Float64Array(nodes.length), hours: new Float64Array(nodes.length) }
  arcs.forEach((own, lever) => {
    // Who keeps out of a territory never passes what lies inside it.
    for (const [element, ofElement] of own) {
      if (barred.has(element)) continue
      best.cost.fill(Number.POSITIVE_INFINITY)
      for (const arc of ofElement) keepCheaper(weights, weight => search(arc, weight, lever), nodes, best)
      keepDearer(table, lever * nodes.length, best)
    }
  })
  return table
}

interface BestWay {
  readonly cost: Float64Array
  readonly hours: Float64Array
}

/** Between the arcs of one row (both directions of a link, before and after a change of mode) the cheaper counts. */
function keepCheaper(
  weights: readonly Float64Array[],
  search: (weight: Float64Array) => { readonly usd: number; readonly hours: number },
  nodes: Float64Array,
  best: BestWay,
): void {
  for (const { usd, hours } of weights.map(search)) {
    nodes.forEach((timeValue, node) => {
      const cost = Math.max(0, usd + timeValue * hours)
      if (!(cost < best.cost[node])) return
      best.cost[node] = cost
      best.hours[node] = hours
    })
  }
}

/** Between the rows of one lever the dearer counts; a row on which nothing runs has no way round and does not. */
function keepDearer(table: DetourTable, from: number, best: BestWay): void {
  best.cost.forEach((cost, node) => {
    const known = table.cost[from + node]
    if (cost === Number.POSITIVE_INFINITY || (known !== Number.POSITIVE_INFINITY && cost < known)) return
    table.cost[from + node] = cost
    table.hours[from + node] = best.hours[node]
  })
}

/** A search that ends where the closed arc ends, with arrays that are used again. */
function localSearch(
  { stateCount, arcStart, arcFrom, arcTo, arcElement }: NetworkGraph,
  { usd, hours }: ElementCosts,
  leverOf: Int16Array,
) {
  const cost = new Float64Array(stateCount).fill(Number.POSITIVE_INFINITY)
  const by = new Int32Array(stateCount).fill(-1)
  const touched: number[] = []
  const buckets: number[][] = []
  const WIDTH = 15

  /** Money and hours that the best way round an arc adds to it; Infinity where there is none. */
  return (closed: number, weight: Float64Array, lever: number) => {
    const [root, end] = [arcFrom[closed], arcTo[closed]]
    cost[root] = 0
    touched.push(root)
    buckets[0] = [root]
    for (let b = 0; b < buckets.length && cost[end] >= b * WIDTH; b++) {
      const bucket = buckets[b]
      for (let state = bucket?.pop(); state !== undefined; state = bucket.pop()) {
        const here = cost[state]
        if (Math.floor(here / WIDTH) !== b) continue
        for (let arc = arcStart[state]; arc < arcStart[state + 1]; arc++) {
          const element = arcElement[arc]
          if (leverOf[element] === lever) continue
          const there = here + weight[element]
          const next = arcTo[arc]
          if (!(there < cost[next])) continue
          cost[next] = there
          by[next] = arc
          touched.push(next)
          const into = Math.floor(there / WIDTH)
          buckets[into] ??= []
          buckets[into].push(next)
        }
      }
    }
    const added = { usd: Number.POSITIVE_INFINITY, hours: Number.POSITIVE_INFINITY }
    if (cost[end] < Number.POSITIVE_INFINITY) {
      added.usd = -usd[arcElement[closed]]
      added.hours = -hours[arcElement[closed]]
      for (let state = end; by[state] >= 0 && state !== root; state = arcFrom[by[state]]) {
        added.usd += usd[arcElement[by[state]]]
        added.hours += hours[arcElement[by[state]]]
      }
    }
    for (const state of touched) {
      cost[state] = Number.POSITIVE_INFINITY
      by[state] = -1
    }
    touched.length = 0
    for (const bucket of buckets) if (bucket) bucket.length = 0
    return added
  }
}

/**
 * Whether every country can be reached from every gateway by open ways.
 *
 * States that reach each other are one component (Tarjan 1972), so that a whole continent is one step and gateways in
 * it share one search.
 */
import type { NetworkTables } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import { type ElementIndex, elementCosts, indexElements } from '../elements.js'
import { buildGraph, type NetworkGraph } from '../graph.js'
import type { FindingList, Locate } from './findings.js'

/** Components of the open part of a graph and the arcs between them. */
interface Components {
  readonly count: number
  readonly ofState: Int32Array
  /** Components that component c leads to: next[start[c]] … next[start[c + 1] − 1]. */
  readonly start: Int32Array
  readonly next: Int32Array
}

/**
 * Adds a fault for every gateway from which most countries cannot be reached, and for every other country that some
 * gateway does not reach; each names both ends.
 */
export function checkReach(network: NetworkTables, locate: Locate, found: FindingList): void {
  let index: ElementIndex
  try {
    index = indexElements(network)
  } catch (error) {
    if (!(error instanceof KeruenError)) throw error
    for (const issue of error.issues) found.fault(issue)
    return
  }
  const graph = buildGraph(network, index)
  const reached = reachedCountries(network, graph, elementCosts(network, index, new Set()).open)
  const countries = [...new Set(network.gateways.map(({ iso3 }) => iso3))].sort()
  const rowOf = new Map(network.gateways.map(row => [row.iso3, row]))
  const isCutOff = new Set<string>()
  /** Countries that a gateway does not reach, for gateways that reach most. */
  const missed = new Map<string, string[]>()
  for (const row of network.gateways) {
    const others = countries.filter(iso3 => iso3 !== row.iso3)
    const lost = others.filter(iso3 => !reached(row.placeId).has(iso3))
    if (2 * lost.length <= others.length) {
      for (const iso3 of lost) missed.set(iso3, [...(missed.get(iso3) ?? []), row.placeId])
      continue
    }
    isCutOff.add(row.iso3)
    const goal = rowOf.get(lost[0]!)!
    found.fault({
      code: 'network.unreachable',
      at: locate('gateways', row, 'placeId'),
      expected: `an open way from ${row.placeId} (${row.iso3}) to ${goal.placeId} (${goal.iso3})`,
      found: `none${lost.length > 1 ? `, nor to ${lost.length - 1} other countries` : ''}`,
      mend: 'Add the link, crossing or change of mode that is missing, or open it',
    })
  }
  for (const [iso3, places] of missed) {
    if (isCutOff.has(iso3)) continue
    const row = rowOf.get(iso3)!
    found.fault({
      code: 'network.unreachable',
      at: locate('gateways', row, 'placeId'),
      expected: `an open way from ${places[0]} to ${row.placeId} (${iso3})`,
      found: `none${places.length > 1 ? `, nor from ${places.length - 1} other gateways` : ''}`,
      mend: 'Add the link, crossing or change of mode that is missing, or open it',
    })
  }
}

/** For a place, the countries of which it reaches a gateway. */
function reachedCountries(
  network: NetworkTables,
  graph: NetworkGraph,
  open: Uint8Array,
): (placeId: string) => ReadonlySet<string> {
  const components = findComponents(graph, open)
  const placeIndex = new Map(network.places.map((place, at) => [place.id, at]))
  const componentsOf = (placeId: string): number[] =>
    [...new Set(Array.from(graph.statesOfPlace[placeIndex.get(placeId)!], s => components.ofState[s]))].sort(
      (a, b) => a - b,
    )
  const countriesIn = new Map<number, string[]>()
  for (const { iso3, placeId } of network.gateways) {
    for (const component of componentsOf(placeId)) {
      const list = countriesIn.get(component)
      if (list === undefined) countriesIn.set(component, [iso3])
      else list.push(iso3)
    }
  }
  const known = new Map<string, ReadonlySet<string>>()
  return placeId => {
    const roots = componentsOf(placeId)
    const key = roots.join(' ')
    const before = known.get(key)
    if (before !== undefined) return before
    const countries = new Set<string>()
    const seen = new Uint8Array(components.count)
    const queue = [...roots]
    for (const root of roots) seen[root] = 1
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const iso3 of countriesIn.get(at) ?? []) countries.add(iso3)
      for (let k = components.start[at]; k < components.start[at + 1]; k++) {
        const to = components.next[k]
        if (seen[to] === 0) {
          seen[to] = 1
          queue.push(to)
        }
      }
    }
    known.set(key, countries)
    return countries
  }
}

/** Tarjan's strongly connected components without recursion, over the arcs whose element is open. */
function findComponents(graph: NetworkGraph, open: Uint8Array): Components {
  const { stateCount, arcStart, arcTo, arcElement } = graph
  const ofState = new Int32Array(stateCount).fill(-1)
  const order = new Int32Array(stateCount).fill(-1)
  const lowest = new Int32Array(stateCount)
  const nextArc = Int32Array.from(arcStart.subarray(0, stateCount))
  const path: number[] = []
  const waiting: number[] = []
  let visited = 0
  let count = 0
  for (let root = 0; root < stateCount; root++) {
    if (order[root] >= 0) continue
    path.push(root)
    while (path.length > 0) {
      const state = path[path.length - 1]
      if (order[state] < 0) {
        order[state] = lowest[state] = visited++
        waiting.push(state)
      }
      let deeper = -1
      while (deeper < 0 && nextArc[state] < arcStart[state + 1]) {
        const arc = nextArc[state]++
        if (open[arcElement[arc]] === 0) continue
        const to = arcTo[arc]
        if (order[to] < 0) deeper = to
        else if (ofState[to] < 0) lowest[state] = Math.min(lowest[state], order[to])
      }
      if (deeper >= 0) {
        path.push(deeper)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above !== undefined) lowest[above] = Math.min(lowest[above], lowest[state])
      if (lowest[state] < order[state]) continue
      for (let member = waiting.pop()!; ; member = waiting.pop()!) {
        ofState[member] = count
        if (member === state) break
      }
      count++
    }
  }
  return { count, ofState, ...arcsBetween(graph, open, ofState, count) }
}

function arcsBetween(
  { arcFrom, arcTo, arcElement }: NetworkGraph,
  open: Uint8Array,
  ofState: Int32Array,
  count: number,
): Pick<Components, 'start' | 'next'> {
  const start = new Int32Array(count + 1)
  const leads = (arc: number) => open[arcElement[arc]] === 1 && ofState[arcFrom[arc]] !== ofState[arcTo[arc]]
  for (let arc = 0; arc < arcFrom.length; arc++) if (leads(arc)) start[ofState[arcFrom[arc]] + 1]++
  for (let c = 0; c < count; c++) start[c + 1] += start[c]
  const next = new Int32Array(start[count])
  const fill = start.slice()
  for (let arc = 0; arc < arcFrom.length; arc++) {
    if (leads(arc)) next[fill[ofState[arcFrom[arc]]]++] = ofState[arcTo[arc]]
  }
  return { start, next }
}

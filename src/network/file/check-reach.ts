/**
 * Whether every country can be reached from every gateway by open ways.
 *
 * States that reach each other are one component (Tarjan 1972), found in such an order that one walk over them gathers
 * the countries that each leads to. O(states + arcs × countries / 32).
 */
import type { NetworkTables } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import { type ElementIndex, elementCosts, indexElements } from '../elements/elements.js'
import { buildGraph, type NetworkGraph } from '../least-cost/graph.js'
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
  const countries = [...new Set(network.gateways.map(({ iso3 }) => iso3))].sort()
  const { open } = elementCosts(network, index, new Set())
  const reaches = reachedCountries(network, countries, graph, open)
  const rowOf = new Map(network.gateways.map(row => [row.iso3, row]))
  const isCutOff = new Set<string>()
  /** By country, gateways that do not reach it though they reach most others: the first, and how many. */
  const missed = new Map<string, { readonly first: string; readonly count: number }>()
  for (const row of network.gateways) {
    const lost = countries.filter((iso3, at) => iso3 !== row.iso3 && !reaches(row.placeId, at))
    if (2 * lost.length < countries.length) {
      for (const iso3 of lost) {
        const { first = row.placeId, count = 0 } = missed.get(iso3) ?? {}
        missed.set(iso3, { first, count: count + 1 })
      }
      continue
    }
    isCutOff.add(row.iso3)
    const goal = rowOf.get(lost[0]!)!
    found.fault({
      code: 'network.unreachable',
      at: locate('gateways', row, 'placeId'),
      expected: `an open way from ${row.placeId} (${row.iso3}) to ${goal.placeId} (${goal.iso3})`,
      found: `none${lost.length > 1 ? `, nor to ${counted(lost.length - 1, 'other country', 'other countries')}` : ''}`,
      mend: MEND,
    })
  }
  for (const [iso3, { first, count }] of missed) {
    if (isCutOff.has(iso3)) continue
    const row = rowOf.get(iso3)!
    found.fault({
      code: 'network.unreachable',
      at: locate('gateways', row, 'placeId'),
      expected: `an open way from ${first} to ${row.placeId} (${iso3})`,
      found: `none${count > 1 ? `, nor from ${counted(count - 1, 'other gateway', 'other gateways')}` : ''}`,
      mend: MEND,
    })
  }
}

const MEND = 'Add the link, crossing or change of mode that is missing, or open it'

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Whether a place reaches a gateway of a country. */
function reachedCountries(
  network: NetworkTables,
  countries: readonly string[],
  graph: NetworkGraph,
  open: Uint8Array,
): (placeId: string, country: number) => boolean {
  const { count, ofState, start, next } = findComponents(graph, open)
  const placeIndex = new Map(network.places.map((place, at) => [place.id, at]))
  const countryIndex = new Map(countries.map((iso3, at) => [iso3, at]))
  /** One bit a country, components × words. */
  const words = Math.ceil(countries.length / 32)
  const bits = new Uint32Array(count * words)
  for (const { iso3, placeId } of network.gateways) {
    const country = countryIndex.get(iso3)!
    for (const state of graph.statesOfPlace[placeIndex.get(placeId)!]) {
      bits[ofState[state] * words + (country >> 5)] |= 1 << (country & 31)
    }
  }
  // What a component leads to has a lower number, so that it is complete when it is looked at.
  for (let component = 0; component < count; component++) {
    for (let k = start[component]; k < start[component + 1]; k++) {
      for (let w = 0; w < words; w++) bits[component * words + w] |= bits[next[k] * words + w]
    }
  }
  return (placeId, country) =>
    graph.statesOfPlace[placeIndex.get(placeId)!].some(
      state => (bits[ofState[state] * words + (country >> 5)] & (1 << (country & 31))) !== 0,
    )
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

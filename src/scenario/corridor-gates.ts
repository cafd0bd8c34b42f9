/** Where the traffic of a corridor is measured: its gates, the narrowest of them, and a table of all that count. */
import type { Link } from '../dataset/dataset.js'
import { corridorJourneys, type JourneyLeg } from '../network/corridor.js'
import { type GateTable, gateTable } from '../network/gate-traffic.js'
import type { RouteChoices } from './route-choices.js'
import type { World } from './world.js'

/** TEU a year on every element. */
export interface ElementTraffic {
  readonly before: Float64Array
  readonly after: Float64Array
}

/** Journey of a corridor and the gates at which it has least traffic, before and after; −1 where it has none. */
export interface MeasuredCorridor {
  readonly legs: readonly JourneyLeg[]
  readonly teu: { readonly before: number; readonly after: number }
  readonly gate: { readonly before: number; readonly after: number }
}

export interface CorridorGates {
  readonly corridors: readonly MeasuredCorridor[]
  /** Of the gates of all corridors. */
  readonly table: GateTable
}

/** Elements whose traffic is counted together, ascending. */
type Gate = readonly number[]

/** @param boxes n × n before, at the central parameters. */
export function corridorGates(
  world: World,
  routes: RouteChoices,
  traffic: ElementTraffic,
  boxes: Float64Array,
): CorridorGates {
  const { network, baseline } = world
  const journeys = corridorJourneys(baseline.network, network.index, network.before, network.after)
  const known: Gate[] = []
  const numbers = new Map<string, number>()
  const numberOf = (gate: Gate | undefined): number => {
    if (gate === undefined) return -1
    const name = gate.join()
    if (!numbers.has(name)) numbers.set(name, known.push(gate) - 1)
    return numbers.get(name)!
  }
  const corridors = journeys.map(legs => {
    const gates = gatesOf(world, legs)
    const before = narrowest(gates, traffic.before)
    const after = narrowest(gates, traffic.after)
    return {
      legs,
      teu: { before: teuAt(before, traffic.before), after: teuAt(after, traffic.after) },
      gate: { before: numberOf(before), after: numberOf(after) },
    }
  })
  const gateOf = new Int16Array(network.index.count).fill(-1)
  known.forEach((gate, g) => {
    for (const element of gate) gateOf[element] = g
  })
  const table = gateTable(network.choiceSet, network.lanes, routes, gateOf, known.length, boxes)
  return { corridors, table }
}

/** Where the journey crosses a border or the sea; on a journey inside one country, its links. */
function gatesOf(world: World, legs: readonly JourneyLeg[]): readonly Gate[] {
  const { links } = world.baseline.network
  const gates = [
    ...legs.flatMap(leg =>
      leg.kind === 'travel' && isVessel(links[leg.element]) ? [allVessels(world, leg.element)] : [],
    ),
    ...legs.flatMap(leg => (leg.kind === 'crossing' ? [bothWays(world, leg.element)] : [])),
  ]
  return gates.length > 0 ? gates : legs.flatMap(leg => (leg.kind === 'travel' ? [[leg.element]] : []))
}

function narrowest(gates: readonly Gate[], traffic: Float64Array): Gate | undefined {
  if (gates.length === 0) return undefined
  return gates.reduce((least, gate) => (teuAt(gate, traffic) < teuAt(least, traffic) ? gate : least))
}

/** Traffic of both directions. */
function teuAt(gate: Gate | undefined, traffic: Float64Array): number {
  return gate === undefined ? 0 : gate.reduce((sum, element) => sum + traffic[element], 0)
}

function isVessel({ mode }: Link): boolean {
  return mode === 'sea' || mode === 'ferry'
}

/** Every vessel between the two ends of a leg: a feeder ship beside a train ferry serves the same corridor. */
function allVessels({ baseline }: World, element: number): Gate {
  const { links } = baseline.network
  const { from, to } = links[element]
  return links.flatMap((link, at) => {
    const same = (link.from === from && link.to === to) || (link.from === to && link.to === from)
    return same && isVessel(link) ? [at] : []
  })
}

/** A crossing and the row of the other direction. */
function bothWays({ network, baseline }: World, element: number): Gate {
  const { crossings } = baseline.network
  const row = crossings[element - network.index.crossingStart]
  return crossings.flatMap((other, at) => {
    const same = other.placeId === row.placeId && other.mode === row.mode
    const between =
      same && (other === row || (other.fromCountry === row.toCountry && other.toCountry === row.fromCountry))
    return between ? [network.index.crossingStart + at] : []
  })
}

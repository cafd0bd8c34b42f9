/** Where the traffic of a corridor is measured: its gates, the narrowest of them, and a table of all that count. */
import type { Link, NetworkTables } from '../../dataset/dataset.js'
import type { ElementIndex } from '../../network/elements/elements.js'
import { corridorJourneys, type JourneyLeg } from '../../network/journeys/corridor.js'
import { type GateTable, gateTable } from '../../network/traffic/gate-traffic.js'
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

/** Corridors, and the gates of all of them. */
export interface MeasuredCorridors {
  readonly corridors: readonly MeasuredCorridor[]
  readonly gates: readonly Gate[]
}

export interface CorridorGates extends MeasuredCorridors {
  readonly table: GateTable
}

/** Elements whose traffic is counted together, ascending. */
type Gate = readonly number[]

/** Journeys of all corridors and their traffic at the narrowest gate. */
export function measureCorridors({ network, baseline }: World, traffic: ElementTraffic): MeasuredCorridors {
  const journeys = corridorJourneys(baseline.network, network.index, network.before, network.after)
  const known: Gate[] = []
  const numbers = new Map<string, number>()
  const numberOf = (gate: Gate | undefined): number => {
    if (gate === undefined) return -1
    const name = gate.join()
    if (!numbers.has(name)) numbers.set(name, known.push(gate) - 1)
    return numbers.get(name)!
  }
  const finder = finders.get(baseline.network) ?? gateFinder(baseline.network, network.index)
  finders.set(baseline.network, finder)
  const corridors = journeys.map(legs => {
    const gates = gatesOf(legs, finder)
    const before = narrowest(gates, traffic.before)
    const after = narrowest(gates, traffic.after)
    return {
      legs,
      teu: { before: teuAt(before, traffic.before), after: teuAt(after, traffic.after) },
      gate: { before: numberOf(before), after: numberOf(after) },
    }
  })
  return { corridors, gates: known }
}

/** The same with the table of their gates. @param boxes n × n before, at the central parameters. */
export function corridorGates(
  world: World,
  routes: RouteChoices,
  traffic: ElementTraffic,
  boxes: Float64Array,
): CorridorGates {
  const { choiceSet, lanes, index } = world.network
  const measured = measureCorridors(world, traffic)
  const gateOf = new Int16Array(index.count).fill(-1)
  measured.gates.forEach((gate, g) => {
    for (const element of gate) gateOf[element] = g
  })
  const table = gateTable(choiceSet, lanes, routes, gateOf, measured.gates.length, boxes)
  return { ...measured, table }
}

/**
 * Where the journey crosses a border or the sea; on a journey inside one country, its links. Of a way from strait to
 * strait only what lies between them counts: a port is left and reached in many ways.
 */
function gatesOf(legs: readonly JourneyLeg[], { gateOf, isBetweenStraits }: GateFinder): readonly Gate[] {
  const isOcean = legs.some(isBetweenStraits)
  const counted = isOcean ? legs.filter(leg => leg.kind !== 'travel' || isBetweenStraits(leg)) : legs
  const found = counted.map(gateOf).filter(gate => gate !== undefined)
  return found.length > 0 ? found : legs.flatMap(leg => (leg.kind === 'travel' ? [[leg.element]] : []))
}

function narrowest(gates: readonly Gate[], traffic: Float64Array): Gate | undefined {
  if (gates.length === 0) return undefined
  return gates.reduce((least, gate) => (teuAt(gate, traffic) < teuAt(least, traffic) ? gate : least))
}

/** Traffic of both directions. */
function teuAt(gate: Gate | undefined, traffic: Float64Array): number {
  return gate === undefined ? 0 : gate.reduce((sum, element) => sum + traffic[element], 0)
}

function isAtSea({ mode }: Pick<Link, 'mode'>): boolean {
  return mode === 'sea' || mode === 'ferry'
}

interface GateFinder {
  /**
   * The gate of a leg: of a crossing both directions, of a leg by sea every vessel between its ends, since a feeder ship
   * beside a train ferry serves the same corridor; undefined for legs on land.
   */
  readonly gateOf: (leg: JourneyLeg) => Gate | undefined
  readonly isBetweenStraits: (leg: JourneyLeg) => boolean
}

/** Made once for the tables of today, which many packages are compared with. */
const finders = new WeakMap<NetworkTables, GateFinder>()

function gateFinder(
  { places, links, crossings }: NetworkTables,
  { crossingStart }: ElementIndex,
): GateFinder {
  const straits = new Set(places.filter(({ kind }) => kind === 'strait').map(({ id }) => id))
  const vessels = grouped(links, ({ mode, from, to }) => (isAtSea({ mode }) ? ends(from, to) : undefined))
  const posts = grouped(
    crossings,
    ({ placeId, mode, fromCountry, toCountry }) => `${placeId} ${mode} ${ends(fromCountry, toCountry)}`,
  )
  const isBetweenStraits = ({ kind, element }: JourneyLeg): boolean =>
    kind === 'travel' && straits.has(links[element].from) && straits.has(links[element].to)
  const gateOf = ({ kind, element }: JourneyLeg): Gate | undefined => {
    if (kind === 'travel') {
      const { from, to, mode } = links[element]
      return isAtSea({ mode }) ? vessels.get(ends(from, to)) : undefined
    }
    if (kind !== 'crossing') return undefined
    const { placeId, mode, fromCountry, toCountry } = crossings[element - crossingStart]
    const rows = posts.get(`${placeId} ${mode} ${ends(fromCountry, toCountry)}`)
    return rows?.map(row => crossingStart + row)
  }
  return { gateOf, isBetweenStraits }
}

/** The same name for both directions. */
function ends(from: string, to: string): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`
}

/** Places of the rows with each name, ascending; rows without a name are left out. */
function grouped<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  rows.forEach((row, at) => {
    const name = nameOf(row)
    if (name === undefined) return
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [at])
    else group.push(at)
  })
  return groups
}

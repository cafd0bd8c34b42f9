/**
 * The network's elements: everything a route can pass and a measure can change, in one index.
 *
 * Order: links, crossings, terminals, then passages: straits that have no transit row of their own, and quays. A place with a
 * row from a mode to the same mode (a canal, a gauge change inland) is passed by that terminal row. A quay stands between a port's
 * vessels and what begins or ends in the port's own city, which has no change of mode to make there and could not be stopped else.
 */

import type { Crossing, Link, Mode, NetworkTables, Terminal } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'

/** Where each kind of element starts, and how many there are. */
export interface ElementIndex {
  readonly linkCount: number
  readonly crossingStart: number
  readonly terminalStart: number
  readonly passageStart: number
  /** The first quay: passages from here on are ports, those before it straits. */
  readonly quayStart: number
  readonly count: number
  /** Place index of each passage. */
  readonly passagePlaces: Int32Array
}

/** What passing each element takes, in element order. */
export interface ElementCosts {
  /** hours, ≥ 0 */
  readonly hours: Float64Array
  /** USD per TEU, ≥ 0 */
  readonly usd: Float64Array
  /** 1 = can be used, 0 = planned, suspended or closed */
  readonly open: Uint8Array
}

/** The index of a network; depends on its rows and their order, not on their values. */
export function indexElements(network: NetworkTables): ElementIndex {
  const passed = new Set(network.terminals.filter(t => t.modeA === t.modeB).map(t => t.placeId))
  const straits = network.places.flatMap((place, index) =>
    place.kind === 'strait' && !passed.has(place.id) ? [index] : [],
  )
  const passagePlaces = [...straits, ...portsWithQuay(network)]
  const linkCount = network.links.length
  const crossingStart = linkCount
  const terminalStart = crossingStart + network.crossings.length
  const passageStart = terminalStart + network.terminals.length
  const count = passageStart + passagePlaces.length
  if (count > 0xffff) {
    throw new KeruenError('input', {
      code: 'network.too-many-elements',
      expected: 'at most 65,535 links, crossings, terminals, straits and quays together',
      found: String(count),
      mend: 'leave out links that no trade of the dataset uses',
    })
  }
  return {
    linkCount,
    crossingStart,
    terminalStart,
    passageStart,
    quayStart: passageStart + straits.length,
    count,
    passagePlaces: Int32Array.from(passagePlaces),
  }
}

const VESSELS: ReadonlySet<Mode> = new Set(['sea', 'ferry', 'inland_waterway'])

/** Whether a mode goes by water. */
export function isVessel(mode: Mode): boolean {
  return VESSELS.has(mode)
}

/** Ports at which cargo begins or ends, as a gateway's or at the end of a pipeline, and that a vessel serves; place indices. */
function portsWithQuay({ places, links, gateways, bulkChains = [] }: NetworkTables): number[] {
  const ends = new Set<string | undefined>([
    ...gateways.map(({ placeId }) => placeId),
    ...bulkChains.map(({ outlet }) => outlet),
  ])
  const served = new Set(links.flatMap(({ mode, from, to }) => (isVessel(mode) ? [from, to] : [])))
  return places.flatMap(({ id, kind }, index) =>
    kind === 'port' && ends.has(id) && served.has(id) ? [index] : [],
  )
}

/**
 * Hours, USD per TEU and state of every element.
 *
 * A link takes length ÷ speed and its lump sum or length × rate; a crossing its mean hours and fee; a terminal its
 * hours and charge; a passage nothing. O(elements).
 *
 * @param closedPlaces ids of straits, borders and ports at which nothing passes, changes mode or crosses.
 */
export function elementCosts(
  network: NetworkTables,
  index: ElementIndex,
  closedPlaces: ReadonlySet<string>,
): ElementCosts {
  const costs = {
    hours: new Float64Array(index.count),
    usd: new Float64Array(index.count),
    open: new Uint8Array(index.count),
  }
  network.links.forEach((link, at) => {
    writeLink(costs, at, link)
  })
  network.crossings.forEach((crossing, row) => {
    writeCrossing(costs, index.crossingStart + row, crossing, closedPlaces)
  })
  network.terminals.forEach((terminal, row) => {
    writeTerminal(costs, index.terminalStart + row, terminal, closedPlaces)
  })
  index.passagePlaces.forEach((place, row) => {
    costs.open[index.passageStart + row] = closedPlaces.has(network.places[place].id) ? 0 : 1
  })
  return costs
}

/**
 * What `elementCosts` gives of a network in which nothing is closed by place, from those of another of which most rows are the
 * same records.
 *
 * @param known the costs of the other.
 */
export function elementCostsFrom(
  known: ElementCosts,
  other: NetworkTables,
  network: NetworkTables,
  index: ElementIndex,
): ElementCosts {
  const costs = { hours: known.hours.slice(), usd: known.usd.slice(), open: known.open.slice() }
  const none: ReadonlySet<string> = new Set()
  forOthers(network.links, other.links, (link, at) => {
    writeLink(costs, at, link)
  })
  forOthers(network.crossings, other.crossings, (crossing, row) => {
    writeCrossing(costs, index.crossingStart + row, crossing, none)
  })
  forOthers(network.terminals, other.terminals, (terminal, row) => {
    writeTerminal(costs, index.terminalStart + row, terminal, none)
  })
  return costs
}

/** Visits the rows that are not the same record in both tables. */
function forOthers<Row>(
  rows: readonly Row[],
  known: readonly Row[],
  visit: (row: Row, at: number) => void,
): void {
  for (let at = 0; at < rows.length; at++) if (rows[at] !== known[at]) visit(rows[at], at)
}

function writeLink({ hours, usd, open }: ElementCosts, at: number, link: Link): void {
  hours[at] = onGrid(link.lengthKm / link.speedKmh)
  usd[at] = onGrid(link.lumpUsd ?? link.lengthKm * link.costUsdPerTeuKm)
  open[at] = link.status === 'open' ? 1 : 0
}

function writeCrossing(
  { hours, usd, open }: ElementCosts,
  at: number,
  crossing: Crossing,
  closedPlaces: ReadonlySet<string>,
): void {
  hours[at] = onGrid(crossing.hours)
  usd[at] = onGrid(crossing.feeUsd)
  open[at] = crossing.status === 'open' && !closedPlaces.has(crossing.placeId) ? 1 : 0
}

function writeTerminal(
  { hours, usd, open }: ElementCosts,
  at: number,
  terminal: Terminal,
  closedPlaces: ReadonlySet<string>,
): void {
  hours[at] = onGrid(terminal.hours)
  usd[at] = onGrid(terminal.usdPerTeu)
  open[at] = terminal.status === 'open' && !closedPlaces.has(terminal.placeId) ? 1 : 0
}

/** Steps of an hour or a USD that elements are rounded to: 1e-9, far below any figure of theirs. */
const STEPS = 1 << 30

/**
 * Hours or USD on a grid so coarse that sums over a route, up to millions, are exact: they have the same bits in whatever order
 * they are taken, and when one part is taken out and another put in.
 */
export function onGrid(amount: number): number {
  return Math.round(amount * STEPS) / STEPS
}

/**
 * USD per TEU with the worth of time; Infinity where an element is closed or barred.
 *
 * @param timeValue USD per TEU and day.
 */
export function generalizedCosts(
  { usd, hours, open }: ElementCosts,
  timeValue: number,
  barred?: ReadonlySet<number>,
): Float64Array {
  return usd.map((money, e) =>
    open[e] === 1 && !barred?.has(e) ? money + (timeValue / 24) * hours[e] : Number.POSITIVE_INFINITY,
  )
}

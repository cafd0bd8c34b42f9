/**
 * The network's elements: everything a route can pass and a measure can change, in one index.
 *
 * Order: links, crossings, terminals, then passages: straits that have no transit row of their own, and loadings (`loadings.ts`).
 * A place with a row from a mode to the same mode (a canal, a gauge change inland) is passed by that terminal row.
 */

import type { Crossing, Link, NetworkTables, Terminal } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import { isStationOfPort, type Loading, loadingsOf, portsWithVessels } from './loadings.js'

/** Where each kind of element starts, and how many there are. */
export interface ElementIndex {
  readonly linkCount: number
  readonly crossingStart: number
  readonly terminalStart: number
  readonly passageStart: number
  /** The first loading: passages before it are straits. */
  readonly loadingStart: number
  /** In element order from `loadingStart` on. */
  readonly loadings: readonly Loading[]
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
  const loadings = loadingsOf(network)
  const passagePlaces = [...straits, ...loadings.map(({ place }) => place)]
  const linkCount = network.links.length
  const crossingStart = linkCount
  const terminalStart = crossingStart + network.crossings.length
  const passageStart = terminalStart + network.terminals.length
  const count = passageStart + passagePlaces.length
  if (count > 0xffff) {
    throw new KeruenError('input', {
      code: 'network.too-many-elements',
      expected: 'at most 65,535 links, crossings, terminals, straits and loadings together',
      found: String(count),
      mend: 'leave out links that no trade of the dataset uses',
    })
  }
  return {
    linkCount,
    crossingStart,
    terminalStart,
    passageStart,
    loadingStart: passageStart + straits.length,
    loadings,
    count,
    passagePlaces: Int32Array.from(passagePlaces),
  }
}

/** Row of the terminal that an element is, or that a loading goes by; undefined for any other element. */
export function terminalOf(
  { terminalStart, passageStart, loadingStart, loadings }: ElementIndex,
  element: number,
): number | undefined {
  if (element < terminalStart) return undefined
  if (element < passageStart) return element - terminalStart
  return element < loadingStart ? undefined : loadings[element - loadingStart]!.terminal
}

/**
 * Hours, USD per TEU and state of every element.
 *
 * A link takes length ÷ speed and its lump sum or length × rate; a crossing its mean hours and fee; a terminal its
 * hours and charge; a loading what its terminal takes; a strait nothing. O(elements).
 *
 * @param closedPlaces ids of straits, borders and ports at which nothing passes, changes mode or crosses; the station of a port works on.
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
  const ports = closedPlaces.size === 0 ? closedPlaces : portsWithVessels(network)
  network.terminals.forEach((terminal, row) => {
    const isShut = closedPlaces.has(terminal.placeId) && !isStationOfPort(terminal, ports)
    writeTerminal(costs, index.terminalStart + row, terminal, isShut)
  })
  index.passagePlaces.forEach((place, row) => {
    costs.open[index.passageStart + row] = closedPlaces.has(network.places[place].id) ? 0 : 1
  })
  writeLoadings(costs, index)
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
    writeTerminal(costs, index.terminalStart + row, terminal, false)
  })
  writeLoadings(costs, index)
  return costs
}

/** What the terminals of loadings take. */
function writeLoadings(
  { hours, usd, open }: ElementCosts,
  { loadings, loadingStart, terminalStart }: ElementIndex,
): void {
  loadings.forEach(({ terminal }, row) => {
    if (terminal === undefined) return
    const [at, from] = [loadingStart + row, terminalStart + terminal]
    hours[at] = hours[from]
    usd[at] = usd[from]
    open[at] = open[from]
  })
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
  isShut: boolean,
): void {
  hours[at] = onGrid(terminal.hours)
  usd[at] = onGrid(terminal.usdPerTeu)
  open[at] = terminal.status === 'open' && !isShut ? 1 : 0
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

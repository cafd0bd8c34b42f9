/**
 * The network as a directed graph of states (place, mode, side of the border), with one element on every arc.
 *
 * A border place has a state for each side and land mode, joined by its crossing rows; modes are joined by terminal
 * rows; a canal, strait or inland gauge change is an arc between arriving and leaving. A place with loadings has two
 * states more, where journeys begin and where they end: trains and vessels are boarded and left by a loading, a lorry at once.
 * No row, no way: nothing changes mode or country for free. Nothing changes mode twice at one place where the direct change has a row, nor at a
 * border: a box that leaves the train for a lorry to pass the queue of trains, or to come to the quay by another gate, and
 * goes on by train or vessel, is no way that anyone goes.
 */
import type { Link, Mode, NetworkTables } from '../../dataset/dataset.js'
import type { ElementIndex } from '../elements/elements.js'
import { isVessel } from '../elements/loadings.js'

export interface NetworkGraph {
  readonly stateCount: number
  /** Place index of each state. */
  readonly statePlace: Int32Array
  /** Country on whose side of a border place a state lies; empty elsewhere and at sea. */
  readonly stateSide: readonly string[]
  /** Arcs leaving state s are arcStart[s] … arcStart[s + 1] − 1. */
  readonly arcStart: Int32Array
  readonly arcFrom: Int32Array
  readonly arcTo: Int32Array
  readonly arcElement: Int32Array
  /** Arcs that enter state s: enteringArc[enteringStart[s] …]. */
  readonly enteringStart: Int32Array
  readonly enteringArc: Int32Array
  /** States at which a journey may begin or end, by place index. */
  readonly statesOfPlace: readonly Int32Array[]
}

/** A mode's states at a place: one side of a border; arriving and leaving differ where the passage itself costs. */
interface Doors {
  readonly arrive: number
  readonly leave: number
  /** Where the mode is changed once at most: after the change. A border may still be crossed from there. */
  readonly changed?: number
}

/** Where journeys begin and end at a place with loadings. */
interface JourneyEnds {
  readonly begins: number
  readonly ends: number
}

const LAND_MODES: readonly Mode[] = ['rail', 'road']

export function buildGraph(network: NetworkTables, index: ElementIndex): NetworkGraph {
  const placeIndex = new Map(network.places.map((place, at) => [place.id, at]))
  const passageElement = new Map<string, number>()
  network.terminals.forEach((terminal, row) => {
    if (terminal.modeA === terminal.modeB) {
      passageElement.set(`${placeIndex.get(terminal.placeId)}|${terminal.modeA}`, index.terminalStart + row)
    }
  })
  for (let element = index.passageStart; element < index.loadingStart; element++)
    passageElement.set(`${index.passagePlaces[element - index.passageStart]}|sea`, element)
  network.places.forEach(({ kind }, place) => {
    const ships = passageElement.get(`${place}|sea`)
    // A ferry passes a strait as any ship does, and is stopped where it closes.
    if (kind === 'strait' && ships !== undefined && !passageElement.has(`${place}|ferry`))
      passageElement.set(`${place}|ferry`, ships)
  })

  const statePlace: number[] = []
  const stateSide: string[] = []
  const doors = new Map<string, Doors>()
  const arcs: { from: number; to: number; element: number }[] = []
  const modesOfPlace = network.places.map(() => new Map<Mode, Set<string>>())

  const changesOnce = placesOfOneChange(network, placeIndex, index)
  const addState = (place: number, side: string): number => {
    stateSide.push(side)
    return statePlace.push(place) - 1
  }
  const sideOf = (place: number, mode: Mode, country: string | undefined): string =>
    network.places[place].kind === 'border' && LAND_MODES.includes(mode) ? (country ?? '') : ''
  const doorsOf = (place: number, mode: Mode, side: string): Doors => {
    const key = `${place}|${mode}|${side}`
    const known = doors.get(key)
    if (known) return known
    const arrive = addState(place, side)
    const element = passageElement.get(`${place}|${mode}`)
    let leave = arrive
    if (element !== undefined) {
      leave = addState(place, side)
      arcs.push({ from: arrive, to: leave, element })
    }
    const made = { arrive, leave, ...(changesOnce.has(place) && { changed: addState(place, side) }) }
    doors.set(key, made)
    const modes = modesOfPlace[place]
    modes.set(mode, (modes.get(mode) ?? new Set()).add(side))
    return made
  }

  const loaded = new Set(index.loadings.map(({ place, mode }) => `${place}|${mode}`))
  const journeyEnds = new Map<number, JourneyEnds>()
  for (const { place } of index.loadings) {
    if (!journeyEnds.has(place))
      journeyEnds.set(place, { begins: addState(place, ''), ends: addState(place, '') })
  }
  // Where journeys begin and end in states of their own, what needs no loading is boarded and left there at once.
  const withoutLoading = (place: number, mode: Mode): JourneyEnds | undefined =>
    loaded.has(`${place}|${mode}`) ? undefined : journeyEnds.get(place)
  network.links.forEach((link: Link, element) => {
    const from = placeIndex.get(link.from)!
    const to = placeIndex.get(link.to)!
    const a = doorsOf(from, link.mode, sideOf(from, link.mode, link.country))
    const b = doorsOf(to, link.mode, sideOf(to, link.mode, link.country))
    const [endsA, endsB] = [withoutLoading(from, link.mode), withoutLoading(to, link.mode)]
    for (const leaving of exits(a, endsA))
      for (const arriving of entries(b, endsB)) arcs.push({ from: leaving, to: arriving, element })
    for (const leaving of exits(b, endsB))
      for (const arriving of entries(a, endsA)) arcs.push({ from: leaving, to: arriving, element })
  })
  network.crossings.forEach((crossing, row) => {
    const place = placeIndex.get(crossing.placeId)!
    // Both sides exist even where the line itself ends at the border: a box may change mode before it crosses.
    const from = doorsOf(place, crossing.mode, crossing.fromCountry)
    const to = doorsOf(place, crossing.mode, crossing.toCountry)
    const element = index.crossingStart + row
    arcs.push({ from: from.arrive, to: to.leave, element })
    if (from.changed !== undefined && to.changed !== undefined)
      arcs.push({ from: from.changed, to: to.changed, element })
  })
  network.terminals.forEach((terminal, row) => {
    if (terminal.modeA === terminal.modeB) return
    const place = placeIndex.get(terminal.placeId)!
    const element = index.terminalStart + row
    for (const sideA of modesOfPlace[place].get(terminal.modeA) ?? []) {
      for (const sideB of modesOfPlace[place].get(terminal.modeB) ?? []) {
        if (sideA !== '' && sideB !== '' && sideA !== sideB) continue
        const a = doors.get(`${place}|${terminal.modeA}|${sideA}`)!
        const b = doors.get(`${place}|${terminal.modeB}|${sideB}`)!
        arcs.push(
          { from: a.arrive, to: b.changed ?? b.leave, element },
          { from: b.arrive, to: a.changed ?? a.leave, element },
        )
      }
    }
  })
  index.loadings.forEach(({ place, mode }, row) => {
    const element = index.loadingStart + row
    const { begins, ends } = journeyEnds.get(place)!
    for (const side of modesOfPlace[place].get(mode)!) {
      // After the change, and before it: none boards a train only to leave it for a vessel.
      const { arrive, leave, changed } = doors.get(`${place}|${mode}|${side}`)!
      arcs.push({ from: begins, to: changed ?? leave, element }, { from: arrive, to: ends, element })
    }
  })
  return compress(statePlace, stateSide, arcs, network.places.length, journeyEnds)
}

/** Borders with terminals, and places where vessels are loaded or with more than two modes at which every two modes have a row. */
function placesOfOneChange(
  { links, crossings, terminals, places }: NetworkTables,
  placeIndex: ReadonlyMap<string, number>,
  { loadings }: ElementIndex,
): Set<number> {
  const served = new Set([
    ...links.flatMap(({ mode, from, to }) => [`${from}|${mode}`, `${to}|${mode}`]),
    ...crossings.map(({ mode, placeId }) => `${placeId}|${mode}`),
  ])
  const loadVessels = new Set(loadings.flatMap(({ place, mode }) => (isVessel(mode) ? [place] : [])))
  const pairs = new Map<number, Set<string>>()
  const modes = new Map<number, Set<Mode>>()
  for (const { placeId, modeA, modeB } of terminals) {
    if (modeA === modeB || !served.has(`${placeId}|${modeA}`) || !served.has(`${placeId}|${modeB}`)) continue
    const place = placeIndex.get(placeId)!
    pairs.set(place, (pairs.get(place) ?? new Set()).add([modeA, modeB].sort().join()))
    modes.set(place, (modes.get(place) ?? new Set<Mode>()).add(modeA).add(modeB))
  }
  const once = new Set<number>()
  for (const [place, { size }] of modes) {
    const isComplete =
      (size > 2 || loadVessels.has(place)) && pairs.get(place)!.size === (size * (size - 1)) / 2
    if (isComplete || places[place].kind === 'border') once.add(place)
  }
  return once
}

/** States from which a link is taken. */
function exits({ leave, changed }: Doors, own: JourneyEnds | undefined): number[] {
  return [leave, changed, own?.begins].filter(state => state !== undefined)
}

/** States to which a link leads. */
function entries({ arrive }: Doors, own: JourneyEnds | undefined): number[] {
  return own === undefined ? [arrive] : [arrive, own.ends]
}

/**
 * Arcs sorted by where they leave (stable), with the list of those that enter each state.
 *
 * @param journeyEnds of the places at which not every state is one.
 */
function compress(
  statePlace: readonly number[],
  stateSide: readonly string[],
  arcs: readonly { from: number; to: number; element: number }[],
  placeCount: number,
  journeyEnds: ReadonlyMap<number, JourneyEnds>,
): NetworkGraph {
  const stateCount = statePlace.length
  const sorted = arcs.toSorted((a, b) => a.from - b.from || a.to - b.to || a.element - b.element)
  const arcStart = new Int32Array(stateCount + 1)
  const enteringStart = new Int32Array(stateCount + 1)
  for (const arc of sorted) {
    arcStart[arc.from + 1]++
    enteringStart[arc.to + 1]++
  }
  for (let s = 0; s < stateCount; s++) {
    arcStart[s + 1] += arcStart[s]
    enteringStart[s + 1] += enteringStart[s]
  }
  const next = enteringStart.slice()
  const enteringArc = new Int32Array(sorted.length)
  sorted.forEach((arc, id) => {
    enteringArc[next[arc.to]++] = id
  })
  const states: number[][] = Array.from({ length: placeCount }, () => [])
  statePlace.forEach((place, state) => {
    const own = journeyEnds.get(place)
    if (own === undefined || state === own.begins || state === own.ends) states[place].push(state)
  })
  return {
    stateCount,
    statePlace: Int32Array.from(statePlace),
    stateSide,
    arcStart,
    arcFrom: Int32Array.from(sorted, arc => arc.from),
    arcTo: Int32Array.from(sorted, arc => arc.to),
    arcElement: Int32Array.from(sorted, arc => arc.element),
    enteringStart,
    enteringArc,
    statesOfPlace: states.map(list => Int32Array.from(list)),
  }
}

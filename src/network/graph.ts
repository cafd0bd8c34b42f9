/**
 * The network as a directed graph of states (place, mode, side of the border), with one element on every arc.
 *
 * A border place has a state for each side and land mode, joined by its crossing rows; modes are joined by terminal
 * rows; a canal, strait or inland gauge change is an arc between arriving and leaving. No row, no way: nothing
 * changes mode or country for free.
 */
import type { Link, Mode, NetworkTables } from '../dataset/dataset.js'
import type { ElementIndex } from './elements.js'

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
  index.passagePlaces.forEach((place, row) => passageElement.set(`${place}|sea`, index.passageStart + row))

  const statePlace: number[] = []
  const stateSide: string[] = []
  const doors = new Map<string, Doors>()
  const arcs: { from: number; to: number; element: number }[] = []
  const modesOfPlace = network.places.map(() => new Map<Mode, Set<string>>())

  const sideOf = (place: number, mode: Mode, country: string | undefined): string =>
    network.places[place].kind === 'border' && LAND_MODES.includes(mode) ? (country ?? '') : ''
  const doorsOf = (place: number, mode: Mode, side: string): Doors => {
    const key = `${place}|${mode}|${side}`
    const known = doors.get(key)
    if (known) return known
    const arrive = statePlace.push(place) - 1
    stateSide.push(side)
    const element = passageElement.get(`${place}|${mode}`)
    let leave = arrive
    if (element !== undefined) {
      leave = statePlace.push(place) - 1
      stateSide.push(side)
      arcs.push({ from: arrive, to: leave, element })
    }
    const made = { arrive, leave }
    doors.set(key, made)
    const modes = modesOfPlace[place]
    modes.set(mode, (modes.get(mode) ?? new Set()).add(side))
    return made
  }

  network.links.forEach((link: Link, element) => {
    const from = placeIndex.get(link.from)!
    const to = placeIndex.get(link.to)!
    const a = doorsOf(from, link.mode, sideOf(from, link.mode, link.country))
    const b = doorsOf(to, link.mode, sideOf(to, link.mode, link.country))
    arcs.push({ from: a.leave, to: b.arrive, element }, { from: b.leave, to: a.arrive, element })
  })
  network.crossings.forEach((crossing, row) => {
    const place = placeIndex.get(crossing.placeId)!
    // Both sides exist even where the line itself ends at the border: a box may change mode before it crosses.
    const from = doorsOf(place, crossing.mode, crossing.fromCountry)
    const to = doorsOf(place, crossing.mode, crossing.toCountry)
    arcs.push({ from: from.arrive, to: to.leave, element: index.crossingStart + row })
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
        arcs.push({ from: a.arrive, to: b.leave, element }, { from: b.arrive, to: a.leave, element })
      }
    }
  })
  return compress(statePlace, stateSide, arcs, network.places.length)
}

/** Arcs sorted by where they leave (stable), with the list of those that enter each state. */
function compress(
  statePlace: readonly number[],
  stateSide: readonly string[],
  arcs: readonly { from: number; to: number; element: number }[],
  placeCount: number,
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
  statePlace.forEach((place, state) => states[place].push(state))
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

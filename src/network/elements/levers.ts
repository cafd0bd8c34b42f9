/** What can be closed as one thing: a link, a border place, a port or yard, a strait. */
import type { NetworkTables } from '../../dataset/dataset.js'
import { type ElementIndex, terminalOf } from './elements.js'
import { isStationOfPort, portsWithVessels } from './loadings.js'

export interface Lever {
  readonly kind: 'link' | 'crossing' | 'strait' | 'port' | 'terminal'
  /** Id of the link or place. */
  readonly id: string
  /** A place's name; both ends of a link. */
  readonly name: string
}

export interface LeverIndex {
  readonly levers: readonly Lever[]
  /** Lever of each element; −1 at the railway station of a port, which does not close with it. */
  readonly leverOf: Int16Array
}

/** All levers, links before places, in the order of the tables. */
export function indexLevers(network: NetworkTables, index: ElementIndex): LeverIndex {
  const levers: Lever[] = []
  const places = new Map(network.places.map(place => [place.id, place]))
  const known = new Map<string, number>()
  const leverOf = new Int16Array(index.count).fill(-1)
  const nameOf = (id: string): string => places.get(id)?.name ?? id
  network.links.forEach(({ id, from, to, mode }, element) => {
    const name = `${nameOf(from)} – ${nameOf(to)}, ${mode.replaceAll('_', ' ')}`
    leverOf[element] = levers.push({ kind: 'link', id, name }) - 1
  })
  const atPlace = (id: string, element: number): void => {
    let lever = known.get(id)
    if (lever === undefined) {
      const kind = places.get(id)!.kind
      const kinds = { border: 'crossing', strait: 'strait', port: 'port' } as const
      const ofPlace = kind === 'city' || kind === 'terminal' ? 'terminal' : kinds[kind]
      lever = levers.push({ kind: ofPlace, id, name: nameOf(id) }) - 1
      known.set(id, lever)
    }
    leverOf[element] = lever
  }
  const ports = portsWithVessels(network)
  network.crossings.forEach(({ placeId }, row) => atPlace(placeId, index.crossingStart + row))
  network.terminals.forEach((terminal, row) => {
    if (!isStationOfPort(terminal, ports)) atPlace(terminal.placeId, index.terminalStart + row)
  })
  index.passagePlaces.forEach((place, row) => {
    const element = index.passageStart + row
    const terminal = terminalOf(index, element)
    if (terminal === undefined || !isStationOfPort(network.terminals[terminal], ports))
      atPlace(network.places[place].id, element)
  })
  return { levers, leverOf }
}

/** Measures that a reader may add by hand: a kind, the things of the dataset that it acts on, and a small first change. */
import type { Dataset } from '../../index.js'
import { dashed, placeName } from '../../report/context.js'
import type { WrittenMeasure } from './written.js'

export const NEW_KINDS = [
  'crossing',
  'terminal',
  'corridorSpeed',
  'corridorCost',
  'link',
  'open',
  'closeLink',
  'closePlace',
  'tariff',
  'nonTariff',
] as const
export type NewKind = (typeof NEW_KINDS)[number]

export interface Thing {
  readonly id: string
  readonly name: string
}

/** What a kind of measure can act on, by name. */
export function thingsOf(kind: NewKind, { network, blocs }: Dataset): readonly Thing[] {
  const places = new Map(network.places.map(place => [place.id, place]))
  const name = (id: string) => placeName({ places }, id)
  const link = ({ id, from, to, mode }: (typeof network.links)[number]): Thing => ({
    id,
    name: `${name(from)} – ${name(to)} (${mode.replaceAll('_', ' ')})`,
  })
  const named = (ids: readonly string[]) => [...new Set(ids)].map(id => ({ id, name: name(id) }))
  const all = (): readonly Thing[] => {
    switch (kind) {
      case 'crossing':
        return named(network.crossings.map(({ placeId }) => placeId))
      case 'terminal':
        return named(
          network.terminals.filter(({ modeA, modeB }) => modeA !== modeB).map(({ placeId }) => placeId),
        )
      case 'corridorSpeed':
      case 'corridorCost':
        return network.corridors.map(corridor => ({ id: corridor.id, name: dashed(corridor.name) }))
      case 'link':
      case 'closeLink':
        return network.links.filter(({ status }) => status === 'open').map(link)
      case 'open':
        return network.links.filter(({ status }) => status !== 'open').map(link)
      case 'closePlace':
        return network.places.filter(place => place.kind !== 'city').map(({ id }) => ({ id, name: name(id) }))
      case 'tariff':
      case 'nonTariff':
        return [...new Set(blocs.map(({ bloc }) => bloc))].map(id => ({ id, name: id.toUpperCase() }))
    }
  }
  return [...all()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

export function newMeasure(kind: NewKind, id: string): WrittenMeasure {
  switch (kind) {
    case 'crossing':
      return { crossing: id, hours: { change: '-10%' } }
    case 'terminal':
      return { terminal: id, hours: { change: '-10%' } }
    case 'corridorSpeed':
      return { corridor: id, speed: { change: '+10%' } }
    case 'corridorCost':
      return { corridor: id, cost: { change: '-10%' } }
    case 'link':
      return { link: id, speed: { change: '+10%' } }
    case 'open':
      return { open: id }
    case 'closeLink':
      return { close: { link: id } }
    case 'closePlace':
      return { close: { place: id } }
    case 'tariff':
      return { tariff: { among: id, change: '-10%' } }
    case 'nonTariff':
      return { nonTariff: { among: id, change: '-1%' } }
  }
}

/** Things whose name or id holds every word of a search, in any order and case. */
export function search(things: readonly Thing[], text: string): readonly Thing[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return things.filter(({ id, name }) => {
    const whole = `${name} ${id}`.toLowerCase()
    return wanted.every(word => whole.includes(word))
  })
}

/** Measures that a reader may add by hand: a kind, the things of the dataset that it acts on, and a small first change. */
import type { Dataset } from '../../index.js'
import { dashed, placeName } from '../../report/context.js'
import type { Messages } from '../i18n/messages.js'
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
  /** What it is called in the dataset. */
  readonly english: string
}

export interface ThingContext {
  /** With names in the reader's language. */
  readonly dataset: Dataset
  /** As it is, in English. */
  readonly embedded: Dataset
  readonly modes: Messages['map']['facts']['modes']
  /** BCP 47 tag of the language by whose alphabet they are sorted. */
  readonly tag: string
}

/** What a kind of measure can act on, by name. */
export function thingsOf(kind: NewKind, { dataset, embedded, modes, tag }: ThingContext): readonly Thing[] {
  const english = namedThings(kind, embedded, modes)
  const order = new Intl.Collator(tag)
  return namedThings(kind, dataset, modes)
    .map(([id, name], k) => ({ id, name, english: english[k]![1] }))
    .sort((a, b) => order.compare(a.name, b.name))
}

/** Ids and names, in the order of the dataset. */
function namedThings(
  kind: NewKind,
  { network, blocs }: Dataset,
  modes: ThingContext['modes'],
): readonly (readonly [string, string])[] {
  const places = new Map(network.places.map(place => [place.id, place]))
  const name = (id: string) => placeName({ places }, id)
  const link = ({ id, from, to, mode }: (typeof network.links)[number]) =>
    [id, `${name(from)} – ${name(to)} (${modes[mode]})`] as const
  const named = (ids: readonly string[]) => [...new Set(ids)].map(id => [id, name(id)] as const)
  switch (kind) {
    case 'crossing':
      return named(network.crossings.map(({ placeId }) => placeId))
    case 'terminal':
      return named(
        network.terminals.filter(({ modeA, modeB }) => modeA !== modeB).map(({ placeId }) => placeId),
      )
    case 'corridorSpeed':
    case 'corridorCost':
      return network.corridors.map(corridor => [corridor.id, dashed(corridor.name)])
    case 'link':
    case 'closeLink':
      return network.links.filter(({ status }) => status === 'open').map(link)
    case 'open':
      return network.links.filter(({ status }) => status !== 'open').map(link)
    case 'closePlace':
      return named(network.places.filter(place => place.kind !== 'city').map(({ id }) => id))
    case 'tariff':
    case 'nonTariff':
      return [...new Set(blocs.map(({ bloc }) => bloc))].map(id => [id, id.toUpperCase()])
  }
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

/** Things whose name, in the reader's language or in English, or id holds every word of a search, in any order and case. */
export function search(things: readonly Thing[], text: string): readonly Thing[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return things.filter(({ id, name, english }) => {
    const whole = `${name} ${english} ${id}`.toLowerCase()
    return wanted.every(word => whole.includes(word))
  })
}

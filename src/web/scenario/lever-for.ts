/** The lever that moves what a reader looks at: one that is listed already, else a new one, at today's value. */
import type { Dataset, Link } from '../../index.js'
import type { Lever } from './levers.js'
import { listOf } from './today.js'
import type { WrittenMeasure } from './written.js'

/** What a measure may act on. */
export type Movable =
  | {
      readonly kind: 'crossing'
      readonly placeId: string
      readonly from: string
      readonly to: string
      readonly mode: Link['mode']
    }
  | {
      readonly kind: 'terminal'
      readonly placeId: string
      readonly modes: readonly [Link['mode'], Link['mode']]
    }
  | { readonly kind: 'strait'; readonly placeId: string }
  | { readonly kind: 'link'; readonly linkId: string }
  | { readonly kind: 'corridor'; readonly corridorId: string }

/** What the lever does to it. */
export type LeverTask = 'wait' | 'speed' | 'opening' | 'closure'

export interface LeverFor {
  readonly task: LeverTask
  /** Undefined where it is not listed yet. */
  readonly lever: Lever | undefined
  /** As today, to be listed. */
  readonly measure: WrittenMeasure
}

/** A lever that the scenario holds comes before one that is only offered; what is closed by the scenario is moved by what closes it. */
export function leverFor(movable: Movable, levers: readonly Lever[], dataset: Dataset): LeverFor {
  const held = levers.filter(({ index }) => index !== undefined)
  const closure = held.find(({ measure }) => names(measure.close, movable, dataset))
  if (closure !== undefined) return { task: 'closure', lever: closure, measure: closure.measure }
  const { task, measure, fits } = wanted(movable, dataset)
  const lever = held.find(fits) ?? levers.find(fits)
  return { task, lever, measure: lever?.measure ?? measure }
}

interface Wanted {
  readonly task: LeverTask
  /** Where none is listed. */
  readonly measure: WrittenMeasure
  readonly fits: (lever: Lever) => boolean
}

const SAME_HOURS = { change: '+0%' }

function wanted(movable: Movable, dataset: Dataset): Wanted {
  switch (movable.kind) {
    case 'crossing': {
      const { placeId, from, to, mode } = movable
      return {
        task: 'wait',
        measure: { crossing: placeId, mode, hours: SAME_HOURS },
        fits: lever =>
          movesHours(lever) &&
          listOf(lever.measure.crossing).includes(placeId) &&
          isNoneOr(lever.measure.mode, mode) &&
          isNoneOr(lever.measure.from, from) &&
          isNoneOr(lever.measure.to, to),
      }
    }
    case 'terminal': {
      const { placeId, modes } = movable
      return {
        task: 'wait',
        measure: { terminal: placeId, modes, hours: SAME_HOURS },
        fits: lever => {
          const own = listOf(lever.measure.modes)
          return (
            movesHours(lever) &&
            listOf(lever.measure.terminal).includes(placeId) &&
            (own.length === 0 || modes.every(mode => own.includes(mode)))
          )
        },
      }
    }
    case 'strait':
      return {
        task: 'closure',
        measure: { close: { strait: movable.placeId } },
        fits: ({ measure }) => names(measure.close, movable, dataset),
      }
    case 'link':
    case 'corridor':
      return wantedWay(movable, dataset)
  }
}

/** A way that is not open today can be opened; else its trains, lorries or vessels become faster. */
function wantedWay(movable: Extract<Movable, { kind: 'link' | 'corridor' }>, dataset: Dataset): Wanted {
  const [field, id] =
    movable.kind === 'link'
      ? (['link', movable.linkId] as const)
      : (['corridor', movable.corridorId] as const)
  const { links, corridors } = dataset.network
  const status = (movable.kind === 'link' ? links : corridors).find(each => each.id === id)?.status
  if (status !== undefined && status !== 'open')
    return {
      task: 'opening',
      measure: { open: movable.kind === 'link' ? id : { corridor: id } },
      fits: ({ measure }) => names(measure.open, movable, dataset),
    }
  return {
    task: 'speed',
    measure: { [field]: id, speed: { change: '+0%' } },
    fits: ({ measure, handles }) =>
      listOf(measure[field]).includes(id) &&
      handles.some(handle => handle.kind === 'number' && handle.field === 'speed'),
  }
}

function movesHours({ handles }: Lever): boolean {
  return handles.some(handle => handle.kind === 'number' && handle.field === 'hours')
}

function isNoneOr(written: unknown, value: string): boolean {
  return written === undefined || written === value
}

/** Whether what is opened or closed by a measure is the thing, or a corridor of which it is a part. */
function names(acted: unknown, movable: Movable, { network }: Dataset): boolean {
  if (acted === undefined) return false
  const told = listOf(acted)
  const named = (told.length > 0 ? {} : acted) as WrittenMeasure
  const holds = (id: string, ...fields: readonly string[]) =>
    told.includes(id) || fields.some(field => listOf(named[field]).includes(id))
  if (movable.kind === 'corridor') return holds(movable.corridorId, 'corridor')
  if (movable.kind !== 'link') return holds(movable.placeId, 'place', 'crossing', 'strait')
  if (holds(movable.linkId, 'link')) return true
  const link = network.links.find(({ id }) => id === movable.linkId)
  return network.corridors.some(
    ({ id, places }) => link !== undefined && holds(id, 'corridor') && runsOver(places, link),
  )
}

function runsOver(places: readonly string[], { from, to }: Link): boolean {
  return places
    .slice(1)
    .some((next, k) => (places[k] === from && next === to) || (places[k] === to && next === from))
}

/** Where boxes wait most: the boxes of a year times the hours of each. */
import type { NetworkTables, Place } from '../../dataset/dataset.js'
import type { BeforeAfter, WaitResult } from '../../scenario/result/result.js'
import type { MapView } from './projection.js'

/** All waits of one kind at one place. */
export interface HeavyWait {
  readonly place: Place
  readonly kind: 'crossing' | 'terminal' | 'canal'
  /** Mean over its boxes; null where none pass. */
  readonly hours: { readonly before: number | null; readonly after: number | null }
  /** TEU a year that wait. */
  readonly teu: BeforeAfter
  /**
   * TEU that stand there at a mean moment: boxes a year times hours, over the hours of a year (Little, 1961). Times 365
   * it is TEU-days a year.
   */
  readonly standing: BeforeAfter
  /** Of the wait with most boxes. */
  readonly quality: WaitResult['quality']
}

export const HOURS_OF_YEAR = 8760
/** Borders, and as many ports, terminals and canals: a port holds a box longer than any border. */
const MOST_OF_KIND = 7
/** Fewer than these stand nowhere in the way. */
const LEAST_STANDING = 50

/**
 * The heaviest in the frame, most boxes first, before or after the package: at places of the named corridors, and
 * wherever the package at least doubles or halves what stands.
 */
export function heaviestWaits(
  waits: readonly WaitResult[],
  network: Pick<NetworkTables, 'places' | 'corridors'>,
  view: MapView,
): HeavyWait[] {
  const places = new Map(network.places.map(place => [place.id, place]))
  const onCorridor = new Set(network.corridors.flatMap(corridor => corridor.places))
  const groups = new Map<string, WaitResult[]>()
  for (const wait of waits) {
    const key = `${wait.placeId} ${wait.kind}`
    groups.set(key, [...(groups.get(key) ?? []), wait])
  }
  const heavy = [...groups.values()]
    .flatMap(group => {
      const place = places.get(group[0]!.placeId)
      return place !== undefined && isInside(place, view) ? [heavyWait(place, group)] : []
    })
    .filter(wait => most(wait) >= LEAST_STANDING && (onCorridor.has(wait.place.id) || moves(wait)))
    .sort((a, b) => most(b) - most(a) || (a.place.id < b.place.id ? -1 : 1))
  const borders = heavy.filter(({ kind }) => kind === 'crossing').slice(0, MOST_OF_KIND)
  const others = heavy.filter(({ kind }) => kind !== 'crossing').slice(0, MOST_OF_KIND)
  return heavy.filter(wait => borders.includes(wait) || others.includes(wait))
}

function isInside({ longitude, latitude }: Place, view: MapView): boolean {
  const [x, y] = view.project(longitude, latitude)
  return x >= 4 && y >= 4 && x <= view.width - 4 && y <= view.height - 4
}

function moves({ standing: { before, after } }: HeavyWait): boolean {
  return after >= 2 * before || before >= 2 * after
}

function most({ standing }: HeavyWait): number {
  return Math.max(standing.before, standing.after)
}

function heavyWait(place: Place, group: readonly WaitResult[]): HeavyWait {
  const sum = (value: (wait: WaitResult) => number) => group.reduce((total, wait) => total + value(wait), 0)
  const teu = { before: sum(wait => wait.teu.before), after: sum(wait => wait.teu.after) }
  const hours = {
    before: sum(wait => wait.teu.before * wait.hours.before),
    after: sum(wait => wait.teu.after * wait.hours.after),
  }
  const size = (wait: WaitResult) => Math.max(wait.teu.before, wait.teu.after)
  const main = group.reduce((best, wait) => (size(wait) > size(best) ? wait : best))
  return {
    place,
    kind: main.kind === 'terminal' && main.label === 'sea–sea' ? 'canal' : main.kind,
    hours: {
      before: teu.before > 0 ? hours.before / teu.before : null,
      after: teu.after > 0 ? hours.after / teu.after : null,
    },
    teu,
    standing: { before: hours.before / HOURS_OF_YEAR, after: hours.after / HOURS_OF_YEAR },
    quality: main.quality,
  }
}

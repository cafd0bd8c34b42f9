/** Straits and canals: two short ticks across the way of the vessels. */
import type { NetworkTables, Place } from '../../dataset/dataset.js'
import type { LinkResult } from '../../scenario/result/result.js'
import type { Point } from './line-records.js'
import type { MapView } from './projection.js'

export interface StraitMark {
  readonly place: Place
  readonly at: Point
  /** Where the busiest course through it goes, pixels from `at`. */
  readonly way: Point
}

export function straitMarks(
  network: Pick<NetworkTables, 'places' | 'links'>,
  results: readonly LinkResult[],
  view: MapView,
): StraitMark[] {
  const places = new Map(network.places.map(place => [place.id, place]))
  const traffic = new Map(results.map(({ id, teu }) => [id, teu.before]))
  return network.places
    .filter(({ kind }) => kind === 'strait')
    .flatMap(place => {
      const at = view.project(place.longitude, place.latitude)
      if (at[0] < 0 || at[1] < 0 || at[0] > view.width || at[1] > view.height) return []
      const courses = network.links.filter(({ from, to }) => from === place.id || to === place.id)
      const busiest = courses.reduce<(typeof courses)[number] | undefined>(
        (best, link) =>
          best === undefined || (traffic.get(link.id) ?? 0) > (traffic.get(best.id) ?? 0) ? link : best,
        undefined,
      )
      if (busiest === undefined) return []
      const leaves = busiest.from === place.id
      const far = places.get(leaves ? busiest.to : busiest.from)
      const next = busiest.waypoints?.at(leaves ? 0 : -1) ?? (far && [far.longitude, far.latitude])
      if (next === undefined) return []
      const [x, y] = view.project(next[0]!, next[1]!)
      return [{ place, at, way: [x - at[0], y - at[1]] as const }]
    })
}

/** Courses of the open sea, along their way-points: cut at the frame, never bent, each a line of its own. */
import type { Link, Place } from '../../dataset/dataset.js'
import { coordinate } from '../svg.js'
import type { LineShape, Point } from './line-records.js'
import { geographyChains, type MapView } from './projection.js'
import { along } from './samples.js'

/** Pixels beyond the frame, so that the ends of wide strokes lie outside. */
const MARGIN = 10

/** Those that reach the frame, in the order of their ids. */
export function seaCourses(
  links: readonly Link[],
  places: ReadonlyMap<string, Place>,
  view: MapView,
): LineShape[] {
  const chainsOf = geographyChains(view, MARGIN)
  return links
    .flatMap((link): LineShape[] => {
      const [from, to] = [places.get(link.from)!, places.get(link.to)!]
      const chains = chainsOf({
        type: 'LineString',
        coordinates: [
          [from.longitude, from.latitude],
          ...(link.waypoints ?? []).map(([x, y]) => [x, y]),
          [to.longitude, to.latitude],
        ],
      })
      if (chains.length === 0) return []
      return [
        {
          id: `sea ${link.id}`,
          kind: 'sea',
          rail: false,
          seaOnly: true,
          from,
          to,
          status: link.status,
          links: [link.id],
          path: chains.map(pathOf).join(''),
          samples: chains.flatMap(along),
        },
      ]
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function pathOf(chain: readonly Point[]): string {
  return chain.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('')
}

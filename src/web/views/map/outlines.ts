/** How a target is ringed: the path or the circle that marks it in a frame. */
import type { Dataset } from '../../../index.js'
import type { DrawnGeography } from '../../../report/map/geography.js'
import type { LineShape, Point } from '../../../report/map/line-records.js'
import type { MapView } from '../../../report/map/projection.js'
import type { MapScene } from '../../../report/map/scene.js'
import type { MapTarget } from './targets.js'

export interface Outline {
  /** Along lines, or round a country. */
  readonly path: string
  readonly ring: { readonly x: number; readonly y: number; readonly radius: number } | undefined
  /** Where its name is put. */
  readonly anchor: Point
}

/** Pixels between a mark and its ring. */
const GAP = 6

export function outlineOf(
  target: MapTarget,
  dataset: Dataset,
  view: MapView,
  geography: DrawnGeography,
  scene: MapScene,
): Outline | undefined {
  switch (target.kind) {
    case 'country': {
      const path = geography.countries.find(([code]) => code === target.iso3)?.[1]
      const centre = geography.centres.find(([code]) => code === target.iso3)?.[1]
      const known = dataset.countries.find(country => country.iso3 === target.iso3)?.centre
      if (known === undefined) return undefined
      const anchor = centre ? ([centre.x, centre.y] as const) : view.project(known.longitude, known.latitude)
      return { path: path ?? '', ring: undefined, anchor }
    }
    case 'crossing':
    case 'terminal':
      return placeOutline(target.placeId, dataset, view, scene)
    case 'link': {
      const line = scene.lines.find(({ links }) => links.includes(target.linkId))
      if (line !== undefined) return { path: line.path, ring: undefined, anchor: middle(line) }
      // A lane of the open sea, or beyond the frame: half way between its ends.
      const link = dataset.network.links.find(({ id }) => id === target.linkId)
      const ends = [link?.from, link?.to].map(id => dataset.network.places.find(place => place.id === id))
      if (ends[0] === undefined || ends[1] === undefined) return undefined
      const [a, b] = [project(ends[0], view), project(ends[1], view)]
      const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
      return { path: '', ring: { x, y, radius: GAP }, anchor: [x, y] }
    }
    case 'corridor': {
      const places = dataset.network.corridors.find(({ id }) => id === target.corridorId)?.places
      if (places === undefined) return undefined
      const lines = corridorLines(places, scene.lines)
      const half = lines[Math.floor(lines.length / 2)]
      const first = dataset.network.places.find(({ id }) => id === places[0])
      if (half === undefined && first === undefined) return undefined
      return {
        path: lines.map(line => line.path).join(''),
        ring: undefined,
        anchor: half === undefined ? project(first!, view) : middle(half),
      }
    }
  }
}

function placeOutline(
  placeId: string,
  dataset: Dataset,
  view: MapView,
  scene: MapScene,
): Outline | undefined {
  const mark = scene.marks.find(({ place }) => place.id === placeId)
  const place = dataset.network.places.find(({ id }) => id === placeId)
  if (place === undefined) return undefined
  const [x, y] = project(place, view)
  return { path: '', ring: { x, y, radius: (mark?.radius ?? 2) + GAP }, anchor: [x, y] }
}

/** Lines between neighbours of a corridor, in its order, as far as they reach the frame. */
function corridorLines(places: readonly string[], lines: readonly LineShape[]): LineShape[] {
  return places.slice(1).flatMap((to, k) => {
    const from = places[k]!
    const both = lines.filter(
      line => (line.from.id === from && line.to.id === to) || (line.from.id === to && line.to.id === from),
    )
    return both.slice(0, 1)
  })
}

function project(place: { readonly longitude: number; readonly latitude: number }, view: MapView): Point {
  return view.project(place.longitude, place.latitude)
}

function middle({ samples }: LineShape): Point {
  return samples[Math.floor(samples.length / 2)]!
}

/** What a map draws of its lines, as plain records: whoever draws turns them into markup or elements. */
import type { NetworkTables } from '../../dataset/dataset.js'
import type { LinkResult } from '../../scenario/result/result.js'
import type { Point } from './line-records.js'
import { VISIBLE_TEU } from './line-shapes.js'
import { geographyPath, type MapView } from './projection.js'
import { SEA_LANES } from './sea-lanes.js'
import { type TrafficLine, trafficWidth } from './traffic.js'

/** What lines tell: what changes, how much they carry, or how long they take. */
export type MapMode = 'change' | 'traffic' | 'delay'

export interface Stroke {
  readonly id: string
  /** Style class. */
  readonly look: string
  readonly path: string
  /** Pixels; by the style class where undefined. */
  readonly width?: number
}

/** In the order of drawing, each list from thin to thick. */
export interface LineStrokes {
  /** Lines without traffic, all of one kind together. */
  readonly plain: readonly Stroke[]
  readonly edges: readonly Stroke[]
  readonly cores: readonly Stroke[]
  /** Middles of closed lines. */
  readonly crosses: readonly Point[]
}

export interface StrokeChoices {
  readonly mode: MapMode
  /** By how much marks are larger than in the home view. */
  readonly size: number
  /** Whether roads without traffic are drawn. */
  readonly roads: boolean
  /** Style class of a line by what it takes to travel, for the mode `delay`. */
  readonly delayLook?: (line: TrafficLine) => string
}

export const PLAIN_STROKES: StrokeChoices = { mode: 'change', size: 1, roads: false }

export function lineStrokes(
  lines: readonly TrafficLine[],
  lanes: string,
  choices: StrokeChoices,
): LineStrokes {
  const plain = { road: '', rail: '', planned: '', suspended: '', lane: lanes }
  const edges: Stroke[] = []
  const cores: Stroke[] = []
  const crosses: Point[] = []
  for (const line of lines) {
    const isOpen = (line.status === 'open' && !line.closed) || line.opened
    // Where nothing changes the busy lanes stand for them all.
    if (line.kind === 'sea' && (choices.mode !== 'change' || (line.change === 'none' && !line.closed)))
      continue
    if (line.closed) crosses.push(line.samples[Math.floor(line.samples.length / 2)]!)
    if (Math.max(line.before, line.after) >= VISIBLE_TEU) {
      const drawn = trafficStrokes(line, choices)
      if (drawn.edge !== undefined) edges.push(drawn.edge)
      if (drawn.core !== undefined) cores.push(drawn.core)
    } else if (line.kind === 'sea') plain.lane += line.path
    else if (line.closed || (isOpen && line.kind === 'land' && line.rail)) plain.rail += line.path
    else if (line.status === 'planned' && !isOpen && line.rail) plain.planned += line.path
    else if (line.status === 'suspended' && !isOpen && line.rail) plain.suspended += line.path
    else if (choices.roads && isOpen && line.kind === 'land') plain.road += line.path
  }
  const thinFirst = (a: Stroke, b: Stroke) => a.width! - b.width!
  return {
    plain: Object.entries(plain)
      .filter(([, path]) => path !== '')
      .map(([kind, path]) => ({ id: kind, look: `m-${kind}`, path })),
    edges: edges.sort(thinFirst),
    cores: cores.sort(thinFirst),
    crosses,
  }
}

/** The edge under a line that changes, and its inside. */
function trafficStrokes(
  line: TrafficLine,
  { mode, size, delayLook }: StrokeChoices,
): { edge?: Stroke; core?: Stroke } {
  const { change, before, after } = line
  const ferry = line.kind === 'ferry' ? ' m-dash' : ''
  const stroke = (part: string, look: string, width: number): Stroke => ({
    id: `${part} ${line.id}`,
    look: `${look}${ferry}`,
    path: line.path,
    width,
  })
  if (mode !== 'change') {
    // Vessels are as fast everywhere: their many courses would cover what waits.
    if (mode === 'delay' && line.seaOnly) return {}
    const core =
      after >= VISIBLE_TEU
        ? stroke(
            'core',
            mode === 'delay' ? delayLook!(line) : 'm-core',
            trafficWidth(after, mode === 'delay' ? 'none' : 'gain', size),
          )
        : undefined
    if (mode === 'delay' || change !== 'loss') return core === undefined ? {} : { core }
    const edge = stroke('edge', 'm-ghost', trafficWidth(before, 'loss', size))
    return core === undefined ? { edge } : { edge, core }
  }
  const most = Math.max(before, after)
  if (change === 'none')
    return line.seaOnly ? {} : { core: stroke('core', 'm-core', trafficWidth(most, change, size)) }
  const least = Math.min(before, after)
  const inner = trafficWidth(least, change, size)
  const edge = stroke('edge', `m-${change}`, Math.max(trafficWidth(most, change, size), inner + 2))
  return least >= VISIBLE_TEU ? { edge, core: stroke('core', 'm-stay', inner) } : { edge }
}

/** Courses of the sea network that carry at least so many TEU a year, along their way-points. */
export function busyLanes(
  network: Pick<NetworkTables, 'places' | 'links'>,
  results: readonly LinkResult[],
  least: number,
  view: MapView,
): string {
  const places = new Map(network.places.map(place => [place.id, place]))
  const traffic = new Map(results.map(({ id, teu }) => [id, teu.before]))
  const draw = geographyPath(view)
  const point = (id: string) => {
    const place = places.get(id)
    return place === undefined ? [] : [[place.longitude, place.latitude]]
  }
  return network.links
    .filter(link => link.mode === 'sea' && (traffic.get(link.id) ?? 0) >= least)
    .map(link => {
      const between = (link.waypoints ?? []).map(([x, y]) => [x, y])
      return draw({ type: 'LineString', coordinates: [...point(link.from), ...between, ...point(link.to)] })
    })
    .join('')
}

/** The main lanes at sea, for orientation. */
export function mainLanes(view: MapView): string {
  const draw = geographyPath(view)
  return SEA_LANES.map(lane => draw({ type: 'LineString', coordinates: lane.map(point => [...point]) })).join(
    '',
  )
}

/**
 * Courses of the map's lines: one line for every pair of neighbouring places, bent so that a corridor reads as one line.
 * They follow from the network and the frame; what they carry is told apart, so that they can be kept between answers.
 */
import type { Link, LinkStatus, NetworkTables, Place } from '../../dataset/dataset.js'
import type { LinkResult } from '../../scenario/result/result.js'
import { coordinate } from '../svg.js'
import type { LineShape, Point } from './line-records.js'
import type { MapView } from './projection.js'
import { along } from './samples.js'
import { seaCourses } from './sea-courses.js'
import { isInnerSea } from './sea-lanes.js'

/** TEU a year under which a line counts as empty on the map. */
export const VISIBLE_TEU = 500

interface Draft {
  id: string
  kind: 'land' | 'ferry'
  rail: boolean
  seaOnly: boolean
  from: Place
  to: Place
  before: number
  after: number
  status: LinkStatus
  links: string[]
  chain: Point[]
  startTangent?: Point
  endTangent?: Point
}

/**
 * Lines that reach the frame, in the order of their ids.
 *
 * @param results where two ways go on from a place, the line bends into the one of like traffic
 */
export function lineShapes(
  network: Pick<NetworkTables, 'places' | 'links'>,
  results: readonly LinkResult[],
  view: MapView,
): LineShape[] {
  const places = new Map(network.places.map(place => [place.id, place]))
  const result = new Map(results.map(link => [link.id, link]))
  const drafts = new Map<string, Draft>()
  const openSea: Link[] = []
  for (const link of network.links) {
    const from = places.get(link.from)
    const to = places.get(link.to)
    if (from === undefined || to === undefined) continue
    if (link.mode === 'sea' && !isInnerSea(from, to)) {
      openSea.push(link)
      continue
    }
    const kind = link.mode === 'sea' || link.mode === 'ferry' ? 'ferry' : 'land'
    const [a, b] = from.id < to.id ? [from, to] : [to, from]
    const id = `${kind} ${a.id} ${b.id}`
    const { before, after } = result.get(link.id)?.teu ?? { before: 0, after: 0 }
    const known = drafts.get(id)
    if (known === undefined) {
      drafts.set(id, {
        id,
        kind,
        rail: link.mode === 'rail',
        seaOnly: link.mode === 'sea',
        from: a,
        to: b,
        before,
        after,
        status: link.status,
        links: [link.id],
        chain: chainOf(link, a, b, view),
      })
      continue
    }
    known.before += before
    known.after += after
    known.rail ||= link.mode === 'rail'
    known.seaOnly &&= link.mode === 'sea'
    known.links.push(link.id)
    if (link.status === 'open') known.status = 'open'
  }
  const near = [...drafts.values()]
    .filter(draft => touches(draft.chain, view))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  bend(near)
  // by their ids these come last
  return [...near.map(finish), ...seaCourses(openSea, places, view)]
}

/** Way-points of a link run from its `from` to its `to`. */
function chainOf(link: Link, a: Place, b: Place, view: MapView): Point[] {
  const between = link.waypoints ?? []
  return [
    view.project(a.longitude, a.latitude),
    ...(link.from === a.id ? between : between.toReversed()).map(([x, y]) => view.project(x, y)),
    view.project(b.longitude, b.latitude),
  ]
}

/** Whether the box around the points meets the frame, with room for wide strokes. */
function touches(points: readonly Point[], view: MapView): boolean {
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  return (
    Math.max(...xs) > -10 &&
    Math.min(...xs) < view.width + 10 &&
    Math.max(...ys) > -10 &&
    Math.min(...ys) < view.height + 10
  )
}

/** Where two lines meet and one goes on as the other, both take the direction between their far ends. */
function bend(drafts: readonly Draft[]): void {
  const ends = new Map<string, { draft: Draft; start: boolean }[]>()
  for (const draft of drafts) {
    if (Math.max(draft.before, draft.after) < VISIBLE_TEU && !draft.rail) continue
    for (const start of [true, false]) {
      const place = start ? draft.from.id : draft.to.id
      const list = ends.get(place) ?? []
      list.push({ draft, start })
      ends.set(place, list)
    }
  }
  for (const list of ends.values()) {
    const pairs: { a: number; b: number; cost: number }[] = []
    for (let a = 0; a < list.length; a++) {
      for (let b = a + 1; b < list.length; b++) {
        const turn = turnBetween(away(list[a]!), away(list[b]!))
        if (turn > 0.55) continue
        pairs.push({ a, b, cost: turn - likeness(list[a]!.draft, list[b]!.draft) })
      }
    }
    pairs.sort((p, q) => p.cost - q.cost)
    const taken = new Set<number>()
    for (const { a, b } of pairs) {
      if (taken.has(a) || taken.has(b)) continue
      taken.add(a)
      taken.add(b)
      const from = away(list[a]!)
      const to = away(list[b]!)
      const through = unit([to[0] - from[0], to[1] - from[1]])
      setTangent(list[a]!, [-through[0], -through[1]])
      setTangent(list[b]!, through)
    }
  }
}

/** From the shared place to the next point of the line, of at most 60 px so that long lines do not swing wide. */
function away(end: { draft: Draft; start: boolean }): Point {
  const { chain } = end.draft
  const [here, next] = end.start
    ? [chain[0]!, chain[1]!]
    : [chain[chain.length - 1]!, chain[chain.length - 2]!]
  const step: Point = [next[0] - here[0], next[1] - here[1]]
  const length = Math.sqrt(step[0] * step[0] + step[1] * step[1])
  const scale = length > 60 ? 60 / length : 1
  return [step[0] * scale, step[1] * scale]
}

function setTangent(end: { draft: Draft; start: boolean }, outward: Point): void {
  if (end.start) end.draft.startTangent = outward
  else end.draft.endTangent = outward
}

/** 0 when two steps from a place lie opposite, 1 at a right angle, 2 when they fall together. */
function turnBetween(a: Point, b: Point): number {
  const p = unit(a)
  const q = unit(b)
  return 1 + p[0] * q[0] + p[1] * q[1]
}

/** Up to 0.5 for lines that carry the same traffic. */
function likeness(a: Draft, b: Draft): number {
  const p = Math.max(a.before, a.after)
  const q = Math.max(b.before, b.after)
  return p + q === 0 ? 0 : (0.5 * Math.min(p, q)) / Math.max(p, q)
}

function unit(step: Point): Point {
  const length = Math.sqrt(step[0] * step[0] + step[1] * step[1])
  return length === 0 ? [0, 0] : [step[0] / length, step[1] / length]
}

function finish(draft: Draft): LineShape {
  const { chain, startTangent, endTangent, before: _, after: __, ...line } = draft
  const first = chain[0]!
  const last = chain[chain.length - 1]!
  const curved = (startTangent !== undefined || endTangent !== undefined) && chain.length === 2
  if (!curved) {
    const text = chain.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('')
    return { ...line, path: text, samples: along(chain) }
  }
  const dx = last[0] - first[0]
  const dy = last[1] - first[1]
  const handle = Math.sqrt(dx * dx + dy * dy) / 3
  const straight = unit([dx, dy])
  const leave = startTangent ?? straight
  const arrive = endTangent ?? ([-straight[0], -straight[1]] as const)
  const control1: Point = [first[0] + leave[0] * handle, first[1] + leave[1] * handle]
  const control2: Point = [last[0] + arrive[0] * handle, last[1] + arrive[1] * handle]
  const path = `M${coordinate(first[0])} ${coordinate(first[1])}C${[...control1, ...control2, ...last].map(coordinate).join(' ')}`
  const points: Point[] = []
  for (let k = 0; k <= 8; k++) {
    const t = k / 8
    const s = 1 - t
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    points.push([
      a * first[0] + b * control1[0] + c * control2[0] + d * last[0],
      a * first[1] + b * control1[1] + c * control2[1] + d * last[1],
    ])
  }
  return { ...line, path, samples: along(points) }
}

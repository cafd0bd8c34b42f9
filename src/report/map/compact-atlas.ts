/** The atlas for a page: fewer points on a coarser grid, so that it travels in a third of its bytes. */
import type { Position } from 'geojson'
import type { Atlas } from './atlas.js'
import { thinAtlas, type Window } from './thin-atlas.js'

/** Degrees by which a line may stray: half a pixel at zoom 4 of the home view, and four elsewhere. */
const TOLERANCE = 0.01
const FAR_TOLERANCE = 0.08
/** Degrees of a step of the grid. */
const GRID = 0.01
/** What the home view shows. */
const HOME: Window = [10, 0, 140, 65]
const WORLD: Window = [-180, -90, 180, 90]

/** The same topology: neighbours still share their arcs, and every arc keeps its ends. */
export function compactAtlas(atlas: Atlas): Atlas {
  const { arcs, ...rest } = thinAtlas(atlas, 0, WORLD)
  return {
    ...rest,
    arcs: arcs.map(arc => steps(simplified(arc, isNear(arc) ? TOLERANCE : FAR_TOLERANCE))),
    transform: { scale: [GRID, GRID], translate: [WORLD[0], WORLD[1]] },
  }
}

function isNear(arc: readonly Position[]): boolean {
  const [west, south, east, north] = HOME
  return arc.some(([x, y]) => x! >= west && x! <= east && y! >= south && y! <= north)
}

/** Douglas and Peucker (1973): leaves out points that lie closer to the line without them. */
function simplified(arc: readonly Position[], tolerance: number): Position[] {
  const isKept = arc.map((_, k) => k === 0 || k === arc.length - 1)
  const open: [number, number][] = [[0, arc.length - 1]]
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span
    let [farthest, most] = [-1, tolerance]
    for (let k = first + 1; k < last; k++) {
      const distance = distanceToChord(arc[k]!, arc[first]!, arc[last]!)
      if (distance > most) [farthest, most] = [k, distance]
    }
    if (farthest < 0) continue
    isKept[farthest] = true
    open.push([first, farthest], [farthest, last])
  }
  return arc.filter((_, k) => isKept[k])
}

function distanceToChord(point: Position, from: Position, to: Position): number {
  const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!]
  const [px, py] = [point[0]! - from[0]!, point[1]! - from[1]!]
  const length = Math.sqrt(dx * dx + dy * dy)
  return length === 0 ? Math.sqrt(px * px + py * py) : Math.abs(dx * py - dy * px) / length
}

/** On the grid, each point as its step from the one before. */
function steps(arc: readonly Position[]): Position[] {
  const out: Position[] = []
  let [lastX, lastY] = [0, 0]
  arc.forEach((point, k) => {
    const [x, y] = [Math.round((point[0]! - WORLD[0]) / GRID), Math.round((point[1]! - WORLD[1]) / GRID)]
    if (k > 0 && k < arc.length - 1 && x === lastX && y === lastY) return
    out.push([x - lastX, y - lastY])
    lastX = x
    lastY = y
  })
  return out
}

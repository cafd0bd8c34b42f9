/**
 * Courses for drawing: the shortest way over a grid of water (or of land) between two places, A* after Hart, Nilsson
 * and Raphael (1968), straightened and rounded. Nothing is surveyed, and no length of the network is taken from it.
 */
import { cellOf, cellsAlong, centreOf, type Degrees, kilometres, type LandGrid, turn } from './water-grid.js'

/** A named passage: the line that closes it, and a channel narrower than the cells that is kept open. */
export interface Gate {
  readonly place: string
  readonly line: readonly Degrees[]
  readonly channel: readonly Degrees[]
}

/** What a traveller may pass; 0 = freely, 1 = only near its ends. */
export interface Terrain {
  readonly coarse: LandGrid
  readonly fine: LandGrid
  /** Cells of `coarse` and of `fine` that are passed freely. */
  readonly free: Uint8Array
  readonly freeFine: Uint8Array
  /** Cells of `coarse` that a gate closes: index of the gate + 1. */
  readonly gate: Uint8Array
}

/** Moves to neighbours and by knight's leaps, with the cells passed between. */
const MOVES: readonly { dx: number; dy: number; between: readonly (readonly [number, number])[] }[] = [
  ...[-1, 0, 1].flatMap(dy =>
    [-1, 0, 1].flatMap(dx => (dx === 0 && dy === 0 ? [] : [{ dx, dy, between: [] as [number, number][] }])),
  ),
  ...[-1, 1].flatMap(a =>
    [-1, 1].flatMap(b => [
      {
        dx: 2 * a,
        dy: b,
        between: [
          [a, 0],
          [a, b],
        ] as [number, number][],
      },
      {
        dx: a,
        dy: 2 * b,
        between: [
          [0, b],
          [a, b],
        ] as [number, number][],
      },
    ]),
  ),
]
/** Going where one should not, within reach of the ends, costs so many times the way. */
const ROUGH = 6
/** Cells that touch the other element, so that lines keep off coasts. */
const NEAR_EDGE = 1.25

/** Water: every part of a coarse cell is water, or a channel passes. */
export function waterTerrain(coarse: LandGrid, fine: LandGrid, gates: readonly Gate[]): Terrain {
  const freeFine = fine.land.map(land => 1 - land)
  const free = new Uint8Array(coarse.land.length).fill(1)
  for (let cell = 0; cell < fine.land.length; cell++) {
    if (fine.land[cell] === 1) free[cellOf(coarse, centreOf(fine, cell))] = 0
  }
  const gate = new Uint8Array(free.length)
  gates.forEach(({ line, channel }, at) => {
    for (let k = 0; k + 1 < channel.length; k++) {
      for (const cell of cellsAlong(coarse, channel[k]!, channel[k + 1]!)) free[cell] = 1
      for (const cell of cellsAlong(fine, channel[k]!, channel[k + 1]!)) {
        for (const row of [-fine.columns, 0, fine.columns]) freeFine.fill(1, cell + row - 1, cell + row + 2)
      }
    }
    for (let k = 0; k + 1 < line.length; k++) {
      for (const cell of cellsAlong(coarse, line[k]!, line[k + 1]!)) gate[cell] = at + 1
    }
  })
  return { coarse, fine, free, freeFine, gate }
}

/** Land: a coarse cell with any land in it. */
export function landTerrain(coarse: LandGrid, fine: LandGrid): Terrain {
  const free = new Uint8Array(coarse.land.length)
  for (let cell = 0; cell < fine.land.length; cell++) {
    if (fine.land[cell] === 1) free[cellOf(coarse, centreOf(fine, cell))] = 1
  }
  return { coarse, fine, free, freeFine: fine.land, gate: new Uint8Array(free.length) }
}

/**
 * The course between two points past closed gates, or undefined where there is none.
 *
 * @param open indices + 1 of the gates that may be passed.
 * @returns way-points without the two ends, rounded to 0.1°, and the kilometres of the course.
 */
export function drawCourse(
  terrain: Terrain,
  from: Degrees,
  to: Degrees,
  open: ReadonlySet<number>,
): { waypoints: Degrees[]; km: number } | undefined {
  const path = shortest(terrain, from, to, open)
  if (path === undefined) return undefined
  const points = [from, ...path.slice(1, -1).map(cell => centreOf(terrain.coarse, cell)), to]
  const straight = straighten(terrain, points, open)
  const km = straight.reduce((sum, point, k) => (k === 0 ? 0 : sum + kilometres(straight[k - 1]!, point)), 0)
  return { waypoints: straight.slice(1, -1).map(rounded), km }
}

const rounded = ([x, y]: Degrees): Degrees => [Math.round(x * 10) / 10 + 0, Math.round(y * 10) / 10 + 0]

/** How far from an end the wrong element is allowed, degrees: to the nearest free cell and a little more. */
export function reach(terrain: Terrain, end: Degrees): number {
  const { coarse, free } = terrain
  for (let ring = 0; ring < 60; ring++) {
    for (let dy = -ring; dy <= ring; dy++) {
      for (let dx = -ring; dx <= ring; dx++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== ring) continue
        const cell = cellOf(coarse, [end[0] + dx * coarse.step, end[1] + dy * coarse.step])
        if (free[cell] === 1) return (ring + 2) * coarse.step
      }
    }
  }
  return 60 * coarse.step
}

function shortest(
  terrain: Terrain,
  from: Degrees,
  to: Degrees,
  open: ReadonlySet<number>,
): number[] | undefined {
  const { coarse, free, gate } = terrain
  const { columns, rows } = coarse
  const ends = [from, to].map(point => ({ point, reach: reach(terrain, point) }))
  const start = cellOf(coarse, from)
  const goal = cellOf(coarse, to)
  const passable = (cell: number): number => {
    if (gate[cell] !== 0 && !open.has(gate[cell]!)) return 0
    if (free[cell] === 1) return 1
    const [x, y] = centreOf(coarse, cell)
    return ends.some(
      ({ point, reach: far }) => Math.abs(turn(point[0], x)) <= far && Math.abs(y - point[1]) <= far,
    )
      ? ROUGH
      : 0
  }
  const goalPoint = centreOf(coarse, goal)
  const cost = new Float32Array(free.length).fill(Number.POSITIVE_INFINITY)
  const came = new Int32Array(free.length).fill(-1)
  const closed = new Uint8Array(free.length)
  const heap = makeHeap()
  cost[start] = 0
  heap.push(0, start)
  for (let cell = heap.pop(); cell !== undefined; cell = heap.pop()) {
    if (closed[cell] === 1) continue
    closed[cell] = 1
    if (cell === goal) return unroll(came, goal)
    const column = cell % columns
    const row = (cell - column) / columns
    const here = centreOf(coarse, cell)
    const cellAt = (dx: number, dy: number) => (row + dy) * columns + ((column + dx + columns) % columns)
    for (const { dx, dy, between } of MOVES) {
      if (row + dy < 0 || row + dy >= rows) continue
      const next = cellAt(dx, dy)
      if (closed[next] === 1) continue
      let factor = passable(next)
      if (factor === 0) continue
      for (const [bx, by] of between) {
        const step = passable(cellAt(bx, by))
        factor = step === 0 ? Number.POSITIVE_INFINITY : Math.max(factor, step)
      }
      if (factor === 1 && touchesEdge(free, columns, next)) factor = NEAR_EDGE
      const there = centreOf(coarse, next)
      const total = cost[cell]! + factor * kilometres(here, there)
      if (total < cost[next]!) {
        cost[next] = total
        came[next] = cell
        heap.push(total + kilometres(there, goalPoint), next)
      }
    }
  }
  return undefined
}

function touchesEdge(free: Uint8Array, columns: number, cell: number): boolean {
  return [1, -1, columns, -columns].some(step => free[cell + step] === 0)
}

function unroll(came: Int32Array, goal: number): number[] {
  const path: number[] = []
  for (let cell = goal; cell !== -1; cell = came[cell]!) path.unshift(cell)
  return path
}

/** Leaves out every point between two that see each other; the wrong element hides, but not next to the ends. */
function straighten(terrain: Terrain, points: readonly Degrees[], open: ReadonlySet<number>): Degrees[] {
  const kept: Degrees[] = [points[0]!]
  const [first, last] = [points[0]!, points[points.length - 1]!]
  const reaches = [first, last].map(end => reach(terrain, end))
  for (let at = 0; at < points.length - 1; ) {
    let next = at + 1
    // sight is not monotone along a bent way, so the farthest point in sight is looked for from the far end
    for (let far = points.length - 1; far > next; far--) {
      if (
        sees(
          terrain,
          rounded2(points[at]!, at, points),
          rounded2(points[far]!, far, points),
          open,
          [first, last],
          reaches,
        )
      ) {
        next = far
        break
      }
    }
    kept.push(points[next]!)
    at = next
  }
  return kept
}

/** Sight is tested between the points as they will be written. */
function rounded2(point: Degrees, at: number, points: readonly Degrees[]): Degrees {
  return at === 0 || at === points.length - 1 ? point : rounded(point)
}

function sees(
  terrain: Terrain,
  from: Degrees,
  to: Degrees,
  open: ReadonlySet<number>,
  ends: readonly Degrees[],
  reaches: readonly number[],
): boolean {
  const { fine, freeFine, coarse, gate } = terrain
  for (const cell of cellsAlong(fine, from, to)) {
    const point = centreOf(fine, cell)
    const closes = gate[cellOf(coarse, point)]!
    if (closes !== 0 && !open.has(closes)) return false
    if (freeFine[cell] === 1) continue
    const nearEnd = ends.some(
      (end, k) =>
        Math.abs(turn(end[0], point[0])) <= reaches[k]! && Math.abs(point[1] - end[1]) <= reaches[k]!,
    )
    if (!nearEnd) return false
  }
  return true
}

/** Binary heap of cells by priority. */
function makeHeap(): { push(priority: number, cell: number): void; pop(): number | undefined } {
  const priorities: number[] = []
  const cells: number[] = []
  const swap = (a: number, b: number): void => {
    ;[priorities[a], priorities[b]] = [priorities[b]!, priorities[a]!]
    ;[cells[a], cells[b]] = [cells[b]!, cells[a]!]
  }
  return {
    push(priority, cell) {
      let at = cells.push(cell) - 1
      priorities.push(priority)
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (priorities[parent]! <= priorities[at]!) break
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      if (cells.length === 0) return undefined
      const top = cells[0]!
      const lastPriority = priorities.pop()!
      const lastCell = cells.pop()!
      if (cells.length === 0) return top
      priorities[0] = lastPriority
      cells[0] = lastCell
      for (let at = 0; ; ) {
        const left = 2 * at + 1
        if (left >= cells.length) break
        const child = left + 1 < cells.length && priorities[left + 1]! < priorities[left]! ? left + 1 : left
        if (priorities[at]! <= priorities[child]!) break
        swap(at, child)
        at = child
      }
      return top
    },
  }
}

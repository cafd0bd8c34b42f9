/**
 * Labels without collisions: greedy by rank, eight positions, a first pass clear of traffic lines and a second one that
 * may cross them with a halo. What does not fit is dropped, never shrunk.
 */
import { textWidth } from '../text-width.js'
import type { Point } from './line-records.js'

export interface LabelWish {
  readonly text: string
  /** Pixels, and the radius of the mark that the label must clear. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly size: number
  readonly weight: 400 | 600
  /** Style class. */
  readonly look: 'place' | 'strong' | 'country' | 'country-member'
  /** Larger first; ties in the order given. */
  readonly rank: number
  /** Draw a small ring at the point; marks and countries go without. */
  readonly ring: boolean
  /** For names of countries: how far the name may move from its point. */
  readonly reach?: number
}

export interface PlacedLabel extends LabelWish {
  readonly textX: number
  readonly textY: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const MARGIN = 5
const TRACKING = 1
/** Labels of at least this rank are placed, both passes, before any other. */
export const FIRST_TIER = 250
export const CHANGED_TIER = 400

/**
 * @param marks discs and squares that no label may cover
 * @param lines points along traffic lines with half their width
 * @param most  number of labels at most
 * @param reserved where something else stands over the map
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: { readonly width: number; readonly height: number },
  marks: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
  lines: readonly { readonly point: Point; readonly half: number }[],
  most: number,
  reserved: readonly Box[] = [],
): PlacedLabel[] {
  const order = wishes.map((wish, k) => ({ wish, k })).sort((a, b) => b.wish.rank - a.wish.rank || a.k - b.k)
  const taken: Box[] = [...reserved, ...marks.map(mark => around(mark.x, mark.y, mark.radius + 1))]
  const placed: PlacedLabel[] = []
  const crosses = pointIndex(lines)
  const accept = (wish: LabelWish, clear: boolean): boolean => {
    for (const candidate of candidates(wish)) {
      const box = boxOf(wish, candidate)
      if (box.left < MARGIN || box.right > frame.width - MARGIN) continue
      if (box.top < MARGIN || box.bottom > frame.height - MARGIN) continue
      if (taken.some(other => overlap(box, other))) continue
      if (clear && crosses(box)) continue
      taken.push(box)
      placed.push({ ...wish, ...candidate })
      return true
    }
    return false
  }
  // What changes is named first, one after the other, wherever it fits.
  for (const { wish } of order) {
    if (wish.rank >= CHANGED_TIER && placed.length < most) void (accept(wish, true) || accept(wish, false))
  }
  for (const tier of [
    order.filter(({ wish }) => wish.rank >= FIRST_TIER && wish.rank < CHANGED_TIER),
    order.filter(({ wish }) => wish.rank < FIRST_TIER),
  ]) {
    const waiting: LabelWish[] = []
    for (const { wish } of tier) {
      if (placed.length >= most) break
      if (!accept(wish, true)) waiting.push(wish)
    }
    for (const wish of waiting) {
      if (placed.length >= most) break
      accept(wish, false)
    }
  }
  return placed
}

type Candidate = Pick<PlacedLabel, 'textX' | 'textY' | 'anchor'>

function* candidates(wish: LabelWish): Generator<Candidate> {
  const { x, y, size } = wish
  if (wish.reach !== undefined) {
    for (let ring = 0; ring <= wish.reach; ring += 7) {
      const turns = ring === 0 ? 1 : 12
      for (let turn = 0; turn < turns; turn++) {
        const [dx, dy] = DIRECTIONS[turn]!
        yield { textX: x + dx * ring, textY: y + dy * ring + size * 0.35, anchor: 'middle' }
      }
    }
    return
  }
  const gap = wish.radius + 4
  const slant = wish.radius * 0.7 + 3
  const middle = size * 0.34
  yield { textX: x + gap, textY: y + middle, anchor: 'start' }
  yield { textX: x - gap, textY: y + middle, anchor: 'end' }
  yield { textX: x + slant, textY: y - slant + 1, anchor: 'start' }
  yield { textX: x + slant, textY: y + slant + size * 0.7, anchor: 'start' }
  yield { textX: x - slant, textY: y - slant + 1, anchor: 'end' }
  yield { textX: x - slant, textY: y + slant + size * 0.7, anchor: 'end' }
  yield { textX: x, textY: y - gap, anchor: 'middle' }
  yield { textX: x, textY: y + gap + size * 0.72, anchor: 'middle' }
}

/** Twelve directions of the clock, east first. */
const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.87, 0.5],
  [-0.87, 0.5],
  [0.87, -0.5],
  [-0.87, -0.5],
  [0.5, 0.87],
  [-0.5, 0.87],
  [0.5, -0.87],
  [-0.5, -0.87],
]

function boxOf(wish: LabelWish, place: Candidate): Box {
  const tracked = wish.look === 'country' || wish.look === 'country-member'
  const text = tracked ? wish.text.toUpperCase() : wish.text
  const width = textWidth(text, wish.size, wish.weight) + (tracked ? TRACKING * [...text].length : 0)
  const left =
    place.anchor === 'start'
      ? place.textX
      : place.anchor === 'end'
        ? place.textX - width
        : place.textX - width / 2
  return {
    left: left - 2,
    right: left + width + 2,
    top: place.textY - wish.size * 0.78,
    bottom: place.textY + wish.size * 0.26,
  }
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

interface LinePoint {
  readonly point: Point
  readonly half: number
}

const CELL = 32

/** Points of lines by square cells, so that a label is tested against its surroundings only. */
function pointIndex(lines: readonly LinePoint[]): (box: Box) => boolean {
  const cells = new Map<number, LinePoint[]>()
  for (const line of lines) {
    const key = cellKey(Math.floor(line.point[0] / CELL), Math.floor(line.point[1] / CELL))
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [line])
    else cell.push(line)
  }
  const widest = lines.reduce((most, line) => Math.max(most, line.half), 0)
  return box => {
    for (let i = Math.floor((box.left - widest) / CELL); i <= Math.floor((box.right + widest) / CELL); i++) {
      for (
        let j = Math.floor((box.top - widest) / CELL);
        j <= Math.floor((box.bottom + widest) / CELL);
        j++
      ) {
        if (cells.get(cellKey(i, j))?.some(line => covers(box, line))) return true
      }
    }
    return false
  }
}

/** One number for the cells of any drawing. */
function cellKey(i: number, j: number): number {
  return i * 65_536 + j
}

function covers(box: Box, line: LinePoint): boolean {
  const [x, y] = line.point
  const { half } = line
  return box.left < x + half && x - half < box.right && box.top < y + half && y - half < box.bottom
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

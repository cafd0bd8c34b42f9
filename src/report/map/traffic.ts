/** What the map's lines carry before and after, and how wide that is drawn. */
import type { LinkResult } from '../../scenario/result/result.js'
import type { LineShape } from './line-records.js'

/** A line to draw, with the traffic of all its modes. Traffic is TEU a year, both directions. */
export interface TrafficLine extends LineShape {
  readonly before: number
  readonly after: number
  readonly change: ChangeClass
  /** Opened or closed by the scenario. */
  readonly opened: boolean
  readonly closed: boolean
}

/** Pixels per root of a thousand TEU a year, and the bounds of a line with traffic. */
const WIDTH_FACTOR = 0.12
const LEAST_WIDTH = 0.9
const MOST_WIDTH = 5.4
/** Unchanged lines stop growing earlier: the busiest of Europe would drown the ones that change. */
const MOST_UNCHANGED_WIDTH = 2.6

/**
 * Width of a line that carries so many TEU a year.
 *
 * @param size by how much all marks are larger than in the home view
 */
export function trafficWidth(teu: number, change: ChangeClass, size = 1): number {
  const most = change === 'none' ? MOST_UNCHANGED_WIDTH : MOST_WIDTH
  return size * Math.min(most, Math.max(LEAST_WIDTH, WIDTH_FACTOR * Math.sqrt(teu / 1000)))
}

/** Changes smaller than this share of the line's traffic, or than this many TEU a year, are not marked. */
const VISIBLE_SHARE = 0.01
const LEAST_CHANGE_TEU = 500
/** Nor are those smaller than this share of the largest change on land, or at sea: all routes ripple a little. */
const SHARE_OF_LARGEST = 0.02

/** TEU a year from which on a change is marked. */
export interface VisibleChange {
  readonly land: number
  /** On a course of the open sea. */
  readonly sea: number
}

export function visibleChange(links: readonly LinkResult[]): VisibleChange {
  const largest = { land: 0, sea: 0 }
  for (const { id, teu } of links) {
    const where = id.startsWith('sea-') ? 'sea' : 'land'
    largest[where] = Math.max(largest[where], Math.abs(teu.after - teu.before))
  }
  const land = Math.max(LEAST_CHANGE_TEU, SHARE_OF_LARGEST * largest.land)
  return { land, sea: Math.max(land, SHARE_OF_LARGEST * largest.sea) }
}

export type ChangeClass = 'none' | 'gain' | 'gain-strong' | 'loss'

/**
 * How a line changes: over +35 % or new is a strong gain.
 *
 * @param visible TEU a year from which on a change is marked
 */
export function changeClass(
  line: { readonly before: number; readonly after: number },
  visible: number,
): ChangeClass {
  const change = line.after - line.before
  if (Math.abs(change) < visible || Math.abs(change) < VISIBLE_SHARE * line.before) return 'none'
  if (change < 0) return 'loss'
  return change > 0.35 * line.before ? 'gain-strong' : 'gain'
}

/** Puts what a result says of traffic on lines that are drawn already. */
export function withTraffic(shapes: readonly LineShape[], results: readonly LinkResult[]): TrafficLine[] {
  const result = new Map(results.map(link => [link.id, link]))
  const visible = visibleChange(results)
  return shapes.map(shape => {
    const links = shape.links.map(id => result.get(id))
    const traffic = { before: 0, after: 0 }
    for (const link of links) {
      traffic.before += link?.teu.before ?? 0
      traffic.after += link?.teu.after ?? 0
    }
    return {
      ...shape,
      ...traffic,
      change: changeClass(traffic, shape.kind === 'sea' ? visible.sea : visible.land),
      opened: links.some(link => link !== undefined && !link.open.before && link.open.after),
      closed: links.every(link => link?.open.before === true && !link.open.after),
    }
  })
}

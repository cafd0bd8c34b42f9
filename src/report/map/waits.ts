/** Waits at borders, ports and terminals as marks of the map: one mark for every place. */
import type { Place } from '../../dataset/dataset.js'
import type { BeforeAfter, WaitResult } from '../../scenario/result/result.js'
import type { HeavyWait } from './heavy-waits.js'
import type { MapView } from './projection.js'

export interface WaitMark {
  readonly place: Place
  readonly x: number
  readonly y: number
  readonly before: number
  readonly after: number
  /** TEU a year that wait, the larger of before and after. */
  readonly teu: number
  readonly changed: boolean
  readonly square: boolean
  readonly estimated: boolean
  readonly radius: number
  readonly todayRadius: number
  /** TEU that stand there at a mean moment, where the place is among the heaviest. */
  readonly standing: BeforeAfter | undefined
  /** At its capacity. */
  readonly full: boolean
}

/** What is told of the busiest waits beside their hours. */
export interface Bottlenecks {
  readonly heavy: readonly HeavyWait[]
  /** Ids of places and links at their capacity. */
  readonly full: ReadonlySet<string>
}

/** Half an hour is what a reader can be shown as a change. */
const VISIBLE_HOURS = 0.5
const LEAST_HOURS = 4
const LEAST_TEU = 2000

/** Longer waits have a mark of this size, so that a queue of weeks does not hide what lies around it. */
const LONGEST_DRAWN = 200

/** Radius of a wait of so many hours: the area is proportional to the hours. */
export function waitRadius(hours: number): number {
  return Math.max(2, 1.02 * Math.sqrt(Math.min(Math.max(0, hours), LONGEST_DRAWN)))
}

/** Radius of the ring around so many TEU that stand: the area is proportional to them. */
export function standingRadius(teu: number): number {
  return 0.13 * Math.sqrt(Math.max(0, teu))
}

/** Step of the delay ramp, 1 to 5. */
export function delayStep(hours: number): 1 | 2 | 3 | 4 | 5 {
  if (hours < 4) return 1
  if (hours < 10) return 2
  if (hours < 25) return 3
  return hours <= 50 ? 4 : 5
}

/**
 * Marks inside the frame, the most telling first: what the scenario changes, bottlenecks, then by hours times traffic.
 * Hours of a place are the mean of its waits of one kind, weighted by their traffic.
 *
 * @param near countries whose unchanged waits are shown too
 * @param bottlenecks shown wherever they lie
 * @param size by how much marks are larger than in the home view
 */
export function waitMarks(
  places: readonly Place[],
  waits: readonly WaitResult[],
  view: MapView,
  near: ReadonlySet<string>,
  most: number,
  { heavy, full }: Bottlenecks,
  size = 1,
): WaitMark[] {
  const standing = standingByPlace(heavy)
  const byPlace = new Map<string, WaitResult[]>()
  for (const wait of waits) byPlace.set(wait.placeId, [...(byPlace.get(wait.placeId) ?? []), wait])
  const marks: WaitMark[] = []
  for (const place of places) {
    const all = byPlace.get(place.id)
    if (all === undefined) continue
    const [x, y] = view.project(place.longitude, place.latitude)
    if (x < 4 || y < 4 || x > view.width - 4 || y > view.height - 4) continue
    const kind =
      place.kind === 'border' || !all.some(wait => wait.kind === 'terminal') ? 'crossing' : 'terminal'
    const ofKind = all.filter(wait => wait.kind === kind)
    const used = ofKind.length > 0 ? ofKind : all
    const weights = used.map(wait => Math.max(wait.teu.before, wait.teu.after))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const mean = (value: (wait: WaitResult) => number) =>
      used.reduce(
        (sum, wait, k) => sum + value(wait) * (total > 0 ? weights[k]! / total : 1 / used.length),
        0,
      )
    const before = mean(wait => wait.hours.before)
    const after = mean(wait => wait.hours.after)
    const changed = used.some(wait => Math.abs(wait.hours.after - wait.hours.before) >= VISIBLE_HOURS)
    const isHeld = standing.has(place.id) || full.has(place.id)
    const isShown = changed || isHeld
    if (!isShown && !near.has(place.country ?? '') && !near.has(place.country2 ?? '')) continue
    if (!isShown && (Math.max(before, after) < LEAST_HOURS || total < LEAST_TEU)) continue
    const heaviest = weights.indexOf(Math.max(...weights))
    marks.push({
      place,
      x,
      y,
      before,
      after,
      teu: total,
      changed,
      square: kind === 'terminal',
      estimated: used[Math.max(0, heaviest)]!.quality === 'estimated',
      radius: size * waitRadius(after),
      todayRadius: size * waitRadius(before),
      standing: standing.get(place.id),
      full: full.has(place.id),
    })
  }
  const weight = (mark: WaitMark) => Math.max(mark.before, mark.after) * Math.sqrt(mark.teu)
  marks.sort(
    (a, b) =>
      Number(b.changed) - Number(a.changed) ||
      Number(isBottleneck(b)) - Number(isBottleneck(a)) ||
      weight(b) - weight(a) ||
      (a.place.id < b.place.id ? -1 : 1),
  )
  const kept: WaitMark[] = []
  for (const mark of marks) {
    if (kept.length >= most) break
    const covered = kept.some(other => {
      const [dx, dy] = [other.x - mark.x, other.y - mark.y]
      const reach = 0.6 * (other.radius + mark.radius)
      return dx * dx + dy * dy < reach * reach
    })
    if (!covered || mark.changed || isBottleneck(mark)) kept.push(mark)
  }
  return kept
}

export function isBottleneck({ standing, full }: WaitMark): boolean {
  return standing !== undefined || full
}

/** Both kinds of a place together. */
function standingByPlace(heavy: readonly HeavyWait[]): ReadonlyMap<string, BeforeAfter> {
  const byPlace = new Map<string, BeforeAfter>()
  for (const { place, standing } of heavy) {
    const { before, after } = byPlace.get(place.id) ?? { before: 0, after: 0 }
    byPlace.set(place.id, { before: before + standing.before, after: after + standing.after })
  }
  return byPlace
}

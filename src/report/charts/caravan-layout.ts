/** Where everything of a caravan line stands along the days; rows and colours are the drawing's business. */
import { scaleLinear } from 'd3-scale'
import type { CorridorLeg, CorridorResult } from '../../scenario/result/result.js'
import { cityName, dashed, shortName } from '../context.js'
import { delayStep } from '../map/waits.js'
import { textWidth } from '../text-width.js'

/** Words and numbers in the reader's language. */
export interface CaravanWords {
  readonly zeroDays: string
  readonly days: (value: number) => string
  readonly hours: (value: number) => string
  readonly saved: (days: string) => string
  readonly lost: (days: string) => string
  readonly hoursFromTo: (name: string, before: string, after: string) => string
  readonly hoursOf: (name: string, value: string) => string
}

export interface CaravanSpace {
  readonly width: number
  /** Kept free for the names of the rows, and for the days of arrival. */
  readonly left: number
  readonly right: number
  /** Leaves room for the latest arrival of the range. */
  readonly withRange?: boolean
}

/** A stretch of travel, or a wait. */
export interface CaravanMark {
  readonly leg: CorridorLeg
  readonly from: number
  readonly to: number
  readonly look: 'land' | 'ferry' | 'sea' | 'wait'
  /** Of the delay ramp, 1 to 5. */
  readonly step: number
}

export interface CaravanRow {
  /** Days. */
  readonly end: number
  readonly marks: readonly CaravanMark[]
}

export interface CaravanLayout {
  readonly x: (day: number) => number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  /** Undefined where the corridor is not open. */
  readonly before: CaravanRow | undefined
  readonly after: CaravanRow | undefined
  /** Whether the scenario arrives no later than today. */
  readonly shorter: boolean
  /** The days between the two arrivals; their words where they fit. */
  readonly wash: { readonly from: number; readonly to: number; readonly text: string | undefined } | undefined
  readonly labels: readonly { readonly x: number; readonly text: string; readonly leg: CorridorLeg }[]
  /** Arrivals at the quick and at the slow end of all waits and speeds. */
  readonly arrival: { readonly from: number; readonly to: number } | undefined
}

interface Piece {
  readonly leg: CorridorLeg
  /** Days from the start. */
  readonly from: number
  readonly to: number
}

/** Legs as stretches of time, before or after. */
function journey(legs: readonly CorridorLeg[], when: 'before' | 'after'): Piece[] {
  let clock = 0
  return legs.map(leg => {
    const from = clock
    clock += Math.max(0, leg.hours[when]) / 24
    return { leg, from, to: clock }
  })
}

export function caravanLayout(
  corridor: CorridorResult,
  words: CaravanWords,
  { width, left, right, withRange = false }: CaravanSpace,
): CaravanLayout {
  const before = corridor.days.before === null ? undefined : journey(corridor.legs, 'before')
  const after = corridor.days.after === null ? undefined : journey(corridor.legs, 'after')
  const endBefore = before?.at(-1)?.to ?? 0
  const endAfter = after?.at(-1)?.to ?? 0
  const range = withRange ? corridor.daysRange.after : null
  const longest = Math.max(endBefore, endAfter, range?.high ?? 0, 0.1)
  const x = scaleLinear([0, longest], [left, width - right])
  const ticks = x.ticks(width < 600 ? 4 : 9).filter(tick => Number.isInteger(tick) || longest < 3)
  const shorter = endAfter <= endBefore
  // The difference of what is printed, so that the three numbers agree.
  const saved = Math.abs(Math.round(endAfter * 10) - Math.round(endBefore * 10)) / 10
  const savedText = (shorter ? words.saved : words.lost)(words.days(saved))
  const [from, to] = [x(Math.min(endBefore, endAfter)), x(Math.max(endBefore, endAfter))]
  const both = before !== undefined && after !== undefined
  return {
    x,
    ticks: ticks.map((tick, k) => ({
      x: x(tick),
      label: k === 0 ? words.zeroDays : words.days(tick).replace(/[.,]0$/, ''),
    })),
    before: before && { end: endBefore, marks: marksOf(before, x) },
    after: after && { end: endAfter, marks: marksOf(after, x) },
    shorter,
    wash:
      both && saved > 0.05
        ? { from, to, text: to - from > textWidth(savedText, 12, 600) + 12 ? savedText : undefined }
        : undefined,
    labels: both ? waitLabels(words, corridor, before, after, x, width, left) : [],
    arrival: range === null ? undefined : { from: x(range.low), to: x(range.high) },
  }
}

function marksOf(pieces: readonly Piece[], x: (day: number) => number): CaravanMark[] {
  return pieces
    .filter(({ leg, from, to }) => leg.kind === 'travel' || to - from >= 1 / 24)
    .map(({ leg, from, to }) => ({
      leg,
      from: x(from),
      to: x(to),
      look: lookOf(leg),
      step: delayStep((to - from) * 24),
    }))
}

function lookOf({ kind, mode }: CorridorLeg): CaravanMark['look'] {
  if (kind !== 'travel') return 'wait'
  if (mode === 'ferry') return 'ferry'
  return mode === 'sea' || mode === 'inland_waterway' ? 'sea' : 'land'
}

/** A wait's place, as short as a reader knows it. */
export function waitName(leg: CorridorLeg): string {
  const place = leg.label.split(/[:,]/)[0]!.trim()
  return leg.kind === 'crossing' ? shortName(dashed(place)) : cityName(place)
}

/** Names and hours of the waits between the rows: largest change first, dropped where they would collide. */
function waitLabels(
  words: CaravanWords,
  corridor: CorridorResult,
  before: readonly Piece[],
  after: readonly Piece[],
  x: (day: number) => number,
  width: number,
  left: number,
): CaravanLayout['labels'] {
  const waits = corridor.legs
    .map((leg, k) => ({ leg, middle: (after[k]!.from + after[k]!.to) / 2, was: before[k]! }))
    .filter(({ leg }) => leg.kind !== 'travel' && Math.max(leg.hours.before, leg.hours.after) >= 3)
  const change = (leg: CorridorLeg) => Math.abs(leg.hours.after - leg.hours.before)
  const size = (leg: CorridorLeg) => Math.max(leg.hours.after, leg.hours.before)
  waits.sort((a, b) => change(b.leg) - change(a.leg) || size(b.leg) - size(a.leg))
  const taken: { from: number; to: number }[] = []
  const labels: { x: number; text: string; leg: CorridorLeg }[] = []
  for (const { leg, middle } of waits) {
    const text =
      change(leg) >= 0.5
        ? words.hoursFromTo(waitName(leg), words.hours(leg.hours.before), words.hours(leg.hours.after))
        : words.hoursOf(waitName(leg), words.hours(leg.hours.after))
    const half = textWidth(text, 12) / 2 + 6
    const centre = [0, 0.4, -0.4, 0.85, -0.85]
      .map(shift => Math.min(Math.max(x(middle) + shift * half, left + half - 6), width - half))
      .find(
        at =>
          Math.abs(at - x(middle)) <= half &&
          !taken.some(other => at - half < other.to && at + half > other.from),
      )
    if (centre === undefined) continue
    taken.push({ from: centre - half, to: centre + half })
    labels.push({ x: centre, text, leg })
  }
  return labels
}

/**
 * The caravan line: a journey drawn to scale in days. A line is travel, a bead is a wait; today's in grey above, the
 * scenario's below, the saved days washed.
 */
import { scaleLinear } from 'd3-scale'
import type { CorridorLeg, CorridorResult } from '../../scenario/result.js'
import { cityName, dashed, type ReportContext, shortName } from '../context.js'
import { days, hours } from '../format.js'
import type { Markup } from '../html.js'
import { delayStep } from '../map/waits.js'
import type { Messages } from '../messages/en.js'
import { drawing, svg } from '../svg.js'
import { textWidth } from '../text-width.js'

const TODAY_Y = 22
const LABEL_Y = 49
const SCENARIO_Y = 68
const AXIS_Y = 96
const HEIGHT = 118

interface Piece {
  readonly leg: CorridorLeg
  /** Days from the start. */
  readonly from: number
  readonly to: number
}

/** Legs as stretches of time, before or after. */
export function journey(legs: readonly CorridorLeg[], when: 'before' | 'after'): Piece[] {
  let clock = 0
  return legs.map(leg => {
    const from = clock
    clock += Math.max(0, leg.hours[when]) / 24
    return { leg, from, to: clock }
  })
}

/** @param width 1120 or 358 pixels; the narrow one has no row names. */
export function caravanLine(
  context: ReportContext,
  corridor: CorridorResult,
  id: string,
  width: number,
): Markup {
  const { messages } = context
  const narrow = width < 600
  const left = narrow ? 2 : 78
  const right = narrow ? 74 : 128
  const before = corridor.days.before === null ? undefined : journey(corridor.legs, 'before')
  const after = corridor.days.after === null ? undefined : journey(corridor.legs, 'after')
  const endBefore = before?.at(-1)?.to ?? 0
  const endAfter = after?.at(-1)?.to ?? 0
  const longest = Math.max(endBefore, endAfter, 0.1)
  const x = scaleLinear([0, longest], [left, width - right])
  const ticks = x.ticks(narrow ? 4 : 9).filter(tick => Number.isInteger(tick) || longest < 3)
  const [start, end] = [x(Math.min(endBefore, endAfter)), x(Math.max(endBefore, endAfter))]
  const shorter = endAfter <= endBefore
  // The difference of what is printed, so that the three numbers agree.
  const saved = Math.abs(Math.round(endAfter * 10) - Math.round(endBefore * 10)) / 10
  const savedText = shorter ? messages.caravan.saved(days(saved)) : messages.caravan.lost(days(saved))
  return drawing(
    id,
    width,
    HEIGHT,
    messages.caravan.drawingTitle(corridor.name),
    messages.caravan.drawingText(
      corridor.days.before === null ? messages.notOpen : days(corridor.days.before),
      corridor.days.after === null ? messages.closed : days(corridor.days.after),
    ),
    { class: `caravan ${narrow ? 'only-narrow' : 'only-wide'}`, width: '100%' },
    ticks.map(tick => svg('line', { class: 'c-grid', x1: x(tick), x2: x(tick), y1: 10, y2: AXIS_Y - 8 })),
    ticks.map((tick, k) =>
      svg(
        'text',
        { class: 'c-axis', x: x(tick), y: AXIS_Y + 8, 'text-anchor': k === 0 ? 'start' : 'middle' },
        k === 0 ? messages.caravan.zeroDays : days(tick).replace(/\.0$/, ''),
      ),
    ),
    before !== undefined &&
      after !== undefined &&
      saved > 0.05 &&
      svg('rect', {
        class: shorter ? 'c-saved' : 'c-lost',
        x: start,
        y: 10,
        width: end - start,
        height: SCENARIO_Y + 6,
      }),
    before !== undefined &&
      after !== undefined &&
      end - start > textWidth(savedText, 12, 600) + 12 &&
      svg(
        'text',
        {
          class: `c-saved-text ${shorter ? 'gain' : 'loss'}`,
          x: (start + end) / 2,
          y: SCENARIO_Y + (shorter ? 4 : -12),
          'text-anchor': 'middle',
        },
        savedText,
      ),
    !narrow &&
      svg('text', { class: 'c-name', x: left - 14, y: TODAY_Y + 4, 'text-anchor': 'end' }, messages.today),
    !narrow &&
      svg(
        'text',
        { class: 'c-name c-strong', x: left - 14, y: SCENARIO_Y + 4, 'text-anchor': 'end' },
        messages.scenario,
      ),
    before !== undefined
      ? row(before, TODAY_Y, 'today', x)
      : svg('text', { class: 'c-name', x: left, y: TODAY_Y + 4 }, messages.notOpen),
    after !== undefined
      ? row(after, SCENARIO_Y, 'scenario', x)
      : svg('text', { class: 'c-name c-strong loss', x: left, y: SCENARIO_Y + 4 }, messages.closed),
    before !== undefined &&
      svg(
        'text',
        { class: 'c-name', x: x(endBefore) + 10, y: TODAY_Y + 4 },
        messages.inDays(days(endBefore)),
      ),
    after !== undefined &&
      svg(
        'text',
        { class: 'c-name c-arrival', x: x(shorter ? endBefore : endAfter) + 10, y: SCENARIO_Y + 4 },
        messages.inDays(days(endAfter)),
      ),
    before !== undefined &&
      after !== undefined &&
      waitLabels(messages, corridor, before, after, x, width, left),
  )
}

function row(
  pieces: readonly Piece[],
  y: number,
  when: 'today' | 'scenario',
  x: (day: number) => number,
): Markup[] {
  const lines: Markup[] = []
  const beads: Markup[] = []
  const height = when === 'today' ? 8 : 15
  for (const { leg, from, to } of pieces) {
    const [a, b] = [x(from), x(to)]
    if (leg.kind === 'travel') {
      const look =
        leg.mode === 'ferry'
          ? ' c-ferry'
          : leg.mode === 'sea' || leg.mode === 'inland_waterway'
            ? ' c-sea'
            : ''
      lines.push(svg('line', { class: `c-travel c-${when}${look}`, x1: a, x2: b, y1: y, y2: y }))
      continue
    }
    if (to - from < 1 / 24) continue
    const width = Math.max(3, b - a)
    const step = delayStep((to - from) * 24)
    const hollow = leg.quality === 'estimated'
    const inset = hollow && when === 'scenario' ? 1 : 0
    beads.push(
      svg('rect', {
        class: when === 'today' ? 'c-bead-today' : `c-bead d${step}${hollow ? ' hollow' : ''}`,
        x: a + inset,
        y: y - height / 2 + inset,
        width: Math.max(2, width - 2 * inset),
        height: height - 2 * inset,
        rx: leg.kind === 'crossing' ? Math.min(height / 2, width / 2) : 1.5,
      }),
    )
  }
  return [...lines, ...beads]
}

/** Names and hours of the waits between the rows: largest change first, dropped where they would collide. */
function waitLabels(
  messages: Messages,
  corridor: CorridorResult,
  before: readonly Piece[],
  after: readonly Piece[],
  x: (day: number) => number,
  width: number,
  left: number,
): Markup[] {
  const waits = corridor.legs
    .map((leg, k) => ({ leg, middle: (after[k]!.from + after[k]!.to) / 2, was: before[k]! }))
    .filter(({ leg }) => leg.kind !== 'travel' && Math.max(leg.hours.before, leg.hours.after) >= 3)
  const change = (leg: CorridorLeg) => Math.abs(leg.hours.after - leg.hours.before)
  const size = (leg: CorridorLeg) => Math.max(leg.hours.after, leg.hours.before)
  waits.sort((a, b) => change(b.leg) - change(a.leg) || size(b.leg) - size(a.leg))
  const taken: { from: number; to: number }[] = []
  const labels: Markup[] = []
  for (const { leg, middle } of waits) {
    const place = leg.label.split(/[:,]/)[0]!.trim()
    const name = leg.kind === 'crossing' ? shortName(dashed(place)) : cityName(place)
    const text =
      change(leg) >= 0.5
        ? messages.hoursFromTo(name, hours(leg.hours.before), hours(leg.hours.after))
        : messages.hoursOf(name, hours(leg.hours.after))
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
    labels.push(svg('text', { class: 'c-wait', x: centre, y: LABEL_Y, 'text-anchor': 'middle' }, text))
  }
  return labels
}

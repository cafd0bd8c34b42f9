/**
 * The caravan line: a journey drawn to scale in days. A line is travel, a bead is a wait; today's in grey above, the
 * scenario's below, the saved days washed.
 */
import type { CorridorResult } from '../../scenario/result/result.js'
import type { ReportContext } from '../context.js'
import type { Markup } from '../html.js'
import { drawing, svg } from '../svg.js'
import { type CaravanMark, type CaravanRow, caravanLayout } from './caravan-layout.js'

const TODAY_Y = 22
const LABEL_Y = 49
const SCENARIO_Y = 68
const AXIS_Y = 96
const HEIGHT = 118

/** @param width 1120 or 358 pixels; the narrow one has no row names. */
export function caravanLine(
  context: ReportContext,
  corridor: CorridorResult,
  id: string,
  width: number,
): Markup {
  const { messages } = context
  const { days, hours } = context.numbers
  const narrow = width < 600
  const left = narrow ? 2 : 78
  const words = {
    ...messages.caravan,
    days,
    hours,
    hoursFromTo: messages.hoursFromTo,
    hoursOf: messages.hoursOf,
  }
  const layout = caravanLayout(corridor, words, { width, left, right: narrow ? 74 : 128 })
  const { x, ticks, before, after, shorter, wash } = layout
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
    ticks.map(tick => svg('line', { class: 'c-grid', x1: tick.x, x2: tick.x, y1: 10, y2: AXIS_Y - 8 })),
    ticks.map((tick, k) =>
      svg(
        'text',
        { class: 'c-axis', x: tick.x, y: AXIS_Y + 8, 'text-anchor': k === 0 ? 'start' : 'middle' },
        tick.label,
      ),
    ),
    wash !== undefined &&
      svg('rect', {
        class: shorter ? 'c-saved' : 'c-lost',
        x: wash.from,
        y: 10,
        width: wash.to - wash.from,
        height: SCENARIO_Y + 6,
      }),
    wash?.text !== undefined &&
      svg(
        'text',
        {
          class: `c-saved-text ${shorter ? 'gain' : 'loss'}`,
          x: (wash.from + wash.to) / 2,
          y: SCENARIO_Y + (shorter ? 4 : -12),
          'text-anchor': 'middle',
        },
        wash.text,
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
      ? row(before, TODAY_Y, 'today')
      : svg('text', { class: 'c-name', x: left, y: TODAY_Y + 4 }, messages.notOpen),
    after !== undefined
      ? row(after, SCENARIO_Y, 'scenario')
      : svg('text', { class: 'c-name c-strong loss', x: left, y: SCENARIO_Y + 4 }, messages.closed),
    before !== undefined &&
      svg(
        'text',
        { class: 'c-name', x: x(before.end) + 10, y: TODAY_Y + 4 },
        messages.inDays(days(before.end)),
      ),
    after !== undefined &&
      svg(
        'text',
        {
          class: 'c-name c-arrival',
          x: x(Math.max(before?.end ?? 0, after.end)) + 10,
          y: SCENARIO_Y + 4,
        },
        messages.inDays(days(after.end)),
      ),
    layout.labels.map(label =>
      svg('text', { class: 'c-wait', x: label.x, y: LABEL_Y, 'text-anchor': 'middle' }, label.text),
    ),
  )
}

function row({ marks }: CaravanRow, y: number, when: 'today' | 'scenario'): Markup[] {
  const lines = marks.filter(({ look }) => look !== 'wait').map(mark => travel(mark, y, when))
  const beads = marks.filter(({ look }) => look === 'wait').map(mark => bead(mark, y, when))
  return [...lines, ...beads]
}

function travel({ look, from, to }: CaravanMark, y: number, when: 'today' | 'scenario'): Markup {
  const kind = look === 'land' ? '' : ` c-${look}`
  return svg('line', { class: `c-travel c-${when}${kind}`, x1: from, x2: to, y1: y, y2: y })
}

function bead({ leg, from, to, step }: CaravanMark, y: number, when: 'today' | 'scenario'): Markup {
  const height = when === 'today' ? 8 : 15
  const width = Math.max(3, to - from)
  const hollow = leg.quality === 'estimated'
  const inset = hollow && when === 'scenario' ? 1 : 0
  return svg('rect', {
    class: when === 'today' ? 'c-bead-today' : `c-bead d${step}${hollow ? ' hollow' : ''}`,
    x: from + inset,
    y: y - height / 2 + inset,
    width: Math.max(2, width - 2 * inset),
    height: height - 2 * inset,
    rx: leg.kind === 'crossing' ? Math.min(height / 2, width / 2) : 1.5,
  })
}

/**
 * The one form of every effect: bar from the 5th to the 95th percentile, dot at the central value, zero line.
 *
 * Positions are percent of the drawing's width, so a row fits any column without distorting its dot.
 */
import { scaleLinear } from 'd3-scale'
import type { Range } from '../../scenario/result/result.js'
import type { Verdict } from '../context.js'
import { html, type Markup } from '../html.js'
import { svg } from '../svg.js'
import { textWidth } from '../text-width.js'

export interface IntervalScale {
  /** Percent of the width, 0 to 100. */
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** One scale for all rows of a chart; zero is always on it. */
export function intervalScale(ranges: readonly Range[], wantedTicks = 4): IntervalScale {
  const values = [0, ...ranges.flatMap(range => [range.value, range.low, range.high])]
  let low = Math.min(...values)
  let high = Math.max(...values)
  if (low === high) [low, high] = [-1, 1]
  const room = (high - low) * 0.04
  const scale = scaleLinear([low - room, high + room], [0, 100])
  return {
    at: value => scale(value),
    ticks: scale.ticks(wantedTicks).filter(tick => low - room <= tick && tick <= high + room),
  }
}

function percent(position: number): string {
  return `${Math.round(position * 100) / 100}%`
}

export interface BarChoices {
  readonly verdict: Verdict | 'plain'
  /** Hollow mark: the input that moves it most is estimated. */
  readonly estimated: boolean
  readonly hasRange: boolean
  readonly height?: number
  /** Grid lines at the ticks; the figures at the top of the page go without. */
  readonly grid?: boolean
  /** A second tick, e.g. today's value. */
  readonly today?: number
}

/** One row. Hidden from screen readers: the numbers stand beside it. */
export function intervalBar(range: Range, scale: IntervalScale, choices: BarChoices): Markup {
  const { height = 22, hasRange, verdict, estimated, grid = true } = choices
  const middle = height / 2
  const left = scale.at(Math.min(range.low, range.high))
  const width = Math.max(0, scale.at(Math.max(range.low, range.high)) - left)
  return svg(
    'svg',
    { class: `bar v-${verdict}`, width: '100%', height, 'aria-hidden': 'true', focusable: 'false' },
    grid &&
      scale.ticks
        .filter(tick => tick !== 0)
        .map(tick =>
          svg('line', {
            class: 'c-grid',
            x1: percent(scale.at(tick)),
            x2: percent(scale.at(tick)),
            y1: -12,
            y2: height + 12,
          }),
        ),
    !grid && svg('line', { class: 'c-grid', x1: '0%', x2: '100%', y1: middle, y2: middle }),
    svg('line', {
      class: 'c-zero',
      x1: percent(scale.at(0)),
      x2: percent(scale.at(0)),
      y1: grid ? -12 : 0,
      y2: grid ? height + 12 : height,
    }),
    choices.today !== undefined &&
      svg('line', {
        class: 'c-today',
        x1: percent(scale.at(choices.today)),
        x2: percent(scale.at(choices.today)),
        y1: middle - 6,
        y2: middle + 6,
      }),
    hasRange &&
      svg('rect', {
        class: 'c-range',
        x: percent(left),
        width: percent(width),
        y: middle - 3.5,
        height: 7,
        rx: 3.5,
      }),
    estimated
      ? svg('circle', { class: 'c-hollow', cx: percent(scale.at(range.value)), cy: middle, r: 3.6 })
      : svg('circle', { class: 'c-dot', cx: percent(scale.at(range.value)), cy: middle, r: 4.3 }),
  )
}

/** Pixels that a chart's column has at least, from which follows which tick labels fit beside each other. */
const LEAST_WIDTH = 150

/** Tick labels under the rows of a chart: zero first, then from the outside in, dropped where two would touch. */
export function intervalAxis(scale: IntervalScale, label: (tick: number) => string): Markup {
  const order = [...scale.ticks].sort(
    (a, b) => Number(b === 0) - Number(a === 0) || Math.abs(b) - Math.abs(a),
  )
  const taken: { readonly from: number; readonly to: number }[] = []
  const shown = order.filter(tick => {
    const half = textWidth(label(tick), 11) / 2 + 4
    const middle = (scale.at(tick) * LEAST_WIDTH) / 100
    const free = taken.every(other => middle + half <= other.from || middle - half >= other.to)
    if (free) taken.push({ from: middle - half, to: middle + half })
    return free
  })
  return svg(
    'svg',
    { class: 'axis', width: '100%', height: 16, 'aria-hidden': 'true', focusable: 'false' },
    shown
      .sort((a, b) => a - b)
      .map(tick => svg('text', { x: percent(scale.at(tick)), y: 12, 'text-anchor': 'middle' }, label(tick))),
  )
}

/** From nothing to a value, with today's beside it and a tick to compare with: for numbers that have no range. */
export function levelBar(before: number, after: number, verdict: Verdict | 'plain', tick = 0): Markup {
  const most = Math.max(before, after, tick, 1e-12) * 1.04
  const at = (value: number) => percent((100 * value) / most)
  return svg(
    'svg',
    { class: `bar v-${verdict}`, width: '100%', height: 22, 'aria-hidden': 'true', focusable: 'false' },
    svg('line', { class: 'c-grid', x1: '0%', x2: '100%', y1: 11, y2: 11 }),
    svg('rect', { class: 'c-ghost', x: '0%', width: at(before), y: 7.5, height: 7, rx: 3.5 }),
    svg('line', { class: 'c-level', x1: '0%', x2: at(after), y1: 11, y2: 11 }),
    tick > 0 && svg('line', { class: 'c-today', x1: at(tick), x2: at(tick), y1: 4, y2: 18 }),
    svg('circle', { class: 'c-dot', cx: at(after), cy: 11, r: 4.3 }),
  )
}

/** Value and interval as the reader sees them, one cell. */
export function valueCell(value: string, interval: string): Markup {
  return html`<b>${value}</b>${interval !== '' && html` <span class="interval">${interval}</span>`}`
}

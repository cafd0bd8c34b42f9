/** Draws an interval chart: name, bar, dot, value, interval; zero line, grid, unit on the axis. */
import { join, type Markup } from '../../report/html.js'
import { svg } from '../../report/svg.js'
import { textWidth } from '../../report/text-width.js'
import { lines } from '../export/chart-picture.js'
import { type Drawing, fitted, line, text } from '../export/drawing.js'
import {
  barOf,
  type ChartGeometry,
  chartGeometry,
  type IntervalRow,
  NAME_SIZE,
  type RowShape,
} from './interval-rows.js'

const BAR = { gain: 'gain-2', loss: 'loss-2', zero: 'line-strong' } as const
const DOT = { gain: 'gain-3', loss: 'loss-3', zero: 'ink-2' } as const

export function drawIntervals(
  rows: readonly IntervalRow[],
  width: number,
  shape: RowShape,
  tickLabel: (tick: number, ticks: readonly number[]) => string,
): Drawing {
  const geometry = chartGeometry(rows, width, shape)
  return {
    width,
    height: geometry.height,
    body: join([
      frame(geometry, rows.length, tickLabel),
      ...rows.map((row, k) => drawRow(row, geometry, geometry.rowsTop + (k + 0.5) * shape.height, shape)),
    ]),
  }
}

function frame(
  { scale, x, height, rowsTop, plotFrom, plotTo }: ChartGeometry,
  count: number,
  tickLabel: (tick: number, ticks: readonly number[]) => string,
): Markup {
  if (count === 0) return join([])
  const bottom = height - 16
  const shown = axisTicks(scale.ticks, tick => tickLabel(tick, scale.ticks), x, [plotFrom - 20, plotTo + 30])
  return join([
    ...scale.ticks.map(tick =>
      line([x(tick), rowsTop], [x(tick), bottom - 2], tick === 0 ? 'line-strong' : 'line'),
    ),
    ...shown.map(({ tick, label }) =>
      text(x(tick), bottom + 12, label, { size: 11, token: 'ink-3', anchor: 'middle' }),
    ),
  ])
}

/** Zero first, then from the outside in; dropped where two would touch or leave the chart. */
export function axisTicks(
  ticks: readonly number[],
  label: (tick: number) => string,
  x: (tick: number) => number,
  [from, to]: readonly [number, number],
): { readonly tick: number; readonly label: string }[] {
  const order = [...ticks].sort((a, b) => Number(b === 0) - Number(a === 0) || Math.abs(b) - Math.abs(a))
  const taken: { readonly from: number; readonly to: number }[] = []
  return order
    .map(tick => ({ tick, label: label(tick) }))
    .filter(({ tick, label: words }) => {
      const half = textWidth(words, 11) / 2
      const [left, right] = [x(tick) - half - 4, x(tick) + half + 4]
      if (tick !== 0 && (left < from || right > to)) return false
      if (taken.some(other => left < other.to && right > other.from)) return false
      taken.push({ from: left, to: right })
      return true
    })
}

function drawRow(row: IntervalRow, geometry: ChartGeometry, y: number, { stacked }: RowShape): Markup {
  const { x, nameWidth, valueEnd, intervalEnd } = geometry
  const bounds = barOf(row)
  const up = stacked && row.interval !== '' ? y - 3 : y + 4
  return join([
    ...nameLines(row, y, nameWidth, stacked),
    bounds !== undefined && bar(row, bounds, x, y),
    dot(row, x(row.range.value), y),
    text(valueEnd, up, row.value, { size: 12.5, token: 'ink', weight: 600, anchor: 'end' }),
    row.interval !== '' &&
      text(intervalEnd, stacked ? y + 10.5 : y + 4, row.interval, {
        size: 11.5,
        token: 'ink-3',
        anchor: 'end',
      }),
  ])
}

/** A name, today's level under it; where there is no level, a long name takes two lines. */
function nameLines({ name, under }: IntervalRow, y: number, width: number, stacked: boolean): Markup[] {
  const style = { size: NAME_SIZE, token: 'ink' }
  if (under !== undefined)
    return [
      text(0, y - 3, fitted(name, NAME_SIZE, width), style),
      text(0, y + 10.5, fitted(under, 11, width), { size: 11, token: 'ink-3' }),
    ]
  const [first = name, ...rest] = stacked ? lines(name, NAME_SIZE, 400, width) : []
  if (rest.length === 0) return [text(0, y + 4, fitted(first, NAME_SIZE, width), style)]
  return [text(0, y - 3, first, style), text(0, y + 10.5, fitted(rest.join(' '), NAME_SIZE, width), style)]
}

function bar(
  { bar: kind, verdict }: IntervalRow,
  { low, high }: { readonly low: number; readonly high: number },
  x: (value: number) => number,
  y: number,
): Markup {
  return svg('rect', {
    x: x(low),
    y: y - 3.5,
    width: Math.max(0, x(high) - x(low)),
    height: 7,
    rx: 3.5,
    fill: `var(--${BAR[verdict]})`,
    'fill-opacity': kind === 'known' ? '0.45' : '0.2',
  })
}

function dot({ verdict, estimated }: IntervalRow, cx: number, cy: number): Markup {
  const colour = `var(--${DOT[verdict]})`
  return estimated
    ? svg('circle', { cx, cy, r: 3.6, fill: 'var(--surface)', stroke: colour, 'stroke-width': 2 })
    : svg('circle', { cx, cy, r: 4.3, fill: colour })
}

/** Shares under every definition as rows of dots, the band of values for which the words are true behind them. */
import { scaleLinear } from 'd3-scale'
import { join, type Markup } from '../../../report/html.js'
import { svg } from '../../../report/svg.js'
import { textWidth } from '../../../report/text-width.js'
import { type Drawing, line, text } from '../../export/drawing.js'

export interface DotRow {
  readonly label: string
  /** 0–1. */
  readonly share: number
  readonly value: string
  readonly holds: boolean
}

export interface DotRows {
  readonly groups: readonly { readonly title: string; readonly rows: readonly DotRow[] }[]
  /** Absent where nothing was claimed. */
  readonly band?: {
    readonly low: number
    readonly high: number
    readonly literal: number
    readonly words: string
  }
  readonly tick: (percent: number, first: boolean) => string
}

/** Narrower than this a row's name stands above its line. */
const NARROW = 520
const ROW = 20
const STACKED_ROW = 34
const GROUP = 26

export function drawDotRows({ groups, band, tick }: DotRows, width: number): Drawing {
  const stacked = width < NARROW
  const labels = groups.flatMap(group => group.rows.map(row => textWidth(row.label, 12, 600)))
  const left = stacked ? 0 : Math.min(Math.max(...labels, 120) + 16, width * 0.42)
  const right = width - (band === undefined ? 52 : 78)
  const most = Math.max(
    0.1,
    ...groups.flatMap(group => group.rows.map(row => row.share)),
    band === undefined || band.high === 1 ? 0 : band.high,
    band?.literal ?? 0,
  )
  const scale = scaleLinear([0, most * 100 * 1.12], [left, right]).nice(6)
  const at = (share: number) => scale(share * 100)

  const top = band === undefined ? 0 : 22
  let y = top
  const marks: Markup[] = []
  for (const group of groups) {
    y += GROUP
    marks.push(text(0, y - 4, group.title, { weight: 600, halo: stacked }))
    for (const row of group.rows) {
      y += stacked ? STACKED_ROW : ROW
      marks.push(drawRow(row, { y: y - 8, left, right: at(row.share), end: right, width, stacked }))
    }
  }
  const bottom = y + 4
  const ground = band === undefined ? [] : drawBand(band, at, top, bottom, [left, right])
  return { body: join([...ground, ...marks, axis(scale, tick, bottom)]), width, height: bottom + 20 }
}

interface RowPlace {
  readonly y: number
  readonly left: number
  readonly right: number
  readonly end: number
  readonly width: number
  readonly stacked: boolean
}

function drawRow({ label, value, holds }: DotRow, place: RowPlace): Markup {
  const { y, left, right, end, width, stacked } = place
  const weight = holds ? 600 : 400
  const token = holds ? 'ink' : 'ink-2'
  return join([
    line([left, y], [right, y], 'line', 1),
    svg('circle', { cx: right, cy: y, r: holds ? 5.5 : 3.6, fill: `var(--${holds ? 'ink' : 'core'})` }),
    text(0, stacked ? y - 12 : y + 4, label, { weight, token, halo: stacked }),
    text(Math.min(end + 52, width), y + 4, value, { weight, token, anchor: 'end' }),
    holds &&
      svg('path', {
        d: `M${round(end + 60)} ${round(y)}l4 4 7-8`,
        fill: 'none',
        stroke: 'var(--ink)',
        'stroke-width': 1.6,
      }),
  ])
}

function drawBand(
  { low, high, literal, words }: NonNullable<DotRows['band']>,
  at: (share: number) => number,
  top: number,
  bottom: number,
  [left, right]: readonly [number, number],
): Markup[] {
  const from = Math.min(at(low), right)
  const to = high === 1 ? right : Math.min(at(high), right)
  const half = textWidth(words, 12) / 2
  const middle = Math.max(left + half, Math.min((from + to) / 2, right + 52 - half))
  return [
    svg('rect', {
      x: from,
      y: top - 4,
      width: Math.max(1.5, to - from),
      height: bottom - top + 4,
      fill: 'var(--sunk)',
    }),
    line([at(literal), top - 4], [at(literal), bottom], 'ink-2', 1.5),
    text(middle, 11, words, { anchor: 'middle' }),
  ]
}

function axis(
  scale: ReturnType<typeof scaleLinear<number, number>>,
  tick: DotRows['tick'],
  y: number,
): Markup {
  const [from, to] = scale.range() as [number, number]
  return join([
    line([from, y], [to, y], 'line-strong'),
    ...scale.ticks(6).map((value, k) =>
      join([
        line([scale(value), y], [scale(value), y + 4], 'line-strong'),
        text(scale(value), y + 16, tick(value, k === 0), {
          size: 11,
          token: 'ink-3',
          anchor: k === 0 && from === 0 ? 'start' : 'middle',
        }),
      ]),
    ),
  ])
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

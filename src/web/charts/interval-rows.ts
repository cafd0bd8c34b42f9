/** The rows of an interval chart, and where they stand: one form for every effect. */
import type { Bounds, Range } from '../../index.js'
import { type IntervalScale, intervalScale } from '../../report/charts/interval.js'
import type { Verdict } from '../../report/context.js'
import { textWidth } from '../../report/text-width.js'
import type { Worded } from '../../report/words.js'

export interface IntervalRow {
  readonly key: string
  readonly name: string
  /** Today's level, under the name. */
  readonly under?: string
  readonly range: Range
  readonly value: string
  /** Empty where there is none. */
  readonly interval: string
  readonly verdict: Verdict
  /** Hollow: the input that moves it most is estimated. */
  readonly estimated: boolean
  /** `known`: bar and numbers; `pale`: the bar of the last range, while the next is computed; `none`: a dot alone. */
  readonly bar: 'known' | 'pale' | 'none'
  /** Of the pale bar. */
  readonly last?: Bounds
  /** Words of the last range: their room is kept, so that nothing jumps while the next is computed. */
  readonly room?: Worded
}

export interface RowShape {
  readonly height: number
  /** Value above its interval, name above today's level. */
  readonly stacked: boolean
  /** Of the axis, in the unit of the rows. */
  readonly least?: number
}

export interface ChartGeometry {
  readonly width: number
  readonly height: number
  readonly rowHeight: number
  readonly rowsTop: number
  /** End of the names, and of the plot; pixels. */
  readonly plotFrom: number
  readonly plotTo: number
  readonly valueEnd: number
  readonly intervalEnd: number
  readonly nameWidth: number
  readonly scale: IntervalScale
  readonly x: (value: number) => number
}

/** What a solver leaves of nothing. */
const DUST = 1e-6
export const NAME_SIZE = 12.5
const AXIS = 18
const GAP = 14
/** Part of the width that names may take. */
const MOST_NAMES = 0.4
const MOST_STACKED_NAMES = 0.5
const LEAST_PLOT = 56

export function barOf({ bar, range, last }: IntervalRow): Bounds | undefined {
  if (bar === 'known') return range
  return bar === 'pale' ? last : undefined
}

/**
 * One scale for all rows, zero always on it.
 *
 * @param least what the axis reaches at least, so that changes too small to be told look small.
 */
export function scaleOf(rows: readonly IntervalRow[], least: number): IntervalScale {
  const ranges = rows.map(row => {
    const { low, high } = barOf(row) ?? { low: row.range.value, high: row.range.value }
    return { value: row.range.value, low, high }
  })
  const size = Math.max(0, ...ranges.flatMap(({ value, low, high }) => [value, low, high].map(Math.abs)))
  const floor = size < least ? [{ value: 0, low: -least, high: least }] : []
  return intervalScale([...ranges, ...floor], 3)
}

function widest(texts: readonly string[], size: number, weight: 400 | 600 = 400): number {
  return Math.max(0, ...texts.map(text => textWidth(text, size, weight)))
}

function widestValue(words: readonly Worded[]): number {
  return widest(
    words.map(({ value }) => value),
    NAME_SIZE,
    600,
  )
}

function widestInterval(words: readonly Worded[]): number {
  return widest(
    words.map(({ interval }) => interval),
    11.5,
  )
}

/** What values and intervals take at the right. */
function rightOf(values: number, intervals: number, stacked: boolean): number {
  if (stacked) return Math.max(values, intervals)
  return values + (intervals > 0 ? intervals + 12 : 0)
}

export function chartGeometry(
  rows: readonly IntervalRow[],
  width: number,
  { height: rowHeight, stacked, least = DUST }: RowShape,
): ChartGeometry {
  const [values, intervals] = [widestValue(rows), widestInterval(rows)]
  const rooms = rows.map(row => row.room ?? { value: '', interval: '' })
  const right = Math.max(
    rightOf(values, intervals, stacked),
    rightOf(widestValue(rooms), widestInterval(rooms), stacked),
  )
  const names = widest(
    rows.flatMap(row => [row.name, row.under ?? '']),
    NAME_SIZE,
  )
  const nameWidth = Math.max(
    48,
    Math.min(
      names + 4,
      width * (stacked ? MOST_STACKED_NAMES : MOST_NAMES),
      width - right - 2 * GAP - LEAST_PLOT,
    ),
  )
  const plotFrom = nameWidth + GAP
  const plotTo = Math.max(plotFrom + 8, width - right - GAP)
  const scale = scaleOf(rows, least)
  return {
    width,
    height: rows.length === 0 ? 0 : rows.length * rowHeight + AXIS + 4,
    rowHeight,
    rowsTop: 2,
    plotFrom,
    plotTo,
    valueEnd: stacked || intervals === 0 ? width : width - intervals - 12,
    intervalEnd: width,
    nameWidth,
    scale,
    x: value => plotFrom + (scale.at(value) / 100) * (plotTo - plotFrom),
  }
}

/** Members of a bloc on a time axis: solid while members, dashed in another role. */
import { scaleLinear } from 'd3-scale'
import { join } from '../../../report/html.js'
import { textWidth } from '../../../report/text-width.js'
import { type Drawing, fitted, line, text } from '../../export/drawing.js'
import { type Timeline, type TimelineRow, yearFraction } from './timeline-rows.js'

const ROW = 20

export function drawTimeline(
  timeline: Timeline,
  rows: readonly TimelineRow[],
  name: (iso3: string) => string,
  width: number,
): Drawing {
  const labels = Math.min(Math.max(...rows.map(row => textWidth(name(row.iso3), 12))) + 14, width * 0.4)
  const scale = scaleLinear([timeline.firstYear, timeline.lastYear], [labels, width - 6])
  const bottom = 8 + rows.length * ROW
  const years = spaced(timeline.changes, scale)
  return {
    width,
    height: bottom + 20,
    body: join([
      ...years.map(year => line([scale(year), 2], [scale(year), bottom], 'line')),
      ...rows.map((row, k) => {
        const y = 4 + ROW * k + ROW / 2
        return join([
          text(0, y + 4, fitted(name(row.iso3), 12, labels - 8), { token: 'ink' }),
          ...row.periods.map(({ kind, from, to }) => {
            const x1 = scale(yearFraction(from))
            const x2 = scale(to === undefined ? timeline.lastYear : yearFraction(to))
            return kind === 'member'
              ? line([x1 + 2.5, y], [Math.max(x1 + 3, x2 - 2.5), y], 'ink-2', 5, {
                  'stroke-linecap': 'round',
                })
              : line([x1, y], [x2, y], 'ghost-ink', 1.3, { 'stroke-dasharray': '3 3' })
          }),
        ])
      }),
      ...years.map(year =>
        text(Math.min(scale(year), width - 12), bottom + 15, String(year), {
          size: 11,
          token: 'ink-3',
          anchor: 'middle',
        }),
      ),
    ]),
  }
}

/** First and last year of change, and those between that leave room for their label. */
function spaced(years: readonly number[], scale: (year: number) => number): number[] {
  const kept: number[] = []
  for (const year of [years[0]!, years.at(-1)!, ...years.slice(1, -1)]) {
    if (kept.every(other => Math.abs(scale(other) - scale(year)) >= 34)) kept.push(year)
  }
  return kept.sort((a, b) => a - b)
}

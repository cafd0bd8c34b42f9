/** How much of each member's trade hangs on few partners: a bar for the index, the largest partner at the right. */
import { scaleLinear } from 'd3-scale'
import { join } from '../../../report/html.js'
import { textWidth } from '../../../report/text-width.js'
import { type Drawing, fitted, line, text } from '../../export/drawing.js'

export interface ConcentrationRow {
  readonly name: string
  /** 0–1. */
  readonly herfindahl: number
  readonly index: string
  readonly partner: string
}

const ROW = 20

export function drawConcentration(rows: readonly ConcentrationRow[], width: number): Drawing {
  const labels = Math.min(Math.max(...rows.map(row => textWidth(row.name, 12))) + 14, width * 0.4)
  const partners = Math.min(Math.max(...rows.map(row => textWidth(row.partner, 12))) + 12, width * 0.34)
  const most = Math.max(...rows.map(row => row.herfindahl))
  const scale = scaleLinear([0, most], [labels, width - partners - 34])
  return {
    width,
    height: 8 + rows.length * ROW,
    body: join(
      rows.map((row, k) => {
        const y = 4 + ROW * k + ROW / 2
        const end = Math.max(labels + 5, scale(row.herfindahl))
        return join([
          text(0, y + 4, fitted(row.name, 12, labels - 8), { token: 'ink' }),
          line([labels + 2.5, y], [end - 2.5, y], 'core', 5, { 'stroke-linecap': 'round' }),
          text(end + 6, y + 4, row.index),
          text(width, y + 4, fitted(row.partner, 12, partners), { anchor: 'end' }),
        ])
      }),
    ),
  }
}

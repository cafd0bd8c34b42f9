/** The turnover matrix as a picture. */
import { join } from '../../../report/html.js'
import { svg } from '../../../report/svg.js'
import { textWidth } from '../../../report/text-width.js'
import { type Drawing, fitted, text } from '../../export/drawing.js'
import type { TurnoverMatrix } from './turnover-matrix.js'

/** Opacity of `core` by step. */
const SHADES = [0, 0.08, 0.2, 0.34, 0.5, 0.7] as const

const WIDE = 58
const HIGH = 26

export function drawMatrix(
  { members, cells }: TurnoverMatrix,
  name: (iso3: string) => string,
  value: (usd: number) => string,
): Drawing {
  const labels = Math.min(150, Math.max(...members.map(iso3 => textWidth(name(iso3), 12)))) + 12
  return {
    width: labels + members.length * WIDE,
    height: 24 + members.length * HIGH,
    body: join([
      ...members.map((iso3, j) => text(labels + WIDE * (j + 0.5), 15, iso3, { anchor: 'middle' })),
      ...cells.map((row, i) => {
        const y = 24 + HIGH * i
        return join([
          text(0, y + 17, fitted(name(members[i]!), 12, labels - 8), { token: 'ink' }),
          ...row.map(({ usd, quality, step }, j) => {
            const x = labels + WIDE * j
            return join([
              svg('rect', {
                x: x + 0.5,
                y: y + 0.5,
                width: WIDE - 1,
                height: HIGH - 1,
                fill: i === j ? 'var(--sunk)' : 'var(--core)',
                'fill-opacity': i === j ? undefined : String(SHADES[step]),
              }),
              usd !== undefined && text(x + WIDE / 2, y + 17, value(usd), { token: 'ink', anchor: 'middle' }),
              quality === 'estimated' &&
                svg('circle', {
                  cx: x + WIDE - 6,
                  cy: y + 6,
                  r: 2.4,
                  fill: 'none',
                  stroke: 'var(--ink-2)',
                  'stroke-width': 1.2,
                }),
            ])
          }),
        ])
      }),
    ]),
  }
}

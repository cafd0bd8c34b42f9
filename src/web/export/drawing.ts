/** What the page's drawings share: strings of SVG that serve the page and the picture alike. */
import type { Markup } from '../../report/html.js'
import { svg } from '../../report/svg.js'
import { textWidth } from '../../report/text-width.js'

/** Elements in a coordinate system of their own; colours are `var(--token)`. */
export interface Drawing {
  readonly body: Markup
  readonly width: number
  readonly height: number
}

export interface TextChoices {
  readonly size?: number
  readonly token?: string
  readonly weight?: 400 | 600
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Clear of what it stands on. */
  readonly halo?: boolean
}

export function text(
  x: number,
  y: number,
  words: string,
  { size = 12, token = 'ink-2', weight = 400, anchor = 'start', halo = false }: TextChoices = {},
): Markup {
  return svg(
    'text',
    {
      x,
      y,
      fill: `var(--${token})`,
      'font-size': size,
      'font-weight': weight === 600 ? '600' : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      ...(halo ? { stroke: 'var(--surface)', 'stroke-width': 3, 'paint-order': 'stroke' } : {}),
    },
    words,
  )
}

export function line(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  token: string,
  width = 1,
  more: Readonly<Record<string, string>> = {},
): Markup {
  return svg('line', { x1, y1, x2, y2, stroke: `var(--${token})`, 'stroke-width': width, ...more })
}

/** The words, or as many of their first letters as fit before an ellipsis. */
export function fitted(words: string, size: number, width: number): string {
  if (textWidth(words, size) <= width) return words
  let short = [...words]
  while (short.length > 1 && textWidth(`${short.join('')}…`, size) > width) short = short.slice(0, -1)
  return `${short.join('').trimEnd()}…`
}

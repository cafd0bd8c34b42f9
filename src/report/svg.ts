/** Small SVG builder: attributes are escaped, numbers rounded to a tenth, undefined ones left out. */
import { escapeText, type Insert, join, type Markup, trusted } from './html.js'

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** A coordinate with at most one decimal; never `-0`, never not-a-number. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a coordinate of a drawing is not finite')
  const tenths = Math.round(value * 10)
  return tenths === 0 ? '0' : String(tenths / 10)
}

/** One element; numbers are coordinates. */
export function svg(name: string, attributes: Attributes, ...children: readonly Insert[]): Markup {
  let out = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    out += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeText(value)}"`
  }
  const inside = join(children).markup
  return trusted(inside === '' ? `${out}/>` : `${out}>${inside}</${name}>`)
}

/** A drawing with its name and description for those who cannot see it. `id` is unique in the page. */
export function drawing(
  id: string,
  width: number,
  height: number,
  title: string,
  description: string,
  attributes: Attributes,
  ...children: readonly Insert[]
): Markup {
  return svg(
    'svg',
    {
      viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      ...attributes,
    },
    svg('title', { id: `${id}-title` }, title),
    svg('desc', { id: `${id}-desc` }, description),
    ...children,
  )
}

/**
 * A chart as a picture for a slide: 1600 × 900, light, with title, unit and year, legend, source, scenario and hash. A
 * self-contained SVG; no style of the page reaches it.
 */
import { html, join, type Markup } from '../../report/html.js'
import { svg } from '../../report/svg.js'
import { textWidth } from '../../report/text-width.js'
import { inLight } from './light-tokens.js'

export const PICTURE_WIDTH = 1600
export const PICTURE_HEIGHT = 900

export const PICTURE_FONT =
  '&quot;Source Sans 3 Variable&quot;,&quot;Noto Sans SC Variable&quot;,&quot;PingFang SC&quot;,&quot;Microsoft YaHei&quot;,system-ui,sans-serif'

export interface LegendItem {
  readonly mark: 'dot' | 'hollow' | 'small-dot' | 'bar' | 'line' | 'dashed' | 'square'
  /** Token of its colour: `gain-3`. */
  readonly token: string
  readonly label: string
}

export interface ChartPicture {
  readonly title: string
  /** Unit and year. */
  readonly subtitle: string
  readonly legend: readonly LegendItem[]
  /** `Source: …` in the reader's language. */
  readonly source: string
  /** The scenario's title and hash, where the chart shows one. */
  readonly scenario?: string
  /** What a map says of its boundaries. */
  readonly notice?: string
  /** Elements of the chart; colours may be `var(--token)`. */
  readonly body: Markup
  /** Size of the chart's own coordinates; it is enlarged to fill the page. */
  readonly width: number
  readonly height: number
}

const MARGIN = 64
const INNER = PICTURE_WIDTH - 2 * MARGIN
const LARGEST = 2.6

/** @returns an SVG document. */
export function chartPicture(picture: ChartPicture): string {
  const title = lines(picture.title, 34, 600, INNER).slice(0, 2)
  const head = 58 + title.length * 42
  const foot = footer(picture)
  const legend = legendRows(picture.legend)
  const bottom = foot.top - (legend.length === 0 ? 24 : 24 + 30 * legend.length)
  const top = head + 44
  const scale = Math.min(INNER / picture.width, (bottom - top) / picture.height, LARGEST)
  const left = MARGIN + (INNER - picture.width * scale) / 2
  const page = html`<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" viewBox="0 0 ${PICTURE_WIDTH} ${PICTURE_HEIGHT}" font-family="${{ markup: PICTURE_FONT }}" font-size="14" fill="var(--ink)" style="font-feature-settings:&quot;tnum&quot;,&quot;lnum&quot;"><title>${picture.title}</title><rect width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" fill="var(--surface)"/>${title.map(
    (line, k) =>
      svg(
        'text',
        { x: MARGIN, y: 78 + 42 * k, 'font-size': 34, 'font-weight': '600', 'letter-spacing': '-0.3' },
        line,
      ),
  )}${svg('text', { x: MARGIN, y: head + 14, 'font-size': 20, fill: 'var(--ink-2)' }, picture.subtitle)}${{ markup: `<g transform="translate(${round(left)} ${round(top)}) scale(${round(scale)})">` }}${picture.body}${{ markup: '</g>' }}${legend.map(
    (row, k) => drawLegend(row, bottom + 30 + 30 * k),
  )}${foot.markup}</svg>`
  return inLight(page.markup)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Source, scenario and notice above a hairline's foot; grows upwards. */
function footer({ source, scenario, notice }: ChartPicture): {
  readonly top: number
  readonly markup: Markup
} {
  const mark = 'Keruen'
  const texts = [
    source,
    ...(notice === undefined ? [] : [notice]),
    ...(scenario === undefined ? [] : [scenario]),
  ]
  const rows = texts.flatMap(text => lines(text, 15, 400, INNER - 120))
  const top = PICTURE_HEIGHT - 40 - rows.length * 21
  return {
    top,
    markup: join([
      svg('line', { x1: MARGIN, x2: MARGIN + INNER, y1: top, y2: top, stroke: 'var(--line)' }),
      ...rows.map((row, k) =>
        svg('text', { x: MARGIN, y: top + 25 + 21 * k, 'font-size': 15, fill: 'var(--ink-3)' }, row),
      ),
      svg(
        'text',
        { x: MARGIN + INNER, y: top + 25, 'font-size': 17, 'font-weight': '600', 'text-anchor': 'end' },
        mark,
      ),
    ]),
  }
}

interface PlacedItem extends LegendItem {
  readonly x: number
}

/** Items in rows, from the left. */
function legendRows(legend: readonly LegendItem[]): PlacedItem[][] {
  const rows: PlacedItem[][] = []
  let x = Number.POSITIVE_INFINITY
  for (const item of legend) {
    const width = 40 + textWidth(item.label, 17) + 36
    if (x + width > INNER) {
      rows.push([])
      x = 0
    }
    rows.at(-1)!.push({ ...item, x: MARGIN + x })
    x += width
  }
  return rows
}

function drawLegend(row: readonly PlacedItem[], y: number): Markup {
  return join(
    row.map(item =>
      join([
        legendMark(item, y - 6),
        svg('text', { x: item.x + 40, y, 'font-size': 17, fill: 'var(--ink-2)' }, item.label),
      ]),
    ),
  )
}

function legendMark({ mark, token, x }: PlacedItem, y: number): Markup {
  const colour = `var(--${token})`
  switch (mark) {
    case 'dot':
      return svg('circle', { cx: x + 16, cy: y, r: 7, fill: colour })
    case 'small-dot':
      return svg('circle', { cx: x + 16, cy: y, r: 4.5, fill: colour })
    case 'hollow':
      return svg('circle', {
        cx: x + 16,
        cy: y,
        r: 5.5,
        fill: 'var(--surface)',
        stroke: colour,
        'stroke-width': 3,
      })
    case 'bar':
      return svg('rect', { x, y: y - 5, width: 32, height: 10, rx: 5, fill: colour })
    case 'square':
      return svg('rect', { x: x + 8, y: y - 8, width: 16, height: 16, fill: colour })
    case 'line':
      return svg('line', { x1: x, x2: x + 32, y1: y, y2: y, stroke: colour, 'stroke-width': 3 })
    case 'dashed':
      return svg('line', {
        x1: x,
        x2: x + 32,
        y1: y,
        y2: y,
        stroke: colour,
        'stroke-width': 3,
        'stroke-dasharray': '6 4',
      })
  }
}

/** A text in lines that fit; broken between words, and between any two letters of a script without spaces. */
export function lines(text: string, size: number, weight: 400 | 600, width: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/gu) ?? []
  const rows: string[] = []
  let row = ''
  for (const piece of pieces) {
    if (row !== '' && textWidth((row + piece).trimEnd(), size, weight) > width) {
      rows.push(row.trimEnd())
      row = ''
    }
    row += piece
  }
  if (row.trim() !== '') rows.push(row.trimEnd())
  return rows
}

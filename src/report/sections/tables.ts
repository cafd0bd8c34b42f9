/** Frames of tables: a table wider than the page scrolls by itself and can be reached from the keyboard. */
import type { ReportContext } from '../context.js'
import { html, type Insert, type Markup } from '../html.js'

/** `className` may hold `untitled`: the heading above already says it. */
export function scrollTable(title: string, inside: Insert, note?: Insert, className = ''): Markup {
  return html`<figure class="table-figure">${!className.includes('untitled') && html`<figcaption><h3>${title}</h3></figcaption>`}<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="${className}">${inside}</table></div>${note !== undefined && html`<p class="source">${note}</p>`}</figure>`
}

/** Column headings; the first names the rows, the numeric ones stand at the right. */
export function headings(names: readonly string[], numeric: ReadonlySet<number>): Markup {
  return html`<thead><tr>${names.map((name, k) => html`<th scope="col" class="${numeric.has(k) && 'num'}">${name}</th>`)}</tr></thead>`
}

/** Headings in two rows: names, then pairs with today and the scenario under each, then numbers and words alone. */
export function pairedHeadings(
  { messages: { tables } }: ReportContext,
  names: readonly string[],
  pairs: readonly string[],
  words: readonly string[],
  numbers: readonly string[] = [],
): Markup {
  const { before, after } = tables.corridors
  const tall = (name: string, look: string | false) =>
    html`<th scope="col" rowspan="2" class="${look}">${name}</th>`
  return html`<thead><tr>${names.map(name => tall(name, false))}${pairs.map(name => html`<th scope="colgroup" colspan="2" class="num">${name}</th>`)}${numbers.map(name => tall(name, 'num'))}${words.map(name => tall(name, false))}</tr><tr>${pairs.map(() => html`<th scope="col" class="num">${before}</th><th scope="col" class="num">${after}</th>`)}</tr></thead>`
}

/** Only addresses of the web become links. */
export function linked(address: string, text: string): Markup {
  return /^https?:\/\/[^\s]+$/.test(address)
    ? html`<a href="${address}" rel="noreferrer">${text}</a>`
    : html`${text}`
}

/** Frames of tables: a table wider than the page scrolls by itself and can be reached from the keyboard. */
import { html, type Insert, type Markup } from '../html.js'

/** `className` may hold `untitled`: the heading above already says it. */
export function scrollTable(title: string, inside: Insert, note?: Insert, className = ''): Markup {
  return html`<figure class="table-figure">${!className.includes('untitled') && html`<figcaption><h3>${title}</h3></figcaption>`}<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="${className}">${inside}</table></div>${note !== undefined && html`<p class="source">${note}</p>`}</figure>`
}

/** Column headings; the first names the rows, the numeric ones stand at the right. */
export function headings(names: readonly string[], numeric: ReadonlySet<number>): Markup {
  return html`<thead><tr>${names.map((name, k) => html`<th scope="col" class="${numeric.has(k) && 'num'}">${name}</th>`)}</tr></thead>`
}

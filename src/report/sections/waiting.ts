/** Where boxes wait: the table behind the rings of the map. */
import { dashed, type ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { type HeavyWait, heaviestWaits } from '../map/heavy-waits.js'
import { mapView } from '../map/projection.js'
import { wideFrame } from './map.js'
import { pairedHeadings, scrollTable } from './tables.js'

/** Stands after the corridors. */
export function waitingPart(context: ReportContext): Markup {
  const { messages: m, result, dataset } = context
  const t = m.tables.waiting
  const heavy = heaviestWaits(result.waits, dataset.network, mapView(wideFrame()))
  if (heavy.length === 0) return html`<h3>${t.title}</h3><p>${t.none}</p>`
  const head = pairedHeadings(context, [t.name, t.kind], [t.standing, t.hours, t.teu], [t.quality])
  const body = html`${head}<tbody>${heavy.map(wait => row(context, wait))}</tbody>`
  return html`<h3>${t.title}</h3><p>${t.lead}</p>${scrollTable(t.tableTitle, body, t.note, 'untitled')}`
}

function row({ messages: m, numbers }: ReportContext, { place, kind, ...wait }: HeavyWait): Markup {
  const { teu, meanHours } = numbers
  const text = (value: number | null, words: (value: number) => string) =>
    value === null ? m.tables.waiting.nobody : words(value)
  const pair = (
    { before, after }: { readonly before: number | null; readonly after: number | null },
    words: (value: number) => string,
  ) => {
    // Ripples of less than a hundredth are no news.
    const moves = Math.abs((after ?? 0) - (before ?? 0)) >= 0.01 * (before ?? 0)
    const [was, is] = [text(before, words), text(after, words)]
    return html`<td class="num">${was}</td><td class="num">${was !== is && moves ? html`<b>${is}</b>` : is}</td>`
  }
  const { standing, quality } = wait
  return html`<tr><th scope="row">${dashed(place.name)}</th><td>${m.tables.waiting.kinds[kind]}</td>${pair(standing, teu)}${pair(wait.hours, meanHours)}${pair(wait.teu, teu)}<td>${m.tables.quality.words[quality] ?? quality}</td></tr>`
}

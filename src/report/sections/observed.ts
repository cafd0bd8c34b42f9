/** What was counted at named points, beside what the model sends over them. */
import type { TrafficPointResult } from '../../scenario/result/result.js'
import { dashed, type ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { headings, linked, scrollTable } from './tables.js'

/** Stands at the end of the corridors; nothing where the dataset has no counts. */
export function observedPart(context: ReportContext): Markup | undefined {
  const { messages: m, result } = context
  const t = m.tables.observed
  const points = result.trafficPoints
  if (points.length === 0) return undefined
  const names = [t.name, t.counted, t.period, t.before, t.ratio, t.after, t.quality, t.source]
  const body = html`${headings(names, new Set([1, 3, 4, 5]))}<tbody>${points.map(point => row(context, point))}</tbody>`
  return html`<h3 id="observed">${t.title}</h3><p>${t.lead}</p>${scrollTable(t.tableTitle, body, t.note, 'untitled wide-first')}`
}

function row({ messages: m, numbers }: ReportContext, point: TrafficPointResult): Markup {
  const { fixed, teu } = numbers
  const { name, countedTeu, period, quality, source, address, note } = point
  const ratio = countedTeu > 0 ? m.tables.observed.times(fixed(point.teu.before / countedTeu, 1)) : ''
  return html`<tr><th scope="row">${dashed(name)}${note !== '' && html`<span class="under">${note}</span>`}</th><td class="num">${teu(countedTeu)}</td><td>${period}</td><td class="num">${teu(point.teu.before)}</td><td class="num">${ratio}</td><td class="num">${teu(point.teu.after)}</td><td>${m.tables.quality.words[quality] ?? quality}</td><td>${linked(address, source)}</td></tr>`
}

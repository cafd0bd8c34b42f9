/** What may pass where a capacity is stated, and the queues that it makes. */
import type { CapacityResult } from '../../scenario/result/result.js'
import { dashed, type ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { headings, scrollTable } from './tables.js'

/** Stands at the end of the corridors. */
export function capacityPart(context: ReportContext): Markup {
  const { messages: m, result } = context
  const t = m.tables.capacity
  const { capacities } = result
  if (capacities.length === 0) return html`<h3>${t.title}</h3><p>${t.none}</p>`
  const queued = capacities.filter(({ queueHours }) => queueHours > 0)
  const said =
    queued.length === 0 ? t.noQueue : t.queued(queued.map(({ label }) => dashed(label)).join(m.semicolon))
  const body = html`${headings([t.name, t.stated, t.limit, `${t.teu}, ${m.tables.corridors.before}`, `${t.teu}, ${m.tables.corridors.after}`, t.used, t.queue, t.quality], new Set([1, 2, 3, 4, 5, 6]))}<tbody>${capacities.map(row => capacityRow(context, row))}</tbody>`
  return html`<h3>${t.title}</h3><p>${t.lead(capacities.length)} ${said}</p>${scrollTable(t.tableTitle, body, t.note)}`
}

function capacityRow({ messages: m, numbers }: ReportContext, row: CapacityResult): Markup {
  const { fixed, sharePercent, teu } = numbers
  const { label, statedTeu, limitTeu, usedShare, queueHours, quality } = row
  const word = quality === null ? m.tables.capacity.byMeasure : (m.tables.quality.words[quality] ?? quality)
  return html`<tr><th scope="row">${dashed(label)}</th><td class="num">${teu(statedTeu.after)}</td><td class="num">${teu(limitTeu.after)}</td><td class="num">${teu(row.teu.before)}</td><td class="num">${teu(row.teu.after)}</td><td class="num">${queueHours > 0 ? m.tables.capacity.full : sharePercent(usedShare.after)}</td><td class="num">${queueHours > 0 ? fixed(queueHours, 1) : ''}</td><td>${word}</td></tr>`
}

/** The package: what each measure touches, who can do it, what it costs; shown beside the gain, never netted. */
import type { ReportContext } from '../context.js'
import { fixed } from '../format.js'
import { html, type Markup, userText } from '../html.js'
import { amount } from '../words.js'
import { headings, scrollTable } from './tables.js'

export function measuresSection(context: ReportContext): Markup {
  const { messages: m, result } = context
  const t = m.tables.measures
  if (result.measures.length === 0)
    return html`<section id="measures"><h2>${t.title}</h2><p>${t.none}</p></section>`
  const money = (musd: number | null) => (musd === null ? t.unstated : amount(context, musd))
  const rows = result.measures.map(
    measure =>
      html`<tr><th scope="row">${userText(measure.title)}</th><td>${measure.owners.join(', ') || t.unstated}</td><td class="num">${money(measure.capitalMusd)}</td><td class="num">${money(measure.annualCostMusd)}</td><td class="num">${measure.year === null ? t.unstated : String(measure.year)}</td><td class="num">${fixed(measure.changedRows, 0)}</td><td class="num">${fixed(measure.touchedPairs, 0)}</td></tr>`,
  )
  const { capitalMusd, annualCostMusd } = result.bloc
  const foot = html`<tfoot><tr><th scope="row">${t.all}</th><td></td><td class="num"><b>${money(capitalMusd)}</b></td><td class="num"><b>${money(annualCostMusd)}</b></td><td></td><td></td><td></td></tr></tfoot>`
  return html`<section id="measures"><h2>${t.title}</h2>${scrollTable(
    t.title,
    html`${headings([t.name, t.owners, t.capital, t.annual, t.year, t.rows, t.pairs], new Set([2, 3, 4, 5, 6]))}<tbody>${rows}</tbody>${foot}`,
    t.note,
    'wide-first untitled',
  )}</section>`
}

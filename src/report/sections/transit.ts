/** What the through traffic of corridors pays in the countries on their way. */
import type { CorridorResult } from '../../scenario/result/result.js'
import { dashed, type ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { headings, scrollTable } from './tables.js'

/** One row for each corridor and country, folded: many rows that few readers want. */
export function earningsTable(context: ReportContext, corridors: readonly CorridorResult[]): Markup {
  const t = context.messages.tables.earnings
  const { fixed } = context.numbers
  const names = new Map(context.result.countries.map(({ iso3, name }) => [iso3, name]))
  const rows = corridors.flatMap(({ name, earnings }) =>
    earnings.map(
      ({ iso3, usdPerTeu, musd }) =>
        html`<tr><th scope="row">${dashed(name)}</th><td>${names.get(iso3) ?? iso3}</td><td class="num">${fixed(usdPerTeu.before, 0)}</td><td class="num">${fixed(usdPerTeu.after, 0)}</td><td class="num">${fixed(musd.before, 1)}</td><td class="num">${fixed(musd.after, 1)}</td></tr>`,
    ),
  )
  const columns = [t.corridor, t.country, t.usdBefore, t.usdAfter, t.musdBefore, t.musdAfter]
  const table = html`${headings(columns, new Set([2, 3, 4, 5]))}<tbody>${rows}</tbody>`
  return html`<details><summary>${t.title}</summary>${scrollTable(t.title, table, t.note)}</details>`
}

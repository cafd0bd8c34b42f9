/** Freight rates where the scenario lets them answer demand, and where not, that it might. */
import type { FreightMarketResult } from '../../scenario/result/result.js'
import type { ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { amount } from '../words.js'
import { headings, scrollTable } from './tables.js'

/** Stands after the capacities. */
export function freightPart(context: ReportContext): Markup | false {
  const { messages: m, result, dataset } = context
  const { freightMarkets } = result
  const t = m.tables.freight
  if (freightMarkets.length === 0)
    return dataset.freightMarkets.length > 0 && html`<h3>${t.title}</h3><p>${t.stated}</p>`
  const paid = freightMarkets.reduce((sum, { paidMoreMusd }) => sum + paidMoreMusd, 0)
  const said = paid > 0 ? t.paid(amount(context, paid)) : t.still
  const head = headings(
    [t.name, t.elasticity, t.carried, t.before, t.after, t.change, t.musd, t.quality],
    new Set([1, 2, 3, 4, 5, 6]),
  )
  const body = html`${head}<tbody>${freightMarkets.map(row => marketRow(context, row))}</tbody>`
  return html`<h3>${t.title}</h3><p>${t.lead} ${said}</p>${scrollTable(t.tableTitle, body, t.note)}`
}

function marketRow({ messages: m, numbers }: ReportContext, row: FreightMarketResult): Markup {
  const { fixed, signed } = numbers
  const { id, name, unit, supplyElasticity, use, usdPerUnit, paidMoreMusd, quality } = row
  const t = m.tables.freight
  const change = ({ before, after }: { before: number; after: number }) =>
    signed(before > 0 ? 100 * (after / before - 1) : 0, 1)
  const rate = (usd: number) => fixed(usd, usd < 1000 ? 1 : 0)
  return html`<tr><th scope="row">${m.markets[id] ?? name}<span class="under">${t.units[unit]}</span></th><td class="num">${fixed(supplyElasticity, 2)}</td><td class="num">${change(use)}</td><td class="num">${rate(usdPerUnit.before)}</td><td class="num">${rate(usdPerUnit.after)}</td><td class="num">${change(usdPerUnit)}</td><td class="num">${fixed(paidMoreMusd, 0)}</td><td>${m.tables.quality.words[quality] ?? quality}</td></tr>`
}

/** The package: what each measure touches, who can do it, what it costs; shown beside the gain, never netted. */
import type { ContributionResult } from '../../scenario/result/result.js'
import { countryName, type ReportContext } from '../context.js'
import { html, type Markup, userText } from '../html.js'
import { amount, wordedMusd } from '../words.js'
import { headings, scrollTable } from './tables.js'

export function measuresSection(context: ReportContext): Markup {
  const { messages: m, result } = context
  const t = m.tables.measures
  if (result.measures.length === 0)
    return html`<section id="measures"><h2>${t.title}</h2><p>${t.none}</p></section>`
  const money = (musd: number | null) => (musd === null ? t.unstated : amount(context, musd))
  const rows = result.measures.map(
    measure =>
      html`<tr><th scope="row">${userText(measure.title)}</th><td>${measure.owners.join(m.comma) || t.unstated}</td><td class="num">${money(measure.capitalMusd)}</td><td class="num">${money(measure.annualCostMusd)}</td><td class="num">${measure.year === null ? t.unstated : String(measure.year)}</td><td class="num">${context.numbers.fixed(measure.changedRows, 0)}</td><td class="num">${context.numbers.fixed(measure.touchedPairs, 0)}</td></tr>`,
  )
  const { capitalMusd, annualCostMusd } = result.bloc
  const foot = html`<tfoot><tr><th scope="row">${t.all}</th><td></td><td class="num"><b>${money(capitalMusd)}</b></td><td class="num"><b>${money(annualCostMusd)}</b></td><td></td><td></td><td></td></tr></tfoot>`
  return html`<section id="measures"><h2>${t.title}</h2>${scrollTable(
    t.title,
    html`${headings([t.name, t.owners, t.capital, t.annual, t.year, t.rows, t.pairs], new Set([2, 3, 4, 5, 6]))}<tbody>${rows}</tbody>${foot}`,
    t.note,
    'wide-first untitled',
  )}${result.contributions !== null && contributions(context, result.contributions)}</section>`
}

/** Which measure, or group of measures, contributes how much: rows add up to the headline. */
function contributions(context: ReportContext, rows: readonly ContributionResult[]): Markup {
  const { messages: m, result, members } = context
  const t = m.tables.contributions
  const single = { ...context, hasRanges: false }
  const money = (value: number) => wordedMusd(single, { value, low: value, high: value }).value
  const whole = result.bloc.realIncomeChangeMusd.value
  const ofMember = (row: ContributionResult, iso3: string) =>
    row.members.find(member => member.iso3 === iso3)?.realIncomeChangeMusd ?? 0
  const body = rows.map(
    row =>
      html`<tr><th scope="row">${userText(row.title)}${row.measures.length > 1 && html`<span class="under">${t.measures(row.measures.length)}</span>`}</th><td class="num"><b>${money(row.realIncomeChangeMusd)}</b></td><td class="num">${row.realIncomeChangeMusd >= 0 && whole > 0 ? context.numbers.sharePercent(row.realIncomeChangeMusd / whole) : ''}</td><td class="num">${money(row.turnoverChangeMusd)}</td>${members.map(({ iso3 }) => html`<td class="num">${money(ofMember(row, iso3))}</td>`)}</tr>`,
  )
  const foot = html`<tfoot><tr><th scope="row">${t.all}</th><td class="num"><b>${money(whole)}</b></td><td></td><td class="num">${money(result.bloc.turnoverChangeMusd.value)}</td>${members.map(({ realIncomeChangeMusd }) => html`<td class="num">${money(realIncomeChangeMusd.value)}</td>`)}</tr></tfoot>`
  const heads = [
    t.name,
    t.income,
    t.share,
    t.turnover,
    ...members.map(({ iso3 }) => countryName(context, iso3)),
  ]
  return scrollTable(
    t.title,
    html`${headings(heads, new Set(heads.map((_, k) => k).slice(1)))}<tbody>${body}</tbody>${foot}`,
    t.note,
    'wide-first',
  )
}

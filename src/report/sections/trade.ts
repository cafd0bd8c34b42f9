/** Trade: what each member sells and buys, prices and revenue, and who loses trade to whom. */
import type { CountryResult, DiversionRow, Range } from '../../scenario/result/result.js'
import { valueCell } from '../charts/interval.js'
import { countryName, type ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { amount, type Worded, wordedMusd, wordedPercent } from '../words.js'
import { bySectorTables } from './by-sector.js'
import { pairsOfMembers } from './pairs.js'
import { headings, scrollTable } from './tables.js'

/** Rows of the diversion table that stand open. */
const FIRST_MOVES = 8
const NEXT_PAIRS = 12

export function tradeSection(context: ReportContext): Markup {
  const t = context.messages.tables.trade
  return html`<section id="trade"><h2>${t.title}</h2>${salesTable(context)}${pairsOfMembers(context)}${context.result.sectors !== null && bySectorTables(context, context.result.sectors)}${priceTable(context)}${diversion(context)}${nextPercent(context)}</section>`
}

/** A change of percent of what was before, in million USD. */
function inMusd(before: number, percent: Range): Range {
  const of = (value: number) => (before * value) / 100
  return { value: of(percent.value), low: of(percent.low), high: of(percent.high) }
}

function inPercent(before: number, musd: Range): Range {
  const of = (value: number) => (before > 0 ? (100 * value) / before : 0)
  return { value: of(musd.value), low: of(musd.low), high: of(musd.high) }
}

function salesTable(context: ReportContext): Markup {
  const { messages: m, members } = context
  const t = m.tables.trade
  const cells = (musd: Range, percent: Range) =>
    html`${cell(wordedMusd(context, musd))}${cell(wordedPercent(context, percent))}`
  const flow = (before: number, percent: Range) => cells(inMusd(before, percent), percent)
  const rows = members.map(
    country =>
      html`<tr><th scope="row">${country.name}</th>${flow(country.exportsBeforeMusd, country.exportsChangePercent)}${flow(country.importsBeforeMusd, country.importsChangePercent)}${flow(country.homeSalesBeforeMusd, country.homeSalesChangePercent)}${cells(country.blocTurnoverChangeMusd, inPercent(country.blocTurnoverBeforeMusd, country.blocTurnoverChangeMusd))}</tr>`,
  )
  const groups = [t.exports, t.imports, t.homeSales, t.turnover]
  const head = html`<thead><tr><th scope="col" rowspan="2">${t.name}</th>${groups.map(group => html`<th scope="colgroup" colspan="2" class="num">${group}</th>`)}</tr><tr>${groups.map(() => html`<th scope="col" class="num">${t.musd}</th><th scope="col" class="num">%</th>`)}</tr></thead>`
  return scrollTable(t.salesTitle, html`${head}<tbody>${rows}</tbody>`, t.salesNote)
}

function priceTable(context: ReportContext): Markup {
  const { messages: m, members } = context
  const t = m.tables.trade
  const single = { ...context, hasRanges: false }
  const one = (value: number): Range => ({ value, low: value, high: value })
  const row = (country: CountryResult) =>
    html`<tr><th scope="row">${country.name}</th>${cell(wordedPercent(single, one(country.nominalWageChangePercent)))}${cell(wordedPercent(single, one(country.priceIndexChangePercent)))}<td class="num">${amount(context, country.tariffRevenueBeforeMusd)}</td>${cell(wordedMusd(single, one(country.tariffRevenueChangeMusd)))}</tr>`
  return html`<details><summary>${t.pricesTitle}</summary>${scrollTable(
    t.pricesTitle,
    html`${headings([t.name, t.wage, t.prices, t.revenueBefore, t.revenueChange], new Set([1, 2, 3, 4]))}<tbody>${members.map(row)}</tbody>`,
    t.pricesNote,
  )}</details>`
}

function diversion(context: ReportContext): Markup {
  const { messages: m, result } = context
  const t = m.tables.trade
  const { totalMusd, blocCreationMusd, blocDiversionMusd, fromHome, fromOthers } = result.diversion
  const title = html`<h3>${t.diversionTitle}</h3>`
  if (fromHome.length + fromOthers.length === 0) return html`${title}<p>${t.noDiversion}</p>`
  const lead = t.diversionLead(
    amount(context, totalMusd),
    amount(context, blocCreationMusd),
    amount(context, blocDiversionMusd),
  )
  const table = (name: string, moves: readonly DiversionRow[], note?: string) =>
    moves.length > 0 &&
    scrollTable(
      name,
      html`${headings([t.market, t.loser, t.gainer, t.musdYear], new Set([3]))}<tbody>${moves.slice(0, FIRST_MOVES).map(move => moveRow(context, move))}</tbody>`,
      note,
    )
  return html`${title}<p>${lead}</p>${table(t.fromOthers, fromOthers)}${table(t.fromHome, fromHome)}<p class="source">${t.diversionNote}</p>`
}

function moveRow(context: ReportContext, { importer, loser, gainer, musd }: DiversionRow): Markup {
  const t = context.messages.tables.trade
  const supplier = (iso3: string) => (iso3 === importer ? t.homeProducers : countryName(context, iso3))
  return html`<tr><th scope="row">${countryName(context, importer)}</th><td>${supplier(loser)}</td><td>${supplier(gainer)}</td><td class="num">${amount(context, musd)}</td></tr>`
}

function nextPercent(context: ReportContext): Markup {
  const { messages: m, result } = context
  const t = m.tables.trade
  if (result.nextPercent.length === 0) return html``
  const rows = result.nextPercent
    .slice(0, NEXT_PAIRS)
    .map(
      ({ exporter, importer, blocRealIncomeMusd }) =>
        html`<tr><th scope="row">${t.pair(countryName(context, exporter), countryName(context, importer))}</th><td class="num">${amount(context, blocRealIncomeMusd)}</td></tr>`,
    )
  return html`<details><summary>${t.nextTitle}</summary>${scrollTable(
    t.nextTitle,
    html`${headings([t.nextPair, t.nextWorth], new Set([1]))}<tbody>${rows}</tbody>`,
    t.nextNote,
  )}</details>`
}

function cell({ value, interval }: Worded): Markup {
  return html`<td class="num">${valueCell(value, interval)}</td>`
}

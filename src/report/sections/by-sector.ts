/** With many sectors: which sectors of each member sell more and less, and welfare in its parts. */
import type { SectorsResult, SectorTradeRow } from '../../scenario/result/result-sectors.js'
import { countryName, type ReportContext } from '../context.js'
import { html, type Markup } from '../html.js'
import { wordedMusd, wordedPercent } from '../words.js'
import { headings, scrollTable } from './tables.js'

/** Sectors named for each member and direction. */
const NAMED = 3

export function bySectorTables(context: ReportContext, sectors: SectorsResult): Markup {
  return html`${salesTable(context, sectors)}${welfareTable(context, sectors)}`
}

function salesTable(context: ReportContext, { trade, sectorNames }: SectorsResult): Markup {
  const { messages: m, members } = context
  const t = m.tables.bySector
  const single = { ...context, hasRanges: false }
  const sold = (row: SectorTradeRow) => row.exportsChangeMusd + row.homeSalesChangeMusd
  const named = (rows: readonly SectorTradeRow[]) =>
    rows
      .slice(0, NAMED)
      .map(row => {
        const change = wordedMusd(single, { value: sold(row), low: sold(row), high: sold(row) })
        return `${sectorNames[row.sector] ?? row.sector} ${change.value}`
      })
      .join(m.semicolon)
  const rows = members.map(({ iso3 }) => {
    const own = trade.filter(row => row.iso3 === iso3).sort((a, b) => sold(b) - sold(a))
    return html`<tr><th scope="row">${countryName(context, iso3)}</th><td>${named(own.filter(row => sold(row) > 0))}</td><td>${named(own.toReversed().filter(row => sold(row) < 0))}</td></tr>`
  })
  return scrollTable(
    t.title,
    html`${headings([t.name, t.more, t.less], new Set())}<tbody>${rows}</tbody>`,
    t.note,
  )
}

function welfareTable(context: ReportContext, { welfare }: SectorsResult): Markup {
  const t = context.messages.tables.bySector
  const single = { ...context, hasRanges: false }
  const cell = (value: number) =>
    html`<td class="num">${wordedPercent(single, { value, low: value, high: value }).value}</td>`
  const isIdle = welfare.some(({ idlePercent }) => idlePercent !== 0)
  const rows = welfare.map(
    row =>
      html`<tr><th scope="row">${countryName(context, row.iso3)}</th>${cell(row.termsOfTradePercent)}${cell(row.volumeOfTradePercent)}${cell(row.tradeCostsPercent)}${isIdle && cell(row.idlePercent)}${cell(row.firstOrderPercent)}${cell(row.exactPercent)}</tr>`,
  )
  const idleHead = isIdle ? [t.idle] : []
  const heads = [t.name, t.terms, t.volume, t.costs, ...idleHead, t.firstOrder, t.exact]
  return html`<details><summary>${t.welfareTitle}</summary>${scrollTable(
    t.welfareTitle,
    html`${headings(heads, new Set([1, 2, 3, 4, 5, 6]))}<tbody>${rows}</tbody>`,
    t.welfareNote,
  )}</details>`
}

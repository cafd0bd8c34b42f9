/** Corridors: the caravan line of the most changed ones, and the table of all before and after. */

import type { CorridorResult } from '../../scenario/result/result.js'
import { caravanLine } from '../charts/caravan-line.js'
import { dashed, type ReportContext, shutWord } from '../context.js'
import { html, type Markup } from '../html.js'
import { capacityPart } from './capacity.js'
import { freightPart } from './freight.js'
import { observedPart } from './observed.js'
import { scoreboard } from './scoreboard.js'
import { headings, scrollTable } from './tables.js'
import { earningsTable } from './transit.js'
import { waitingPart } from './waiting.js'

export function corridorsSection(context: ReportContext): Markup {
  const { messages: m } = context
  const shown = context.changedCorridors.slice(0, 2)
  return html`<section id="corridors"><h2>${m.tables.corridors.title}</h2>${shown.map((corridor, k) => journeyFigure(context, corridor, k))}${shown.length === 0 && html`<p>${m.caravan.none}</p>`}${corridorTable(context)}${waitingPart(context)}${capacityPart(context)}${freightPart(context)}${observedPart(context)}</section>`
}

function journeyFigure(context: ReportContext, corridor: CorridorResult, k: number): Markup {
  const { messages: m, result } = context
  const isClosed = corridor.days.after === null
  return html`<figure class="chart"><figcaption><h3>${m.caravan.title}: ${dashed(corridor.name)}</h3><span>${m.caravan.hint}</span></figcaption>${caravanLine(context, corridor, `caravan-${k}-wide`, 1120)}${caravanLine(context, corridor, `caravan-${k}-narrow`, 358)}${isClosed && html`<p class="caution">${m.caravan.closedNote}</p>`}<p class="source">${m.caravan.unit} ${m.tables.members.source(result.dataset.title)}</p><details><summary>${m.caravan.tableTitle}</summary>${legTable(context, corridor)}</details></figure>`
}

function legTable(context: ReportContext, corridor: CorridorResult): Markup {
  const { messages: m, numbers } = context
  const { fixed, hours } = numbers
  const c = m.caravan
  const rows = corridor.legs.map(
    leg =>
      html`<tr><th scope="row">${dashed(leg.label)}</th><td>${c.kinds[leg.kind] ?? leg.kind}</td><td class="num">${hours(leg.hours.before)}</td><td class="num">${hours(leg.hours.after)}</td><td class="num">${fixed(leg.usd.before, 0)}</td><td class="num">${fixed(leg.usd.after, 0)}</td><td>${m.tables.quality.words[leg.quality] ?? leg.quality}</td></tr>`,
  )
  return scrollTable(
    `${c.tableTitle}: ${dashed(corridor.name)}`,
    html`${headings([c.leg, c.kind, c.hoursBefore, c.hoursAfter, c.usdBefore, c.usdAfter, c.quality], new Set([2, 3, 4, 5]))}<tbody>${rows}</tbody>`,
  )
}

function isChanged(corridor: CorridorResult): boolean {
  const { days, usdPerTeu, teu } = corridor
  if ((days.before === null) !== (days.after === null)) return true
  if (Math.abs((days.after ?? 0) - (days.before ?? 0)) >= 0.05) return true
  if (Math.abs((usdPerTeu.after ?? 0) - (usdPerTeu.before ?? 0)) >= 1) return true
  return Math.abs(teu.after - teu.before) >= Math.max(500, 0.01 * teu.before)
}

/** Rows that stand open; the others unfold. */
const FIRST_CORRIDORS = 12

function corridorTable(context: ReportContext): Markup {
  const { messages: m, result } = context
  const t = m.tables.corridors
  if (result.corridors.length === 0) return html`<p>${t.none}</p>`
  const changed = result.corridors.filter(isChanged)
  const others = result.corridors.filter(corridor => !isChanged(corridor))
  const share = (corridor: CorridorResult) =>
    Math.abs((corridor.days.after ?? 0) - (corridor.days.before ?? 0))
  changed.sort((a, b) => share(b) - share(a) || (a.id < b.id ? -1 : 1))
  const head = html`<thead><tr><th scope="col" rowspan="2">${t.name}</th><th scope="colgroup" colspan="2" class="num">${t.days}</th><th scope="colgroup" colspan="2" class="num">${t.usd}</th><th scope="colgroup" colspan="3" class="num">${t.teu}</th><th scope="col" rowspan="2">${t.quality}</th></tr><tr>${[0, 1, 2].map(() => html`<th scope="col" class="num">${t.before}</th><th scope="col" class="num">${t.after}</th>`)}<th scope="col" class="num">${t.teuRange}</th></tr></thead>`
  const table = (corridors: readonly CorridorResult[]) =>
    html`${head}<tbody>${corridors.map(corridor => row(context, corridor))}</tbody>`
  const rest =
    others.length > 0 &&
    html`<details><summary>${t.more(others.length)}</summary>${scrollTable(t.more(others.length), table(others))}</details>`
  const tail = changed.slice(FIRST_CORRIDORS)
  const first = changed.slice(0, FIRST_CORRIDORS)
  const unscored = [...tail, ...others]
  const scores = html`${first.length > 0 && scrollTable(m.tables.scoreboard.title, scoreboard(context, first), m.tables.scoreboard.note)}${
    unscored.length > 0 &&
    html`<details><summary>${m.tables.scoreboard.more(unscored.length)}</summary>${scrollTable(m.tables.scoreboard.more(unscored.length), scoreboard(context, unscored))}</details>`
  }`
  const earned = changed.filter(corridor => corridor.earnings.length > 0)
  return html`${changed.length > 0 && scrollTable(t.tableTitle, table(first), t.note)}${
    tail.length > 0 &&
    html`<details><summary>${t.tail(tail.length)}</summary>${scrollTable(t.tail(tail.length), table(tail))}</details>`
  }${rest}${scores}${earned.length > 0 && earningsTable(context, earned.slice(0, FIRST_CORRIDORS))}`
}

function row(context: ReportContext, corridor: CorridorResult): Markup {
  const { messages: m } = context
  const pair = (
    { before, after }: { readonly before: number | null; readonly after: number | null },
    text: (value: number) => string,
  ) => {
    const [was, is] = [
      before === null ? m.notOpen : text(before),
      after === null ? shutWord(context, before) : text(after),
    ]
    return html`<td class="num">${was}</td><td class="num">${was === is ? is : html`<b>${is}</b>`}</td>`
  }
  return html`<tr><th scope="row">${dashed(corridor.name)}</th>${dayCells(context, corridor)}${usdCells(context, corridor)}${pair(corridor.teu, context.numbers.teu)}<td class="num">${context.hasRanges && teuRange(context, corridor)}</td><td>${m.tables.quality.words[corridor.quality] ?? corridor.quality}</td></tr>`
}

/** Days today and with the package, the latter with its range. */
function dayCells(context: ReportContext, { days: of, daysRange, withoutRange }: CorridorResult): Markup {
  const hoursWithout = withoutRange.after?.hours ?? 0
  const bounds = daysRange.after && {
    ...daysRange.after,
    missing: hoursWithout / 24,
    whole: of.after ?? 0,
  }
  return rangedCells(context, of, bounds, context.numbers.days)
}

/** USD per TEU in the same way. */
function usdCells(
  context: ReportContext,
  { usdPerTeu, usdPerTeuRange, withoutRange }: CorridorResult,
): Markup {
  const bounds = usdPerTeuRange.after && {
    ...usdPerTeuRange.after,
    missing: withoutRange.after?.usdPerTeu ?? 0,
    whole: usdPerTeu.after ?? 0,
  }
  return rangedCells(context, usdPerTeu, bounds, value => context.numbers.fixed(value, 0))
}

interface RangedBounds {
  readonly low: number
  readonly high: number
  /** The part of which no range is known, of the whole. */
  readonly missing: number
  readonly whole: number
}

function rangedCells(
  { messages: m, hasRanges }: ReportContext,
  of: { readonly before: number | null; readonly after: number | null },
  bounds: RangedBounds | null,
  text: (value: number) => string,
): Markup {
  const was = of.before === null ? m.notOpen : text(of.before)
  const is = of.after === null ? shutWord({ messages: m }, of.before) : text(of.after)
  const words = bounds === null || !hasRanges ? '' : rangeWords(m, bounds, text)
  const range = words !== '' && html` <span class="interval">${words}</span>`
  return html`<td class="num">${was}</td><td class="num">${was === is ? is : html`<b>${is}</b>`}${range}</td>`
}

function rangeWords(
  m: ReportContext['messages'],
  { low, high, missing, whole }: RangedBounds,
  text: (value: number) => string,
): string {
  const t = m.tables.corridors
  if (whole > 0 && missing >= whole) return t.noRange
  const range = m.range(text(low), text(high))
  return /[1-9]/.test(text(missing)) ? t.partRange(range, text(missing)) : range
}

function teuRange({ messages: m, numbers }: ReportContext, { teuRange: { after } }: CorridorResult): string {
  return m.range(numbers.teu(after.low), numbers.teu(after.high))
}

/** Turnover of every two members, and what leads from recorded trade to the turnover that the scenario starts from. */
import type { PairResult } from '../../scenario/result/result.js'
import { valueCell } from '../charts/interval.js'
import { countryName, type ReportContext, type Verdict } from '../context.js'
import { holdsZero, MINUS, NO_BREAK } from '../format.js'
import { html, type Markup } from '../html.js'
import { roundedBridge } from '../turnover-bridge.js'
import { amount, wordedMusd } from '../words.js'
import { type IntervalRow, intervalChart } from './members.js'
import { headings, scrollTable } from './tables.js'

/** Pairs in the chart, and in the table under it. */
const DRAWN = 10
const LISTED = 60
/** Million USD a year: under it nothing is told of a pair. */
const LEAST_MUSD = 0.05

export function pairsOfMembers(context: ReportContext): Markup {
  const t = context.messages.tables.pairs
  const { pairs } = context.result.bloc
  if (pairs.length === 0) return html``
  const ranked = [...pairs].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.a + a.b < b.a + b.b ? -1 : 1))
  const drawn = ranked
    .filter(pair => sizeOf(pair) >= LEAST_MUSD)
    .slice(0, DRAWN)
    .sort((a, b) => b.turnoverChangeMusd.value - a.turnoverChangeMusd.value)
  const bridge = bridgeLine(context)
  if (drawn.length === 0) return html`<h3>${t.title}</h3><p>${t.none}</p><p class="source">${bridge}</p>`
  return html`${intervalChart(
    context,
    { title: t.title, unit: t.unit, source: bridge, note: t.note },
    { name: t.pair, bar: context.messages.tables.members.bar, value: t.change },
    drawn.map(pair => intervalRow(context, pair)),
    tick => context.numbers.signed(tick, 0),
  )}${listed(context, ranked)}`
}

function sizeOf({ turnoverChangeMusd }: PairResult): number {
  return Math.abs(turnoverChangeMusd.value)
}

function intervalRow(context: ReportContext, pair: PairResult): IntervalRow {
  const range = pair.turnoverChangeMusd
  const rounding = { unit: 1, decimals: 1, step: 1 }
  const sign: Verdict = range.value > 0 ? 'gain' : 'loss'
  return {
    name: nameOf(context, pair),
    under: context.messages.levelToday(amount(context, pair.turnoverBeforeMusd)),
    range,
    words: wordedMusd(context, range),
    bar: {
      verdict: holdsZero(range, context.hasRanges, rounding) ? 'zero' : sign,
      estimated: pair.quality === 'estimated',
    },
  }
}

function nameOf(context: ReportContext, { a, b }: PairResult): string {
  return context.messages.tables.trade.pair(countryName(context, a), countryName(context, b))
}

function listed(context: ReportContext, ranked: readonly PairResult[]): Markup {
  const { messages: m, result } = context
  const t = m.tables.pairs
  const rows = ranked.slice(0, LISTED).map(pair => {
    const { value, interval } = wordedMusd(context, pair.turnoverChangeMusd)
    return html`<tr><th scope="row">${nameOf(context, pair)}</th><td class="num">${amount(context, pair.turnoverBeforeMusd)}</td><td class="num">${valueCell(value, interval)}</td></tr>`
  })
  const all = wordedMusd(context, result.bloc.turnoverChangeMusd)
  const foot = html`<tfoot><tr><th scope="row">${m.tables.members.all}</th><td class="num">${amount(context, result.bloc.turnoverBeforeMusd)}</td><td class="num">${valueCell(all.value, all.interval)}</td></tr></tfoot>`
  return html`<details><summary>${t.all(Math.min(LISTED, ranked.length), ranked.length)}</summary>${scrollTable(
    t.title,
    html`${headings([t.pair, t.before, t.change], new Set([1, 2]))}<tbody>${rows}</tbody>${foot}`,
    t.tableNote,
  )}</details>`
}

/** One figure of today's turnover, counted in two ways. */
function bridgeLine(context: ReportContext): string {
  const { messages: m, result } = context
  const t = m.tables.pairs
  const { fixed } = context.numbers
  const { turnoverBridge: bridge, turnoverBeforeMusd } = result.bloc
  if (bridge === null) return t.ownTrade(amount(context, turnoverBeforeMusd), result.sectors?.title ?? '')
  const { recorded, joined, adjustments, model } = roundedBridge(bridge, 1000, 1)
  const step = (value: number) => `${value < 0 ? MINUS : '+'}${NO_BREAK}${fixed(Math.abs(value), 1)}`
  const parts = [
    ...joined.map(({ iso3, host, value }) =>
      t.joined(step(value), countryName(context, iso3), countryName(context, host)),
    ),
    ...(bridge.adjustmentMusd === 0 ? [] : [t.adjusted(step(adjustments))]),
  ]
  return parts.length === 0
    ? t.asRecorded(fixed(model, 1))
    : t.bridge(fixed(model, 1), fixed(recorded, 1), parts.join(' '))
}

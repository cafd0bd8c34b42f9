/** Members: real income with intervals, the table of everything else, transit, and who is moved outside the bloc. */

import type { CountryResult, Range } from '../../scenario/result/result.js'
import { type BarChoices, intervalAxis, intervalBar, intervalScale, valueCell } from '../charts/interval.js'
import { needsCare, type ReportContext, shortName, verdict } from '../context.js'
import { html, type Insert, type Markup } from '../html.js'
import { type Worded, wordedMusd, wordedPercent, wordedTeu } from '../words.js'
import { scrollTable } from './tables.js'

/** Rows of an interval chart, which is a table whose middle column is drawn. */
export interface IntervalRow {
  readonly name: Insert
  readonly range: Range
  readonly words: Worded
  readonly bar: Omit<BarChoices, 'hasRange'>
  /** What stands under the name, e.g. today's level. */
  readonly under?: string
}

export function intervalChart(
  context: ReportContext,
  caption: {
    readonly title: string
    readonly unit: string
    readonly source: string
    readonly note?: string
    readonly level?: 2 | 3
  },
  columns: { readonly name: string; readonly bar: string; readonly value: string },
  rows: readonly IntervalRow[],
  tickLabel: (tick: number) => string,
): Markup {
  const scale = intervalScale(rows.map(row => row.range))
  const body = rows.map(
    row =>
      html`<tr><th scope="row">${row.name}${row.under !== undefined && html`<span class="under">${row.under}</span>`}</th><td class="bar-cell">${intervalBar(row.range, scale, { ...row.bar, hasRange: context.hasRanges })}</td><td class="value-cell v-${row.bar.verdict}">${valueCell(row.words.value, row.words.interval)}</td></tr>`,
  )
  return html`<figure class="chart"><figcaption><h3>${caption.title}</h3><span>${caption.unit}</span></figcaption><table class="intervals"><colgroup><col class="col-name"><col><col class="col-value"></colgroup><thead class="visually-hidden"><tr><th scope="col">${columns.name}</th><th scope="col">${columns.bar}</th><th scope="col">${columns.value}</th></tr></thead><tbody>${body}</tbody><tfoot><tr><td></td><td class="bar-cell">${intervalAxis(scale, tickLabel)}</td><td></td></tr></tfoot></table><p class="source">${caption.note !== undefined && html`${caption.note} `}${caption.source}</p></figure>`
}

/** A tick of a percent axis, with as many decimals as its step needs. */
export function percentTick(
  { numbers, messages }: ReportContext,
  ticks: readonly number[],
): (tick: number) => string {
  return tick => (tick === 0 ? '0' : numbers.signed(tick, decimalsOf(ticks)) + messages.percentSign)
}

function decimalsOf(ticks: readonly number[]): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    if (
      ticks.every(
        tick => Math.abs(Number(tick.toFixed(decimals)) - tick) < 1e-9 * Math.max(1, Math.abs(tick)),
      )
    )
      return decimals
  }
  return 6
}

/** The name, with an asterisk that leads to the data where they are weak. */
function nameWithCare(context: ReportContext, country: CountryResult): Markup {
  const { care } = context.messages.tables.quality
  if (!needsCare(country)) return html`${country.name}`
  return html`${country.name}<a class="care" href="#quality" title="${care}" aria-label="${care}">*</a>`
}

function incomeRow(context: ReportContext, country: CountryResult): IntervalRow {
  return {
    name: nameWithCare(context, country),
    range: country.realIncomeChangePercent,
    words: wordedPercent(context, country.realIncomeChangePercent),
    bar: {
      verdict: verdict(country.realIncomeChangePercent, context.hasRanges),
      estimated: country.quality === 'estimated',
    },
  }
}

export function incomeChart(
  context: ReportContext,
  countries: readonly CountryResult[],
  title: string,
  level: 2 | 3,
): Markup {
  const { messages: m, result } = context
  const ranges = countries.map(country => country.realIncomeChangePercent)
  return intervalChart(
    context,
    {
      title,
      unit: m.tables.members.chartUnit(result.sectors?.year ?? result.dataset.year),
      source: m.tables.members.source(result.dataset.title),
      note: countries.some(country => needsCare(country))
        ? `${m.tables.quality.careNote} ${m.tables.members.hollow}`
        : m.tables.members.hollow,
      level,
    },
    { name: m.tables.members.name, bar: m.tables.members.bar, value: m.tables.members.income },
    countries.map(country => incomeRow(context, country)),
    percentTick(context, intervalScale(ranges).ticks),
  )
}

function transitChart(context: ReportContext): Markup {
  const { messages: m, result, hasRanges } = context
  const moved = result.countries
    .filter(
      country =>
        Math.abs(country.transitTeuChange.value) >= 1000 &&
        !(hasRanges && country.transitTeuChange.low <= 0 && country.transitTeuChange.high >= 0),
    )
    .sort((a, b) => Math.abs(b.transitTeuChange.value) - Math.abs(a.transitTeuChange.value))
    .slice(0, 8)
    .sort((a, b) => b.transitTeuChange.value - a.transitTeuChange.value)
  if (moved.length === 0)
    return html`<div class="chart"><h3>${m.tables.transit.title}</h3><p>${m.tables.transit.none}</p></div>`
  return intervalChart(
    context,
    {
      title: m.tables.transit.title,
      unit: m.tables.transit.unit,
      source: m.tables.members.source(result.dataset.title),
    },
    { name: m.tables.transit.name, bar: m.tables.members.bar, value: m.tables.transit.unit },
    moved.map(country => ({
      name: country.name,
      under: m.levelToday(context.numbers.teu(country.transitTeuBefore)),
      range: country.transitTeuChange,
      words: wordedTeu(context, country.transitTeuChange),
      bar: {
        verdict: country.transitTeuChange.value > 0 ? 'gain' : 'loss',
        estimated: country.quality === 'estimated',
      },
    })),
    tick => context.numbers.signed(tick, 0),
  )
}

function numberCell(words: Worded, sign = ''): Markup {
  return html`<td class="num ${sign}">${valueCell(words.value, words.interval)}</td>`
}

function memberTable(context: ReportContext): Markup {
  const { messages: m, members, result } = context
  const t = m.tables.members
  const heads = [
    t.name,
    t.income,
    t.incomeMusd,
    t.goods,
    t.exports,
    t.imports,
    t.turnover,
    t.transit,
    t.revenue,
  ]
  const rows = members.map(
    country =>
      html`<tr><th scope="row">${country.quality === 'estimated' && html`<span class="hollow-mark" title="${m.estimated}"></span>`}${nameWithCare(context, country)}</th>${numberCell(wordedPercent(context, country.realIncomeChangePercent), `v-${verdict(country.realIncomeChangePercent, context.hasRanges)}`)}${numberCell(wordedMusd(context, country.realIncomeChangeMusd))}${numberCell(wordedPercent(context, country.goodsRealWageChangePercent))}${numberCell(wordedPercent(context, country.exportsChangePercent))}${numberCell(wordedPercent(context, country.importsChangePercent))}${numberCell(wordedMusd(context, country.blocTurnoverChangeMusd))}${numberCell(wordedTeu(context, country.transitTeuChange))}${numberCell(wordedMusd(context, country.transitRevenueChangeMusd))}</tr>`,
  )
  const foot = html`<tr><th scope="row">${t.all}</th><td></td>${numberCell(wordedMusd(context, result.bloc.realIncomeChangeMusd))}<td></td><td></td><td></td>${numberCell(wordedMusd(context, result.bloc.turnoverChangeMusd))}<td></td><td></td></tr>`
  return scrollTable(
    t.tableTitle,
    html`<thead><tr>${heads.map((head, k) => html`<th scope="col" class="${k > 0 && 'num'}">${head}</th>`)}</tr></thead><tbody>${rows}</tbody><tfoot>${foot}</tfoot>`,
    t.tableNote,
  )
}

function othersChart(context: ReportContext): Markup {
  const { messages: m, others, hasRanges } = context
  const told = others
    .filter(country => verdict(country.realIncomeChangePercent, hasRanges) !== 'zero')
    .sort((a, b) => Math.abs(b.realIncomeChangePercent.value) - Math.abs(a.realIncomeChangePercent.value))
    .slice(0, 8)
    .sort((a, b) => b.realIncomeChangePercent.value - a.realIncomeChangePercent.value)
  if (told.length === 0)
    return html`<div class="chart"><h3>${m.tables.members.othersTitle}</h3><p>${m.tables.members.othersNone}</p></div>`
  return incomeChart(context, told, m.tables.members.othersTitle, 3)
}

/** Exports are told where so much of a country's, and so many million USD a year, have no way left; and of how many countries. */
const TOLD_CUT_OFF = { share: 0.01, musd: 100, countries: 6 } as const

function cutOffNote(context: ReportContext): Markup | false {
  const { messages: m } = context
  const exports = mostOf(context, 'exportsCutOffMusd')
  const idle = mostOf(context, 'idleIncomeMusd')
  return (
    exports.length > 0 &&
    html`<p class="caution">${m.tables.members.cutOff(m.list(exports))}${idle.length > 0 && html` ${m.tables.members.idle(m.list(idle))}`}</p>`
  )
}

/** Countries of which most is cut off or idle, with how much, in words. */
function mostOf(
  { messages: m, numbers, result }: ReportContext,
  amount: 'exportsCutOffMusd' | 'idleIncomeMusd',
): readonly string[] {
  const worth = (country: CountryResult): string =>
    `${shortName(country.name)} ${numbers.fixed(country[amount] / 1000, 1)}\u00a0${m.billionUsd}`
  return result.countries
    .filter(
      country =>
        country[amount] >= TOLD_CUT_OFF.musd &&
        country[amount] >= TOLD_CUT_OFF.share * country.exportsBeforeMusd,
    )
    .sort((a, b) => b[amount] - a[amount])
    .slice(0, TOLD_CUT_OFF.countries)
    .map(worth)
}

export function membersSection(context: ReportContext): Markup {
  const { messages: m, members, result } = context
  const large = result.countries.filter(country => Math.abs(country.realIncomeChangePercent.value) > 5)
  return html`<section id="members"><h2>${m.tables.members.title}</h2>${members.length > 0 && incomeChart(context, members, m.tables.members.chartTitle, 3)}${large.length > 0 && html`<p class="caution">${m.tables.members.above(m.list(large.map(country => shortName(country.name))))}</p>`}${cutOffNote(context)}${memberTable(context)}<div class="two">${othersChart(context)}${transitChart(context)}</div></section>`
}

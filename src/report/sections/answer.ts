/** Top of the report: meta line, the answer in words, one paragraph, four figures. */

import type { CountryResult, Range } from '../../scenario/result/result.js'
import type { SectorsResult } from '../../scenario/result/result-sectors.js'
import { intervalBar, intervalScale, levelBar } from '../charts/interval.js'
import {
  cityName,
  countryName,
  parameterName,
  placeName,
  type ReportContext,
  shortName,
  type Verdict,
  type WordContext,
} from '../context.js'
import { NO_BREAK } from '../format.js'
import { besideHeadline, headlineCountry, isUnchanged } from '../headline.js'
import { html, type Insert, type Markup, userText } from '../html.js'
import { amount, wordedMoney, wordedPercent, wordedTeu } from '../words.js'

/** The mark of Keruen: a caravan line with one bead. */
const MARK = html`<svg class="mark" width="30" height="14" viewBox="0 0 30 14" aria-hidden="true"><path class="mark-line" d="M0 7H30"/><rect class="mark-line" x="4" y="5.4" width="4" height="3.2" rx="1"/><circle class="mark-bead" cx="15.5" cy="7" r="5"/><rect class="mark-line" x="22.5" y="5.4" width="4" height="3.2" rx="1"/></svg>`

/** The drawn part of a figure that does not change. */
const noBar = intervalBar({ value: 0, low: 0, high: 0 }, intervalScale([]), {
  verdict: 'zero',
  estimated: false,
  hasRange: false,
  grid: false,
})

/** Groups of eight, as long as a reader can compare. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
}

export function metaLine(context: ReportContext): Markup {
  const { messages: m, result } = context
  const links: readonly (readonly [string, string])[] = [
    ['members', m.nav.members],
    ['corridors', m.nav.corridors],
    ['range', m.nav.range],
    ['method', m.nav.method],
    ['limits', m.nav.limits],
    ['sources', m.nav.sources],
    ['scenario', m.nav.scenario],
  ]
  return html`<header class="meta"><p>${MARK}<strong>${m.reportName}</strong> <span>${m.meta.scenario(shortHash(result.hash))}, ${m.meta.year(result.sectors?.year ?? result.dataset.year)}, ${m.meta.counterfactual}</span></p><nav aria-label="${m.meta.navigation}"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>`
}

export function answerSentence(context: WordContext): string {
  const { messages: m, members } = context
  if (isUnchanged(context)) return m.answer.nothing
  const headline = headlineCountry(context)
  if (headline === undefined) return m.answer.zero(members.length)
  const { value, interval } = wordedPercent(context, headline.country.realIncomeChangePercent)
  const name = shortName(headline.country.name)
  const alone = members.length === 1
  return m.answer[headline.verdict === 'gain' ? 'gain' : 'loss'](name, value, interval, alone)
}

function paragraph(context: ReportContext): string {
  const { messages: m, hasRanges, result } = context
  const sentences: string[] = []
  if (!isUnchanged(context)) {
    const headline = headlineCountry(context)
    const { gainers, losers, small, zeros } = besideHeadline(context)
    const names = (countries: readonly CountryResult[]) => countries.map(country => shortName(country.name))
    if (gainers.length > 0)
      sentences.push(
        (headline?.verdict === 'gain' ? m.answer.gainers : m.answer.gainersAlone)(names(gainers)),
      )
    if (losers.length > 0) {
      const most = Math.min(...losers.map(country => country.realIncomeChangePercent.value))
      sentences.push(
        headline?.verdict === 'loss'
          ? m.answer.losersWithIt(names(losers.toReversed()))
          : m.answer.losers(names(losers.toReversed()), context.numbers.fixed(-most, 2)),
      )
    }
    const few = 6
    if (zeros.length > 0 && (headline !== undefined || small.length > 0)) {
      sentences.push(zeros.length > few ? m.answer.zerosMany(zeros.length) : m.answer.zeros(names(zeros)))
    }
    if (small.length > 0) {
      sentences.push(small.length > few ? m.answer.smallMany(small.length) : m.answer.small(names(small)))
    }
    const cause = result.uncertainty.parameters[0]
    if (hasRanges && cause !== undefined && cause.shareOfRange > 0) {
      sentences.push(m.answer.cause(cause.shareOfRange, parameterName(context, cause)))
    }
  }
  if (!hasRanges) sentences.push(m.answer.noRanges)
  return sentences.join(m.betweenSentences)
}

function figure(label: string, value: Insert, bar: Insert, note: Insert): Markup {
  return html`<div class="figure"><dt>${label}</dt><dd><span class="value">${value}</span>${bar}<span class="note">${note}</span></dd></div>`
}

function rangeFigure(
  context: ReportContext,
  label: string,
  range: Range,
  value: string,
  note: string,
  sign: Verdict,
  estimated: boolean,
): Markup {
  const scale = intervalScale([range])
  return figure(
    label,
    value,
    intervalBar(range, scale, { verdict: sign, estimated, hasRange: context.hasRanges, grid: false }),
    note,
  )
}

function signOf(context: ReportContext, range: Range): Verdict {
  if (context.hasRanges ? range.low <= 0 && range.high >= 0 : range.value === 0) return 'zero'
  return range.value > 0 ? 'gain' : 'loss'
}

function moneyFigure(
  context: ReportContext,
  label: string,
  range: Range,
  note: (interval: string) => string,
): Markup {
  const money = wordedMoney(context, range)
  const isZero = money.value === context.messages.aboutZero || money.value === '0'
  const value = isZero ? money.value : `${money.value}${NO_BREAK}${money.unit}`
  const interval =
    money.interval === '' ? '' : isZero ? `${money.interval}${NO_BREAK}${money.unit}` : money.interval
  return rangeFigure(context, label, range, value, note(interval), signOf(context, range), false)
}

function corridorFigure(context: ReportContext): Markup {
  const { messages: m } = context
  const daysOf = context.numbers.days
  const corridor = context.changedCorridors[0]
  if (corridor === undefined)
    return figure(m.figures.noCorridor, m.figures.noCorridorValue, noBar, m.figures.noCorridorNote)
  const ends = [corridor.places[0], corridor.places.at(-1)].map(id => cityName(placeName(context, id ?? '')))
  const label = m.fromTo(ends[0]!, ends[1]!)
  const { before, after } = corridor.days
  const value = after === null ? m.closed : m.inDays(daysOf(after))
  const waits = corridor.daysRange.after
  const note = m.figures.corridorToday(
    before === null ? m.notOpen : daysOf(before),
    waits === null || !context.hasRanges ? undefined : m.range(daysOf(waits.low), daysOf(waits.high)),
  )
  const better = after !== null && (before === null || after < before)
  return html`<div class="figure"><dt>${label}</dt><dd><span class="value">${value}</span>${levelBar(before ?? 0, after ?? 0, better ? 'gain' : 'loss')}<span class="note">${note}</span></dd></div>`
}

function costOrTransit(context: ReportContext): Markup {
  const { messages: m, result, members } = context
  const { annualCostMusd, annualCostRangeMusd, capitalMusd } = result.bloc
  if (annualCostMusd !== null && annualCostMusd > 0) {
    const { low, high } = annualCostRangeMusd ?? { low: annualCostMusd, high: annualCostMusd }
    const ends = [amount(context, low), amount(context, high)] as const
    const note =
      capitalMusd === null
        ? m.figures.costNoteAnnual(...ends)
        : m.figures.costNote(amount(context, capitalMusd), ...ends)
    return figure(
      m.figures.cost,
      m.figures.aYearUnit(amount(context, annualCostMusd)),
      levelBar(0, annualCostMusd, 'plain', Math.max(0, result.bloc.realIncomeChangeMusd.value)),
      note,
    )
  }
  const most = [...members].sort(
    (a, b) => Math.abs(b.transitTeuChange.value) - Math.abs(a.transitTeuChange.value),
  )[0]
  if (most === undefined || Math.abs(most.transitTeuChange.value) < 1) {
    return figure(m.figures.noTransit, m.figures.noTransitValue, noBar, m.figures.noTransitNote)
  }
  const range = most.transitTeuChange
  const { value, interval } = wordedTeu(context, range)
  return rangeFigure(
    context,
    m.figures.transit(shortName(most.name)),
    range,
    `${value}${NO_BREAK}${m.figures.transitUnit}`,
    m.figures.transitOn(interval, context.numbers.teu(most.transitTeuBefore)),
    signOf(context, range),
    most.quality === 'estimated',
  )
}

/** On whose trade the answer stands, and whom it leaves out. */
function sectorCaution(context: ReportContext, sectors: SectorsResult): string {
  const { messages: m } = context
  const hidden = sectors.hiddenMembers.map(iso3 => countryName(context, iso3))
  return `${m.answer.sectors(sectors.sectors, sectors.title, sectors.elasticityName)}${hidden.length === 0 ? '' : ` ${m.answer.hidden(hidden)}`}`
}

export function answerSection(context: ReportContext): Markup {
  const { messages: m, result } = context
  return html`<div class="answer"><p class="kicker">${userText(result.scenario.title)}</p><h1>${answerSentence(context)}</h1><p class="lead">${paragraph(context)}</p>${result.sectors !== null && html`<p class="caution">${sectorCaution(context, result.sectors)}</p>`}</div>
<dl class="figures" aria-label="${m.figures.title}">${moneyFigure(context, m.figures.income, result.bloc.realIncomeChangeMusd, m.figures.perYear)}${moneyFigure(context, m.figures.turnover, result.bloc.turnoverChangeMusd, interval => m.figures.onToday(interval, amount(context, result.bloc.turnoverBeforeMusd)))}${corridorFigure(context)}${costOrTransit(context)}</dl>`
}

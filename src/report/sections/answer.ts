/** Top of the report: meta line, the answer in words, one paragraph, four figures. */

import type { CorridorResult, CountryResult, Range } from '../../scenario/result.js'
import type { SectorsResult } from '../../scenario/result-sectors.js'
import { intervalBar, intervalScale, levelBar } from '../charts/interval.js'
import {
  cityName,
  countryName,
  parameterName,
  placeName,
  type ReportContext,
  shortName,
  type Verdict,
  verdict,
  type WordContext,
} from '../context.js'
import { days, fixed, isNegligible, NO_BREAK, teu } from '../format.js'
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

/** The country that the headline speaks of: the largest change, in either direction, that can be told from zero. */
export function headlineCountry(
  context: WordContext,
): { country: CountryResult; verdict: Verdict } | undefined {
  const told = context.members
    .map(country => ({ country, verdict: verdict(country.realIncomeChangePercent, context.hasRanges) }))
    .filter(entry => entry.verdict !== 'zero')
  const size = (entry: { country: CountryResult }) => entry.country.realIncomeChangePercent.value
  const gain = told.reduce<(typeof told)[number] | undefined>(
    (best, entry) => (best === undefined || size(entry) > size(best) ? entry : best),
    undefined,
  )
  const loss = told.reduce<(typeof told)[number] | undefined>(
    (worst, entry) => (worst === undefined || size(entry) < size(worst) ? entry : worst),
    undefined,
  )
  if (gain === undefined || loss === undefined) return undefined
  // A package that pays for the bloc is headed by who gains, unless someone loses twice as much.
  const pays = context.result.bloc.realIncomeChangeMusd.value >= 0
  return -size(loss) > (pays ? 2 : 1) * size(gain) ? loss : gain
}

export function isUnchanged(context: WordContext): boolean {
  const nothing = (range: Range) => range.value === 0 && range.low === 0 && range.high === 0
  return context.result.countries.every(country => nothing(country.realIncomeChangePercent))
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
  const { messages: m, members, hasRanges, result } = context
  const sentences: string[] = []
  if (!isUnchanged(context)) {
    const headline = headlineCountry(context)
    const of = (wanted: Verdict) =>
      members.filter(
        country =>
          verdict(country.realIncomeChangePercent, hasRanges) === wanted && country !== headline?.country,
      )
    const names = (countries: readonly CountryResult[]) => countries.map(country => shortName(country.name))
    const gainers = of('gain')
    const losers = of('loss')
    const still = of('zero')
    const small = still.filter(country => hasRanges && isNegligible(country.realIncomeChangePercent))
    const zeros = still.filter(country => !small.includes(country))
    if (gainers.length > 0)
      sentences.push(
        (headline?.verdict === 'gain' ? m.answer.gainers : m.answer.gainersAlone)(names(gainers)),
      )
    if (losers.length > 0) {
      const most = Math.min(...losers.map(country => country.realIncomeChangePercent.value))
      sentences.push(
        headline?.verdict === 'loss'
          ? m.answer.losersWithIt(names(losers.toReversed()))
          : m.answer.losers(names(losers.toReversed()), fixed(-most, 2)),
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
  return sentences.join(' ')
}

/** The corridor whose time changes most by share of its journey; one that closes or opens comes first. */
export function mostChangedCorridors(context: ReportContext, most: number): CorridorResult[] {
  const change = (corridor: CorridorResult) => {
    const { before, after } = corridor.days
    if (before === null && after === null) return 0
    if (before === null || after === null) return 2
    const share = Math.abs(after - before) / Math.max(before, after, 1e-9)
    return Math.abs(after - before) < 0.05 ? 0 : share
  }
  const ranked = context.result.corridors
    .map(corridor => ({ corridor, change: change(corridor) }))
    .filter(entry => entry.change > 0)
    .sort((a, b) => b.change - a.change)
  // Of corridors that change about as much, the one that the scenario's title speaks of, then the common trunk.
  const top = ranked[0]?.change ?? 0
  const words = new Set(wordsOf(context.result.scenario.title))
  const named = (corridor: CorridorResult) => wordsOf(corridor.name).filter(word => words.has(word)).length
  const alikeInTime = ranked.filter(entry => entry.change >= 0.8 * top).map(entry => entry.corridor)
  const mostNamed = Math.max(0, ...alikeInTime.map(named))
  const candidates = alikeInTime.filter(corridor => named(corridor) === mostNamed)
  const shared = (corridor: CorridorResult) => sharedPlaces(corridor, candidates)
  const known = [...candidates].sort((a, b) => shared(b) - shared(a) || (a.id < b.id ? -1 : 1))[0]
  ranked.sort((a, b) => Number(b.corridor === known) - Number(a.corridor === known) || b.change - a.change)
  const chosen: CorridorResult[] = []
  for (const { corridor } of ranked) {
    if (chosen.length >= most) break
    const alike = chosen.some(other => {
      const places = new Set(other.places)
      const shared = corridor.places.filter(place => places.has(place)).length
      return shared > 0.45 * Math.min(places.size, corridor.places.length)
    })
    if (!alike) chosen.push(corridor)
  }
  return chosen
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
}

/** Places of a corridor that the others pass too, as a mean share: the trunk that they have in common scores highest. */
function sharedPlaces(corridor: CorridorResult, others: readonly CorridorResult[]): number {
  let sum = 0
  for (const other of others) {
    const places = new Set(other.places)
    sum += corridor.places.filter(place => places.has(place)).length / Math.max(1, corridor.places.length)
  }
  return sum / Math.max(1, others.length)
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
  const corridor = mostChangedCorridors(context, 1)[0]
  if (corridor === undefined)
    return figure(m.figures.noCorridor, m.figures.noCorridorValue, noBar, m.figures.noCorridorNote)
  const ends = [corridor.places[0], corridor.places.at(-1)].map(id => cityName(placeName(context, id ?? '')))
  const label = html`${ends[0]} to ${ends[1]}`
  const { before, after } = corridor.days
  const value = after === null ? m.closed : m.inDays(days(after))
  const waits = corridor.daysRange.after
  const note = m.figures.corridorToday(
    before === null ? m.notOpen : days(before),
    waits === null || !context.hasRanges ? undefined : m.range(days(waits.low), days(waits.high)),
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
    m.figures.transitOn(interval, teu(most.transitTeuBefore)),
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

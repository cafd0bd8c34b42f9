/** What the why panel says of a country and of the figures of all members. */
import type { CentralCountry, CentralResult, Measure, Quality, Range } from '../../../index.js'
import { verdict } from '../../../report/context.js'
import { PERCENT, type Rounding } from '../../../report/format.js'
import { roundedBridge } from '../../../report/turnover-bridge.js'
import { wordedPercent } from '../../../report/words.js'
import { number, percent } from '../../i18n/locale.js'
import { told } from '../../i18n/wording.js'
import type { Selection } from '../../state/lab.js'
import { inUnit, toldIn, verdictOf } from '../outcomes/outcome-rows.js'
import { answerNotices } from './answer-notices.js'
import { type Fact, rangeFact, type Subject, type SubjectContext } from './subject-records.js'

type Figure = Extract<Selection, { readonly kind: 'figure' }>['figure']

const INCOME_STEPS = ['routes', 'avoidance', 'costs', 'equilibrium', 'income', 'ranges'] as const
const TRADE_STEPS = ['routes', 'avoidance', 'costs', 'equilibrium', 'ranges'] as const
const TRADE_TABLES = [
  'trade',
  'trade-adjustments',
  'bulk-shares',
  'air-shares',
  'tariffs',
  'network-links',
  'network-modes',
  'network-bulk',
  'parameters',
]

function percentSign(context: SubjectContext): string {
  return context.language === 'zh' ? '%' : '\u00a0%'
}

export function countrySubject(iso3: string, context: SubjectContext): Subject | undefined {
  const { result, words, wording, countryName } = context
  const country = result.countries.find(each => each.iso3 === iso3)
  if (country === undefined) return undefined
  const isMember = result.bloc.members.includes(iso3)
  const { labels, kinds } = words.whyWords
  const range = country.realIncomeChangePercent
  const income = told(wording, range, PERCENT, wordedPercent)
  return {
    kicker: isMember ? kinds.member : kinds.country,
    title: countryName(iso3),
    level: {
      label: labels.income,
      after: range,
      afterText: income.value,
      unit: '%',
      interval: income.interval,
      token: verdict(range, wording.hasRanges),
      estimated: country.quality === 'estimated',
    },
    facts: countryFacts(country, isMember, context),
    notes: notesOf(context),
    notices: answerNotices(context),
    rows: countryRows(country, context),
    tables: TRADE_TABLES,
    contributed: { kind: 'country', iso3 },
    acts: measure => actsOnCountry(measure, iso3),
    steps: INCOME_STEPS,
  }
}

function actsOnCountry(measure: Measure, iso3: string): boolean {
  switch (measure.kind) {
    case 'tariff':
    case 'non-tariff':
      return measure.exporters.includes(iso3) || measure.importers.includes(iso3)
    case 'digital':
      return measure.countries.includes(iso3)
    default:
      return measure.owners.includes(iso3)
  }
}

function countryFacts(country: CentralCountry, isMember: boolean, context: SubjectContext): Fact[] {
  const { labels } = context.words.whyWords
  const { wording } = context
  const share = (label: string, range: Range) =>
    rangeFact(label, told(wording, range, PERCENT, wordedPercent), percentSign(context))
  const amount = (label: string, range: Range, rounding: Rounding) =>
    rangeFact(label, toldIn(wording, range, rounding))
  const musd = country.realIncomeChangeMusd
  const turnover = country.blocTurnoverChangeMusd
  return [
    amount(labels.incomeMusd, musd, inUnit(musd, 1, 1)),
    share(labels.exports, country.exportsChangePercent),
    share(labels.imports, country.importsChangePercent),
    ...cutOffFacts(country, context),
    ...(isMember ? [amount(labels.turnover, turnover, inUnit(turnover, 1000, 2))] : []),
    ...transitFacts(country, context),
  ]
}

/** Less a year is not told. */
const LEAST_CUT_OFF_MUSD = 5

/** What has no way left, where that is something. */
function cutOffFacts(
  { exportsCutOffMusd, importsCutOffMusd, idleIncomeMusd }: CentralCountry,
  { words, language }: SubjectContext,
): Fact[] {
  const { labels } = words.whyWords
  return (
    [
      [labels.exportsCutOff, exportsCutOffMusd],
      [labels.importsCutOff, importsCutOffMusd],
      [labels.idleIncome, idleIncomeMusd],
    ] as const
  ).flatMap(([label, musd]) =>
    musd < LEAST_CUT_OFF_MUSD ? [] : [{ label, after: number(language, musd / 1000, { decimals: 2 }) }],
  )
}

function transitFacts(country: CentralCountry, { words, wording, language }: SubjectContext): Fact[] {
  const { transitTeuBefore, transitTeuChange: teu, transitRevenueChangeMusd: revenue } = country
  if (transitTeuBefore === undefined || teu === undefined || revenue === undefined) return []
  const { labels } = words.whyWords
  const change = toldIn(wording, teu, inUnit(teu, 1000, 1))
  const today = number(language, transitTeuBefore / 1000, { decimals: 1 })
  return [
    { ...rangeFact(labels.transit, change), interval: words.outcomes.onToday(change.interval, today) },
    rangeFact(labels.revenue, toldIn(wording, revenue, inUnit(revenue, 1, 1))),
  ]
}

function notesOf({ full, words }: SubjectContext): string[] {
  const draws = full?.uncertainty.draws ?? 0
  return draws > 0 ? [words.why.drawnRange(draws)] : [words.answer.computing]
}

function countryRows(country: CentralCountry, { dataset, words }: SubjectContext): Subject['rows'] {
  const { sources } = words.why
  const note = dataset.cautions.find(caution => caution.iso3 === country.iso3)
  const tariff = dataset.tariffs.find(row => row.iso3 === country.iso3)
  const codes = country.cautions.filter(code => code !== 'data-caution')
  const own = (source: string, quality: Quality) => ({ label: sources.cautions, quality, source })
  return [
    ...(note === undefined ? [] : [own(`${note.words} (${note.source})`, note.quality)]),
    ...codes.map(code => own(sources.codes[code] ?? code, country.quality)),
    ...(tariff === undefined
      ? []
      : [{ label: words.whyWords.tariff, quality: tariff.quality, source: tariff.source }]),
  ]
}

export function figureSubject(figure: Figure, context: SubjectContext): Subject {
  const { result, full, words, wording, language } = context
  const { labels, kinds, figures } = words.whyWords
  const common = {
    kicker: kinds.figure,
    title: figures[figure],
    notes: notesOf(context),
    notices: answerNotices(context),
    rows: [],
    tables: TRADE_TABLES,
    contributed: { kind: figure },
    acts: () => false,
    steps: figure === 'real-income' ? INCOME_STEPS : TRADE_STEPS,
  } as const
  const level = (label: string, range: Range, rounding: Rounding, unit: string) => {
    const { value, interval } = toldIn(wording, range, rounding)
    return {
      label,
      after: range,
      afterText: value,
      unit,
      interval,
      token: verdictOf(range, wording.hasRanges, rounding),
      estimated: false,
    }
  }
  if (figure === 'transit') {
    if (full === undefined) return { ...common, facts: [], notes: [words.why.noTransit] }
    const facts = full.countries
      .filter(({ iso3 }) => result.bloc.members.includes(iso3))
      .sort((a, b) => b.transitTeuChange.value - a.transitTeuChange.value)
      .map(({ iso3, transitTeuChange: teu }) =>
        rangeFact(context.countryName(iso3), toldIn(wording, teu, inUnit(teu, 1000, 1))),
      )
    return { ...common, kicker: labels.transit, facts }
  }
  const { realIncomeChangeMusd: income, turnoverChangeMusd: turnover } = result.bloc
  if (figure === 'real-income') {
    return {
      ...common,
      level: level(labels.incomeMusd, income, inUnit(income, 1, 1), words.outcomes.numbers.millionUsd),
      facts: [],
    }
  }
  return {
    ...common,
    level: level(
      words.outcomes.turnover,
      turnover,
      inUnit(turnover, 1000, 2),
      words.outcomes.numbers.billionUsd,
    ),
    facts: [
      ...todaysTurnover(result.bloc, context),
      {
        label: labels.turnoverShare,
        after: percent(language, result.bloc.turnoverShareBeforePercent, { decimals: 1 }),
      },
    ],
  }
}

/** One figure of today's turnover counted in two ways, and what leads from one to the other. */
function todaysTurnover(
  { turnoverBridge, turnoverBeforeMusd }: CentralResult['bloc'],
  { words, language, countryName }: SubjectContext,
): Fact[] {
  const { bridge } = words.bloc
  if (turnoverBridge === null)
    return [{ label: bridge.model, after: number(language, turnoverBeforeMusd / 1000, { decimals: 1 }) }]
  const { recorded, joined, adjustments, model } = roundedBridge(turnoverBridge, 1000, 1)
  const write = (value: number, signed: boolean) => number(language, value, { decimals: 1, signed })
  return [
    { label: bridge.recorded, after: write(recorded, false) },
    ...joined.map(({ iso3, host, value }) => ({
      label: bridge.joined(countryName(iso3), countryName(host)),
      after: write(value, true),
    })),
    ...(turnoverBridge.adjustmentMusd === 0
      ? []
      : [{ label: capital(bridge.adjusted), after: write(adjustments, true) }]),
    { label: bridge.model, after: write(model, false) },
  ]
}

/** Words that stand inside a line elsewhere, as a label. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

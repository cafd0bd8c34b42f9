/** Rows of the outcome charts, made of the newest result. */
import type {
  CentralCountry,
  CentralResult,
  CorridorResult,
  PairResult,
  Range,
  Result,
} from '../../../index.js'
import { mostChangedCorridors } from '../../../report/changed-corridors.js'
import { type Verdict, verdict } from '../../../report/context.js'
import { holdsZero, isNegligible, PERCENT, type Rounding, twoFigures } from '../../../report/format.js'
import { type Worded, worded, wordedPercent } from '../../../report/words.js'
import type { IntervalRow } from '../../charts/interval-rows.js'
import { number } from '../../i18n/locale.js'
import type { Messages } from '../../i18n/messages.js'
import { type PageWording, told } from '../../i18n/wording.js'

export interface RowContext {
  readonly wording: PageWording
  readonly words: Messages['outcomes']
  readonly quality: Messages['data']['quality']
  readonly countryName: (iso3: string) => string
  readonly corridorName: (id: string) => string
  /** The newest result that has ranges. */
  readonly last: Result | undefined
}

type Bar = Pick<IntervalRow, 'bar' | 'last' | 'room'>

/** The bar of a range that is there, else the last one, pale. */
function barOf({ wording }: RowContext, last: Range | undefined, words: (range: Range) => Worded): Bar {
  if (wording.hasRanges) return { bar: 'known' }
  return last === undefined ? { bar: 'none' } : { bar: 'pale', last, room: words(last) }
}

function withRanges(wording: PageWording): PageWording {
  return { ...wording, hasRanges: true }
}

export function incomeRow(context: RowContext, country: CentralCountry): IntervalRow {
  const { wording, countryName, last } = context
  const range = country.realIncomeChangePercent
  const known = last?.countries.find(each => each.iso3 === country.iso3)
  return {
    key: country.iso3,
    name: countryName(country.iso3),
    range,
    ...told(wording, range, PERCENT, wordedPercent),
    verdict: verdict(range, wording.hasRanges),
    estimated: country.quality === 'estimated',
    ...barOf(context, known?.realIncomeChangePercent, last => wordedPercent(withRanges(wording), last)),
  }
}

/** Two significant figures in a unit, never finer than so many decimals. */
export function inUnit(range: Range, unit: number, decimals: number): Rounding {
  const rounding = twoFigures(range, unit)
  return rounding.decimals > decimals ? { unit, decimals, step: 1 } : rounding
}

export function verdictOf(range: Range, hasRanges: boolean, rounding: Rounding): Verdict {
  if (holdsZero(range, hasRanges, rounding) || isNegligible(range, rounding)) return 'zero'
  return range.value > 0 ? 'gain' : 'loss'
}

export function toldIn(wording: PageWording, range: Range, rounding: Rounding): Worded {
  return told(wording, range, rounding, (words, of) => worded(words, of, rounding))
}

export function pairRow(
  context: RowContext,
  { a, b, quality, turnoverChangeMusd: range }: PairResult,
): IntervalRow {
  const { wording, words, countryName, last } = context
  const rounding = inUnit(range, 1000, 2)
  const known = last?.bloc.pairs.find(pair => pair.a === a && pair.b === b)
  return {
    key: `${a} ${b}`,
    name: words.pair(countryName(a), countryName(b)),
    range,
    ...toldIn(wording, range, rounding),
    verdict: verdictOf(range, wording.hasRanges, rounding),
    estimated: quality === 'estimated',
    ...barOf(context, known?.turnoverChangeMusd, last =>
      worded(withRanges(wording), last, inUnit(last, 1000, 2)),
    ),
  }
}

/** Change of traffic at the narrowest point. */
export function corridorChange({ teu, teuChangeRange }: CorridorResult): Range {
  return { value: teu.after - teu.before, ...teuChangeRange }
}

const THOUSAND = 1000

export function corridorRow(context: RowContext, corridor: CorridorResult, name: string): IntervalRow {
  const { wording, words, last } = context
  const { hasRanges, language } = wording
  const range = corridorChange(corridor)
  const rounding = inUnit(range, THOUSAND, 1)
  const known = last?.corridors.find(({ id }) => id === corridor.id)
  const level = (teu: number) => number(language, teu / THOUSAND, { decimals: teu < 9_950 ? 1 : 0 })
  const after = corridor.days.after === null ? words.closed : level(corridor.teu.after)
  const before = corridor.days.before === null ? words.notOpen : level(corridor.teu.before)
  return {
    key: corridor.id,
    name,
    under: words.fromTo(before, after),
    range,
    ...toldIn(wording, range, rounding),
    verdict: verdictOf(range, hasRanges, rounding),
    estimated: corridor.quality === 'estimated',
    ...barOf(context, known && corridorChange(known), last =>
      worded(withRanges(wording), last, inUnit(last, THOUSAND, 1)),
    ),
  }
}

export function transitRow(context: RowContext, country: Result['countries'][number]): IntervalRow {
  const range = country.transitTeuChange
  const level = number(context.wording.language, country.transitTeuBefore / THOUSAND)
  return memberRow(context, country, range, inUnit(range, THOUSAND, 1), level)
}

export function revenueRow(context: RowContext, country: Result['countries'][number]): IntervalRow {
  const range = country.transitRevenueChangeMusd
  const level = number(context.wording.language, country.transitRevenueBeforeMusd)
  return memberRow(context, country, range, inUnit(range, 1, 1), level)
}

function memberRow(
  { wording, words, countryName }: RowContext,
  country: CentralCountry,
  range: Range,
  rounding: Rounding,
  level: string,
): IntervalRow {
  return {
    key: country.iso3,
    name: countryName(country.iso3),
    under: words.today(level),
    range,
    ...toldIn(wording, range, rounding),
    verdict: verdictOf(range, wording.hasRanges, rounding),
    estimated: country.quality === 'estimated',
    bar: 'known',
  }
}

/**
 * The corridor that the scenario is about, then those whose traffic changes most; of corridors that share much of their
 * way one alone.
 */
export function changedTraffic(
  result: Pick<CentralResult, 'corridors' | 'scenario'>,
  most: number,
): CorridorResult[] {
  const ranked = result.corridors
    .filter(({ teu }) => Math.abs(teu.after - teu.before) >= 50)
    .sort(
      (a, b) =>
        Math.abs(b.teu.after - b.teu.before) - Math.abs(a.teu.after - a.teu.before) || (a.id < b.id ? -1 : 1),
    )
  const chosen = mostChangedCorridors({ result }, 1).filter(corridor => ranked.includes(corridor))
  for (const corridor of ranked) {
    if (chosen.length >= most) break
    if (!chosen.some(other => isAlike(other, corridor))) chosen.push(corridor)
  }
  return chosen
}

/** Whether two corridors share much of their way. */
export function isAlike(a: CorridorResult, b: CorridorResult): boolean {
  const places = new Set(b.places)
  const shared = a.places.filter(place => places.has(place)).length
  return shared > 0.45 * Math.min(places.size, a.places.length)
}

/** A tick with as many decimals as the step of its axis needs; signed unless it is of levels. */
export function tickWriter(
  wording: PageWording,
  unit: number,
  suffix: string,
  { signed = true } = {},
): (tick: number, ticks: readonly number[]) => string {
  return (tick, ticks) => {
    if (tick === 0) return '0'
    const exact = (decimals: number) =>
      ticks.every(each => Math.abs(Number((each / unit).toFixed(decimals)) - each / unit) < 1e-9)
    const decimals = [0, 1, 2, 3].find(exact) ?? 4
    return `${wording.write(tick / unit, decimals, signed)}${suffix}`
  }
}

/** The largest gains and losses, largest gain first. */
export function extremes(countries: readonly CentralCountry[], each: number): CentralCountry[] {
  const sorted = [...countries].sort(
    (a, b) => b.realIncomeChangePercent.value - a.realIncomeChangePercent.value,
  )
  if (sorted.length <= 2 * each) return sorted
  return [...sorted.slice(0, each), ...sorted.slice(-each)]
}

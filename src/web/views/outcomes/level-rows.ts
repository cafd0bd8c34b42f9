/** Rows and tables of today's levels: what the charts show while nothing is changed. */
import type { CentralCountry, CentralResult, CorridorResult, PairResult, Result } from '../../../index.js'
import type { IntervalRow } from '../../charts/interval-rows.js'
import { type ChartTable, numberColumn } from '../../export/csv.js'
import type { Messages } from '../../i18n/messages.js'
import type { RowContext } from './outcome-rows.js'
import { isAlike } from './outcome-rows.js'

export interface LevelContext extends RowContext {
  readonly today: Messages['today']
}

const BILLION = 1000
const THOUSAND = 1000

/** A bar from zero to the level, and the level in words. */
function levelRow(
  key: string,
  name: string,
  value: number,
  text: string,
  quality: CentralCountry['quality'],
): IntervalRow {
  return {
    key,
    name,
    range: { value, low: 0, high: value },
    value: text,
    interval: '',
    verdict: 'zero',
    estimated: quality === 'estimated',
    bar: 'known',
  }
}

/** Goods trade with the bloc over all foreign goods trade, percent; zero where there is none. */
export function blocShare(country: CentralCountry): number {
  const foreign = foreignTrade(country)
  return foreign > 0 ? (100 * country.blocTurnoverBeforeMusd) / foreign : 0
}

function foreignTrade({ exportsBeforeMusd, importsBeforeMusd }: CentralCountry): number {
  return exportsBeforeMusd + importsBeforeMusd
}

/** Members, the largest share first. */
export function membersByShare({ bloc, countries }: CentralResult): CentralCountry[] {
  const members = new Set(bloc.members)
  return countries
    .filter(({ iso3 }) => members.has(iso3))
    .sort((a, b) => blocShare(b) - blocShare(a) || (a.iso3 < b.iso3 ? -1 : 1))
}

export function shareRow({ wording, countryName }: RowContext, country: CentralCountry): IntervalRow {
  const share = blocShare(country)
  return levelRow(
    country.iso3,
    countryName(country.iso3),
    share,
    wording.write(share, 1, false),
    country.quality,
  )
}

/** Pairs of members, the largest turnover first. */
export function pairsBySize({ bloc }: CentralResult): PairResult[] {
  return [...bloc.pairs].sort(
    (p, q) => q.turnoverBeforeMusd - p.turnoverBeforeMusd || (p.a + p.b < q.a + q.b ? -1 : 1),
  )
}

export function pairLevelRow(
  { wording, words, countryName }: RowContext,
  { a, b, turnoverBeforeMusd, quality }: PairResult,
): IntervalRow {
  const text = wording.write(turnoverBeforeMusd / BILLION, turnoverBeforeMusd < 9_950 ? 1 : 0, false)
  return levelRow(`${a} ${b}`, words.pair(countryName(a), countryName(b)), turnoverBeforeMusd, text, quality)
}

/**
 * Corridors over land and the inland seas, the largest traffic first, of those that share much of their way one alone;
 * and the ways by sea alone, which carry so much that they would leave the others no length.
 */
export function trafficToday(
  { corridors }: Pick<CentralResult, 'corridors'>,
  isBySea: (id: string) => boolean,
  most: number,
): { readonly land: readonly CorridorResult[]; readonly sea: readonly CorridorResult[] } {
  const all = byTraffic(corridors)
  const land: CorridorResult[] = []
  for (const corridor of all.filter(({ id }) => !isBySea(id)))
    if (land.length < most && !land.some(other => isAlike(other, corridor))) land.push(corridor)
  return { land, sea: all.filter(({ id }) => isBySea(id)) }
}

function byTraffic(corridors: CentralResult['corridors']): CorridorResult[] {
  return corridors
    .filter(({ days, teu }) => days.before !== null && teu.before > 0)
    .sort((a, b) => b.teu.before - a.teu.before || (a.id < b.id ? -1 : 1))
}

export function teuText({ wording }: RowContext, teu: number): string {
  return wording.write(teu / THOUSAND, teu < 9_950 ? 1 : 0, false)
}

export function trafficLevelRow(context: RowContext, corridor: CorridorResult, name: string): IntervalRow {
  const { before } = corridor.teu
  return levelRow(corridor.id, name, before, teuText(context, before), corridor.quality)
}

type TransitCountry = Result['countries'][number]

export function transitLevelRow(
  context: RowContext,
  country: TransitCountry,
  of: 'teu' | 'revenue',
): IntervalRow {
  const value = of === 'teu' ? country.transitTeuBefore : country.transitRevenueBeforeMusd
  const text = of === 'teu' ? teuText(context, value) : context.wording.write(value, 0, false)
  return levelRow(country.iso3, context.countryName(country.iso3), value, text, country.quality)
}

export function shareTable(
  { today, words, quality, countryName }: LevelContext,
  title: string,
  countries: readonly CentralCountry[],
): ChartTable {
  return {
    title,
    columns: [
      { title: words.columns.member },
      numberColumn(today.columns.share),
      numberColumn(today.columns.withBloc),
      numberColumn(today.columns.foreign),
      { title: words.columns.quality },
    ],
    rows: countries.map(country => [
      countryName(country.iso3),
      blocShare(country),
      country.blocTurnoverBeforeMusd / BILLION,
      foreignTrade(country) / BILLION,
      quality[country.quality],
    ]),
  }
}

export function pairLevelTable(
  { today, words, countryName }: LevelContext,
  title: string,
  pairs: readonly PairResult[],
): ChartTable {
  return {
    title,
    columns: [{ title: words.columns.pair }, numberColumn(today.columns.bnUsd)],
    rows: pairs.map(({ a, b, turnoverBeforeMusd }) => [
      words.pair(countryName(a), countryName(b)),
      turnoverBeforeMusd / BILLION,
    ]),
  }
}

export function trafficLevelTable(
  { today, words, quality, corridorName }: LevelContext,
  title: string,
  { corridors }: Pick<CentralResult, 'corridors'>,
): ChartTable {
  return {
    title,
    columns: [
      { title: words.columns.corridor },
      numberColumn(today.columns.teu),
      { title: words.columns.quality },
    ],
    rows: byTraffic(corridors).map(corridor => [
      corridorName(corridor.id),
      corridor.teu.before / THOUSAND,
      quality[corridor.quality],
    ]),
  }
}

export function transitLevelTable(
  { today, words, quality, countryName }: LevelContext,
  title: string,
  countries: readonly TransitCountry[],
  of: 'teu' | 'revenue',
): ChartTable {
  return {
    title,
    columns: [
      { title: words.columns.member },
      numberColumn(of === 'teu' ? today.columns.teu : today.columns.musd),
      { title: words.columns.quality },
    ],
    rows: countries.map(country => [
      countryName(country.iso3),
      of === 'teu' ? country.transitTeuBefore / THOUSAND : country.transitRevenueBeforeMusd,
      quality[country.quality],
    ]),
  }
}

/** The tables behind the outcome charts: all rows, in the order of the chart, with quality in words. */
import type { CentralCountry, CentralResult, PairResult, Range, Result } from '../../../index.js'
import { type ChartTable, numberColumn, type TableColumn } from '../../export/csv.js'
import { corridorChange, type RowContext } from './outcome-rows.js'

/** Value, low and high; without ranges the last two are empty. */
function cells({ wording }: RowContext, { value, low, high }: Range, unit = 1): (number | null)[] {
  return wording.hasRanges ? [value / unit, low / unit, high / unit] : [value / unit, null, null]
}

function rangeColumns({ words }: RowContext, value: string): TableColumn[] {
  return [numberColumn(value), numberColumn(words.columns.low), numberColumn(words.columns.high)]
}

export function incomeTable(
  context: RowContext,
  title: string,
  countries: readonly CentralCountry[],
): ChartTable {
  const { words, quality, countryName } = context
  return {
    title,
    columns: [
      { title: words.columns.country },
      ...rangeColumns(context, words.columns.percent),
      ...rangeColumns(context, words.columns.musd),
      { title: words.columns.quality },
    ],
    rows: countries.map(country => [
      countryName(country.iso3),
      ...cells(context, country.realIncomeChangePercent),
      ...cells(context, country.realIncomeChangeMusd),
      quality[country.quality],
    ]),
  }
}

export function pairTable(context: RowContext, title: string, pairs: readonly PairResult[]): ChartTable {
  const { words, quality, countryName } = context
  return {
    title,
    columns: [
      { title: words.columns.pair },
      numberColumn(words.columns.before),
      numberColumn(words.columns.after),
      ...rangeColumns(context, words.columns.bnUsd),
      { title: words.columns.quality },
    ],
    rows: pairs.map(pair => [
      words.pair(countryName(pair.a), countryName(pair.b)),
      pair.turnoverBeforeMusd / 1000,
      (pair.turnoverBeforeMusd + pair.turnoverChangeMusd.value) / 1000,
      ...cells(context, pair.turnoverChangeMusd, 1000),
      quality[pair.quality],
    ]),
  }
}

export function trafficTable(context: RowContext, title: string, result: CentralResult): ChartTable {
  const { words, quality, corridorName } = context
  const change = (row: CentralResult['corridors'][number]) => Math.abs(row.teu.after - row.teu.before)
  return {
    title,
    columns: [
      { title: words.columns.corridor },
      numberColumn(words.columns.before),
      numberColumn(words.columns.after),
      ...rangeColumns(context, words.columns.teu),
      { title: words.columns.quality },
    ],
    rows: [...result.corridors]
      .sort((a, b) => change(b) - change(a))
      .map(corridor => [
        corridorName(corridor.id),
        corridor.teu.before / 1000,
        corridor.teu.after / 1000,
        ...cells(context, corridorChange(corridor), 1000),
        quality[corridor.quality],
      ]),
  }
}

export function transitTable(
  context: RowContext,
  title: string,
  countries: readonly Result['countries'][number][],
  of: 'teu' | 'revenue',
): ChartTable {
  const { words, quality, countryName } = context
  const isTeu = of === 'teu'
  return {
    title,
    columns: [
      { title: words.columns.member },
      numberColumn(words.columns.before),
      ...rangeColumns(context, isTeu ? words.columns.teu : words.columns.musd),
      { title: words.columns.quality },
    ],
    rows: countries.map(country => [
      countryName(country.iso3),
      isTeu ? country.transitTeuBefore / 1000 : country.transitRevenueBeforeMusd,
      ...(isTeu
        ? cells(context, country.transitTeuChange, 1000)
        : cells(context, country.transitRevenueChangeMusd)),
      quality[country.quality],
    ]),
  }
}

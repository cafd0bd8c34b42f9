/**
 * Tables for machines: RFC 4180 with line feeds, full precision, empty cells for what does not exist. Text that a
 * spreadsheet would take for a formula is written with an apostrophe before it.
 */
import { QUALITIES } from '../dataset/dataset.js'
import type {
  Bounds,
  ContributionResult,
  CorridorScore,
  Result,
  TrafficPointResult,
} from '../scenario/result/result.js'
import type { PartnerWelfareRow, SectorDetail, WelfareRow } from '../scenario/result/result-sectors.js'

export type Cell = string | number | null

/**
 * Shortest text that reads back to the same number; a negative zero is a zero.
 *
 * @throws Error when the number is not finite: a broken invariant of the run, never written to a file.
 */
export function exactNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a number of the result is not finite')
  return String(value === 0 ? 0 : value)
}

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return exactNumber(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows under a header, each line ended by a line feed. */
export function csv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let out = `${header.map(cell).join(',')}\n`
  for (const row of rows) out += `${row.map(cell).join(',')}\n`
  return out
}

const spread = (name: string): string[] => [`${name}_low`, `${name}_high`]
const ends = (range: Bounds): Cell[] => [range.low, range.high]

/** `countries.csv`: one row for each economy; percent in percent, money in million USD. */
export function countriesCsv(result: Result): string {
  const header = [
    'iso3',
    'name',
    'role',
    'real_income_change_percent',
    ...spread('real_income_change_percent'),
    'real_income_change_musd',
    'exports_change_percent',
    'imports_change_percent',
    'bloc_turnover_change_musd',
    'transit_teu_change',
    'transit_revenue_change_musd',
    ...spread('real_income_change_musd'),
    ...spread('exports_change_percent'),
    ...spread('imports_change_percent'),
    ...spread('bloc_turnover_change_musd'),
    ...spread('transit_teu_change'),
    ...spread('transit_revenue_change_musd'),
    'goods_real_wage_change_percent',
    ...spread('goods_real_wage_change_percent'),
    'exports_before_musd',
    'imports_before_musd',
    'bloc_turnover_before_musd',
    'transit_teu_before',
    'transit_revenue_before_musd',
    'nominal_wage_change_percent',
    'price_index_change_percent',
    'tariff_revenue_change_musd',
    'measured_trade_share',
    'quality',
    'cautions',
    'exports_change_musd',
    'imports_change_musd',
    'home_sales_before_musd',
    'home_sales_change_musd',
    'home_sales_change_percent',
    ...spread('home_sales_change_percent'),
    'bloc_turnover_change_percent',
    'tariff_revenue_before_musd',
    'exports_cut_off_musd',
    'imports_cut_off_musd',
    'idle_income_musd',
  ]
  const rows = result.countries.map(country => [
    country.iso3,
    country.name,
    country.role,
    country.realIncomeChangePercent.value,
    ...ends(country.realIncomeChangePercent),
    country.realIncomeChangeMusd.value,
    country.exportsChangePercent.value,
    country.importsChangePercent.value,
    country.blocTurnoverChangeMusd.value,
    country.transitTeuChange.value,
    country.transitRevenueChangeMusd.value,
    ...ends(country.realIncomeChangeMusd),
    ...ends(country.exportsChangePercent),
    ...ends(country.importsChangePercent),
    ...ends(country.blocTurnoverChangeMusd),
    ...ends(country.transitTeuChange),
    ...ends(country.transitRevenueChangeMusd),
    country.goodsRealWageChangePercent.value,
    ...ends(country.goodsRealWageChangePercent),
    country.exportsBeforeMusd,
    country.importsBeforeMusd,
    country.blocTurnoverBeforeMusd,
    country.transitTeuBefore,
    country.transitRevenueBeforeMusd,
    country.nominalWageChangePercent,
    country.priceIndexChangePercent,
    country.tariffRevenueChangeMusd,
    country.measuredTradeShare,
    country.quality,
    country.cautions.join(';'),
    (country.exportsBeforeMusd * country.exportsChangePercent.value) / 100,
    (country.importsBeforeMusd * country.importsChangePercent.value) / 100,
    country.homeSalesBeforeMusd,
    (country.homeSalesBeforeMusd * country.homeSalesChangePercent.value) / 100,
    country.homeSalesChangePercent.value,
    ...ends(country.homeSalesChangePercent),
    country.blocTurnoverBeforeMusd > 0
      ? (100 * country.blocTurnoverChangeMusd.value) / country.blocTurnoverBeforeMusd
      : 0,
    country.tariffRevenueBeforeMusd,
    country.exportsCutOffMusd,
    country.importsCutOffMusd,
    country.idleIncomeMusd,
  ])
  return csv(header, rows)
}

/** `flows.csv`: every pair that trades before or after, million USD FOB, sales at home included. */
export function flowsCsv(result: Result): string {
  const { economies, before, after, quality } = result.flows
  const n = economies.length
  const rows: Cell[][] = []
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const ij = i * n + j
      if (before[ij] === 0 && after[ij] === 0) continue
      rows.push([
        economies[i]!,
        economies[j]!,
        before[ij]!,
        after[ij]!,
        QUALITIES[quality[ij]!] ?? 'estimated',
      ])
    }
  }
  return csv(['exporter', 'importer', 'before', 'after', 'quality'], rows)
}

/** `turnover.csv`: a row for every two members, both ways together, million USD a year; their values add up to the bloc's. */
export function turnoverCsv({ bloc }: Pick<Result, 'bloc'>): string {
  const change = 'turnover_change_musd'
  const header = ['a', 'b', 'turnover_before_musd', change, ...spread(change), 'quality']
  return csv(
    header,
    bloc.pairs.map(({ a, b, quality, turnoverBeforeMusd, turnoverChangeMusd }) => [
      a,
      b,
      turnoverBeforeMusd,
      turnoverChangeMusd.value,
      ...ends(turnoverChangeMusd),
      quality,
    ]),
  )
}

/** `diversion.csv`: sales that move from one supplier to another within a market, million USD a year. */
export function diversionCsv(result: Result): string {
  const header = ['importer', 'loser', 'gainer', 'musd']
  return csv(
    header,
    result.flows.moves.map(({ importer, loser, gainer, musd }) => [importer, loser, gainer, musd]),
  )
}

/** `contributions.csv`: a row for each measure or group and each member, and one for all members. */
export function contributionsCsv(contributions: readonly ContributionResult[]): string {
  const header = ['id', 'measures', 'member', 'real_income_change_musd', 'transit_revenue_change_musd']
  return csv(
    header,
    contributions.flatMap(({ id, measures, realIncomeChangeMusd, members }) => [
      [id, measures.join(';'), 'all', realIncomeChangeMusd, null],
      ...members.map(member => [
        id,
        measures.join(';'),
        member.iso3,
        member.realIncomeChangeMusd,
        member.transitRevenueChangeMusd,
      ]),
    ]),
  )
}

/** `sectors.csv`: trade of every reported economy by sector, million USD. */
export function sectorsCsv({ trade }: SectorDetail): string {
  const header = [
    'iso3',
    'sector',
    'exports_before_musd',
    'exports_change_musd',
    'imports_before_musd',
    'imports_change_musd',
    'home_sales_before_musd',
    'home_sales_change_musd',
  ]
  return csv(
    header,
    trade.map(row => [
      row.iso3,
      row.sector,
      row.exportsBeforeMusd,
      row.exportsChangeMusd,
      row.importsBeforeMusd,
      row.importsChangeMusd,
      row.homeSalesBeforeMusd,
      row.homeSalesChangeMusd,
    ]),
  )
}

/** `welfare.csv`: first-order parts by partner, and a row `all` with their sums and the exact change, percent. */
export function welfareCsv({ welfare, partners }: SectorDetail): string {
  const header = [
    'iso3',
    'partner',
    'terms_of_trade_percent',
    'volume_of_trade_percent',
    'trade_costs_percent',
    'first_order_percent',
    'exact_percent',
    'idle_percent',
  ]
  const parts = (row: PartnerWelfareRow | WelfareRow) =>
    [row.termsOfTradePercent, row.volumeOfTradePercent, row.tradeCostsPercent] as const
  return csv(header, [
    ...welfare.map(row => [
      row.iso3,
      'all',
      ...parts(row),
      row.firstOrderPercent,
      row.exactPercent,
      row.idlePercent,
    ]),
    ...partners.map(row => [row.iso3, row.partner, ...parts(row), null, null, null]),
  ])
}

const SCORES = [
  ['length_km', 'lengthKm'],
  ['speed_without_delay_kmh', 'speedWithoutDelayKmh'],
  ['speed_with_delay_kmh', 'speedWithDelayKmh'],
  ['borders', 'borders'],
  ['hours_per_border', 'hoursPerBorder'],
  ['usd_per_500km_and_20t', 'usdPer500KmAnd20Tonnes'],
  ['kg_co2e_per_teu', 'kgCo2ePerTeu'],
] as const

function scoreEnds(score: CorridorScore | null): Cell[] {
  return score === null ? [null, null] : ends(score.kgCo2ePerTeuRange)
}

/**
 * `corridors.csv`: days, USD per TEU, TEU a year and the scores; empty where a corridor is closed; traffic, days and
 * emissions with their ranges.
 */
export function corridorsCsv(result: Result): string {
  const header = [
    'id',
    'days_before',
    'days_after',
    'usd_per_teu_before',
    'usd_per_teu_after',
    'teu_before',
    'teu_after',
    'name',
    'quality',
    ...spread('teu_before'),
    ...spread('teu_after'),
    ...spread('days_before'),
    ...spread('days_after'),
    ...SCORES.flatMap(([name]) => [`${name}_before`, `${name}_after`]),
    ...spread('kg_co2e_per_teu_before'),
    ...spread('kg_co2e_per_teu_after'),
    ...spread('usd_per_teu_before'),
    ...spread('usd_per_teu_after'),
    'hours_without_range_before',
    'hours_without_range_after',
    'usd_per_teu_without_range_before',
    'usd_per_teu_without_range_after',
    ...spread('teu_change'),
  ]
  const rows = result.corridors.map(corridor => [
    corridor.id,
    corridor.days.before,
    corridor.days.after,
    corridor.usdPerTeu.before,
    corridor.usdPerTeu.after,
    corridor.teu.before,
    corridor.teu.after,
    corridor.name,
    corridor.quality,
    ...ends(corridor.teuRange.before),
    ...ends(corridor.teuRange.after),
    corridor.daysRange.before?.low ?? null,
    corridor.daysRange.before?.high ?? null,
    corridor.daysRange.after?.low ?? null,
    corridor.daysRange.after?.high ?? null,
    ...SCORES.flatMap(([, key]) => [
      corridor.score.before?.[key] ?? null,
      corridor.score.after?.[key] ?? null,
    ]),
    ...scoreEnds(corridor.score.before),
    ...scoreEnds(corridor.score.after),
    corridor.usdPerTeuRange.before?.low ?? null,
    corridor.usdPerTeuRange.before?.high ?? null,
    corridor.usdPerTeuRange.after?.low ?? null,
    corridor.usdPerTeuRange.after?.high ?? null,
    corridor.withoutRange.before?.hours ?? null,
    corridor.withoutRange.after?.hours ?? null,
    corridor.withoutRange.before?.usdPerTeu ?? null,
    corridor.withoutRange.after?.usdPerTeu ?? null,
    ...ends(corridor.teuChangeRange),
  ])
  return csv(header, rows)
}

/** `transit.csv`: what the through traffic of every corridor pays in every country on its way. */
export function transitCsv(result: Result): string {
  const header = [
    'corridor',
    'iso3',
    'usd_per_teu_before',
    'usd_per_teu_after',
    'teu_before',
    'teu_after',
    'musd_before',
    'musd_after',
  ]
  const rows = result.corridors.flatMap(({ id, teu, earnings }) =>
    earnings.map(({ iso3, usdPerTeu, musd }) => [
      id,
      iso3,
      usdPerTeu.before,
      usdPerTeu.after,
      teu.before,
      teu.after,
      musd.before,
      musd.after,
    ]),
  )
  return csv(header, rows)
}

/** `observed.csv`: containers counted at named points beside general cargo of the model, TEU a year, both ways. */
export function observedCsv(points: readonly TrafficPointResult[]): string {
  const header = [
    'id',
    'name',
    'counted_teu',
    'period',
    'model_teu_before',
    'model_teu_after',
    'quality',
    'source',
    'address',
    'note',
  ]
  return csv(
    header,
    points.map(({ id, name, countedTeu, period, teu, quality, source, address, note }) => [
      id,
      name,
      countedTeu,
      period,
      teu.before,
      teu.after,
      quality,
      source,
      address,
      note,
    ]),
  )
}

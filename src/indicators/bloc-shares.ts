/** The weight of a bloc in the world and the trade among its members. */
import { membersOn } from '../dataset/blocs.js'
import type { CountryFigure, Dataset } from '../dataset/dataset.js'
import { KeruenError } from '../errors.js'
import { type BlocTurnover, blocTurnover, type TurnoverBridge, turnoverBridge } from './bloc-turnover.js'
import { type PartnerConcentration, partnerConcentration } from './partner-concentration.js'
import { separatedTrade } from './recorded-trade.js'

export type Indicator = CountryFigure['indicator']

/** Code of the world's own row among the figures. */
const WORLD = 'WLD'

export interface BlocFigures {
  readonly bloc: string
  /** ISO date of membership. */
  readonly asOf: string
  /** Sorted alpha-3; the order of the turnover matrix. */
  readonly members: readonly string[]
  readonly population: { readonly total: number; readonly worldShare: number }
  readonly gdpNominal: { readonly totalUsd: number; readonly worldShare: number }
  readonly gdpPpp: { readonly totalUsd: number; readonly worldShare: number; readonly year: number }
  readonly turnover: BlocTurnover
  /** From that turnover to the one that the model starts from. */
  readonly turnoverBridge: TurnoverBridge
  readonly concentration: readonly PartnerConcentration[]
}

/** Sum over the members and its share of the world. */
export interface Weight {
  readonly total: number
  /** 0–1. */
  readonly worldShare: number
}

/**
 * Figures of a bloc in a year, membership of 31 December unless another date is given.
 *
 * Trade is the dataset's own year, as recorded (the model's adjustments are left out), China alone with
 * Hong Kong among its partners, like population and product. Product at purchasing power parity is of the year nearest to
 * `year` for which every member and the world have a figure; the year is in the answer.
 *
 * @throws KeruenError kind usage: `bloc.no-members` when nobody was a member on the date, `bloc.figure-missing` with
 *         one issue for each figure that the dataset does not hold.
 */
export function blocFigures(
  dataset: Dataset,
  bloc: string,
  { year, asOf = `${year}-12-31` }: { readonly year: number; readonly asOf?: string },
): BlocFigures {
  const members = membersOn(dataset, bloc, asOf)
  if (members.length === 0) {
    throw new KeruenError('usage', {
      code: 'bloc.no-members',
      at: { field: bloc },
      expected: 'a bloc with members on that date',
      found: `none on ${asOf}`,
    })
  }
  const table = figureTable(dataset)
  const trade = separatedTrade(dataset.trade)
  const population = blocWeight(table, members, 'population', year)
  const nominal = blocWeight(table, members, 'gdp-nominal', year)
  const pppYear = nearestFullYear(dataset, table, members, 'gdp-ppp', year)
  const ppp = blocWeight(table, members, 'gdp-ppp', pppYear)
  return {
    bloc,
    asOf,
    members,
    population,
    gdpNominal: { totalUsd: nominal.total, worldShare: nominal.worldShare },
    gdpPpp: { totalUsd: ppp.total, worldShare: ppp.worldShare, year: pppYear },
    turnover: blocTurnover(trade, members),
    turnoverBridge: turnoverBridge(dataset.trade, members),
    concentration: members
      .map(iso3 => partnerConcentration(trade, iso3))
      .filter(concentration => concentration !== undefined),
  }
}

/** Figures by `indicator year iso3`, for look-ups by the thousand. */
export type FigureTable = ReadonlyMap<string, number>

export function figureTable(dataset: Dataset): FigureTable {
  return new Map(
    dataset.figures.map(figure => [key(figure.indicator, figure.year, figure.iso3), figure.value]),
  )
}

/** Sorted years in which every one of the countries and the world have a figure. */
export function fullYears(
  dataset: Dataset,
  table: FigureTable,
  countries: readonly string[],
  indicator: Indicator,
): number[] {
  const years = new Set(
    dataset.figures.filter(figure => figure.indicator === indicator).map(figure => figure.year),
  )
  return [...years]
    .filter(year => [WORLD, ...countries].every(iso3 => table.has(key(indicator, year, iso3))))
    .sort((a, b) => a - b)
}

/**
 * Sum of one figure over countries and its share of the world's.
 *
 * @throws KeruenError `bloc.figure-missing`, one issue for each.
 */
export function blocWeight(
  table: FigureTable,
  countries: readonly string[],
  indicator: Indicator,
  year: number,
): Weight {
  const missing = [WORLD, ...countries].filter(iso3 => !table.has(key(indicator, year, iso3)))
  if (missing.length > 0) {
    throw new KeruenError(
      'usage',
      missing.map(iso3 => ({
        code: 'bloc.figure-missing',
        at: { field: indicator },
        expected: `a figure of ${iso3} for ${year}`,
        found: 'none in the dataset',
        mend: 'Choose another --year',
      })),
    )
  }
  let total = 0
  for (const iso3 of countries) total += table.get(key(indicator, year, iso3))!
  return { total, worldShare: total / table.get(key(indicator, year, WORLD))! }
}

function nearestFullYear(
  dataset: Dataset,
  table: FigureTable,
  members: readonly string[],
  indicator: Indicator,
  year: number,
): number {
  const years = fullYears(dataset, table, members, indicator)
  // Without any such year the asked one is kept, and blocWeight names the gaps.
  return years.reduce(
    (best, other) => (Math.abs(other - year) < Math.abs(best - year) ? other : best),
    years[0] ?? year,
  )
}

function key(indicator: Indicator, year: number, iso3: string): string {
  return `${indicator} ${year} ${iso3}`
}

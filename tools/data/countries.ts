/** Countries with frozen names and the coordinates of the largest city; population and product by year. */
import { type InputRow, numberOf, type ReadInput, readHandKept } from './replication.js'
import type { OutputRow } from './wording.js'

/** Year of the baseline: gaps of this year are filled, gaps of other years are named. */
const BASE_YEAR = 2023
/** A figure of another year stands in for the base year only when it is this near. */
const CARRIED_YEARS = 2
const FIRST_YEAR = 2000
const LAST_YEAR = 2024
const PPP_UNIT = 'international USD of 2021'

export function buildCountries(): OutputRow[] {
  const centres = new Map(readHandKept('country-centres.csv').map(row => [row.iso3, row]))
  return readHandKept('country-names.csv').map(row => {
    const centre = centres.get(row.iso3)
    if (centre === undefined) throw new Error(`data:build: no economic centre for ${row.iso3}`)
    return {
      iso3: row.iso3,
      iso2: row.iso2,
      numeric: row.numeric,
      region: row.region,
      name_en: row.en,
      name_ru: row.ru,
      name_zh: row.zh,
      name_kk: row.kk,
      centre: centre.centre,
      longitude: centre.longitude,
      latitude: centre.latitude,
      quality: 'published',
      source: 'names-and-codes; geonames',
    }
  })
}

interface Figures {
  readonly rows: OutputRow[]
  /** Named gaps of the years that are left open, e.g. `YEM gdp-nominal 2019-2022`. */
  readonly gaps: string[]
}

/** Population and nominal product of the World Bank, gaps of the base year from the Factbook; product at PPP. */
export function buildFigures(input: ReadInput, codes: ReadonlySet<string>): Figures {
  const factbook = new Map(input('data/countries_factbook.csv').map(row => [row.iso3!, row]))
  const rows: OutputRow[] = []
  const gaps: string[] = []
  const series = [
    {
      indicator: 'population',
      file: 'data/population.csv',
      column: 'population',
      unit: 'persons',
      last: LAST_YEAR,
    },
    { indicator: 'gdp-nominal', file: 'data/gdp_usd.csv', column: 'gdp_usd', unit: 'USD', last: BASE_YEAR },
  ] as const
  const supplements = readHandKept('figure-supplements.csv')
  for (const { indicator, file, column, unit, last } of series) {
    const known = new Map<string, Map<number, number>>()
    for (const row of input(file)) {
      if (row.iso3 !== 'WLD' && !codes.has(row.iso3!)) continue
      const year = numberOf(row.year, file)
      if (year < FIRST_YEAR || year > last) continue
      if (!known.has(row.iso3!)) known.set(row.iso3!, new Map())
      known.get(row.iso3!)!.set(year, numberOf(row[column], `${file} ${row.iso3}`))
    }
    for (const iso3 of [...codes, 'WLD'].sort()) {
      const years = known.get(iso3) ?? new Map<number, number>()
      for (const [year, value] of [...years].sort((a, b) => a[0] - b[0])) {
        rows.push({ iso3, indicator, year, value, unit, quality: 'published', source: 'world-bank' })
      }
      const extra = supplements.filter(row => row.iso3 === iso3 && row.indicator === indicator)
      for (const row of extra) rows.push({ ...row, year: numberOf(row.year, 'supplement') })
      const filled = new Set([...years.keys(), ...extra.map(row => Number(row.year))])
      if (!filled.has(BASE_YEAR)) {
        const fill = fillBaseYear(iso3, indicator, years, factbook.get(iso3))
        if (fill !== undefined) {
          rows.push(fill)
          filled.add(BASE_YEAR)
        }
      }
      const missing = range(FIRST_YEAR, last).filter(year => !filled.has(year))
      if (missing.length > 0) gaps.push(`${iso3} ${indicator} ${spans(missing)}`)
    }
  }
  return { rows: [...rows, ...pppFigures(factbook, codes)].sort(byKey), gaps }
}

function fillBaseYear(
  iso3: string,
  indicator: 'population' | 'gdp-nominal',
  years: ReadonlyMap<number, number>,
  fact: InputRow | undefined,
): OutputRow | undefined {
  const [value, year] =
    indicator === 'population'
      ? [fact?.population, fact?.population_year]
      : [fact?.gdp_musd && String(Number(fact.gdp_musd) * 1e6), fact?.gdp_year]
  const unit = indicator === 'population' ? 'persons' : 'USD'
  if (value && year && Math.abs(Number(year) - BASE_YEAR) <= CARRIED_YEARS) {
    const same = Number(year) === BASE_YEAR
    return {
      iso3,
      indicator,
      year: BASE_YEAR,
      value: Math.round(Number(value)),
      unit,
      quality: same ? 'published' : 'estimated',
      source: 'factbook',
      note: same
        ? 'no figure of the World Bank in hand'
        : `value of ${year} put on ${BASE_YEAR}; no figure of the World Bank in hand`,
    }
  }
  const latest = Math.max(...years.keys())
  if (years.size === 0 || latest < BASE_YEAR - CARRIED_YEARS) return undefined
  return {
    iso3,
    indicator,
    year: BASE_YEAR,
    value: years.get(latest),
    unit,
    quality: 'estimated',
    source: 'world-bank',
    note: `value of ${latest} put on ${BASE_YEAR}`,
  }
}

function pppFigures(factbook: ReadonlyMap<string, InputRow>, codes: ReadonlySet<string>): OutputRow[] {
  const rows: OutputRow[] = []
  const years = [2022, 2023, 2024]
  for (const year of years) {
    let world = 0
    let economies = 0
    let carried = 0
    for (const [iso3, fact] of factbook) {
      if (!codes.has(iso3)) continue
      const own = fact[`gdp_ppp_${year}`]
      if (own) {
        const value = Math.round(numberOf(own, `factbook ${iso3}`) * 1e6)
        rows.push({
          iso3,
          indicator: 'gdp-ppp',
          year,
          value,
          unit: PPP_UNIT,
          quality: 'published',
          source: 'factbook',
        })
        world += value
        economies++
        continue
      }
      const nearest = years
        .filter(other => fact[`gdp_ppp_${other}`])
        .sort((a, b) => Math.abs(a - year) - Math.abs(b - year))[0]
      if (nearest === undefined) continue
      world += Math.round(numberOf(fact[`gdp_ppp_${nearest}`], `factbook ${iso3}`) * 1e6)
      economies++
      carried++
    }
    rows.push({
      iso3: 'WLD',
      indicator: 'gdp-ppp',
      year,
      value: world,
      unit: PPP_UNIT,
      quality: 'derived',
      source: 'factbook',
      note: `sum of ${economies} economies; ${carried} of them, without a figure of ${year}, at the nearest year`,
    })
  }
  return rows
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, k) => first + k)

function spans(years: readonly number[]): string {
  const parts: string[] = []
  for (let k = 0; k < years.length; k++) {
    const start = years[k]!
    while (years[k + 1] === years[k]! + 1) k++
    parts.push(start === years[k] ? String(start) : `${start}-${years[k]}`)
  }
  return parts.join(', ')
}

function byKey(a: OutputRow, b: OutputRow): number {
  const key = (row: OutputRow) => `${row.iso3} ${row.indicator} ${row.year}`
  return key(a) < key(b) ? -1 : 1
}

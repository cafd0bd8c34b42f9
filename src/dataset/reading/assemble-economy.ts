/** Turns checked tables of countries, blocs, trade and policy into the records of the dataset, sorted by id. */
import {
  type AgreementPair,
  type BlocMembership,
  type Country,
  type CountryFigure,
  type ImporterTariff,
  type JoinedFlow,
  QUALITIES,
  type Quality,
  type Region,
  type TradeMatrix,
} from '../dataset.js'
import type { Table } from './read-table.js'

/**
 * The rows in ascending order of a key, by code units: the same on every machine and in every language.
 *
 * Keys are made once; rows that stand in order already, as in a written package, are given back as they are.
 */
export function sortedBy<T>(rows: T[], key: (row: T) => string): T[] {
  const keys = rows.map(key)
  if (keys.every((text, k) => k === 0 || keys[k - 1]! <= text)) return rows
  const order = rows
    .map((_, k) => k)
    .sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b))
  return order.map(k => rows[k]!)
}

/** One record per row; `make` gets the row number. */
export function records<T>(table: Table | undefined, make: (k: number) => T): T[] {
  return table === undefined ? [] : Array.from({ length: table.length }, (_, k) => make(k))
}

/** Parts of a cell that are divided by semicolons; none of an empty one. */
export function listOf(cell: string): string[] {
  return cell === '' ? [] : cell.split(';')
}

export function assembleCountries(table: Table): Country[] {
  const [iso3, iso2, numeric, region, en, ru, zh, kk, centre] = [
    'iso3',
    'iso2',
    'numeric',
    'region',
    'name_en',
    'name_ru',
    'name_zh',
    'name_kk',
    'centre',
  ].map(table.text) as (readonly string[])[]
  const longitude = table.numbers('longitude')
  const latitude = table.numbers('latitude')
  return sortedBy(
    records(table, k => ({
      iso3: iso3![k]!,
      iso2: iso2![k]!,
      numeric: numeric![k]!,
      names: { en: en![k]!, ru: ru![k]!, zh: zh![k]!, kk: kk![k]! },
      region: region![k] as Region,
      centre: { name: centre![k]!, longitude: longitude[k]!, latitude: latitude[k]! },
    })),
    country => country.iso3,
  )
}

export function assembleFigures(table: Table): CountryFigure[] {
  const [iso3, indicator, unit, quality, source] = ['iso3', 'indicator', 'unit', 'quality', 'source'].map(
    table.text,
  )
  const year = table.numbers('year')
  const value = table.numbers('value')
  return sortedBy(
    records(table, k => ({
      iso3: iso3![k]!,
      indicator: indicator![k] as CountryFigure['indicator'],
      year: year[k]!,
      value: value[k]!,
      unit: unit![k]!,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    figure => `${figure.iso3} ${figure.indicator} ${figure.year}`,
  )
}

export function assembleBlocs(table: Table): BlocMembership[] {
  const [bloc, iso3, role, from, to] = ['bloc', 'iso3', 'role', 'from', 'to'].map(table.text)
  const [quality, source, note] = ['quality', 'source', 'note'].map(table.text)
  return sortedBy(
    records(table, k => ({
      bloc: bloc![k]!,
      iso3: iso3![k]!,
      role: role![k]!,
      from: from![k]!,
      ...(to![k] === '' ? {} : { to: to![k]! }),
      quality: quality![k] as Quality,
      source: source![k]!,
      note: note![k]!,
    })),
    row => `${row.bloc} ${row.iso3} ${row.from} ${row.role}`,
  )
}

/** A pair without a row is a recorded zero, hence `measured`. */
export function assembleTrade(table: Table, joined: Table | undefined, year: number): TradeMatrix {
  const exporters = table.text('exporter')
  const importers = table.text('importer')
  const quality = table.text('quality')
  const recorded = table.numbers('recorded_musd')
  const adjustment = table.numbers('adjustment_musd')
  const economies = sortedCodes(table.distinct('exporter'), table.distinct('importer'))
  const n = economies.length
  const index = new Map(economies.map((iso3, k) => [iso3, k]))
  const matrix: TradeMatrix = {
    year,
    economies,
    recordedMusd: new Float64Array(n * n),
    adjustmentMusd: new Float64Array(n * n),
    quality: new Uint8Array(n * n),
    ...(joined === undefined ? {} : { joined: assembleJoined(joined) }),
  }
  for (let k = 0; k < table.length; k++) {
    const cell = index.get(exporters[k]!)! * n + index.get(importers[k]!)!
    matrix.recordedMusd[cell] = recorded[k]!
    matrix.adjustmentMusd[cell] = adjustment[k]!
    matrix.quality[cell] = QUALITIES.indexOf(quality[k] as Quality)
  }
  return matrix
}

/** Every code that occurs, sorted. */
export function sortedCodes(...columns: readonly ReadonlySet<string>[]): string[] {
  return [...new Set(columns.flatMap(column => [...column]))].sort()
}

function assembleJoined(table: Table): JoinedFlow[] {
  const exporters = table.text('exporter')
  const importers = table.text('importer')
  const musd = table.numbers('recorded_musd')
  return sortedBy(
    records(table, k => ({ exporter: exporters[k]!, importer: importers[k]!, musd: musd[k]! })),
    flow => `${flow.exporter} ${flow.importer}`,
  )
}

export function assembleTariffs(table: Table): ImporterTariff[] {
  const [iso3, year, quality, source] = ['iso3', 'year', 'quality', 'source'].map(table.text)
  const percent = table.numbers('percent')
  return sortedBy(
    records(table, k => ({
      iso3: iso3![k]!,
      percent: percent[k]!,
      year: year![k]!,
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    row => row.iso3,
  )
}

export function assembleAgreements(table: Table): AgreementPair[] {
  const [agreement, kind, a, b, from, to] = ['agreement', 'kind', 'a', 'b', 'from', 'to'].map(table.text)
  const [quality, source] = ['quality', 'source'].map(table.text)
  return sortedBy(
    records(table, k => ({
      agreement: agreement![k]!,
      kind: kind![k] as AgreementPair['kind'],
      a: a![k]!,
      b: b![k]!,
      from: from![k]!,
      ...(to![k] === '' ? {} : { to: to![k]! }),
      quality: quality![k] as Quality,
      source: source![k]!,
    })),
    row => `${row.agreement} ${row.a} ${row.b} ${row.from}`,
  )
}

/** A share of the pair, else of the exporter (`*` as importer), else of everybody (`*` to `*`); nothing at home. */
export function assembleShares(
  table: Table,
  economies: readonly string[],
): { shares: Float64Array; qualities: Uint8Array } {
  const exporters = table.text('exporter')
  const importers = table.text('importer')
  const quality = table.text('quality')
  const share = table.numbers('share')
  const n = economies.length
  const index = new Map(economies.map((iso3, k) => [iso3, k]))
  const shares = new Float64Array(n * n).fill(Number.NaN)
  const qualities = new Uint8Array(n * n)
  const fallback = new Map<string, number>()
  const set = (cell: number, k: number) => {
    shares[cell] = share[k]!
    qualities[cell] = QUALITIES.indexOf(quality[k] as Quality)
  }
  for (let k = 0; k < table.length; k++) {
    if (importers[k] === '*') fallback.set(exporters[k]!, k)
    const i = index.get(exporters[k]!)
    const j = index.get(importers[k]!)
    if (i !== undefined && j !== undefined) set(i * n + j, k)
  }
  for (let i = 0; i < n; i++) {
    const otherwise = fallback.get(economies[i]!) ?? fallback.get('*')!
    for (let j = 0; j < n; j++) {
      const cell = i * n + j
      if (Number.isNaN(shares[cell])) set(cell, otherwise)
      if (i === j) shares[cell] = 0
    }
  }
  return { shares, qualities }
}

/** The note carries the reservations, so it travels wherever the source is shown. */
export function withNote(source: string, note: string): string {
  return note === '' ? source : `${source} (${note})`
}

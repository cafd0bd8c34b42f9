/** Numbers of estimates as a reader sees them, and words that several forms of output share. */
import type { FittedGravity, Table } from '../../index.js'

/** Fixed decimals; with an exponent where these would show nothing or too much. */
export function shown(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return ''
  const size = Math.abs(value)
  const least = Number(`1e-${decimals - 1}`)
  if (size !== 0 && (size < least || size >= 1e7)) return value.toExponential(Math.max(1, decimals - 2))
  return value.toFixed(decimals)
}

/** A test statistic. */
export function shownStatistic(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : ''
}

/** A probability; what is smaller than can be shown is said to be. */
export function shownProbability(value: number): string {
  if (!Number.isFinite(value)) return ''
  return value < 0.0005 ? '<0.001' : value.toFixed(3)
}

/** Whole numbers with thousands apart. */
export function counted(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** `1 row`, `2,463 rows`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${counted(count)} ${count === 1 ? one : many}`
}

/** Rows that are named one by one. */
const NAMED = 10

/** A reason why rows were left out, and the first of them. */
export interface LeftOutRows {
  /** Key in JSON. */
  readonly key: 'missing' | 'allZero' | 'singletons' | 'separated'
  readonly why: string
  /** Rows of the table. */
  readonly rows: Int32Array
}

/** All reasons that have rows, except the conditions. */
export function leftOutRows({ missing, rows, estimate }: FittedGravity): LeftOutRows[] {
  const { allZero, singletons, separated } = estimate.leftOut
  const inTable = (positions: Int32Array) => positions.map(position => rows[position]!)
  return [
    ...missing.map(({ why, rows }) => ({ key: 'missing' as const, why, rows })),
    {
      key: 'allZero' as const,
      why: 'a level of an effect whose every outcome is zero: fitted by zero',
      rows: inTable(allZero),
    },
    { key: 'singletons' as const, why: 'alone in a level of an effect', rows: inTable(singletons) },
    {
      key: 'separated' as const,
      why: 'separated: a combination of regressors and effects holds these zeros and no other row; fitted by zero',
      rows: inTable(separated),
    },
  ].filter(({ rows }) => rows.length > 0)
}

/** `lines 4, 9 and 3 more`; numbers of rows, from 1, where the file has no lines. */
export function namedRows(table: Table, rows: Int32Array): string {
  const unit = `${table.lineOf === undefined ? 'row' : 'line'}${rows.length === 1 ? '' : 's'}`
  const named = Array.from(rows.subarray(0, NAMED), row => table.lineOf?.(row) ?? row + 1)
  const more = rows.length - named.length
  return `${unit} ${named.join(', ')}${more > 0 ? ` and ${counted(more)} more` : ''}`
}

/** E.g. `clustered by exporter (69) and importer (69)`. */
export function errorWords({ estimate }: FittedGravity): string {
  if (estimate.errors !== 'clustered') return estimate.errors
  return `clustered by ${estimate.clusters.map(({ name, groups }) => `${name} (${counted(groups)})`).join(' and ')}`
}

/** The factor of the covariance in signs. */
export function smallSampleWords({ estimate }: FittedGravity): string {
  const ratio = estimate.errors === 'clustered' ? 'G/(G − 1)' : 'N/(N − 1)'
  if (estimate.smallSample === 'alpaca') return 'alpaca: no factor'
  return estimate.smallSample === 'ppmlhdfe' ? `ppmlhdfe: ${ratio}` : `fixest: ${ratio} · (N − 1)/(N − K)`
}

/** Names of all coefficients of several models, in the order of the first model that has each. */
export function allNames(fits: readonly FittedGravity[]): string[] {
  return [...new Set(fits.flatMap(({ estimate }) => estimate.coefficients.map(({ name }) => name)))]
}

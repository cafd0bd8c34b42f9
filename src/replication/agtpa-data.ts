/** The files of the Advanced Guide to Trade Policy Analysis: texts in, columns and matrices out. */
import { type Issue, KeruenError } from '../errors.js'
import { log } from '../numeric/elementary.js'
import { type NumberCondition, readCsvColumns } from './csv-columns.js'

/** The Guide's panel: manufacturing trade of 69 countries with themselves and one another, 1986–2006. */
export interface AgtpaPanel {
  readonly file: string
  /** ISO 3166-1 alpha-3, sorted: the order of every axis. */
  readonly countries: readonly string[]
  readonly exporter: Int32Array
  readonly importer: Int32Array
  /** Number of the pair in the file: the same in both directions. */
  readonly pair: Int32Array
  readonly year: Int32Array
  /** Million USD, sales at home where exporter and importer are the same. */
  readonly trade: Float64Array
  readonly logDistance: Float64Array
  readonly contiguity: Float64Array
  readonly commonLanguage: Float64Array
  readonly colony: Float64Array
  /** 1 where a regional trade agreement is in force. */
  readonly agreement: Float64Array
  /** The agreement so many years before or after, by the file's own column, e.g. `rta_lag4`; those that were asked for. */
  readonly shiftedAgreement: ReadonlyMap<string, Float64Array>
}

const POSITIVE: NumberCondition = { words: 'a number > 0', holds: value => value > 0 }
const NOT_NEGATIVE: NumberCondition = { words: 'a number ≥ 0', holds: value => value >= 0 }
const WHOLE: NumberCondition = {
  words: 'a whole number ≥ 0',
  holds: value => Number.isInteger(value) && value >= 0,
}
const INDICATOR: NumberCondition = { words: '0 or 1', holds: value => value === 0 || value === 1 }

/**
 * Reads the panel.
 *
 * @param text CSV with exporter, importer, pair_id, year, trade, dist, cntg, lang, clny, rta.
 * @param file its name in errors.
 * @param shifted further columns with the agreement at another time.
 * @throws KeruenError (input) `replication.missing-column`, `.column-count`, `.no-rows`, `.bad-number`.
 */
export function readAgtpaPanel(text: string, file: string, shifted: readonly string[] = []): AgtpaPanel {
  const columns = readCsvColumns(text, file, [
    'exporter',
    'importer',
    'pair_id',
    'year',
    'trade',
    'dist',
    'cntg',
    'lang',
    'clny',
    'rta',
    ...shifted,
  ])
  const countries = [...new Set([...columns.text('exporter'), ...columns.text('importer')])].sort()
  const position = new Map(countries.map((country, index) => [country, index]))
  const ids = (column: string) => Int32Array.from(columns.text(column), country => position.get(country)!)
  return {
    file,
    countries,
    exporter: ids('exporter'),
    importer: ids('importer'),
    pair: Int32Array.from(columns.numbers('pair_id', WHOLE)),
    year: Int32Array.from(columns.numbers('year', WHOLE)),
    trade: columns.numbers('trade', NOT_NEGATIVE),
    logDistance: columns.numbers('dist', POSITIVE).map(log),
    contiguity: columns.numbers('cntg', INDICATOR),
    commonLanguage: columns.numbers('lang', INDICATOR),
    colony: columns.numbers('clny', INDICATOR),
    agreement: columns.numbers('rta', INDICATOR),
    shiftedAgreement: new Map(shifted.map(column => [column, columns.numbers(column, INDICATOR)])),
  }
}

/**
 * Where in the panel each pair of one year stands.
 *
 * @returns n × n row numbers, exporter before importer.
 * @throws KeruenError `replication.incomplete-year` (input): a pair is missing or stands there twice, or the year does.
 */
export function rowsOfYear(panel: AgtpaPanel, year: number): Int32Array {
  const { countries, exporter, importer, file } = panel
  const n = countries.length
  const rows = new Int32Array(n * n).fill(-1)
  const issue = (found: string, mend: string): Issue => ({
    code: 'replication.incomplete-year',
    at: { file, field: 'year' },
    expected: `each pair of ${n} countries once in ${year}`,
    found,
    mend,
  })
  for (let row = 0; row < panel.year.length; row++) {
    if (panel.year[row] !== year) continue
    const cell = exporter[row]! * n + importer[row]!
    if (rows[cell]! >= 0) {
      const pair = `${countries[exporter[row]!]}–${countries[importer[row]!]}`
      throw new KeruenError(
        'input',
        issue(`${pair} again on line ${row + 2}`, 'Use the file as it was published'),
      )
    }
    rows[cell] = row
  }
  const missing = rows.indexOf(-1)
  if (missing >= 0) {
    const pair = `${countries[Math.floor(missing / n)]}–${countries[missing % n]}`
    throw new KeruenError(
      'input',
      issue(`no line for ${pair}`, 'Use the file as it was published; this one may be cut off'),
    )
  }
  return rows
}

/**
 * Positions of named countries.
 *
 * @throws KeruenError `replication.missing-country` (input).
 */
export function positionsOf({ countries, file }: AgtpaPanel, names: readonly string[]): number[] {
  const missing = names.filter(name => !countries.includes(name))
  if (missing.length > 0) {
    throw new KeruenError('input', {
      code: 'replication.missing-country',
      at: { file, field: 'exporter' },
      expected: `${missing.join(', ')} among the countries`,
      found: `${countries.length} others`,
      mend: 'Use the file as it was published',
    })
  }
  return names.map(name => countries.indexOf(name))
}

/**
 * Columns of one of the authors' output files, a line for each country, in the order of `countries`.
 *
 * @throws KeruenError (input) as `readCsvColumns`, and `replication.missing-country`.
 */
export function readPublishedColumns(
  text: string,
  file: string,
  columns: readonly string[],
  countries: readonly string[],
): ReadonlyMap<string, Float64Array> {
  const table = readCsvColumns(text, file, ['country', ...columns])
  const names = table.text('country')
  const missing = countries.filter(country => !names.includes(country))
  if (missing.length > 0) {
    throw new KeruenError('input', {
      code: 'replication.missing-country',
      at: { file, field: 'country' },
      expected: `a line for each of the ${countries.length} countries`,
      found: `none for ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}`,
      mend: 'Use the file as it was published',
    })
  }
  return new Map(
    columns.map(column => {
      const values = table.numbers(column)
      return [column, Float64Array.from(countries, country => values[names.indexOf(country)]!)]
    }),
  )
}

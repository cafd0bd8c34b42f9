/** Variables of trade-policy models that are made from others: sizes, remoteness, lags, borders, effects of pairs. */
import { KeruenError } from '../../errors.js'
import { log } from '../../numeric/elementary.js'
import type { NamedColumn } from '../fit/estimation-data.js'

/** Bilateral flows; all arrays have one entry for each row. Numbers of economies are whole and ≥ 0. */
export interface BilateralRows {
  readonly exporter: ArrayLike<number>
  readonly importer: ArrayLike<number>
  /** E.g. the year. */
  readonly period: ArrayLike<number>
}

export interface Sizes {
  /** Sum of the exporter's sales of that period, home sales included; one entry for each row. */
  readonly output: Float64Array
  /** Sum of the importer's purchases of that period, home sales included; one entry for each row. */
  readonly expenditure: Float64Array
  /**
   * First rows of exporters and of importers in periods without a row of home sales, ascending: there the sums are of
   * foreign trade alone.
   */
  readonly withoutHome: Int32Array
}

/** Output and expenditure of every row's exporter and importer, from flows that include trade at home. */
export function outputAndExpenditure(rows: BilateralRows, trade: Float64Array): Sizes {
  const { exporter, importer, period } = rows
  const sales = numbered(exporter, period)
  const purchases = numbered(importer, period)
  const totals = (groups: Int32Array) => {
    const sums = new Float64Array(groups.length)
    for (let row = 0; row < groups.length; row++) sums[groups[row]!]! += trade[row]!
    return Float64Array.from(groups, group => sums[group]!)
  }
  const withoutHome = (groups: Int32Array) => {
    const withHome = new Set([...groups].filter((_, row) => exporter[row] === importer[row]))
    const first = firstRows(groups)
    return [...groups.keys()].filter(row => first[row] === row && !withHome.has(groups[row]!))
  }
  const alone = new Set([...withoutHome(sales), ...withoutHome(purchases)])
  return {
    output: totals(sales),
    expenditure: totals(purchases),
    withoutHome: Int32Array.from(alone).sort(),
  }
}

/** What remoteness is made of; all arrays have one entry for each row. */
export interface RemotenessRows {
  /** Number of the economy whose remoteness is wanted: the exporter, or the importer. */
  readonly origin: ArrayLike<number>
  /** Its partner in the row: the importer, or the exporter. */
  readonly destination: ArrayLike<number>
  readonly period: ArrayLike<number>
  /** > 0, e.g. km; at home the internal distance. */
  readonly distance: Float64Array
  /** > 0: size of the destination in that period: expenditure of importers, or output of exporters. */
  readonly size: Float64Array
}

/**
 * ln Σ_j distance_ij / (size_jt / Σ_k size_kt): how far an economy is from all others, the small ones counting most.
 *
 * The sum runs over the destinations that have a row with the origin in that period, the economy itself included where
 * it has one; the world total runs over all destinations of the period, each once. It is the stand-in for multilateral
 * resistance of models without fixed effects.
 *
 * @returns one number for each row.
 * @throws KeruenError (input) `gravity.repeated-pair`: a pair stands twice in a period; `gravity.not-positive`: a
 *         distance or size; `gravity.two-sizes`: a destination has two sizes in one period.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), An Advanced Guide to Trade Policy Analysis, chapter 1,
 *      application 1: exporters with expenditure, importers with output.
 */
export function remoteness({ origin, destination, period, distance, size }: RemotenessRows): Float64Array {
  checkPositive('distance', distance)
  checkPositive('size', size)
  const origins = numbered(origin, period)
  const destinations = numbered(destination, period)
  const firstOfPair = firstRows(numbered(origins, destinations))
  const firstOfDestination = firstRows(destinations)
  const world = new Map<number, number>()
  for (let row = 0; row < size.length; row++) {
    if (firstOfPair[row] !== row)
      throw repeated('gravity.repeated-pair', 'one row for a pair in a period', row, firstOfPair)
    const first = firstOfDestination[row]!
    if (size[row] !== size[first]) {
      throw new KeruenError('input', {
        code: 'gravity.two-sizes',
        at: { field: 'size' },
        expected: `one size for a destination in a period: ${size[first]} in row ${first + 1}`,
        found: `${size[row]} in row ${row + 1}`,
      })
    }
    if (first === row) world.set(period[row]!, (world.get(period[row]!) ?? 0) + size[row]!)
  }
  const sums = new Float64Array(origins.length)
  for (let row = 0; row < origins.length; row++) {
    sums[origins[row]!]! += (distance[row]! * world.get(period[row]!)!) / size[row]!
  }
  return Float64Array.from(origins, group => log(sums[group]!))
}

/**
 * The value of the same unit at another time: k periods before with k > 0 (a lag), −k periods after with k < 0 (a lead).
 *
 * @param unit   number of the unit of each row, e.g. the directed pair.
 * @param time   in units in which k is counted, e.g. years: gaps are not jumped over.
 * @param before what stands for a time before the unit's first row; NaN where nothing is known.
 * @returns      one number for each row; NaN where the unit has no row at that time.
 * @throws KeruenError `gravity.repeated-period` (input): a unit has two rows of one time.
 */
export function shifted(
  unit: ArrayLike<number>,
  time: ArrayLike<number>,
  values: Float64Array,
  k: number,
  before = Number.NaN,
): Float64Array {
  const rowsOfUnit = new Map<number, Map<number, number>>()
  const firstTime = new Map<number, number>()
  for (let row = 0; row < values.length; row++) {
    const of = unit[row]!
    const at = time[row]!
    let rows = rowsOfUnit.get(of)
    if (rows === undefined) {
      rows = new Map()
      rowsOfUnit.set(of, rows)
    }
    const other = rows.get(at)
    if (other !== undefined) {
      throw repeated('gravity.repeated-period', `one row for a unit at time ${at}`, row, { [row]: other })
    }
    rows.set(at, row)
    firstTime.set(of, Math.min(at, firstTime.get(of) ?? at))
  }
  return values.map((_, row) => {
    const at = time[row]! - k
    const source = rowsOfUnit.get(unit[row]!)!.get(at)
    if (source !== undefined) return values[source]!
    return at < firstTime.get(unit[row]!)! ? before : Number.NaN
  })
}

/**
 * A policy with its lags and leads: `rta`, `rta_lag4`, `rta_lag8`, and `rta_lead4` for −4.
 *
 * @param lags   in the unit of time; 0 is the policy itself.
 * @param before as in `shifted`: 0 says that nothing was in force before the panel begins.
 */
export function phaseIn(
  policy: NamedColumn,
  unit: ArrayLike<number>,
  time: ArrayLike<number>,
  lags: readonly number[],
  before?: number,
): NamedColumn[] {
  return lags.map(lag => ({
    name: lag === 0 ? policy.name : `${policy.name}_${lag > 0 ? 'lag' : 'lead'}${Math.abs(lag)}`,
    values: lag === 0 ? policy.values : shifted(unit, time, policy.values, lag, before),
  }))
}

/**
 * A variable with one coefficient for each period: `name_1986`, `name_1990`, …, each zero in other periods.
 *
 * @param without a period without a column, to which the others then compare.
 */
export function byPeriod(variable: NamedColumn, period: ArrayLike<number>, without?: number): NamedColumn[] {
  const periods = [...new Set(Array.from(period))].sort((a, b) => a - b)
  return periods
    .filter(one => one !== without)
    .map(one => ({
      name: `${variable.name}_${one}`,
      values: variable.values.map((value, row) => (period[row] === one ? value : 0)),
    }))
}

/** 1 where exporter and importer differ, 0 at home. */
export function internationalBorder({ exporter, importer }: Omit<BilateralRows, 'period'>): Float64Array {
  return Float64Array.from(exporter, (economy, row) => (economy === importer[row] ? 0 : 1))
}

/**
 * The international border with one coefficient for each period but one: what globalisation does to all foreign trade
 * against trade at home.
 *
 * @param without default: the last period.
 */
export function borderByPeriod(rows: BilateralRows, without?: number): NamedColumn[] {
  let last = -Infinity
  for (let row = 0; row < rows.period.length; row++) last = Math.max(last, rows.period[row]!)
  return byPeriod({ name: 'border', values: internationalBorder(rows) }, rows.period, without ?? last)
}

/** Levels of an effect for pairs: one level for both directions, the home pair its own. */
export function symmetricPairs({ exporter, importer }: Omit<BilateralRows, 'period'>): Int32Array {
  const size = exporter.length
  const smaller = new Int32Array(size)
  const larger = new Int32Array(size)
  for (let row = 0; row < size; row++) {
    smaller[row] = Math.min(exporter[row]!, importer[row]!)
    larger[row] = Math.max(exporter[row]!, importer[row]!)
  }
  return numbered(smaller, larger)
}

/** Levels of an effect for home trade: one for each economy at home (its number + 1), 0 for all trade abroad. */
export function homeLevels({ exporter, importer }: Omit<BilateralRows, 'period'>): Int32Array {
  return Int32Array.from(exporter, (economy, row) => (economy === importer[row] ? economy + 1 : 0))
}

/** Numbers from 0 for every pair of values, in the order in which they first occur. */
function numbered(first: ArrayLike<number>, second: ArrayLike<number>): Int32Array {
  const numbers = new Map<number, Map<number, number>>()
  let count = 0
  return Int32Array.from(first, (value, row) => {
    let inner = numbers.get(value)
    if (inner === undefined) {
      inner = new Map()
      numbers.set(value, inner)
    }
    let number = inner.get(second[row]!)
    if (number === undefined) {
      number = count++
      inner.set(second[row]!, number)
    }
    return number
  })
}

/** For each row the first row of its group. */
function firstRows(groups: Int32Array): Int32Array {
  const first = new Int32Array(groups.length).fill(-1)
  groups.forEach((group, row) => {
    if (first[group] === -1) first[group] = row
  })
  return groups.map(group => first[group]!)
}

function checkPositive(field: string, values: Float64Array): void {
  const row = values.findIndex(value => !(value > 0 && value < Infinity))
  if (row < 0) return
  throw new KeruenError('input', {
    code: 'gravity.not-positive',
    at: { field },
    expected: 'a number > 0',
    found: `${values[row]} in row ${row + 1}`,
  })
}

function repeated(
  code: string,
  expected: string,
  row: number,
  first: Readonly<Record<number, number>>,
): KeruenError {
  return new KeruenError('input', {
    code,
    expected,
    found: `rows ${first[row]! + 1} and ${row + 1}`,
    mend: 'Add up the rows, or keep one of them',
  })
}

/** The same unit in another period: what lags and leads look up. */
import { KeruenError } from '../../errors.js'
import { cellPlace, type Levels, rowWords, type Table } from './table.js'

/** Duplicates or fractions that are named one by one. */
const NAMED = 5

/** Up to so many cells the lookup is a table; beyond it is a dictionary. */
const DENSE = 30_000_000

/** Finds, for every row, the row of the same unit so many periods later; −1 where there is none. */
export type PanelShift = (periods: number) => Int32Array

/**
 * Prepares the lookup. Rows without unit or period are in no panel.
 *
 * @param units    of every row.
 * @param periods  whole numbers; NaN where missing.
 * @param timeName column of the periods, for errors.
 * @throws KeruenError (input) `gravity.not-whole`: a period that is no whole number; `gravity.duplicate-period`: a unit
 *         has two rows in one period, so that a lag would have two values.
 */
export function panelShift(table: Table, units: Levels, periods: Float64Array, timeName: string): PanelShift {
  let first = Infinity
  let last = -Infinity
  const fractions: number[] = []
  for (let row = 0; row < periods.length; row++) {
    const period = periods[row]!
    if (Number.isNaN(period)) continue
    if (!Number.isSafeInteger(period)) fractions.push(row)
    first = Math.min(first, period)
    last = Math.max(last, period)
  }
  if (fractions.length > 0) {
    throw new KeruenError(
      'input',
      fractions.slice(0, NAMED).map(row => ({
        code: 'gravity.not-whole',
        at: cellPlace(table, row, timeName),
        expected: 'a whole number as period',
        found: String(periods[row]),
      })),
    )
  }
  const span = Math.max(0, last - first + 1)
  const key = (row: number, shift: number): number => {
    const unit = units.codes[row]!
    const period = periods[row]! + shift
    return unit < 0 || !(period >= first && period <= last) ? -1 : unit * span + (period - first)
  }
  const lookup = createLookup(units.labels.length * span)
  const twice: [number, number][] = []
  for (let row = 0; row < periods.length; row++) {
    const place = key(row, 0)
    if (place < 0) continue
    const earlier = lookup.get(place)
    if (earlier >= 0) twice.push([earlier, row])
    else lookup.set(place, row)
  }
  if (twice.length > 0) {
    throw new KeruenError(
      'input',
      twice.slice(0, NAMED).map(([earlier, row]) => ({
        code: 'gravity.duplicate-period',
        at: cellPlace(table, row, timeName),
        expected: 'one row for each unit and period',
        found: `${units.labels[units.codes[row]!]} in ${periods[row]} as in ${rowWords(table, earlier)}`,
        mend: 'Name all columns that tell units apart, such as exporter^importer^sector',
      })),
    )
  }
  return shift =>
    Int32Array.from(periods, (_, row) => {
      const place = key(row, shift)
      return place < 0 ? -1 : lookup.get(place)
    })
}

interface Lookup {
  /** −1 where nothing was set. */
  get(place: number): number
  set(place: number, row: number): void
}

function createLookup(size: number): Lookup {
  if (size <= DENSE) {
    const rows = new Int32Array(size).fill(-1)
    return {
      get: place => rows[place]!,
      set(place, row) {
        rows[place] = row
      },
    }
  }
  const rows = new Map<number, number>()
  return {
    get: place => rows.get(place) ?? -1,
    set(place, row) {
      rows.set(place, row)
    },
  }
}

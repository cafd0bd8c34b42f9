/** Columns of a table in memory, and where each of their cells stands, so that a fault can be named. */
import type { IssuePlace } from '../../errors.js'

/** Numbers, one for each row; NaN where there is none. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly values: Float64Array
  /** What stands in a cell that is neither a number nor missing, by row; its value is NaN. */
  readonly faults?: ReadonlyMap<number, string>
}

/** Texts, each kept once. */
export interface TextColumn {
  readonly kind: 'text'
  /** Position in `labels`, one for each row; −1 where the cell is empty. */
  readonly codes: Int32Array
  /** Different from one another, in any order. */
  readonly labels: readonly string[]
}

export type TableColumn = NumberColumn | TextColumn

export interface Table {
  /** Name in errors, e.g. the path as it was written. */
  readonly file: string
  /** Number of rows. */
  readonly length: number
  /** All columns of the file in its order, those too that were not read. */
  readonly names: readonly string[]
  /** Those that were read. */
  readonly columns: ReadonlyMap<string, TableColumn>
  /** Line of a row in the file, 1-based; left out where a file has no lines. */
  readonly lineOf?: (row: number) => number
}

/** Texts as numbers of groups whose order is that of their labels and not that of the rows. */
export interface Levels {
  /** Position in `labels`, one for each row; −1 where there is none. */
  readonly codes: Int32Array
  /** Ascending: as numbers where all of them are numbers, otherwise by code units. */
  readonly labels: readonly string[]
}

/** What people and programs write for a number that they do not have. */
const MISSING = new Set(['', 'NA', 'N/A', 'NaN', 'nan', '.', 'null', 'NULL'])

/** Whether a cell of a number column says that there is no number. */
export function isMissingNumber(text: string): boolean {
  return MISSING.has(text.trim())
}

/** The finite number that a cell holds in decimal notation, TRUE as 1 and FALSE as 0; NaN where it holds none. */
export function numberOfText(text: string): number {
  const value = Number(text)
  if (Number.isFinite(value)) {
    if (value !== 0 && text.charCodeAt(0) > ZERO) return value
    // blanks are 0 for Number, and 0x10 is 16
    return /^\s*$|^\s*[+-]?0[xob]/i.test(text) ? Number.NaN : value
  }
  if (/^\s*true\s*$/i.test(text)) return 1
  return /^\s*false\s*$/i.test(text) ? 0 : Number.NaN
}

const ZERO = 48

/**
 * Place of a cell: file, line and column name; the number of the row, from 1, where the file has no lines.
 */
export function cellPlace({ file, lineOf }: Table, row: number, column: string): IssuePlace {
  if (lineOf === undefined) return { file, field: `row ${row + 1}: ${column}` }
  return { file, line: lineOf(row), field: column }
}

/** `line 17`, or `row 16` where the file has no lines. */
export function rowWords({ lineOf }: Table, row: number): string {
  return lineOf === undefined ? `row ${row + 1}` : `line ${lineOf(row)}`
}

/** The column as numbers, one for each row; NaN where there is none. Read only: it may be the table's own. */
export function columnNumbers(column: TableColumn): Float64Array {
  if (column.kind === 'number') return column.values
  const byLabel = column.labels.map(numberOfText)
  return Float64Array.from(column.codes, code => (code < 0 ? Number.NaN : byLabel[code]!))
}

/** What stands in a cell whose number is missing; undefined where it is empty or says that there is none. */
export function faultyText(column: TableColumn, row: number): string | undefined {
  const text = column.kind === 'number' ? column.faults?.get(row) : column.labels[column.codes[row]!]
  return text === undefined || isMissingNumber(text) ? undefined : text
}

/** The column as levels; a number column has a level for every different number. */
export function columnLevels(column: TableColumn): Levels {
  const { codes, labels } = column.kind === 'text' ? column : codesOfNumbers(column.values)
  const order = [...labels.keys()].sort(labelOrder(labels))
  const newCode = new Int32Array(labels.length)
  order.forEach((old, position) => {
    newCode[old] = position
  })
  return {
    codes: codes.map(code => (code < 0 ? -1 : newCode[code]!)),
    labels: order.map(old => labels[old]!),
  }
}

function codesOfNumbers(values: Float64Array): { codes: Int32Array; labels: string[] } {
  const found = new Map<number, number>()
  const codes = new Int32Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    let code = Number.isNaN(value) ? -1 : found.get(value)
    if (code === undefined) {
      code = found.size
      found.set(value, code)
    }
    codes[row] = code
  }
  return { codes, labels: [...found.keys()].map(value => String(value === 0 ? 0 : value)) }
}

/** Compares positions in `labels`; no locale has a say. */
function labelOrder(labels: readonly string[]): (a: number, b: number) => number {
  const numbers = labels.map(numberOfText)
  const numeric = !numbers.some(Number.isNaN)
  return (a, b) => {
    const apart = numeric ? numbers[a]! - numbers[b]! : 0
    if (apart !== 0) return apart
    return labels[a]! < labels[b]! ? -1 : labels[a]! > labels[b]! ? 1 : 0
  }
}

/**
 * Reads one CSV table against its specification: bytes in, typed columns out, every fault named with line and column.
 *
 * Works column by column on plain arrays, because a cold run has two seconds in all.
 */
import { csvParseRows } from 'd3-dsv'
import { type IssueList, shown } from './issue-list.js'
import type { FieldSpecification, TableSpecification } from './table-specification.js'

/** Typed columns of one table, all of the same length. */
export interface Table {
  readonly path: string
  readonly length: number
  /** Strings, dates and lists as written; '' where empty or where an optional column is left out. */
  text(column: string): readonly string[]
  /** Numbers; NaN where empty or left out. Booleans are 1 and 0. */
  numbers(column: string): Float64Array
  /** 1-based line of the file on which row k begins. */
  line(k: number): number
}

const NUMBER = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/
const INTEGER = /^-?\d+$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * The table, or undefined when its header cannot be used; faults are added to the list.
 *
 * @param declared names of further columns that the package describes itself; they are skipped.
 */
export function readTable(
  specification: TableSpecification,
  path: string,
  bytes: Uint8Array,
  declared: readonly string[],
  found: IssueList,
): Table | undefined {
  const rows = rowsOf(path, bytes, found)
  if (rows === undefined) return undefined
  const header = rows.shift()
  if (header === undefined || (header.length === 1 && header[0]!.trim() === '')) {
    found.add({
      code: 'dataset.empty-table',
      at: { file: path, line: 1 },
      expected: `a header with the columns ${specification.fields.map(field => field.name).join(', ')}`,
      found: 'an empty file',
    })
    return undefined
  }
  const line = lineCounter(header, rows)
  const usable = checkHeader(specification, path, header, declared, found)
  const whole = rows.filter((row, k) => {
    if (row.length === header.length) return true
    const blank = row.length === 1 && row[0] === ''
    found.add({
      code: blank ? 'dataset.blank-line' : 'dataset.column-count',
      at: { file: path, line: line(k) },
      expected: `${header.length} columns`,
      found: blank ? 'a blank line' : `${row.length}`,
      ...(blank
        ? { mend: 'Delete the line' }
        : { mend: 'A comma inside a cell needs quotation marks around the cell' }),
    })
    return false
  })
  if (!usable) return undefined
  // line() counts over all rows; the row numbers of kept rows differ from it only when rows were dropped
  const kept =
    whole.length === rows.length
      ? undefined
      : rows.flatMap((row, k) => (row.length === header.length ? [k] : []))
  const lineOf = (k: number) => line(kept === undefined ? k : kept[k]!)
  return typedTable(specification, path, header, whole, lineOf, found)
}

function rowsOf(path: string, bytes: Uint8Array, found: IssueList): string[][] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const rows: string[][] = csvParseRows(text)
    return rows
  } catch {
    found.add({
      code: 'dataset.not-utf8',
      at: { file: path },
      expected: 'text in UTF-8',
      found: 'other bytes',
      mend: 'Save the file as CSV in UTF-8',
    })
    return undefined
  }
}

/** Lines are counted only when a fault asks for one. A line break inside a quoted cell makes a row longer than a line. */
function lineCounter(header: readonly string[], rows: readonly string[][]): (k: number) => number {
  const breaks = (row: readonly string[]) =>
    row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
  let starts: number[] | undefined
  return k => {
    if (starts === undefined) {
      let line = 2 + breaks(header)
      starts = rows.map(row => {
        const start = line
        line += 1 + breaks(row)
        return start
      })
    }
    return starts[k]!
  }
}

function checkHeader(
  specification: TableSpecification,
  path: string,
  header: readonly string[],
  declared: readonly string[],
  found: IssueList,
): boolean {
  let usable = true
  const at = (field: string) => ({ file: path, line: 1, field })
  for (const field of specification.fields) {
    if (field.optional || header.includes(field.name)) continue
    usable = false
    found.add({
      code: 'dataset.missing-column',
      at: at(field.name),
      expected: `a column ${field.name}: ${field.description}`,
      found: `the columns ${header.join(', ')}`,
    })
  }
  header.forEach((name, k) => {
    if (header.indexOf(name) !== k) {
      usable = false
      found.add({
        code: 'dataset.duplicate-column',
        at: at(name),
        expected: 'each column once',
        found: 'it twice',
      })
    } else if (!declared.includes(name) && !specification.fields.some(field => field.name === name)) {
      found.add({
        code: 'dataset.unknown-column',
        at: at(name),
        expected: `one of ${specification.fields.map(field => field.name).join(', ')}`,
        found: shown(name),
        mend: 'Correct the name, or describe the column in the schema of this table in datapackage.json',
      })
    }
  })
  return usable
}

function typedTable(
  specification: TableSpecification,
  path: string,
  header: readonly string[],
  rows: readonly string[][],
  line: (k: number) => number,
  found: IssueList,
): Table {
  const texts = new Map<string, string[]>()
  const numbers = new Map<string, Float64Array>()
  for (const field of specification.fields) {
    const position = header.indexOf(field.name)
    const numeric = field.type === 'number' || field.type === 'integer' || field.type === 'boolean'
    if (position < 0) {
      if (numeric) numbers.set(field.name, new Float64Array(rows.length).fill(Number.NaN))
      else texts.set(field.name, new Array<string>(rows.length).fill(''))
      continue
    }
    const cells = rows.map(row => row[position]!)
    const fault = (k: number, code: string, expected: string) =>
      found.add({
        code,
        at: { file: path, line: line(k), field: field.name },
        expected,
        found: cells[k] === '' ? 'an empty cell' : shown(cells[k]!),
      })
    if (numeric) numbers.set(field.name, numericColumn(field, cells, fault))
    else {
      checkTextColumn(field, cells, fault)
      texts.set(field.name, cells)
    }
  }
  checkKey(specification, path, texts, numbers, rows.length, line, found)
  return {
    path,
    length: rows.length,
    text: column => known(texts.get(column), column),
    numbers: column => known(numbers.get(column), column),
    line,
  }
}

function known<T>(column: T | undefined, name: string): T {
  if (column === undefined) throw new Error(`no such column in the specification: ${name}`)
  return column
}

type Fault = (k: number, code: string, expected: string) => void

function numericColumn(field: FieldSpecification, cells: readonly string[], fault: Fault): Float64Array {
  const values = new Float64Array(cells.length)
  const pattern = field.type === 'integer' ? INTEGER : NUMBER
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = field
  const unit = field.unit === undefined ? '' : ` (${field.unit})`
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!
    values[k] = Number.NaN
    if (cell === '') {
      if (field.required)
        fault(k, 'dataset.empty-cell', field.type === 'boolean' ? 'true or false' : `a number${unit}`)
    } else if (field.type === 'boolean') {
      if (cell === 'true' || cell === 'false') values[k] = cell === 'true' ? 1 : 0
      else fault(k, 'dataset.not-a-boolean', 'true or false')
    } else if (!pattern.test(cell)) {
      fault(k, 'dataset.not-a-number', field.type === 'integer' ? 'a whole number' : `a number${unit}`)
    } else {
      const value = Number(cell)
      if (!Number.isFinite(value) || value < minimum || value > maximum) {
        fault(k, 'dataset.out-of-range', `${rangeWords(field)}${unit}`)
      } else values[k] = value
    }
  }
  return values
}

function rangeWords({ minimum, maximum }: FieldSpecification): string {
  if (minimum !== undefined && maximum !== undefined) return `a number from ${minimum} to ${maximum}`
  if (minimum !== undefined) return `a number of at least ${minimum}`
  return maximum === undefined ? 'a finite number' : `a number of at most ${maximum}`
}

function checkTextColumn(field: FieldSpecification, cells: readonly string[], fault: Fault): void {
  const words = field.enum === undefined ? undefined : new Set(field.enum)
  const pattern = field.pattern === undefined ? undefined : new RegExp(`^(?:${field.pattern.source})$`)
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!
    if (cell === '') {
      if (field.required)
        fault(k, 'dataset.empty-cell', words === undefined ? 'text' : `one of ${field.enum!.join(', ')}`)
      continue
    }
    if (field.type === 'date') {
      if (!isDate(cell)) fault(k, 'dataset.not-a-date', 'a date as YYYY-MM-DD')
    } else if (words !== undefined) {
      const parts = field.type === 'list' ? cell.split(';') : [cell]
      if (!parts.every(part => words.has(part))) fault(k, 'dataset.unknown-word', `${field.enum!.join(', ')}`)
    } else if (pattern !== undefined && !pattern.test(cell))
      fault(k, 'dataset.wrong-form', field.pattern!.words)
  }
}

/** A day of the calendar, written YYYY-MM-DD. */
function isDate(cell: string): boolean {
  if (!DATE.test(cell)) return false
  const [year, month, day] = cell.split('-').map(Number) as [number, number, number]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!
}

function checkKey(
  specification: TableSpecification,
  path: string,
  texts: ReadonlyMap<string, readonly string[]>,
  numbers: ReadonlyMap<string, Float64Array>,
  length: number,
  line: (k: number) => number,
  found: IssueList,
): void {
  const columns = specification.key.map(name => texts.get(name) ?? numbers.get(name)!)
  const first = new Map<string, number>()
  for (let k = 0; k < length; k++) {
    let key = ''
    for (const column of columns) key += `${column[k]}\u0000`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, k)
      continue
    }
    found.add({
      code: 'dataset.duplicate-key',
      at: { file: path, line: line(k), field: specification.key.join(', ') },
      expected: 'each combination once',
      found: `${columns.map(column => shown(String(column[k]))).join(', ')}, already on line ${line(before)}`,
    })
  }
}

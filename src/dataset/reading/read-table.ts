/**
 * Reads one CSV table against its specification: bytes in, typed columns out, every fault named with line and column.
 *
 * Works column by column on plain arrays, because a cold run has two seconds in all.
 */
import { csvParseRows } from 'd3-dsv'
import type { TableSpecification } from '../tables/table-specification.js'
import { type IssueList, shown } from './issue-list.js'
import { checkTextColumn, numericColumn } from './read-cells.js'

/** Typed columns of one table, all of the same length. */
export interface Table {
  readonly path: string
  readonly length: number
  /** Strings, dates and lists as written; '' where empty or where an optional column is left out. */
  text(column: string): readonly string[]
  /** Numbers; NaN where empty or left out. Booleans are 1 and 0. */
  numbers(column: string): Float64Array
  /** The different values of a text column, '' among them where a cell is empty; counted once. */
  distinct(column: string): ReadonlySet<string>
  /** 1-based line of the file on which row k begins. */
  line(k: number): number
}

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
  const text = decode(path, bytes, found)
  if (text === undefined) return undefined
  const { header, columns, dropped, rows } = splitColumns(text)
  if (header.length === 0 || (header.length === 1 && header[0]!.trim() === '')) {
    found.add({
      code: 'dataset.empty-table',
      at: { file: path, line: 1 },
      expected: `a header with the columns ${specification.fields.map(field => field.name).join(', ')}`,
      found: 'an empty file',
    })
    return undefined
  }
  const lineOfRow = lineCounter(text)
  const usable = checkHeader(specification, path, header, declared, found)
  for (const { row, width } of dropped) {
    const blank = width === 0
    found.add({
      code: blank ? 'dataset.blank-line' : 'dataset.column-count',
      at: { file: path, line: lineOfRow(row) },
      expected: `${header.length} columns`,
      found: blank ? 'a blank line' : `${width}`,
      mend: blank ? 'Delete the line' : 'A comma inside a cell needs quotation marks around the cell',
    })
  }
  if (!usable) return undefined
  const line = lineOfKept(dropped, rows, lineOfRow)
  return typedTable(specification, path, header, columns, line, found)
}

function decode(path: string, bytes: Uint8Array, found: IssueList): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
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

interface Split {
  readonly header: readonly string[]
  readonly columns: readonly string[][]
  /** Rows that do not have the width of the header: number (1 = first after the header) and width, 0 = blank. */
  readonly dropped: readonly { row: number; width: number }[]
  readonly rows: number
}

/** Rows are turned into columns as they are read, so that no row outlives its reading. */
function splitColumns(text: string): Split {
  let header: string[] = []
  let columns: string[][] = []
  const dropped: { row: number; width: number }[] = []
  let rows = 0
  csvParseRows(text, (row, k) => {
    if (k === 0) {
      header = row
      columns = header.map(() => [])
      return null
    }
    rows = k
    if (row.length !== header.length) {
      dropped.push({ row: k, width: row.length === 1 && row[0] === '' ? 0 : row.length })
      return null
    }
    for (let c = 0; c < row.length; c++) {
      const column = columns[c]!
      const above = column[column.length - 1]
      // a word that repeats the one above is kept once: half of all cells, and the collector's time with them
      column.push(row[c] === above ? above! : row[c]!)
    }
    return null
  })
  return { header, columns, dropped, rows }
}

/** Lines are counted only when a fault asks for one. A line break inside a quoted cell makes a row longer than a line. */
function lineCounter(text: string): (row: number) => number {
  const breaks = (row: readonly string[]) =>
    row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
  let starts: number[] | undefined
  return row => {
    if (starts === undefined) {
      let line = 1
      starts = csvParseRows(text).map(cells => {
        const start = line
        line += 1 + breaks(cells)
        return start
      })
    }
    return starts[row]!
  }
}

/** Line of the k-th row that was kept. */
function lineOfKept(
  dropped: Split['dropped'],
  rows: number,
  lineOfRow: (row: number) => number,
): (k: number) => number {
  if (dropped.length === 0) return k => lineOfRow(k + 1)
  const gone = new Set(dropped.map(({ row }) => row))
  const kept = Array.from({ length: rows }, (_, k) => k + 1).filter(row => !gone.has(row))
  return k => lineOfRow(kept[k]!)
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
  columns: readonly string[][],
  line: (k: number) => number,
  found: IssueList,
): Table {
  const length = columns[0]!.length
  const texts = new Map<string, string[]>()
  const numbers = new Map<string, Float64Array>()
  for (const field of specification.fields) {
    const position = header.indexOf(field.name)
    const numeric = field.type === 'number' || field.type === 'integer' || field.type === 'boolean'
    if (position < 0) {
      if (numeric) numbers.set(field.name, new Float64Array(length).fill(Number.NaN))
      else texts.set(field.name, new Array<string>(length).fill(''))
      continue
    }
    const cells = columns[position]!
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
  checkKey(specification, path, texts, numbers, length, line, found)
  const sets = new Map<string, ReadonlySet<string>>()
  return {
    path,
    length,
    text: column => known(texts.get(column), column),
    numbers: column => known(numbers.get(column), column),
    distinct: column => {
      const counted = sets.get(column) ?? distinctOf(known(texts.get(column), column))
      sets.set(column, counted)
      return counted
    },
    line,
  }
}

function distinctOf(cells: readonly string[]): ReadonlySet<string> {
  const values = new Set<string>()
  let before: string | undefined
  for (const cell of cells) {
    if (cell !== before) values.add(cell)
    before = cell
  }
  return values
}

function known<T>(column: T | undefined, name: string): T {
  if (column === undefined) throw new Error(`no such column in the specification: ${name}`)
  return column
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
  if (ascends(columns, length)) return
  const first = new Map<string, number>()
  for (let k = 0; k < length; k++) {
    const key = columns.map(column => column[k]).join('\u0000')
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

/** Rows in strictly ascending order cannot repeat; most tables are written so, and comparing is cheaper than hashing. */
function ascends(columns: readonly (readonly string[] | Float64Array)[], length: number): boolean {
  for (let k = 1; k < length; k++) {
    let greater = false
    for (const column of columns) {
      const here = column[k]!
      const before = column[k - 1]!
      if (here === before) continue
      if (!(here > before)) return false
      greater = true
      break
    }
    if (!greater) return false
  }
  return true
}

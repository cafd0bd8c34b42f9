/** Columns of a CSV file that a publication came with; every fault names file, line and column. */
import { csvParseRows } from 'd3-dsv'
import { type Issue, KeruenError } from '../errors.js'

/** The named columns of one file, as written. */
export interface CsvColumns {
  readonly file: string
  /** Rows below the header. */
  readonly length: number
  text(column: string): readonly string[]
  /**
   * Finite numbers, and fulfilling the condition if there is one.
   *
   * @throws KeruenError `replication.bad-number` (input) with line and column of the first such cells.
   */
  numbers(column: string, condition?: NumberCondition): Float64Array
}

export interface NumberCondition {
  /** What is expected, e.g. `a number ≥ 0`. */
  readonly words: string
  readonly holds: (value: number) => boolean
}

/** Faulty cells of a column that are named one by one. */
const NAMED = 5

/**
 * Reads the named columns; others are skipped. No cell of these files holds a line break.
 *
 * @param text    with a header; the file's byte order mark is skipped.
 * @param file    its name in errors.
 * @param columns names that must stand in the header.
 * @throws KeruenError (input) `replication.missing-column`; `replication.column-count`: a line that is shorter or
 *         longer than the header, as where a file is cut off; `replication.no-rows`.
 */
export function readCsvColumns(text: string, file: string, columns: readonly string[]): CsvColumns {
  const cells = new Map(columns.map(name => [name, [] as string[]]))
  const wanted: { position: number; column: string[] }[] = []
  const issues: Issue[] = []
  let width = 0
  let length = 0
  csvParseRows(text.replace(/^\uFEFF/, ''), (row, index) => {
    if (index === 0) {
      width = row.length
      for (const [name, column] of cells) {
        const position = row.indexOf(name)
        if (position >= 0) wanted.push({ position, column })
        else
          issues.push({
            code: 'replication.missing-column',
            at: { file, line: 1, field: name },
            expected: `a column named ${name}`,
            found: `the columns ${row.join(', ')}`,
            mend: 'Use the file as it was published',
          })
      }
    } else if (row.length !== width) {
      if (issues.length < NAMED)
        issues.push({
          code: 'replication.column-count',
          at: { file, line: index + 1 },
          expected: `${width} columns, as in the header`,
          found: row.length === 1 && row[0] === '' ? 'a blank line' : `${row.length}`,
          mend: 'Use the file as it was published; this one may be cut off',
        })
    } else {
      length++
      for (const { position, column } of wanted) column.push(row[position]!)
    }
    return null
  })
  if (issues.length === 0 && length === 0) {
    issues.push({
      code: 'replication.no-rows',
      at: { file },
      expected: 'a header and rows below it',
      found: width === 0 ? 'an empty file' : 'a header alone',
      mend: 'Use the file as it was published',
    })
  }
  if (issues.length > 0) throw new KeruenError('input', issues)
  return {
    file,
    length,
    text: column => cells.get(column)!,
    numbers: (column, condition) => numbersOf(file, column, cells.get(column)!, condition),
  }
}

function numbersOf(
  file: string,
  column: string,
  cells: readonly string[],
  { words, holds }: NumberCondition = { words: 'a number', holds: () => true },
): Float64Array {
  const issues: Issue[] = []
  const values = new Float64Array(cells.length)
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!
    const value = cell.trim() === '' ? Number.NaN : Number(cell)
    values[row] = value
    if ((Number.isFinite(value) && holds(value)) || issues.length >= NAMED) continue
    issues.push({
      code: 'replication.bad-number',
      at: { file, line: row + 2, field: column },
      expected: words,
      found: cell === '' ? 'an empty cell' : `'${cell.slice(0, 40)}'`,
    })
  }
  if (issues.length > 0) throw new KeruenError('input', issues)
  return values
}

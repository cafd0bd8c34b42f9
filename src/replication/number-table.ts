/** Tables of bare numbers: the form in which authors ship matrices. */
import { type Issue, KeruenError } from '../errors.js'

/** A table that a replication needs. */
export interface NumberTableShape {
  readonly file: string
  readonly rows: number
  readonly columns: number
}

/** Faults named one by one for each file; the rest are counted. */
const NAMED_FAULTS = 20

/**
 * The numbers of several tables, row-major, in the order of `shapes`; columns are separated by blanks or tabs.
 *
 * @param files texts by file name.
 * @throws KeruenError input, all faults of all tables at once, with file, line and column: `replication.missing-file`,
 *         `.row-count`, `.column-count`, `.bad-number`.
 */
export function readNumberTables(
  files: ReadonlyMap<string, string>,
  shapes: readonly NumberTableShape[],
): Float64Array[] {
  const issues: Issue[] = []
  const tables = shapes.map(shape => readNumberTable(files.get(shape.file), shape, issues))
  if (issues.length > 0) throw new KeruenError('input', issues)
  return tables
}

function readNumberTable(
  text: string | undefined,
  { file, rows, columns }: NumberTableShape,
  issues: Issue[],
): Float64Array {
  const numbers = new Float64Array(rows * columns)
  if (text === undefined) {
    issues.push({
      code: 'replication.missing-file',
      at: { file },
      expected: `${rows} rows of ${columns} numbers`,
      found: 'no such file',
    })
    return numbers
  }
  const lines = text.trimEnd().split(/\r?\n/)
  const found: Issue[] = []
  if (lines.length !== rows) {
    found.push({
      code: 'replication.row-count',
      at: { file },
      expected: `${rows} rows`,
      found: `${lines.length}`,
    })
  }
  lines.slice(0, rows).forEach((line, row) => {
    const cells = line.trim().split(/\s+/)
    if (cells.length !== columns) {
      found.push({
        code: 'replication.column-count',
        at: { file, line: row + 1 },
        expected: `${columns} columns`,
        found: `${cells.length}`,
      })
      return
    }
    cells.forEach((cell, column) => {
      const value = Number(cell)
      numbers[row * columns + column] = value
      if (Number.isFinite(value)) return
      found.push({
        code: 'replication.bad-number',
        at: { file, line: row + 1, column: column + 1 },
        expected: 'a number',
        found: JSON.stringify(cell),
      })
    })
  })
  issues.push(...found.slice(0, NAMED_FAULTS))
  if (found.length > NAMED_FAULTS) {
    const rest = `${found.length - NAMED_FAULTS} more faults like these`
    issues.push({ code: found[NAMED_FAULTS]!.code, at: { file }, expected: 'none', found: rest })
  }
  return numbers
}

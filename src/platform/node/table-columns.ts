/** What a reader of tables gives, and columns that grow while it reads. */
import { isMissingNumber, numberOfText, type Table, type TableColumn } from '../../index.js'

/** A file whose header is known. */
export interface TableFile {
  /** Of all columns, in order. */
  readonly names: readonly string[]
  /**
   * Reads columns.
   *
   * @param columns by name, and whether as numbers or as texts.
   * @throws KeruenError (input) `table.column-count`, `table.open-quote`, `table.no-rows`, `table.cut-off`,
   *         `files.not-utf8`, with file and line.
   */
  read(columns: ReadonlyMap<string, 'number' | 'text'>): Promise<Table>
}

/** Takes cells from the first row to the last. */
export interface GrowingColumn {
  /** A cell as text; empty where there is none. */
  addText(cell: string): void
  /** A cell as a number; NaN where there is none. */
  addNumber(value: number): void
  /** The column, when all cells are there. */
  finish(): TableColumn
}

const FIRST_SIZE = 1 << 16

export function growingColumn(kind: 'number' | 'text'): GrowingColumn {
  return kind === 'number' ? growingNumbers() : growingTexts()
}

function growingNumbers(): GrowingColumn {
  let values = new Float64Array(FIRST_SIZE)
  let length = 0
  const faults = new Map<number, string>()
  const addNumber = (value: number) => {
    if (length === values.length) {
      const larger = new Float64Array(2 * length)
      larger.set(values)
      values = larger
    }
    values[length++] = value
  }
  return {
    addNumber(value) {
      if (value === Infinity || value === -Infinity) {
        faults.set(length, String(value))
        addNumber(Number.NaN)
      } else addNumber(value)
    },
    addText(cell) {
      const value = numberOfText(cell)
      if (Number.isNaN(value) && !isMissingNumber(cell)) faults.set(length, ownText(cell))
      addNumber(value)
    },
    finish: () => ({ kind: 'number', values: values.subarray(0, length), faults }),
  }
}

function growingTexts(): GrowingColumn {
  let codes = new Int32Array(FIRST_SIZE)
  let length = 0
  const labels: string[] = []
  const known = new Map<string, number>([['', -1]])
  // neighbours are often equal: faster than looking them up
  let lastText = ''
  let lastCode = -1
  const codeOf = (cell: string): number => {
    let code = known.get(cell)
    if (code !== undefined) return code
    const text = ownText(cell.trim())
    code = known.get(text)
    if (code === undefined) {
      code = labels.push(text) - 1
      known.set(text, code)
    }
    if (text !== cell) known.set(ownText(cell), code)
    return code
  }
  const addText = (cell: string) => {
    if (cell !== lastText) {
      lastCode = codeOf(cell)
      lastText = cell
    }
    if (length === codes.length) {
      const larger = new Int32Array(2 * length)
      larger.set(codes)
      codes = larger
    }
    codes[length++] = lastCode
  }
  return {
    addText,
    addNumber: value => addText(Number.isNaN(value) ? '' : String(value === 0 ? 0 : value)),
    finish: () => ({ kind: 'text', codes: codes.subarray(0, length), labels }),
  }
}

/** The same text in memory of its own: a piece of a large text would keep all of it. */
function ownText(text: string): string {
  return Buffer.from(text).toString()
}

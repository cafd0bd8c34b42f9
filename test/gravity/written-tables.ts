/** Small tables written as CSV, for tests of models. */
import { csvParseRows } from 'd3-dsv'
import { KeruenError } from '../../src/errors.js'
import {
  isMissingNumber,
  numberOfText,
  type Table,
  type TableColumn,
} from '../../src/gravity/design/table.js'

/** A table of a text with a header; a column is of numbers where all its cells are or are missing. */
export function tableOf(text: string, file = 'flows.csv'): Table {
  const [names, ...rows] = csvParseRows(text.trim()) as string[][]
  const columns = names!.map((name, position): [string, TableColumn] => [
    name,
    columnOf(rows.map(row => row[position]!.trim())),
  ])
  return { file, length: rows.length, names: names!, columns: new Map(columns), lineOf: row => row + 2 }
}

function columnOf(cells: readonly string[]): TableColumn {
  if (cells.every(cell => isMissingNumber(cell) || !Number.isNaN(numberOfText(cell)))) {
    return { kind: 'number', values: Float64Array.from(cells, numberOfText) }
  }
  const labels = [...new Set(cells)].filter(cell => cell !== '')
  return { kind: 'text', codes: Int32Array.from(cells, cell => labels.indexOf(cell)), labels }
}

/** The error that a call throws. */
export function errorOf(call: () => unknown): KeruenError {
  try {
    call()
  } catch (error) {
    if (error instanceof KeruenError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

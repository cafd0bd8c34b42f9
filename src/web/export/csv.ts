/** A chart's table as CSV, for people: opens in a spreadsheet with its letters right. */
import { type Cell, csv } from '../../report/csv.js'

export interface TableColumn {
  readonly title: string
  /** Set to the right. */
  readonly numeric?: boolean
  /** A number without separators, such as a year. */
  readonly plain?: boolean
}

export const numberColumn = (title: string): TableColumn => ({ title, numeric: true })

/** What stands behind a chart: the same rows in the same order. */
export interface ChartTable {
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Spreadsheets take a file for UTF-8 by this mark alone. */
const MARK = '\ufeff'

export function tableCsv({ columns, rows }: ChartTable): string {
  const text = csv(
    columns.map(column => column.title),
    rows,
  )
  return /[^ -~\n\r\t]/.test(text) ? MARK + text : text
}

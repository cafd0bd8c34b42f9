/** Numbers as a publication prints them: how many digits they have, and whether a computed number agrees. */
import { type ReplicationRow, replicationRow } from './replication.js'

/** A row of a replication with the digits that its published number has. */
export interface PrintedCell {
  readonly row: ReplicationRow
  /** Behind the point; null where nothing was published. */
  readonly decimals: number | null
}

/** An estimate, or a bare number such as the observations. */
export interface ComputedNumber {
  readonly name: string
  readonly estimate: number
  readonly standardError?: number
}

/**
 * Cells of one column: each number, and below it the row `…, standard error` where it has one; mode `estimate`.
 *
 * @param printed by the number's name, as in the publication: `-1.002 (.027)`, `25,689`, `.759`; others are not printed.
 */
export function printedCells(
  table: string,
  column: string,
  computed: readonly ComputedNumber[],
  printed: Readonly<Record<string, string>>,
): PrintedCell[] {
  return computed.flatMap(({ name, estimate, standardError }) => {
    const [number, error] = (printed[name] ?? '').replace(')', '').split(' (')
    const cell = (row: string, text: string | undefined, value: number): PrintedCell => ({
      row: replicationRow({
        table,
        row,
        column,
        mode: 'estimate',
        published: text ? Number(text.replaceAll(',', '')) : null,
        computed: value,
      }),
      decimals: text ? (text.split('.')[1] ?? '').length : null,
    })
    return standardError === undefined
      ? [cell(name, number, estimate)]
      : [cell(name, number, estimate), cell(`${name}, standard error`, error, standardError)]
  })
}

/** Whether the computed number, rounded as the published one, is the published one. */
export function agrees({ row: { difference }, decimals }: PrintedCell): boolean {
  if (difference === null || decimals === null) return false
  // the published number is a decimal fraction and its double half a bit off
  return Math.abs(difference) <= halfOfLastDigit(decimals) * (1 + 1e-9)
}

/**
 * How many of the printed numbers come out digit by digit, and those that do not one by one; one paragraph.
 */
export function explainDigits(cells: readonly PrintedCell[]): string {
  const printed = cells.filter(cell => cell.decimals !== null)
  const apart = printed.filter(cell => !agrees(cell))
  const all = `${printed.length} numbers are printed`
  if (apart.length === 0) return `${all}; all come out to every digit printed.`
  const list = apart.map(({ row, decimals }) => {
    // one digit more than is printed shows on which side of the rounding it lies
    const computed = row.computed.toFixed(decimals! + 1)
    return `${row.column}, ${row.row}: printed ${row.published!.toFixed(decimals!)}, computed ${computed}`
  })
  return `${all}; ${printed.length - apart.length} come out to every digit printed. The others: ${list.join('; ')}.`
}

function halfOfLastDigit(decimals: number): number {
  return Number(`5e-${decimals + 1}`)
}

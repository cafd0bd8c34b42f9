/** Judges the cells of one column: numbers are converted, texts are checked where they stand. */
import type { FieldSpecification } from '../tables/table-specification.js'

/** Reports the k-th cell of the column. */
export type Fault = (k: number, code: string, expected: string) => void

interface Verdict {
  readonly code: string
  readonly expected: string
}

const NUMBER = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/
const INTEGER = /^-?\d+$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Values of a number, integer or boolean (1 and 0) column; NaN where empty or faulty. */
export function numericColumn(
  field: FieldSpecification,
  cells: readonly string[],
  fault: Fault,
): Float64Array {
  const values = new Float64Array(cells.length)
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = field
  const pattern = field.type === 'integer' ? INTEGER : NUMBER
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!
    if (k > 0 && cell === cells[k - 1] && !Number.isNaN(values[k - 1])) {
      values[k] = values[k - 1]!
      continue
    }
    if (field.type === 'boolean') {
      values[k] = cell === 'true' ? 1 : cell === 'false' ? 0 : Number.NaN
    } else {
      const value = pattern.test(cell) ? Number(cell) : Number.NaN
      values[k] = Number.isFinite(value) && value >= minimum && value <= maximum ? value : Number.NaN
    }
    if (Number.isNaN(values[k]) && (cell !== '' || field.required)) {
      const { code, expected } = numericVerdict(field, cell)
      fault(k, code, expected)
    }
  }
  return values
}

function numericVerdict(field: FieldSpecification, cell: string): Verdict {
  const unit = field.unit === undefined ? '' : ` (${field.unit})`
  const number = field.type === 'integer' ? 'a whole number' : `a number${unit}`
  if (cell === '')
    return { code: 'dataset.empty-cell', expected: field.type === 'boolean' ? 'true or false' : number }
  if (field.type === 'boolean') return { code: 'dataset.not-a-boolean', expected: 'true or false' }
  const pattern = field.type === 'integer' ? INTEGER : NUMBER
  if (!pattern.test(cell)) return { code: 'dataset.not-a-number', expected: number }
  return { code: 'dataset.out-of-range', expected: `${rangeWords(field)}${unit}` }
}

function rangeWords({ minimum, maximum }: FieldSpecification): string {
  if (minimum !== undefined && maximum !== undefined) return `a number from ${minimum} to ${maximum}`
  if (minimum !== undefined) return `a number of at least ${minimum}`
  return maximum === undefined ? 'a finite number' : `a number of at most ${maximum}`
}

/** Checks a string, date or list column. */
export function checkTextColumn(field: FieldSpecification, cells: readonly string[], fault: Fault): void {
  const free = field.enum === undefined && field.pattern === undefined && field.type !== 'date'
  if (free && !field.required) return
  const judge = judgeOf(field)
  let before: string | undefined
  let verdict: Verdict | undefined
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!
    if (cell !== before) verdict = judge(cell) // long runs of one word are common
    before = cell
    if (verdict !== undefined) fault(k, verdict.code, verdict.expected)
  }
}

function judgeOf(field: FieldSpecification): (cell: string) => Verdict | undefined {
  const choices = field.enum === undefined ? undefined : `one of ${field.enum.join(', ')}`
  const words = new Set(field.enum ?? [])
  const form = field.pattern === undefined ? undefined : new RegExp(`^(?:${field.pattern.source})$`)
  return cell => {
    if (cell === '') {
      return field.required ? { code: 'dataset.empty-cell', expected: choices ?? 'text' } : undefined
    }
    if (field.type === 'date') {
      return isDate(cell) ? undefined : { code: 'dataset.not-a-date', expected: 'a date as YYYY-MM-DD' }
    }
    if (choices !== undefined) {
      const parts = field.type === 'list' ? cell.split(';') : [cell]
      return parts.every(part => words.has(part))
        ? undefined
        : { code: 'dataset.unknown-word', expected: choices }
    }
    if (form !== undefined && !form.test(cell))
      return { code: 'dataset.wrong-form', expected: field.pattern!.words }
    return undefined
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

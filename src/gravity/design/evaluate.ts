/** Expressions as numbers over the rows of a table, and why one of them has none. */
import { type Issue, KeruenError } from '../../errors.js'
import { exp, log, power } from '../../numeric/elementary.js'
import {
  type ArithmeticSign,
  type Expression,
  type MathName,
  writtenExpression,
} from '../formula/expression.js'
import { formulaError } from '../formula/formula-text.js'
import type { GroupTerm } from '../formula/groups-text.js'
import type { ParsedModel } from '../formula/model.js'
import { TableLevels } from './group-levels.js'
import { type PanelShift, panelShift } from './panel.js'
import { remoteness } from './policy.js'
import { cellPlace, columnNumbers, faultyText, type Table } from './table.js'

/** Why a row has no value. */
export interface CellFault {
  /** What goes for all such rows, e.g. `tariff is missing`. */
  readonly why: string
  /** Whether a row may be left out for it; what cannot be computed is always a fault. */
  readonly canBeLeftOut: boolean
  readonly issue: Issue
}

type Shift = Extract<Expression, { kind: 'shift' }>
type Remoteness = Extract<Expression, { kind: 'remoteness' }>
type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>

/** Computes expressions over all rows of a table; keeps what it was asked for. */
export class Evaluator {
  readonly table: Table
  readonly levels: TableLevels
  readonly #model: Pick<ParsedModel, 'panel' | 'time' | 'fieldName'>
  readonly #columns = new Map<string, Float64Array>()
  readonly #shifts = new Map<number, Int32Array>()
  readonly #texts = new Map<string, boolean>()
  readonly #values = new Map<Expression, Float64Array>()
  readonly #firstMissing = new Map<Expression, Int32Array>()
  #panel: PanelShift | undefined

  constructor(table: Table, model: Pick<ParsedModel, 'panel' | 'time' | 'fieldName'>) {
    this.table = table
    this.levels = new TableLevels(table)
    this.#model = model
  }

  /** A column as numbers, NaN where there is none; read only. */
  column(name: string): Float64Array {
    let values = this.#columns.get(name)
    if (values === undefined) {
      values = columnNumbers(this.levels.column(name))
      this.#columns.set(name, values)
    }
    return values
  }

  /**
   * One number for each row, NaN where something is missing or cannot be computed; read only, computed once.
   *
   * @throws KeruenError `gravity.no-panel` (usage): a lag without unit or period; what `panelShift` throws.
   */
  values(expression: Expression): Float64Array {
    let values = this.#values.get(expression)
    if (values === undefined) {
      values = this.#numbers(expression)
      this.#values.set(expression, values)
    }
    return values
  }

  #numbers(expression: Expression): Float64Array {
    switch (expression.kind) {
      case 'number':
        return new Float64Array(this.table.length).fill(expression.value)
      case 'column':
        return this.column(expression.name)
      case 'negative':
        return this.#numbers(expression.operand).map(value => -value)
      case 'math':
        return this.#numbers(expression.operand).map(value => finite(mathOf(expression.name, value)))
      case 'arithmetic': {
        const left = this.#numbers(expression.left)
        const right = this.#numbers(expression.right)
        return left.map((value, row) => finite(calculate(expression.sign, value, right[row]!)))
      }
      case 'border':
        return this.#border(
          expression.columns.map(({ name }) => name),
          expression.name === 'international',
        )
      case 'shift': {
        const values = this.#numbers(expression.operand)
        return Float64Array.from(this.#sources(expression), row => (row < 0 ? Number.NaN : values[row]!))
      }
      case 'total':
        return this.#total(this.#numbers(expression.operand), expression.group)
      case 'remoteness':
        return this.#remoteness(expression)
    }
  }

  /** The first cause, from the inside out, why a row of an expression has no number. */
  fault(expression: Expression, row: number): CellFault {
    switch (expression.kind) {
      case 'column':
        return this.missingNumber(expression.name, row)
      case 'negative':
        return this.fault(expression.operand, row)
      case 'math':
        return (
          this.#inside([expression.operand], row) ?? this.#mathFault(expression.name, expression.operand, row)
        )
      case 'arithmetic':
        return (
          this.#inside([expression.left, expression.right], row) ?? this.#arithmeticFault(expression, row)
        )
      case 'border':
        return this.missingText(
          expression.columns.map(({ name }) => name),
          row,
        )
      case 'shift':
        return this.#shiftFault(expression, row)
      case 'total':
        return this.#totalFault(expression, row)
      default:
        return this.#notComputed(expression, row, 'a finite number')
    }
  }

  /** A cell that should hold a number. */
  missingNumber(name: string, row: number): CellFault {
    const text = faultyText(this.levels.column(name), row)
    const comma = text !== undefined && /^\s*-?\d+,\d+\s*$/.test(text)
    const leaveOut = this.#leaveOutWords()
    return {
      why: text === undefined ? `${name} is missing` : `${name} is not a number`,
      canBeLeftOut: true,
      issue: {
        code: text === undefined ? 'gravity.missing-cell' : 'gravity.not-a-number',
        at: cellPlace(this.table, row, name),
        expected: 'a number',
        found: text === undefined ? 'none' : `'${text}'`,
        mend: this.#isText(name)
          ? `It holds texts alone: i(${name}) has a coefficient for each, and after the | it is absorbed`
          : comma
            ? 'Write decimals with a point'
            : leaveOut,
      },
    }
  }

  /** The first of these columns whose cell is empty. */
  missingText(names: readonly string[], row: number): CellFault {
    const name = names.find(one => this.levels.levels(one).codes[row]! < 0) ?? names[0]!
    return {
      why: `${name} is missing`,
      canBeLeftOut: true,
      issue: {
        code: 'gravity.missing-cell',
        at: cellPlace(this.table, row, name),
        expected: 'a value',
        found: 'none',
        mend: this.#leaveOutWords(),
      },
    }
  }

  /** Whether a column has no number at all. */
  #isText(name: string): boolean {
    let isText = this.#texts.get(name)
    if (isText === undefined) {
      isText = this.column(name).every(Number.isNaN)
      this.#texts.set(name, isText)
    }
    return isText
  }

  #leaveOutWords(): string {
    const field = this.#model.fieldName('missing')
    return field.startsWith('-')
      ? `Mend it, or leave such rows out with ${field} drop`
      : 'Mend it, or leave such rows out'
  }

  #border([one, other]: readonly string[], international: boolean): Float64Array {
    const { codes } = this.levels.shared(one!, other!)
    const size = this.table.length
    return Float64Array.from({ length: size }, (_, row) => {
      const a = codes[row]!
      const b = codes[size + row]!
      if (a < 0 || b < 0) return Number.NaN
      return (a !== b) === international ? 1 : 0
    })
  }

  /** Rows of which a lag or lead takes the value; −1 where there is none. */
  #sources(expression: Shift): Int32Array {
    const shift = expression.name === 'lag' ? -expression.periods : expression.periods
    let rows = this.#shifts.get(shift)
    if (rows === undefined) {
      rows = this.#panelOf(expression)(shift)
      this.#shifts.set(shift, rows)
    }
    return rows
  }

  #panelOf(expression: Shift): PanelShift {
    const { panel, time, fieldName } = this.#model
    if (panel === undefined || time === undefined) {
      const given = panel === undefined ? 'no columns that name a unit' : 'no column of the period'
      throw formulaError(expression, {
        code: 'gravity.no-panel',
        expected: `${fieldName('panel')} and ${fieldName('time')} beside a ${expression.name}`,
        found: given,
        mend: `Add ${fieldName('panel')} "exporter^importer" ${fieldName('time')} year, with your own columns`,
      })
    }
    this.#panel ??= panelShift(this.table, this.levels.group(panel), this.column(time.name), time.name)
    return this.#panel
  }

  #total(values: Float64Array, group: GroupTerm): Float64Array {
    const { codes, labels } = this.levels.group(group)
    const totals = new Float64Array(labels.length)
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) totals[codes[row]!]! += values[row]!
    return Float64Array.from(codes, code => (code < 0 ? Number.NaN : totals[code]!))
  }

  #remoteness({ name, columns, distance, size }: Remoteness): Float64Array {
    const [exporter, importer, period] = columns.map(column => column.name)
    const pairs = this.levels.shared(exporter!, importer!).codes
    const rows = this.table.length
    const exporters = pairs.subarray(0, rows)
    const importers = pairs.subarray(rows)
    const outward = name === 'remoteness_exporter'
    const periods = this.levels.levels(period!).codes
    for (let row = 0; row < rows; row++) {
      if (exporters[row]! < 0 || importers[row]! < 0 || periods[row]! < 0) {
        throw new KeruenError('input', this.missingText([exporter!, importer!, period!], row).issue)
      }
    }
    return remoteness({
      origin: outward ? exporters : importers,
      destination: outward ? importers : exporters,
      period: periods,
      distance: this.#positive(distance),
      size: this.#positive(size),
    })
  }

  /** Above zero in all rows of the table. */
  #positive(expression: Expression): Float64Array {
    const values = this.#numbers(expression)
    const row = values.findIndex(value => !(value > 0))
    if (row < 0) return values
    if (Number.isNaN(values[row]!)) throw new KeruenError('input', this.fault(expression, row).issue)
    throw new KeruenError('input', {
      code: 'gravity.not-positive',
      at: cellPlace(this.table, row, writtenExpression(expression)),
      expected: 'a number > 0: remoteness looks at all rows of the file',
      found: String(values[row]),
    })
  }

  #inside(operands: readonly Expression[], row: number): CellFault | undefined {
    const faulty = operands.find(operand => Number.isNaN(this.values(operand)[row]!))
    return faulty === undefined ? undefined : this.fault(faulty, row)
  }

  #mathFault(name: MathName, operand: Expression, row: number): CellFault {
    const value = this.values(operand)[row]!
    const text = writtenExpression(operand)
    const least = name === 'log' ? '> 0' : '>= 0'
    const condition = `Leave such rows out with ${this.#model.fieldName('where')} "${text} ${least}"`
    return {
      why: `${name}(${text}) cannot be computed`,
      canBeLeftOut: false,
      issue: {
        code: 'gravity.undefined',
        at: cellPlace(this.table, row, `${name}(${text})`),
        expected: name === 'exp' ? 'a number below 709' : `a number ${least}`,
        found: String(value),
        mend: operand.kind === 'column' && name !== 'exp' ? condition : undefined,
      },
    }
  }

  #arithmeticFault(expression: Arithmetic, row: number): CellFault {
    const left = this.values(expression.left)[row]!
    const right = this.values(expression.right)[row]!
    return this.#notComputed(expression, row, 'a finite number', `${left} ${expression.sign} ${right}`)
  }

  #shiftFault(expression: Shift, row: number): CellFault {
    const source = this.#sources(expression)[row]!
    if (source >= 0) return this.fault(expression.operand, source)
    const words = writtenExpression(expression)
    const when = expression.name === 'lag' ? 'before' : 'after'
    const periods = expression.periods === 1 ? 'period' : 'periods'
    return {
      why: `${words} has no row ${expression.periods} ${periods} ${when}`,
      canBeLeftOut: true,
      issue: {
        code: 'gravity.no-observation',
        at: cellPlace(this.table, row, words),
        expected: `a row of the same unit ${expression.periods} ${periods} ${when}`,
        found: 'none',
        mend: this.#leaveOutWords(),
      },
    }
  }

  #totalFault(total: Extract<Expression, { kind: 'total' }>, row: number): CellFault {
    const { parts } = total.group
    const code = this.levels.group(total.group).codes[row]!
    if (code < 0) {
      return this.missingText(
        parts.flatMap(({ columns }) => columns.map(({ name }) => name)),
        row,
      )
    }
    let first = this.#firstMissing.get(total)
    if (first === undefined) {
      first = this.#firstMissingOf(total)
      this.#firstMissing.set(total, first)
    }
    return first[code]! < 0
      ? this.#notComputed(total, row, 'a finite sum')
      : this.fault(total.operand, first[code]!)
  }

  /** For each group of a total the first row without a number; −1 where all have one. */
  #firstMissingOf({ operand, group }: Extract<Expression, { kind: 'total' }>): Int32Array {
    const { codes, labels } = this.levels.group(group)
    const values = this.#numbers(operand)
    const first = new Int32Array(labels.length).fill(-1)
    for (let row = codes.length - 1; row >= 0; row--) {
      if (codes[row]! >= 0 && Number.isNaN(values[row]!)) first[codes[row]!] = row
    }
    return first
  }

  #notComputed(expression: Expression, row: number, expected: string, found = 'no number'): CellFault {
    const words = writtenExpression(expression)
    return {
      why: `${words} cannot be computed`,
      canBeLeftOut: false,
      issue: { code: 'gravity.undefined', at: cellPlace(this.table, row, words), expected, found },
    }
  }
}

/** What is no finite number is none. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN
}

function mathOf(name: MathName, value: number): number {
  switch (name) {
    case 'log':
      return log(value)
    case 'exp':
      return exp(value)
    case 'abs':
      return Math.abs(value)
    case 'sqrt':
      return Math.sqrt(value)
  }
}

function calculate(sign: ArithmeticSign, left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '^':
      // the power of elementary.ts knows no negative base
      return left < 0 && Number.isInteger(right)
        ? power(-left, right) * (right % 2 === 0 ? 1 : -1)
        : power(left, right)
  }
}

/** What stands for one number in each row: columns, arithmetic, functions. */
import { formulaError, type Position, type Token, type TokenReader, writtenName } from './formula-text.js'
import { type ColumnName, type GroupTerm, readColumn, readGroup, writtenGroup } from './groups-text.js'

export type ArithmeticSign = '+' | '-' | '*' | '/' | '^'
export type MathName = 'log' | 'exp' | 'abs' | 'sqrt'
export type BorderName = 'international' | 'domestic'
export type ShiftName = 'lag' | 'lead'
export type RemotenessName = 'remoteness_exporter' | 'remoteness_importer'

export type Expression =
  | (Position & { readonly kind: 'number'; readonly value: number })
  | (ColumnName & { readonly kind: 'column' })
  | (Position & { readonly kind: 'negative'; readonly operand: Expression })
  | (Position & {
      readonly kind: 'arithmetic'
      readonly sign: ArithmeticSign
      readonly left: Expression
      readonly right: Expression
    })
  | (Position & { readonly kind: 'math'; readonly name: MathName; readonly operand: Expression })
  /** 1 where two columns differ (international) or agree (domestic). */
  | (Position & {
      readonly kind: 'border'
      readonly name: BorderName
      readonly columns: readonly ColumnName[]
    })
  /** The same unit so many periods before or after. */
  | (Position & {
      readonly kind: 'shift'
      readonly name: ShiftName
      readonly operand: Expression
      readonly periods: number
    })
  /** Sum over all rows of a group. */
  | (Position & { readonly kind: 'total'; readonly operand: Expression; readonly group: GroupTerm })
  /** Exporter, importer and period as columns; distance and size as numbers. */
  | (Position & {
      readonly kind: 'remoteness'
      readonly name: RemotenessName
      readonly columns: readonly ColumnName[]
      readonly distance: Expression
      readonly size: Expression
    })

/** What can be called inside an expression, for hints. */
export const FUNCTIONS: readonly string[] = [
  'log',
  'exp',
  'abs',
  'sqrt',
  'international',
  'domestic',
  'lag',
  'lead',
  'total',
  'remoteness_exporter',
  'remoteness_importer',
]

/** A sum: the widest expression, as it stands between parentheses. */
export function readSum(reader: TokenReader): Expression {
  let left = readProduct(reader)
  for (let sign = reader.takeSign('+', '-'); sign !== undefined; sign = reader.takeSign('+', '-')) {
    left = arithmetic(sign, left, readProduct(reader))
  }
  return left
}

function readProduct(reader: TokenReader): Expression {
  let left = readSigned(reader)
  for (let sign = reader.takeSign('*', '/'); sign !== undefined; sign = reader.takeSign('*', '/')) {
    left = arithmetic(sign, left, readSigned(reader))
  }
  return left
}

function readSigned(reader: TokenReader): Expression {
  const minus = reader.takeSign('-')
  if (minus === undefined) return readPower(reader)
  return { kind: 'negative', operand: readSigned(reader), source: minus.source, at: minus.at }
}

/** Binds more tightly than the sign before it and less than the one behind: −a^−b is −(a^(−b)). */
function readPower(reader: TokenReader): Expression {
  const base = readAtom(reader)
  const sign = reader.takeSign('^')
  return sign === undefined ? base : arithmetic(sign, base, readSigned(reader))
}

function arithmetic(sign: Token, left: Expression, right: Expression): Expression {
  return {
    kind: 'arithmetic',
    sign: sign.text as ArithmeticSign,
    left,
    right,
    source: sign.source,
    at: sign.at,
  }
}

/** A number, a column, a function or a sum in parentheses. */
export function readAtom(reader: TokenReader): Expression {
  const { kind, source, at, text } = reader.peek()
  if (kind === 'number') {
    if (!Number.isFinite(Number(text))) reader.fail('a number that is finite')
    reader.take()
    return { kind: 'number', value: Number(text), source, at }
  }
  if (reader.takeSign('(') !== undefined) {
    const inside = readSum(reader)
    reader.expectSign(')', "')'")
    return inside
  }
  const word = reader.expectName('a column, a number or a function')
  if (word.written !== word.text || !reader.sees('(')) return { kind: 'column', name: text, source, at }
  return readCall(reader, word)
}

function readCall(reader: TokenReader, word: Token): Expression {
  const { source, at, text: name } = word
  reader.expectSign('(')
  const call = readArguments(reader, name, { source, at })
  if (call === undefined) {
    const hint =
      name === 'i' || name === 'lags' ? `${name}(…) stands alone or in a product of terms` : undefined
    throw formulaError(word, {
      expected: `one of the functions ${FUNCTIONS.join(', ')}`,
      found: `'${name}'`,
      mend: hint,
    })
  }
  reader.expectSign(')', "')'")
  return call
}

function readArguments(reader: TokenReader, name: string, place: Position): Expression | undefined {
  switch (name) {
    case 'log':
    case 'exp':
    case 'abs':
    case 'sqrt':
      return { kind: 'math', name, operand: readSum(reader), ...place }
    case 'international':
    case 'domestic':
      return { kind: 'border', name, columns: readColumns(reader, 2), ...place }
    case 'lag':
    case 'lead': {
      const operand = readSum(reader)
      reader.expectSign(',', "',' and a number of periods")
      return { kind: 'shift', name, operand, periods: readPeriods(reader), ...place }
    }
    case 'total': {
      const operand = readSum(reader)
      reader.expectSign(',', "',' and an effect, such as exporter^year")
      return { kind: 'total', operand, group: readGroup(reader), ...place }
    }
    case 'remoteness_exporter':
    case 'remoteness_importer': {
      const columns = readColumns(reader, 3)
      reader.expectSign(',', "',' and the distance")
      const distance = readSum(reader)
      reader.expectSign(',', "',' and the size of the partner")
      return { kind: 'remoteness', name, columns, distance, size: readSum(reader), ...place }
    }
    default:
      return undefined
  }
}

function readColumns(reader: TokenReader, count: number): ColumnName[] {
  const columns = [readColumn(reader)]
  while (columns.length < count) {
    reader.expectSign(',', "',' and another column")
    columns.push(readColumn(reader))
  }
  return columns
}

/** A whole number of periods, at least one. */
export function readPeriods(reader: TokenReader): number {
  const { kind, text } = reader.peek()
  if (kind !== 'number' || !/^[1-9]\d*$/.test(text)) reader.fail('a whole number of periods from 1')
  return Number(reader.take().text)
}

const STRENGTH: Readonly<Record<ArithmeticSign, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 }
const NEGATIVE = 3
const ATOM = 5

/** The expression as text that reads back to itself, with no parentheses more than it needs. */
export function writtenExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'column':
      return writtenName(expression.name)
    case 'negative':
      return `-${within(expression.operand, NEGATIVE)}`
    case 'arithmetic': {
      const { sign, left, right } = expression
      const strength = STRENGTH[sign]
      if (sign === '^') return `${within(left, ATOM)}^${within(right, NEGATIVE)}`
      return `${within(left, strength)} ${sign} ${within(right, strength + 1)}`
    }
    case 'math':
      return `${expression.name}(${writtenExpression(expression.operand)})`
    case 'border':
      return `${expression.name}(${writtenColumns(expression.columns)})`
    case 'shift':
      return `${expression.name}(${writtenExpression(expression.operand)}, ${expression.periods})`
    case 'total':
      return `total(${writtenExpression(expression.operand)}, ${writtenGroup(expression.group)})`
    case 'remoteness': {
      const { name, columns, distance, size } = expression
      return `${name}(${[writtenColumns(columns), writtenExpression(distance), writtenExpression(size)].join(', ')})`
    }
  }
}

function within(expression: Expression, least: number): string {
  const text = writtenExpression(expression)
  return strengthOf(expression) < least ? `(${text})` : text
}

function strengthOf(expression: Expression): number {
  if (expression.kind === 'arithmetic') return STRENGTH[expression.sign]
  return expression.kind === 'negative' ? NEGATIVE : ATOM
}

function writtenColumns(columns: readonly ColumnName[]): string {
  return columns.map(({ name }) => writtenName(name)).join(', ')
}

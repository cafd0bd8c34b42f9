/** A gravity equation as text: `outcome ~ terms | effects`. */
import { type Expression, readAtom, readPeriods, readSum, writtenExpression } from './expression.js'
import { type Position, type SourceText, type Token, TokenReader, writtenName } from './formula-text.js'
import { type ColumnName, type GroupTerm, readColumn, readGroups, writtenGroup } from './groups-text.js'

/** One coefficient for each value of a column. */
export interface LevelsFactor extends Position {
  readonly kind: 'levels'
  readonly column: ColumnName
  /** The value without a coefficient, where one is named. */
  readonly reference?: Position & { readonly text: string }
}

export type Factor = Expression | LevelsFactor

/** A product of factors; one coefficient, or one for each combination of values where a factor has levels. */
export interface Term extends Position {
  readonly factors: readonly Factor[]
}

export interface Formula {
  readonly source: SourceText
  readonly outcome: Expression
  /** Whether a constant is estimated; never beside effects, which contain it. */
  readonly constant: boolean
  /** Different from one another. */
  readonly terms: readonly Term[]
  readonly effects: readonly GroupTerm[]
}

const ARITHMETIC = 'Arithmetic belongs between parentheses, such as (a / b)'

/**
 * Reads a formula.
 *
 * @param field name of the field or option in errors.
 * @throws KeruenError `gravity.formula` (usage) with the position of the first character that cannot be.
 */
export function parseFormula(text: string, field = 'formula'): Formula {
  const source = { text, field }
  const reader = new TokenReader(source)
  const outcome = readAtom(reader)
  if (!reader.sees('~')) reader.fail("'~' after the outcome", reader.sees(...SIGNS) ? ARITHMETIC : undefined)
  reader.take()
  const { terms, constant } = readTerms(reader)
  const effects = reader.takeSign('|') === undefined ? [] : readGroups(reader)
  if (reader.sees('|', '~')) reader.fail('the end', 'Instrumental variables are not estimated')
  reader.expectEnd("'+', '^' or the end")
  return { source, outcome, constant: constant && effects.length === 0, terms, effects }
}

/**
 * Reads terms without outcome and effects, e.g. one regressor of a model given by fields.
 *
 * @throws KeruenError `gravity.formula` (usage).
 */
export function parseTerms(source: SourceText): Term[] {
  const reader = new TokenReader(source)
  const { terms } = readTerms(reader)
  reader.expectEnd("'+', ':', '*' or the end")
  return terms
}

/**
 * Reads one expression, e.g. an offset.
 *
 * @throws KeruenError `gravity.formula` (usage).
 */
export function parseExpression(source: SourceText): Expression {
  const reader = new TokenReader(source)
  const expression = readSum(reader)
  reader.expectEnd('an operator or the end')
  return expression
}

const SIGNS = ['+', '-', '*', '/', '^', ':']

function readTerms(reader: TokenReader): { terms: Term[]; constant: boolean } {
  const terms = new Map<string, Term>()
  let constant = true
  let sign = reader.takeSign('-', '+')
  do {
    const number = readConstant(reader)
    if (number !== undefined) constant = sign?.text === '-' ? number === 0 : number === 1
    else if (sign?.text === '-') reader.fail('1', 'Only the constant can be taken away, by - 1')
    // a term that stands there twice is one
    else
      for (const term of readCrossing(reader))
        if (!terms.has(writtenTerm(term))) terms.set(writtenTerm(term), term)
    sign = reader.takeSign('+', '-')
  } while (sign !== undefined)
  if (reader.sees('/', '^')) reader.fail("'+', ':', '*', '|' or the end", ARITHMETIC)
  return { terms: [...terms.values()], constant }
}

function readConstant(reader: TokenReader): 0 | 1 | undefined {
  const { kind, text } = reader.peek()
  if (kind !== 'number') return undefined
  if (text !== '0' && text !== '1') reader.fail('a column, a function, 0 or 1', ARITHMETIC)
  reader.take()
  return text === '1' ? 1 : 0
}

/** Six give 63 terms already. */
const MOST_CROSSED = 6

/** a*b is a + b + a:b, and so on; what is simpler comes first. */
function readCrossing(reader: TokenReader): Term[] {
  const parts = [readInteraction(reader)]
  while (reader.sees('*')) {
    if (parts.length === MOST_CROSSED) reader.fail(`at most ${MOST_CROSSED} columns crossed by *`)
    reader.take()
    parts.push(readInteraction(reader))
  }
  const subsets = Array.from({ length: (1 << parts.length) - 1 }, (_, k) =>
    parts.filter((_, p) => ((k + 1) >> p) & 1),
  )
  return subsets
    .sort((a, b) => a.length - b.length)
    .flatMap(subset =>
      subset.reduce((products, part) => products.flatMap(one => part.map(other => join(one, other)))),
    )
}

function readInteraction(reader: TokenReader): Term[] {
  let products = readFactors(reader).map(asTerm)
  while (reader.takeSign(':') !== undefined) {
    const factors = readFactors(reader).map(asTerm)
    products = products.flatMap(one => factors.map(other => join(one, other)))
  }
  return products
}

function asTerm(factor: Factor): Term {
  return { factors: [factor], source: factor.source, at: factor.at }
}

function join(one: Term, other: Term): Term {
  return { ...one, factors: [...one.factors, ...other.factors] }
}

/** One factor; several with `lags`. */
function readFactors(reader: TokenReader): Factor[] {
  const word = reader.peek()
  const called = word.kind === 'name' && word.written === word.text && reader.peek(1).text === '('
  if (called && word.text === 'i') return [readLevels(reader)]
  if (called && word.text === 'lags') return readLags(reader)
  if (word.kind === 'number') reader.fail('a column or a function', ARITHMETIC)
  return [readAtom(reader)]
}

function readLevels(reader: TokenReader): LevelsFactor {
  const { source, at } = reader.take()
  reader.expectSign('(')
  const column = readColumn(reader)
  let reference: LevelsFactor['reference']
  if (reader.takeSign(',') !== undefined) {
    if (reader.peek().text === 'ref' && reader.peek(1).text === '=') {
      reader.take()
      reader.take()
    }
    reference = readValue(reader)
  }
  reader.expectSign(')', "')', or ',' and the value without a coefficient")
  return { kind: 'levels', column, source, at, ...(reference === undefined ? {} : { reference }) }
}

/** A value of a column: a number, a word or a text in quotes. */
function readValue(reader: TokenReader): Position & { text: string } {
  const { source, at } = reader.peek()
  const minus = reader.takeSign('-')
  const { kind } = reader.peek()
  if (kind === 'number') return { text: `${minus?.text ?? ''}${Number(reader.take().text)}`, source, at }
  if (minus !== undefined || (kind !== 'name' && kind !== 'text')) reader.fail('a value of the column')
  return { text: reader.take().text, source, at }
}

function readLags(reader: TokenReader): Expression[] {
  const word: Token = reader.take()
  reader.expectSign('(')
  const operand = readSum(reader)
  const periods: number[] = []
  reader.expectSign(',', "',' and numbers of periods, such as lags(rta, 4, 8, 12)")
  do periods.push(readPeriods(reader))
  while (reader.takeSign(',') !== undefined)
  reader.expectSign(')', "',' or ')'")
  const { source, at } = word
  return periods.map(count => ({ kind: 'shift', name: 'lag', operand, periods: count, source, at }))
}

/** Text that reads back to the same formula. */
export function writtenFormula({ outcome, constant, terms, effects }: Omit<Formula, 'source'>): string {
  const right = terms.map(writtenTerm)
  if (effects.length > 0) {
    return `${writtenFactor(outcome)} ~ ${right.join(' + ') || '0'} | ${effects.map(writtenGroup).join(' + ')}`
  }
  if (!constant) right.unshift('0')
  return `${writtenFactor(outcome)} ~ ${right.join(' + ') || '1'}`
}

/** A term as text; also the name of its coefficient where it has one alone. */
export function writtenTerm({ factors }: Term): string {
  return factors.map(writtenFactor).join(':')
}

export function writtenFactor(factor: Factor): string {
  if (factor.kind === 'levels') {
    const { column, reference } = factor
    const tail = reference === undefined ? '' : `, ref = ${writtenValue(reference.text)}`
    return `i(${writtenName(column.name)}${tail})`
  }
  const bare = factor.kind !== 'arithmetic' && factor.kind !== 'negative' && factor.kind !== 'number'
  return bare ? writtenExpression(factor) : `(${writtenExpression(factor)})`
}

function writtenValue(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

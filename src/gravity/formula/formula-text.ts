/** Written text in pieces with their positions, and a fault in it that points at the character. */
import { type Issue, KeruenError } from '../../errors.js'

/** A text and the field or option in which it was written. */
export interface SourceText {
  readonly text: string
  /** Name in errors, e.g. `--formula`. */
  readonly field: string
}

/** A character of a text. */
export interface Position {
  readonly source: SourceText
  /** 0-based. */
  readonly at: number
}

export type TokenKind = 'name' | 'number' | 'text' | 'sign' | 'end'

export interface Token extends Position {
  readonly kind: TokenKind
  /** A name without its backticks, a text without its quotes, otherwise as written; empty at the end. */
  readonly text: string
  /** As it stands there, for errors. */
  readonly written: string
}

const PIECES: readonly (readonly [TokenKind, RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.])/uy],
  ['name', /(?:[\p{L}_]|\.(?!\d))[\p{L}\p{N}_.]*/uy],
  ['name', /`[^`]*`/y],
  ['text', /"[^"]*"|'[^']*'/y],
  ['sign', /==|!=|>=|<=|[-+*/^:~|(),=<>]/y],
]

/** A name as it can stand in a formula. */
const PLAIN_NAME = /^(?:[\p{L}_]|\.(?!\d))[\p{L}\p{N}_.]*$/u

/** The name of a column as a formula has it: in backticks unless it is letters, digits, `_` and `.`. */
export function writtenName(name: string): string {
  return PLAIN_NAME.test(name) ? name : `\`${name}\``
}

/** More than anybody writes; what is nested without end would end the program and not the formula. */
const LONGEST = 5_000
const DEEPEST = 100

/** @throws KeruenError `gravity.formula` (usage): a character that means nothing, a quote that is not closed. */
function tokensOf(source: SourceText): Token[] {
  const tokens: Token[] = []
  const { text, field } = source
  if (text.length > LONGEST) {
    throw new KeruenError('usage', {
      code: 'gravity.formula',
      at: { field },
      expected: `at most ${LONGEST} characters`,
      found: `${text.length}`,
    })
  }
  let depth = 0
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++
      continue
    }
    const token = tokenAt(source, at)
    if (token.kind === 'sign') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0
    if (depth > DEEPEST) {
      throw formulaError(token, { expected: `at most ${DEEPEST} parentheses in one another`, found: 'more' })
    }
    tokens.push(token)
    at += token.written.length
  }
  tokens.push({ kind: 'end', text: '', written: '', source, at })
  return tokens
}

function tokenAt(source: SourceText, at: number): Token {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at
    const written = pattern.exec(source.text)?.[0]
    if (written === undefined) continue
    const quoted = /^[`"']/.test(written)
    const text = quoted ? written.slice(1, -1) : written
    if (quoted && kind === 'name' && text === '') break
    return { kind, text, written, source, at }
  }
  const found = source.text[at]!
  if (/[`"']/.test(found)) {
    throw formulaError(
      { source, at },
      { expected: `a name between ${found} and ${found}`, found: 'no end of it' },
    )
  }
  const word = /^[\p{L}\p{N}_.]+/u.exec(source.text.slice(at))?.[0]
  throw formulaError(
    { source, at },
    {
      expected: 'a column, a number, a function or one of + - * / ^ : ~ | ( )',
      found: `'${word ?? found}'`,
      mend: word === undefined ? undefined : `Write \`${word}\` if that is the name of a column`,
    },
  )
}

export interface FormulaFault {
  /** Default `gravity.formula`. */
  readonly code?: string
  readonly expected?: string
  readonly found?: string
  readonly mend?: string
}

/** A fault with the text and a mark below the character. */
export function formulaIssue(
  { source, at }: Position,
  { code = 'gravity.formula', expected, found, mend }: FormulaFault,
): Issue {
  const shown = source.text.replace(/\s/g, ' ')
  return {
    code,
    at: { field: source.field, column: at + 1 },
    expected,
    found,
    mend: `${mend ?? 'It stands here:'}\n    ${shown}\n    ${' '.repeat(at)}^`,
  }
}

export function formulaError(position: Position, fault: FormulaFault): KeruenError {
  return new KeruenError('usage', formulaIssue(position, fault))
}

/** Goes through the pieces of a text from left to right. */
export class TokenReader {
  readonly #tokens: readonly Token[]
  #next = 0

  /** @throws KeruenError `gravity.formula` (usage). */
  constructor(source: SourceText) {
    this.#tokens = tokensOf(source)
  }

  /** The piece that comes next, or one further on. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)]!
  }

  take(): Token {
    const token = this.peek()
    if (token.kind !== 'end') this.#next++
    return token
  }

  /** Whether one of these signs comes next. */
  sees(...signs: readonly string[]): boolean {
    const { kind, text } = this.peek()
    return kind === 'sign' && signs.includes(text)
  }

  /** Takes the sign if it comes next. */
  takeSign(...signs: readonly string[]): Token | undefined {
    return this.sees(...signs) ? this.take() : undefined
  }

  /** @throws KeruenError `gravity.formula` (usage) where another piece comes next. */
  expectSign(sign: string, expected = `'${sign}'`): Token {
    return this.takeSign(sign) ?? this.fail(expected)
  }

  /** @throws KeruenError `gravity.formula` (usage) where no name comes next. */
  expectName(expected: string): Token {
    return this.peek().kind === 'name' ? this.take() : this.fail(expected)
  }

  /** @throws KeruenError `gravity.formula` (usage) where something follows. */
  expectEnd(expected: string): void {
    if (this.peek().kind !== 'end') this.fail(expected)
  }

  /** Fails at the piece that comes next. */
  fail(expected: string, mend?: string): never {
    const token = this.peek()
    const found = token.kind === 'end' ? 'the end' : `'${token.written}'`
    throw formulaError(token, { expected, found, mend })
  }
}

/** Which rows take part: `exporter != importer`, `year in 1986, 1990`, `trade > 0`. */
import { type Position, type SourceText, type Token, TokenReader } from './formula-text.js'
import { type ColumnName, readColumn } from './groups-text.js'

export type Comparison = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'in'

const COMPARISONS: readonly string[] = ['==', '!=', '>', '>=', '<', '<=']

/** What a column is compared with; a word without quotes is a column if there is one of that name. */
export interface ConditionValue extends Position {
  readonly kind: 'number' | 'text' | 'word'
  readonly text: string
}

/** Holds in a row or not. */
export interface Condition extends Position {
  readonly column: ColumnName
  readonly comparison: Comparison
  /** One; several with `in`, of which one has to be equal. */
  readonly values: readonly ConditionValue[]
}

/**
 * Reads one condition.
 *
 * @throws KeruenError `gravity.formula` (usage) with the position.
 */
export function parseCondition(source: SourceText): Condition {
  const reader = new TokenReader(source)
  const column = readColumn(reader)
  const comparison = readComparison(reader)
  const list = comparison === 'in'
  const opened = list && reader.takeSign('(') !== undefined
  const values = [readValue(reader)]
  if (list) while (reader.takeSign(',') !== undefined) values.push(readValue(reader))
  if (opened) reader.expectSign(')', "',' or ')'")
  reader.expectEnd(list ? "',' or the end" : 'the end of the condition')
  return { column, comparison, values, source, at: column.at }
}

function readComparison(reader: TokenReader): Comparison {
  const token = reader.peek()
  if (token.kind === 'name' && token.written === 'in') {
    reader.take()
    return 'in'
  }
  if (token.kind !== 'sign' || !COMPARISONS.includes(token.text)) {
    const mend = token.text === '=' ? "'Equal' is written ==" : undefined
    reader.fail('one of == != > >= < <= in', mend)
  }
  return reader.take().text as Comparison
}

function readValue(reader: TokenReader): ConditionValue {
  const { source, at } = reader.peek()
  const minus = reader.takeSign('-')
  const token: Token = reader.peek()
  if (token.kind === 'number') {
    const value = Number(reader.take().text)
    return { kind: 'number', text: String(minus === undefined ? value : -value), source, at }
  }
  if (minus !== undefined || (token.kind !== 'name' && token.kind !== 'text')) {
    reader.fail('a number, a text or a column')
  }
  reader.take()
  const quoted = token.kind === 'text'
  return { kind: quoted ? 'text' : 'word', text: token.text, source, at }
}

/** Absorbed effects and clusters as they are written: `exporter^year + pair(exporter, importer)`. */
import { type Position, type SourceText, TokenReader, writtenName } from './formula-text.js'

/** A column with the place where it was written. */
export interface ColumnName extends Position {
  readonly name: string
}

/**
 * One part of an effect. `column`: a level for every value. `pair`: one level for two values in either order. `home`: a
 * level for each value that stands in both columns of a row, and one for all rows in which they differ.
 */
export interface GroupPart extends Position {
  readonly kind: 'column' | 'pair' | 'home'
  /** One column, or two with `pair` and `home`. */
  readonly columns: readonly ColumnName[]
}

/** A way to put rows into groups: every combination of its parts is a level. */
export interface GroupTerm extends Position {
  readonly parts: readonly GroupPart[]
}

/**
 * Reads effects joined by `+`.
 *
 * @throws KeruenError `gravity.formula` (usage) with the position.
 */
export function parseGroups(source: SourceText): GroupTerm[] {
  const reader = new TokenReader(source)
  const groups = readGroups(reader)
  reader.expectEnd("'+', '^' or the end")
  return groups
}

/** As `parseGroups`, from a text that goes on. */
export function readGroups(reader: TokenReader): GroupTerm[] {
  const groups = [readGroup(reader)]
  while (reader.takeSign('+') !== undefined) groups.push(readGroup(reader))
  if (reader.sees(':', '*')) {
    reader.fail("'+', '^' or the end", 'Interacted effects are written with ^, such as exporter^year')
  }
  return groups
}

/** One effect of a text that goes on. */
export function readGroup(reader: TokenReader): GroupTerm {
  const { source, at } = reader.peek()
  const parts = [readPart(reader)]
  while (reader.takeSign('^') !== undefined) parts.push(readPart(reader))
  return { parts, source, at }
}

function readPart(reader: TokenReader): GroupPart {
  const { source, at } = reader.peek()
  const word = reader.expectName('a column for the effect')
  const called = word.written === word.text && reader.sees('(')
  if (!called) return { kind: 'column', columns: [{ name: word.text, source, at }], source, at }
  if (word.text !== 'pair' && word.text !== 'home') {
    return reader.fail(
      "'+', '^' or the end",
      'Effects know pair(exporter, importer) and home(exporter, importer); other functions belong before the |',
    )
  }
  reader.expectSign('(')
  const first = readColumn(reader)
  reader.expectSign(',', "',' and a second column")
  const second = readColumn(reader)
  reader.expectSign(')')
  return { kind: word.text, columns: [first, second], source, at }
}

/** The name of a column. */
export function readColumn(reader: TokenReader): ColumnName {
  const { source, at } = reader.peek()
  return { name: reader.expectName('a column').text, source, at }
}

/** An effect as a person writes it, e.g. `exporter^year`. */
export function writtenGroup({ parts }: GroupTerm): string {
  return parts
    .map(({ kind, columns }) => {
      const names = columns.map(({ name }) => writtenName(name)).join(', ')
      return kind === 'column' ? names : `${kind}(${names})`
    })
    .join('^')
}

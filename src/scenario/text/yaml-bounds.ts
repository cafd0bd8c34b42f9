/**
 * How large a YAML text may be in what it asks of the reader, whatever its length: a few kilobytes can nest deeper than the
 * stack goes, or name themselves again and again until no memory is left.
 */
import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from 'yaml'

export const YAML_BOUNDS = {
  /** Mappings and lists inside each other; a scenario needs six. */
  depth: 100,
  /** Words and signs; each ready scenario has less than two thousand. */
  marks: 40_000,
  /** Values with every alias written out. */
  values: 100_000,
} as const

/** Which bound was passed, and where in the text. */
export interface PassedBound {
  readonly bound: keyof typeof YAML_BOUNDS
  readonly offset: number
}

/** Documents of a text, without their values; at most two, since a second one is a fault already. */
export function composeWithin(text: string, lineCounter: LineCounter): Document[] | PassedBound {
  lineCounter.addNewLine(0)
  const parser = new Parser(lineCounter.addNewLine)
  const tokens: CST.Token[] = []
  let marks = 0
  for (const mark of new Lexer().lex(text)) {
    for (const token of parser.next(mark)) tokens.push(token)
    // Told before the end comes, at which the parser would climb out of all levels at once.
    if (parser.stack.length > YAML_BOUNDS.depth) return { bound: 'depth', offset: parser.offset }
    if (++marks > YAML_BOUNDS.marks) return { bound: 'marks', offset: parser.offset }
  }
  for (const token of parser.end()) tokens.push(token)
  const documents: Document[] = []
  const composer = new Composer({ prettyErrors: false, uniqueKeys: true, stringKeys: true })
  for (const document of composer.compose(tokens, true, text.length)) {
    documents.push(document)
    if (documents.length === 2) break
  }
  return documents
}

/** Whether a value has no more parts than a scenario may have; one that holds itself has no end of them. */
export function isWithinValues(value: unknown): boolean {
  const open = [value]
  let seen = 0
  while (open.length > 0) {
    const part = open.pop()
    if (++seen > YAML_BOUNDS.values) return false
    if (typeof part !== 'object' || part === null) continue
    for (const inner of Object.values(part)) {
      open.push(inner)
      if (open.length > YAML_BOUNDS.values) return false
    }
  }
  return true
}

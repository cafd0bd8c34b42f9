/**
 * JSON text → value, with a bound on its size and depth, and with the line and column of a fault.
 *
 * The engine's own parser makes the value; where it refuses, the text is walked once more to say where and why, in the
 * same words in every engine.
 */
import type { Issue } from '../../errors.js'

/** Characters of the longest text that is read. */
export const MOST_CHARACTERS = 64 * 1024 * 1024

/** Levels of lists and objects within each other; a network has seven. */
const MOST_LEVELS = 40

/** Lists and objects in all: sixty thousand links with a hundred way-points each. */
const MOST_PARTS = 6_000_000

/** The value, or the one issue after which nothing else can be said. */
export type ParsedJson =
  | { readonly value: unknown; readonly issue?: undefined }
  | { readonly value?: undefined; readonly issue: Issue }

/** Never throws. O(length). */
export function parseJson(text: string, file: string | undefined): ParsedJson {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  const place = file === undefined ? {} : { file }
  const bound = boundIssue(plain)
  if (bound !== undefined) return { issue: { ...bound, at: place } }
  try {
    return { value: JSON.parse(plain) as unknown }
  } catch (error) {
    const fault = findJsonFault(plain)
    if (fault === undefined) return { issue: { code: 'network.not-json', at: place, found: String(error) } }
    const at = { ...place, ...positionOf(plain, fault.offset) }
    const cut = fault.offset >= plain.length
    return {
      issue: {
        code: cut ? 'network.cut-off' : 'network.not-json',
        at,
        expected: fault.expected,
        found: cut ? 'the end of the file' : describe(plain, fault.offset),
        mend: cut
          ? 'The file is cut: copy or write it once more'
          : 'Write JSON; keruen network export gives an example',
      },
    }
  }
}

function boundIssue(text: string): Omit<Issue, 'at'> | undefined {
  if (text.trim() === '') {
    return { code: 'network.empty', expected: 'a network as GeoJSON', found: 'an empty file' }
  }
  if (text.length > MOST_CHARACTERS) {
    return {
      code: 'network.too-large',
      expected: `at most ${MOST_CHARACTERS / 1024 / 1024} MB`,
      found: `${Math.round(text.length / 1024 / 1024)} MB`,
      mend: 'Leave out way-points, or links that no trade uses',
    }
  }
  const { levels, parts } = measure(text)
  if (levels > MOST_LEVELS) {
    return {
      code: 'network.too-deep',
      expected: `at most ${MOST_LEVELS} lists and objects within each other`,
      found: 'more',
    }
  }
  if (parts > MOST_PARTS) {
    return {
      code: 'network.too-large',
      expected: `at most ${MOST_PARTS} lists and objects`,
      found: String(parts),
      mend: 'Leave out way-points, or links that no trade uses',
    }
  }
  return undefined
}

/** Depth and number of lists and objects; brackets inside strings do not count. */
function measure(text: string): { levels: number; parts: number } {
  let [level, levels, parts] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) {
        if (text.charCodeAt(at) === BACKSLASH) at++
      }
    } else if (code === 0x5b || code === 0x7b) {
      parts++
      if (++level > levels) levels = level
    } else if (code === 0x5d || code === 0x7d) level--
  }
  return { levels, parts }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

const SPACE = /[\t\n\r ]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
/** Backslash and its sign in a string. */
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y

interface JsonFault {
  readonly offset: number
  readonly expected: string
}

/** The first place at which a text is no JSON, or undefined where it is. */
export function findJsonFault(text: string): JsonFault | undefined {
  /** Brackets that are still to be closed. */
  const open: ('}' | ']')[] = []
  let at = 0
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | 'comma' = 'value'
  for (;;) {
    skip(SPACE)
    const sign = text[at]
    const closer = open.at(-1)
    if (expected === 'comma') {
      if (closer === undefined)
        return at === text.length ? undefined : { offset: at, expected: 'the end of the file' }
      if (sign === ',') {
        expected = closer === '}' ? 'key' : 'value'
        at++
      } else if (sign === closer) {
        open.pop()
        at++
      } else return { offset: at, expected: `a comma or ${closer}` }
    } else if (expected === 'key' || expected === 'key or }') {
      if (expected === 'key or }' && sign === '}') {
        open.pop()
        at++
        expected = 'comma'
        continue
      }
      if (sign !== '"') return { offset: at, expected: 'a name in quotation marks' }
      const end = endOfString(text, at)
      if (typeof end !== 'number') return end
      at = end
      skip(SPACE)
      if (text[at] !== ':') return { offset: at, expected: 'a colon after the name' }
      at++
      expected = 'value'
    } else if (expected === 'value or ]' && sign === ']') {
      open.pop()
      at++
      expected = 'comma'
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']')
      expected = sign === '{' ? 'key or }' : 'value or ]'
      at++
    } else if (sign === '"') {
      const end = endOfString(text, at)
      if (typeof end !== 'number') return end
      at = end
      expected = 'comma'
    } else if (skip(NUMBER) || skip(WORD)) {
      if (/^(?:\.|[eE][+-]?)$/.test(text.slice(at, at + 3))) {
        return { offset: text.length, expected: 'the rest of a number' }
      }
      expected = 'comma'
    } else {
      const rest = text.slice(at, at + 5)
      const isCut = rest.length < 5 && ['-', 'true', 'false', 'null'].some(word => word.startsWith(rest))
      return { offset: isCut ? text.length : at, expected: 'a value' }
    }
  }
}

/** Offset after the closing quotation mark of the string that starts at `start`, or its fault. */
function endOfString(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code < 0x20)
      return { offset: at, expected: 'a closing quotation mark, or the sign written as an escape' }
    if (code !== BACKSLASH) continue
    ESCAPE.lastIndex = at
    if (!ESCAPE.test(text)) {
      const isCut = text.length - at < 6 && /^\\(?:u[\dA-Fa-f]*)?$/.test(text.slice(at))
      return { offset: isCut ? text.length : at, expected: 'an escape such as \\n or \\u00e9' }
    }
    at = ESCAPE.lastIndex - 1
  }
  return { offset: text.length, expected: 'a closing quotation mark' }
}

function describe(text: string, offset: number): string {
  const word = /^[\p{Letter}\p{Number}_.+-]{2,}/u.exec(text.slice(offset, offset + 30))?.[0]
  return JSON.stringify(word ?? String.fromCodePoint(text.codePointAt(offset)!))
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}

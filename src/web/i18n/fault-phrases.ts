/**
 * Faults in another language than English: the English words of an issue, told anew.
 *
 * The model says what it expected, what it found and the mend in English, and those words are the key here, as they are
 * where programs are translated by their messages. A phrase has gaps, `{1}`, `{2}`, …, for what differs: names, numbers, what
 * was written. What stands in a gap is told as it is; in one with a star, `{1*}`, it is a word or a list of words that have
 * phrases of their own. What has no phrase stays as the model said it, so that nothing is lost.
 */
import { formatIssue, type Issue } from '../../errors.js'
import type { Language, OtherLanguage, Phrases } from './languages.js'
import { faultForm } from './parts/fault-form.js'
import { faultNames } from './parts/fault-names.js'
import { faultRuns } from './parts/fault-runs.js'
import { faultServer } from './parts/fault-server.js'
import { faultWords } from './parts/fault-words.js'

/** How the parts of an issue make a sentence. */
const SENTENCES: Readonly<
  Record<
    OtherLanguage,
    {
      readonly line: (line: number, column: number | undefined) => string
      readonly expected: (what: string) => string
      readonly found: (what: string) => string
      /** After a part of the place, after the whole place, between the facts, after them. */
      readonly signs: readonly [comma: string, colon: string, semicolon: string, stop: string]
      readonly joined: Readonly<Record<string, string>>
    }
  >
> = {
  ru: {
    line: (line, column) => `строка ${line}${column === undefined ? '' : `, столбец ${column}`}`,
    expected: what => `ожидается: ${what}`,
    found: what => `найдено: ${what}`,
    signs: [', ', ': ', '; ', '. '],
    joined: { ' or ': ' или ', ' and ': ' и ', '; ': '; ' },
  },
  zh: {
    line: (line, column) => `第 ${line} 行${column === undefined ? '' : `第 ${column} 列`}`,
    expected: what => `应为：${what}`,
    found: what => `实际为：${what}`,
    signs: ['，', '：', '；', '。'],
    joined: { ' or ': ' 或 ', ' and ': ' 和 ', '; ': '；' },
  },
  kk: {
    line: (line, column) => `${line}-жол${column === undefined ? '' : `, ${column}-баған`}`,
    expected: what => `күтілгені: ${what}`,
    found: what => `табылғаны: ${what}`,
    signs: [', ', ': ', '; ', '. '],
    joined: { ' or ': ' не ', ' and ': ' және ', '; ': '; ' },
  },
}

interface Pattern {
  readonly expression: RegExp
  /** Names of the gaps in the order in which they stand, `1` or `1*`. */
  readonly gaps: readonly string[]
  readonly phrase: Phrases[string]
}

const GAP = /\{(\d\*?)\}/

/** Phrases without gaps by their words, and the others, those that say most first. */
interface Book {
  readonly whole: ReadonlyMap<string, Phrases[string]>
  readonly patterns: readonly Pattern[]
}

/** Every phrase that a part of an issue may be. */
export const PHRASES: Phrases = { ...faultForm, ...faultNames, ...faultRuns, ...faultServer }
/** What may stand in a gap with a star. */
export const WORDS: Phrases = faultWords

const phrases = bookOf(PHRASES)
const words = bookOf(WORDS)

function bookOf(all: Phrases): Book {
  const entries = Object.entries(all).map(([english, phrase]) => ({
    parts: english.split(GAP),
    english,
    phrase,
  }))
  const said = ({ parts }: { parts: readonly string[] }) =>
    parts.reduce((sum, part, index) => sum + (index % 2 === 0 ? part.length : 0), 0)
  return {
    whole: new Map(
      entries.filter(({ parts }) => parts.length === 1).map(each => [each.english, each.phrase]),
    ),
    patterns: entries
      .filter(({ parts }) => parts.length > 1)
      .sort((a, b) => said(b) - said(a))
      .map(({ parts, phrase }) => ({
        expression: new RegExp(
          `^${parts.map((part, index) => (index % 2 === 0 ? literal(part) : '(.+?)')).join('')}$`,
          's',
        ),
        gaps: parts.filter((_, index) => index % 2 === 1),
        phrase,
      })),
  }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** One issue as a sentence, `file, line 3, field: expected …; found …. Mend (code)`; as the command line has it in English. */
export function issueSentence(issue: Issue, language: Language): string {
  if (language === 'en') return formatIssue(issue)
  const { line, expected, found, signs } = SENTENCES[language]
  const [comma, colon, semicolon, stop] = signs
  const { at = {} } = issue
  const place = [
    at.file,
    at.line === undefined ? undefined : line(at.line, at.column),
    at.field?.includes(' ') ? word(at.field, language) : at.field,
  ]
    .filter(part => part !== undefined && part !== '')
    .join(comma)
  const facts = [
    issue.expected === undefined ? undefined : expected(toldPart('expected', issue.expected, language)),
    issue.found === undefined ? undefined : found(toldPart('found', issue.found, language)),
  ]
    .filter(part => part !== undefined)
    .join(semicolon)
  const mend = issue.mend === undefined ? undefined : toldPart('mend', issue.mend, language)
  const sentence = [facts, mend].filter(part => part !== undefined && part !== '').join(stop)
  return `${[place, sentence].filter(part => part !== '').join(colon)} (${issue.code})`
}

/** A part of an issue; as it is where there are no words for it. */
export function toldPart(
  part: 'expected' | 'found' | 'mend',
  english: string,
  language: OtherLanguage,
): string {
  // What people wrote is not ours to translate.
  if (/^"[^"]*"$/.test(english)) return english
  const isMend = part === 'mend'
  const found = findPhrase(phrases, isMend ? english.charAt(0).toLowerCase() + english.slice(1) : english)
  if (found !== undefined) return filled(found, language, isMend)
  return (isMend ? undefined : listed(english, language)) ?? english
}

interface Found {
  readonly phrase: Phrases[string]
  /** What stands in the gaps, by their names. */
  readonly values: readonly (readonly [gap: string, value: string])[]
}

function findPhrase({ whole, patterns }: Book, english: string): Found | undefined {
  const exact = whole.get(english)
  if (exact !== undefined) return { phrase: exact, values: [] }
  for (const { expression, gaps, phrase } of patterns) {
    const match = expression.exec(english)
    if (match !== null) return { phrase, values: gaps.map((gap, index) => [gap, match[index + 1]!]) }
  }
  return undefined
}

/** @param isMend it begins a sentence of its own. */
function filled({ phrase, values }: Found, language: OtherLanguage, isMend = false): string {
  const inGaps = new Map(
    values.map(([gap, value]) => [gap.charAt(0), gap.endsWith('*') ? word(value, language) : value]),
  )
  const text = phrase[language]
  const shaped = isMend ? text.charAt(0).toUpperCase() + text.slice(1) : text
  return shaped.replace(/\{(\d)\}/g, (_, gap: string) => inGaps.get(gap)!)
}

/** What stands in a gap, or names a place that is no path: a list of words, a word, or as it is. */
function word(english: string, language: OtherLanguage): string {
  const list = words.whole.has(english) ? undefined : listed(english, language)
  if (list !== undefined) return list
  const found = findPhrase(words, english)
  return found === undefined ? english : filled(found, language)
}

/** Words beside each other: names as they are, anything longer told in its turn; undefined where one of them is unknown. */
function listed(english: string, language: OtherLanguage): string | undefined {
  for (const [between, own] of Object.entries(SENTENCES[language].joined)) {
    const parts = english.split(between)
    if (parts.length < 2) continue
    const told = parts.map(part => {
      if (/^\S+$/.test(part)) return part
      const whole = phrases.whole.get(part)
      const found = whole === undefined ? findPhrase(words, part) : { phrase: whole, values: [] }
      return found === undefined ? undefined : filled(found, language)
    })
    if (told.every(part => part !== undefined)) return told.join(own)
  }
  return undefined
}

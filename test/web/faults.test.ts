import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatIssue, type Issue, KeruenError } from '../../src/errors.js'
import { notConverged } from '../../src/numeric/fixed-point.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { DIMENSIONS, describeWritten } from '../../src/scenario/text/units.js'
import { issueSentence, PHRASES, toldPart, WORDS } from '../../src/web/i18n/fault-phrases.js'
import { LANGUAGES, type OtherLanguage } from '../../src/web/i18n/languages.js'
import { embeddedDataset, projectRoot } from '../embedded.js'
import { smallDataset } from '../worlds.js'
import { writtenCodes, writtenWords } from './fault-sources.js'

/**
 * What can reach the page: all that a scenario and its measures are refused for, a run that comes to no answer at the central
 * values, a fault of the page's own worker, and what its server refuses. The files that a scenario may name on the command
 * line alone (estimates, sectors), and a dataset that is at fault itself, cannot.
 */
const SOURCES = [
  ...['src/scenario', 'src/measures', 'src/server'].flatMap(folder =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => `${folder}/${file.replaceAll('\\', '/')}`),
  ),
  'src/equilibrium/idle.ts',
  'src/equilibrium/one-sector/checks.ts',
  'src/numeric/fixed-point.ts',
  'src/web/engine/worker.ts',
  // before there is a page
]
  .filter(file => !['src/server/index.ts', 'src/server/site.ts'].includes(file))
  .filter(file => writtenWords(file).length + writtenCodes(file).length > 0)

const OTHERS = LANGUAGES.filter((each): each is OtherLanguage => each !== 'en')

/** English words that no name, key or unit of a scenario is. */
const ENGLISH =
  /(?<![\p{L}-])(an?|the|of|or|and|with|which|whose|is|are|that|has|have|no|at|in|on|by|it|for|as)(?![\p{L}-])/u

const outsideQuotes = (text: string): string => text.replace(/"[^"]*"/g, '')

const gapsOf = (text: string): string[] => [...text.matchAll(/\{(\d)\*?\}/g)].map(match => match[1]!).sort()

describe.each(SOURCES)('%s', file => {
  const all = writtenWords(file)

  test('no issue is a code alone', () => {
    // what travels with a result is a notice, and has its words elsewhere
    const issues = writtenCodes(file).filter(({ parts }) => !parts.includes('message'))
    const bare = issues.filter(
      ({ parts }) => !['expected', 'found', 'mend'].some(part => parts.includes(part)),
    )
    expect(bare).toEqual([])
  })

  test.each(OTHERS)('what it says of a fault has words in %s', language => {
    for (const { line, part, words } of all) {
      // nothing but a value that differs
      if (/^[^\p{L}]*$|^"?⟨\d⟩"?$/u.test(words)) continue
      const told = WORDS[words]?.[language] ?? toldPart(part, words, language)
      const where = `${file}:${line}: ${words}`
      expect(told, where).not.toBe(words)
      expect(told, where).not.toMatch(ENGLISH)
      for (const [value] of words.matchAll(/⟨\d⟩/g)) expect(told, where).toContain(value)
    }
  })
})

test('the sources are read as they are meant', () => {
  const from = (file: string) => writtenWords(`src/${file}`).map(({ words }) => words)
  expect(from('scenario/text/resolve-change.ts')).toContain('either change or to')
  expect(from('scenario/text/shape-issues.ts')).toContain('at least ⟨1⟩ entries')
  expect(from('scenario/text/resolve-names.ts')).toContain('a ⟨1⟩ of the dataset: ⟨1⟩')
  expect(SOURCES.flatMap(writtenCodes).map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'scenario.unknown-⟨1⟩',
      'measure.no-capacity',
      'network.capacity-not-converged',
      'equilibrium.divided-world',
      'page.unexpected',
      'lab.queue-full',
    ]),
  )
})

test('every phrase keeps its gaps in every language, and none is left in English', () => {
  for (const [english, told] of Object.entries({ ...PHRASES, ...WORDS })) {
    for (const language of OTHERS) {
      expect(gapsOf(told[language]), `${language}: ${english}`).toEqual(gapsOf(english))
      expect(told[language].trim(), english).not.toBe('')
      expect(told[language], english).not.toBe(english)
    }
  }
})

test('every phrase is one that the program says', () => {
  const said = SOURCES.flatMap(writtenWords).map(({ words }) => words.toLowerCase())
  const sources = SOURCES.map(file => readFileSync(join(projectRoot, file), 'utf8'))
    .join('\n')
    .toLowerCase()
  for (const english of Object.keys(PHRASES)) {
    const parts = english.toLowerCase().split(/\{\d\*?\}/)
    const isSaid = said.some(each => parts.every(part => each.includes(part)))
    expect(isSaid || parts.every(part => sources.includes(part)), english).toBe(true)
  }
})

describe.each(OTHERS)('in %s', language => {
  test('what stands in gaps has words', () => {
    const names = SOURCES.flatMap(file => [
      ...readFileSync(join(projectRoot, file), 'utf8').matchAll(
        /(?:unknownName|resolveIds|choose|noCapacity)\([^()]*?(?:\([^()]*\)[^()]*?)*?'([a-z-]+)'/g,
      ),
    ]).map(match => match[1]!.replaceAll('-', ' '))
    expect(names).toEqual(expect.arrayContaining(['place', 'corridor', 'regime', 'terminal']))
    const known = [
      'bloc',
      'country',
      'dataset',
      'economy',
      'link',
      'parameter',
      'place or link',
      'rule',
      'strait',
    ]
    for (const what of [...names, ...known]) expect(WORDS[what]?.[language], what).toBeTypeOf('string')
    for (const { what } of Object.values(DIMENSIONS))
      expect(WORDS[what]?.[language], what).toBeTypeOf('string')
    for (const { unit } of embeddedDataset().parameters)
      expect(WORDS[unit]?.[language], unit).toBeTypeOf('string')
    for (const written of [undefined, null, [], {}])
      expect(toldPart('found', describeWritten(written), language)).not.toBe(describeWritten(written))
    for (const types of ['a text or a list', 'a number or a mapping or true or false'])
      expect(toldPart('expected', types, language)).not.toMatch(ENGLISH)
  })

  test.each(readdirSync(join(projectRoot, 'test/bad-input')))('%s is told without an English word', file => {
    for (const issue of issuesOf(readFileSync(join(projectRoot, 'test/bad-input', file), 'utf8'), file)) {
      const sentence = issueSentence(issue, language)
      const expected = toldPart('expected', issue.expected!, language)
      expect(outsideQuotes(sentence), formatIssue(issue)).not.toMatch(ENGLISH)
      const place = sentence.slice(0, sentence.indexOf(expected))
      for (const value of [issue.at?.file, issue.at?.field, `${issue.at?.line ?? ''}`])
        expect(place).toContain(value ?? '')
      expect(sentence).toContain(`(${issue.code})`)
      for (const [value] of `${issue.found}`.matchAll(/"[^"]*"/g)) expect(sentence).toContain(value)
      for (const [number] of `${issue.expected} ${issue.mend}`.matchAll(/\d[\d.]*\d/g))
        expect(sentence).toContain(number)
    }
  })

  test('a run that does not settle is told with all its numbers', () => {
    const [issue] = notConverged('one-sector equilibrium', 1e-9, [0.5, 0.25]).issues
    const sentence = issueSentence(issue!, language)
    expect(sentence).not.toMatch(ENGLISH)
    for (const value of ['1e-9', '5.00e-1, 2.50e-1', issue!.code]) expect(sentence).toContain(value)
  })

  test('what has no words is told as it was said', () => {
    const issue = {
      code: 'new.fault',
      expected: 'something quite new',
      found: 'a link',
      mend: 'Do as you like',
    }
    const sentence = issueSentence(issue, language)
    for (const value of [issue.expected, issue.found, issue.mend]) expect(sentence).toContain(value)
  })

  test('names and what people wrote are never taken for words', () => {
    expect(toldPart('mend', 'Write place', language)).toContain('place')
    expect(toldPart('expected', 'one of link, place', language)).toContain('link, place')
    expect(toldPart('found', '"a list"', language)).toBe('"a list"')
    expect(toldPart('found', 'crossing and link', language)).toMatch(/^crossing \S+ link$/)
    expect(toldPart('found', 'a fault of its grammar: bread and a link or two', language)).toContain(
      'bread and a link or two',
    )
  })
})

test('in Russian it reads as a sentence', () => {
  const text = 'keruen: 1\nmeasures:\n  - crossing: khorgos-altynkoll\n    hours: { to: 12 }\n'
  expect(issuesOf(text, 'a.yaml').map(issue => issueSentence(issue, 'ru'))).toEqual([
    'a.yaml, строка 3, столбец 15, measures[0].crossing: ожидается: место из набора данных: khorgos-altynkol, astara, bakhty; найдено: "khorgos-altynkoll". Напишите khorgos-altynkol (scenario.unknown-place)',
    'a.yaml, строка 4, столбец 18, measures[0].hours.to: ожидается: время, например 12 h; найдено: 12 без единицы. Напишите единицу: 12 h (scenario.missing-unit)',
  ])
})

test('in English it is what the command line says', () => {
  const [issue] = issuesOf('keruen: 9', 'a.yaml')
  expect(issueSentence(issue!, 'en')).toBe(formatIssue(issue!))
})

function issuesOf(text: string, file: string): readonly Issue[] {
  try {
    parseScenario(text, { file, dataset: smallDataset() })
  } catch (error) {
    if (error instanceof KeruenError) return error.issues
    throw error
  }
  throw new Error(`${file} has no fault`)
}

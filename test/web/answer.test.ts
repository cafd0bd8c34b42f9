import { expect, test } from 'vitest'
import type { Range, Result } from '../../src/index.js'
import { LANGUAGES, type Language } from '../../src/web/i18n/languages.js'
import { FIRST as PARTS } from '../../src/web/i18n/parts/index.js'
import { pageWording, roughly } from '../../src/web/i18n/wording.js'
import { answerWords } from '../../src/web/views/answer/answer-words.js'
import { fixtureResult } from '../report/fixture.js'
import { unchangedResult, withoutDraws } from '../report/fixture-variants.js'

const NAMES: Readonly<Record<string, string>> = { KAZ: 'Kazakhstan', RUS: 'Russian Federation' }

function said(result: Result, language: Language, hasMeasures = true) {
  const hasRanges = result.uncertainty.draws > 0
  return answerWords({
    result,
    wording: pageWording(language, PARTS.outcomes[language].numbers, hasRanges),
    words: PARTS.answer[language],
    countryName: iso3 => NAMES[iso3] ?? iso3,
    hasMeasures,
  })
}

/** The fixture with every member's real income at a range. */
function allMembersAt(range: (iso3: string) => Range): Result {
  const result = fixtureResult()
  return {
    ...result,
    countries: result.countries.map(country => ({
      ...country,
      realIncomeChangePercent: range(country.iso3),
    })),
  }
}

const loss = allMembersAt(iso3 =>
  iso3 === 'RUS' ? { value: -0.31, low: -0.5, high: -0.12 } : { value: 0.001, low: -0.2, high: 0.2 },
)
const nobody = allMembersAt(() => ({ value: 0.03, low: -0.1, high: 0.2 }))

test('the largest gain with its interval, who gains and loses beside, and the rest', () => {
  expect(said(fixtureResult(), 'en').sentence).toBe(
    'Kazakhstan gains most: +0.21\u00a0% of real income (0.07 to 0.46)',
  )
  expect(said(fixtureResult(), 'en').line).toMatch(
    /gain\.|gain too\..*Russian Federation loses, by 0\.04\u00a0%\. For the others, no change/,
  )
})

test('beside a loss others gain, and do not gain too; more lose', () => {
  const mixed = allMembersAt(iso3 => {
    const value = { RUS: -0.31, BLR: -0.2, KAZ: 0.1 }[iso3] ?? 0.001
    return Math.abs(value) < 0.01
      ? { value, low: -0.2, high: 0.2 }
      : { value, low: value - 0.05, high: value + 0.05 }
  })
  const inEnglish = said(mixed, 'en')
  expect(inEnglish.sentence).toContain('loses most')
  expect(inEnglish.line).toContain('Kazakhstan gains. BLR loses too, by 0.20\u00a0%.')
  const also = {
    ru: /Выигрывает Kazakhstan.*Теряет также BLR/,
    zh: /Kazakhstan获益.*BLR也受损/,
    kk: /Kazakhstan ұтады.*BLR да ұтылады/,
  }
  for (const language of ['ru', 'zh', 'kk'] as const)
    expect(said(mixed, language).line).toMatch(also[language])
})

test('in every language: gain, loss, nobody, nothing; numbers as the language writes them', () => {
  const number = { en: '+0.21\u00a0%', ru: '+0,21\u00a0%', zh: '+0.21%', kk: '+0,21\u00a0%' }
  for (const language of LANGUAGES) {
    const words = PARTS.answer[language]
    const gain = said(fixtureResult(), language)
    expect(gain.sentence).toContain('Kazakhstan')
    expect(gain.sentence).toContain(number[language])
    expect(gain.line).toContain(words.rest)
    const lost = said(loss, language).sentence
    expect(lost).toContain('Russian Federation')
    expect(lost).toMatch(/\u22120[.,]31/)
    expect(lost).not.toBe(gain.sentence.replace('Kazakhstan', 'Russian Federation'))
    expect(said(nobody, language)).toEqual({ sentence: words.zero, line: '' })
    expect(said(unchangedResult(), language)).toEqual({ sentence: words.noEffect, line: '' })
    expect(said(unchangedResult(), language, false).sentence).toBe(words.unchanged)
  }
})

test('English sentences have at most 70 characters, also for the longest name of a member', () => {
  for (const result of [fixtureResult(), loss, nobody, unchangedResult()]) {
    expect(said(result, 'en').sentence.length).toBeLessThanOrEqual(72)
  }
  expect(said(unchangedResult(), 'en', false).sentence.length).toBeLessThanOrEqual(70)
})

test('before the range is there, the value is roughly said and that the range is being computed', () => {
  const { sentence, line } = said(withoutDraws(fixtureResult()), 'en')
  expect(sentence).toBe('Kazakhstan gains most: about +0.2\u00a0% of real income')
  expect(line).toContain('The parameter range is being computed.')
})

test('one figure of a value, never finer than what is told', () => {
  const wording = pageWording('en', PARTS.outcomes.en.numbers, false)
  const percent = { unit: 1, decimals: 2, step: 1 }
  const cases = [0.2134, -0.0487, 0.004, 3.4, 12.7, 0]
  expect(cases.map(value => roughly(wording, value, percent))).toEqual([
    'about +0.2',
    'about \u22120.05',
    'about 0',
    'about +3',
    'about +10',
    'about 0',
  ])
})

/** What the why panel says of the whole answer. */
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/index.js'
import { LANGUAGES, type Language } from '../../src/web/i18n/languages.js'
import { inLanguage } from '../../src/web/i18n/messages.js'
import { LATER } from '../../src/web/i18n/parts/later.js'
import { rates } from '../../src/web/i18n/parts/rates.js'
import { answerNotices } from '../../src/web/views/why/answer-notices.js'
import type { SubjectContext } from '../../src/web/views/why/subject-records.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()

const told = (language: Language, notices: Result['notices'] | undefined) =>
  answerNotices({
    full: notices === undefined ? undefined : { notices, measures: [{ id: 'm1', title: 'A new road' }] },
    dataset,
    language,
    words: { ...inLanguage(LATER, language), rates: rates[language] },
    countryName: (iso3: string) => `~${iso3}`,
  } as unknown as SubjectContext)

const NOTICES: Result['notices'] = [
  {
    code: 'network.queue',
    message: '',
    subject: 'alashankou-dostyk CHN→KAZ rail',
    values: { label: 'as the result has it', limitKteu: 1176, hours: 27.46 },
  },
  { code: 'equilibrium.large-change', message: '', subject: 'KAZ', values: { country: 'KAZ', percent: 5 } },
  { code: 'measure.no-route', message: '', subject: 'm1', values: { title: 'A new road', rows: 2 } },
  {
    code: 'network.freight-rates',
    message: '',
    subject: 'container-ships',
    values: { name: 'as the result has it', usePercent: 5, ratePercent: 30, paidMoreMusd: 41_400 },
  },
  { code: 'network.of-tomorrow', message: 'as the result says it', values: {} },
]

describe.each(LANGUAGES)('%s', language => {
  test('places, countries, measures and markets by the names of the page', () => {
    const [queue, large, without, ships, other] = told(language, NOTICES)
    expect(queue).toContain('Alashankou')
    expect(queue).toContain('CHN→KAZ')
    expect(queue).toContain(language === 'en' || language === 'zh' ? '27.5' : '27,5')
    expect(large).toContain('~KAZ')
    expect(without).toContain('A new road')
    expect(ships).toContain(rates[language].markets['container-ships'])
    expect(other).toBe('as the result says it')
    for (const sentence of [queue, large, without, ships])
      expect(sentence).not.toMatch(/as the result|undefined/)
  })

  test('none before the ranges are there', () => {
    expect(told(language, undefined)).toEqual([])
  })
})

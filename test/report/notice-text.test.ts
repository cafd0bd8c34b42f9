/** Notices in the languages of a report. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/dataset/dataset.js'
import { numberForms } from '../../src/report/format.js'
import { loadMessages } from '../../src/report/messages/load.js'
import { noticeText } from '../../src/report/notice-text.js'
import {
  ENGLISH_NOTICES,
  type NoticeCode,
  type NoticeValues,
} from '../../src/scenario/result/notice-words.js'
import { fixtureResult } from './fixture.js'

const SAMPLES: NoticeValues = {
  'measure.no-route': { title: 'Меру', rows: 17 },
  'network.ports-of-country': { title: 'Меру', countries: ['KGZ', 'TJK'] },
  'network.queue': { label: 'Khorgos', limitKteu: 706, hours: 27.31 },
  'network.capacity-stated': { stated: 23 },
  'network.freight-rates': { name: 'Ships', usePercent: 5.12, ratePercent: 31.94, paidMoreMusd: 41_400 },
  'network.freight-rates-paid': {},
  'network.cut-off': { pairs: 2, first: ['ARM–GEO', 'GEO–ARM'] },
  'network.other-gateways': { pairs: 12, first: ['KAZ–ARM'] },
  'network.bulk-cut-off': { pairs: 840, first: ['ARE–AGO'] },
  'network.bulk-partly-cut-off': { pairs: 77, first: ['KAZ–AGO'] },
  'equilibrium.large-change': { country: 'KAZ', percent: 5 },
  'sectors.hidden-members': { baseline: 'ICIO', countries: ['KGZ', 'TJK'] },
  'network.no-gateway': { country: 'KAZ' },
}
const CODES = Object.keys(ENGLISH_NOTICES) as NoticeCode[]
const result = fixtureResult()

const told = async (language: (typeof LANGUAGES)[number], code: string, values: object, subject?: string) => {
  const messages = await loadMessages(language)
  const context = { result, messages, numbers: numberForms(messages.numbers) }
  return noticeText(context, {
    code,
    message: 'the words of the result',
    values: values as Record<string, string>,
    ...(subject !== undefined && { subject }),
  })
}

describe.each(LANGUAGES)('%s', language => {
  test.each(CODES)('%s has a sentence that holds its values', async code => {
    const text = await told(language, code, SAMPLES[code])
    expect(text).not.toBe('the words of the result')
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    if (language !== 'en') {
      const names = /ARM|GEO|ARE|AGO|KAZ|ICIO|KGZ|TJK|Khorgos|Ships|Kazakhstan|Kyrgyzstan|Tajikistan/g
      expect(text.replace(names, '')).not.toMatch(/[A-Za-z]{2}/)
    }
    for (const value of Object.values(SAMPLES[code]).flat()) {
      if (typeof value === 'number' && Number.isInteger(value) && value < 1000)
        expect(text).toContain(String(value))
    }
  })

  test('what it does not know is told in the words of the result', async () => {
    expect(await told(language, 'network.of-tomorrow', {})).toBe('the words of the result')
    expect(await told(language, 'toString', {})).toBe('the words of the result')
  })

  test('countries and markets have the names that the reader knows', async () => {
    const name = result.countries.find(({ iso3 }) => iso3 === 'KAZ')!.name
    expect(await told(language, 'network.no-gateway', { country: 'KAZ' })).toContain(name)
    const messages = await loadMessages(language)
    const ships = await told(
      language,
      'network.freight-rates',
      SAMPLES['network.freight-rates'],
      'container-ships',
    )
    expect(ships).toContain(messages.markets['container-ships'])
  })
})

test('a market in which no more is asked for keeps its rates', async () => {
  const still = { name: 'Ships', usePercent: -2, ratePercent: 0, paidMoreMusd: 0 }
  expect(await told('en', 'network.freight-rates', still)).toContain('rates stay what they are')
  expect(await told('ru', 'network.freight-rates', still)).toContain('ставки остаются прежними')
})

import { expect, test } from 'vitest'
import { date, list, number, partialDate, percent, plural, series } from '../../src/web/i18n/locale.js'

const NO_BREAK = '\u00a0'

test('numbers have the separators of the language, U+2212 for minus, and no sign where they round to zero', () => {
  expect(number('en', 1234.5, { decimals: 1 })).toBe('1,234.5')
  expect(number('ru', 0.125, { decimals: 2 })).toBe('0,13')
  expect(number('kk', 0.125, { decimals: 2 })).toBe('0,13')
  expect(number('zh', 1234)).toBe('1,234')
  expect(number('en', -0.28, { decimals: 2, signed: true })).toBe('\u22120.28')
  expect(number('en', 0.28, { decimals: 2, signed: true })).toBe('+0.28')
  for (const value of [-0.001, 0, 0.001])
    expect(number('en', value, { decimals: 2, signed: true })).toBe('0.00')
})

test('a percentage has a no-break space, but none in Chinese', () => {
  expect(percent('en', 1.5)).toBe(`1.50${NO_BREAK}%`)
  expect(percent('ru', 1.5)).toBe(`1,50${NO_BREAK}%`)
  expect(percent('zh', 1.5)).toBe('1.50%')
})

test('dates stand in the order of the language, also where only part of them is known', () => {
  expect(date('en', '2024-07-03')).toBe('3 July 2024')
  expect(date('ru', '2024-07-03')).toMatch(/^3 июля 2024/)
  expect(date('zh', '2024-07-03')).toBe('2024年7月3日')
  expect(date('kk', '2024-07-03')).toBe('2024 ж. 3 шілде')
  expect(partialDate('kk', '2024-06')).toBe('2024 ж. маусым')
  expect(partialDate('en', '2024-06')).toBe('June 2024')
  for (const language of ['en', 'ru', 'zh', 'kk'] as const) expect(partialDate(language, '2001')).toBe('2001')
})

test('lists and plural forms', () => {
  expect(list('en', ['a', 'b', 'c'])).toBe('a, b and c')
  expect(list('ru', ['а', 'б'])).toBe('а и б')
  expect(list('kk', ['а', 'б', 'в'])).toBe('а, б және в')
  expect(list('kk', ['а'])).toBe('а')
  const forms = { one: 'мера', few: 'меры', many: 'мер', other: 'меры' }
  expect([1, 3, 5, 11, 21, 22].map(count => plural('ru', count, forms))).toEqual([
    'мера',
    'меры',
    'мер',
    'мер',
    'мера',
    'меры',
  ])
})

test('names beside each other have the comma of the language', () => {
  const names = ['A', 'B', 'C']
  expect(['en', 'ru', 'kk'].map(language => series(language as 'en', names))).toEqual(
    Array(3).fill('A, B, C'),
  )
  expect(series('zh', names)).toBe('A、B、C')
  for (const language of ['en', 'ru', 'zh', 'kk'] as const) {
    expect(series(language, [])).toBe('')
    expect(series(language, ['A'])).toBe('A')
    expect(series(language, ['A', 'B'])).toBe(language === 'zh' ? 'A、B' : 'A, B')
  }
})

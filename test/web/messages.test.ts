import { expect, test } from 'vitest'
import { NAMED } from '../../src/report/ready/words.js'
import { LANGUAGES } from '../../src/web/i18n/languages.js'
import { FIRST } from '../../src/web/i18n/parts/index.js'
import { LATER } from '../../src/web/i18n/parts/later.js'
import { preferred } from '../../src/web/state/reader.js'

/** Words that are the same in every language: names, units, formulas, codes. */
const isName = (text: string): boolean =>
  /^[^\p{L}]*$/u.test(text) ||
  /^(Keruen|English|Русский|中文|Қазақша|[A-Z]{2,5}|[\w./-]+\.(md|ya?ml))$/.test(text)

/** Every string of a part by its path; what a function says is asked of it with a few arguments. */
function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return said(value as (...given: unknown[]) => unknown, path)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => strings(each, `${path}.${key}`))
  return []
}

function said(say: (...given: unknown[]) => unknown, path: string): [string, string][] {
  try {
    const text = say(3, 'X', 'Y', 'Z', 2, 'W')
    return typeof text === 'string' ? [[`${path}()`, text]] : []
  } catch {
    // it wants something richer; then its presence alone is looked at
    return [[`${path}()`, '…']]
  }
}

for (const [part, inAll] of Object.entries({ ...FIRST, ...LATER, ...NAMED })) {
  const english = new Map(strings(inAll.en))
  for (const language of LANGUAGES) {
    test(`${part} has every string in ${language}`, () => {
      const own = new Map(strings(inAll[language]))
      expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
      expect([...own].filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([])
    })
  }
  test(`${part} is left in English nowhere`, () => {
    for (const language of LANGUAGES.filter(each => each !== 'en')) {
      const same = strings(inAll[language]).filter(
        ([path, text]) => text === english.get(path) && /\p{L}{4}/u.test(text) && !isName(text),
      )
      expect(same, language).toEqual([])
    }
  })
}

test('the reader’s language is the first of the browser’s that the page speaks', () => {
  expect(preferred(['de-DE', 'kk-KZ', 'ru'])).toBe('kk')
  expect(preferred(['zh-Hans-CN'])).toBe('zh')
  expect(preferred(['RU'])).toBe('ru')
  expect(preferred(['de', 'fr'])).toBe('en')
  expect(preferred([])).toBe('en')
})

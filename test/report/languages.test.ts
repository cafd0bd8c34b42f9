import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/dataset/dataset.js'
import { loadMessages, renderReport, summaryTable } from '../../src/report/index.js'
import { en, type Messages } from '../../src/report/messages/en.js'
import { type ReaderNames, resultWithNames } from '../../src/report/reader-names.js'
import type { Result } from '../../src/scenario/result/result.js'
import { atlas, CONTRIBUTIONS, fixtureDataset, fixtureResult } from './fixture.js'
import { unchangedResult, withoutDraws } from './fixture-variants.js'

const plain = fixtureDataset()
/** With names of countries that are told from English ones. */
const dataset = {
  ...plain,
  countries: plain.countries.map(({ iso3, names, ...country }) => ({
    ...country,
    iso3,
    names: { en: names.en, ru: `~ru ${iso3}`, zh: `~zh ${iso3}`, kk: `~kk ${iso3}` },
  })),
}
const RESULTS: readonly Result[] = [
  fixtureResult(),
  fixtureResult({ contributions: CONTRIBUTIONS }),
  unchangedResult(),
  withoutDraws(fixtureResult()),
]

/** Letters that a language is written in. */
const OWN = { ru: /\p{Script=Cyrillic}/u, kk: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u } as const

/** Words of every language: names of units, programs, publications and licences, symbols of the equations. */
const COMMON =
  /\b(CO2e|YAML|CSV|Keruen|keruen|bloc|draws|ODbL|OpenStreetMap|Natural|Earth|Visionscarto|CAREC|CPMM|GLEC|BSD-3-Clause|OFL-1.1|Source|Sans|Caliendo|Parro|Shapley|network-ranges|freightRates: answer-demand|[\w-]+\.(csv|yaml|json|geojson|html))\b/g

function latinWords(text: string): string[] {
  return text.replace(COMMON, ' ').match(/\b[A-Za-z]{4,}\b/g) ?? []
}

type Said = readonly [path: string, args: readonly unknown[]]

/** The English words, which note what is asked of them. */
function listening<Words extends object>(words: Words, said: Said[], path = ''): Words {
  return new Proxy(words, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown
      const at = `${path}/${String(key)}`
      if (typeof value === 'function')
        return (...args: unknown[]) => {
          said.push([at, args])
          return (value as (...args: unknown[]) => unknown)(...args)
        }
      const isPart = typeof value === 'object' && value !== null && !Array.isArray(value)
      return isPart ? listening(value, said, at) : value
    },
  })
}

/** What stands in a sentence, without its English. */
function withoutWords(given: unknown): unknown {
  if (typeof given === 'string') return given.replace(/[A-Za-z]{4,}/g, 'Ω')
  if (Array.isArray(given)) return given.map(withoutWords)
  return typeof given === 'object' && given !== null
    ? Object.fromEntries(Object.entries(given).map(([key, value]) => [key, withoutWords(value)]))
    : given
}

function* stringsOf(value: unknown, path = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* stringsOf(part, `${path}.${key}`)
}

function at(messages: Messages, path: string): unknown {
  return path
    .slice(1)
    .split('/')
    .reduce((part, key) => (part as Record<string, unknown>)[key], messages as unknown)
}

const said: Said[] = []
for (const result of RESULTS)
  renderReport(result, dataset, atlas, { messages: listening(en, said), scenarioYaml: 'keruen: 1\n' })

test('most sentences that are made of parts are said by these reports', () => {
  expect(new Set(said.map(([path]) => path)).size).toBeGreaterThan(40)
})

describe.each(['ru', 'zh', 'kk'] as const)('the report in %s', language => {
  const load = () => loadMessages(language)

  test('every word is in the language, none is missing and none is English', async () => {
    const messages = await load()
    const [own, english] = [messages, en].map(all => new Map(stringsOf(all)))
    const missing = [...english!.keys()].filter(
      path => !own!.has(path) && !/\.(modes|sensitivities)\./.test(path),
    )
    expect(missing).toEqual([])
    const wrong = [...own!].filter(([path, text]) => {
      if (/\.(where|symbols|id|language)$|\.numbers\./.test(path)) return false
      return (
        latinWords(text).length > 0 ||
        (/[A-Za-z]{4}/.test(english!.get(path) ?? '') && !OWN[language].test(text))
      )
    })
    expect(wrong).toEqual([])
  })

  test('sentences made of parts keep the parts, and say nothing else in English', async () => {
    const messages = await load()
    const wrong = said.flatMap(([path, args]) => {
      const make = at(messages, path) as (...args: readonly unknown[]) => unknown
      const text = String(make(...args.map(withoutWords)))
      return latinWords(text).length === 0 ? [] : [[path, text]]
    })
    expect(wrong).toEqual([])
  })

  test('a report is written in it: numbers, names of countries, places and corridors', async () => {
    const messages = await load()
    const html = renderReport(fixtureResult(), dataset, atlas, {
      messages,
      names: namesOf(messages, language),
    })
    const text = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ')
    expect(html).toContain(`<html lang="${messages.language}">`)
    expect(text.includes(`~${language} KAZ`)).toBe(true)
    expect(text.includes('Kazakhstan')).toBe(false)
    expect(text.includes('~corridor')).toBe(true)
    for (const { name } of fixtureResult().corridors) expect(text.includes(name)).toBe(false)
    expect(text).not.toMatch(/NaN|undefined|\[object/)
    // an abbreviation at the end of a sentence
    expect(text.match(/[^.]{0,20}\.\.(?!\.)/g) ?? []).toEqual([])
    // one decimal comma at least, and no English thousands
    if (language !== 'zh') expect(text.match(/[1-9]\d*,\d{3}\b/g) ?? []).toEqual([])
    const summary = summaryTable(
      resultWithNames(fixtureResult(), dataset, namesOf(messages, language)!),
      messages,
    )
    expect(summary).toContain(`~${language} KAZ`)
    expect(summary.split('\n').slice(1).join(' ')).not.toMatch(/would|Member|percent/)
  })
})

test('English words and no names give the page without either', () => {
  const page = renderReport(fixtureResult(), dataset, atlas, {})
  expect(renderReport(fixtureResult(), dataset, atlas, { messages: en, names: undefined })).toBe(page)
})

test('another language changes no number', async () => {
  const digits = (html: string) => html.match(/data-value="[^"]*"|<path[^>]*>/g)?.length
  const pages = await Promise.all(
    (['en', 'ru', 'zh', 'kk'] as const).map(async language => {
      const messages = await loadMessages(language)
      return renderReport(fixtureResult(), dataset, atlas, { messages, names: namesOf(messages, language) })
    }),
  )
  expect(new Set(pages.map(digits)).size).toBe(1)
})

/** Made-up names that are told from English ones. */
function namesOf({ modes }: Messages, language: Language): ReaderNames | undefined {
  if (language === 'en') return undefined
  const renamed = (list: readonly { readonly id: string }[], word: string) =>
    Object.fromEntries(list.map(({ id }) => [id, `~${word} ${id}`]))
  return {
    language,
    places: renamed(dataset.network.places, 'place'),
    corridors: renamed(fixtureResult().corridors, 'corridor'),
    words: new Map([[fixtureResult().scenario.title, '~title']]),
    modes,
  }
}

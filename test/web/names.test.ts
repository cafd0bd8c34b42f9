import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvParse } from 'd3-dsv'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readNames } from '../../src/platform/node/names.js'
import { cityName, shortName } from '../../src/report/context.js'
import { NAMED, readyWords } from '../../src/report/ready/words.js'
import { LANGUAGES } from '../../src/vocabulary.js'
import { FIRST } from '../../src/web/i18n/parts/index.js'
import { corridorShort } from '../../src/web/i18n/short-names.js'
import {
  type LeverNaming,
  leverName,
  namesOwners,
  openedName,
  ownersNamed,
} from '../../src/web/scenario/lever-name.js'
import { search, thingsOf } from '../../src/web/scenario/new-measures.js'
import type { WrittenMeasure } from '../../src/web/scenario/written.js'
import { dataset as shown, embedded as stored } from '../../src/web/state/lab.js'
import { inReadersWords, type Names, names } from '../../src/web/state/names.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
const { places, corridors } = dataset.network
const OTHERS = LANGUAGES.filter(each => each !== 'en')
const byLanguage = await readNames()
const table = (name: string) => csvParse(readFileSync(join(projectRoot, 'data', 'names', name), 'utf8'))
const placeRows = table('place-names.csv')
const corridorRows = table('corridor-names.csv')

const namesIn = (language: (typeof LANGUAGES)[number]): Names => ({
  ...byLanguage.get(language)!,
  words: readyWords(language),
})

/** Of the names that are in hand. */
const namingIn = (language: (typeof LANGUAGES)[number]): LeverNaming => ({
  words: FIRST.levers[language],
  language,
  dataset: shown.value,
  countryName: iso3 =>
    shortName(shown.value.countries.find(country => country.iso3 === iso3)!.names[language]),
  readersWords: inReadersWords,
  among: [],
})

afterEach(() => {
  names.value = undefined
})

interface Written {
  readonly title: string
  readonly description: string
  readonly measures: readonly { readonly title?: string; readonly group?: string }[]
}

const folder = join(projectRoot, 'scenarios')
const ready = readdirSync(folder)
  .filter(file => file.endsWith('.yaml'))
  .map(
    file => [file.replace('.yaml', ''), parse(readFileSync(join(folder, file), 'utf8')) as Written] as const,
  )

describe('ready scenarios', () => {
  test('every title and description stands in the messages, as in the file', () => {
    const told = Object.fromEntries(ready.map(([id, { title, description }]) => [id, { title, description }]))
    expect(NAMED.ready.en).toEqual(told)
  })

  test('every title and group of a measure has its words in every language', () => {
    const texts = ready.flatMap(([, { measures }]) =>
      measures.flatMap(({ title, group }) => [title, group].filter(text => text !== undefined)),
    )
    expect(texts.length).toBeGreaterThan(60)
    for (const language of OTHERS) {
      const words = readyWords(language)
      expect(
        [...new Set(texts)].filter(text => !words.has(text)),
        language,
      ).toEqual([])
    }
  })

  test('no words are left over that no file says', () => {
    const said = new Set(
      ready.flatMap(([, { title, description, measures }]) => [
        title,
        description,
        ...measures.flatMap(measure => [measure.title, measure.group]),
      ]),
    )
    expect([...readyWords('ru').keys()].filter(text => !said.has(text))).toEqual([])
  })

  test('a title is told in the reader’s language, one that a person wrote as it stands', () => {
    stored.value = dataset
    names.value = namesIn('ru')
    expect(inReadersWords('Middle Corridor upgrade')).toBe('Модернизация Срединного коридора')
    expect(inReadersWords('Middle Corridor upgrade, my way')).toBe('Middle Corridor upgrade, my way')
    const rows = ready.flatMap(([, { measures }]) => measures)
    for (const measure of rows) expect(leverName(measure, namingIn('ru'))).toMatch(/[А-я]/)
  })
})

describe('names of levers', () => {
  const middle = { corridor: 'titr-aktau-poti', modes: ['rail'], speed: { change: '+0%' } }
  const inKazakhstan = { ...middle, countries: 'KAZ' }
  const inTheCaucasus = { ...middle, countries: ['AZE', 'GEO'] }
  const nameIn = (
    language: (typeof LANGUAGES)[number],
    measure: WrittenMeasure,
    among: readonly WrittenMeasure[] = [],
  ) => {
    stored.value = dataset
    names.value = language === 'en' ? undefined : namesIn(language)
    return leverName(measure, { ...namingIn(language), among })
  }

  test('the members of the bloc are named in the reader’s language, whoever else is as written', () => {
    expect(ownersNamed(['members'], namingIn('en'))).toBe('members')
    expect(ownersNamed(['members', 'KAZ'], namingIn('ru'))).toBe('члены, KAZ')
    const tariff = { tariff: { exporters: 'members', importers: 'KAZ', change: '-10%' } }
    expect(nameIn('zh', tariff)).toContain('成员国 – KAZ')
  })

  test('are as short as they can be told from each other', () => {
    const alone = [inKazakhstan]
    const both = [inKazakhstan, inTheCaucasus]
    expect(nameIn('en', inKazakhstan, alone)).toBe('Middle Corridor, trains')
    expect(namesOwners(inKazakhstan, ['KAZ'], { among: alone })).toBe(false)
    expect(nameIn('en', inKazakhstan, both)).toBe('Middle Corridor, trains in Kazakhstan')
    expect(namesOwners(inKazakhstan, ['KAZ'], { among: both })).toBe(true)
    expect(namesOwners(inKazakhstan, ['KAZ', 'CHN'], { among: both })).toBe(false)
    const kuryk = { ...middle, corridor: 'titr-kuryk' }
    expect(nameIn('en', kuryk, [kuryk])).toBe('Middle Corridor, trains')
    expect(nameIn('en', kuryk, [kuryk, middle])).toBe('Middle Corridor, Kuryk ferry branch, trains')
    expect(nameIn('en', { terminal: 'alat', modes: ['rail', 'ferry'] })).toBe(
      'Wait at Alat, trains – ferries',
    )
  })

  test('join lists with the comma of the language', () => {
    const ports = { terminal: ['aktau', 'alat'], hours: { change: '-10%' } }
    expect(nameIn('en', ports)).toBe('Wait at Aktau, Alat')
    expect(nameIn('ru', ports)).toBe('Ожидание: Актау, Алят')
    expect(nameIn('zh', ports)).toBe('阿克套港、阿拉特的等待时间')
    expect(nameIn('kk', ports)).toBe('Күту: Ақтау, Алят')
    expect(nameIn('zh', inTheCaucasus, [inKazakhstan, inTheCaucasus])).toBe(
      '中间走廊，阿塞拜疆、格鲁吉亚的列车',
    )
    const tariff = { tariff: { exporters: ['CHN', 'KAZ'], importers: 'sco', change: '-10%' } }
    expect(nameIn('zh', tariff)).toBe('进口关税：CHN、KAZ – sco')
  })

  test('a short form is not taken for another corridor in any language', () => {
    const [railway, further] = ['cku', 'cku-turkmenbashi'].map(corridor => ({ open: { corridor } }))
    for (const language of LANGUAGES) {
      const both = [railway!, further!]
      stored.value = dataset
      names.value = language === 'en' ? undefined : namesIn(language)
      const [a, b] = both.map(each => openedName(each, { ...namingIn(language), among: both }))
      expect(a, language).not.toContain(b)
    }
  })
})

describe('tables of names', () => {
  test('every row names a place or corridor of the dataset once in a language, with quality and source', () => {
    const ids = new Set([...places, ...corridors].map(({ id }) => id))
    const rows = [...placeRows, ...corridorRows] as Readonly<Record<string, string>>[]
    expect(rows.length).toBeGreaterThan(2000)
    const keys = rows.map(row => `${row.place ?? row.corridor} ${row.language}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const row of rows) {
      expect(ids, JSON.stringify(row)).toContain(row.place ?? row.corridor)
      expect(OTHERS, JSON.stringify(row)).toContain(row.language)
      expect(row.name, JSON.stringify(row)).toMatch(/^\S.*\S$|^\S$/)
      if (row.quality === 'published') expect(row.source).toMatch(/^geonames \d+$/)
      else
        expect([row.quality, row.source]).toEqual([
          'estimated',
          expect.stringMatching(/unverified|our translation/),
        ])
    }
  })

  test('every corridor has a name in every language', () => {
    for (const language of OTHERS)
      expect(Object.keys(byLanguage.get(language)!.corridors).sort(), language).toEqual(
        corridors.map(({ id }) => id).sort(),
      )
  })

  test('names are written in the letters of their language', () => {
    const letters = { ru: /\p{Script=Cyrillic}/u, kk: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }
    for (const language of OTHERS)
      for (const [id, name] of Object.entries({
        ...byLanguage.get(language)!.places,
        ...byLanguage.get(language)!.corridors,
      }))
        expect(name, `${language} ${id}`).toMatch(letters[language])
  })

  test('what matters most has a name in every language: straits, places of the main corridors, crossings of Kazakhstan and China', () => {
    const main = ['titr-aktau-poti', 'titr-kuryk', 'northern-dostyk-brest', 'cku', 'trans-afghan-kabul']
    const onMain = new Set(corridors.filter(({ id }) => main.includes(id)).flatMap(each => each.places))
    const wanted = places.filter(
      ({ id, kind, country, country2 }) =>
        onMain.has(id) || kind === 'strait' || (kind === 'border' && country === 'CHN' && country2 === 'KAZ'),
    )
    expect(wanted.length).toBeGreaterThan(80)
    const known = (language: string) => byLanguage.get(language)!.places
    const missing = OTHERS.flatMap(language =>
      wanted.filter(({ id }) => known(language)[id] === undefined).map(({ id }) => `${language} ${id}`),
    )
    // no Chinese names of these are known to be in use
    expect(missing.sort()).toEqual(['zh boyuk-kesik-gardabani', 'zh kartaly-border', 'zh osmanli'])
  })
})

describe('the dataset in the reader’s language', () => {
  test('names change and nothing else; what has no name keeps the English one', () => {
    stored.value = dataset
    expect(shown.value).toBe(dataset)
    names.value = { places: { aktau: 'Актау (порт)' }, corridors: {}, words: new Map() }
    const { network } = shown.value
    expect(network.places.find(({ id }) => id === 'aktau')!.name).toBe('Актау (порт)')
    expect(network.places.filter((place, k) => place.name !== places[k]!.name)).toHaveLength(1)
    expect(network.places.map(({ name: _, ...rest }) => rest)).toEqual(
      places.map(({ name: _, ...rest }) => rest),
    )
    expect(network.links).toBe(dataset.network.links)
    expect(shown.value.hash).toBe(dataset.hash)
  })

  test('a country’s largest city stays its place', () => {
    stored.value = dataset
    const centresOf = ({ countries, network }: typeof dataset) =>
      network.places
        .filter(({ name, country }) => {
          const centre = countries.find(({ iso3 }) => iso3 === country)?.centre.name.toLowerCase()
          return centre === shortName(name).toLowerCase()
        })
        .map(({ id }) => id)
    for (const language of OTHERS) {
      names.value = namesIn(language)
      expect(centresOf(shown.value), language).toEqual(centresOf(dataset))
    }
  })

  test('short forms drop Chinese brackets and branches as they do Latin ones', () => {
    expect(cityName('天津（新港）')).toBe('天津')
    expect(shortName('霍尔果斯 – 阿腾科里（铁路）')).toBe('霍尔果斯 – 阿腾科里')
    expect(corridorShort('中间走廊（TITR），阿克套 – 阿拉特 – 波季')).toBe('中间走廊')
    expect(corridorShort('Middle Corridor (TITR), Aktau - Alat - Poti')).toBe('Middle Corridor')
  })

  test('a measure is found by the name of its place in the reader’s language, in English and by id', () => {
    stored.value = dataset
    for (const [language, text] of [
      ['ru', 'хоргос'],
      ['zh', '霍尔果斯'],
      ['kk', 'қорғас'],
    ] as const) {
      names.value = namesIn(language)
      const things = thingsOf('crossing', {
        dataset: shown.value,
        embedded: dataset,
        modes: FIRST.map[language].facts.modes,
        tag: language,
      })
      for (const each of [text, 'Khorgos', 'khorgos-altynkol'])
        expect(
          search(things, each).map(({ id }) => id),
          each,
        ).toContain('khorgos-altynkol')
      expect(things.find(({ id }) => id === 'khorgos-altynkol')!.name.toLowerCase()).toContain(text)
    }
  })
})

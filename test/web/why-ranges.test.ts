/** The why panel tells the ranges of a corridor and of a link, and where there is none. */
import { expect, test } from 'vitest'
import type { NetworkRange } from '../../src/index.js'
import { LANGUAGES, type Language } from '../../src/web/i18n/languages.js'
import { FIRST } from '../../src/web/i18n/parts/index.js'
import { LATER } from '../../src/web/i18n/parts/later.js'
import { pageWording } from '../../src/web/i18n/wording.js'
import { corridorSubject, linkSubject } from '../../src/web/views/why/network-subjects.js'
import type { SubjectContext } from '../../src/web/views/why/subject-records.js'
import { fixtureDataset, fixtureResult } from '../report/fixture.js'

const RAIL: NetworkRange = {
  id: 'speed-rail',
  quantity: 'speed',
  appliesTo: ['rail'],
  unit: 'km/h',
  low: 10,
  central: 20,
  high: 30,
  basis: 'made up',
  quality: 'estimated',
  source: 'a study of trains',
}

function context(language: Language, networkRanges: readonly NetworkRange[] = []): SubjectContext {
  const words = Object.fromEntries(
    Object.entries({ ...FIRST, ...LATER }).map(([part, texts]) => [part, texts[language]]),
  ) as unknown as SubjectContext['words']
  return {
    dataset: { ...fixtureDataset(), networkRanges },
    result: fixtureResult(),
    full: undefined,
    language,
    wording: pageWording(language, words.outcomes.numbers, true),
    words,
    countryName: iso3 => iso3,
    corridorName: id => id,
  }
}

test('money of a corridor with its range; a corridor without one says so', () => {
  const told = (id: string) => {
    const subject = corridorSubject(id, context('en'))!
    const { labels } = context('en').words.whyWords
    return { fact: subject.facts.find(({ label }) => label === labels.usd), notes: subject.notes }
  }
  expect(told('middle').fact).toMatchObject({ before: '3,482', after: '3,410', interval: '2,190 to 5,330' })
  expect(told('middle').notes.join()).not.toContain('No range is known')
  expect(told('north').fact).toMatchObject({ after: '2,440', interval: 'no range is known' })
  expect(told('north').notes).toContain(
    'No range is known for 144 hours of moving and 2,440 USD of it: both ends count them as they are.',
  )
})

test('speed of a link with the range of its class, and where that comes from', () => {
  const { links } = fixtureDataset().network
  const speed = (id: string) => {
    const told = context('en', [RAIL])
    const { facts, rows } = linkSubject(id, told)!
    return { fact: facts.find(({ label }) => label === told.words.whyWords.labels.speed), rows }
  }
  const rail = speed(links.find(({ mode }) => mode === 'rail')!.id)
  expect(rail.fact).toMatchObject({ after: '40', interval: '20.0 to 60.0' })
  expect(rail.rows).toContainEqual({
    label: 'speed-rail',
    quality: 'estimated',
    source: 'a study of trains',
  })
  const other = speed(links.find(({ mode }) => mode !== 'rail')!.id)
  expect(other.fact).toMatchObject({ interval: 'no range is known' })
})

test.each(LANGUAGES)('%s: what has no range is told in its own words', language => {
  const told = context(language)
  const { facts, notes } = corridorSubject('north', told)!
  expect(facts.map(({ interval }) => interval)).toContain(told.words.why.noRangeKnown)
  expect(notes.some(note => note.includes('144'))).toBe(true)
})

test('what causes most of an interval is said of real income, in every panel', () => {
  const income = { en: 'real income', ru: 'реального дохода', zh: '实际收入', kk: 'нақты табысы' }
  for (const language of LANGUAGES) {
    const { cause, causes } = LATER.why[language].how
    for (const told of [cause('99 %', 'X'), causes('99 %')]) {
      expect(told).toContain(income[language])
      expect(told).toContain('99 %')
    }
  }
})

/** Mutual turnover is told in two ways of counting; wherever one stands, what leads to the other stands beside it and adds up. */
import { describe, expect, test } from 'vitest'
import { blocFigures, turnoverBridge } from '../../src/index.js'
import { LANGUAGES, type Language } from '../../src/web/i18n/languages.js'
import { FIRST } from '../../src/web/i18n/parts/index.js'
import { LATER } from '../../src/web/i18n/parts/later.js'
import { pageWording } from '../../src/web/i18n/wording.js'
import { bridgeLine } from '../../src/web/views/bloc/bridge-line.js'
import type { SubjectContext } from '../../src/web/views/why/subject-records.js'
import { figureSubject } from '../../src/web/views/why/trade-subjects.js'
import { embeddedDataset } from '../embedded.js'
import { fixtureResult } from '../report/fixture.js'

const dataset = embeddedDataset()
const nameOf = (language: Language) => (iso3: string) =>
  dataset.countries.find(country => country.iso3 === iso3)!.names[language]

function context(language: Language, bloc = fixtureResult().bloc): SubjectContext {
  const words = Object.fromEntries(
    Object.entries({ ...FIRST, ...LATER }).map(([part, texts]) => [part, texts[language]]),
  ) as unknown as SubjectContext['words']
  return {
    dataset,
    result: fixtureResult({ bloc }),
    full: undefined,
    language,
    wording: pageWording(language, words.outcomes.numbers, true),
    words,
    countryName: nameOf(language),
    corridorName: id => id,
  }
}

/** Numbers of a text in any of the languages, a minus before a space too. */
function numbersOf(text: string): number[] {
  const found = text.match(/(?:[+\u2212]\s?)?\d+(?:[\s,]\d{3})*(?:[.,]\d)?(?!\d)/g) ?? []
  return found.map(written => {
    const plain = written.replace(/[\s+]/g, '').replace('\u2212', '-')
    return Number(plain.replace(/,(?=\d{3})/g, '').replace(',', '.'))
  })
}

describe.each(LANGUAGES)('%s', language => {
  const { words } = context(language)

  test('the Bloc page: recorded and steps add up to what the lab starts from', () => {
    const figures = blocFigures(dataset, 'sco', { year: dataset.year, asOf: '9999-12-31' })
    const line = bridgeLine(figures.turnoverBridge, words.bloc, language, nameOf(language))
    const [model, recorded, joined, adjusted, ...rest] = numbersOf(line)
    expect(rest).toEqual([])
    expect(recorded! + joined! + adjusted!).toBeCloseTo(model!, 6)
    const unit = words.bloc.unit
    expect(Math.abs(recorded! - figures.turnover.totalUsd / unit)).toBeLessThan(0.51)
    expect(Math.abs(model! - (figures.turnoverBridge.modelMusd * 1e6) / unit)).toBeLessThan(0.51)
    for (const iso3 of ['HKG', 'CHN']) expect(line).toContain(nameOf(language)(iso3))
  })

  test('a bloc that has neither Hong Kong nor adjustments in it says that the figures are one', () => {
    const bridge = turnoverBridge(dataset.trade, ['ARM', 'BLR', 'KAZ', 'KGZ', 'RUS'])
    expect(bridgeLine(bridge, words.bloc, language, nameOf(language))).toBe(words.bloc.bridge.same)
  })

  test('the why panel of turnover: the same steps, and today’s figure of the card at their end', () => {
    const { facts } = figureSubject('turnover', context(language))
    const { bridge } = words.bloc
    const from = facts.findIndex(({ label }) => label === bridge.recorded)
    const to = facts.findIndex(({ label }) => label === bridge.model)
    expect(to - from).toBe(3)
    const told = facts.slice(from, to + 1).map(({ after }) => numbersOf(after)[0]!)
    expect(told[0]! + told[1]! + told[2]!).toBeCloseTo(told[3]!, 6)
    expect(told[3]).toBe(672)
  })
})

import { expect, test } from 'vitest'
import { type MapPictureChoices, mapPicture } from '../../src/web/export/map-picture.js'
import { LANGUAGES } from '../../src/web/i18n/languages.js'
import { map as words } from '../../src/web/i18n/parts/map.js'
import { atlas, fixtureDataset, fixtureResult } from '../report/fixture.js'
import { unchangedResult } from '../report/fixture-variants.js'

const dataset = fixtureDataset()

function picture(parts: Partial<MapPictureChoices> = {}, result = fixtureResult()): string {
  return mapPicture({
    context: {
      result,
      dataset,
      hasRanges: true,
      countries: new Map(dataset.countries.map(country => [country.iso3, country])),
      places: new Map(dataset.network.places.map(place => [place.id, place])),
      countryName: country => country.names.en,
    },
    atlas,
    language: 'en',
    words: words.en,
    mode: 'change',
    hash: 'abcdef0123456789',
    ...parts,
  })
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"']/g,
    each => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[each]!,
  )

test('carries title, legend, source, notice and scenario in every language, and depends on nothing', () => {
  for (const language of LANGUAGES) {
    const drawn = picture({ language, words: words[language] })
    expect(drawn).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1600" height="900"/)
    expect(drawn).toContain(escaped(fixtureResult().scenario.title))
    expect(drawn).toContain(escaped(words[language].legend.waits))
    expect(drawn).toContain(escaped(words[language].boundaries))
    expect(drawn).toContain('abcdef012345<')
    expect(drawn).not.toMatch(/var\(|url\(|<script|href=|undefined|NaN/)
    expect(drawn).toContain('font-family')
  }
})

test('every style class that it uses has its style in it', () => {
  for (const mode of ['change', 'traffic', 'delay'] as const) {
    const drawn = picture({ mode })
    const style = drawn.slice(drawn.indexOf('<style>'), drawn.indexOf('</style>'))
    const used = new Set([...drawn.matchAll(/class="(m-[^"]*)"/g)].flatMap(found => found[1]!.split(' ')))
    expect(used.size).toBeGreaterThan(8)
    // Text of a place looks as all text of the map.
    used.delete('m-place')
    for (const look of used) expect(style).toContain(`.${look}`)
  }
})

test('a title of a person stays text, and a long one ends in dots', () => {
  const result = fixtureResult()
  const named = { ...result, scenario: { ...result.scenario, title: `<b onload="x">${'long '.repeat(60)}` } }
  const drawn = picture({}, named)
  expect(drawn).not.toContain('<b onload')
  expect(drawn).toContain('…</text>')
})

test('of today it says that it is today', () => {
  const still = unchangedResult()
  const drawn = picture({}, { ...still, scenario: { ...still.scenario, measures: [] } })
  expect(drawn).toContain(words.en.title(words.en.today))
  expect(drawn).toContain(words.en.noChange)
})

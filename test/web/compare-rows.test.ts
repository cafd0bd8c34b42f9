import { expect, test } from 'vitest'
import type { CorridorResult } from '../../src/index.js'
import { mostChangedCorridors } from '../../src/report/changed-corridors.js'
import { FIRST as PARTS } from '../../src/web/i18n/parts/index.js'
import { pageWording } from '../../src/web/i18n/wording.js'
import { daysRows } from '../../src/web/views/compare/compare-rows.js'
import { fixtureResult } from '../report/fixture.js'

const wording = pageWording('en', PARTS.outcomes.en.numbers, true)
const words = { countryName: (iso3: string) => iso3, today: 'today' }

test('of the branches of one corridor, the days are those of the one that the caravan line shows', () => {
  const whole = fixtureResult()
  const [example] = whole.corridors
  const corridor = (id: string, name: string, places: string[], before: number, after: number) =>
    ({
      ...example!,
      id,
      name,
      places,
      days: { before, after },
      daysRange: { before: null, after: { low: after, high: after } },
    }) satisfies CorridorResult
  // The longer branch changes by more days, the shorter one by more of its journey.
  const short = corridor('short', 'Trunk, Poti', ['a', 'b', 'c', 'd'], 17.6, 10.8)
  const long = corridor('long', 'Trunk, Constanta', ['a', 'b', 'c', 'd', 'e'], 27, 18)
  const other = corridor('other', 'Other', ['x', 'y'], 10, 9)
  const result = { ...whole, corridors: [long, other, short] }
  expect(mostChangedCorridors({ result }, 1).map(({ id }) => id)).toEqual(['short'])
  const corridorName = (id: string) => result.corridors.find(each => each.id === id)!.name
  const rows = daysRows([{ letter: 'A', result, wording }], { ...words, corridorName })
  expect(rows.map(({ key, under, value }) => [key, under, value])).toEqual([
    ['short A', '17.6 today', '10.8'],
    ['other A', '10.0 today', '9.0'],
  ])
})

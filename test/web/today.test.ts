import { expect, test } from 'vitest'
import { drawIntervals } from '../../src/web/charts/draw-intervals.js'
import { FIRST } from '../../src/web/i18n/parts/index.js'
import { pageWording } from '../../src/web/i18n/wording.js'
import {
  blocShare,
  type LevelContext,
  membersByShare,
  pairLevelRow,
  pairLevelTable,
  pairsBySize,
  shareRow,
  shareTable,
  trafficLevelRow,
  trafficLevelTable,
  trafficToday,
  transitLevelRow,
  transitLevelTable,
} from '../../src/web/views/outcomes/level-rows.js'
import { tickWriter } from '../../src/web/views/outcomes/outcome-rows.js'
import { fixtureResult } from '../report/fixture.js'

const context: LevelContext = {
  wording: pageWording('en', FIRST.outcomes.en.numbers, true),
  words: FIRST.outcomes.en,
  today: FIRST.today.en,
  quality: FIRST.data.en.quality,
  countryName: iso3 => iso3,
  corridorName: id => id,
  last: undefined,
}
const result = fixtureResult()

test('a member’s share is its trade with the bloc over all of its foreign trade', () => {
  const members = membersByShare(result)
  expect(members.map(({ iso3 }) => iso3).sort()).toEqual([...result.bloc.members].sort())
  const shares = members.map(blocShare)
  expect(shares).toEqual([...shares].sort((a, b) => b - a))
  const [first] = members
  const { exportsBeforeMusd, importsBeforeMusd, blocTurnoverBeforeMusd } = first!
  expect(blocShare(first!)).toBeCloseTo(
    (100 * blocTurnoverBeforeMusd) / (exportsBeforeMusd + importsBeforeMusd),
  )
  expect(blocShare({ ...first!, exportsBeforeMusd: 0, importsBeforeMusd: 0 })).toBe(0)
  expect(shareRow(context, first!)).toMatchObject({ value: '20.0', interval: '', verdict: 'zero' })
})

test('levels are told without a sign, as a bar from zero, estimated ones hollow', () => {
  const tajikistan = result.countries.find(({ iso3 }) => iso3 === 'TJK')!
  const row = transitLevelRow(context, tajikistan, 'teu')
  expect(row).toMatchObject({
    value: '120',
    estimated: true,
    range: { low: 0, value: 120_000, high: 120_000 },
  })
  expect(transitLevelRow(context, tajikistan, 'revenue').value).toBe('40')
  const ticks = tickWriter(context.wording, 1000, '', { signed: false })
  const { markup } = drawIntervals([row], 400, { height: 28, stacked: true }, ticks).body
  expect(markup).toContain('<rect')
  expect(markup).not.toContain('+')
})

test('the tables have the rows of the charts first, in the same order and with the same numbers', () => {
  const pairs = pairsBySize(result)
  const pairRows = pairs.map(pair => pairLevelRow(context, pair))
  const table = pairLevelTable(context, 'x', pairs)
  expect(table.rows.map(([name]) => name)).toEqual(pairRows.map(({ name }) => name))
  expect(table.rows.map(([, value]) => value)).toEqual(pairRows.map(({ range }) => range.value / 1000))
  const sum = pairs.reduce((total, { turnoverBeforeMusd }) => total + turnoverBeforeMusd, 0)
  expect(pairs[0]!.turnoverBeforeMusd).toBeGreaterThan(sum / pairs.length)

  const members = membersByShare(result)
  expect(shareTable(context, 'x', members).rows.map(([name, share]) => [name, share])).toEqual(
    members.map(country => [country.iso3, blocShare(country)]),
  )
  expect(transitLevelTable(context, 'x', result.countries, 'teu').rows[0]!.slice(0, 2)).toEqual([
    result.countries[0]!.iso3,
    120,
  ])

  const traffic = trafficLevelTable(context, 'x', result).rows
  const { land } = trafficToday(result, () => false, 99)
  const places = land.map(({ id }) => traffic.findIndex(([name]) => name === id))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  for (const [k, corridor] of land.entries())
    expect(traffic[places[k]!]![1]).toBe(trafficLevelRow(context, corridor, 'x').range.value / 1000)
})

test('ways by sea stand apart, what is not open today has no level, of corridors alike one is shown', () => {
  const [corridor] = result.corridors
  const make = (id: string, before: number, days: number | null, places: readonly string[]) => ({
    ...corridor!,
    id,
    places,
    teu: { before, after: before },
    days: { before: days, after: days },
  })
  const corridors = [
    make('sea', 9_000_000, 30, ['s', 't']),
    make('small', 1000, 9, ['x', 'y']),
    make('large', 5000, 9, ['a', 'b', 'c']),
    make('branch', 4000, 9, ['a', 'b', 'd']),
    make('planned', 0, null, ['p', 'q']),
  ]
  const { land, sea } = trafficToday({ corridors }, id => id === 'sea', 4)
  expect(land.map(({ id }) => id)).toEqual(['large', 'small'])
  expect(sea.map(({ id }) => id)).toEqual(['sea'])
  expect(trafficLevelTable(context, 'x', { corridors }).rows.map(([id]) => id)).toEqual([
    'sea',
    'large',
    'branch',
    'small',
  ])
})

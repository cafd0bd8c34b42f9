import { expect, test } from 'vitest'
import type { Range } from '../../src/index.js'
import { intervalScale } from '../../src/report/charts/interval.js'
import { axisTicks, drawIntervals } from '../../src/web/charts/draw-intervals.js'
import { chartGeometry, type IntervalRow, scaleOf } from '../../src/web/charts/interval-rows.js'
import { tableCsv } from '../../src/web/export/csv.js'
import { FIRST as PARTS } from '../../src/web/i18n/parts/index.js'
import { corridorShort } from '../../src/web/i18n/short-names.js'
import { pageWording } from '../../src/web/i18n/wording.js'
import {
  changedTraffic,
  extremes,
  incomeRow,
  pairRow,
  type RowContext,
} from '../../src/web/views/outcomes/outcome-rows.js'
import { mostChangedPairs, partnerChanges } from '../../src/web/views/outcomes/pair-changes.js'
import { incomeTable, pairTable } from '../../src/web/views/outcomes/tables.js'
import { contributionRows } from '../../src/web/views/why/contribution-rows.js'
import { CONTRIBUTIONS, fixtureResult } from '../report/fixture.js'

const context = (hasRanges = true): RowContext => ({
  wording: pageWording('en', PARTS.outcomes.en.numbers, hasRanges),
  words: PARTS.outcomes.en,
  quality: PARTS.data.en.quality,
  countryName: iso3 => iso3,
  corridorName: id => id,
  last: undefined,
})

const row = (key: string, range: Range, bar: IntervalRow['bar'] = 'known'): IntervalRow => ({
  key,
  name: key,
  range,
  value: '+1',
  interval: '+0 to +2',
  verdict: 'gain',
  estimated: false,
  bar,
})

test('pairs of members, the largest change first, are those of the result; partners of a country too', () => {
  const { bloc, flows } = fixtureResult()
  const pairs = mostChangedPairs({ bloc })
  expect(pairs).toHaveLength(bloc.pairs.length)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  expect(sum(pairs.map(pair => pair.turnoverBeforeMusd))).toBeCloseTo(bloc.turnoverBeforeMusd, 6)
  expect(sum(pairs.map(pair => pair.turnoverChangeMusd.value))).toBeCloseTo(bloc.turnoverChangeMusd.value, 6)
  const sizes = pairs.map(pair => Math.abs(pair.turnoverChangeMusd.value))
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  const partners = partnerChanges(flows, 'DEU').map(({ partner }) => partner)
  expect(partners.sort()).toEqual(flows.economies.filter(iso3 => iso3 !== 'DEU').sort())
  expect(partnerChanges(flows, 'XXX')).toEqual([])
})

test('a scale holds zero, every bar and every dot, and does not blow up what is too small to tell', () => {
  const rows = [row('a', { value: 2, low: 1, high: 7 }), row('b', { value: -1, low: -3, high: -0.5 })]
  const scale = scaleOf(rows, 0.02)
  for (const value of [0, 7, -3, 2, -1]) {
    expect(scale.at(value)).toBeGreaterThanOrEqual(0)
    expect(scale.at(value)).toBeLessThanOrEqual(100)
  }
  expect(scale.ticks).toContain(0)
  const tiny = scaleOf([row('a', { value: 1e-9, low: -1e-9, high: 2e-9 })], 0.02)
  expect(Math.abs(tiny.at(2e-9) - tiny.at(0))).toBeLessThan(0.01)
})

test('columns of a chart do not run into each other at any width', () => {
  const rows = [row('Russian Federation', { value: 2, low: 1, high: 7 })]
  for (const width of [280, 358, 420, 900]) {
    for (const stacked of [true, false]) {
      const geometry = chartGeometry(rows, width, { height: 16, stacked, least: 0.1 })
      expect(geometry.nameWidth).toBeLessThan(geometry.plotFrom)
      expect(geometry.plotFrom).toBeLessThan(geometry.plotTo)
      expect(geometry.plotTo).toBeLessThan(geometry.valueEnd)
      expect(geometry.x(7)).toBeLessThanOrEqual(geometry.plotTo)
    }
  }
})

test('axis ticks never touch; zero stays', () => {
  const { ticks } = intervalScale([{ value: 1, low: -10, high: 10 }], 12)
  const shown = axisTicks(
    ticks,
    tick => `${tick} percent`,
    tick => tick * 8,
    [-100, 100],
  )
  expect(shown.map(({ tick }) => tick)).toContain(0)
  expect(shown.length).toBeGreaterThan(1)
  expect(shown.length).toBeLessThan(ticks.length)
})

test('a dot without range has no bar, a range that is being computed a pale one', () => {
  const shape = { height: 16, stacked: false, least: 0 }
  const draw = (bar: IntervalRow['bar'], last?: { low: number; high: number }) =>
    drawIntervals(
      [{ ...row('a', { value: 1, low: 0, high: 2 }, bar), ...(last && { last }) }],
      400,
      shape,
      String,
    ).body.markup
  expect(draw('none')).not.toContain('<rect')
  expect(draw('known')).toContain('fill-opacity="0.45"')
  expect(draw('pale', { low: 0, high: 3 })).toContain('fill-opacity="0.2"')
  expect(draw('pale')).not.toContain('<rect')
})

test('a member is told with its range, or roughly before it is there', () => {
  const kazakhstan = fixtureResult().countries.find(({ iso3 }) => iso3 === 'KAZ')!
  expect(incomeRow(context(), kazakhstan)).toMatchObject({
    value: '+0.21',
    interval: '+0.07 to +0.46',
    verdict: 'gain',
    bar: 'known',
  })
  expect(incomeRow(context(false), kazakhstan)).toMatchObject({
    value: 'about +0.2',
    interval: '',
    bar: 'none',
  })
  const last = { ...context(false), last: fixtureResult() }
  expect(incomeRow(last, kazakhstan)).toMatchObject({ bar: 'pale', last: { low: 0.0712 } })
  const tajikistan = fixtureResult().countries.find(({ iso3 }) => iso3 === 'TJK')!
  expect(incomeRow(context(), tajikistan).estimated).toBe(true)
})

test('a pair is told with its range, or roughly with the last one pale before it is there', () => {
  const change = { value: 950, low: 396, high: 1804 }
  const pair = {
    a: 'CHN',
    b: 'KAZ',
    quality: 'measured' as const,
    turnoverBeforeMusd: 40_000,
    turnoverChangeMusd: change,
  }
  expect(pairRow(context(), pair)).toMatchObject({
    value: '+0.95',
    interval: '+0.40 to +1.80',
    bar: 'known',
    verdict: 'gain',
    estimated: false,
  })
  expect(pairRow(context(), { ...pair, turnoverChangeMusd: { ...change, low: -20 } })).toMatchObject({
    value: 'about 0',
    verdict: 'zero',
  })
  expect(pairRow(context(), { ...pair, quality: 'estimated' }).estimated).toBe(true)
  const central = { ...pair, turnoverChangeMusd: { value: 950, low: 950, high: 950 } }
  expect(pairRow(context(false), central)).toMatchObject({
    value: 'about +1.0',
    interval: '',
    bar: 'none',
  })
  const known = fixtureResult().bloc.pairs.find(({ a, b }) => a === 'CHN' && b === 'KAZ')!
  expect(pairRow({ ...context(false), last: fixtureResult() }, central)).toMatchObject({
    bar: 'pale',
    last: known.turnoverChangeMusd,
  })
})

test('the table of pairs has a range and a quality for each, and none before it is computed', () => {
  const pairs = mostChangedPairs(fixtureResult())
  const { columns, rows } = pairTable(context(), 'Turnover', pairs)
  for (const [k, cells] of rows.entries()) {
    expect(cells).toHaveLength(columns.length)
    const { turnoverBeforeMusd: before, turnoverChangeMusd: change, quality } = pairs[k]!
    expect(cells.slice(1, -1)).toEqual(
      [before, before + change.value, change.value, change.low, change.high].map(musd => musd / 1000),
    )
    expect(cells.at(-1)).toBe(quality)
  }
  expect(pairTable(context(false), 'Turnover', pairs).rows[0]!.slice(4, 6)).toEqual([null, null])
})

test('corridors of the traffic chart: the one the scenario is about first, none twice', () => {
  const result = fixtureResult()
  const chosen = changedTraffic(result, 4)
  expect(chosen.length).toBeGreaterThan(0)
  expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length)
  expect(changedTraffic({ ...result, corridors: [] }, 4)).toEqual([])
})

test('short names of corridors', () => {
  expect(corridorShort('Middle Corridor (TITR), Aktau - Alat - Poti')).toBe('Middle Corridor')
  expect(corridorShort('CAREC 2c (road by Irkeshtam)')).toBe('CAREC 2c')
})

test('outside the bloc both ends of the list are shown', () => {
  const countries = fixtureResult().countries
  const shown = extremes(countries, 1)
  const values = countries.map(country => country.realIncomeChangePercent.value)
  expect(shown.map(country => country.realIncomeChangePercent.value)).toEqual([
    Math.max(...values),
    Math.min(...values),
  ])
})

test('tables of charts are numbers with quality in words; a formula is taken for text', () => {
  const evil = { ...context(), countryName: (iso3: string) => `=HYPERLINK("${iso3}")` }
  const table = incomeTable(evil, 'Real income', fixtureResult().countries)
  const text = tableCsv(table)
  expect(text).toContain(`"'=HYPERLINK(""KAZ"")"`)
  expect(text).toContain('measured')
  expect(
    text
      .split('\n')
      .slice(1)
      .some(line => line.startsWith('=')),
  ).toBe(false)
  const pending = incomeTable(context(false), 'Real income', fixtureResult().countries)
  expect(pending.rows[0]!.slice(2, 4)).toEqual([null, null])
})

test('contributions add up to the figure, for a country and for all', () => {
  const result = fixtureResult()
  const rows = (kind: 'real-income' | 'turnover' | 'transit') =>
    contributionRows(CONTRIBUTIONS, { kind }, result.bloc.members, [], () => false)
  const sum = (of: readonly { readonly musd: number }[]) => of.reduce((total, { musd }) => total + musd, 0)
  expect(sum(rows('real-income'))).toBeCloseTo(934.2, 9)
  expect(sum(rows('turnover'))).toBeCloseTo(1912.7, 9)
  expect(sum(rows('transit'))).toBeCloseTo(2 * 1.5 * result.bloc.members.length, 9)
  const country = contributionRows(
    CONTRIBUTIONS,
    { kind: 'country', iso3: 'KAZ' },
    result.bloc.members,
    result.scenario.measures,
    measure => measure.id === 'm3',
  )
  expect(sum(country)).toBeCloseTo(934.2 / result.bloc.members.length, 9)
  expect(country.map(({ id }) => id)).toEqual(['Borders', 'Vessels'])
})

test('while a range is computed the columns stay where they were', () => {
  const kazakhstan = fixtureResult().countries.filter(({ iso3 }) => iso3 === 'KAZ')
  const shape = { height: 16, stacked: false }
  const known = chartGeometry(
    kazakhstan.map(country => incomeRow(context(), country)),
    420,
    shape,
  )
  const pending = { ...context(false), last: fixtureResult() }
  const pale = chartGeometry(
    kazakhstan.map(country => incomeRow(pending, country)),
    420,
    shape,
  )
  expect(pale.plotFrom).toBe(known.plotFrom)
  expect(pale.plotTo).toBe(known.plotTo)
})

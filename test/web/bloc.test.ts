import { expect, test } from 'vitest'
import { blocFigures, blocShares, checkClaims, QUALITIES } from '../../src/index.js'
import { chartPicture } from '../../src/web/export/chart-picture.js'
import { bloc as words } from '../../src/web/i18n/parts/bloc.js'
import { blocWords } from '../../src/web/i18n/parts/bloc-words.js'
import {
  blocsOf,
  claimCards,
  figureYears,
  literalOf,
  shareGroups,
} from '../../src/web/views/bloc/claim-cards.js'
import { drawConcentration } from '../../src/web/views/bloc/draw-concentration.js'
import { drawDotRows } from '../../src/web/views/bloc/draw-dot-rows.js'
import { drawMatrix } from '../../src/web/views/bloc/draw-matrix.js'
import { drawTimeline } from '../../src/web/views/bloc/draw-timeline.js'
import { readLimits } from '../../src/web/views/bloc/read-limits.js'
import { timelineOf, yearFraction } from '../../src/web/views/bloc/timeline-rows.js'
import { todaysFigures, turnoverMatrix } from '../../src/web/views/bloc/turnover-matrix.js'
import { verdict } from '../../src/web/views/bloc/verdict.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const cards = claimCards(dataset, 'sco')

test('every claim of the dataset stands on exactly one card', () => {
  const ids = cards.flatMap(card => card.claims.map(claim => claim.id)).sort()
  expect(ids).toEqual(
    dataset.claims
      .filter(claim => claim.bloc === 'sco')
      .map(claim => claim.id)
      .sort(),
  )
})

test('rows of a card are what keruen bloc --claims says, at the published limits', () => {
  for (const check of checkClaims(dataset, 'sco')) {
    const card = cards.find(each => each.claims.some(claim => claim.id === check.claim.id))!
    for (const year of [2009, 2023, 2024]) {
      const rows = shareGroups(dataset, 'sco', card.definitions, year, card.limits).flatMap(
        group => group.rows,
      )
      for (const { partnerCount, ...row } of rows.filter(each => each.partnerCount === 0)) {
        expect(check.verdicts).toContainEqual(row)
      }
      expect(rows.length).toBeGreaterThanOrEqual(4)
    }
  }
})

test('the year is the nearest that the basis has, the same in all rows of a group', () => {
  const groups = shareGroups(dataset, 'sco', ['population', 'gdp-nominal', 'gdp-ppp'], 2024, {
    low: 0,
    high: 1,
  })
  expect(groups.map(group => [group.definition, group.year])).toEqual([
    ['population', 2024],
    ['gdp-nominal', 2023],
    ['gdp-ppp', 2024],
  ])
  for (const group of groups) for (const row of group.rows) expect(row.year).toBe(group.year)
})

test('members with partners: the sum over all of them, and “almost half” is true of nothing else', () => {
  const card = cards.find(each => each.id === 'population 0.45 0.5')!
  const [group] = shareGroups(dataset, 'sco', card.definitions, 2024, card.limits)
  const held = group!.rows.filter(row => row.holds)
  expect(held.map(row => [row.memberCount, row.partnerCount])).toEqual([[10, 17]])
  const counted = dataset.blocs.filter(
    row => row.bloc === 'sco' && row.to === undefined && ['member', 'partner'].includes(row.role),
  )
  const figure = (iso3: string) =>
    dataset.figures.find(each => each.iso3 === iso3 && each.indicator === 'population' && each.year === 2024)!
      .value
  const sum = counted.reduce((total, row) => total + figure(row.iso3), 0)
  expect(counted).toHaveLength(27)
  expect(held[0]!.share).toBeCloseTo(sum / figure('WLD'), 12)
})

test('without partners asked for there are none', () => {
  expect(blocShares(dataset, 'sco', 'population').every(row => row.partnerCount === 0)).toBe(true)
  expect(blocShares(dataset, 'asean', 'population', { partners: true })).toEqual(
    blocShares(dataset, 'asean', 'population'),
  )
})

test.each([
  [{ low: 0.45, high: 0.5 }, 0.5],
  [{ low: 0.225, high: 0.275 }, 0.25],
  [{ low: 0.3, high: 0.367 }, 1 / 3],
  [{ low: 0.3, high: 1 }, 0.3],
  [{ low: 0.285, high: 0.315 }, 0.3],
])('the literal meaning of %j is %d', (limits, literal) => {
  expect(literalOf(limits)).toBeCloseTo(literal, 12)
})

test('the reader’s limits: a point or a comma, in order, at most all of the world', () => {
  expect(readLimits('40', '50')).toEqual({ low: 0.4, high: 0.5 })
  expect(readLimits(' 22,5 ', '27.5')).toEqual({ low: 0.225, high: 0.275 })
  for (const [low, high] of [
    ['50', '40'],
    ['40', '101'],
    ['', '50'],
    ['a', '50'],
    ['-1', '50'],
    ['1e1', '50'],
  ]) {
    expect(readLimits(low!, high!)).toBeUndefined()
  }
})

test('wider limits make more rows true', () => {
  const holds = (low: number) =>
    shareGroups(dataset, 'sco', ['population'], 2024, { low, high: 0.5 })[0]!.rows.filter(row => row.holds)
      .length
  expect([holds(0.45), holds(0.42), holds(0.4), holds(0.1)]).toEqual([1, 3, 4, 5])
})

test('the verdict says for whom the words are true, in every language', () => {
  const card = cards.find(each => each.id === 'gdp 0.225 0.275')!
  const groups = shareGroups(dataset, 'sco', card.definitions, 2024, card.limits)
  expect(verdict(groups, card.limits, words.en, 'en')).toBe(
    'At market prices: true for 8, 9 and 10 members; 10 members with 17 partners. At purchasing power parity: true for 6 members. Today’s members have 33.9\u00a0%.',
  )
  expect(verdict(groups, card.limits, words.ru, 'ru')).toContain('верно для 8, 9 и 10 членов; 10 членов с 17')
  expect(verdict(groups, card.limits, words.zh, 'zh')).toContain(
    '对8、9和10个成员国；10个成员国和17个伙伴成立。按',
  )
  expect(verdict(groups, card.limits, words.kk, 'kk')).toContain('33,9\u00a0%')
  const never = { low: 0.9, high: 0.95 }
  const none = shareGroups(dataset, 'sco', ['population'], 2024, never)
  expect(verdict(none, never, words.en, 'en')).toBe(
    'Not true under any definition shown. Nearest: 47.6\u00a0% (10 members and 17 partners).',
  )
})

test('every bloc has a name, a timeline, figures and a matrix that sums to its turnover', () => {
  for (const id of blocsOf(dataset)) {
    expect(blocWords.en.names[id], id).toBeTruthy()
    const figures = todaysFigures(dataset, id)
    const matrix = turnoverMatrix(dataset, figures)
    const sum = matrix.cells.flat().reduce((total, cell) => total + (cell.usd ?? 0), 0)
    expect(sum / figures.turnover.totalUsd).toBeCloseTo(1, 12)
    const shares = QUALITIES.reduce((total, quality) => total + matrix.qualityShares.get(quality)!, 0)
    expect(shares).toBeCloseTo(1, 12)
    expect(timelineOf(dataset, id).members.length).toBeGreaterThanOrEqual(figures.members.length)
  }
  expect(blocsOf(dataset)[0]).toBe('sco')
})

test('today’s turnover is that of keruen bloc with today’s members', () => {
  const { turnover, members } = blocFigures(dataset, 'sco', { year: 2023, asOf: '2026-01-01' })
  expect(todaysFigures(dataset, 'sco').turnover).toEqual(turnover)
  expect(members).toHaveLength(10)
})

test('larger cells are darker, the largest darkest, the own ones blank', () => {
  const { cells } = turnoverMatrix(dataset, todaysFigures(dataset, 'sco'))
  const flat = cells.flat().filter(cell => cell.usd !== undefined)
  expect(flat).toHaveLength(90)
  const sorted = [...flat].sort((a, b) => a.usd! - b.usd!)
  for (let k = 1; k < sorted.length; k++) expect(sorted[k]!.step).toBeGreaterThanOrEqual(sorted[k - 1]!.step)
  expect(sorted.at(-1)!.step).toBe(5)
  cells.forEach((row, i) => {
    expect(row[i]!.usd).toBeUndefined()
  })
})

test('the timeline tells members in order of accession, and what they were before', () => {
  const { members, others, changes } = timelineOf(dataset, 'sco')
  expect(members.map(row => row.iso3)).toEqual([
    ...['CHN', 'KAZ', 'KGZ', 'RUS', 'TJK', 'UZB', 'IND', 'PAK', 'IRN', 'BLR'],
  ])
  expect(members.at(-1)!.periods.map(period => [period.role, period.from])).toEqual([
    ['observer', '2015-07-10'],
    ['member', '2024-07-04'],
  ])
  expect(others).toHaveLength(18)
  expect(changes).toEqual([2001, 2017, 2023, 2024])
  expect(yearFraction('2017-07-01')).toBe(2017.5)
})

test('years are newest first', () => {
  const years = figureYears(dataset)
  expect(years[0]).toBe(2024)
  expect(years).toEqual([...years].sort((a, b) => b - a))
})

test('all drawings stay inside their frame and leave no variable in a picture', () => {
  const name = (iso3: string) => iso3
  const card = cards[0]!
  const rows = {
    groups: shareGroups(dataset, 'sco', card.definitions, 2024, card.limits).map(group => ({
      title: 'Share <b>',
      rows: group.rows.map(row => ({ ...row, label: `${row.memberCount} members`, value: '1 %' })),
    })),
    band: { ...card.limits, literal: card.literal, words: '45 to 50 %' },
    tick: String,
  }
  const matrix = turnoverMatrix(dataset, todaysFigures(dataset, 'sco'))
  const timeline = timelineOf(dataset, 'sco')
  const drawings = [
    drawDotRows(rows, 680),
    drawDotRows(rows, 320),
    drawTimeline(timeline, timeline.members, name, 360),
    drawConcentration([{ name: 'China', herfindahl: 0.03, index: '0.03', partner: 'USA 11 %' }], 360),
    drawMatrix(matrix, name, usd => String(Math.round(usd / 1e9))),
  ]
  for (const drawing of drawings) {
    for (const [, attribute, value] of drawing.body.markup.matchAll(/ (c?x[12]?|c?y[12]?)="(-?[\d.]+)"/g)) {
      expect(Number(value)).toBeGreaterThanOrEqual(0)
      expect(Number(value)).toBeLessThanOrEqual(attribute!.includes('x') ? drawing.width : drawing.height)
    }
    const picture = chartPicture({ title: 'T', subtitle: 'S', legend: [], source: 'Source: x', ...drawing })
    expect(picture).not.toContain('var(')
    expect(picture).not.toContain('<b>')
  }
  const dots = [...drawings[0]!.body.markup.matchAll(/<circle [^>]*r="([\d.]+)"/g)].map(([, r]) => r)
  expect(dots).toEqual(['3.6', '3.6', '3.6', '3.6', '5.5'])
})

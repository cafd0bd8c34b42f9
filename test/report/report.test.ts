import { describe, expect, test } from 'vitest'
import { shortName, wordContext } from '../../src/report/context.js'
import {
  type DrawnGeography,
  drawFrame,
  type Frame,
  renderReport,
  reportFrames,
} from '../../src/report/index.js'
import { en } from '../../src/report/messages/en.js'
import { wordedMusd } from '../../src/report/words.js'
import type { Result } from '../../src/scenario/result/result.js'
import { embeddedDataset } from '../embedded.js'
import { atlas, CONTRIBUTIONS, fixtureDataset, fixtureResult, MEMBERS } from './fixture.js'
import { unchangedResult } from './fixture-variants.js'
import { expectIn, expectNo, faults, page, visibleText } from './reading.js'

const hostile = `<script>alert(1)</script>"'&\u202e<img src=x onerror=alert(2)>\u0007`

test('the answer comes first: who gains most, with its range', () => {
  const html = page(fixtureResult())
  expectIn(visibleText(html), 'Kazakhstan would gain most: +0.21\u00a0% of real income (0.07 to 0.46)')
  expect(html.indexOf('<h1>')).toBeLessThan(html.indexOf('id="map"'))
})

test('money and days of a corridor have their range; what has none says so, in whole or in part', () => {
  const result = fixtureResult()
  const text = visibleText(page(result))
  expectIn(text, '3,410 2,190 to 5,330')
  expectIn(text, '2,440 no range is known')
  const part = { hours: 60, usdPerTeu: 1200 }
  const partly = result.corridors.map(corridor => ({
    ...corridor,
    withoutRange: { before: part, after: part },
  }))
  const some = visibleText(page({ ...result, corridors: partly }))
  expectIn(some, '8.1 to 16.4; none known for 2.5 of it')
  expectIn(some, '2,190 to 5,330; none known for 1,200 of it')
})

test('the paragraph tells gains, losses, what cannot be told from zero, and the cause of the range', () => {
  const text = visibleText(page(fixtureResult()))
  expectIn(text, 'Russian Federation loses, by 0.04\u00a0%.')
  expectIn(text, 'For Pakistan the change cannot be told from zero.')
  expectIn(text, 'For India the change stays within ±0.01\u00a0%.')
  expectIn(text, 'two thirds of the width of the range comes from one assumption: what a saved day is worth')
})

test('every result number of the members table occurs, as rounded', () => {
  const text = visibleText(page(fixtureResult()))
  for (const expected of [
    '+0.21',
    '+0.07 to +0.46',
    '−0.04',
    '−0.08 to −0.01',
    'about 0',
    '−0.03 to +0.03',
    'within ±0.01',
  ]) {
    expectIn(text, expected)
  }
  for (const member of MEMBERS) {
    const country = fixtureResult().countries.find(entry => entry.iso3 === member)!
    expectIn(text, country.name)
    expectIn(text, `+${country.exportsChangePercent.value.toFixed(2)}`)
    expectIn(text, `+${country.importsChangePercent.value.toFixed(2)}`)
    expectIn(text, `+${Math.round(country.blocTurnoverChangeMusd.value / 10) * 10} `)
  }
})

test('who loses trade to whom: home producers are called so, creation and diversion told apart', () => {
  const text = visibleText(page(fixtureResult()))
  expectIn(text, 'Who loses trade to whom')
  expectIn(text, 'Kazakhstan home producers China 8.4\u00a0M USD')
  expectIn(text, 'Kazakhstan Germany China 41\u00a0M USD')
  expectIn(text, 'would take 8.4\u00a0M USD from home producers (trade created) and 41\u00a0M USD from')
  expectIn(visibleText(page(unchangedResult())), 'No sales would change hands.')
  expectIn(text, 'China – Kazakhstan 61\u00a0M USD')
})

test('pairs of members: those that change most with their ranges, all in a table, and the bridge to recorded trade', () => {
  const result = fixtureResult()
  const text = visibleText(page(result))
  const told = text.slice(text.indexOf('Turnover of two members with each other'))
  const words = wordContext(result, en)
  const size = (pair: (typeof result.bloc.pairs)[number]) => Math.abs(pair.turnoverChangeMusd.value)
  const name = (iso3: string) => shortName(result.countries.find(country => country.iso3 === iso3)!.name)
  const ranked = [...result.bloc.pairs].sort((p, q) => size(q) - size(p))
  for (const { a, b, turnoverChangeMusd } of ranked.slice(0, 10)) {
    const { value, interval } = wordedMusd(words, turnoverChangeMusd)
    expectIn(told, `${name(a)} – ${name(b)} `)
    expectIn(told, `${value} ${interval}`)
  }
  expectIn(told, 'All 45 pairs')
  // of the fixture: 649.12 + 23.03 − 0.15 = 672
  expectIn(told, '672.0 bn USD here and 649.1 as recorded (keruen bloc): 649.1 +\u00a023.0 (')
  expectIn(told, ') \u2212\u00a00.1 (stated adjustments: transit booked as trade, bullion) = 672.0.')
  expectIn(visibleText(page(unchangedResult())), 'No two members would trade more or less with each other.')
})

test('with a trade of its own a baseline has no bridge, and the report says where recorded trade is told', () => {
  const { bloc } = fixtureResult()
  const text = visibleText(page(fixtureResult({ bloc: { ...bloc, turnoverBridge: null } })))
  expectIn(text, 'which balances trade its own way')
  expectNo(text, 'as recorded (keruen bloc)')
})

test('capacity: what is stated, what may pass and the queue; without any, that all is unlimited', () => {
  const text = visibleText(page(fixtureResult()))
  expectIn(text, 'is known for 1 of the open links, crossings and terminals')
  expectIn(text, 'More would pass than may at Khorgos, CHN→KAZ rail')
  expectIn(text, 'Khorgos, CHN→KAZ rail 532,000 1,080,000 1,000,000 1,080,000 full 4.2 derived')
  const [row] = fixtureResult().capacities
  const roomy = { ...row!, queueHours: 0, usedShare: { before: 0.5, after: 0.61 } }
  const calm = visibleText(page(fixtureResult({ capacities: [roomy] })))
  expectIn(calm, 'Nowhere would more pass than may')
  expectIn(calm, '61\u00a0% derived')
  expectIn(visibleText(page(fixtureResult({ capacities: [] }))), 'traffic is unlimited everywhere')
})

test('freight rates: what rises and what that costs, who keeps the rate; nothing where rates are as stated', () => {
  const text = visibleText(page(fixtureResult()))
  expectIn(text, 'Traders pay carriers 41\u00a0bn USD a year more')
  expectIn(text, 'Container ships rate of a TEU and day 0.18 +5.0 32.4 42.5 +31.2 40,500 derived')
  // A market that no language has a name for goes by that of the dataset.
  expectIn(text, 'Barges rate of a TEU 2.00 \u221220.0 1,500 1,500 0.0 0 estimated')
  const [, still] = fixtureResult().freightMarkets
  expectIn(visibleText(page(fixtureResult({ freightMarkets: [still!] }))), 'so all rates stay what they are')
  // As stated: nothing to tell, but that they might answer where the dataset says how.
  const stated = fixtureResult({ freightMarkets: [] })
  expectNo(visibleText(page(stated)), 'answer-demand')
  const dataset = { ...fixtureDataset(), freightMarkets: embeddedDataset().freightMarkets }
  const hint = visibleText(page(stated, dataset))
  expectIn(hint, 'A scenario with freightRates: answer-demand asks how it is within a year')
  expectNo(hint, 'Carriers whose rates answer')
})

test('scoreboard: speed without and with delay, border hours, cost and emissions; none where a corridor is closed', () => {
  const base = fixtureResult()
  const text = visibleText(page(base))
  expectIn(text, 'Scoreboard of these corridors')
  expectIn(
    text,
    `${base.corridors[0]!.name.replaceAll(' - ', ' – ')} 41 41 17.4 26.1 38 13 537 537 1,216 402 to 2,684`,
  )
  expectIn(text, 'Scoreboard of the other 1 corridor')
  const closed = base.corridors.map(row => ({ ...row, score: { before: row.score.before, after: null } }))
  expectIn(
    visibleText(page({ ...base, corridors: closed })),
    '41 closed 17.4 closed 38 closed 537 closed 1,216',
  )
  const never = base.corridors.map(row => ({ ...row, score: { before: null, after: null } }))
  expect(faults(page({ ...base, corridors: never }))).toEqual([])
})

test('where boxes wait: hours times boxes, the table behind the rings of the map', () => {
  const html = page(fixtureResult())
  const text = visibleText(html)
  // 72 and 24 hours of 44,000 and 67,000 TEU a year; 32.5 and 13 of a million
  expectIn(text, 'Khorgos – Altynkol (rail) border 3,700 1,600 33 13 1,000,000 1,100,000 derived')
  expectIn(text, 'Aktau port port or terminal 360 180 72 24 44,000 67,000 estimated')
  expectIn(text, '3,700 to 1,600 TEU wait there at any moment; at its capacity')
  for (const look of ['m-standing', 'm-standing-today', 'm-full']) expectIn(html, `class="${look}"`)
  const still = page(fixtureResult({ waits: [], capacities: [] }))
  expectIn(visibleText(still), 'No wait on the map holds boxes.')
  for (const look of ['m-standing', 'm-full']) expectNo(still, `class="${look}"`)
})

test('a line at its capacity has bars across it, one with room has none', () => {
  const [row] = fixtureResult().capacities
  const link = { ...row!, id: 'ferry-aktau--alat', kind: 'link' as const, label: 'Aktau – Alat, ferry' }
  const marks = (capacities: Result['capacities']) =>
    page(fixtureResult({ capacities })).match(/class="m-full"/g)?.length ?? 0
  // on both maps, and in the legend
  expect(marks([link])).toBe(3)
  expect(marks([{ ...link, queueHours: 0, usedShare: { before: 0.5, after: 0.6 } }])).toBe(0)
})

test('where a place is closed a cross takes the place of its wait, and its name stands once', () => {
  const base = fixtureResult()
  const [first] = base.scenario.measures
  const closing = { ...first!, kind: 'close' as const, linkIds: [], placeIds: ['khorgos'] }
  const waits = base.waits.map(wait =>
    wait.placeId === 'khorgos' ? { ...wait, teu: { before: wait.teu.before, after: 0 } } : wait,
  )
  const scenario = { ...base.scenario, measures: [closing] }
  const [wide] = page({ ...base, scenario, waits, capacities: [] }).match(
    /<svg[^>]*only-wide[\s\S]*?<\/svg>/,
  )!
  expectIn(wide, 'class="m-cross"')
  expectIn(wide, 'class="m-standing-today"')
  expectNo(wide, 'Khorgos - Altynkol (rail):')
  expect(wide.match(/>Khorgos – Altynkol</g)).toHaveLength(1)
})

test('what was counted stands beside the model with its source, and nothing is said where nothing was counted', () => {
  const html = page(fixtureResult())
  expectIn(
    visibleText(html),
    'Khorgos – Altynkol trains at 100 TEU 843,000 2023 1,000,000 1.2 × 1,080,000 derived',
  )
  expectIn(html, '<a href="https://example.org/count" rel="noreferrer">a count that a test invents</a>')
  expectNo(page(fixtureResult({ trafficPoints: [] })), 'Counted and modelled')
})

test('contributions: a row for each group, the headline below', () => {
  const text = visibleText(page(fixtureResult({ contributions: CONTRIBUTIONS })))
  expectIn(text, 'Which measure contributes how much')
  expectIn(text, 'Borders')
  expectIn(text, '2 measures')
  expectIn(text, 'The whole package')
  expect(visibleText(page(fixtureResult()))).not.toContain('Which measure contributes how much')
})

test('two calls give the same bytes', () => {
  const first = page(fixtureResult())
  const second = page(fixtureResult())
  expect(first === second).toBe(true)
})

test('a geography that was drawn and stored before gives the same page', () => {
  const frames = reportFrames(fixtureDataset())
  const drawn = new Map(frames.map(frame => [JSON.stringify(frame), JSON.stringify(drawFrame(atlas, frame))]))
  const asked: string[] = []
  const findGeography = (frame: Frame): DrawnGeography => {
    asked.push(JSON.stringify(frame))
    return JSON.parse(drawn.get(JSON.stringify(frame))!)
  }
  const options = { scenarioYaml: 'keruen: 1\n', findGeography }
  expect(renderReport(fixtureResult(), fixtureDataset(), atlas, options)).toBe(page(fixtureResult()))
  expect(new Set(asked).size).toBe(2)
})

test('boundaries part two countries each, disputed ones apart', () => {
  const { borders, disputedBorders } = drawFrame(atlas, reportFrames(fixtureDataset())[0]!)
  const pairs = borders.map(({ between }) => between.join(' '))
  expect(new Set(pairs).size).toBe(pairs.length)
  expect(pairs).toContain('KAZ KGZ')
  expect(pairs).not.toContain('IND PAK')
  expect(disputedBorders).toMatch(/^M/)
})

test('nothing is asked of any host: the only addresses are links to read', () => {
  const html = page(fixtureResult())
  expectNo(html, /<script|<iframe|<object|<embed|\bsrc=(?!["']?data:)|@import|url\((?!data:)/i)
  const addresses = html.match(/https?:\/\/[^"'\s<)]+/g) ?? []
  const links = [...html.matchAll(/<a href="(https?:[^"]+)"/g)].map(match => match[1])
  expect(addresses.filter(address => !links.includes(address))).toEqual([])
})

describe('text of a person stays text', () => {
  const base = fixtureResult()
  const html = page(
    {
      ...base,
      scenario: { ...base.scenario, title: hostile, description: hostile },
      measures: base.measures.map(measure => ({ ...measure, title: hostile })),
      corridors: base.corridors.map(corridor => ({ ...corridor, name: `${hostile} ${corridor.id}` })),
      notices: [
        { code: 'x', message: hostile, values: {} },
        { code: 'measure.no-route', message: '', values: { title: hostile, rows: 1 } },
      ],
      countries: base.countries.map(country => ({ ...country, name: `${hostile}${country.iso3}` })),
    },
    fixtureDataset({
      title: hostile,
      sources: [
        {
          id: 's',
          title: hostile,
          address: 'javascript:alert(3)',
          licence: hostile,
          licenceAddress: '"onclick="x',
          attribution: hostile,
          changes: hostile,
        },
      ],
    }),
  )

  test('no tag, no attribute, no control character of it reaches the page', () => {
    expect(html).not.toContain('<script')
    expectNo(html, /<img/)
    expectNo(html, /\son\w+=["']/)
    expect(html).not.toContain('javascript:')
    expectNo(html, '\u0007')
    expectNo(html, '\u202e')
  })

  test('it can still be read', () => {
    expectIn(visibleText(html), '<script>alert(1)</script>"\'&')
  })

  test('letters that run from right to left stand apart from the rest', () => {
    const title = 'ممر الوسط'
    expectIn(page({ ...base, scenario: { ...base.scenario, title } }), `<bdi>${title}</bdi>`)
  })
})

test('a number that is not finite stops the report instead of reaching a reader', () => {
  const base = fixtureResult()
  const broken = base.countries.map(country => ({
    ...country,
    exportsChangePercent: { value: NaN, low: 0, high: 0 },
  }))
  expect(() => page({ ...base, countries: broken })).toThrow('not finite')
})

test('ids in the page are unique and every reference to one is met', () => {
  const html = page(fixtureResult())
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]!)
  expect(new Set(ids).size).toBe(ids.length)
  const references = [...html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)].flatMap(match =>
    match[1]!.split(' '),
  )
  expect(references.filter(id => !ids.includes(id))).toEqual([])
})

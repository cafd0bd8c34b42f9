import { csvParse } from 'd3-dsv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  contributionsCsv,
  csv,
  diversionCsv,
  exactNumber,
  observedCsv,
  turnoverCsv,
} from '../../src/report/csv.js'
import {
  corridorsCsv,
  countriesCsv,
  flowsCsv,
  networkGeojson,
  RESULT_FILES,
  renderResult,
  resultJson,
  summaryTable,
} from '../../src/report/index.js'
import { capacitiesCsv, freightRatesCsv } from '../../src/report/scarcity-csv.js'
import { atlas, CONTRIBUTIONS, fixtureDataset, fixtureResult, MEMBERS } from './fixture.js'
import { unchangedResult, withoutDraws } from './fixture-variants.js'

const result = fixtureResult()

test('law: any text comes back from a CSV cell, with an apostrophe where it would have been a formula', () => {
  const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
  // A table reader cannot tell an empty row of one column from no row, so there are two columns.
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
      const [row] = csvParse(csv(['a', 'b'], [[a, b]]))
      expect({ a: row?.a, b: row?.b }).toEqual({ a: safe(a), b: safe(b) })
    }),
    { seed: 7 },
  )
})

test('law: a number is written so that it reads back to the same bits, and no zero has a sign', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      expect(Number(exactNumber(value))).toBe(value === 0 ? 0 : value)
    }),
    { seed: 7 },
  )
  expect(exactNumber(-0)).toBe('0')
  for (const bad of [NaN, Infinity, -Infinity]) expect(() => exactNumber(bad)).toThrow('not finite')
})

test('countries.csv has the columns promised, in order, and one row for each economy', () => {
  const text = countriesCsv(result)
  expect(text.split('\n')[0]!.split(',').slice(0, 12)).toEqual([
    'iso3',
    'name',
    'role',
    'real_income_change_percent',
    'real_income_change_percent_low',
    'real_income_change_percent_high',
    'real_income_change_musd',
    'exports_change_percent',
    'imports_change_percent',
    'bloc_turnover_change_musd',
    'transit_teu_change',
    'transit_revenue_change_musd',
  ])
  const rows = csvParse(text)
  expect(rows.map(row => row.iso3)).toEqual(result.countries.map(country => country.iso3))
  rows.forEach((row, k) => {
    const country = result.countries[k]!
    expect(row.name).toBe(country.name)
    expect(Number(row.real_income_change_percent)).toBe(country.realIncomeChangePercent.value)
    expect(Number(row.real_income_change_percent_low)).toBe(country.realIncomeChangePercent.low)
    expect(Number(row.transit_revenue_change_musd_high)).toBe(country.transitRevenueChangeMusd.high)
    expect(Object.keys(row)).toHaveLength(Object.keys(rows[0]!).length)
  })
})

test('flows.csv adds up to the flows of the result, home sales included', () => {
  const rows = csvParse(flowsCsv(result))
  const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)
  expect(total(rows.map(row => Number(row.before)))).toBeCloseTo(total(result.flows.before), 6)
  expect(total(rows.map(row => Number(row.after)))).toBeCloseTo(total(result.flows.after), 6)
  expect(rows.some(row => row.exporter === row.importer)).toBe(true)
  expect(rows.columns).toEqual(['exporter', 'importer', 'before', 'after', 'quality'])
  expect(new Set(rows.map(row => row.quality))).toEqual(
    new Set(['measured', 'published', 'derived', 'estimated']),
  )
})

test('turnover.csv has a row for every two members, adds up to the bloc’s turnover and has every range', () => {
  const rows = csvParse(turnoverCsv(result))
  const { pairs, turnoverBeforeMusd, turnoverChangeMusd } = result.bloc
  const total = (column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  expect(rows.columns).toEqual([
    'a',
    'b',
    'turnover_before_musd',
    'turnover_change_musd',
    'turnover_change_musd_low',
    'turnover_change_musd_high',
    'quality',
  ])
  expect(rows).toHaveLength((MEMBERS.length * (MEMBERS.length - 1)) / 2)
  expect(total('turnover_before_musd')).toBeCloseTo(turnoverBeforeMusd, 6)
  expect(total('turnover_change_musd')).toBeCloseTo(turnoverChangeMusd.value, 6)
  rows.forEach((row, k) => {
    const { a, b, quality, turnoverChangeMusd: range } = pairs[k]!
    expect([row.a, row.b, row.quality]).toEqual([a, b, quality])
    expect(Number(row.turnover_change_musd_low)).toBe(range.low)
    expect(Number(row.turnover_change_musd_high)).toBe(range.high)
  })
})

test('countries.csv tells changes of trade in money too', () => {
  const rows = csvParse(countriesCsv(result))
  rows.forEach((row, k) => {
    const country = result.countries[k]!
    const exported = (country.exportsBeforeMusd * country.exportsChangePercent.value) / 100
    expect(Number(row.exports_change_musd)).toBe(exported)
    expect(Number(row.home_sales_change_percent_low)).toBe(country.homeSalesChangePercent.low)
    expect(Number(row.bloc_turnover_change_percent)).toBeCloseTo(
      country.blocTurnoverBeforeMusd === 0
        ? 0
        : (100 * country.blocTurnoverChangeMusd.value) / country.blocTurnoverBeforeMusd,
      12,
    )
  })
})

test('diversion.csv holds every move; contributions.csv a row for each member and one for all', () => {
  expect(csvParse(diversionCsv(result)).map(row => ({ ...row }))).toEqual(
    result.flows.moves.map(move => ({ ...move, musd: String(move.musd) })),
  )
  const rows = csvParse(contributionsCsv(CONTRIBUTIONS))
  expect(rows).toHaveLength(CONTRIBUTIONS.length * (1 + MEMBERS.length))
  expect(rows[0]).toMatchObject({ id: 'Borders', measures: 'm1;m2', member: 'all' })
  expect(Number(rows[0]!.real_income_change_musd)).toBe(CONTRIBUTIONS[0]!.realIncomeChangeMusd)
})

test('contributions.csv, sectors.csv and welfare.csv are written where there is something to tell, and only there', () => {
  const assets = { atlas, fonts: [] }
  const plain = [...renderResult(result, fixtureDataset(), assets).keys()]
  for (const file of ['contributions.csv', 'sectors.csv', 'welfare.csv']) expect(plain).not.toContain(file)
  const sectors = { trade: [], welfare: [], partners: [] }
  const asked = fixtureResult({ contributions: CONTRIBUTIONS, flows: { ...result.flows, sectors } })
  expect([...renderResult(asked, fixtureDataset(), assets).keys()]).toEqual([...RESULT_FILES])
})

test('corridors.csv leaves the days of a closed corridor empty', () => {
  const closed = result.corridors.map(corridor => ({
    ...corridor,
    days: { before: 15.5, after: null },
    usdPerTeu: { before: 3482, after: null },
  }))
  const [row] = csvParse(corridorsCsv({ ...result, corridors: closed }))
  expect(row).toMatchObject({
    id: 'middle',
    days_before: '15.5',
    days_after: '',
    usd_per_teu_after: '',
    teu_before: '44000',
  })
})

test('corridors.csv tells the scores of an open corridor and leaves those of a closed one empty', () => {
  const [first] = result.corridors
  const [row] = csvParse(
    corridorsCsv({ ...result, corridors: [{ ...first!, score: { ...first!.score, after: null } }] }),
  )
  expect(row).toMatchObject({
    length_km_before: '6480',
    speed_without_delay_kmh_before: '41.3',
    speed_with_delay_kmh_before: '17.4',
    borders_before: '2',
    hours_per_border_before: '38.2',
    usd_per_500km_and_20t_before: '537.4',
    kg_co2e_per_teu_before: '1216.4',
    kg_co2e_per_teu_before_low: '402.1',
    kg_co2e_per_teu_before_high: '2683.7',
    speed_with_delay_kmh_after: '',
    kg_co2e_per_teu_after: '',
    kg_co2e_per_teu_after_low: '',
  })
})

test('corridors.csv tells the range of the money, and what carries none', () => {
  const rows = csvParse(corridorsCsv(result))
  expect(rows[0]).toMatchObject({
    usd_per_teu_after: '3410',
    usd_per_teu_after_low: '2190',
    usd_per_teu_after_high: '5330',
    usd_per_teu_without_range_after: '0',
  })
  expect(rows[1]).toMatchObject({ usd_per_teu_without_range_after: '2440', hours_without_range_after: '144' })
})

test('capacities.csv and freight-rates.csv hold what is scarce; neither is written where nothing is told', () => {
  const { capacities, freightMarkets } = result
  expect(csvParse(capacitiesCsv(capacities)).map(row => ({ ...row }))).toEqual([
    {
      id: capacities[0]!.id,
      kind: 'crossing',
      label: capacities[0]!.label,
      stated_teu_before: '532000',
      stated_teu_after: '532000',
      limit_teu_before: '1080000',
      limit_teu_after: '1080000',
      teu_before: '1000000',
      teu_after: '1080000',
      used_share_before: String(capacities[0]!.usedShare.before),
      used_share_after: '1',
      queue_hours: '4.2',
      quality: 'derived',
    },
  ])
  const rates = csvParse(freightRatesCsv(freightMarkets)).map(row => ({ ...row }))
  expect(rates.map(({ id }) => id)).toEqual(['container-ships', 'barges'])
  expect(rates[0]).toEqual({
    id: 'container-ships',
    name: 'Container ships',
    unit: 'TEU-day',
    supply_elasticity: '0.18',
    units_before: '4000',
    units_after: '4200',
    usd_per_unit_before: '32.4',
    usd_per_unit_after: '42.5',
    paid_more_musd: '40500',
    quality: 'derived',
    source: 'test',
  })
  const none = fixtureResult({ capacities: [], freightMarkets: [] })
  const without = [...renderResult(none, fixtureDataset(), { atlas, fonts: [] }).keys()]
  for (const file of ['capacities.csv', 'freight-rates.csv']) expect(without).not.toContain(file)
})

test('observed.csv holds every counted point with its source; it is not written where nothing was counted', () => {
  const [point] = result.trafficPoints
  expect(csvParse(observedCsv(result.trafficPoints)).map(row => ({ ...row }))).toEqual([
    {
      id: 'khorgos',
      name: point!.name,
      counted_teu: '843000',
      period: '2023',
      model_teu_before: '1000000',
      model_teu_after: '1080000',
      quality: 'derived',
      source: point!.source,
      address: point!.address,
      note: point!.note,
    },
  ])
  const without = renderResult(fixtureResult({ trafficPoints: [] }), fixtureDataset(), { atlas, fonts: [] })
  expect([...without.keys()]).not.toContain('observed.csv')
})

test('network.geojson is a collection of points and lines, longitude first, with traffic and waits', () => {
  const dataset = fixtureDataset()
  const collection = JSON.parse(networkGeojson(result, dataset))
  expect(collection.type).toBe('FeatureCollection')
  expect(collection.hash).toBe(result.hash)
  expect(collection.attribution).toContain('One & others')
  expect(collection.features).toHaveLength(dataset.network.links.length + dataset.network.places.length)
  const ferry = collection.features.find((feature: { id: string }) => feature.id === 'ferry-aktau--alat')
  expect(ferry.geometry.coordinates).toEqual([
    [51.2, 43.6],
    [49.4, 39.9],
  ])
  expect(ferry.properties.teuBefore).toBe(150_000)
  const khorgos = collection.features.find((feature: { id: string }) => feature.id === 'khorgos')
  expect(khorgos.properties.waits[0]).toMatchObject({ hoursBefore: 32.5, hoursAfter: 13 })
})

test('network.geojson draws a link by its way-points and cuts it at the antimeridian', () => {
  const dataset = fixtureDataset()
  const [first, ...rest] = dataset.network.links
  const line = (waypoints: readonly (readonly [number, number])[]) => {
    const network = { ...dataset.network, links: [{ ...first!, waypoints }, ...rest] }
    return JSON.parse(networkGeojson(result, { ...dataset, network })).features[0].geometry
  }
  const { type, coordinates } = line([])
  expect(type).toBe('LineString')
  const [from, to] = coordinates
  expect(line([[60, 40]])).toEqual({ type: 'LineString', coordinates: [from, [60, 40], to] })
  // 10° to the east over 180°, half of them before it: halfway in latitude too
  const there = line([
    [175, 10],
    [-175, 20],
    [175, 10],
  ])
  expect(there).toEqual({
    type: 'MultiLineString',
    coordinates: [
      [from, [175, 10], [180, 15]],
      [
        [-180, 15],
        [-175, 20],
        [-180, 15],
      ],
      [[180, 15], [175, 10], to],
    ],
  })
})

test('result.json holds all of the result but its flows, to the last bit', () => {
  const { flows: _, ...rest } = result
  expect(JSON.parse(resultJson(result))).toEqual(rest)
})

test('result.json keeps one order of keys, whatever the order in the record', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, turned(inner)]),
    )
  }
  expect(resultJson(turned(result) as typeof result)).toBe(resultJson(result))
  const keys = Object.keys(JSON.parse(resultJson(result)))
  expect(keys).toEqual(Object.keys(result).filter(key => key !== 'flows'))
  const country = JSON.parse(resultJson(result)).countries[0]
  expect(Object.keys(country).slice(0, 7)).toEqual([
    'iso3',
    'name',
    'role',
    'quality',
    'measuredTradeShare',
    'cautions',
    'realIncomeChangePercent',
  ])
})

test('a number that is not finite reaches no file', () => {
  const broken = { ...result, bloc: { ...result.bloc, turnoverBeforeMusd: NaN } }
  expect(() => resultJson(broken)).toThrow('not finite')
  const flows = { ...result.flows, after: result.flows.after.map((value, k) => (k === 1 ? Infinity : value)) }
  expect(() => flowsCsv({ ...result, flows })).toThrow('not finite')
})

test('a negative zero is written as zero', () => {
  const negative = { ...result, convergence: { ...result.convergence, largestResidual: -0 } }
  expect(resultJson(negative)).toContain('"largestResidual": 0,')
})

test('the terminal table shows every member and the bloc, in columns that line up', () => {
  const lines = summaryTable(result).split('\n')
  expect(lines[0]).toBe('Middle Corridor upgrade')
  expect(lines[1]).toBe('Kazakhstan would gain most: +0.21\u00a0% of real income (0.07 to 0.46)')
  const rule = lines.findIndex(line => line.startsWith('─'))
  const rows = lines.slice(rule + 1, rule + 11)
  expect(rows[0]).toMatch(/^Kazakhstan +\+0\.21 +\+0\.07 to \+0\.46/)
  expect(rows.at(-1)).toMatch(/^Russian Federation +−0\.04 +−0\.08 to −0\.01/)
  expect(new Set(rows.map(row => row.length)).size).toBe(1)
  expect(summaryTable(withoutDraws(result))).toContain('No parameter draws were made')
  expect(summaryTable(unchangedResult())).toContain('Nothing would change')
})

test('a title cannot move the cursor of a terminal', () => {
  const title = 'a\u001b[2Jb\nc'
  expect(summaryTable({ ...result, scenario: { ...result.scenario, title } }).split('\n')[0]).toBe('a [2Jb c')
})

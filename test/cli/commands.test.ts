import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keruen, root } from './run-keruen.js'

test('scenarios: every file in scenarios/ with its title', async () => {
  const { code, stdout } = await keruen(['scenarios'])
  expect(code).toBe(0)
  const names = readdirSync(join(root, 'scenarios'))
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.replace('.yaml', ''))
  expect(names.length).toBeGreaterThanOrEqual(7)
  for (const name of names) expect(stdout).toMatch(new RegExp(`^${name} +\\S`, 'm'))
  const { stdout: json } = await keruen(['scenarios', '--json'])
  expect(JSON.parse(json).map((scenario: { name: string }) => scenario.name)).toEqual(names.sort())
})

test.each(['scenario', 'result'])('schema %s: the published file, byte for byte', async format => {
  const { code, stdout } = await keruen(['schema', format])
  expect(code).toBe(0)
  expect(stdout).toBe(readFileSync(join(root, 'schemas', `${format}.schema.json`), 'utf8'))
})

describe('data', () => {
  test('lists every table of the data package with rows, licence and sources', async () => {
    const { code, stdout } = await keruen(['data', '--json'])
    expect(code).toBe(0)
    const { tables, sources } = JSON.parse(stdout)
    const described = JSON.parse(readFileSync(join(root, 'data', 'datapackage.json'), 'utf8')).resources
    expect(tables.map((table: { name: string }) => table.name).sort()).toEqual(
      described.map((resource: { name: string }) => resource.name).sort(),
    )
    const known = new Set(sources.map((source: { id: string }) => source.id))
    for (const table of tables) {
      expect(table.rows, table.name).toBeGreaterThan(0)
      expect(table.licence, table.name).not.toBe('')
      expect(table.sources.length, table.name).toBeGreaterThan(0)
      for (const source of table.sources) expect(known, `${table.name}: ${source}`).toContain(source)
    }
    const { stdout: text } = await keruen(['data'])
    for (const table of tables) expect(text).toContain(table.name)
  })

  test('check: the embedded dataset has no fault', async () => {
    expect(await keruen(['data', 'check', 'data'])).toEqual({
      code: 0,
      stdout: 'data: no faults found.\n',
      stderr: '',
    })
  })
})

describe('bloc', () => {
  test('json: the promised keys in the promised order, shares between 0 and 1', async () => {
    const { code, stdout } = await keruen(['bloc', 'sco', '--year', '2023', '--json'])
    expect(code).toBe(0)
    const figures = JSON.parse(stdout)
    expect(Object.keys(figures)).toEqual([
      'bloc',
      'asOf',
      'members',
      'population',
      'gdpNominal',
      'gdpPpp',
      'turnover',
      'turnoverBridge',
      'concentration',
    ])
    expect(figures).toMatchObject({ bloc: 'sco', asOf: '2023-12-31' })
    expect(figures.members).toEqual(['CHN', 'IND', 'IRN', 'KAZ', 'KGZ', 'PAK', 'RUS', 'TJK', 'UZB'])
    expect(Object.keys(figures.gdpPpp)).toEqual(['totalUsd', 'worldShare', 'year'])
    for (const { worldShare } of [figures.population, figures.gdpNominal, figures.gdpPpp]) {
      expect(worldShare).toBeGreaterThan(0)
      expect(worldShare).toBeLessThan(1)
    }
  })

  test('text leads from the recorded turnover to the one that scenarios start from, and to today’s members', async () => {
    const { stdout } = await keruen(['bloc', 'sco', '--year', '2023'])
    const number = (pattern: RegExp) => Number(stdout.match(pattern)![1])
    const recorded = number(/Trade among members, 2023: ([\d.]+) bn USD/)
    const model = number(/Scenarios start from ([\d.]+) bn USD/)
    const hongKong = number(/\+ ([\d.]+) of China, Hong Kong SAR, counted with China/)
    const adjustments = number(/- ([\d.]+) of stated adjustments/)
    expect(recorded + hongKong - adjustments).toBeCloseTo(model, 9)
    expect(hongKong).toBeGreaterThan(1)
    expect(stdout).toContain(`: ${recorded} + `)
    const now = await keruen(['bloc', 'sco', '--as-of', '2025-01-01'])
    const today = number(/the 10 of today, with Belarus, trade ([\d.]+) bn USD/)
    expect(now.stdout).toContain(`Trade among members, 2023: ${today} bn USD`)
    expect(now.stdout).not.toContain('Members have changed')
  })

  test('text, Markdown and CSV name every member', async () => {
    for (const form of [[], ['--md'], ['--csv']]) {
      const { code, stdout } = await keruen(['bloc', 'sco', '--year', '2023', ...form])
      expect(code).toBe(0)
      for (const iso3 of ['CHN', 'IRN', 'UZB']) expect(stdout).toContain(iso3)
    }
  })

  test('claims: all verdicts as CSV, one line each', async () => {
    const { code, stdout } = await keruen(['bloc', 'sco', '--claims', '--csv'])
    expect(code).toBe(0)
    const [titles, ...rows] = stdout.trimEnd().split('\n')
    expect(titles).toBe('claim,low,high,definition,membership_date,members,year,share,true')
    expect(rows.length).toBeGreaterThan(100)
  })
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { csv } from '../../src/report/csv.js'
import { html, trusted } from '../../src/report/html.js'
import { type ChartPicture, chartPicture, lines } from '../../src/web/export/chart-picture.js'
import { tableCsv } from '../../src/web/export/csv.js'
import { fileName } from '../../src/web/export/file-name.js'
import { inLight, LIGHT_TOKENS } from '../../src/web/export/light-tokens.js'

test.each([
  ['=1+1', "'=1+1"],
  ['+7 727', "'+7 727"],
  ['-2', "'-2"],
  ['@name', "'@name"],
  ['\tx', "'\tx"],
  ['=HYPERLINK("http://a","b")', `"'=HYPERLINK(""http://a"",""b"")"`],
  ['a=b', 'a=b'],
])('text that a spreadsheet would compute is written as text: %j', (text, written) => {
  expect(csv(['x'], [[text]])).toBe(`x\n${written}\n`)
})

test('numbers below zero stay numbers', () => {
  expect(csv(['x'], [[-2.5]])).toBe('x\n-2.5\n')
})

test('titles of columns are cells like others', () => {
  expect(csv(['a, b', '=x'], [])).toBe(`"a, b",'=x\n`)
})

test('a table in another script than ours is marked as UTF-8, a plain one is not', () => {
  const table = (name: string) => ({ title: 't', columns: [{ title: 'x' }], rows: [[name]] })
  expect(tableCsv(table('Қазақстан'))).toBe('\ufeffx\nҚазақстан\n')
  expect(tableCsv(table('Kazakhstan'))).toBe('x\nKazakhstan\n')
})

test.each([
  [['Middle Corridor upgrade', 'income'], 'middle-corridor-upgrade-income.png'],
  [['../../etc/passwd'], 'etc-passwd.png'],
  [['Доход: “нетто”'], 'доход-нетто.png'],
  [['***'], 'keruen.png'],
  [['a'.repeat(300)], `${'a'.repeat(80)}.png`],
])('file names: %j', (titles, name) => {
  expect(fileName(titles, 'png')).toBe(name)
})

test('the light colours are those of the style sheet', () => {
  const sheet = readFileSync(new URL('../../src/web/styles/tokens.css', import.meta.url), 'utf8')
  const light = /^:root \{([^}]*)\}/m.exec(sheet)![1]!
  const written = [...light.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
  expect(written.length).toBeGreaterThan(30)
  expect(LIGHT_TOKENS).toEqual(Object.fromEntries(written))
})

test('a colour that does not exist is refused', () => {
  expect(() => inLight('<rect fill="var(--lapis)"/>')).toThrow('lapis')
})

const picture: ChartPicture = {
  title: 'Share <of> the world',
  subtitle: 'percent, 2024',
  legend: [
    { mark: 'dot', token: 'ink', label: 'true & plain' },
    { mark: 'hollow', token: 'core', label: 'estimated' },
  ],
  source: 'Source: World Bank',
  scenario: 'Scenario: today (abc123)',
  notice: 'Boundaries imply no opinion',
  body: html`${trusted('<circle r="4" fill="var(--gain-3)"/>')}`,
  width: 400,
  height: 200,
}

test('a picture carries all that a reader needs away from the page', () => {
  const svg = chartPicture(picture)
  for (const text of [
    'Share &lt;of&gt; the world',
    'percent, 2024',
    'true &amp; plain',
    'estimated',
    'Source: World Bank',
    'Scenario: today (abc123)',
    'Boundaries imply no opinion',
  ]) {
    expect(svg).toContain(`>${text}</text>`)
  }
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1600" height="900"/)
  expect(svg).not.toContain('var(')
  expect(svg).toContain(`fill="${LIGHT_TOKENS['gain-3']}"`)
})

test('a chart fills the page without leaving it', () => {
  for (const [width, height] of [
    [400, 200],
    [300, 900],
    [2000, 100],
  ] as const) {
    const svg = chartPicture({ ...picture, width, height })
    const [, x, y, scale] = /translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)/.exec(svg)!.map(Number)
    expect(x).toBeGreaterThanOrEqual(64)
    expect(x! + width * scale!).toBeLessThanOrEqual(1600 - 64 + 1)
    expect(y).toBeGreaterThan(100)
    expect(y! + height * scale!).toBeLessThan(800)
  }
})

test('long texts are broken, between any two letters in Chinese', () => {
  expect(lines('one two three', 20, 400, 70)).toEqual(['one two', 'three'])
  expect(lines('数据来源世界银行', 20, 400, 80)).toEqual(['数据来源', '世界银行'])
})

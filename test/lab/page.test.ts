import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Result } from '../../src/scenario/result/result.js'
import { inUnit } from '../../src/web/views/outcomes/outcome-rows.js'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { keruen } from '../cli/run-keruen.js'
import { type Lab, openLab } from './site.js'
import { chooseReady, ranges, scenarioFile } from './steps.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

async function upload(page: Page, name: string, content: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: 'application/yaml',
    buffer: Buffer.from(content),
  })
}

/** The scenario file that the export menu saves. */
async function savedScenario(page: Page): Promise<string> {
  await page.locator('.top-bar .button.primary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.export-panel .menu-item').first().click(),
  ])
  await page.keyboard.press('Escape')
  return readFileSync((await download.path())!, 'utf8')
}

/** As the page writes a change. */
function printed(value: number, decimals = 2): string {
  return `${value < 0 ? '\u2212' : '+'}${Math.abs(value).toFixed(decimals)}`
}

/** Values of the levers that the page shows, by their key. */
const leverValues = (page: Page): Promise<string[]> =>
  page.$$eval('[data-lever]', rows =>
    rows.map(
      row =>
        `${row.getAttribute('data-lever')} ${[...row.querySelectorAll('input')].map(each => each.value).join()}`,
    ),
  )

describe.skipIf(chromiumPath === undefined)(`the lab in a browser${skipReason}`, () => {
  test('opens with today’s world, asks nothing of another host and breaks no policy', async () => {
    const { page, faults } = await lab.open()
    await page.waitForSelector('svg.map')
    expect(await page.locator('[data-lever]').count()).toBeGreaterThan(3)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a ready scenario with a lever moved, saved as a file, gives on the command line the numbers that the page shows', async () => {
    const { page, faults } = await lab.open()
    await chooseReady(page, 'middle-corridor')
    const slider = page.locator('[data-lever*="aktau"] input[type="range"]').first()
    const before = await slider.inputValue()
    await slider.focus()
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
    expect(Number(await slider.inputValue())).toBe(Number(before) - 4)
    await ranges(page)
    const folder = mkdtempSync(join(tmpdir(), 'keruen-lab-'))
    try {
      const file = join(folder, 'from-the-page.yaml')
      writeFileSync(file, await savedScenario(page))
      const { code, stdout } = await keruen(['run', file, '--json', '--out', join(folder, 'out')])
      expect(code).toBe(0)
      const { countries, bloc, corridors } = JSON.parse(stdout) as Result
      const labels = await page.$$eval('.lab-outcomes .chart-rows button', rows =>
        rows.map(row => row.getAttribute('aria-label')!),
      )
      let compared = 0
      for (const { iso3, name, realIncomeChangePercent: change } of countries) {
        const isClear = Math.abs(change.value) >= 0.015 && change.low * change.high > 0
        if (!bloc.members.includes(iso3) || !isClear) continue
        const numbers = `${printed(change.value)}, ${printed(change.low)} to ${printed(change.high)}`
        expect(labels, iso3).toContain(`${name.replace(/ \(.*/, '')}, ${numbers}`)
        compared++
      }
      expect(compared).toBeGreaterThanOrEqual(3)
      const total = bloc.turnoverChangeMusd.value / 1000
      expect(await page.locator('.chart-total .figure').textContent()).toBe(
        printed(total, Math.abs(total) < 1 ? 2 : 1),
      )
      const pairs = [...bloc.pairs]
        .sort((p, q) => Math.abs(q.turnoverChangeMusd.value) - Math.abs(p.turnoverChangeMusd.value))
        .slice(0, 3)
      const nameOf = (iso3: string) => countries.find(each => each.iso3 === iso3)!.name.replace(/ \(.*/, '')
      for (const { a, b, turnoverChangeMusd } of pairs) {
        const { decimals } = inUnit(turnoverChangeMusd, 1000, 2)
        const [value, low, high] = (['value', 'low', 'high'] as const).map(end =>
          printed(turnoverChangeMusd[end] / 1000, decimals),
        )
        expect(labels).toContain(`${nameOf(a)} – ${nameOf(b)}, ${value}, ${low} to ${high}`)
      }
      const middle = corridors.find(({ id }) => id === 'titr-aktau-poti')!
      const days = await page.locator('.lab-caravan').textContent()
      expect(days).toContain(`${middle.days.before!.toFixed(1)} days`)
      expect(days).toContain(`${middle.days.after!.toFixed(1)} days`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a lever moves by the keyboard, is taken back, and comes back from the link', async () => {
    const { page, faults } = await lab.open()
    const slider = page.locator('[data-lever*="aktau"] input[type="range"]').first()
    const today = await slider.inputValue()
    await slider.focus()
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft')
    const moved = await slider.inputValue()
    expect(Number(moved)).toBeLessThan(Number(today))
    await ranges(page)
    await page.waitForFunction(() => location.hash.startsWith('#s=1.'))
    const hash = await page.evaluate(() => location.hash)
    const values = await leverValues(page)

    const other = await lab.open(hash)
    await other.page.waitForFunction(
      wanted =>
        document.querySelector<HTMLInputElement>('[data-lever*="aktau"] input[type="range"]')?.value ===
        wanted,
      moved,
    )
    expect(new Set(await leverValues(other.page))).toEqual(new Set(values))
    expect(await savedScenario(other.page)).toBe(await savedScenario(page))
    await other.page.context().close()

    await page.locator('.top-bar .button.icon').first().click()
    await page.waitForFunction(
      wanted =>
        document.querySelector<HTMLInputElement>('[data-lever*="aktau"] input[type="range"]')?.value !==
        wanted,
      moved,
    )
    expect([...faults, ...other.faults]).toEqual([])
    await page.context().close()
  })

  test('a link that was cut says so and changes nothing', async () => {
    const { page } = await lab.open()
    await chooseReady(page, 'tariff-cut')
    await page.waitForFunction(() => location.hash.startsWith('#s=1.'))
    const before = await savedScenario(page)
    const hash = await page.evaluate(() => location.hash)
    await page.evaluate(
      cut => {
        location.hash = cut
      },
      hash.slice(0, -20),
    )
    await page.waitForSelector('[role="alert"]')
    expect(await page.locator('[role="alert"]').textContent()).toMatch(/cut off.*Kept/s)
    expect(await savedScenario(page)).toBe(before)
    await page.context().close()
  })

  test.each([
    ['no scenario', 'just: text\n', /mend/],
    ['an unknown measure', 'keruen: 1\nmeasures:\n  - tunnel: khorgos\n', /tunnel/],
    [
      'a misspelt place',
      'keruen: 1\nmeasures:\n  - crossing: khorgos-altynkool\n    hours: { change: -10% }\n',
      /khorgos-altynkol/,
    ],
    ['a later version', 'keruen: 2\n', /version|keruen/],
    ['no YAML', 'keruen: [1\n', /mend/],
    [
      'a bomb of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (c, k: number) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[k]}`).join()}]\n`)}`,
      /mend/,
    ],
    ['far too much', `keruen: 1\ntitle: ${'x'.repeat(300_000)}\n`, /256 KB/],
    [
      'markup',
      'keruen: 1\nmeasures:\n  - crossing: <img src=x onerror=alert(1)>\n    hours: { change: -10% }\n',
      /onerror/,
    ],
  ])('a file with %s is refused in words, and the scenario stays', async (_, content, words) => {
    const { page, faults } = await lab.open()
    await chooseReady(page, 'tariff-cut')
    const before = await savedScenario(page)
    await upload(page, 'given.yaml', content)
    await page.waitForSelector('[role="alert"]')
    const told = await page.locator('[role="alert"]').textContent()
    expect(told).toMatch(words)
    expect(told).toContain('given.yaml')
    expect(await page.locator('[role="alert"] img').count()).toBe(0)
    expect(await savedScenario(page)).toBe(before)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a file that can be run is opened under its own name', async () => {
    const { page, faults } = await lab.open()
    await upload(page, 'north-south.yaml', readFileSync(scenarioFile('north-south'), 'utf8'))
    await page.waitForFunction(() => location.hash.startsWith('#s=1.'))
    expect(await savedScenario(page)).toContain('name: north-south')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('speaks four languages', async () => {
    const { page, faults } = await lab.open()
    await chooseReady(page, 'middle-corridor')
    const seen = new Map<string, string>()
    for (const [value, lang] of [
      ['ru', 'ru'],
      ['zh', 'zh-CN'],
      ['kk', 'kk'],
      ['en', 'en-GB'],
    ] as const) {
      await page.locator('.language select').selectOption(value)
      await page.waitForFunction(wanted => document.documentElement.lang === wanted, lang)
      const text = await page.locator('body').textContent()
      expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object/)
      seen.set(value, text ?? '')
    }
    expect(new Set(seen.values()).size).toBe(4)
    expect(seen.get('ru')).toContain('Казахстан')
    expect(seen.get('zh')).toContain('哈萨克斯坦')
    expect(seen.get('kk')).toContain('Қазақстан')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('leads a newcomer from a lever to the answer and to where a figure comes from', async () => {
    const { page, faults } = await lab.open('', { isNewcomer: true })
    expect(await page.locator('.guide-card').textContent()).toContain('Move this')
    await chooseReady(page, 'middle-corridor')
    expect(await page.locator('.guide-card').textContent()).toContain('Read this')
    await page.locator('.guide-card .primary').click()
    expect(await page.locator('.guide-card').textContent()).toContain('Open this')
    await ranges(page)
    await page.locator('.lab-outcomes .chart-rows button').first().click()
    expect(await page.locator('.guide-card').count()).toBe(0)
    await page.reload()
    await page.waitForSelector('[data-engine="ready"]')
    expect(await page.locator('.guide-card').count()).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('up to four scenarios stand side by side, each with its own figures', async () => {
    const { page, faults } = await lab.open()
    await chooseReady(page, 'middle-corridor')
    await ranges(page)
    const alone = await page.$$eval('.lab-outcomes .chart-rows button', rows =>
      rows.map(row => row.ariaLabel!),
    )
    await page.locator('.tool-compare').click()
    for (const name of ['tariff-cut', 'paperless-borders', 'north-south']) {
      await chooseReady(page, name)
      await ranges(page)
      await page.locator('.compare-head > .button:not(.bare)').click()
    }
    expect(await page.locator('.compare-head li').count()).toBe(4)
    expect(await page.locator('.compare-head > .button:not(.bare)').isDisabled()).toBe(true)
    const tops = await page.$$eval('.compare-head > ul > li, .compare-head > .button', parts =>
      parts.map(part => Math.round(part.getBoundingClientRect().top)),
    )
    expect(tops).toHaveLength(6)
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(1)
    const labels = await page.$$eval('.compare .chart-rows button', rows => rows.map(row => row.ariaLabel!))
    const kyrgyzstan = alone.find(label => label.startsWith('Kyrgyzstan, '))!
    expect(labels).toContain(`A  ${kyrgyzstan}`)
    for (const letter of 'ABCD')
      expect(labels.filter(label => label.startsWith(letter)).length).toBeGreaterThan(10)
    // one that is left before it is answered gets its answer later
    await page.locator('.compare-head .lever-reset').last().click()
    await chooseReady(page, 'trans-afghan')
    await page.locator('.compare-head > .button:not(.bare)').click()
    await chooseReady(page, 'tariff-cut')
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.compare .chart-rows button')].filter(row =>
          row.ariaLabel!.startsWith('D'),
        ).length > 10,
    )
    await page.locator('.compare-open').first().click()
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('.scenario-title input')?.value ===
        'Middle Corridor upgrade',
    )
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('speaks the reader’s language in titles of scenarios, corridors and crossings, and saves the file as it was', async () => {
    const { page, faults } = await lab.open()
    await page.waitForSelector('[data-ahead="there"]')
    await chooseReady(page, 'middle-corridor')
    const title = page.locator('.scenario-title input')
    const written = {
      ru: [
        'Модернизация Срединного коридора',
        'Срединный коридор (ТМТМ), Актау – Алят – Поти',
        'Хоргос – Алтынколь',
      ],
      zh: ['中间走廊升级', '中间走廊（TITR），阿克套 – 阿拉特 – 波季', '霍尔果斯 – 阿腾科里'],
      kk: ['Орта дәлізді жаңғырту', 'Орта дәліз (ТХКБ), Ақтау – Алят – Поти', 'Қорғас – Алтынкөл'],
      en: ['Middle Corridor upgrade', 'Middle Corridor (TITR), Aktau – Alat – Poti', 'Khorgos – Altynkol'],
    }
    for (const [language, [scenario, corridor, crossing]] of Object.entries(written)) {
      await page.locator('.language select').selectOption(language)
      await page.waitForFunction(
        wanted => document.querySelector<HTMLInputElement>('.scenario-title input')?.value === wanted,
        scenario,
      )
      expect(await page.locator('h1.visually-hidden').textContent()).toBe(scenario)
      expect(await page.locator('.lab-caravan select option:checked').textContent()).toBe(corridor)
      expect(await page.locator('.lab-caravan').innerHTML()).toContain(crossing)
      await page.locator('.scenario-title .button').click()
      expect(await page.locator('[data-ready="middle-corridor"]').textContent()).toContain(scenario)
      await page.keyboard.press('Escape')
    }
    await page.locator('.language select').selectOption('ru')
    expect(parse(await savedScenario(page)).title).toBe('Middle Corridor upgrade')
    await page.locator('.lever-foot .button').first().click()
    const dialog = page.locator('.add-measure')
    for (const text of ['хоргос', 'Khorgos']) {
      await dialog.locator('input[type="search"]').fill(text)
      expect((await dialog.locator('select[size] option').allTextContents())[0]).toMatch(
        /^Хоргос – Алтынколь/,
      )
    }
    await dialog.locator('.dialog-foot .button').first().click()
    await title.fill('Мой коридор')
    await title.press('Enter')
    await page.locator('.language select').selectOption('kk')
    expect(await title.inputValue()).toBe('Мой коридор')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('works with the network cut once it is loaded', async () => {
    const { page, faults } = await lab.open()
    await page.waitForSelector('[data-ahead="there"]')
    await ranges(page)
    await page.context().setOffline(true)
    await chooseReady(page, 'paperless-borders')
    await ranges(page)
    for (const tab of [1, 2, 3, 0]) {
      await page.locator('.top-bar nav .tab').nth(tab).click()
      await page.waitForSelector(tab === 0 ? 'svg.map' : 'main h1, main h2')
    }
    await page.locator('.language select').selectOption('kk')
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('.scenario-title input')?.value ===
        'Мүшелер арасындағы қағазсыз шекаралар',
    )
    await page.locator('.top-bar .button.primary').click()
    const report = page.locator('.export-panel .menu-item').last()
    const [download] = await Promise.all([page.waitForEvent('download'), report.click()])
    const reported = readFileSync((await download.path())!, 'utf8')
    expect(reported).toMatch(/^<!doctype html>\n<html lang="kk">/)
    expect(reported).toContain('<title>Мүшелер арасындағы қағазсыз шекаралар –')
    expect(reported).toMatch(/<h1>[^<]*Қырғызстан|<h1>[^<]*Қазақстан|<h1>[^<]*Тәжікстан|<h1>[^<]*Өзбекстан/)
    await page.keyboard.press('Escape')
    await upload(page, 'north-south.yaml', readFileSync(scenarioFile('north-south'), 'utf8'))
    await page.waitForFunction(() => location.hash.startsWith('#s=1.'))
    expect(await savedScenario(page)).toContain('name: north-south')
    expect(faults).toEqual([])
    await page.context().close()
  })
})

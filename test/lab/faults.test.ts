import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { type Lab, openLab } from './site.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

/** The page in Russian, with all that it loads ahead, then without a network. */
async function openInRussian(): Promise<Page> {
  const { page } = await lab.open('', { locale: 'ru-RU' })
  await page.waitForSelector('[data-ahead="there"]', { timeout: 60_000 })
  await page.context().setOffline(true)
  return page
}

async function upload(page: Page, content: string): Promise<void> {
  const buffer = Buffer.from(`keruen: 1\n${content}`)
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'мой.yaml', mimeType: 'application/yaml', buffer })
}

describe.skipIf(chromiumPath === undefined)(`faults in the reader’s language${skipReason}`, () => {
  test('a bad file is refused in Russian, its field and value as written, and the scenario stays', async () => {
    const page = await openInRussian()
    await page.locator('.scenario-title .button').click()
    await page.locator('[data-ready="tariff-cut"]').click()
    await page.waitForFunction(() => location.hash.startsWith('#s=1.'))
    const before = page.url()
    await upload(page, 'measures:\n  - crossing: khorgos-altynkool\n    hours: { change: "60%" }\n')
    const alert = page.locator('.trouble[role="alert"]')
    await alert.waitFor()
    expect(await alert.locator('li').allTextContents()).toEqual([
      'мой.yaml, строка 3, столбец 15, measures[0].crossing: ожидается: место из набора данных; найдено: "khorgos-altynkool". Напишите khorgos-altynkol (scenario.unknown-place)',
      'мой.yaml, строка 4, столбец 22, measures[0].hours.change: ожидается: процент со знаком; найдено: "60%". Напишите -60%, если снижение, или +60%, если рост (scenario.missing-sign)',
    ])
    expect(page.url()).toBe(before)
    // Another language is told at once, English as on the command line.
    await page.locator('.language select').selectOption('kk')
    await alert.locator('li', { hasText: '3-жол, 15-баған' }).waitFor()
    await page.locator('.language select').selectOption('en')
    await alert.locator('li', { hasText: 'мой.yaml:3:15: measures[0].crossing: expected a place' }).waitFor()
    await page.context().close()
  })

  test('a scenario that comes to no answer is told so in Russian over the levers', async () => {
    const page = await openInRussian()
    await upload(
      page,
      'measures:\n  - crossing: khorgos-altynkol\n    mode: rail\n    capacity: { to: 1 TEU }\n',
    )
    const note = page.locator('.lever-fault[role="alert"]')
    await note.waitFor({ timeout: 60_000 })
    expect(await note.locator('li').textContent()).toMatch(
      /^khorgos-altynkol .*rail: ожидается: не больше \d+ ДФЭ в год .*; найдено: \d+ ДФЭ в год и очередь в \d+ ч\. Поднимите .*\(network\.capacity-not-converged\)$/,
    )
    expect(await page.locator('.trouble').count()).toBe(0)
    await page.context().close()
  })
})

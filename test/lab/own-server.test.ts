import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { chromiumPath, launchChromium, skipReason } from '../browser/chromium.js'
import { type RunningLab, startLab } from '../cli/start-lab.js'

let home: string
let lab: RunningLab
let browser: Browser
beforeAll(async () => {
  if (chromiumPath === undefined) return
  home = mkdtempSync(join(tmpdir(), 'keruen-own-server-'))
  lab = await startLab(home, '--port', '0', '--scenarios', join(home, 'saved'))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await lab?.end()
  if (home !== undefined) rmSync(home, { recursive: true, force: true })
})

test.skipIf(chromiumPath === undefined)(
  `with its own server the page saves scenarios in a folder and has long runs made${skipReason}`,
  async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    const faults: string[] = []
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text())
    })
    page.on('pageerror', error => faults.push(error.message))
    await page.addInitScript(() => localStorage.setItem('keruen-first-minute', 'seen'))
    await page.goto(lab.url)
    await page.waitForSelector('[data-engine="ready"]', { timeout: 60_000 })

    await page.locator('.scenario-title .button').click()
    const title = () => page.locator('.scenario-title input').inputValue()
    const before = await title()
    await page.locator('[data-ready="tariff-cut"]').click()
    await expect.poll(title, { timeout: 30_000 }).not.toBe(before)
    await page.locator('.scenario-title input').fill('Half the tariffs <b>')
    await page.keyboard.press('Enter')
    await page.locator('.scenario-title .button').click()
    await page.locator('.save-here').click()
    await page.waitForSelector('[data-saved="half-the-tariffs-b"]')
    expect(readdirSync(join(home, 'saved'))).toEqual(['half-the-tariffs-b.yaml'])
    const file = parse(readFileSync(join(home, 'saved', 'half-the-tariffs-b.yaml'), 'utf8'))
    expect(file.measures).toHaveLength(1)

    await page.locator('.menu-item', { hasText: 'Nothing changed' }).click()
    await page.locator('.scenario-title .button').click()
    await page.locator('[data-saved="half-the-tariffs-b"]').click()
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('.scenario-title input')?.value === 'Half the tariffs <b>',
    )
    await page.locator('.scenario-title .button').click()
    await page.locator('.saved-scenario .lever-reset').click()
    await page.waitForFunction(() => document.querySelector('[data-saved]') === null)
    expect(readdirSync(join(home, 'saved'))).toEqual([])
    await page.keyboard.press('Escape')

    await page.locator('.top-bar .button.primary').click()
    await page.locator('.long-run').click()
    const report = page.locator('.export-panel a.menu-item')
    await report.waitFor({ timeout: 120_000 })
    const [opened] = await Promise.all([page.context().waitForEvent('page'), report.click()])
    await opened.waitForSelector('h1')
    const text = (await opened.locator('body').textContent()) ?? ''
    expect(text).toContain('Half the tariffs <b>')
    expect(text).toMatch(/2,?000 draws/)
    expect(faults).toEqual([])
    await page.close()
  },
  240_000,
)

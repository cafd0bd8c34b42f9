import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Result } from '../../src/scenario/result/result.js'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { keruen } from '../cli/run-keruen.js'
import { violations } from './axe.js'
import { type Lab, openLab } from './site.js'
import { chooseReady, ranges } from './steps.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

describe.skipIf(chromiumPath === undefined)(`freight rates that answer demand${skipReason}`, () => {
  test('a switch among the shocks: it tells what the command line does, is in the file, and is taken back', async () => {
    const { page, faults } = await lab.open()
    await chooseReady(page, 'paperless-borders')
    await ranges(page)
    const heading = page.locator('.lever-group button[aria-controls="levers-shocks"]')
    await heading.click()
    const rates = page.getByRole('switch', { name: 'Freight rates answer demand' })
    const told = () => page.locator('.lever', { has: rates }).textContent()
    expect(await told()).toContain('As within a year')
    await rates.click()
    await page.waitForFunction(() => /Mongolia or Russia: \+/.test(document.body.textContent!), null, {
      timeout: 60_000,
    })
    await ranges(page)
    expect(await heading.textContent()).toContain('1 changed')
    expect(await violations(page)).toEqual([])

    await page.locator('.top-bar .button.primary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.export-panel .menu-item').first().click(),
    ])
    await page.keyboard.press('Escape')
    const text = readFileSync((await download.path())!, 'utf8')
    expect(parse(text).freightRates).toBe('answer-demand')
    const folder = mkdtempSync(join(tmpdir(), 'keruen-rates-'))
    try {
      const file = join(folder, 'rates.yaml')
      writeFileSync(file, text)
      const { code, stdout } = await keruen(['run', file, '--json', '--out', join(folder, 'out')])
      expect(code).toBe(0)
      const { freightMarkets, bloc } = JSON.parse(stdout) as Result
      const { before, after } = freightMarkets.find(({ id }) => id === 'china-trains')!.usdPerUnit
      expect(after).toBeGreaterThan(before)
      expect(await told()).toContain(`Russia: +${(100 * (after / before - 1)).toFixed(1)} %`)
      const total = (bloc.turnoverChangeMusd.value / 1000).toFixed(1)
      expect(await page.locator('.chart-total .figure').textContent()).toBe(`+${total}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }

    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => /As within a year/.test(document.body.textContent!))
    expect(await rates.isChecked()).toBe(false)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

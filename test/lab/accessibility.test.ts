import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { violations } from './axe.js'
import { type Lab, openLab } from './site.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

const SIZES = [
  ['wide', { width: 1440, height: 900 }],
  ['narrow', { width: 390, height: 844 }],
] as const

/** Opens a part of the page by the bar; on a phone the parts are behind its menu. */
async function openPart(page: Page, part: number): Promise<void> {
  const more = page.locator('.tool-more')
  if (await more.isVisible()) await more.click()
  await page.locator('.top-bar nav .tab').nth(part).click()
}

describe.skipIf(chromiumPath === undefined)(`the page is for everyone${skipReason}`, () => {
  for (const [size, viewport] of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds no violation on any view, ${size}, ${colorScheme}`, async () => {
        const { page } = await lab.open('', { viewport, colorScheme })
        await page.waitForSelector('svg.map')
        expect(await violations(page), 'lab, today').toEqual([])
        await page.locator('.scenario-title .button').click()
        expect(await violations(page), 'ready scenarios').toEqual([])
        await page.locator('[data-ready="middle-corridor"]').click()
        await page.waitForSelector('[data-ranges="there"]', { timeout: 60_000 })
        expect(await violations(page), 'lab, changed').toEqual([])
        for (const [tab, name] of [
          [1, 'bloc'],
          [2, 'data'],
          [3, 'method'],
        ] as const) {
          await openPart(page, tab)
          await page.waitForSelector('main h1')
          expect(await violations(page), name).toEqual([])
        }
        await page.context().close()
      })

      test(`nothing is wider than the screen, ${size}, ${colorScheme}`, async () => {
        const { page } = await lab.open('', { viewport, colorScheme })
        for (const tab of [0, 1, 2, 3]) {
          await openPart(page, tab)
          await page.waitForSelector(tab === 0 ? 'svg.map' : 'main h1')
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(wide, `part ${tab}`).toBeLessThanOrEqual(0)
        }
        await page.context().close()
      })
    }
  }

  test('the whole way without a mouse: open a ready scenario, move a lever, read the answer, save the file', async () => {
    const { page, faults } = await lab.open()
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: at } = document
        return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''} ${at?.className ?? ''}`
      })
    const tabTo = async (wanted: RegExp, key = 'Tab') => {
      for (let step = 0; step < 120; step++) {
        await page.keyboard.press(key)
        if (wanted.test(await focused())) return
      }
      throw new Error(`the focus never came to ${wanted}`)
    }
    await tabTo(/Choose a ready scenario/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-ready]')
    await tabTo(/Tariffs among members halved/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.startsWith('#s='))
    await tabTo(/Import tariffs among members halved/)
    const before = await page.evaluate(() => location.hash)
    await tabTo(/halved: tariff/)
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(old => location.hash !== old, before)
    await page.waitForSelector('[data-ranges="there"]', { timeout: 60_000 })
    await tabTo(/Export/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/\.yaml$/)
    await page.keyboard.press('Escape')
    expect(await focused()).toMatch(/Export/)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('every focus can be seen', async () => {
    const { page } = await lab.open()
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        const style = getComputedStyle(at)
        const ring = Number.parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'
        // a slider shows it on its thumb, the map on the mark that has it
        return ring || at.matches('.slider input, svg, svg *') || at === document.body
      })
      const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))
      expect(seen, name).toBe(true)
    }
    await page.context().close()
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/web/i18n/languages.js'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { type Lab, openLab } from './site.js'
import { outcomesEnd, ranges } from './steps.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

describe.skipIf(chromiumPath === undefined)(`today, with nothing changed${skipReason}`, () => {
  test('the outcomes are levels of a year, in their tables as well, until something is changed', async () => {
    const { page, faults } = await lab.open()
    const rows = () =>
      page.$$eval('.lab-outcomes .chart-rows button', found => found.map(row => row.ariaLabel!))
    const shown = await rows()
    expect(shown).toHaveLength(10 + 4 + 4)
    for (const label of shown) expect(label).toMatch(/, [1-9][\d,.]*$/)
    const units = await page.locator('.lab-outcomes').textContent()
    expect(units!.match(/2023/g)!.length).toBeGreaterThanOrEqual(3)
    for (const chart of await page.locator('.lab-outcomes .chart').all()) {
      const first = await chart.locator('.chart-rows button').first().getAttribute('aria-label')
      await chart.locator('.chart-tools > .button').click()
      const cells = await page.locator('dialog .chart-table tbody tr th').allTextContents()
      expect(
        cells.some(name => name.startsWith(first!.split(', ')[0]!)),
        first!,
      ).toBe(true)
      await page.keyboard.press('Escape')
    }
    const caravanRows = () =>
      page.locator('.caravan-drawing svg .c-name[text-anchor="end"]').allTextContents()
    expect(await caravanRows()).toEqual(['today'])
    expect(await page.locator('.caravan-text').textContent()).toMatch(/^Today \d+\.\d days\.$/)
    const slider = page.locator('[data-lever*="aktau"] input[type="range"]').first()
    await slider.focus()
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft')
    await ranges(page)
    expect((await rows()).some(label => label.includes('+'))).toBe(true)
    expect(await caravanRows()).toEqual(['today', 'scenario'])
    await page.locator('.lever-foot .bare').click()
    await page.waitForFunction(
      before =>
        JSON.stringify(
          [...document.querySelectorAll('.lab-outcomes .chart-rows button')].map(row => row.ariaLabel),
        ) === before,
      JSON.stringify(shown),
    )
    expect(faults).toEqual([])
    await page.context().close()
  })

  test.each([
    [1440, 900],
    [1024, 768],
  ])('at %i × %i nothing of it needs scrolling, in any language', async (width, height) => {
    const { page } = await lab.open('', { viewport: { width, height } })
    for (const language of LANGUAGES) {
      await page.locator('.language select').selectOption(language)
      await page.waitForFunction(wanted => document.documentElement.lang.startsWith(wanted), language)
      const end = await outcomesEnd(page, '.chart-rows svg, .chart-total, .chart-note')
      expect(end, language).toBeLessThanOrEqual(height)
      expect((await page.locator('svg.map').boundingBox())!.height, language).toBeGreaterThan(200)
    }
    await page.context().close()
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/web/i18n/languages.js'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { type Lab, openLab } from './site.js'
import { chooseReady, outcomesEnd, ranges } from './steps.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

describe.skipIf(chromiumPath === undefined)(`what stands above the fold${skipReason}`, () => {
  test.each(['middle-corridor', 'suez-closed'])(
    'at 1024 × 768 nothing of the outcomes of %s needs scrolling, in any language',
    async name => {
      const { page } = await lab.open('', { viewport: { width: 1024, height: 768 } })
      await chooseReady(page, name)
      await ranges(page)
      for (const language of LANGUAGES) {
        await page.locator('.language select').selectOption(language)
        // the charts are laid out anew once the new words have their widths
        await page.waitForFunction(wanted => document.documentElement.lang.startsWith(wanted), language)
        expect(await outcomesEnd(page, '.chart-rows svg, .chart-total'), language).toBeLessThanOrEqual(768)
        const map = (await page.locator('svg.map').boundingBox())!
        expect(map.height, language).toBeGreaterThan(110)
      }
      await page.context().close()
    },
  )
})

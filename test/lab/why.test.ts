import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { embeddedDataset } from '../embedded.js'
import { violations } from './axe.js'
import { type Lab, openLab } from './site.js'
import { chooseReady, ranges } from './steps.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

/** Selects a wait of the caravan line, as a reader does who asks where the days go. */
async function openWait(page: Page, name: RegExp): Promise<void> {
  await page.locator('.caravan-drawing').getByRole('button', { name }).first().click()
  await page.waitForSelector('.why-lever')
}

const focusedLever = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.closest('[data-lever]')?.getAttribute('data-lever'))

describe.skipIf(chromiumPath === undefined)(
  `from a figure to its lever and its citation${skipReason}`,
  () => {
    test('a crossing leads to its lever in a group that was closed; moved by the keyboard, the wait follows', async () => {
      const { page, faults } = await lab.open()
      await page.locator('[aria-controls="levers-borders"]').click()
      await openWait(page, /Khorgos/)
      expect(await page.locator('[data-lever*="khorgos"]').count()).toBe(0)
      await page.locator('.why-lever').click()
      await page.waitForFunction(() =>
        document.activeElement?.matches('[data-lever*="khorgos"] input[type="range"]'),
      )
      expect(await page.locator('.lever.is-wanted').count()).toBe(1)
      const before = await page.locator('.level-value').textContent()
      for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
      await page.waitForFunction(old => document.querySelector('.level-value')?.textContent !== old, before)
      expect(await page.locator('.group-state.is-changed').count()).toBe(1)
      expect(await violations(page)).toEqual([])
      expect(faults).toEqual([])
      await page.context().close()
    })

    test('a line that no lever is listed for gets one, as today: nothing changes until it is moved', async () => {
      const { page, faults } = await lab.open()
      await page.waitForSelector('.map-stand')
      await page.locator('.map-stand').focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.why-lever')
      const listed = await page.locator('[data-lever]').count()
      await page.locator('.why-lever').click()
      await page.waitForFunction(() =>
        document.activeElement?.matches('[data-lever*="link"] input[type="range"]'),
      )
      expect(await page.locator('[data-lever]').count()).toBe(listed + 1)
      expect(await page.locator('.group-state.is-changed').count()).toBe(0)
      await page.keyboard.press('ArrowRight')
      await page.waitForFunction(() => location.hash.startsWith('#s=1.'))
      expect(await page.locator('.group-state.is-changed').count()).toBe(1)
      expect(faults).toEqual([])
      await page.context().close()
    })

    test('on a phone the panel gives way to the open sheet, and the lever has the focus in sight', async () => {
      const { page } = await lab.open('', {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      })
      await openWait(page, /Khorgos/)
      await page.locator('.why-lever').tap()
      await page.waitForSelector('.lab[data-sheet="open"]')
      await page.waitForFunction(() =>
        document.activeElement?.matches('[data-lever*="khorgos"] input[type="range"]'),
      )
      expect(await page.locator('.why').count()).toBe(0)
      expect(await focusedLever(page)).toContain('khorgos')
      await page.context().close()
    })

    test('a citation is copied: figure, scenario and its link, data, source', async () => {
      const { page, faults } = await lab.open()
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await chooseReady(page, 'middle-corridor')
      await ranges(page)
      await openWait(page, /Khorgos/)
      await page.locator('.why-cite').click()
      await page.waitForSelector('.toast')
      const text = await page.evaluate(() => navigator.clipboard.readText())
      const { hash, version } = embeddedDataset()
      expect(text).toContain('Khorgos – Altynkol (Border crossing)')
      expect(text).toMatch(/today 84, in the scenario 33 hours; stated range today: 12 to 168/)
      expect(text).toMatch(/Scenario: Middle Corridor upgrade; result [0-9a-f]{64}\./)
      expect(text).toContain(`version ${version}`)
      expect(text).toMatch(/SHA-256 [0-9a-f]{64}\./)
      if (hash !== undefined) expect(text).toContain(hash)
      expect(text).toMatch(/Source of the input: CAREC CPMM/)
      const address = text.split('\n').at(-1)!
      expect(address).toContain('#s=1.')
      const other = await page.context().newPage()
      await other.goto(address)
      await other.waitForFunction(
        () =>
          document.querySelector<HTMLInputElement>('.scenario-title input')?.value ===
          'Middle Corridor upgrade',
      )
      expect(faults).toEqual([])
      await page.context().close()
    })

    test('where nothing may be copied the citation is shown, selected', async () => {
      const { page, faults } = await lab.open()
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
      })
      await openWait(page, /Khorgos/)
      await page.locator('.why-cite').click()
      const field = page.locator('.citation')
      await field.waitFor()
      const text = await field.inputValue()
      expect(text).toContain('Scenario: today, nothing changed.')
      expect(
        await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart),
      ).toBe(text.length)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await page.locator('.why').count()).toBe(1)
      expect(faults).toEqual([])
      await page.context().close()
    })
  },
)

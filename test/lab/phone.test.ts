import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { projectRoot } from '../embedded.js'
import { violations } from './axe.js'
import { type Lab, openLab } from './site.js'

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

const openPhone = (height = 844) =>
  lab.open('', { viewport: { width: 390, height }, hasTouch: true, isMobile: true })

/** Whether all of an element is on the screen and nothing stands over its middle or, inside of their rounding, its corners. */
const isInSight = (element: Locator): Promise<boolean> =>
  element.evaluate(node => {
    const { left, right, top, bottom } = node.getBoundingClientRect()
    const xs = [left + 9, (left + right) / 2, right - 9]
    const ys = [top + 9, (top + bottom) / 2, bottom - 9]
    return xs.every(x => ys.every(y => node.contains(document.elementFromPoint(x, y))))
  })

/** The sheet takes its time to its height. */
const sheetIsStill = (page: Page): Promise<void> =>
  page.locator('.lab-levers').evaluate(async sheet => {
    await Promise.all(sheet.getAnimations().map(each => each.finished))
  })

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document
    return `${at?.getAttribute('aria-label') ?? ''} ${at?.textContent ?? ''} ${at?.className ?? ''}`
  })

async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    if (wanted.test(await focused(page))) return
  }
  throw new Error(`the focus never came to ${wanted}`)
}

describe.skipIf(chromiumPath === undefined)(`the lab on a phone${skipReason}`, () => {
  for (const state of ['rest', 'open'] as const) {
    test(`the answer and a part of the map stay in sight while a lever is moved, sheet ${state}`, async () => {
      const { page, faults } = await openPhone()
      const answer = page.locator('.answer-sentence')
      const before = await answer.textContent()
      if (state === 'open') await page.locator('.sheet-handle').tap()
      await page.waitForSelector(`.lab[data-sheet="${state}"]`)
      const slider = page.locator('[data-lever*="aktau"] input[type="range"]').first()
      await slider.scrollIntoViewIfNeeded()
      await sheetIsStill(page)
      const box = (await slider.boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 4 })
      await page.waitForFunction(
        old => document.querySelector('.answer-sentence')?.textContent !== old,
        before,
      )
      // the hand still holds it
      expect(await isInSight(answer)).toBe(true)
      expect(await isInSight(slider)).toBe(true)
      const [map, sheet] = [
        await page.locator('.lab-map').boundingBox(),
        await page.locator('.lab-levers').boundingBox(),
      ]
      expect(Math.min(map!.y + map!.height, sheet!.y) - map!.y).toBeGreaterThan(120)
      await page.mouse.up()
      expect(faults).toEqual([])
      await page.context().close()
    })
  }

  test('on a low screen the open sheet leaves the answer in sight as well', async () => {
    const { page } = await openPhone(640)
    await page.locator('.sheet-handle').tap()
    await page.waitForSelector('.lab[data-sheet="open"]')
    await sheetIsStill(page)
    expect(await isInSight(page.locator('.answer-sentence'))).toBe(true)
    await page.context().close()
  })

  test('the answer stays in sight however far the results are scrolled', async () => {
    const { page } = await openPhone()
    await page.locator('.phone-tab').nth(1).tap()
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
    expect(await isInSight(page.locator('.answer-sentence'))).toBe(true)
    await page.context().close()
  })

  test('a drag of the handle opens the sheet, lowers it and puts it away', async () => {
    const { page } = await openPhone()
    const drag = async (by: number) => {
      const box = (await page.locator('.sheet-handle').boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + 10)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width / 2, box.y + 10 + by, { steps: 6 })
      await page.mouse.up()
    }
    await drag(-250)
    await page.waitForSelector('.lab[data-sheet="open"]')
    await sheetIsStill(page)
    await drag(200)
    await page.waitForSelector('.lab[data-sheet="rest"]')
    await sheetIsStill(page)
    await drag(150)
    await page.waitForSelector('.lab[data-sheet="closed"]')
    expect(await page.locator('.lab-levers').isVisible()).toBe(false)
    await page.locator('.phone-tab').first().tap()
    expect(await page.locator('.lab-levers').isVisible()).toBe(true)
    await page.context().close()
  })

  test('every tool of the wide bar is in reach by keyboard: redo, compare, open, first steps, parts, language', async () => {
    const { page, faults } = await openPhone()
    // asked for long before, so that the browser hands it over whenever it comes
    const chooser = page.waitForEvent('filechooser', { timeout: 60_000 })
    const menu = async (item: RegExp) => {
      await page.locator('.tool-more').focus()
      await page.keyboard.press('Enter')
      await tabTo(page, item)
    }
    const slider = page.locator('[data-lever*="aktau"] input[type="range"]').first()
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    const moved = await slider.inputValue()
    await page.locator('.top-bar').getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      value =>
        document.querySelector<HTMLInputElement>('[data-lever*="aktau"] input[type="range"]')!.value !==
        value,
      moved,
    )
    await menu(/Redo/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      value =>
        document.querySelector<HTMLInputElement>('[data-lever*="aktau"] input[type="range"]')!.value ===
        value,
      moved,
    )
    expect(await focused(page)).toMatch(/More/)

    await menu(/Compare/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.compare')
    expect(await page.locator('.compare').isVisible()).toBe(true)

    await menu(/Open a scenario file/)
    const file = join(projectRoot, 'scenarios', 'north-south.yaml')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles({
      name: 'north-south.yaml',
      mimeType: 'application/yaml',
      buffer: readFileSync(file),
    })
    await page.waitForFunction(() => document.querySelector('.scenario-name')?.textContent?.includes('North'))

    await menu(/first steps/)
    await page.keyboard.press('Enter')
    expect(await isInSight(page.locator('.guide-card'))).toBe(true)
    await page.locator('.guide-card .bare').tap()

    await menu(/Method/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('main h1')
    await menu(/^ *Lab/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('svg.map')

    await page.locator('.tool-more').tap()
    await page.locator('.language select').selectOption('kk')
    await page.waitForFunction(() => document.documentElement.lang === 'kk')
    await page.keyboard.press('Escape')
    expect(await page.locator('.more-items').count()).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds no violation in menus, open sheet and results, ${colorScheme}`, async () => {
      const { page } = await lab.open('', {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        colorScheme,
      })
      await page.locator('.tool-more').tap()
      expect(await violations(page), 'more').toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.sheet-handle').tap()
      expect(await violations(page), 'open sheet').toEqual([])
      await page.locator('.phone-tab').nth(3).tap()
      expect(await violations(page), 'export').toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.phone-tab').nth(1).tap()
      expect(await violations(page), 'results').toEqual([])
      await page.locator('.phone-tab').nth(2).tap()
      await page.waitForSelector('.why-steps')
      expect(await violations(page), 'why').toEqual([])
      await page.context().close()
    })
  }
})

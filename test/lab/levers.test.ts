import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/web/i18n/languages.js'
import { GROUPS } from '../../src/web/scenario/levers.js'
import { chromiumPath, skipReason } from '../browser/chromium.js'
import { violations } from './axe.js'
import { type Lab, openLab } from './site.js'
import { chooseReady, scenarioFile } from './steps.js'

const WRITTEN = readFileSync(scenarioFile('everything'), 'utf8')

let lab: Lab
beforeAll(async () => {
  if (chromiumPath !== undefined) lab = await openLab()
})
afterAll(() => lab?.close())

async function speak(page: Page, language: string): Promise<void> {
  await page.locator('.language select').selectOption(language)
  await page.waitForFunction(wanted => document.documentElement.lang.startsWith(wanted), language)
}

/** Texts of the headings of groups of which a part is hidden, or that something stands over. */
const hiddenHeadings = (page: Page): Promise<string[]> =>
  page.$$eval('.lever-group h3', headings =>
    headings
      .filter(heading => {
        const { left, right, top, bottom } = heading.getBoundingClientRect()
        return ![top + 3, bottom - 3].every(y =>
          heading.contains(document.elementFromPoint((left + right) / 2, y)),
        )
      })
      .map(heading => heading.textContent!),
  )

const keys = (page: Page): Promise<string[]> =>
  page.$$eval('[data-lever]', rows => rows.map(row => row.getAttribute('data-lever')!))

/** The part of an attribute by which a lever of the catalogue is told. */
const rowOf = (page: Page, id: string) => page.locator(`[data-lever*='"${id}"']`)

describe.skipIf(chromiumPath === undefined)(`the levers${skipReason}`, () => {
  test.each([
    [1440, 900],
    [1024, 768],
  ])(
    'at %i × %i the heading of every group is in sight, however far the list is scrolled',
    async (width, height) => {
      const { page } = await lab.open('', { viewport: { width, height } })
      for (const language of LANGUAGES) {
        await speak(page, language)
        expect(await page.locator('.lever-group h3').count()).toBe(GROUPS.length)
        expect(await hiddenHeadings(page), language).toEqual([])
      }
      await speak(page, 'en')
      await chooseReady(page, 'middle-corridor')
      for (const part of [0.4, 1]) {
        await page.locator('.lever-groups').evaluate((list, share) => {
          list.scrollTop = share * (list.scrollHeight - list.clientHeight)
        }, part)
        expect(await hiddenHeadings(page)).toEqual([])
      }
      await page.context().close()
    },
  )

  test('with nothing changed levers of the first groups are open, at 1440 × 900 none of them is scrolled away', async () => {
    const { page } = await lab.open()
    const list = page.locator('.lever-groups')
    for (const language of LANGUAGES) {
      await speak(page, language)
      const shown = await keys(page)
      for (const id of ['aktau', 'titr-aktau-poti', 'khorgos-altynkol', 'digital'])
        expect(shown.filter(key => key.includes(`"${id}"`)).length, id).toBeGreaterThan(0)
      expect(await list.evaluate(each => each.scrollHeight - each.clientHeight), language).toBe(0)
    }
    await page.context().close()
  })

  test('the heading of a group leads to its levers', async () => {
    const { page } = await lab.open()
    await chooseReady(page, 'middle-corridor')
    const heading = (group: string) => page.locator(`[aria-controls="levers-${group}"]`)
    const isInSight = (group: string) =>
      page
        .locator(`#levers-${group} [data-lever]`)
        .first()
        .evaluate(row => {
          const { left, right, top } = row.getBoundingClientRect()
          return row.contains(document.elementFromPoint((left + right) / 2, top + 8))
        })
    // open, and scrolled behind the headings: the first click leads to it, the next one closes it
    expect(await isInSight('borders')).toBe(false)
    await heading('borders').click()
    await expect.poll(() => isInSight('borders')).toBe(true)
    await heading('borders').click()
    expect(await heading('borders').getAttribute('aria-expanded')).toBe('false')
    await heading('shocks').focus()
    await page.keyboard.press('Enter')
    expect(await heading('shocks').getAttribute('aria-expanded')).toBe('true')
    await expect.poll(() => isInSight('shocks')).toBe(true)
    await page.context().close()
  })

  test('the rest of a group is one click away, and what is changed or was moved stays', async () => {
    const { page, faults } = await lab.open()
    const more = page.locator('#levers-corridors .lever-more')
    expect(await rowOf(page, 'alat').count()).toBe(0)
    const first = await keys(page)
    await more.focus()
    await page.keyboard.press('Enter')
    expect(await more.getAttribute('aria-expanded')).toBe('true')
    // the focus is on the first lever that came; it gets there after the paint
    await page.waitForFunction(() => document.activeElement?.closest('[data-lever]'))
    const at = await page.evaluate(() =>
      document.activeElement!.closest('[data-lever]')!.getAttribute('data-lever'),
    )
    expect((await keys(page)).filter(key => !first.includes(key))[0]).toBe(at)
    const slider = rowOf(page, 'alat').locator('input[type="range"]')
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await more.click()
    expect(await rowOf(page, 'alat').count()).toBe(1)
    expect(await rowOf(page, 'turkmenbashi').count()).toBe(0)
    const order = await keys(page)
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => document.querySelectorAll('.group-state.is-changed').length === 0)
    // at today's value again, it is neither gone nor elsewhere
    expect(await keys(page)).toEqual(order)
    await page.locator('.lever-foot .bare').click()
    expect(await keys(page)).toEqual(first)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('no name takes more than two lines where the list is 300 px wide, in any language', async () => {
    const { page } = await lab.open()
    await page.locator('.lab').evaluate(main => {
      ;(main as HTMLElement).style.gridTemplateColumns = '300px minmax(0, 1fr)'
    })
    for (const name of [undefined, 'everything']) {
      if (name !== undefined) await chooseReady(page, name)
      for (const closed of ['.lever-group h3 [aria-expanded="false"]', '.lever-more[aria-expanded="false"]'])
        while ((await page.locator(closed).count()) > 0) await page.locator(closed).first().click()
      for (const language of LANGUAGES) {
        await speak(page, language)
        await page.evaluate(() => document.fonts.ready)
        const long = await page.$$eval('.lever-name', found =>
          found
            .filter(each => {
              const range = document.createRange()
              range.selectNodeContents(each)
              return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 2
            })
            .map(each => each.textContent),
        )
        // English titles are those of the file, as a person wrote them
        const made = long.filter(text => language !== 'en' || !WRITTEN.includes(text!))
        expect(made, `${language} ${name}`).toEqual([])
      }
      await speak(page, 'en')
    }
    await page.context().close()
  })

  test('on a phone every group is one touch or key away', async () => {
    const { page, faults } = await lab.open('', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const tabs = page.locator('.lever-tabs [role="tab"]')
    expect(await tabs.count()).toBe(GROUPS.length)
    for (const tab of await tabs.all()) {
      const box = (await tab.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(390)
    }
    await tabs.nth(4).tap()
    expect(await keys(page)).toContainEqual(expect.stringContaining('"suez"'))
    await page.keyboard.press('ArrowRight')
    expect(await tabs.nth(0).getAttribute('aria-selected')).toBe('true')
    expect(await tabs.nth(0).evaluate(tab => tab === document.activeElement)).toBe(true)
    expect(await rowOf(page, 'aktau').count()).toBe(1)
    expect(await violations(page)).toEqual([])
    // what is changed shows itself
    await page.locator('.scenario-title .button').tap()
    await page.locator('[data-ready="paperless-borders"]').tap()
    await page.waitForSelector('#tab-borders[aria-selected="true"] b')
    expect(faults).toEqual([])
    await page.context().close()
  })
})

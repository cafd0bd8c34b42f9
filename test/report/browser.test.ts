/** The page in a real browser: no request, no error, no fault of accessibility, nothing wider than the screen. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FontFile, renderReport } from '../../src/report/index.js'
import { chromiumPath, launchChromium, skipReason } from '../browser/chromium.js'
import { atlas, fixtureDataset, fixtureResult } from './fixture.js'

const resolve = createRequire(import.meta.url).resolve
const axeSource = readFileSync(resolve('axe-core/axe.min.js'), 'utf8')
const fonts: FontFile[] = (['latin', 'greek'] as const).map(subset => ({
  subset,
  bytes: readFileSync(
    resolve(`@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`),
  ),
}))

describe.skipIf(chromiumPath === undefined)(`the page in Chromium${skipReason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'keruen-report-'))
  const file = join(folder, 'report.html')
  let browser: Browser

  beforeAll(async () => {
    const html = renderReport(fixtureResult(), fixtureDataset(), atlas, {
      scenarioYaml: 'keruen: 1\n',
      fonts,
    })
    writeFileSync(file, html)
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  /** Opens the page with every request but the file itself counted and refused. */
  async function open(width: number, colorScheme: 'light' | 'dark') {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const outside: string[] = []
    const errors: string[] = []
    await page.route('**/*', route => {
      const address = route.request().url()
      if (address.startsWith('file:') || address.startsWith('data:')) return route.continue()
      outside.push(address)
      return route.abort()
    })
    page.on('console', message => errors.push(message.text()))
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(pathToFileURL(file).href)
    await page.evaluate('document.fonts.ready')
    return { page, outside, errors }
  }

  test.each([
    [1280, 'light'],
    [390, 'light'],
    [1280, 'dark'],
    [390, 'dark'],
    [2560, 'light'],
  ] as const)('%i pixels wide, %s', async (width, scheme) => {
    const { page, outside, errors } = await open(width, scheme)
    expect(outside).toEqual([])
    expect(errors).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.locator('svg.map:visible').count()).toBe(1)
    expect(await page.locator('#members tbody tr').count()).toBeGreaterThanOrEqual(20)
    await page.close()
  })

  test('no label of the map covers another', async () => {
    for (const width of [1280, 390]) {
      const { page } = await open(width, 'light')
      const boxes = (await page.evaluate(`[...document.querySelectorAll('svg.map')]
        .filter(map => map.getBoundingClientRect().width > 0)
        .flatMap(map => [...map.querySelectorAll('text')])
        .map(text => { const b = text.getBBox(); return { name: text.textContent, left: b.x, right: b.x + b.width, top: b.y + 3, bottom: b.y + b.height - 3 } })`)) as {
        name: string
        left: number
        right: number
        top: number
        bottom: number
      }[]
      expect(boxes.length).toBeGreaterThan(4)
      const covered = boxes.flatMap((a, k) =>
        boxes
          .slice(k + 1)
          .filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map(b => `${a.name} and ${b.name}`),
      )
      expect(covered).toEqual([])
      await page.close()
    }
  })

  async function accessibilityFaults(page: Page): Promise<string[]> {
    await page.evaluate(`document.querySelectorAll('details').forEach(details => { details.open = true })`)
    await page.evaluate(axeSource)
    const faults = await page.evaluate(
      `axe.run().then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html.slice(0, 120)).join(' | ')))`,
    )
    return faults as string[]
  }
})

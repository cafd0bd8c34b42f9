import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { chromiumPath, launchChromium, skipReason } from '../browser/chromium.js'
import { type Site, serveSite } from './site.js'

let site: Site
let browser: Browser

beforeAll(async () => {
  if (chromiumPath === undefined) return
  site = await serveSite()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

interface Watched {
  readonly page: Page
  readonly faults: string[]
}

async function openPage(): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', error => faults.push(error.message))
  await page.goto(site.address)
  await page.waitForSelector('.top-bar')
  return { page, faults }
}

/** What a click saves. */
async function saved(page: Page, selector: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)])
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) }
}

/** Width, height, and the parts of the pixels that are no ground: above the chart, in the chart, below it. */
async function inkOf(page: Page, png: Buffer): Promise<{ size: number[]; ink: number[] }> {
  return await page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const part = (from: number, to: number) => {
      const [top, height] = [bitmap.height * from, bitmap.height * (to - from)].map(Math.round)
      const pixels = new Uint32Array(context.getImageData(0, top!, bitmap.width, height!).data.buffer)
      return pixels.filter(pixel => pixel !== 0xffffffff).length / pixels.length
    }
    return { size: [bitmap.width, bitmap.height], ink: [part(0, 0.13), part(0.15, 0.8), part(0.92, 1)] }
  }, png.toString('base64'))
}

test.skipIf(chromiumPath === undefined)(
  `every file of the export menu is what it says${skipReason}`,
  async () => {
    const { page, faults } = await openPage()
    await page.click('.top-bar .disclosure > button')
    await page.waitForSelector('.export-panel .menu-item:last-of-type:enabled', { timeout: 60_000 })
    const item = (words: string) => saved(page, `.export-panel .menu-item:has-text("${words}")`)

    const scenario = await item('Scenario, YAML')
    expect(scenario.name).toBe('scenario.yaml')
    expect(parse(scenario.bytes.toString())).toEqual({ keruen: 1, measures: [] })

    const result = JSON.parse((await item('Result, JSON')).bytes.toString())
    expect(result.keruenResult).toBe(1)
    expect(result.uncertainty.draws).toBeGreaterThan(0)
    expect(JSON.parse((await item('GeoJSON')).bytes.toString()).features.length).toBeGreaterThan(1000)

    expect((await item('Economies, CSV')).bytes.toString()).toMatch(/^iso3,name,role,/)
    expect((await item('Corridors, CSV')).bytes.toString()).toMatch(/^id,days_before,/)
    expect((await item('Trade flows, CSV')).bytes.toString().split('\n').length).toBeGreaterThan(1000)

    const report = (await item('Report')).bytes.toString()
    expect(report).toMatch(/^<!doctype html>/)
    expect(report).toContain(result.hash)
    expect(report).not.toMatch(/<script|src="http/)

    const map = await item('Map as PNG')
    expect(map.name).toMatch(/map\.png$/)
    const { size, ink } = await inkOf(page, map.bytes)
    expect(size).toEqual([3200, 1800])
    for (const part of ink) expect(part).toBeGreaterThan(0.002)
    const drawn = (await item('Map as SVG')).bytes.toString()
    expect(drawn).toContain(result.hash.slice(0, 12))
    expect(drawn).toContain('@font-face')
    expect(faults).toEqual([])
    await page.close()
  },
)

test.skipIf(chromiumPath === undefined)(
  `every chart of the lab is saved with its words, its figures and its source${skipReason}`,
  async () => {
    const { page, faults } = await openPage()
    await page.waitForSelector('[data-engine="ready"]', { timeout: 60_000 })
    await page.click('.guide-card .button >> nth=0')
    await page.click('.scenario-title .button')
    await page.click('[data-ready="middle-corridor"]')
    await page.waitForSelector('[data-ranges="there"]', { timeout: 60_000 })
    const charts = await page.locator('main .chart-tools').count()
    expect(charts).toBe(4)
    for (let chart = 0; chart < charts; chart++) {
      const tools = `main .chart-tools >> nth=${chart}`
      const items = `${tools} >> .menu-item`
      const open = () => page.click(`${tools} >> .disclosure > button`)
      await open()
      const { size, ink } = await inkOf(page, (await saved(page, `${items} >> nth=0`)).bytes)
      expect(size).toEqual([3200, 1800])
      for (const part of ink) expect(part).toBeGreaterThan(0.002)
      await open()
      const svg = (await saved(page, `${items} >> nth=1`)).bytes.toString()
      expect(svg).not.toContain('var(')
      expect(svg).toContain('Middle Corridor upgrade')
      await open()
      const csv = (await saved(page, `${items} >> nth=2`)).bytes.toString()
      expect(csv.trim().split('\n').length).toBeGreaterThan(4)
      expect(csv).not.toMatch(/NaN|undefined|Infinity/)
      // the table behind the chart has the same rows
      await page.click(`${tools} >> button >> nth=0`)
      await page.waitForSelector('dialog[open] table')
      const rows = await page.locator('dialog[open] tbody tr').count()
      expect(rows).toBe(csv.trim().split('\n').length - 1)
      await page.keyboard.press('Escape')
      await page.waitForSelector('dialog[open]', { state: 'detached' })
    }
    expect(faults).toEqual([])
    await page.close()
  },
)

test.skipIf(chromiumPath === undefined)(
  `every chart of the bloc page is saved with its words, in Chinese too${skipReason}`,
  async () => {
    const { page, faults } = await openPage()
    await page.click('.top-bar nav button >> nth=1')
    await page.waitForSelector('.chart-drawing svg')
    for (const language of ['en', 'zh']) {
      await page.selectOption('.language select', language)
      const charts = await page.locator('main .chart-tools').count()
      expect(charts).toBe(6)
      for (let chart = 0; chart < charts; chart++) {
        const tools = `main .chart-tools >> nth=${chart}`
        await page.click(`${tools} >> .disclosure > button`)
        const { size, ink } = await inkOf(page, (await saved(page, `${tools} >> .menu-item >> nth=0`)).bytes)
        expect(size).toEqual([3200, 1800])
        for (const part of ink) expect(part).toBeGreaterThan(0.002)
      }
    }
    const tools = 'main .chart-tools >> nth=0'
    await page.click(`${tools} >> .disclosure > button`)
    const svg = (await saved(page, `${tools} >> .menu-item >> nth=1`)).bytes.toString()
    expect(svg).toContain('“将近一半的人口”')
    expect(svg).not.toContain('var(')
    expect(svg.match(/@font-face/g)!.length).toBeGreaterThan(2)
    await page.click(`${tools} >> .disclosure > button`)
    const csv = (await saved(page, `${tools} >> .menu-item >> nth=2`)).bytes.toString()
    expect(csv.split('\n')).toHaveLength(7)
    expect(csv).toMatch(/^\ufeff口径,/)
    expect(faults).toEqual([])
    await page.close()
  },
)

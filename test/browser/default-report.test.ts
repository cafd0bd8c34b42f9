import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { keruen } from '../cli/run-keruen.js'
import { chromiumPath, launchChromium, skipReason } from './chromium.js'

test.skipIf(chromiumPath === undefined)(
  `the report of the default scenario opens offline: map, tables, no error, no request${skipReason}`,
  async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'keruen-page-')), 'out')
    expect(await keruen(['run', '--draws', '5', '--quiet', '--out', out])).toMatchObject({
      code: 0,
      stderr: '',
    })
    const browser = await launchChromium()
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const faults: string[] = []
      page.on('console', message => faults.push(message.text()))
      page.on('pageerror', error => faults.push(error.message))
      page.on('request', request => {
        if (!/^(file|data):/.test(request.url())) faults.push(request.url())
      })
      await page.goto(pathToFileURL(join(out, 'report.html')).href)
      expect(faults).toEqual([])
      expect(await page.locator('h1').textContent()).toMatch(/real income/)
      expect(await page.locator('svg.map:visible').count()).toBe(1)
      const members = await page.locator('#members table').first().textContent()
      for (const name of ['China', 'Kazakhstan', 'Kyrgyzstan', 'Uzbekistan']) expect(members).toContain(name)
      expect(await page.locator('body').textContent()).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b/)
    } finally {
      await browser.close()
      rmSync(join(out, '..'), { recursive: true, force: true })
    }
  },
)

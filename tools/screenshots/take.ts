/** Takes the pictures that the docs show, of the built page and of a report: `npm run docs:screenshots`. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../test/browser/chromium.js'
import { projectRoot } from '../../test/embedded.js'
import { openLab } from '../../test/lab/site.js'
import { chooseReady, ranges } from '../../test/lab/steps.js'

const folder = join(projectRoot, 'docs', 'images')
mkdirSync(folder, { recursive: true })

const lab = await openLab()

/** A ready scenario with its own ranges: until its title stands there, the marker is still that of the one before. */
async function choose(page: Page, name: string): Promise<void> {
  await chooseReady(page, name)
  await ranges(page)
}

/** The page as a reader opens it, after some steps. */
async function take(
  name: string,
  options: Parameters<typeof lab.open>[1],
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, faults } = await lab.open('', options)
  await page.waitForSelector('svg.map')
  await steps(page)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}`)
  await page.context().close()
  console.log(`docs/images/${name}.png`)
}

await take('lab', {}, page => choose(page, 'middle-corridor'))
await take('lab-why-dark', { colorScheme: 'dark' }, async page => {
  await choose(page, 'middle-corridor')
  await page
    .locator('.caravan-drawing')
    .getByRole('button', { name: /Khorgos/ })
    .first()
    .click()
})
await take('lab-compare', {}, async page => {
  await choose(page, 'middle-corridor')
  await page.locator('.tool-compare').click()
  for (const name of ['paperless-borders', 'china-kyrgyzstan-uzbekistan']) {
    await choose(page, name)
    await page.locator('.compare-head > .button:not(.bare)').click()
  }
})
await take(
  'lab-phone',
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  page => choose(page, 'middle-corridor'),
)
await take('lab-bloc', { viewport: { width: 1440, height: 940 } }, async page => {
  await page.locator('.top-bar nav .tab').nth(1).click()
  await page.waitForSelector('main h1')
})
await lab.close()

/** The report of the default scenario, as `npm start` writes it. */
async function takeReport(): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'keruen-report-'))
  execFileSync(process.execPath, [join(projectRoot, 'bin', 'keruen.cjs'), 'run', '--out', out])
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1280, height: 1500 } })
  await page.goto(pathToFileURL(join(out, 'report.html')).href)
  await page.screenshot({ path: join(folder, 'report.png') })
  await browser.close()
  rmSync(out, { recursive: true })
  console.log('docs/images/report.png')
}
await takeReport()

/** What a reader does on the page, for tests that need it done. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { parse } from 'yaml'
import { projectRoot } from '../embedded.js'

export const scenarioFile = (name: string): string => join(projectRoot, 'scenarios', `${name}.yaml`)

export async function chooseReady(page: Page, name: string): Promise<void> {
  await page.locator('.scenario-title .button').click()
  await page.locator(`[data-ready="${name}"]`).click()
  const title = parse(readFileSync(scenarioFile(name), 'utf8')).title as string
  // a field, or on a phone the face of a menu
  await page.waitForFunction(
    wanted =>
      (document.querySelector<HTMLInputElement>('.scenario-title input')?.value ??
        document.querySelector('.scenario-name')?.textContent) === wanted,
    title,
  )
}

/** Until the ranges of the scenario as it stands have come. */
export async function ranges(page: Page): Promise<void> {
  await page.waitForSelector('[data-ranges="there"]', { timeout: 60_000 })
}

/** Where the lowest of these parts of the outcomes ends, pixels from the top of the window, once they are laid out. */
export function outcomesEnd(page: Page, parts: string): Promise<number> {
  return page.evaluate(async selector => {
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    const found = [...document.querySelectorAll(`.lab-outcomes :is(${selector})`)]
    if (found.length < 3) throw new Error('not all of the outcomes are there')
    return Math.max(...found.map(part => part.getBoundingClientRect().bottom))
  }, parts)
}

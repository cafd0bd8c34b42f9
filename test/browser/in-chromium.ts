/** Runs a script of the project in a page of Chromium, with the project's files at hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect } from 'vitest'
import { packageRoot } from '../../src/platform/node/package-root.js'
import { launchChromium } from './chromium.js'

const PAGE = 'http://keruen.test/'

/**
 * @param script TypeScript that sets `globalThis.runInPage`; its imports are bundled for the browser.
 * @param args   plain values for it.
 * @returns what it resolves to; the page must show no error.
 */
export async function runInChromium(script: string, args: readonly unknown[]): Promise<string> {
  const root = packageRoot()
  const bundle = await build({
    stdin: { contents: script, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    logLevel: 'silent',
  })
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('pageerror', error => faults.push(String(error)))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    await page.route('**/*', async route => {
      const path = new URL(route.request().url()).pathname.slice(1)
      if (path === '')
        await route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><script type="module" src="/page.js"></script><link rel="icon" href="data:,">',
        })
      else if (path === 'page.js')
        await route.fulfill({ contentType: 'text/javascript', body: bundle.outputFiles[0]!.text })
      else await route.fulfill({ body: readFileSync(join(root, path)) })
    })
    await page.goto(PAGE)
    const answer = await page.evaluate(
      given =>
        (globalThis as unknown as { runInPage: (...args: unknown[]) => Promise<string> }).runInPage(...given),
      args,
    )
    expect(faults).toEqual([])
    return answer
  } finally {
    await browser.close()
  }
}

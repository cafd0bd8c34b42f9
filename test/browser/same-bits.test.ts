import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { decodeChoiceSet, parseScenario, readDataset, run } from '../../src/index.js'
import { readFolder } from '../../src/platform/node/files.js'
import { packageRoot } from '../../src/platform/node/package-root.js'
import { resultJson } from '../../src/report/json.js'
import { chromiumPath, launchChromium, skipReason } from './chromium.js'

const PAGE = 'http://keruen.test/'
const SCENARIO = 'scenarios/middle-corridor.yaml'

/** What the page does with the library; Node does the same below. */
const PAGE_SCRIPT = `
import { decodeChoiceSet, parseScenario, readDataset, run } from './src/index.ts'
import { resultJson } from './src/report/json.ts'
globalThis.runInPage = async (names, file) => {
  const bytes = async name => new Uint8Array(await (await fetch('/' + name)).arrayBuffer())
  const files = new Map(await Promise.all(names.map(async name => [name, await bytes('data/' + name)])))
  const dataset = readDataset(files)
  const scenario = parseScenario(new TextDecoder().decode(await bytes(file)), { file, dataset })
  const choiceSet = decodeChoiceSet(await bytes('dist/choice-set.bin'))
  return resultJson(await run(dataset, scenario, { choiceSet }))
}
`

test.skipIf(chromiumPath === undefined)(
  `the default scenario gives the same bytes in Chromium as in Node${skipReason}`,
  async () => {
    const root = packageRoot()
    const files = await readFolder(join(root, 'data'))
    const choiceSet = decodeChoiceSet(readFileSync(join(root, 'dist', 'choice-set.bin')))
    const dataset = readDataset(files)
    const scenario = parseScenario(readFileSync(join(root, SCENARIO), 'utf8'), { file: SCENARIO, dataset })
    const inNode = resultJson(await run(dataset, scenario, { choiceSet }))

    const bundle = await build({
      stdin: { contents: PAGE_SCRIPT, resolveDir: root, loader: 'ts' },
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
      const inChromium = await page.evaluate(
        ([names, place]) =>
          (globalThis as unknown as { runInPage: (...args: unknown[]) => Promise<string> }).runInPage(
            names,
            place,
          ),
        [[...files.keys()], SCENARIO] as const,
      )
      expect(faults).toEqual([])
      expect(inChromium.length).toBeGreaterThan(10_000)
      expect(inChromium === inNode, 'result.json of Chromium equals that of Node').toBe(true)
    } finally {
      await browser.close()
    }
  },
)

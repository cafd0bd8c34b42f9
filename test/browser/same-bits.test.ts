import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeChoiceSet, parseScenario, readDataset, run } from '../../src/index.js'
import { readFolder } from '../../src/platform/node/files.js'
import { packageRoot } from '../../src/platform/node/package-root.js'
import { resultJson } from '../../src/report/json.js'
import { chromiumPath, skipReason } from './chromium.js'
import { equilibriumBits } from './equilibrium-bits.js'
import { estimateBits } from './estimate-bits.js'
import { runInChromium } from './in-chromium.js'

const SCENARIO = 'scenarios/middle-corridor.yaml'

/** What the page does with the library; Node does the same below. */
const DEFAULT_SCENARIO = `
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
    const inChromium = await runInChromium(DEFAULT_SCENARIO, [[...files.keys()], SCENARIO])
    expect(inChromium.length).toBeGreaterThan(10_000)
    expect(inChromium === inNode, 'result.json of Chromium equals that of Node').toBe(true)
  },
)

test.skipIf(chromiumPath === undefined)(
  `every model and closure of the equilibrium, and its derivatives, give the same bits in Chromium as in Node${skipReason}`,
  async () => {
    const script = `
      import { equilibriumBits } from './test/browser/equilibrium-bits.ts'
      globalThis.runInPage = async () => equilibriumBits()
    `
    const inNode = equilibriumBits()
    expect(inNode.split('\n').length).toBeGreaterThan(6)
    expect(await runInChromium(script, [])).toBe(inNode)
  },
)

test('estimates have the same bits with WebAssembly and without', () => {
  const bits = estimateBits(true)
  expect(bits).not.toContain('NaN')
  expect(estimateBits(false)).toBe(bits)
})

test.skipIf(chromiumPath === undefined)(
  `estimates have the same bits in Chromium as in Node${skipReason}`,
  async () => {
    const script = `
      import { estimateBits } from './test/browser/estimate-bits.ts'
      globalThis.runInPage = async () => estimateBits(true)
    `
    expect(await runInChromium(script, [])).toBe(estimateBits(true))
  },
)

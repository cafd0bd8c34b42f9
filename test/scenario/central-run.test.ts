import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import type { NetworkBaseline } from '../../src/network/comparison/network-baseline.js'
import type { CentralResult } from '../../src/scenario/result/central-result.js'
import type { Result } from '../../src/scenario/result/result.js'
import { centralRunner } from '../../src/scenario/runs/central-run.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
const folder = join(projectRoot, 'scenarios')
const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')
const read = (text: string) => parseScenario(text, { dataset })

let choiceSet: ChoiceSet
let baseline: NetworkBaseline
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
  baseline = prepareBaseline(dataset, choiceSet)
})

/** Every number of a result that both kinds tell, by its path. */
function numbersOf(result: CentralResult | Result): Map<string, number> {
  const found = new Map<string, number>()
  const visit = (value: unknown, path: string) => {
    if (typeof value === 'number') found.set(path, value)
    else if (ArrayBuffer.isView(value))
      (value as Float64Array).forEach((each, k) => visit(each, `${path}.${k}`))
    else if (Array.isArray(value)) value.forEach((each, k) => visit(each, `${path}.${k}`))
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) visit(each, `${path}.${key}`)
  }
  const { bloc, countries, corridors, links, waits, capacities, trafficPoints, flows } = result
  visit({ bloc, countries, corridors, links, waits, capacities, trafficPoints, flows }, '')
  return found
}

/** The largest difference of a number of `central` from the other's. */
function largestDifference(central: CentralResult, whole: Result): { path: string; by: number } {
  const theirs = numbersOf(whole)
  let worst = { path: '', by: 0 }
  for (const [path, value] of numbersOf(central)) {
    const other = theirs.get(path)
    const by =
      other === undefined
        ? Number.POSITIVE_INFINITY
        : Object.is(value, other)
          ? 0
          : Math.abs(value - other) || 1
    if (by > worst.by) worst = { path, by }
  }
  return worst
}

test('every ready scenario, one after the other, has the numbers of a run', async () => {
  const solve = centralRunner(dataset, { choiceSet, baseline })
  for (const name of names) {
    const scenario = read(textOf(name))
    const whole = await run(dataset, { ...scenario, draws: 0, attribution: false }, { choiceSet, baseline })
    const { path, by } = largestDifference(await solve(scenario), whole)
    expect(by, `${name}: ${path}`).toBe(0)
  }
}, 240_000)

test('a lever that moves to and fro gives what a fresh run of each position gives', async () => {
  const text = textOf('middle-corridor.yaml')
  const positions = ['-60%', '-50%', '-10%', '-60%'].map(change => text.replaceAll('-60%', change))
  const others = [
    'keruen: 1\nmeasures: []\n',
    'keruen: 1\nmeasures:\n  - tariff: { among: sco, change: -50% }\n',
    text,
    'keruen: 1\nmeasures:\n  - avoidance: { rule: all, share: { to: 26% } }\n',
    'keruen: 1\nmeasures:\n  - open: { corridor: cku }\n',
    text,
  ].filter(each => !each.includes('cku') || dataset.network.corridors.some(({ id }) => id === 'cku'))
  const solve = centralRunner(dataset, { choiceSet, baseline })
  for (const each of [...positions, ...others]) {
    const scenario = read(each)
    const fresh = await centralRunner(dataset, { choiceSet, baseline })(scenario)
    const { path, by } = largestDifference(await solve(scenario), fresh as Result)
    expect(by, path).toBe(0)
  }
}, 240_000)

test('nothing changed changes nothing', async () => {
  const solve = centralRunner(dataset, { choiceSet, baseline })
  await solve(read(textOf('middle-corridor.yaml')))
  const today = await solve(read('keruen: 1\nmeasures: []\n'))
  expect(Math.abs(today.bloc.realIncomeChangeMusd.value)).toBeLessThan(1e-6)
  for (const { teu } of today.links)
    expect(Math.abs(teu.after - teu.before)).toBeLessThan(1e-9 * (1 + teu.before))
})

test('a caller that gives up leaves what was known intact', async () => {
  const solve = centralRunner(dataset, { choiceSet, baseline })
  const scenario = read(textOf('middle-corridor.yaml'))
  const first = await solve(scenario)
  const givesUp = solve(read(textOf('north-south.yaml')), async () => {
    throw new Error('given up')
  })
  await expect(givesUp).rejects.toThrow('given up')
  expect(largestDifference(await solve(scenario), first as Result).by).toBe(0)
})

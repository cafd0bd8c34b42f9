/** How long does a lever of the page take to its answer, beside a run of the same scenario made anew? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '../src/dataset/dataset.js'
import { readDataset } from '../src/dataset/reading/read-dataset.js'
import { loadChoiceSet } from '../src/platform/node/choice-set.js'
import { readFolder } from '../src/platform/node/files.js'
import { packageRoot } from '../src/platform/node/package-root.js'
import { centralRunner } from '../src/scenario/runs/central-run.js'
import { run } from '../src/scenario/runs/pipeline.js'
import type { Scenario } from '../src/scenario/scenario.js'
import { prepareBaseline } from '../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../src/scenario/text/parse.js'
import type { BenchReport } from './median.js'

/** Positions of a lever that a hand passes. */
const POSITIONS = 15
const WARM_UP = 5
/** What a reader is promised. */
const BAR = 100

export default async function bench(): Promise<BenchReport> {
  const dataset = readDataset(await readFolder(join(packageRoot(), 'data')))
  const choiceSet = await loadChoiceSet(dataset)
  const baseline = prepareBaseline(dataset, choiceSet)
  const solve = centralRunner(dataset, { choiceSet, baseline })
  const rows: BenchReport['rows'][number][] = []
  for (const [label, at] of levers(dataset)) {
    const positions = Array.from({ length: WARM_UP + POSITIONS }, (_, k) => at(k))
    const answered: number[] = []
    const medianMs = await median(positions, async scenario => {
      answered.push((await solve(scenario)).bloc.realIncomeChangeMusd.value)
    })
    rows.push({ label: `${label}: the answer`, medianMs, limitMs: BAR })
    const anew: number[] = []
    const whole = await median(positions, async scenario => {
      const result = await run(
        dataset,
        { ...scenario, draws: 0, attribution: false },
        { choiceSet, baseline },
      )
      anew.push(result.bloc.realIncomeChangeMusd.value)
    })
    if (answered.some((value, k) => value !== anew[k])) throw new Error(`${label}: the answers differ`)
    rows.push({ label: `${label}: a run anew, without ranges`, medianMs: whole })
  }
  const [first, second] = rows
  return {
    name: 'Levers of the page, one thread, each position another value',
    rows,
    ratio: second!.medianMs / first!.medianMs,
  }
}

/** Scenarios of a lever by position. */
function levers(dataset: Dataset): readonly (readonly [string, (position: number) => Scenario])[] {
  const read = (text: string) => parseScenario(text, { dataset })
  const middle = readFileSync(join(packageRoot(), 'scenarios', 'middle-corridor.yaml'), 'utf8')
  const single = (measure: (k: number) => string) => (k: number) =>
    read(`keruen: 1\nmeasures:\n  - ${measure(k)}\n`)
  return [
    [
      'wait at Khorgos',
      single(k => `{ crossing: khorgos-altynkol, mode: rail, hours: { change: -${10 + k}% } }`),
    ],
    ['Middle Corridor, its borders', k => read(middle.replaceAll('change: -60%', `change: -${30 + k}%`))],
    ['Middle Corridor, ports', k => read(middle.replaceAll('to: 24 h', `to: ${10 + k} h`))],
    [
      'all borders among members',
      single(k => `{ crossing: { among: sco }, hours: { change: -${10 + k}% } }`),
    ],
    ['tariffs among members', single(k => `{ tariff: { among: sco, change: -${10 + k}% } }`)],
  ]
}

async function median(
  scenarios: readonly Scenario[],
  work: (scenario: Scenario) => Promise<void>,
): Promise<number> {
  const times: number[] = []
  for (const scenario of scenarios) {
    const started = performance.now()
    await work(scenario)
    times.push(performance.now() - started)
  }
  const counted = times.slice(WARM_UP).sort((a, b) => a - b)
  return counted[Math.floor(counted.length / 2)]!
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseScenario, prepareBaseline, run } from '../../src/index.js'
import { resultJson } from '../../src/report/index.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
const choiceSet = await embeddedChoiceSet()
const baseline = prepareBaseline(dataset, choiceSet)
const file = join(projectRoot, 'scenarios', 'middle-corridor.yaml')
const scenario = { ...parseScenario(readFileSync(file, 'utf8'), { file, dataset }), draws: 2 }

test('a run from a prepared baseline has the same bits', async () => {
  const prepared = await run(dataset, scenario, { choiceSet, baseline })
  expect(resultJson(prepared)).toBe(resultJson(await run(dataset, scenario, { choiceSet })))
})

test('a baseline of another regime of avoidance is left alone', async () => {
  const [other] = dataset.avoidance
    .map(rule => rule.regime)
    .filter(regime => regime !== scenario.avoidanceRegime)
  expect(other).toBeDefined()
  const elsewhere = { ...scenario, avoidanceRegime: other! }
  const prepared = await run(dataset, elsewhere, { choiceSet, baseline })
  expect(resultJson(prepared)).toBe(resultJson(await run(dataset, elsewhere, { choiceSet })))
})

test('a scenario with other parameters of choice chooses anew', async () => {
  const parameters = scenario.parameters.map(parameter =>
    parameter.id === 'routeDispersion' ? { ...parameter, value: parameter.value * 1.1 } : parameter,
  )
  const elsewhere = { ...scenario, parameters }
  const prepared = await run(dataset, elsewhere, { choiceSet, baseline })
  expect(resultJson(prepared)).toBe(resultJson(await run(dataset, elsewhere, { choiceSet })))
})

/** Parts of bulk that have chains of their own stand in ranges, which draws hold where something closes. */
import { beforeAll, expect, test } from 'vitest'
import type { ChoiceSet } from '../../src/network/choice-set/choice-set.js'
import { run } from '../../src/scenario/runs/pipeline.js'
import { scenarioOfClosing, scenarioOfToday } from '../../src/scenario/stages/closing.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const { network } = dataset
const DRAWS = 30

let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

const closing = (id: string, of = dataset) =>
  run(of, { ...parseScenario(scenarioOfClosing(of, id), { dataset: of }), draws: DRAWS }, { choiceSet })

/** The dataset with all such parts at an end of their ranges. */
function chainsAt(end: 'ownChainLow' | 'ownChainHigh') {
  const bulkChains = network.bulkChains!.map(chain => ({ ...chain, ownChain: chain[end] }))
  return { ...dataset, network: { ...network, bulkChains } }
}

test('draws hold them: each end is what a run comes to in which they stand there', async () => {
  const { bloc, uncertainty } = await closing('novorossiysk')
  const chains = uncertainty.parameters.find(({ id }) => id === 'bulkChains')!
  // Told by the values of the port that closes.
  const own = network.bulkChains!.find(({ id }) => id === 'kazakhstan-oil')!
  expect([chains.low, chains.value, chains.high]).toEqual([own.ownChainLow, own.ownChain, own.ownChainHigh])
  const low = (await closing('novorossiysk', chainsAt('ownChainLow'))).bloc.realIncomeChangeMusd.value
  const high = (await closing('novorossiysk', chainsAt('ownChainHigh'))).bloc.realIncomeChangeMusd.value
  expect(chains.atLowMusd / low).toBeCloseTo(1, 6)
  expect(chains.atHighMusd / high).toBeCloseTo(1, 6)
  // The more oil comes by pipeline, the more is lost with its port.
  expect(chains.atHighMusd).toBeLessThan(bloc.realIncomeChangeMusd.value)
  expect(chains.atLowMusd).toBeGreaterThan(bloc.realIncomeChangeMusd.value)
})

test('where nothing closes they are not among what is drawn', async () => {
  const today = { ...parseScenario(scenarioOfToday(dataset), { dataset }), draws: DRAWS }
  const { uncertainty } = await run(dataset, today, { choiceSet })
  expect(uncertainty.parameters.some(({ id }) => id === 'bulkChains')).toBe(false)
})

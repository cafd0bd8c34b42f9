import { beforeAll, expect, test } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import type { ChoiceSet } from '../../src/network/choice-set.js'
import { parseScenario } from '../../src/scenario/parse.js'
import { solveScenario } from '../../src/scenario/pipeline.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

let choiceSet: ChoiceSet
beforeAll(async () => {
  choiceSet = await embeddedChoiceSet()
})

/** Without stated capacities: queues of the central run stay in a sensitivity, and would settle anew in a run. */
const embedded = embeddedDataset()
const dataset: Dataset = {
  ...embedded,
  network: {
    ...embedded.network,
    crossings: embedded.network.crossings.map(({ capacityKteu: _, ...crossing }) => crossing),
    links: embedded.network.links.map(({ capacityKteu: _, ...link }) => link),
  },
}

const solve = (measures: string, on: Dataset = dataset) => {
  const scenario = parseScenario(`keruen: 1\nmeasures:\n${measures}`, { file: 'test.yaml', dataset: on })
  return solveScenario(on, { ...scenario, draws: 0 }, { choiceSet })
}

/** The dataset with every wait at one end; its choice set is that of the means, as in a sensitivity. */
const withWaits = (end: 'hoursLow' | 'hoursHigh'): Dataset => {
  const pick = end === 'hoursLow' ? Math.min : Math.max
  const at = <Row extends { hours: number; hoursLow: number; hoursHigh: number }>(row: Row): Row => ({
    ...row,
    hours: pick(row.hours, row[end]),
  })
  const { crossings, terminals } = dataset.network
  return {
    ...dataset,
    network: { ...dataset.network, crossings: crossings.map(at), terminals: terminals.map(at) },
  }
}

const HALVED = '  - crossing: khorgos-altynkol\n    mode: rail\n    hours: { change: -50% }\n'

test('is the run of a dataset with those waits, member by member', async () => {
  const { sensitivities, central } = await solve(HALVED)
  const found = (id: string) => sensitivities.find(run => run.id === id)!.outcome.realIncomePercent
  for (const [id, end] of [
    ['waits-short', 'hoursLow'],
    ['waits-long', 'hoursHigh'],
  ] as const) {
    const independent = await solve(HALVED, withWaits(end))
    const expected = independent.central.outcome.realIncomePercent
    found(id).forEach((percent, i) => {
      expect(percent).toBeCloseTo(expected[i]!, 9)
    })
  }
  // Half of a short wait is less than half of a long one.
  const kaz = dataset.trade.economies.indexOf('KAZ')
  const own = central.outcome.realIncomePercent[kaz]!
  expect(found('waits-short')[kaz]).toBeLessThan(own)
  expect(found('waits-long')[kaz]).toBeGreaterThan(own)
})

test('a wait cut to what it may be already gains nothing there, and never costs', async () => {
  const { sensitivities } = await solve(
    '  - crossing: khorgos-altynkol\n    mode: rail\n    hours: { to: 20 h }\n',
  )
  const short = sensitivities.find(run => run.id === 'waits-short')!.outcome
  // Both directions may be 12 h or less today.
  expect(Math.max(...short.realIncomePercent.map(Math.abs))).toBeLessThan(1e-9)
  const long = sensitivities.find(run => run.id === 'waits-long')!.outcome
  expect(long.realIncomePercent[dataset.trade.economies.indexOf('KAZ')]).toBeGreaterThan(0)
})

test('there is none where the package leaves the network alone', async () => {
  const { sensitivities } = await solve('  - tariff: { among: members, change: -10% }\n')
  expect(sensitivities.map(run => run.id)).not.toContain('waits-short')
})

import { expect, test } from 'vitest'
import { centralRunner } from '../../src/scenario/runs/central-run.js'
import { prepareBaseline } from '../../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset } from '../embedded.js'

test('a way from strait to strait is measured between straits: what Suez loses when it closes, the Cape gains', async () => {
  const dataset = embeddedDataset()
  const choiceSet = await embeddedChoiceSet()
  const solve = centralRunner(dataset, { choiceSet, baseline: prepareBaseline(dataset, choiceSet) })
  const closed = parseScenario('keruen: 1\nmeasures:\n  - close: { strait: suez }\n', { dataset })
  const { corridors, links } = await solve(closed)
  const teu = (id: string) => corridors.find(corridor => corridor.id === id)!.teu
  const [suez, cape] = [teu('suez-route'), teu('cape-route')]
  const link = links.find(({ id }) => id === 'sea-gibraltar--suez')!
  expect(suez.before).toBeCloseTo(link.teu.before, 3)
  expect(suez.before).toBeGreaterThan(10e6)
  // What lies out of a lane's reach, below 5 in 100,000 of it, stays where it is.
  expect(suez.after).toBeLessThan(1e-8 * suez.before)
  expect(cape.before).toBeGreaterThan(0)
  expect(cape.after - cape.before).toBeGreaterThan(10e6)
}, 120_000)

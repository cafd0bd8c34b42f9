/** The embedded world as it is: a run without measures, with what it keeps for others. */
import { centralRunner } from '../src/scenario/runs/central-run.js'
import type { Centre } from '../src/scenario/stages/capacity-stage.js'
import { prepareBaseline } from '../src/scenario/stages/prepare-baseline.js'
import { parseScenario } from '../src/scenario/text/parse.js'
import { embeddedChoiceSet } from './choice-set.js'
import { embeddedDataset } from './embedded.js'

export async function centreOfToday(): Promise<Centre> {
  const dataset = embeddedDataset()
  let centre: Centre | undefined
  const onCentre = (found: Centre) => {
    centre = found
  }
  const choiceSet = await embeddedChoiceSet()
  const solve = centralRunner(dataset, { choiceSet, baseline: prepareBaseline(dataset, choiceSet), onCentre })
  await solve(parseScenario('keruen: 1\nmeasures: []\n', { dataset }))
  return centre!
}

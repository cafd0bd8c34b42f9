import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { transitOwners, transitRevenue } from '../../src/network/traffic/transit.js'
import { solveWorld } from '../../src/scenario/stages/capacity-stage.js'
import { marketModel } from '../../src/scenario/stages/counterfactual-model.js'
import { centralParameters } from '../../src/scenario/stages/draws.js'
import { chooseAllRoutes } from '../../src/scenario/stages/route-stage.js'
import { layOutTransit, transitBefore, transitChange } from '../../src/scenario/stages/transit-stage.js'
import { prepareWorld } from '../../src/scenario/stages/world.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { embeddedChoiceSet } from '../choice-set.js'
import { embeddedDataset, projectRoot } from '../embedded.js'

const dataset = embeddedDataset()
/** USD a year. */
const SMALL = 80_000

test.each(['middle-corridor', 'suez-closed'])(
  'what transit earns in one state is what the table laid out for draws comes to: %s',
  async name => {
    const file = `${name}.yaml`
    const text = readFileSync(join(projectRoot, 'scenarios', file), 'utf8')
    const world = prepareWorld(dataset, parseScenario(text, { file, dataset }), await embeddedChoiceSet())
    const choices = await chooseAllRoutes(world)
    const parameters = centralParameters(world)
    const { market } = solveWorld(world, choices, marketModel(world, choices), parameters)
    const stage = await layOutTransit(world, choices)
    const before = transitBefore(stage, market.boxesBefore, parameters)
    const change = transitChange(stage, market.boxesBefore, market.boxesAfter, parameters)

    const { network, economies } = world
    const owners = transitOwners(world.baseline.network, network.index, economies)
    const at = (state: 'before' | 'after') => {
      const isBefore = state === 'before'
      const traffic = {
        share: isBefore ? choices.shareBefore : choices.shareAfter,
        lanePart: isBefore ? choices.partBefore : choices.partAfter,
        boxes: isBefore ? market.boxesBefore : market.boxesAfter,
      }
      const { choiceSet, lanes } = network
      return transitRevenue(choiceSet, lanes, owners, network[state].usd, traffic, economies.length)
    }
    const [own, after] = [at('before'), at('after')]
    let passed = 0
    for (let i = 0; i < economies.length; i++) {
      // The table leaves out shares that are too small to count, most of them of the largest pairs.
      const near = (told: number, other: number) =>
        expect(Math.abs(told - other), economies[i]).toBeLessThan(1e-3 * Math.abs(other) + SMALL)
      near(before.usd[i]!, own[i]!)
      near(change.usd[i]!, after[i]! - own[i]!)
      if (Math.abs(change.usd[i]!) > 100 * SMALL) passed++
    }
    expect(passed).toBeGreaterThan(5)
  },
)

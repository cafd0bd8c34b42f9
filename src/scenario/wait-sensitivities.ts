/**
 * The package if today's waits were other than their stated means: all of them at the short end of their stated range,
 * and all at the long end.
 *
 * What a shorter wait is worth depends on how long it is today, and that is known to a factor only. No draw moves a wait,
 * since each needs the routes chosen anew; these two runs say how much hangs on them.
 */
import { applyPackage } from '../measures/apply.js'
import { elementCosts } from '../network/elements.js'
import { routeTotals } from '../network/route-totals.js'
import { keepDirection, waitsAtEnd } from '../network/waits-at-end.js'
import { type CounterfactualParameters, counterfactualSolver } from './counterfactual.js'
import { type CounterfactualModel, marketModel } from './counterfactual-model.js'
import type { RouteChoices } from './route-choices.js'
import { chooseAllRoutes } from './route-stage.js'
import type { SensitivityRun } from './sensitivities.js'
import { comparedAnew, packageOptions, type World } from './world.js'

const ENDS = [
  { end: 'low', id: 'waits-short', label: 'All of today’s waits at the short end of their stated range' },
  { end: 'high', id: 'waits-long', label: 'All of today’s waits at the long end of their stated range' },
] as const

/**
 * None where the package leaves the network alone. Ways round a closing, and queues for want of capacity, stay those of
 * the central run.
 *
 * @param routes of the central run.
 * @param turn awaited between jobs of route choice.
 */
export async function waitSensitivities(
  world: World,
  routes: RouteChoices,
  model: CounterfactualModel,
  central: CounterfactualParameters,
  turn: () => Promise<void>,
): Promise<SensitivityRun[]> {
  const runs: SensitivityRun[] = []
  if (world.network.touched.length === 0) return runs
  for (const { end, id, label } of ENDS) {
    await turn()
    const at = worldWithWaits(world, end)
    await turn()
    const choices = await chooseAllRoutes(at, { turn, sharesToday: routes.shareBefore })
    const solve = counterfactualSolver({ ...model, ...marketModel(at, choices) })
    await turn()
    runs.push({ id, label, outcome: solve(central).outcome })
  }
  return runs
}

/** The same world with today's waits at one end, and what the package makes of it. */
function worldWithWaits(world: World, end: 'low' | 'high'): World {
  const { dataset, scenario, network } = world
  const today = waitsAtEnd(world.baseline.network, end)
  const applied = applyPackage(
    { ...dataset, network: today },
    scenario.measures,
    packageOptions(dataset, scenario),
  )
  const means = { today: world.baseline.network, after: world.effect.network }
  const baseline = { ...world.baseline, network: today }
  const effect = { ...world.effect, network: keepDirection(applied.network, today, means) }
  const costs = elementCosts(today, network.index, baseline.closedPlaces)
  const totals = routeTotals(network.choiceSet, costs)
  return comparedAnew({ ...world, baseline, effect }, { totals }, network.queueHours)
}

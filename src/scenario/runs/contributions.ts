import type { Dataset } from '../../dataset/dataset.js'
import { contributionRows } from '../result/assemble-trade.js'
import type { ContributionResult } from '../result/result.js'
import type { Scenario } from '../scenario.js'
import { type AttributionOptions, attribute } from '../stages/attribution.js'
import { worldToday } from '../stages/world.js'
import { getAttributionPlayers } from '../text/attribution-players.js'

/**
 * The `contributions` of a scenario's result and nothing else of it, at its central parameters.
 *
 * @throws KeruenError what `run` throws with `attribution`.
 */
export async function contributionsOf(
  dataset: Dataset,
  scenario: Scenario,
  options: AttributionOptions,
): Promise<ContributionResult[]> {
  const players = getAttributionPlayers(scenario.measures)
  const made = await attribute(dataset, scenario, players, undefined, options)
  return contributionRows(worldToday(dataset, scenario, options.sectors), made)
}

import type { Dataset } from '../dataset/dataset.js'
import { contributionRows } from './assemble-trade.js'
import { type AttributionOptions, attribute } from './attribution.js'
import { getAttributionPlayers } from './attribution-players.js'
import type { ContributionResult } from './result.js'
import type { Scenario } from './scenario.js'
import { worldToday } from './world.js'

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

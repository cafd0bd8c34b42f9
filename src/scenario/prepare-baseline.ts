import type { Dataset } from '../dataset/dataset.js'
import type { ChoiceSet } from '../network/choice-set.js'
import { type NetworkBaseline, networkBaseline } from '../network/network-baseline.js'
import { SCENARIO_DEFAULTS } from './parse.js'

/** What every scenario with the default regime of avoidance starts from, see `RunOptions.baseline`. */
export function prepareBaseline(dataset: Dataset, choiceSet: ChoiceSet): NetworkBaseline {
  const { network, avoidance, trade, countries } = dataset
  const rules = avoidance.filter(rule => rule.regime === SCENARIO_DEFAULTS.avoidanceRegime)
  const situation = { tables: network, closedPlaces: new Set<string>(), rules }
  return networkBaseline(choiceSet, situation, trade.economies, countries)
}

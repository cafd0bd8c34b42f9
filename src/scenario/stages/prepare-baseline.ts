import type { Dataset } from '../../dataset/dataset.js'
import type { ChoiceSet } from '../../network/choice-set/choice-set.js'
import {
  baselineChoice,
  type NetworkBaseline,
  networkBaseline,
} from '../../network/comparison/network-baseline.js'
import { SCENARIO_DEFAULTS } from '../text/resolve-scenario.js'
import { routeChoiceParameters } from './route-stage.js'
import { timeValueRidge } from './time-value-ridge.js'

/**
 * What every scenario with the default regime of avoidance starts from, and the choice of routes before its package at
 * the dataset's own parameters; see `RunOptions.baseline`.
 */
export function prepareBaseline(dataset: Dataset, choiceSet: ChoiceSet): NetworkBaseline {
  const { network, avoidance, trade, countries, parameters } = dataset
  const rules = avoidance.filter(rule => rule.regime === SCENARIO_DEFAULTS.avoidanceRegime)
  const situation = { tables: network, closedPlaces: new Set<string>(), rules }
  const baseline = networkBaseline(choiceSet, situation, trade.economies, countries)
  const ridge = timeValueRidge({ parameters, draws: SCENARIO_DEFAULTS.draws })
  const choice = baselineChoice(choiceSet, baseline, rules, routeChoiceParameters(parameters, ridge))
  return { ...baseline, choice }
}

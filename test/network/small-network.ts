import type { AvoidanceRule, Country } from '../../src/dataset/dataset.js'
import { buildChoiceSet } from '../../src/network/choice-set/build-choice-set.js'
import { elementCosts, indexElements } from '../../src/network/elements/elements.js'
import { buildLanes, territoryFlags } from '../../src/network/route-choice/lanes.js'
import { routeTotals } from '../../src/network/route-choice/route-totals.js'
import { countryOf, LAND_AND_SEA, networkOf } from '../networks.js'

export const economies = ['AZE', 'CHN', 'KAZ', 'NLD', 'ROW', 'RUS']
export const countries: readonly Country[] = [
  countryOf('AZE', 'caucasus'),
  countryOf('CHN', 'east-asia'),
  countryOf('KAZ', 'central-asia'),
  countryOf('NLD', 'europe'),
  countryOf('RUS', 'russia-belarus'),
]

export const rule = (fields: Partial<AvoidanceRule>): AvoidanceRule => ({
  id: 'rule',
  territory: ['RUS'],
  regionsA: [],
  regionsB: [],
  regime: '2024',
  share: 0.5,
  shareLow: 0.4,
  shareHigh: 0.6,
  premiumUsdPerTeu: 300,
  quality: 'estimated',
  source: 'test',
  ...fields,
})

/** The land bridge and the sea way of `LAND_AND_SEA` (or more rows), with its choice set and lanes. */
export function smallNetwork(more = '') {
  const network = networkOf(LAND_AND_SEA + more)
  const index = indexElements(network)
  const costs = elementCosts(network, index, new Set())
  const rules = [rule({})]
  const { choiceSet, deadElements } = buildChoiceSet(network, { economies, territories: [['RUS']] })
  const lanes = buildLanes(choiceSet, network, economies, countries, rules)
  const territory = territoryFlags(choiceSet, network, rules)
  const totals = routeTotals(choiceSet, costs)
  return { network, index, costs, choiceSet, deadElements, lanes, rules, territory, totals }
}

import { stringify } from 'yaml'
import type { Dataset } from '../../dataset/dataset.js'
import type { Scenario } from '../scenario.js'

/** The text of a scenario that changes nothing: today, for a bloc (default: sco). */
export function scenarioOfToday(dataset: Dataset, bloc = 'sco'): string {
  return stringify({ keruen: 1, title: 'Today', dataset: dataset.id, bloc, measures: [] })
}

/** The scenario with its closings alone: exposure is told of what closes, not mixed with what else changes. */
export function closingsAlone(scenario: Scenario): Scenario {
  return { ...scenario, measures: scenario.measures.filter(({ kind }) => kind === 'close') }
}

/** The text of a scenario that closes one link or place, on a bloc (default: sco) as it is today. */
export function scenarioOfClosing(dataset: Dataset, id: string, bloc = 'sco'): string {
  const link = dataset.network.links.some(each => each.id === id)
  const name = dataset.network.places.find(place => place.id === id)?.name ?? id
  return stringify({
    keruen: 1,
    title: `${name} closed`,
    dataset: dataset.id,
    bloc,
    measures: [{ close: { [link ? 'link' : 'place']: id } }],
  })
}

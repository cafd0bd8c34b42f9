/**
 * Levers that are offered although nothing is changed by them yet: each a measure at today's value. All of them are made
 * from the dataset, and what it does not have is not offered. In every group the most telling ones come first, each of
 * another kind or corridor.
 */
import type { Dataset } from '../../index.js'
import { formatQuantity } from '../../vocabulary.js'
import { todayOfField } from './today.js'
import type { WrittenMeasure } from './written.js'

/** Ports at which trains wait for the ferry, along the Middle Corridor; the first has the longest queue of all. */
const FERRY_PORTS = ['aktau', 'alat', 'turkmenbashi', 'poti']
/** Corridors whose trains can become faster, and where. */
const FASTER: readonly (readonly [string, string | readonly string[]])[] = [
  ['titr-aktau-poti', 'KAZ'],
  ['instc-eastern', ['TKM', 'IRN']],
  ['titr-aktau-poti', ['AZE', 'GEO']],
]
const BUSY_BORDERS = ['khorgos-altynkol', 'alashankou-dostyk', 'manzhouli-zabaikalsk', 'saryagash-keles']
const STRAITS = ['suez', 'bab-el-mandeb', 'hormuz', 'malacca', 'bosporus']
const CLOSED_BORDERS = ['khorgos-altynkol', 'alashankou-dostyk']

export function catalogue(dataset: Dataset): readonly WrittenMeasure[] {
  const { network } = dataset
  const hasPlace = (id: string) => network.places.some(place => place.id === id)
  const hasCorridor = (id: string) => network.corridors.some(corridor => corridor.id === id)
  const [firstPort, ...otherPorts] = FERRY_PORTS.map(terminal => ferryWait(terminal, dataset))
  const faster = FASTER.filter(([id]) => hasCorridor(id)).map(([corridor, countries]) => ({
    corridor,
    countries,
    modes: ['rail'],
    speed: { change: '+0%' },
  }))
  const borders = BUSY_BORDERS.filter(hasPlace).map(crossing => ({
    crossing,
    mode: 'rail',
    hours: { change: '+0%' },
  }))
  return [
    ...[firstPort, ...faster, ...otherPorts].filter(measure => measure !== undefined),
    ...borders.slice(0, 1),
    { digital: { among: 'members', documents: '+0%' } },
    { crossing: { among: 'members' }, hours: { change: '+0%' } },
    ...borders.slice(1),
    { tariff: { among: 'members', change: '+0%' } },
    { nonTariff: { among: 'members', change: '+0%' } },
    ...network.corridors
      .filter(({ status }) => status === 'planned')
      .map(({ id }) => ({ open: { corridor: id } })),
    ...STRAITS.filter(hasPlace).map(strait => ({ close: { strait } })),
    ...CLOSED_BORDERS.filter(hasPlace).map(crossing => ({ close: { crossing } })),
    { avoidance: { rule: 'all', share: { change: '+0%' } } },
  ]
}

function ferryWait(terminal: string, dataset: Dataset): WrittenMeasure | undefined {
  const measure = { terminal, modes: ['rail', 'ferry'] }
  const today = todayOfField(measure, 'hours', dataset)
  return today === undefined ? undefined : { ...measure, hours: { to: formatQuantity(today, 'hours') } }
}

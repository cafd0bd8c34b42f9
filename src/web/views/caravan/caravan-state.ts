/** Which corridor the caravan line shows. */
import { computed, signal } from '@preact/signals'
import type { CorridorLeg, CorridorResult } from '../../../index.js'
import { mostChangedCorridors } from '../../../report/changed-corridors.js'
import type { CaravanWords } from '../../../report/charts/caravan-layout.js'
import { placeName } from '../../../report/context.js'
import { number } from '../../i18n/locale.js'
import { corridorName, language, messages } from '../../i18n/messages.js'
import { dataset, result } from '../../state/lab.js'

/** The reader's choice; undefined as long as the corridor that changes most is shown. */
export const chosenCorridor = signal<string | undefined>(undefined)

/** Corridors whose time changes, the one that the scenario is about first. */
export const changedCorridors = computed(() =>
  mostChangedCorridors({ result: result.value }, result.value.corridors.length),
)

/** Shown while nothing is changed: the corridor that most ready scenarios act on. */
const FIRST = 'titr-aktau-poti'

/** With the names of its places in the reader's language. */
export const shownCorridor = computed(() => {
  const { corridors } = result.value
  const named = (wanted: string | undefined) => corridors.find(({ id }) => id === wanted)
  const shown = named(chosenCorridor.value) ?? changedCorridors.value[0] ?? named(FIRST) ?? corridors[0]
  return shown && inReadersNames(shown)
})

const places = computed(() => new Map(dataset.value.network.places.map(place => [place.id, place])))

function inReadersNames(corridor: CorridorResult): CorridorResult {
  const { links } = dataset.value.network
  const name = (id: string) => placeName({ places: places.value }, id)
  const label = ({ kind, id, label }: CorridorLeg): string => {
    if (kind !== 'travel') return name(id)
    const link = links.find(each => each.id === id)
    return link === undefined ? label : `${name(link.from)} – ${name(link.to)}`
  }
  return {
    ...corridor,
    name: corridorName(corridor.id),
    legs: corridor.legs.map(leg => ({ ...leg, label: label(leg) })),
  }
}

export const caravanWords = computed<CaravanWords>(() => {
  const words = messages.value.outcomes.caravan
  return {
    ...words,
    days: value => number(language.value, value, { decimals: 1 }),
    hours: value =>
      number(language.value, value, { decimals: value >= 9.95 || value === Math.round(value) ? 0 : 1 }),
  }
})

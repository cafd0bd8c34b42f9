/** Which corridor the caravan line shows. */
import { computed, signal } from '@preact/signals'
import { mostChangedCorridors } from '../../../report/changed-corridors.js'
import type { CaravanWords } from '../../../report/charts/caravan-layout.js'
import { number } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import { result } from '../../state/lab.js'

/** The reader's choice; undefined as long as the corridor that changes most is shown. */
export const chosenCorridor = signal<string | undefined>(undefined)

/** Corridors whose time changes, the one that the scenario is about first. */
export const changedCorridors = computed(() =>
  mostChangedCorridors({ result: result.value }, result.value.corridors.length),
)

/** Shown while nothing is changed: the corridor that most ready scenarios act on. */
const FIRST = 'titr-aktau-poti'

export const shownCorridor = computed(() => {
  const { corridors } = result.value
  const named = (wanted: string | undefined) => corridors.find(({ id }) => id === wanted)
  return named(chosenCorridor.value) ?? changedCorridors.value[0] ?? named(FIRST) ?? corridors[0]
})

export const caravanWords = computed<CaravanWords>(() => {
  const words = messages.value.outcomes.caravan
  return {
    ...words,
    days: value => number(language.value, value, { decimals: 1 }),
    hours: value =>
      number(language.value, value, { decimals: value >= 9.95 || value === Math.round(value) ? 0 : 1 }),
  }
})

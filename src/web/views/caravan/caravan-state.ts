/** Which corridor the caravan line shows. */
import { computed, signal } from '@preact/signals'
import type { CorridorResult } from '../../../index.js'
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

export const shownCorridor = computed(() => {
  const { corridors } = result.value
  return (
    corridors.find(({ id }) => id === chosenCorridor.value) ??
    changedCorridors.value[0] ??
    busiest(corridors) ??
    corridors[0]
  )
})

/** Of the corridors over a land border, the one on which most box-days are spent today. */
function busiest(corridors: readonly CorridorResult[]): CorridorResult | undefined {
  const boxDays = ({ teu, days }: CorridorResult) => teu.before * (days.before ?? 0)
  return corridors
    .filter(({ legs }) => legs.some(({ kind }) => kind === 'crossing'))
    .reduce<CorridorResult | undefined>(
      (most, each) => (most === undefined || boxDays(each) > boxDays(most) ? each : most),
      undefined,
    )
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

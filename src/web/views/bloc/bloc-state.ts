/** What the reader has chosen on the bloc page. */
import { computed, signal } from '@preact/signals'
import { dataset } from '../../state/lab.js'
import { blocsOf, claimCards, figureYears, type Limits } from './claim-cards.js'
import { timelineOf } from './timeline-rows.js'
import { todaysFigures, turnoverMatrix } from './turnover-matrix.js'

export const blocs = computed(() => blocsOf(dataset.value))
export const years = computed(() => figureYears(dataset.value))

const chosenBloc = signal<string | undefined>(undefined)
const chosenYear = signal<number | undefined>(undefined)

export const bloc = computed(() => chosenBloc.value ?? blocs.value[0]!)
export const year = computed(() => chosenYear.value ?? years.value[0]!)
/** Limits that the reader set, by card. */
export const ownLimits = signal<ReadonlyMap<string, Limits>>(new Map())

export const cards = computed(() => claimCards(dataset.value, bloc.value))
export const timeline = computed(() => timelineOf(dataset.value, bloc.value))
export const figures = computed(() => todaysFigures(dataset.value, bloc.value))
export const matrix = computed(() => turnoverMatrix(dataset.value, figures.value))

export function chooseBloc(id: string): void {
  chosenBloc.value = id
}

export function chooseYear(value: number): void {
  chosenYear.value = value
}

/** @param limits undefined: as published. */
export function setLimits(card: string, limits: Limits | undefined): void {
  const next = new Map(ownLimits.value)
  if (limits === undefined) next.delete(card)
  else next.set(card, limits)
  ownLimits.value = next
}

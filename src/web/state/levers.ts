/** The levers of the panel, and what a hand does with them. */
import { computed, signal } from '@preact/signals'
import { catalogue } from '../scenario/catalogue.js'
import { type Handle, handlesOf, isAsToday, moveHandle, type NumberHandle } from '../scenario/handles.js'
import { type Lever, leversOf, withOthers } from '../scenario/levers.js'
import { addMeasure, measuresOf, removeMeasure, replaceMeasure } from '../scenario/operations.js'
import { todayOfField } from '../scenario/today.js'
import { TODAY, type WrittenMeasure, type WrittenScenario } from '../scenario/written.js'
import { type ChangeOptions, changeScenario } from './history.js'
import { dataset, scenario } from './lab.js'

/** Measures of the scenario that was opened last: their levers stay where they are when they leave the scenario. */
const opened = signal<readonly WrittenMeasure[]>([])

export const levers = computed<readonly Lever[]>(() =>
  leversOf(scenario.value, withOthers(opened.value, catalogue(dataset.value)), dataset.value),
)

/** Takes another scenario in hand. */
export function openScenario(next: WrittenScenario): void {
  opened.value = measuresOf(next)
  changeScenario(next)
}

/** All as today, title and options included. */
export function resetAll(): void {
  changeScenario(TODAY)
}

export function moveLever(lever: Lever, handle: NumberHandle, value: number, options?: ChangeOptions): void {
  const measure = moveHandle(lever.measure, handle, value)
  const handles = handlesOf(measure, field => todayOfField(measure, field, dataset.peek()))
  put(lever, isAsToday(handles) ? undefined : measure, options)
}

export function switchLever(lever: Lever, on: boolean): void {
  put(lever, on ? lever.measure : undefined)
}

/** Back to today. */
export function resetLever(lever: Lever): void {
  put(lever, undefined)
}

/** Whether a lever says that something is, rather than how much. */
export function isSwitch(handles: readonly Handle[]): boolean {
  return handles[0]?.kind === 'switch'
}

function put(
  { index, measure: old }: Lever,
  measure: WrittenMeasure | undefined,
  options?: ChangeOptions,
): void {
  const now = scenario.peek()
  if (index === undefined) {
    if (measure !== undefined) changeScenario(addMeasure(now, measure), options)
    return
  }
  if (measure === undefined) {
    remember(old)
    changeScenario(removeMeasure(now, index), options)
  } else changeScenario(replaceMeasure(now, index, measure), options)
}

/** A lever that was added by hand stays listed as well. */
function remember(measure: WrittenMeasure): void {
  opened.value = withOthers(opened.peek(), [measure])
}

/** The levers of the panel, and what a hand does with them. */
import { computed, signal } from '@preact/signals'
import { catalogue } from '../scenario/catalogue.js'
import { type Handle, handlesOf, isAsToday, moveHandle, type NumberHandle } from '../scenario/handles.js'
import type { LeverFor } from '../scenario/lever-for.js'
import { type Lever, leversOf, targetOf, withOthers } from '../scenario/levers.js'
import { addMeasure, measuresOf, removeMeasure, replaceMeasure } from '../scenario/operations.js'
import { todayOfField } from '../scenario/today.js'
import { TODAY, type WrittenMeasure, type WrittenScenario } from '../scenario/written.js'
import { type ChangeOptions, changeScenario } from './history.js'
import { dataset, scenario, selection } from './lab.js'
import { isPhone, sheet } from './screen.js'

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

/** Key of the lever that the reader was sent to, while they are at it. */
export const wantedLever = signal<string | undefined>(undefined)

/** Lists the lever where it is not listed yet, as today, and sends the reader to it. */
export function showLever({ lever, measure }: LeverFor): void {
  if (lever === undefined) remember(measure)
  const target = targetOf(measure)
  wantedLever.value = lever?.key ?? levers.value.find(each => targetOf(each.measure) === target)?.key
  if (!isPhone.peek()) return
  selection.value = undefined
  sheet.value = 'open'
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

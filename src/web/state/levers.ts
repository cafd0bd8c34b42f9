/** The levers of the panel, and what a hand does with them. */
import { computed, signal } from '@preact/signals'
import { catalogue } from '../scenario/catalogue.js'
import { type Handle, handlesOf, isAsToday, moveHandle, type NumberHandle } from '../scenario/handles.js'
import type { LeverFor } from '../scenario/lever-for.js'
import { type Group, type Lever, leversOf, targetOf, withOthers } from '../scenario/levers.js'
import { addMeasure, measuresOf, removeMeasure, replaceMeasure } from '../scenario/operations.js'
import { todayOfField } from '../scenario/today.js'
import { TODAY, type WrittenMeasure, type WrittenScenario } from '../scenario/written.js'
import { type ChangeOptions, changeScenario } from './history.js'
import { dataset, scenario, selection } from './lab.js'
import { isPhone, sheet } from './screen.js'

/** Measures of the scenario that was opened last: their levers stay where they are when they leave the scenario. */
const opened = signal<readonly WrittenMeasure[]>([])

/** Measures that the reader added or was led to: their levers stand last, so that no other gives way to them. */
const added = signal<readonly WrittenMeasure[]>([])

const listed = computed(() => withOthers(withOthers(opened.value, catalogue(dataset.value)), added.value))

export const levers = computed<readonly Lever[]>(() => leversOf(scenario.value, listed.value, dataset.value))

/** Whether freight rates answer demand in the scenario. */
export const ratesAnswer = computed(() => scenario.value.freightRates === 'answer-demand')

export function setRatesAnswer(on: boolean): void {
  const { freightRates: _, ...rest } = scenario.peek()
  changeScenario(on ? { ...rest, freightRates: 'answer-demand' } : rest)
}

/** How much of a group is not as today. */
export function changedIn(group: Group): number {
  const changed = levers.value.filter(each => each.group === group && each.index !== undefined).length
  return group === 'shocks' && ratesAnswer.value ? changed + 1 : changed
}

/** Keys of the levers that a hand has moved or asked for: they stay in sight, also at today's value. */
export const touched = signal<ReadonlySet<string>>(new Set())

/** The group that a phone shows; undefined until the reader has chosen one. */
export const chosenGroup = signal<Group | undefined>(undefined)

/** Takes another scenario in hand. */
export function openScenario(next: WrittenScenario): void {
  opened.value = measuresOf(next)
  added.value = []
  beginAnew()
  changeScenario(next)
}

/** All as today, title and options included. */
export function resetAll(): void {
  beginAnew()
  changeScenario(TODAY)
}

function beginAnew(): void {
  touched.value = new Set()
  chosenGroup.value = undefined
}

function touch(key: string): void {
  if (!touched.peek().has(key)) touched.value = new Set([...touched.peek(), key])
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
  const wanted = lever ?? levers.value.find(each => targetOf(each.measure) === target)
  if (wanted !== undefined) touch(wanted.key)
  wantedLever.value = wanted?.key
  chosenGroup.value = wanted?.group
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
  { key, index, measure: old }: Lever,
  measure: WrittenMeasure | undefined,
  options?: ChangeOptions,
): void {
  const now = scenario.peek()
  touch(key)
  if (index === undefined) {
    if (measure !== undefined) changeScenario(addMeasure(now, measure), options)
    return
  }
  if (measure === undefined) {
    remember(old)
    changeScenario(removeMeasure(now, index), options)
  } else changeScenario(replaceMeasure(now, index, measure), options)
}

/** A lever that was added by hand stays listed as well; one that is listed keeps its place. */
function remember(measure: WrittenMeasure): void {
  if (withOthers(listed.peek(), [measure]).length > listed.peek().length)
    added.value = [...added.peek(), measure]
}

/** Every change of the scenario goes through here, so that each can be taken back. */
import { computed, signal } from '@preact/signals'
import type { WrittenScenario } from '../scenario/written.js'
import { scenario } from './lab.js'

/** Changes that can be taken back. */
const MOST = 200

const past = signal<readonly WrittenScenario[]>([])
const future = signal<readonly WrittenScenario[]>([])
/** Gesture of the last change; changes of one gesture are taken back together. */
let lastGesture: unknown

export const canUndo = computed(() => past.value.length > 0)
export const canRedo = computed(() => future.value.length > 0)

export interface ChangeOptions {
  /** The same value for all changes of one gesture, e.g. of one drag; changes without one stand alone. */
  readonly gesture?: unknown
}

export function changeScenario(next: WrittenScenario, { gesture }: ChangeOptions = {}): void {
  const now = scenario.peek()
  if (next === now) return
  const goesOn = gesture !== undefined && gesture === lastGesture
  if (!goesOn) past.value = [...past.value, now].slice(-MOST)
  lastGesture = gesture
  future.value = []
  scenario.value = next
}

export function undo(): void {
  step(past, future)
}

export function redo(): void {
  step(future, past)
}

function step(from: typeof past, to: typeof past): void {
  const next = from.peek().at(-1)
  if (next === undefined) return
  to.value = [...to.value, scenario.peek()]
  from.value = from.peek().slice(0, -1)
  lastGesture = undefined
  scenario.value = next
}

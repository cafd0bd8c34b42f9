/** Where a newcomer is in the first minute. A step ends by itself when what it asks for has been done. */
import { effect, signal } from '@preact/signals'
import { scenario, selection, view } from './lab.js'
import { sheet } from './screen.js'

export const STEPS = ['move', 'read', 'open'] as const
export type Step = (typeof STEPS)[number]

const STORED = 'keruen-first-minute'

/** Undefined where no step is shown. */
export const step = signal<Step | undefined>(undefined)

/** The first step, for who has not been here before; whoever comes by a link wants what it shows. */
export function welcome(): void {
  if (!wasHere() && location.hash === '') step.value = 'move'
  let moved = scenario.peek()
  effect(() => {
    const now = scenario.value
    if (now !== moved && step.peek() === 'move') step.value = 'read'
    moved = now
  })
  effect(() => {
    if (selection.value !== undefined && step.peek() === 'open') endGuide()
  })
}

export function startGuide(): void {
  view.value = 'lab'
  if (sheet.peek() === 'closed') sheet.value = 'rest'
  step.value = 'move'
}

export function nextStep(): void {
  const next = STEPS[STEPS.indexOf(step.peek()!) + 1]
  if (next === undefined) endGuide()
  else step.value = next
}

export function endGuide(): void {
  step.value = undefined
  try {
    localStorage.setItem(STORED, 'seen')
  } catch {
    // then the steps are shown again the next time
  }
}

function wasHere(): boolean {
  try {
    return localStorage.getItem(STORED) !== null
  } catch {
    return false
  }
}

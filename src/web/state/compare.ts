/** Up to four scenarios side by side: each keeps the newest answer that was given to it. */
import { effect, signal } from '@preact/signals'
import type { Result } from '../../index.js'
import type { WrittenScenario } from '../scenario/written.js'
import { type Answer, answer, hasRanges, isCurrent, scenario, view } from './lab.js'

export const LETTERS = ['A', 'B', 'C', 'D'] as const
export type Letter = (typeof LETTERS)[number]

export interface Compared {
  readonly letter: Letter
  readonly written: WrittenScenario
  /** Undefined until the model has answered it. */
  readonly answer: Answer | undefined
}

/** In the order of their letters. */
export const compared = signal<readonly Compared[]>([])
/** Whether the scenarios are shown side by side. */
export const comparing = signal(false)

/** Puts a scenario beside the others; the same one stays as it is. Returns false where all four places are taken. */
export function compareScenario(written: WrittenScenario): boolean {
  if (compared.value.some(each => each.written === written)) return true
  const letter = LETTERS.find(each => compared.value.every(other => other.letter !== each))
  if (letter === undefined) return false
  const known = answer.peek().written === written ? answer.peek() : undefined
  compared.value = [...compared.value, { letter, written, answer: known }].sort((a, b) =>
    a.letter < b.letter ? -1 : 1,
  )
  return true
}

/** Puts the scenario in hand beside the others, or goes back to it alone. */
export function toggleComparison(): void {
  if (!comparing.value && compared.value.length === 0) compareScenario(scenario.peek())
  comparing.value = view.value !== 'lab' || !comparing.value
  view.value = 'lab'
}

export function leaveComparison(letter: Letter): void {
  compared.value = compared.value.filter(each => each.letter !== letter)
}

/** Hands every new answer to the compared scenario that it is of. */
export function followAnswers(): () => void {
  return effect(() => {
    const newest = answer.value
    const list = compared.peek()
    const isNews = (each: Compared): boolean => each.written === newest.written && each.answer !== newest
    if (!list.some(isNews)) return
    compared.value = list.map(each => (isNews(each) ? { ...each, answer: newest } : each))
  })
}

/** Asks for the scenarios that were left before their answer came, as soon as the one in hand has its own. */
export function answerTheRest(
  askAside: (written: WrittenScenario, take: (result: Result) => void) => void,
): () => void {
  return effect(() => {
    if (!isCurrent.value || !hasRanges.value) return
    const open = compared.value.find(each => each.answer?.full === undefined)
    if (open === undefined) return
    const { letter, written } = open
    askAside(written, result => {
      const known = { written, central: result, full: result }
      compared.value = compared
        .peek()
        .map(each => (each.letter === letter && each.written === written ? { ...each, answer: known } : each))
    })
  })
}

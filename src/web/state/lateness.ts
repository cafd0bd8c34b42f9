/** Whether the newest scenario has been without an answer for so long that the reader should be told. */
import { effect, signal } from '@preact/signals'
import { answer, fault, isCurrent } from './lab.js'

/** Milliseconds: under a hand that drags answers come sooner. */
const PATIENCE = 600

export const isLate = signal(false)

/** Counts from the last answer, since one that is a little older than the hand is near enough. */
export function watchLateness(): void {
  effect(() => {
    isLate.value = false
    if (isCurrent.value || fault.value !== undefined || answer.value === undefined) return
    const timer = setTimeout(() => {
      isLate.value = true
    }, PATIENCE)
    return () => clearTimeout(timer)
  })
}

/** What the page tells about an action of the reader, beside the top bar: one thing at a time. */
import { signal } from '@preact/signals'
import type { Issue } from '../../errors.js'

export interface Trouble {
  readonly title: string
  /** What is to be mended. */
  readonly issues?: readonly Issue[]
}

/** What went wrong with something that was opened; the scenario is as it was. */
export const trouble = signal<Trouble | undefined>(undefined)
/** Something that went well, for a few seconds. */
export const toast = signal<string | undefined>(undefined)

/** Milliseconds; held while the pointer or the focus is on it. */
export const TOAST_TIME = 6_000

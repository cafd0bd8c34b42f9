/** How numbers and their ranges are put into words, in the reader's language. */
import type { Range } from '../../index.js'
import { type Rounding, rounded, type WriteNumber } from '../../report/format.js'
import type { Wording } from '../../report/words.js'
import type { Language } from './languages.js'
import { number } from './locale.js'

/** The few words that stand with numbers. */
export type NumberWords = Wording['messages'] & {
  /** A central value whose range is not there yet. */
  readonly roughly: (value: string) => string
}

export interface PageWording extends Wording {
  readonly messages: NumberWords
  readonly write: WriteNumber
  readonly language: Language
}

export function pageWording(language: Language, messages: NumberWords, hasRanges: boolean): PageWording {
  return {
    language,
    messages,
    hasRanges,
    write: (value, decimals, signed) => number(language, value, { decimals, signed }),
  }
}

/** What a solver leaves of nothing, in any unit that is told. */
const NOISE = 1e-6
const NO_CHANGE: Range = { value: 0, low: 0, high: 0 }

/** A value before its range is known: one figure of it, and that it is roughly so. */
export function roughly({ messages, write }: PageWording, value: number, finest: Rounding): string {
  const size = Math.abs(value) / finest.unit
  const power = size === 0 ? 0 : Math.floor(Math.log10(size) + 1e-9)
  const decimals = Math.min(finest.decimals, Math.max(0, -power))
  const step = Math.max(finest.step, Number(`1e${Math.max(0, power)}`))
  const text = rounded(value, { unit: finest.unit, decimals, step }, true, write)
  return /[1-9]/.test(text) ? messages.roughly(text) : messages.aboutZero
}

/** The same words for any number: with its range where there is one, roughly where not yet. */
export function told(
  wording: PageWording,
  range: Range,
  finest: Rounding,
  words: (wording: Wording, range: Range) => { readonly value: string; readonly interval: string },
): { readonly value: string; readonly interval: string } {
  if (Math.max(Math.abs(range.value), Math.abs(range.low), Math.abs(range.high)) < NOISE)
    return words(wording, NO_CHANGE)
  if (wording.hasRanges) return words(wording, range)
  return { value: roughly(wording, range.value, finest), interval: '' }
}

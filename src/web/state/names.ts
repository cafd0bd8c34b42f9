/** What things are called in the reader's language. */
import { signal } from '@preact/signals'
import type { NetworkNames } from '../../report/reader-names.js'

export interface Names extends NetworkNames {
  /** Titles and descriptions in the ready scenarios, by the English ones. */
  readonly words: ReadonlyMap<string, string>
}

/** Undefined in English, and until those of another language are there. */
export const names = signal<Names | undefined>(undefined)

/** A title or description in the reader's language where it is a ready scenario's; as it stands where a person wrote it. */
export function inReadersWords(text: string): string {
  return names.value?.words.get(text) ?? text
}

import type { Language } from '../../index.js'
import { LANGUAGES } from '../../vocabulary.js'

export { LANGUAGES, type Language }

/** A part's messages in every language; the English one is the measure of the others. */
export type InEveryLanguage<Part> = Readonly<Record<Language, Part>>
export type OtherLanguage = Exclude<Language, 'en'>

/** English words, with gaps `{1}`, `{2}` for what differs, to those of the other languages. */
export type Phrases = Readonly<Record<string, Readonly<Record<OtherLanguage, string>>>>

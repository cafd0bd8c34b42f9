import type { Language } from '../../index.js'
import { LANGUAGES } from '../../vocabulary.js'

export { LANGUAGES, type Language }

/** A part's messages in every language; the English one is the measure of the others. */
export type InEveryLanguage<Part> = Readonly<Record<Language, Part>>

/** All messages, for parts of the page that are loaded when they are first opened; see `messages.ts`. */
import { computed } from '@preact/signals'
import {
  type Messages as First,
  messages as first,
  type InLanguage,
  inLanguage,
  language,
} from './messages.js'
import { LATER } from './parts/later.js'

export { corridorName, countryName, language } from './messages.js'

export type Messages = First & InLanguage<typeof LATER>

export const messages = computed<Messages>(() => ({ ...first.value, ...inLanguage(LATER, language.value) }))

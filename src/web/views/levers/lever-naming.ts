/** What the names of levers are made of, in the reader's language. */
import { computed } from '@preact/signals'
import { countryName, language, messages } from '../../i18n/messages.js'
import type { LeverNaming } from '../../scenario/lever-name.js'
import { dataset } from '../../state/lab.js'
import { levers } from '../../state/levers.js'
import { inReadersWords } from '../../state/names.js'

export const leverNaming = computed<LeverNaming>(() => ({
  words: messages.value.levers,
  language: language.value,
  dataset: dataset.value,
  countryName,
  readersWords: inReadersWords,
  among: levers.value.map(({ measure }) => measure),
}))

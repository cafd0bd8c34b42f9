/** The messages of all parts in the reader's language. */
import { computed, signal } from '@preact/signals'
import { dashed, shortName } from '../../report/context.js'
import { dataset } from '../state/lab.js'
import type { InEveryLanguage, Language } from './languages.js'

import { FIRST } from './parts/index.js'

/** Parts, each in all languages. */
type AllLanguages = Readonly<Record<string, InEveryLanguage<unknown>>>

/** The same parts in one language. */
export type InLanguage<Parts extends AllLanguages> = { readonly [Part in keyof Parts]: Parts[Part]['en'] }

export type Messages = InLanguage<typeof FIRST>

export const language = signal<Language>('en')

/** `messages.value.shell.views.lab`, … */
export const messages = computed<Messages>(() => inLanguage(FIRST, language.value))

export function inLanguage<Parts extends AllLanguages>(parts: Parts, chosen: Language): InLanguage<Parts> {
  return Object.fromEntries(
    Object.entries(parts).map(([part, all]) => [part, all[chosen]]),
  ) as InLanguage<Parts>
}

/** Name of an economy in the reader's language, without what the United Nations puts in brackets; its code where there is none. */
export function countryName(iso3: string): string {
  const country = dataset.value.countries.find(each => each.iso3 === iso3)
  return country === undefined ? iso3 : shortName(country.names[language.value])
}

/** Name of a corridor in the reader's language; its id where the dataset has none. */
export function corridorName(id: string): string {
  return dashed(dataset.value.network.corridors.find(each => each.id === id)?.name ?? id)
}

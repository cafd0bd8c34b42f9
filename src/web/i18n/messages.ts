/** The messages of all parts in the reader's language. */
import { computed, signal } from '@preact/signals'
import { shortName } from '../../report/context.js'
import { dataset } from '../state/lab.js'
import type { Language } from './languages.js'

import * as PARTS from './parts/index.js'

type Parts = typeof PARTS
export type Messages = { readonly [Part in keyof Parts]: Parts[Part]['en'] }

export const language = signal<Language>('en')

/** `messages.value.shell.views.lab`, … */
export const messages = computed<Messages>(
  () =>
    Object.fromEntries(Object.entries(PARTS).map(([part, all]) => [part, all[language.value]])) as Messages,
)

/** Name of an economy in the reader's language, without what the United Nations puts in brackets; its code where there is none. */
export function countryName(iso3: string): string {
  const country = dataset.value.countries.find(each => each.iso3 === iso3)
  return country === undefined ? iso3 : shortName(country.names[language.value])
}

/** What stands in the ready scenarios, English to the reader's language. Loaded with the names of that language. */
import type { Language } from './languages.js'
import { NAMED } from './parts/named.js'

export function readyWords(language: Language): ReadonlyMap<string, string> {
  return new Map(Object.values(NAMED).flatMap(part => pairs(part.en, part[language])))
}

type Words = string | { readonly [key: string]: Words }

function pairs(english: Words, own: Words): [string, string][] {
  if (typeof english === 'string') return [[english, own as string]]
  return Object.entries(english).flatMap(([key, each]) => pairs(each, (own as Record<string, Words>)[key]!))
}

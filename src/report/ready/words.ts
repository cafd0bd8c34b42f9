/** What stands in the ready scenarios, English to the reader's language. */
import type { Language } from '../../dataset/dataset.js'
import { readyMeasures } from './measures.js'
import { ready } from './scenarios.js'

export const NAMED = { ready, readyMeasures }

export function readyWords(language: Language): ReadonlyMap<string, string> {
  return new Map(Object.values(NAMED).flatMap(part => pairs(part.en, part[language])))
}

type Words = string | { readonly [key: string]: Words }

function pairs(english: Words, own: Words): [string, string][] {
  if (typeof english === 'string') return [[english, own as string]]
  return Object.entries(english).flatMap(([key, each]) => pairs(each, (own as Record<string, Words>)[key]!))
}

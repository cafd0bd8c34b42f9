/** Follows the reader's language with the names of places and corridors, and the words of the ready scenarios. */
import { effect } from '@preact/signals'
import { keptText } from '../engine/kept-files.js'
import { type Names, names } from '../state/names.js'
import type { Language } from './languages.js'
import { language } from './messages.js'

const known = new Map<Language, Names>()

/** The dataset is in English; names of other languages come when one is chosen, and English ones stand until then. */
export function followLanguage(): void {
  effect(() => {
    const wanted = language.value
    names.value = known.get(wanted)
    if (wanted === 'en' || known.has(wanted)) return
    loadNames(wanted).then(
      () => {
        if (language.peek() === wanted) names.value = known.get(wanted)
      },
      // they are asked for again when the language is chosen the next time
      () => undefined,
    )
  })
}

/** What the build stored of a language's names, see `store-lab.ts`. */
export async function loadNames(wanted: Language): Promise<void> {
  const [text, { readyWords }] = await Promise.all([
    keptText(`names-${wanted}`),
    import('../../report/ready/words.js'),
  ])
  known.set(wanted, { ...(JSON.parse(text) as Omit<Names, 'words'>), words: readyWords(wanted) })
}

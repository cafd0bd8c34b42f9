/** The reader's language: the one chosen before, else the first of the browser's that the page speaks. */
import { effect } from '@preact/signals'
import { LANGUAGES, type Language } from '../i18n/languages.js'
import { TAGS } from '../i18n/locale.js'
import { language } from '../i18n/messages.js'

const STORED = 'keruen-language'

/** Sets the language and keeps the document's `lang` in step with it; remembers a choice where the browser lets it. */
export function followReader(): void {
  language.value = stored() ?? preferred(navigator.languages)
  effect(() => {
    document.documentElement.lang = TAGS[language.value]
    try {
      localStorage.setItem(STORED, language.value)
    } catch {
      // a browser may keep nothing of a page; then the choice lasts as long as the page
    }
  })
}

/** The first language of a list that the page speaks, by its first part; English where there is none. */
export function preferred(wanted: readonly string[]): Language {
  const first = wanted.map(tag => tag.toLowerCase().split('-')[0])
  return first.map(known).find(each => each !== undefined) ?? 'en'
}

function known(tag: string | null | undefined): Language | undefined {
  return LANGUAGES.find(each => each === tag)
}

function stored(): Language | undefined {
  try {
    return known(localStorage.getItem(STORED))
  } catch {
    return undefined
  }
}

/** Words and names of a report in another language than English, from the package. */
import type { Language } from '../../index.js'
import type { Messages, ReaderNames } from '../../report/index.js'
import { loadMessages, readyWords } from '../../report/index.js'
import { readNames } from './names.js'

export interface ReportLanguage {
  readonly messages: Messages
  /** Undefined in English, which the dataset itself is in. */
  readonly names: ReaderNames | undefined
}

/** Titles and measures of the ready scenarios are told in the language, others stay as they are written. */
export async function loadReportLanguage(language: Language): Promise<ReportLanguage> {
  const [messages, known] = await Promise.all([loadMessages(language), readNames()])
  if (language === 'en') return { messages, names: undefined }
  const { places, corridors } = known.get(language) ?? { places: {}, corridors: {} }
  return {
    messages,
    names: { language, places, corridors, words: readyWords(language), modes: messages.modes },
  }
}

/** The report's words by language; each comes when it is first wanted. */
import type { Language } from '../../dataset/dataset.js'
import { en, type Messages } from './en.js'

export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return en
    case 'ru':
      return (await import('./ru.js')).ru
    case 'zh':
      return (await import('./zh.js')).zh
    case 'kk':
      return (await import('./kk.js')).kk
  }
}

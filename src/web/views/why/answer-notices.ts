/** What to know of the whole answer, in sentences. */
import { noticeSentence } from '../../../report/notice-text.js'
import { number } from '../../i18n/locale.js'
import { inReadersWords } from '../../state/names.js'
import type { SubjectContext } from './subject-records.js'

/** None until the ranges are there. */
export function answerNotices({ full, dataset, language, words, countryName }: SubjectContext): string[] {
  if (full === undefined) return []
  const { places } = dataset.network
  const names = {
    country: countryName,
    // A crossing's id is its place, `CHN→KAZ` and the mode; a link has its own label.
    bottleneck: (id: string) => {
      const [placeId, way] = id.split(' ')
      const name = places.find(place => place.id === placeId)?.name
      return name === undefined || way === undefined ? name : `${name}, ${way}`
    },
    measure: (id: string) => {
      const title = full.measures.find(each => each.id === id)?.title
      return title === undefined ? undefined : inReadersWords(title)
    },
    market: (id: string) => words.rates.markets[id],
  }
  const numbers = { fixed: (value: number, decimals: number) => number(language, value, { decimals }) }
  return full.notices.map(notice => noticeSentence(words.notices.words, numbers, names, notice))
}

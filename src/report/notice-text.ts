/** A notice in the reader's language. */
import type { Notice } from '../scenario/result/result.js'
import { shortName, type WordContext } from './context.js'
import type { NoticeNumbers, NoticeSentences } from './messages/notice-words.js'

/** What the reader calls things; undefined where a notice's own word stays. */
export interface NoticeNames {
  readonly country: (iso3: string) => string | undefined
  /** Of a bottleneck, a measure and a freight market, by id. */
  readonly bottleneck: (id: string) => string | undefined
  readonly measure: (id: string) => string | undefined
  readonly market: (id: string) => string | undefined
}

type Values = Notice['values']
type Sentences = Readonly<Record<string, (values: Values, numbers: NoticeNumbers) => string>>

/** @returns the result's own words where there are no others. */
export function noticeSentence(
  words: NoticeSentences,
  numbers: NoticeNumbers,
  names: NoticeNames,
  { code, message, subject, values }: Notice,
): string {
  if (!Object.hasOwn(words, code)) return message
  return (words as unknown as Sentences)[code]!(withNames(names, values, subject), numbers)
}

/** @param context of a report: its result has the names that the reader knows (`resultWithNames`). */
export function noticeText(
  { result, messages, numbers }: Pick<WordContext, 'result' | 'messages' | 'numbers'>,
  notice: Notice,
): string {
  const names: NoticeNames = {
    country: id => {
      const known = result.countries.find(({ iso3 }) => iso3 === id)
      return known && shortName(known.name)
    },
    bottleneck: id => result.capacities.find(each => each.id === id)?.label,
    measure: id => result.measures.find(each => each.id === id)?.title,
    market: id => messages.markets[id],
  }
  return noticeSentence(messages.tables.notices.words, numbers, names, notice)
}

function withNames(names: NoticeNames, values: Values, subject = ''): Values {
  const country = (iso3: string): string => names.country(iso3) ?? iso3
  const { countries } = values
  const known: Readonly<Record<string, string | undefined>> = {
    country: typeof values.country === 'string' ? country(values.country) : undefined,
    label: names.bottleneck(subject),
    title: names.measure(subject),
    name: names.market(subject),
  }
  const named = Object.entries(values).map(([key, value]) => [key, known[key] ?? value] as const)
  return {
    ...Object.fromEntries(named),
    ...(Array.isArray(countries) && { countries: countries.map(country) }),
  }
}

/** A notice in the reader's language. */
import type { Notice, Result } from '../scenario/result/result.js'
import { shortName } from './context.js'
import type { NumberForms } from './format.js'
import type { Messages } from './messages/en.js'

export interface NoticeContext {
  /** With the names that the reader knows (`resultWithNames`). */
  readonly result: Pick<Result, 'countries' | 'capacities' | 'measures'>
  readonly messages: Pick<Messages, 'markets'> & { readonly tables: Pick<Messages['tables'], 'notices'> }
  readonly numbers: NumberForms
}

type Values = Notice['values']
type Sentences = Readonly<Record<string, (values: Values, numbers: NumberForms) => string>>

/** @returns the result's own words where there are no others. */
export function noticeText(context: NoticeContext, { code, message, subject, values }: Notice): string {
  const words = context.messages.tables.notices.words as unknown as Sentences
  return Object.hasOwn(words, code)
    ? words[code]!(withNames(context, values, subject), context.numbers)
    : message
}

/** Countries, bottlenecks, measures and markets by the names that the reader knows. */
function withNames({ result, messages }: NoticeContext, values: Values, subject: string | undefined): Values {
  const country = (iso3: string): string => {
    const known = result.countries.find(each => each.iso3 === iso3)
    return known === undefined ? iso3 : shortName(known.name)
  }
  const { countries } = values
  const known: Readonly<Record<string, string | undefined>> = {
    country: typeof values.country === 'string' ? country(values.country) : undefined,
    label: result.capacities.find(({ id }) => id === subject)?.label,
    title: result.measures.find(({ id }) => id === subject)?.title,
    name: messages.markets[subject ?? ''],
  }
  const named = Object.entries(values).map(([key, value]) => [key, known[key] ?? value] as const)
  return {
    ...Object.fromEntries(named),
    ...(Array.isArray(countries) && { countries: countries.map(country) }),
  }
}

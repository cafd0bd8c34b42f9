/** Numbers, dates and plural forms as a language writes them. */
import type { Language } from './languages.js'

/** BCP 47 tags for `Intl` and for the page's `lang`. */
export const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', zh: 'zh-CN', kk: 'kk' }

/** Kazakh numbers and commas are written as Russian ones; some browsers know the latter alone. */
const NUMBER_TAGS: Readonly<Record<Language, string>> = { ...TAGS, kk: 'ru' }

const MINUS = '\u2212'
const NO_BREAK = '\u00a0'

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

const rules = new Map<Language, Intl.PluralRules>()
const formats = new Map<string, Intl.NumberFormat>()

/** The form of a word that goes with a count: `plural('ru', 3, { one: 'мера', few: 'меры', many: 'мер', other: 'меры' })`. */
export function plural(language: Language, count: number, forms: Forms): string {
  let known = rules.get(language)
  if (known === undefined) {
    known = new Intl.PluralRules(TAGS[language])
    rules.set(language, known)
  }
  return forms[known.select(count)] ?? forms.other
}

export interface NumberChoices {
  /** Digits after the point, always; default 0. */
  readonly decimals?: number
  /** A plus where it is above zero. */
  readonly signed?: boolean
}

/** A number with the language's separators and U+2212 for minus; what rounds to zero has no sign. */
export function number(
  language: Language,
  value: number,
  { decimals = 0, signed = false }: NumberChoices = {},
): string {
  const key = `${language} ${decimals}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(NUMBER_TAGS[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    formats.set(key, format)
  }
  const size = format.format(Math.abs(value))
  if (!/[1-9]/.test(size)) return size
  return `${value < 0 ? MINUS : signed ? '+' : ''}${size}`
}

/** Decimals with which a number of a table has at least four digits that say something, three decimals at most. */
export function decimalsOf(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 1000) return 0
  if (size >= 100) return 1
  return size >= 10 ? 2 : 3
}

/** A percentage: no space in Chinese, a no-break space before the sign elsewhere. */
export function percent(language: Language, value: number, choices: NumberChoices = { decimals: 2 }): string {
  const space = language === 'zh' ? '' : NO_BREAK
  return `${number(language, value, choices)}${space}%`
}

/** Months, for browsers whose data have no Kazakh. */
const KAZAKH_MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
]

/** 3 July 2024, in the language's own order; `iso` is YYYY-MM-DD. */
export function date(language: Language, iso: string): string {
  if (language === 'kk') return kazakhMonth(iso, Number(iso.slice(8, 10)))
  return new Intl.DateTimeFormat(TAGS[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  )
}

/** A date of which only the year, or year and month, may be known. */
export function partialDate(language: Language, iso: string): string {
  if (iso.length > 7) return date(language, iso)
  if (iso.length === 4) return iso
  if (language === 'kk') return kazakhMonth(iso)
  return new Intl.DateTimeFormat(TAGS[language], { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}-01T00:00:00Z`),
  )
}

/** 2024 ж. 3 шілде; without the day where it is not known. */
function kazakhMonth(iso: string, day?: number): string {
  const month = KAZAKH_MONTHS[Number(iso.slice(5, 7)) - 1]
  return `${iso.slice(0, 4)} ж. ${day === undefined ? month : `${day} ${month}`}`
}

/** a, b and c. */
export function list(language: Language, items: readonly string[]): string {
  if (language !== 'kk') return new Intl.ListFormat(TAGS[language], { type: 'conjunction' }).format(items)
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} және ${items.at(-1)}`
}

/** a, b, c: names beside each other, where the language has a comma of its own for that. */
export function series(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(NUMBER_TAGS[language], { type: 'conjunction', style: 'narrow' }).format(items)
}

/** A number with all of its digits. */
export function plainNumber(language: Language, value: number): string {
  const decimals = String(value).split('.')[1]?.length ?? 0
  return number(language, value, { decimals })
}

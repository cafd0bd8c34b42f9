/** Numbers as a reader sees them, the same bytes on every machine: separators of the report's language, U+2212 for minus. */
import type { Range } from '../scenario/result/result.js'

export const MINUS = '\u2212'
export const NO_BREAK = '\u00a0'

/** How a language writes numbers. */
export interface NumberStyle {
  readonly decimal: string
  readonly thousands: string
  /** With its space, where there is one. */
  readonly percentSign: string
  /** Shares that are not quite 0 and 100 percent. */
  readonly underOne: string
  readonly overNinetyNine: string
}

export const ENGLISH_NUMBERS: NumberStyle = {
  decimal: '.',
  thousands: ',',
  percentSign: `${NO_BREAK}%`,
  underOne: `under 1${NO_BREAK}%`,
  overNinetyNine: `over 99${NO_BREAK}%`,
}

/** Fixed decimals with thousands apart; a rounded zero has no sign. */
export function fixed(value: number, decimals: number, style = ENGLISH_NUMBERS): string {
  if (!Number.isFinite(value)) throw new Error('a number in the report is not finite')
  const text = Math.abs(value).toFixed(decimals)
  const [whole, fraction] = text.split('.')
  const grouped = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, style.thousands)
  const sign = value < 0 && Number(text) !== 0 ? MINUS : ''
  return sign + grouped + (fraction === undefined ? '' : style.decimal + fraction)
}

/** As `fixed`, with a plus before what is above zero. */
export function signed(value: number, decimals: number, style = ENGLISH_NUMBERS): string {
  const text = fixed(value, decimals, style)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A scale on which a value and its range are written alike. */
export interface Rounding {
  /** What one unit stands for, e.g. 1000 for thousands. */
  readonly unit: number
  readonly decimals: number
  /** Round to this first; 1 leaves whole numbers. */
  readonly step: number
}

/**
 * Two significant figures of the central value, the same step for its range: 213 gives steps of 10. A value near zero
 * beside a wide range takes a tenth of the range for its size.
 */
export function twoFigures(range: Range, unit = 1): Rounding {
  const widest = Math.max(Math.abs(range.value), Math.abs(range.low), Math.abs(range.high)) / unit
  const size = Math.max(Math.abs(range.value) / unit, widest / 10)
  if (size === 0) return { unit, decimals: 0, step: 1 }
  let power = -12
  while (power < 15 && size >= powerOfTen(power + 1)) power++
  const exponent = power - 1
  return { unit, decimals: Math.min(6, Math.max(0, -exponent)), step: powerOfTen(Math.max(0, exponent)) }
}

/** 10 to a whole power, correctly rounded. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`)
}

/** Writes a number with so many decimals, with a plus before what is above zero where asked. */
export type WriteNumber = (value: number, decimals: number, withSign: boolean) => string

const writeEnglish: WriteNumber = (value, decimals, withSign) => (withSign ? signed : fixed)(value, decimals)

export function rounded(
  value: number,
  rounding: Rounding,
  withSign: boolean,
  write: WriteNumber = writeEnglish,
): string {
  const scaled = Math.round(value / rounding.unit / rounding.step) * rounding.step
  const exact = rounding.step === 1 ? value / rounding.unit : scaled
  return write(exact, rounding.decimals, withSign)
}

/** Percent of a change: two decimals. */
export const PERCENT: Rounding = { unit: 1, decimals: 2, step: 1 }

/** Whether zero lies in the range or is the rounded value: what is printed as 0.00 is no gain that a reader could tell. */
export function holdsZero(range: Range, hasRanges: boolean, rounding: Rounding = PERCENT): boolean {
  if (hasRanges && range.low <= 0 && range.high >= 0) return true
  return !/[1-9]/.test(rounded(range.value, rounding, false))
}

/** Whether nothing of the range reaches one step of the last decimal, e.g. ±0.01. */
export function isNegligible(range: Range, rounding: Rounding = PERCENT): boolean {
  const step = (rounding.step === 1 ? powerOfTen(-rounding.decimals) : rounding.step) * rounding.unit
  return Math.max(Math.abs(range.value), Math.abs(range.low), Math.abs(range.high)) < step
}

/** Numbers of a report, in its language. */
export interface NumberForms {
  readonly fixed: (value: number, decimals: number) => string
  readonly signed: (value: number, decimals: number) => string
  readonly write: WriteNumber
  /** Days with one decimal. */
  readonly days: (value: number) => string
  /** Hours: whole from ten on, one decimal below. */
  readonly hours: (value: number) => string
  /** Means of hours: whole from ten on, always one decimal below. */
  readonly meanHours: (value: number) => string
  /** TEU a year: two significant figures under 10,000, else whole thousands. */
  readonly teu: (value: number) => string
  /** A share between 0 and 1 as whole percent; under 1 and over 99 are kept apart from 0 and 100. */
  readonly sharePercent: (share: number) => string
  /** A number with the decimals that it has, two above a thousand. */
  readonly plain: (value: number) => string
}

export function numberForms(style: NumberStyle): NumberForms {
  const plainly = (value: number, decimals: number) => fixed(value, decimals, style)
  const withSign = (value: number, decimals: number) => signed(value, decimals, style)
  return {
    fixed: plainly,
    signed: withSign,
    write: (value, decimals, hasSign) => (hasSign ? withSign : plainly)(value, decimals),
    days: value => plainly(value, 1),
    hours: value => plainly(value, value >= 9.95 || value === Math.round(value) ? 0 : 1),
    meanHours: value => plainly(value, value >= 9.95 ? 0 : 1),
    teu: value => (Math.abs(value) < 0.5 ? '0' : plainly(wholeTeu(value), 0)),
    sharePercent: share => {
      if (share > 0 && share < 0.01) return style.underOne
      if (share < 1 && share > 0.99) return style.overNinetyNine
      return plainly(share * 100, 0) + style.percentSign
    },
    plain: value => plainNumber(value, style),
  }
}

function wholeTeu(value: number): number {
  const size = Math.abs(value)
  const step = size < 100 ? 1 : size < 1000 ? 10 : size < 10_000 ? 100 : 1000
  return Math.round(value / step) * step
}

function plainNumber(value: number, style: NumberStyle): string {
  const short = Number(value.toPrecision(5))
  // whoever writes more digits by hand means them; an estimate has all that a double holds
  const shown = String(value).length > 12 ? short : value
  if (Math.abs(shown) >= 1000) return fixed(shown, Number.isInteger(shown) ? 0 : 2, style)
  return String(shown === 0 ? 0 : shown)
    .replace('-', MINUS)
    .replace('.', style.decimal)
}

/**
 * Numbers as a reader sees them, the same bytes in every locale: comma between thousands, U+2212 for minus, a no-break
 * space before %.
 */
import type { Range } from '../scenario/result.js'

export const MINUS = '\u2212'
export const NO_BREAK = '\u00a0'

/** Fixed decimals with thousands apart; a rounded zero has no sign. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new Error('a number in the report is not finite')
  const text = Math.abs(value).toFixed(decimals)
  const [whole, fraction] = text.split('.')
  const grouped = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const sign = value < 0 && Number(text) !== 0 ? MINUS : ''
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`)
}

/** As `fixed`, with a plus before what is above zero. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals)
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

/** Whether zero lies in the range (or, without ranges, is the rounded value). */
export function holdsZero(range: Range, hasRanges: boolean, rounding: Rounding = PERCENT): boolean {
  if (hasRanges) return range.low <= 0 && range.high >= 0
  return !/[1-9]/.test(rounded(range.value, rounding, false))
}

/** Whether nothing of the range reaches one step of the last decimal, e.g. ±0.01. */
export function isNegligible(range: Range, rounding: Rounding = PERCENT): boolean {
  const step = (rounding.step === 1 ? powerOfTen(-rounding.decimals) : rounding.step) * rounding.unit
  return Math.max(Math.abs(range.value), Math.abs(range.low), Math.abs(range.high)) < step
}

/** Days with one decimal. */
export function days(value: number): string {
  return fixed(value, 1)
}

/** Hours: whole from ten on, one decimal below. */
export function hours(value: number): string {
  return fixed(value, value >= 9.95 || value === Math.round(value) ? 0 : 1)
}

/** Means of hours: whole from ten on, always one decimal below. */
export function meanHours(value: number): string {
  return fixed(value, value >= 9.95 ? 0 : 1)
}

/** TEU a year: two significant figures under 10,000, else whole thousands. */
export function teu(value: number): string {
  const size = Math.abs(value)
  if (size < 0.5) return '0'
  const step = size < 100 ? 1 : size < 1000 ? 10 : size < 10_000 ? 100 : 1000
  return fixed(Math.round(value / step) * step, 0)
}

/** A share between 0 and 1 as whole percent, `under 1 %` and `over 99 %` kept apart from 0 and 100. */
export function sharePercent(share: number): string {
  if (share > 0 && share < 0.01) return `under 1${NO_BREAK}%`
  if (share < 1 && share > 0.99) return `over 99${NO_BREAK}%`
  return `${fixed(share * 100, 0)}${NO_BREAK}%`
}

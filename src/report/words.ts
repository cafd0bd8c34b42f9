/** Numbers in words: a central value and its range, written alike, never one without the other. */
import type { Range } from '../scenario/result/result.js'
import {
  holdsZero,
  isNegligible,
  NO_BREAK,
  PERCENT,
  type Rounding,
  rounded,
  twoFigures,
  type WriteNumber,
} from './format.js'
import type { Messages } from './messages/en.js'

/** The few words that stand with numbers, and how a number is written; English where it is not said. */
export interface Wording {
  /** False when no draws were made: then no number has a range. */
  readonly hasRanges: boolean
  readonly messages: Pick<Messages, 'aboutZero' | 'within' | 'range' | 'millionUsd' | 'billionUsd'>
  readonly write?: WriteNumber
}

/** A number ready to print; `interval` is empty when no draws were made. */
export interface Worded {
  readonly value: string
  readonly interval: string
}

/** Both with their signs; `about 0` where the range holds zero. */
export function worded(context: Wording, range: Range, rounding: Rounding): Worded {
  const { hasRanges, messages, write } = context
  const step = rounding.step === 1 ? Number(`1e${-rounding.decimals}`) : rounding.step
  if (![range.value, range.low, range.high].every(Number.isFinite))
    throw new Error('a number in the report is not finite')
  if (range.value === 0 && range.low === 0 && range.high === 0) return { value: '0', interval: '' }
  if (isNegligible(range, rounding))
    return {
      value: messages.aboutZero,
      interval: hasRanges ? messages.within(rounded(step * rounding.unit, rounding, false, write)) : '',
    }
  const value = holdsZero(range, hasRanges, rounding)
    ? messages.aboutZero
    : rounded(range.value, rounding, true, write)
  if (!hasRanges) return { value, interval: '' }
  return {
    value,
    interval: messages.range(
      rounded(range.low, rounding, true, write),
      rounded(range.high, rounding, true, write),
    ),
  }
}

export function wordedPercent(context: Wording, range: Range): Worded {
  return worded(context, range, PERCENT)
}

/** Million USD, two significant figures. */
export function wordedMusd(context: Wording, range: Range): Worded {
  const rounding = twoFigures(range)
  // Amounts under 100,000 USD a year say nothing at this scale.
  return worded(context, range, rounding.decimals > 1 ? { ...rounding, decimals: 1 } : rounding)
}

/** TEU a year, two significant figures, never less than one. */
export function wordedTeu(context: Wording, range: Range): Worded {
  const rounding = twoFigures(range)
  return worded(context, range, rounding.decimals > 0 ? { unit: 1, decimals: 0, step: 1 } : rounding)
}

/** Money in the unit that suits its size, with the unit's name. */
export function wordedMoney(context: Wording, range: Range): Worded & { readonly unit: string } {
  const size = Math.max(Math.abs(range.value), Math.abs(range.low), Math.abs(range.high))
  const billions = size >= 995
  const unit = billions ? context.messages.billionUsd : context.messages.millionUsd
  const rounding = billions ? twoFigures(range, 1000) : twoFigures(range)
  return { ...worded(context, range, rounding), unit }
}

/** A plain amount of million USD with its unit, two significant figures, no sign. */
export function amount(context: Wording, musd: number): string {
  const size = Math.abs(musd)
  const unit = size >= 995 ? 1000 : 1
  const name = unit === 1000 ? context.messages.billionUsd : context.messages.millionUsd
  const rounding = twoFigures({ value: size, low: size, high: size }, unit)
  return `${rounded(musd, { ...rounding, decimals: Math.min(rounding.decimals, 1) }, false, context.write)}${NO_BREAK}${name}`
}

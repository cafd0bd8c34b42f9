/**
 * Exact decimal arithmetic for what people write: `-60%`, `1.5 days`, `4.7 BUSD`.
 *
 * Going through binary fractions would make `0.1 days` and `2.4 h` differ in the last bit, and with it the hash.
 */

/** digits × 10^exponent. */
export interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

/** What a number may look like in a scenario: no thousands separators, no exponent. */
const PATTERN = /^([+-]?)(\d{1,20})(?:\.(\d{1,400}))?$/

/** The decimal that a text spells, or undefined where it is not a plain number. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, exponent: -fraction.length }
}

/** The shortest decimal that reads back as the number. */
export function toDecimal(value: number): Decimal {
  if (!Number.isFinite(value)) throw new Error(`${value} has no decimal form`)
  const [mantissa = '0', power = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length }
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent)
  return { digits: scaled(a, exponent) + scaled(b, exponent), exponent }
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent }
}

/** a × 10^places. */
export function shiftDecimal({ digits, exponent }: Decimal, places: number): Decimal {
  return { digits, exponent: exponent + places }
}

/** The nearest double; the same on every engine, because reading a decimal literal is exactly rounded. */
export function decimalToNumber({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`) + 0
}

/** Plain digits without an exponent and without trailing zeros. */
export function formatDecimal({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const size = String(digits < 0n ? -digits : digits)
  if (exponent >= 0) return digits === 0n ? '0' : sign + size + '0'.repeat(exponent)
  const padded = size.padStart(1 - exponent, '0')
  const whole = padded.slice(0, exponent)
  const fraction = padded.slice(exponent).replace(/0+$/, '')
  return (whole === '0' && fraction === '' ? '' : sign) + whole + (fraction === '' ? '' : `.${fraction}`)
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * powerOfTen(exponent - to)
}

/** 10^places for places ≥ 0, by digits, because `**` on numbers is left open by the standard. */
function powerOfTen(places: number): bigint {
  return BigInt(`1${'0'.repeat(places)}`)
}

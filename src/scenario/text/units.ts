/** Quantities as people write them, `12 h`, `-60%`, `120 MUSD`, and the canonical number behind each. */
import {
  addDecimals,
  type Decimal,
  decimalToNumber,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  shiftDecimal,
  toDecimal,
} from './decimal.js'

/** What a quantity measures. */
export type Dimension = keyof typeof DIMENSIONS

/** Every unit with its factor to the canonical one; the first spelling is the one that is written back. */
export const DIMENSIONS = {
  hours: {
    what: 'a time',
    example: '12 h',
    units: { h: 1, hours: 1, hour: 1, days: 24, day: 24, d: 24 },
  },
  speed: { what: 'a speed', example: '60 km/h', units: { 'km/h': 1 } },
  'cost-per-teu': { what: 'a cost per container', example: '150 USD/TEU', units: { 'USD/TEU': 1, USD: 1 } },
  'cost-per-teu-km': {
    what: 'a cost per container and kilometre',
    example: '0.2 USD/TEU-km',
    units: { 'USD/TEU-km': 1 },
  },
  capacity: { what: 'a capacity a year', example: '240 kTEU', units: { kTEU: '1', TEU: '0.001' } },
  capital: {
    what: 'a sum of money',
    example: '120 MUSD',
    units: { MUSD: '1', BUSD: '1000', USD: '0.000001' },
  },
  life: { what: 'a number of years', example: '25 years', units: { years: 1, year: 1, y: 1 } },
  share: { what: 'a percentage', example: '26%', units: { '%': '0.01' } },
} as const satisfies Record<string, { what: string; example: string; units: Record<string, number | string> }>

/** A fault of a written quantity, in the parts of an issue. */
export interface QuantityFault {
  readonly code:
    | 'scenario.missing-unit'
    | 'scenario.wrong-unit'
    | 'scenario.not-a-quantity'
    | 'scenario.missing-sign'
  readonly expected: string
  readonly found: string
  readonly mend: string
}

export type Quantity =
  | { readonly value: number; readonly unit: string; readonly fault?: undefined }
  | { readonly fault: QuantityFault }

/**
 * The canonical number behind a written quantity: hours, km/h, USD, thousand TEU, million USD, years, share.
 *
 * @param written what stands in the file: a text with a unit; anything else is a fault that shows the mend.
 * @param dimensions the dimensions that are allowed here, the usual one first.
 */
export function parseQuantity(written: unknown, dimensions: readonly Dimension[]): Quantity {
  const expected = expectedOf(dimensions)
  const example = DIMENSIONS[dimensions[0]!].example
  const found = describeWritten(written)
  if (typeof written === 'number') {
    const unit = Object.keys(DIMENSIONS[dimensions[0]!].units)[0]!
    const mend = `write the unit: ${unit === '%' ? `${written}%` : `${written} ${unit}`}`
    return { fault: { code: 'scenario.missing-unit', expected, found: `${found} without a unit`, mend } }
  }
  const parts = typeof written === 'string' ? splitQuantity(written) : undefined
  if (parts === undefined) {
    return { fault: { code: 'scenario.not-a-quantity', expected, found, mend: `write it like ${example}` } }
  }
  for (const dimension of dimensions) {
    const units: Readonly<Record<string, number | string>> = DIMENSIONS[dimension].units
    const times = Object.hasOwn(units, parts.unit) ? units[parts.unit] : undefined
    if (times === undefined) continue
    const value = decimalToNumber(multiplyDecimals(parts.number, parseDecimal(String(times))!))
    return { value, unit: Object.keys(units)[0]! }
  }
  if (parts.unit === '') {
    const mend = `write the unit, as in ${example}`
    return { fault: { code: 'scenario.missing-unit', expected, found: `${found} without a unit`, mend } }
  }
  const units = dimensions.flatMap(dimension => Object.keys(DIMENSIONS[dimension].units)).join(', ')
  const isPercent = parts.unit === '%'
  const mend = isPercent
    ? `write it like ${example}; a percentage belongs under change`
    : `write it like ${example}; the units here are ${units}`
  return { fault: { code: 'scenario.wrong-unit', expected, found, mend } }
}

/**
 * The factor behind a written change: `-60%` → 0.4, `+20%` → 1.2.
 *
 * The sign is required, so that `50%` is never read as a halving by one person and as a growth by another.
 */
export function parseChangeFactor(written: unknown): Quantity {
  const expected = 'a signed percentage'
  const found = describeWritten(written)
  if (typeof written === 'number') {
    const signed = written > 0 ? `+${written}` : String(written)
    const mend = `write the sign and the unit: ${signed}%`
    return { fault: { code: 'scenario.missing-unit', expected, found: `${found} without a unit`, mend } }
  }
  const parts = typeof written === 'string' ? splitQuantity(written) : undefined
  if (parts === undefined) {
    return { fault: { code: 'scenario.not-a-quantity', expected, found, mend: 'write it like -20% or +10%' } }
  }
  if (parts.unit !== '%') {
    const mend = 'write a percentage like -20%; an absolute value belongs under to'
    return { fault: { code: 'scenario.wrong-unit', expected, found, mend } }
  }
  if (!parts.signed && parts.number.digits !== 0n) {
    const plain = formatDecimal(parts.number)
    const mend = `write -${plain}% for a cut or +${plain}% for a rise`
    return { fault: { code: 'scenario.missing-sign', expected, found, mend } }
  }
  return { value: decimalToNumber(addDecimals(ONE, shiftDecimal(parts.number, -2))), unit: '%' }
}

const ONE: Decimal = { digits: 1n, exponent: 0 }

/** `0.4` → `-60%`; reads back as the same factor, bit for bit. */
export function formatChange(factor: number): string {
  const percent = formatDecimal(shiftDecimal(addDecimals(toDecimal(factor), { digits: -1n, exponent: 0 }), 2))
  return `${percent.startsWith('-') ? '' : '+'}${percent}%`
}

/** A canonical number with its canonical unit; reads back as the same number, bit for bit. */
export function formatQuantity(value: number, dimension: Dimension): string {
  if (dimension === 'share') return `${formatDecimal(shiftDecimal(toDecimal(value), 2))}%`
  return `${formatDecimal(toDecimal(value))} ${Object.keys(DIMENSIONS[dimension].units)[0]}`
}

/** Regular expression of a dimension's quantities, for the JSON Schema. */
export function quantityPattern(dimensions: readonly Dimension[]): string {
  const units = dimensions.flatMap(dimension => Object.keys(DIMENSIONS[dimension].units))
  return `^[0-9]+(\\.[0-9]+)? ?(${units.join('|')})$`
}

/** Regular expression of a signed percentage, for the JSON Schema. */
export const CHANGE_PATTERN = '^([+-][0-9]+(\\.[0-9]+)?|0) ?%$'

function splitQuantity(text: string): { number: Decimal; unit: string; signed: boolean } | undefined {
  const match = /^\s*([+\-−]?)\s?([0-9][0-9.]*)\s*(.*?)\s*$/.exec(text)
  if (match === null) return undefined
  const [, sign = '', digits = '', unit = ''] = match
  const number = parseDecimal(`${sign === '−' ? '-' : sign}${digits}`)
  return number === undefined ? undefined : { number, unit, signed: sign !== '' }
}

function expectedOf(dimensions: readonly Dimension[]): string {
  return dimensions
    .map(dimension => `${DIMENSIONS[dimension].what} like ${DIMENSIONS[dimension].example}`)
    .join(' or ')
}

/** What stands in the file, short enough for a sentence. */
export function describeWritten(written: unknown): string {
  if (written === undefined) return 'nothing'
  if (written === null) return 'an empty value'
  if (Array.isArray(written)) return 'a list'
  if (typeof written === 'object') return 'a mapping'
  const text = typeof written === 'string' ? `"${written}"` : String(written)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

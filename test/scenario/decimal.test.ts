import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDecimals,
  decimalToNumber,
  formatDecimal,
  parseDecimal,
  toDecimal,
} from '../../src/scenario/text/decimal.js'

test.each([
  ['0', 0],
  ['-0.50', -0.5],
  ['12', 12],
  ['+3.25', 3.25],
  ['000.1', 0.1],
])('%s reads as %d', (text, value) => {
  expect(decimalToNumber(parseDecimal(text)!)).toBe(value)
})

test.each(['', '1e3', '1,000', '.5', '1.', '--1', '1 000', 'Infinity', '٣'])(
  '%j is no plain number',
  text => {
    expect(parseDecimal(text)).toBeUndefined()
  },
)

test('no negative zero comes out', () => {
  expect(Object.is(decimalToNumber(parseDecimal('-0')!), 0)).toBe(true)
})

test('law: every finite number reads back from its decimal, written plainly', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e19, max: 1e19 })
  fc.assert(
    fc.property(numbers, value => {
      const text = formatDecimal(toDecimal(value))
      expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/)
      expect(Number(text) + 0).toBe(value + 0)
      expect(decimalToNumber(parseDecimal(text)!)).toBe(value + 0)
    }),
    { seed: 1 },
  )
})

test('law: sums of cents are exact', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const sum = addDecimals({ digits: BigInt(a), exponent: -2 }, { digits: BigInt(b) * 10n, exponent: -3 })
      expect(decimalToNumber(sum)).toBe(Number(`${a + b}e-2`) + 0)
    }),
    { seed: 1 },
  )
})

import { expect, test } from 'vitest'
import { ENGLISH_NUMBERS, numberForms } from '../../src/report/format.js'

test.each([
  [5.03, '5.03'],
  [0.0005, '0.0005'],
  [45_000, '45,000'],
  [-1.25, '−1.25'],
  [0, '0'],
  // an estimate's
  [2.2853128613627884, '2.2853'],
  [1.27166680638159, '1.2717'],
  [12_345.678901234567, '12,346'],
])('%d is shown as %s', (value, shown) => {
  expect(numberForms(ENGLISH_NUMBERS).plain(value)).toBe(shown)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ENGLISH_NUMBERS,
  fixed,
  holdsZero,
  isNegligible,
  numberForms,
  PERCENT,
  rounded,
  signed,
  twoFigures,
} from '../../src/report/format.js'
import { escapeText, html, join, userText } from '../../src/report/html.js'
import { textWidth } from '../../src/report/text-width.js'

test('fixed decimals, thousands apart, the minus of mathematics, no signed zero', () => {
  expect(fixed(1234567.891, 1)).toBe('1,234,567.9')
  expect(fixed(-0.004, 2)).toBe('0.00')
  expect(fixed(-1234.5, 2)).toBe('−1,234.50')
  expect(signed(0.004, 2)).toBe('0.00')
  expect(signed(0.006, 2)).toBe('+0.01')
  expect(() => fixed(NaN, 1)).toThrow('not finite')
})

test('money takes two significant figures of the central value, and its range the same step', () => {
  const range = { value: 934.2, low: 312.9, high: 2043 }
  const rounding = twoFigures(range)
  expect([range.value, range.low, range.high].map(value => rounded(value, rounding, true))).toEqual([
    '+930',
    '+310',
    '+2,040',
  ])
  const small = twoFigures({ value: 0.0123, low: 0.01, high: 0.02 })
  expect(rounded(0.0123, small, true)).toBe('+0.012')
  expect(rounded(0, twoFigures({ value: 0, low: 0, high: 0 }), true)).toBe('0')
})

test('law: the rounded value is within half a step of the value', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), value => {
      const rounding = twoFigures({ value, low: value, high: value })
      const text = rounded(value, rounding, true).replace('−', '-').replaceAll(',', '').replace('+', '')
      const step = rounding.step > 1 ? rounding.step : 10 ** -rounding.decimals
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(step / 2 + 1e-9 * Math.abs(value))
    }),
    { seed: 11 },
  )
})

test('zero is told from the range, and from the rounded value', () => {
  expect(holdsZero({ value: 0.1, low: -0.1, high: 0.3 }, true)).toBe(true)
  expect(holdsZero({ value: 0.1, low: 0.05, high: 0.3 }, true)).toBe(false)
  expect(holdsZero({ value: 0.004, low: 0.004, high: 0.004 }, false)).toBe(true)
  expect(holdsZero({ value: 0.004, low: 0.001, high: 0.011 }, true)).toBe(true)
  expect(isNegligible({ value: 0.004, low: 0.001, high: 0.009 }, PERCENT)).toBe(true)
  expect(isNegligible({ value: 0.004, low: 0.001, high: 0.011 }, PERCENT)).toBe(false)
})

const { sharePercent, teu } = numberForms(ENGLISH_NUMBERS)

test('shares keep nothing and all apart from nearly so; boxes are rounded by size', () => {
  expect([0, 0.004, 0.42, 0.997, 1].map(sharePercent)).toEqual([
    '0\u00a0%',
    'under 1\u00a0%',
    '42\u00a0%',
    'over 99\u00a0%',
    '100\u00a0%',
  ])
  expect([0.2, 42.4, 937, 4321, 67_432].map(teu)).toEqual(['0', '42', '940', '4,300', '67,000'])
})

test('law: what is put into a template is text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const { markup } = html`<p title="${text}">${text}</p>`
      expect(markup.match(/</g)).toHaveLength(2)
      expect(markup.match(/"/g)).toHaveLength(2)
      expect(markup).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/)
      for (const control of ['\u0000', '\u001b', '\u202e', '\u2066']) expect(markup).not.toContain(control)
    }),
    { seed: 3 },
  )
  expect(escapeText('\ud800a\u202e')).toBe('\ufffda\ufffd')
  expect(html`${undefined}${false}${[1, 'a', userText('<')]}`.markup).toBe('1a<bdi>&lt;</bdi>')
  expect(join(['a', 'b'], '<').markup).toBe('a&lt;b')
  expect(() => html`${Infinity}`).toThrow('not finite')
})

test('width of text: letters of the font, a square for East Asian ones', () => {
  expect(textWidth('Aktau', 12)).toBeGreaterThan(25)
  expect(textWidth('Aktau', 12)).toBeLessThan(36)
  expect(textWidth('Aktau', 12, 600)).toBeGreaterThan(textWidth('Aktau', 12))
  expect(textWidth('中国', 12)).toBe(24)
})

import { expect, test } from 'vitest'
import { logGamma } from '../../src/numeric/log-gamma.js'

test('factorials, and the half from √π', () => {
  let logFactorial = 0
  for (let n = 1; n <= 170; n++) {
    expect(Math.abs(logGamma(n) - logFactorial)).toBeLessThan(4e-14 * (1 + logFactorial))
    logFactorial += Math.log(n)
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14)
  expect(logGamma(1.5)).toBeCloseTo(Math.log(Math.PI) / 2 - Math.log(2), 14)
})

test('Γ(a + 1) = a Γ(a), near zero and far up', () => {
  for (const a of [1e-12, 0.003, 0.7, 3.25, 9.999, 10, 57.3, 1e6, 1e12]) {
    const difference = logGamma(a + 1) - logGamma(a) - Math.log(a)
    expect(Math.abs(difference)).toBeLessThan(1e-15 * (10 + 2 * Math.abs(logGamma(a + 1))))
  }
})

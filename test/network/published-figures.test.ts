/**
 * The embedded network against published figures: within the tolerance beside each, or a stated miss. A figure that
 * begins to agree, or misses by more, fails here, so that every change shows.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentRow, PUBLISHED_FIGURES } from './published-figures.js'

const named = PUBLISHED_FIGURES.map(figure => [`${figure.what}, ${figure.unit}`, figure] as const)

test.each(named)('%s', (_, { compute, least, most, tolerance, miss }) => {
  const value = compute()
  const low = (least ?? 0) * (1 - tolerance)
  const high = (most ?? Number.POSITIVE_INFINITY) * (1 + tolerance)
  if (miss === undefined) {
    expect(value).toBeGreaterThanOrEqual(low)
    expect(value).toBeLessThanOrEqual(high)
    return
  }
  expect(value < low || value > high, 'misses no more').toBe(true)
  expect(value).toBeGreaterThanOrEqual(miss.band[0])
  expect(value).toBeLessThanOrEqual(miss.band[1])
})

test('a band of a miss does not reach into what is allowed', () => {
  for (const { what, least, most, tolerance, miss } of PUBLISHED_FIGURES) {
    if (miss === undefined) continue
    const low = (least ?? 0) * (1 - tolerance)
    const high = (most ?? Number.POSITIVE_INFINITY) * (1 + tolerance)
    expect(miss.band[1] < low || miss.band[0] > high, what).toBe(true)
  }
})

test('section 5 of the docs counts the real tests that hold', () => {
  const real = PUBLISHED_FIGURES.filter(({ kind }) => kind === 'test')
  const held = real.filter(({ miss }) => miss === undefined)
  expect(page()).toContain(`Of ${real.length} real tests ${held.length} hold`)
})

test.each(named)('the docs say the same: %s', (_, figure) => {
  expect(page()).toContain(documentRow(figure))
})

function page(): string {
  return readFileSync(new URL('../../docs/models/network.md', import.meta.url), 'utf8')
}

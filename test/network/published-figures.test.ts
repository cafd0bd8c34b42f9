/**
 * The embedded network against published figures: within the tolerance beside each, or a stated miss. A figure that
 * begins to agree, or misses by more, fails here, so that every change shows.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allowed, documentRow, PUBLISHED_FIGURES } from './published-figures.js'

const named = PUBLISHED_FIGURES.map(figure => [`${figure.what}, ${figure.unit}`, figure] as const)

test.each(named)('%s', (_, figure) => {
  const value = figure.compute()
  const [low, high] = figure.miss?.band ?? allowed(figure)
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
})

test('the band of a miss does not reach into what is allowed', () => {
  for (const figure of PUBLISHED_FIGURES) {
    if (figure.miss === undefined) continue
    const [low, high] = allowed(figure)
    expect(figure.miss.band[1] < low || figure.miss.band[0] > high, figure.id).toBe(true)
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

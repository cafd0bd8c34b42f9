/**
 * The embedded network against published figures: within the tolerance beside each, or a stated miss. A figure that
 * begins to agree, or misses by more, fails here, so that every change shows.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../embedded.js'
import { allowed, documentRow, inside, PUBLISHED_FIGURES } from './published-figures.js'

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
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8').replace(/\s+/g, ' ')
  expect(readme).toContain(
    `${PUBLISHED_FIGURES.length} figures of length, time and cost; of ${real.length} that were not used to set anything ${held.length} hold`,
  )
})

test('section 5 of the docs counts the real tests that lie in the range of the model', () => {
  const ranged = PUBLISHED_FIGURES.filter(figure => figure.kind === 'test' && inside(figure) !== undefined)
  const count = (...answers: readonly string[]) =>
    ranged.filter(figure => answers.includes(inside(figure)!)).length
  const held = ranged.filter(({ miss }) => miss === undefined)
  expect(page()).toContain(
    `Of the ${ranged.length} that carry a range ${held.length} hold within the tolerance, ${count('yes')} lie inside the range, ${count('partly')} in part, ${count('no')} outside`,
  )
  expect(held.map(inside)).toEqual(held.map(() => 'yes'))
})

test.each(named)('the docs say the same: %s', (_, figure) => {
  expect(page()).toContain(documentRow(figure))
})

function page(): string {
  return readFileSync(new URL('../../docs/models/network.md', import.meta.url), 'utf8')
}

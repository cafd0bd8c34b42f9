import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partnerConcentration } from '../../src/indicators/partner-concentration.js'
import { tradeOf } from './worlds.js'

test('by hand: shares of exports plus imports, home sales left out', () => {
  const trade = tradeOf(
    ['AAA', 'BBB', 'CCC'],
    [
      [900, 10, 20],
      [20, 0, 0],
      [50, 0, 0],
    ],
  )
  expect(partnerConcentration(trade, 'AAA')).toEqual({
    iso3: 'AAA',
    herfindahl: 0.3 * 0.3 + 0.7 * 0.7,
    largestPartners: [
      { iso3: 'CCC', share: 0.7 },
      { iso3: 'BBB', share: 0.3 },
    ],
  })
})

test('the rest of the world counts in the total, not as a partner', () => {
  const trade = tradeOf(
    ['AAA', 'BBB', 'ROW'],
    [
      [0, 50, 50],
      [0, 0, 0],
      [0, 0, 0],
    ],
  )
  const { herfindahl, largestPartners } = partnerConcentration(trade, 'AAA')!
  expect(herfindahl).toBe(0.25)
  expect(largestPartners).toEqual([{ iso3: 'BBB', share: 0.5 }])
})

test('equal shares: in the order of the codes, as many as asked for', () => {
  const trade = tradeOf(
    ['AAA', 'BBB', 'CCC', 'DDD'],
    [
      [0, 5, 5, 5],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  )
  const { largestPartners } = partnerConcentration(trade, 'AAA', { partners: 2 })!
  expect(largestPartners.map(partner => partner.iso3)).toEqual(['BBB', 'CCC'])
})

test('no row in the matrix, or no trade: no figure', () => {
  const trade = tradeOf(
    ['AAA', 'BBB'],
    [
      [7, 0],
      [0, 7],
    ],
  )
  expect(partnerConcentration(trade, 'ZZZ')).toBeUndefined()
  expect(partnerConcentration(trade, 'AAA')).toBeUndefined()
})

test('law: between 1/partners and 1, and unchanged when all trade is scaled', () => {
  const flows = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(flows, fc.integer({ min: 2, max: 1000 }), (cells, factor) => {
      const economies = ['AAA', 'BBB', 'CCC', 'DDD']
      const one = partnerConcentration(tradeOf(economies, [cells]), 'BBB')!
      const scaled = partnerConcentration(tradeOf(economies, [cells.map(x => x * factor)]), 'BBB')!
      expect(one.herfindahl).toBeGreaterThanOrEqual(1 / 3 - 1e-12)
      expect(one.herfindahl).toBeLessThanOrEqual(1)
      expect(scaled.herfindahl).toBeCloseTo(one.herfindahl, 12)
      expect(one.largestPartners.reduce((sum, partner) => sum + partner.share, 0)).toBeCloseTo(1, 12)
    }),
    { seed: 1 },
  )
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/dataset/dataset.js'
import { blocFigures } from '../../src/indicators/bloc-shares.js'
import { blocTurnover } from '../../src/indicators/bloc-turnover.js'
import { separatedTrade } from '../../src/indicators/recorded-trade.js'
import { embeddedDataset } from './embedded.js'
import { datasetOf, tradeOf } from './worlds.js'

describe('by hand', () => {
  const trade = tradeOf(
    ['AAA', 'BBB', 'CCC'],
    [
      [900, 10, 20],
      [30, 900, 0],
      [40, 0, 900],
    ],
  )
  const dataset = datasetOf({
    members: [
      ['AAA', '2001-01-01'],
      ['BBB', '2001-01-01'],
      ['DDD', '2024-01-01'],
    ],
    trade,
    figures: [
      ['population', 'AAA', 2023, 30],
      ['population', 'BBB', 2023, 10],
      ['population', 'WLD', 2023, 80],
      ['gdp-nominal', 'AAA', 2023, 30],
      ['gdp-nominal', 'BBB', 2023, 10],
      ['gdp-nominal', 'WLD', 2023, 80],
      ['gdp-ppp', 'AAA', 2022, 3],
      ['gdp-ppp', 'BBB', 2022, 1],
      ['gdp-ppp', 'WLD', 2022, 16],
      ['gdp-ppp', 'AAA', 2023, 9], // without BBB: not a year that can be used
      ['gdp-ppp', 'WLD', 2023, 16],
    ],
  })

  test('sums, shares, turnover and matrix', () => {
    const figures = blocFigures(dataset, 'club', { year: 2023 })
    expect(figures).toMatchObject({
      bloc: 'club',
      asOf: '2023-12-31',
      members: ['AAA', 'BBB'],
      population: { total: 40, worldShare: 0.5 },
      gdpNominal: { totalUsd: 40, worldShare: 0.5 },
      gdpPpp: { totalUsd: 4, worldShare: 0.25, year: 2022 },
      turnover: {
        totalUsd: 40e6,
        // (10 + 30) twice, over AAA's 30 + 70 and BBB's 30 + 10
        shareOfMembersTrade: 80 / 140,
        matrix: [
          [0, 10e6],
          [30e6, 0],
        ],
      },
    })
  })

  test('a member without a row in the matrix has no figures, not zeros', () => {
    expect(blocTurnover(trade, ['AAA', 'DDD']).matrix).toEqual([
      [0, null],
      [null, null],
    ])
  })

  test('every missing figure is named', () => {
    const issue = { code: 'bloc.figure-missing' }
    expect(() => blocFigures(dataset, 'club', { year: 2023, asOf: '2024-06-01' })).toThrow(
      expect.objectContaining({
        kind: 'usage',
        issues: [expect.objectContaining({ ...issue, expected: 'a figure of DDD for 2023' })],
      }),
    )
    expect(() => blocFigures(dataset, 'club', { year: 1999 })).toThrow(
      expect.objectContaining({ code: 'bloc.no-members' }),
    )
    expect(() => blocFigures(dataset, 'club', { year: 2010 })).toThrow(
      expect.objectContaining({
        issues: [issue, issue, issue].map(expected => expect.objectContaining(expected)),
      }),
    )
  })
})

describe('the SCO of 2023 in the embedded dataset, beside published figures', () => {
  let dataset: Dataset
  beforeAll(async () => {
    dataset = await embeddedDataset()
  })

  test('shares of the world: population, product at market rates and at purchasing power parity', () => {
    const { population, gdpNominal, gdpPpp } = blocFigures(dataset, 'sco', { year: 2023 })
    // World Bank totals with nine members; half a point for revisions between vintages.
    expect(Math.abs(population.worldShare - 0.422)).toBeLessThan(0.005)
    expect(Math.abs(gdpNominal.worldShare - 0.232)).toBeLessThan(0.005)
    // Price bases differ between sources by about a point.
    expect(Math.abs(gdpPpp.worldShare - 0.33)).toBeLessThan(0.015)
  })

  test('mutual exports are 14 to 16 percent of members’ exports, flows between China and Hong Kong left out', () => {
    const { members, turnover } = blocFigures(dataset, 'sco', { year: 2023 })
    const { economies, recordedMusd } = dataset.trade
    const { totalUsd } = blocTurnover(dataset.trade, members)
    const n = economies.length
    let exports = 0
    for (const iso3 of members) {
      const i = economies.indexOf(iso3)
      for (let j = 0; j < n; j++) if (j !== i) exports += recordedMusd[i * n + j]!
    }
    const share = totalUsd / 1e6 / exports
    expect(share).toBeGreaterThan(0.14)
    expect(share).toBeLessThan(0.16)
    // Exports and imports together, China alone: the larger share of imports makes up for Hong Kong as a partner.
    expect(turnover.shareOfMembersTrade).toBeGreaterThan(0.14)
    expect(turnover.shareOfMembersTrade).toBeLessThan(0.16)
  })

  test.each([
    // Customs of China, turnover of 2023 in billion USD, not used in building the matrix; without Hong Kong.
    ['KAZ', 41.0],
    ['RUS', 240.1],
    ['UZB', 14.0],
    ['KGZ', 19.8],
    ['TJK', 3.9],
    ['TKM', 10.6],
    ['PAK', 20.8],
    ['IND', 136.2],
    ['IRN', 14.7],
    ['BLR', 8.4],
  ])('turnover of China with %s within ten percent of its customs: %f bn', (partner, published) => {
    const { totalUsd } = blocTurnover(separatedTrade(dataset.trade), ['CHN', partner])
    expect(Math.abs(totalUsd / 1e9 / published - 1)).toBeLessThan(0.1)
  })
})

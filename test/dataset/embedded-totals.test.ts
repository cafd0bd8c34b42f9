/** The embedded figures against published totals, each with the tolerance that its source allows. */
import { describe, expect, test } from 'vitest'
import { membersOn } from '../../src/dataset/blocs.js'
import { readDataset } from '../../src/dataset/reading/read-dataset.js'
import { embeddedFiles } from './packages.js'

const dataset = readDataset(embeddedFiles())
const { economies, recordedMusd, adjustmentMusd, joined = [] } = dataset.trade
const n = economies.length
const nine = membersOn(dataset, 'sco', '2023-12-31')

const cell = (exporter: string, importer: string) =>
  economies.indexOf(exporter) * n + economies.indexOf(importer)
const value = (exporter: string, importer: string) => {
  const k = cell(exporter, importer)
  return recordedMusd[k]! + adjustmentMusd[k]!
}
const figure = (iso3: string, indicator: string, year: number) =>
  dataset.figures.find(row => row.iso3 === iso3 && row.indicator === indicator && row.year === year)?.value ??
  Number.NaN
const shareOfWorld = (members: readonly string[], indicator: string, year: number) =>
  members.reduce((sum, iso3) => sum + figure(iso3, indicator, year), 0) / figure('WLD', indicator, year)
const joinedFlow = (exporter: string, importer: string) =>
  joined.find(flow => flow.exporter === exporter && flow.importer === importer)?.musd ?? 0

describe('weight of the nine members of the Shanghai Cooperation Organization in 2023', () => {
  test('population: 42.2 % of the world, to a tenth of a point', () => {
    expect(shareOfWorld(nine, 'population', 2023)).toBeCloseTo(0.422, 3)
  })
  test('gross domestic product at market rates: 23.2 %, to a tenth of a point', () => {
    expect(shareOfWorld(nine, 'gdp-nominal', 2023)).toBeCloseTo(0.232, 3)
  })
  test('at purchasing power parity: about 33 %, to half a point', () => {
    expect(Math.abs(shareOfWorld(nine, 'gdp-ppp', 2023) - 0.33)).toBeLessThan(0.005)
  })
  test('ten members in 2024, population: within 0.8 points of the published 42.8 %, at parity within 0.3 of 33.8 %', () => {
    const ten = membersOn(dataset, 'sco', '2024-12-31')
    expect(Math.abs(shareOfWorld(ten, 'population', 2024) - 0.428)).toBeLessThan(0.008)
    expect(Math.abs(shareOfWorld(ten, 'gdp-ppp', 2024) - 0.338)).toBeLessThan(0.003)
  })
  test('mutual exports: 14 to 16 % of the exports of the members', () => {
    let mutual = 0
    let all = 0
    for (const exporter of nine) {
      for (const importer of economies) {
        if (exporter === importer) continue
        all += value(exporter, importer)
        if (nine.includes(importer)) mutual += value(exporter, importer)
      }
    }
    expect(mutual / all).toBeGreaterThan(0.14)
    expect(mutual / all).toBeLessThan(0.16)
  })
})

describe('turnover', () => {
  // Customs of China for 2023, billion USD; China there is without Hong Kong and before our adjustments
  test.each([
    ['KAZ', 41],
    ['RUS', 240.1],
    ['UZB', 14],
    ['KGZ', 19.8],
    ['TJK', 3.9],
    ['TKM', 10.6],
    ['PAK', 20.8],
    ['IND', 136.2],
    ['IRN', 14.7],
    ['BLR', 8.4],
  ])('China with %s: within 10 %% of the %d billion USD of its customs', (partner, published) => {
    const together = recordedMusd[cell('CHN', partner)]! + recordedMusd[cell(partner, 'CHN')]!
    const alone = together - joinedFlow('HKG', partner) - joinedFlow(partner, 'HKG')
    expect(Math.abs(alone / 1000 / published - 1)).toBeLessThan(0.1)
  })
  test('Russia with Belarus: 46.5 billion USD, as the customs of Russia have it', () => {
    expect(value('RUS', 'BLR') + value('BLR', 'RUS')).toBeCloseTo(46_500, 6)
  })
  test('the adjusted imports of Kyrgyzstan from China, Hong Kong apart, are the 5.4 billion of its statistics', () => {
    expect(value('CHN', 'KGZ') - joinedFlow('HKG', 'KGZ')).toBeCloseTo(5400, 0)
  })
})

describe('the matrix closes', () => {
  test('exports of the world = imports of the world, and near the published 22.8 trillion USD before adjustments', () => {
    let exports = 0
    let imports = 0
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (i === j) continue
        exports += recordedMusd[i * n + j]!
        imports += recordedMusd[j * n + i]!
      }
    }
    expect(exports / imports).toBeCloseTo(1, 12)
    // what the join of Hong Kong to China made domestic belongs to the published total
    const domestic = joinedFlow('CHN', 'HKG') + joinedFlow('HKG', 'CHN')
    expect((exports + domestic) / 22_775_000).toBeCloseTo(1, 3)
  })
  test('no cell is negative, recorded or adjusted', () => {
    for (let k = 0; k < n * n; k++) {
      expect(recordedMusd[k]!).toBeGreaterThanOrEqual(0)
      expect(recordedMusd[k]! + adjustmentMusd[k]!).toBeGreaterThanOrEqual(0)
    }
  })
  test('home share: between .05 and .95 everywhere', () => {
    for (const importer of economies) {
      const absorption = economies.reduce((sum, exporter) => sum + value(exporter, importer), 0)
      expect(value(importer, importer) / absorption).toBeGreaterThan(0.05)
      expect(value(importer, importer) / absorption).toBeLessThan(0.95)
    }
  })
  test('Hong Kong stands in no axis, and its flows are contained in the cells of China', () => {
    expect(economies).not.toContain('HKG')
    expect(joined.length).toBeGreaterThan(200)
    for (const { exporter, importer, musd } of joined) {
      const home = (iso3: string) => (iso3 === 'HKG' ? 'CHN' : iso3)
      expect(recordedMusd[cell(home(exporter), home(importer))]!).toBeGreaterThanOrEqual(musd - 0.002)
    }
  })
  test('the adjustments are those of the visible list, to a tenth of a million USD', () => {
    const total = adjustmentMusd.reduce((sum, delta) => sum + delta, 0)
    expect(total).toBeCloseTo(-(13_675.8 + 1088.2 + 115.4 + 80.3 + 6154.6 + 1995.4 + 467.9), 0)
    expect(adjustmentMusd[cell('CHN', 'RUS')]).toBeCloseTo(12_782.3, 6)
    expect(adjustmentMusd[cell('CHN', 'KGZ')]).toBeCloseTo(-12_782.3, 6)
  })
})

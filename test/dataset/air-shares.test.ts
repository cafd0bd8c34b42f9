import { describe, expect, test } from 'vitest'
import { goodsFlows } from '../../src/scenario/stages/world.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const { economies } = dataset.trade
const n = economies.length
const flows = goodsFlows(dataset, true)
const UNION = new Set(
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(
    ' ',
  ),
)

/** Share of the value of some pairs' goods that flies, percent. */
function flying(of: (exporter: string, importer: string) => boolean): number {
  let [all, air] = [0, 0]
  for (let ij = 0; ij < n * n; ij++) {
    const [exporter, importer] = [economies[Math.floor(ij / n)]!, economies[ij % n]!]
    if (exporter === importer || !of(exporter, importer)) continue
    all += flows[ij]!
    air += flows[ij]! * (1 - dataset.bulkShare[ij]!) * dataset.airShare[ij]!
  }
  return (100 * air) / all
}

const from = (iso3: string) => flying(exporter => exporter === iso3)
const to = (iso3: string) => flying((_, importer) => importer === iso3)
const between = (a: string, b: string) => flying((x, m) => (x === a && m === b) || (x === b && m === a))
const sent = (a: string, b: string) => flying((x, m) => x === a && m === b)
const atUnion = (isOut: boolean) =>
  flying((x, m) => (isOut ? UNION.has(x) && !UNION.has(m) : UNION.has(m) && !UNION.has(x)))

describe('share of trade that flies, held against what is published', () => {
  // Set on these: the product mix of the sector tables beside that of the trade matrix is what is left.
  test.each([
    ['exports of the Union, 2023 (Eurostat)', 26.2, atUnion(true), 4],
    ['exports of the United States, 2012 (Federal Highway Administration)', 27.6, from('USA'), 2],
    ['exports of Korea, 2021 (KITA)', 35.5, from('KOR'), 2],
    ['exports of Taiwan, 2020 (Ministry of Finance)', 56.9, from('TWN'), 2],
    ['exports of Israel, 2021 (Central Bureau of Statistics)', 57.5, from('ISR'), 4],
    ['exports of Türkiye, 2023 (TurkStat)', 10, from('TUR'), 4],
    ['United States and China, both ways, 2022 (BTS)', 32, between('USA', 'CHN'), 3],
  ])('set on: %s, %d %%', (_, published, model, tolerance) => {
    expect(Math.abs(model - published)).toBeLessThan(tolerance)
  })

  test.each([
    ['imports of the Union, 2023 (Eurostat)', 17.4, atUnion(false), 2],
    ['imports of the United States, 2012 (Federal Highway Administration)', 22, to('USA'), 2],
    ['imports of Korea, 2021 (KITA)', 30.4, to('KOR'), 4],
    ['imports of Switzerland without gold, 2019 (Federal Office for Customs)', 18, to('CHE'), 2],
    ['imports of Georgia, 2021 (Geostat)', 8.7, to('GEO'), 2],
    ['imports of Türkiye with gold, 2019 (TurkStat)', 14.2, to('TUR'), 4],
    ['imports of Israel, 2021 (Central Bureau of Statistics)', 33, to('ISR'), 9],
    [
      'exports of Germany to others than the Union, 2017 (Airlines UK)',
      25,
      flying((x, m) => x === 'DEU' && !UNION.has(m)),
      3,
    ],
    ['United States and Mexico, both ways, January 2023 (BTS)', 2.8, between('USA', 'MEX'), 1],
    ['United States and Canada, both ways, January 2023 (BTS)', 4.9, between('USA', 'CAN'), 4],
  ])('held out: %s, %d %%', (_, published, model, tolerance) => {
    expect(Math.abs(model - published)).toBeLessThan(tolerance)
  })

  test('what lorries join hardly flies: between members, a few hundredths', () => {
    for (const [a, b] of [
      ['CHN', 'KAZ'],
      ['CHN', 'RUS'],
      ['RUS', 'KAZ'],
      ['UZB', 'RUS'],
      ['KAZ', 'KGZ'],
    ] as const)
      expect(sent(a, b)).toBeLessThan(5)
    expect(sent('CHN', 'DEU')).toBeGreaterThan(20)
  })

  test('gold flies: what Switzerland sends to India and China is mostly gold', () => {
    expect(sent('CHE', 'IND')).toBeGreaterThan(90)
    expect(sent('CHE', 'CHN')).toBeGreaterThan(60)
  })

  test('every share is one, and nothing is sent home', () => {
    dataset.airShare.forEach((share, ij) => {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(0.95)
      if (ij % (n + 1) === 0) expect(share).toBe(0)
    })
  })
})

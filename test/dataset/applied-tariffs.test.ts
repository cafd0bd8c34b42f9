/** Tariffs that pairs start from: average, default, or zero inside an agreement in force. */
import { expect, test } from 'vitest'
import { appliedTariffs } from '../../src/dataset/applied-tariffs.js'
import { QUALITIES } from '../../src/dataset/dataset.js'
import { readDataset } from '../../src/dataset/reading/read-dataset.js'
import { edited, embeddedFiles, smallPackage, withCell } from './packages.js'

const small = withCell(smallPackage(3), 'parameters.csv', 13, 'value', '1.5') // the twelfth id is defaultTariff
const agreement = (row: string) => readDataset(edited(small, 'agreements.csv', text => `${text}${row}\n`))
const union = agreement('pact,free-trade,AAA,AAC,2010-01-01,2020-01-01,derived,made up')

test('the importer takes its average, others the default, home nothing', () => {
  const { rate, quality } = appliedTariffs(union, '2009-12-31')
  // exporter before importer; AAA has 5 percent, published
  expect([...rate]).toEqual([0, 0.01, 0.01, 0.05, 0, 0.01, 0.05, 0.01, 0])
  expect(QUALITIES[quality[3]!]).toBe('published')
  expect(QUALITIES[quality[1]!]).toBe('estimated')
})

test('inside an agreement both directions are zero from its first day to the day before its last', () => {
  for (const [date, zero] of [
    ['2009-12-31', false],
    ['2010-01-01', true],
    ['2019-12-31', true],
    ['2020-01-01', false],
  ] as const) {
    const { rate, quality } = appliedTariffs(union, date)
    expect(rate[2] === 0 && rate[6] === 0, date).toBe(zero)
    if (zero) expect(QUALITIES[quality[6]!]).toBe('derived')
    expect(rate[1]).toBe(0.01)
  }
})

test('of two agreements the better known one vouches for the zero, in either order', () => {
  const weak = 'weak,free-trade,AAA,AAB,2000-01-01,,estimated,made up'
  const strong = 'strong,free-trade,AAA,AAB,2000-01-01,,measured,made up'
  for (const rows of [`${weak}\n${strong}`, `${strong}\n${weak}`]) {
    expect(QUALITIES[appliedTariffs(agreement(rows), '2023-12-31').quality[1]!]).toBe('measured')
  }
})

test('embedded: unions and areas in force at the end of 2023, and those that came later or are partial', () => {
  const dataset = readDataset(embeddedFiles())
  const { economies } = dataset.trade
  const at = (exporter: string, importer: string, date: string) =>
    appliedTariffs(dataset, date).rate[
      economies.indexOf(exporter) * economies.length + economies.indexOf(importer)
    ]
  const end = '2023-12-31'
  expect(at('RUS', 'KAZ', end)).toBe(0) // Eurasian Economic Union
  expect(at('RUS', 'UZB', end)).toBe(0) // Commonwealth of Independent States free-trade area
  expect(at('DEU', 'FRA', end)).toBe(0)
  expect(at('DEU', 'TUR', end)).toBe(0)
  expect(at('CHN', 'PAK', end)).toBe(0)
  expect(at('GEO', 'DEU', end)).toBe(0)
  expect(at('KHM', 'IND', '2011-07-31')).toBeGreaterThan(0) // each member of the association on its own day
  expect(at('KHM', 'IND', '2011-08-01')).toBe(0)
  expect(at('GBR', 'DEU', '2020-06-01')).toBeGreaterThan(0) // the transition of 2020 is not modelled
  expect(at('GBR', 'DEU', end)).toBe(0)
  expect(at('CHN', 'KAZ', end)).toBeCloseTo(0.0485, 12)
  expect(at('RUS', 'IRN', end)).toBeCloseTo(0.1523, 12)
  expect(at('RUS', 'IRN', '2025-05-15')).toBe(0)
  expect(at('RUS', 'UKR', end)).toBeGreaterThan(0) // suspended since 2016
  expect(at('IND', 'PAK', end)).toBeCloseTo(0.0958, 12) // suspended since 2019
  expect(at('CHN', 'IND', end)).toBeCloseTo(0.0732, 12) // the partial-scope Asia-Pacific agreement does not count
})

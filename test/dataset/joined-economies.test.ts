import { expect, test } from 'vitest'
import { joinedEconomies, nominalGdp } from '../../src/dataset/joined-economies.js'
import { embeddedDataset } from '../embedded.js'

const dataset = embeddedDataset()
const china = dataset.trade.economies.indexOf('CHN')
const figure = (iso3: string) =>
  dataset.figures.find(each => each.iso3 === iso3 && each.indicator === 'gdp-nominal' && each.year === 2023)!
    .value

test('Hong Kong is joined to China, and so is its product', () => {
  expect([...joinedEconomies(dataset.trade)]).toEqual([['HKG', 'CHN']])
  expect(nominalGdp(dataset)[china]).toBeCloseTo((figure('CHN') + figure('HKG')) / 1e6, 6)
})

test('a matrix that joins nobody adds nobody: a dataset with Hong Kong apart does not count it twice', () => {
  const apart = { ...dataset, trade: { ...dataset.trade, joined: [] } }
  expect(joinedEconomies(apart.trade).size).toBe(0)
  expect(nominalGdp(apart)[china]).toBeCloseTo(figure('CHN') / 1e6, 6)
})

test('a figure of the year before stands in, the rest of the world has none', () => {
  const older = dataset.figures.filter(each => !(each.iso3 === 'KAZ' && each.year >= 2023))
  const before = older.filter(
    each => each.iso3 === 'KAZ' && each.indicator === 'gdp-nominal' && each.year === 2022,
  )
  const kazakhstan = nominalGdp({ ...dataset, figures: older })[dataset.trade.economies.indexOf('KAZ')]
  expect(kazakhstan).toBeCloseTo(before[0].value / 1e6, 6)
  expect(nominalGdp(dataset)[dataset.trade.economies.indexOf('ROW')]).toBeNaN()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solveOneSector } from '../../src/equilibrium/one-sector/solve.js'
import { realIncomeHat } from '../../src/equilibrium/welfare.js'
import { sum } from '../../src/numeric/sum.js'
import { anyProblem, rowsOf, settings, worldOf } from './one-sector/worlds.js'

test('goods are a part of what is bought: the square root when they are half of it', () => {
  const goods = {
    realSpendingHat: Float64Array.of(1.21, 0.9, 1),
    expenditure: Float64Array.of(50, 100, 7),
    balanceShift: Float64Array.of(0, 0, 50),
  }
  const hat = realIncomeHat(goods, Float64Array.of(100, 100, 1000))
  // The third saves a twentieth of its product less.
  expect([...hat]).toEqual([expect.closeTo(1.1, 14), 0.9, 0.95])
})

test('to first order it is (Y d ln w − idle + dR − E d ln P) / GDP, whoever spends less or saves less', () => {
  fc.assert(
    fc.property(anyProblem, ({ baseline, change }) => {
      // a ten-thousandth of the change, in costs and in tariffs
      const small = {
        icebergHat: change.icebergHat.map(hat => 1 + 1e-4 * (hat - 1)),
        newTariff: baseline.tariff.map((t, ij) => t + 1e-4 * (change.newTariff[ij]! - t)),
        // of every second economy
        idleIncome: Float64Array.from(rowsOf(baseline.flows), (row, i) => (i % 2) * 2e-5 * sum(row)),
      }
      const solved = solveOneSector(baseline, small)
      const gdp = solved.expenditure.map((spent, j) => spent * (1.5 + j))
      const hat = realIncomeHat(solved, gdp)
      hat.forEach((real, j) => {
        const income = sum(rowsOf(baseline.flows)[j]!)
        const first =
          income * (solved.wageHat[j]! - 1) -
          small.idleIncome[j]! +
          (solved.newTariffRevenue[j]! - solved.tariffRevenue[j]!) -
          solved.expenditure[j]! * (solved.priceIndexHat[j]! - 1)
        // what is left is of second order: changes below 1e-3, squared
        expect(Math.abs(real - 1 - first / gdp[j]!)).toBeLessThan(1e-6)
      })
    }),
    settings,
  )
})

test('a gross domestic product that is missing or not above zero is refused, all of them named', () => {
  const world = worldOf([80, 20, 20, 80])
  const goods = {
    realSpendingHat: Float64Array.of(1, 1),
    expenditure: world.flows.slice(0, 2),
    balanceShift: new Float64Array(2),
  }
  const refused = (gdp: Float64Array, fields: string[]) =>
    expect(() => realIncomeHat(goods, gdp)).toThrow(
      expect.objectContaining({
        code: 'equilibrium.bad-gdp',
        issues: fields.map(field => expect.objectContaining({ at: { field } })),
      }),
    )
  refused(Float64Array.of(Number.NaN, 0), ['gdpMusd[0]', 'gdpMusd[1]'])
  refused(Float64Array.of(-1, Infinity), ['gdpMusd[0]', 'gdpMusd[1]'])
  refused(Float64Array.of(5), ['gdpMusd'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solveManySector } from '../../../src/equilibrium/many-sector/solve.js'
import { firstOrderWelfare } from '../../../src/equilibrium/many-sector/welfare.js'
import { anyManySectorProblem, settings, twoByTwo } from './worlds.js'

test('for a small change it is the exact change in real income, tariffs and trade costs', () => {
  fc.assert(
    fc.property(anyManySectorProblem, ({ baseline, change }) => {
      const step = 1e-5
      const small = {
        icebergHat: change.icebergHat!.map(hat => 1 + step * (hat - 1)),
        newTariff: baseline.tariff.map((rate, cell) => rate + step * (change.newTariff[cell]! - rate)),
      }
      // balances closed: with them, what they buy changes too, and the formula has no term for it
      const solved = solveManySector(baseline, small, { balances: 'zero', tolerance: 1e-13 })
      const { total } = firstOrderWelfare(solved, small)
      // second order in changes of a few 1e-6 each, elasticities up to nine
      total.forEach((gain, i) => expect(Math.abs(solved.realIncomeHat[i]! - 1 - gain)).toBeLessThan(1e-9))
    }),
    settings,
  )
})

test('parts add up over partners, and nobody trades on other terms with itself', () => {
  fc.assert(
    fc.property(anyManySectorProblem, ({ baseline, change }) => {
      const n = baseline.economies.length
      const solved = solveManySector(baseline, change)
      const welfare = firstOrderWelfare(solved, change)
      for (let i = 0; i < n; i++) {
        expect(welfare.termsOfTrade[i * n + i]).toBeCloseTo(0, 14)
        expect(welfare.volumeOfTrade[i * n + i]).toBeCloseTo(0, 14)
        const row = (matrix: Float64Array) => matrix.slice(i * n, (i + 1) * n).reduce((a, b) => a + b, 0)
        expect(row(welfare.termsOfTrade)).toBeCloseTo(welfare.totalTermsOfTrade[i]!, 14)
        expect(row(welfare.volumeOfTrade)).toBeCloseTo(welfare.totalVolumeOfTrade[i]!, 14)
        expect(
          welfare.totalTermsOfTrade[i]! + welfare.totalVolumeOfTrade[i]! + welfare.totalTradeCosts[i]!,
        ).toBeCloseTo(welfare.total[i]!, 14)
      }
    }),
    { ...settings, numRuns: 20 },
  )
})

test('two equal economies that drop a tariff: no terms of trade, imports times their old tariff', () => {
  const baseline = twoByTwo()
  const change = { newTariff: new Float64Array(8) }
  const solved = solveManySector(baseline, change)
  const { termsOfTrade, volumeOfTrade, tradeCosts } = firstOrderWelfare(solved, change)
  const { newFlows, unitCostHat, base } = solved
  termsOfTrade.forEach(part => expect(part).toBeCloseTo(0, 12))
  expect(volumeOfTrade[1]).toBeCloseTo((0.1 * (newFlows[2]! - 20 * unitCostHat[1]!)) / base.income[0]!, 12)
  expect([...tradeCosts]).toEqual([0, 0, 0, 0])
})

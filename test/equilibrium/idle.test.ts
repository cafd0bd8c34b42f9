/** Factors that stand idle after a change, in both models. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Balances } from '../../src/equilibrium/closure.js'
import { balancesAfterIdle } from '../../src/equilibrium/idle.js'
import { solveManySector } from '../../src/equilibrium/many-sector/solve.js'
import { solveOneSector } from '../../src/equilibrium/one-sector/solve.js'
import { realIncomeHat } from '../../src/equilibrium/welfare.js'
import { sum } from '../../src/numeric/sum.js'
import { anyProblem, noChange, type Problem, rowsOf, settings, worldOf } from './one-sector/worlds.js'

const BALANCES: readonly Balances[] = ['world-share', 'multiplicative', 'zero']

interface IdleProblem extends Problem {
  readonly idleIncome: Float64Array
}

/** Worlds whose economies have up to two fifths of their income idle, every third none. */
const anyIdle: fc.Arbitrary<IdleProblem> = anyProblem.chain(problem => {
  const incomes = rowsOf(problem.baseline.flows).map(row => sum(row))
  const share = fc.double({ min: 0, max: 0.4, noNaN: true })
  return fc.array(share, { minLength: incomes.length, maxLength: incomes.length }).map(shares => ({
    ...problem,
    idleIncome: Float64Array.from(incomes, (income, i) => (i % 3 === 2 ? 0 : shares[i]! * income)),
  }))
})

const holds = (law: (problem: IdleProblem) => void) => fc.assert(fc.property(anyIdle, law), settings)

function gap(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < found.length; i++) largest = Math.max(largest, Math.abs(found[i]! / expected[i]! - 1))
  return largest
}

describe('one sector', () => {
  test('each economy sells what it still makes, and the world spends what it earns', () => {
    holds(({ baseline, change, idleIncome }) => {
      const solved = solveOneSector(baseline, { ...change, idleIncome })
      const income = rowsOf(baseline.flows).map(row => sum(row))
      const sold = rowsOf(solved.newFlows).map(row => sum(row))
      expect(
        gap(
          sold,
          income.map((y, i) => solved.wageHat[i]! * (y - idleIncome[i]!)),
        ),
      ).toBeLessThan(1e-11)
      // world income is the numeraire, whatever is idle
      expect(sum(sold) / sum(income)).toBeCloseTo(1, 11)
      const bought = rowsOf(solved.newFlows).map((_, j) => sum(rowsOf(solved.newFlows).map(row => row[j]!)))
      const balance = income.map((y, j) => sum(rowsOf(baseline.flows).map(row => row[j]!)) - y)
      bought.forEach((spent, j) => {
        const left = sold[j]! + balance[j]! + solved.balanceShift[j]!
        expect(spent / left).toBeCloseTo(1, 10)
      })
    })
  })

  test('where the same share of everything stands idle, that share of all spending is gone', () => {
    holds(({ baseline }) => {
      for (const balances of ['multiplicative', 'zero'] as const) {
        const base =
          balances === 'zero' ? solveOneSector(baseline, noChange(baseline), { balances }) : undefined
        const flows = base?.newFlows ?? baseline.flows
        const idleIncome = Float64Array.from(rowsOf(flows), row => 0.25 * sum(row))
        const { realSpendingHat } = solveOneSector(
          baseline,
          { ...noChange(baseline), idleIncome },
          { balances },
        )
        realSpendingHat.forEach(hat => expect(hat).toBeCloseTo(0.75, 9))
      }
    })
  })

  test('nothing idle is the world without the field; no numeraire changes what is bought', () => {
    holds(({ baseline, change, idleIncome }) => {
      const none = solveOneSector(baseline, { ...change, idleIncome: new Float64Array(idleIncome.length) })
      expect(none).toEqual(solveOneSector(baseline, change))
      const told = solveOneSector(baseline, { ...change, idleIncome })
      const other = solveOneSector(baseline, { ...change, idleIncome }, { numeraire: { priceOf: 'B' } })
      expect(gap(other.realSpendingHat, told.realSpendingHat)).toBeLessThan(1e-11)
      expect(other.balanceShift).toEqual(told.balanceShift)
    })
  })

  test('the more of an economy stands idle, the dearer is what it still makes', () => {
    const baseline = worldOf([60, 30, 20, 10, 90, 12, 15, 5, 60])
    const wages = [0, 10, 40, 80].map(idle => {
      const change = { ...noChange(baseline), idleIncome: Float64Array.of(idle, 0, 0) }
      const solved = solveOneSector(baseline, change)
      const { wageHat, goodsRealWageHat } = solved
      if (idle > 0) expect(realIncomeHat(solved, solved.expenditure)[0]).toBeLessThan(1 - idle / 250)
      return [wageHat[0]!, goodsRealWageHat[0]!]
    })
    for (let k = 1; k < wages.length; k++) {
      expect(wages[k]![0]).toBeGreaterThan(wages[k - 1]![0]!)
      expect(wages[k]![1]).toBeGreaterThan(wages[k - 1]![1]!)
    }
  })

  test('an exporter that must not earn its old surplus without its oil still has an equilibrium', () => {
    // A sells 80 of its 100 abroad and buys 30 there: a surplus of 50, and 70 of the 100 stand idle.
    const baseline = worldOf([20, 40, 40, 15, 300, 60, 15, 60, 200])
    const icebergHat = Float64Array.of(1, 4, 4, 1, 1, 1, 1, 1, 1)
    const change = { icebergHat, newTariff: baseline.tariff, idleIncome: Float64Array.of(70, 0, 0) }
    const { balanceShift, expenditureHat } = solveOneSector(baseline, change)
    expect(balanceShift[0]).toBe(50)
    expect(sum(balanceShift)).toBeCloseTo(0, 12)
    expect(expenditureHat[0]).toBeGreaterThan(0.3)
  })

  test('refused: below zero, all of an income or more, another length, and where incomes are held', () => {
    const baseline = worldOf([80, 20, 20, 80])
    const refused = (idleIncome: Float64Array, code: string, fields: string[], options = {}) =>
      expect(() => solveOneSector(baseline, { ...noChange(baseline), idleIncome }, options)).toThrow(
        expect.objectContaining({
          kind: 'input',
          issues: fields.map(field => expect.objectContaining({ code, at: { field } })),
        }),
      )
    const code = 'equilibrium.bad-idle-income'
    refused(Float64Array.of(-1, 100), code, ['idleIncome[A]', 'idleIncome[B]'])
    refused(Float64Array.of(Number.NaN, 1), code, ['idleIncome[A]'])
    refused(Float64Array.of(1), code, ['idleIncome'])
    refused(Float64Array.of(1, 1), 'equilibrium.bad-option', ['endowment'], { endowment: 'conditional' })
  })
})

describe('many sectors', () => {
  test('one sector without intermediates is the one-sector model, whatever stands idle', () => {
    holds(({ baseline, change, idleIncome }) => {
      const n = baseline.economies.length
      for (const balances of BALANCES) {
        const many = solveManySector(
          {
            ...baseline,
            sectors: ['goods'],
            valueAddedShare: new Float64Array(n).fill(1),
            tradeElasticity: Float64Array.of(baseline.tradeElasticity),
          },
          { ...change, idleIncome },
          { balances, tolerance: 1e-12, maxPasses: 5_000 },
        )
        const one = solveOneSector(baseline, { ...change, idleIncome }, { balances })
        expect(gap(many.wageHat, one.wageHat)).toBeLessThan(1e-9)
        expect(gap(many.realSpendingHat, one.realSpendingHat)).toBeLessThan(1e-9)
        const traded = (flows: Float64Array) => flows.filter((_, ij) => baseline.flows[ij]! > 0)
        expect(gap(traded(many.newFlows), traded(one.newFlows))).toBeLessThan(1e-8)
        one.balanceShift.forEach((shift, i) => expect(many.balanceShift[i]).toBeCloseTo(shift, 8))
      }
    })
  })

  test('refused: all of an income', () => {
    const baseline = worldOf([80, 20, 20, 80])
    const many = {
      ...baseline,
      sectors: ['goods'],
      valueAddedShare: Float64Array.of(1, 1),
      tradeElasticity: Float64Array.of(5),
    }
    const change = { newTariff: baseline.tariff, idleIncome: Float64Array.of(0, 100) }
    expect(() => solveManySector(many, change)).toThrow(
      expect.objectContaining({ kind: 'input', code: 'equilibrium.bad-idle-income' }),
    )
  })
})

describe('balances', () => {
  test('a surplus is saved less before it is spent less; deficits shrink in proportion', () => {
    const balance = Float64Array.of(-50, -10, 40, 20)
    const shift = balancesAfterIdle(
      balance,
      Float64Array.of(100, 100, 100, 100),
      Float64Array.of(20, 30, 9, 0),
      false,
    )
    expect([...shift]).toEqual([20, 10, -20, -10])
    expect([...balance]).toEqual([-30, 0, 20, 10])
  })

  test('a multiple of income follows it', () => {
    const balance = Float64Array.of(-50, 0, 50)
    const shift = balancesAfterIdle(
      balance,
      Float64Array.of(100, 100, 200),
      Float64Array.of(20, 30, 20),
      true,
    )
    expect([...shift]).toEqual([10, 0, -5])
    expect([...balance]).toEqual([-40, 0, 45])
  })
})

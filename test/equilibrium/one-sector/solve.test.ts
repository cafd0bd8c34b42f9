import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveOneSector } from '../../../src/equilibrium/one-sector/solve.js'
import { createOneSectorWorkspace } from '../../../src/equilibrium/one-sector/system.js'
import { sum } from '../../../src/numeric/sum.js'
import { wagesByTatonnement, worldAtWages } from '../../oracles/one-sector.js'
import {
  anyProblem,
  costsOnly,
  noChange,
  oracleChange,
  oracleWorld,
  rowsOf,
  settings,
  worldOf,
} from './worlds.js'

/** Largest relative difference of two lists of positive numbers. */
function gap(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found.length).toBe(expected.length)
  let largest = 0
  for (let i = 0; i < found.length; i++) largest = Math.max(largest, Math.abs(found[i]! / expected[i]! - 1))
  return largest
}

const ones = (n: number) => new Array<number>(n).fill(1)

describe('closed forms', () => {
  test('two equal countries: wages stay, ŵ/P̂ = (home share + foreign share × τ̂^−θ)^(1/θ)', () => {
    const baseline = worldOf([80, 20, 20, 80], { tradeElasticity: 5 })
    const { wageHat, goodsRealWageHat, newFlows } = solveOneSector(
      baseline,
      costsOnly(baseline, [1, 0.9, 0.9, 1]),
    )
    const phi = 0.8 + 0.2 * 0.9 ** -5
    expect(gap(wageHat, [1, 1])).toBeLessThan(1e-12)
    expect(gap(goodsRealWageHat, [phi ** 0.2, phi ** 0.2])).toBeLessThan(1e-12)
    const abroad = (100 * 0.2 * 0.9 ** -5) / phi
    expect(gap(newFlows, [100 - abroad, abroad, abroad, 100 - abroad])).toBeLessThan(1e-12)
  })

  test('two equal countries that drop a tariff: spending falls by the revenue, prices by more', () => {
    const t = 0.25
    const baseline = worldOf([80, 20, 20, 80], { tariff: [0, t, t, 0], tradeElasticity: 4 })
    const free = { icebergHat: Float64Array.from(ones(4)), newTariff: new Float64Array(4) }
    const { wageHat, priceIndexHat, expenditureHat, newTariffRevenue } = solveOneSector(baseline, free)
    const expenditure = 80 + 20 * (1 + t)
    const phi = 80 / expenditure + ((20 * (1 + t)) / expenditure) * (1 + t) ** 4
    expect(gap(wageHat, [1, 1])).toBeLessThan(1e-12)
    expect(gap(priceIndexHat, [phi ** -0.25, phi ** -0.25])).toBeLessThan(1e-12)
    expect(gap(expenditureHat, [100 / expenditure, 100 / expenditure])).toBeLessThan(1e-12)
    expect([...newTariffRevenue]).toEqual([0, 0])
  })

  test('autarky from a balanced world: real income is the home share to the power 1/θ', () => {
    const baseline = worldOf([70, 20, 10, 10, 180, 20, 20, 10, 40], { tradeElasticity: 5.03 })
    const alone = [1, Infinity, Infinity, Infinity, 1, Infinity, Infinity, Infinity, 1]
    const { goodsRealWageHat, newFlows } = solveOneSector(baseline, costsOnly(baseline, alone))
    const expected = [70 / 100, 180 / 210, 40 / 70].map(share => share ** (1 / 5.03))
    expect(gap(goodsRealWageHat, expected)).toBeLessThan(1e-12)
    expect([...newFlows]).toEqual([100, 0, 0, 0, 210, 0, 0, 0, 70].map(flow => expect.closeTo(flow, 10)))
  })
})

describe('against the slow oracle', () => {
  test('the same wages as tatonnement from the definitions', () => {
    fc.assert(
      fc.property(anyProblem, ({ baseline, change }) => {
        const { wageHat } = solveOneSector(baseline, change)
        // the oracle stops at 1e-12 of excess demand, worlds that trade little turn that into more of wages
        expect(gap(wageHat, wagesByTatonnement(oracleWorld(baseline), oracleChange(change)))).toBeLessThan(
          1e-10,
        )
      }),
      { ...settings, numRuns: 12 },
    )
  })

  test('everything else follows from the wages as the definitions say, and markets clear', () => {
    fc.assert(
      fc.property(anyProblem, ({ baseline, change }) => {
        const solved = solveOneSector(baseline, change)
        const oracle = worldAtWages(oracleWorld(baseline), oracleChange(change), solved.wageHat)
        const earned = oracle.income.map((income, i) => solved.wageHat[i]! * income)
        expect(gap(oracle.sales, earned)).toBeLessThan(1e-11)
        expect(gap(solved.priceIndexHat, oracle.priceHat)).toBeLessThan(1e-12)
        expect(gap(solved.expenditure, oracle.expenditure)).toBeLessThan(1e-13)
        const expenditureHat = oracle.newExpenditure.map((spent, j) => spent / oracle.expenditure[j]!)
        expect(gap(solved.expenditureHat, expenditureHat)).toBeLessThan(1e-12)
        const flows = oracle.newFlows.flat()
        flows.forEach((flow, ij) => {
          expect(Math.abs(solved.newFlows[ij]! - flow)).toBeLessThanOrEqual(1e-11 * flow)
        })
        oracle.newTariffRevenue.forEach((revenue, j) => {
          expect(solved.newTariffRevenue[j]).toBeCloseTo(revenue, 9)
          expect(solved.tariffRevenue[j]).toBeCloseTo(oracle.tariffRevenue[j]!, 9)
        })
        const { realSpendingHat, goodsRealWageHat, priceIndexHat, wageHat } = solved
        expect(
          gap(
            realSpendingHat,
            expenditureHat.map((e, j) => e / priceIndexHat[j]!),
          ),
        ).toBeLessThan(1e-12)
        expect(
          gap(
            goodsRealWageHat,
            wageHat.map((w, j) => w / priceIndexHat[j]!),
          ),
        ).toBeLessThan(1e-14)
      }),
      settings,
    )
  })
})

describe('laws', () => {
  const holds = (law: (problem: Parameters<typeof solveOneSector>) => void) =>
    fc.assert(
      fc.property(anyProblem, ({ baseline, change }) => law([baseline, change])),
      settings,
    )

  test('no change in, no change out', () => {
    holds(([baseline]) => {
      const solved = solveOneSector(baseline, noChange(baseline))
      const { wageHat, priceIndexHat, expenditureHat, realSpendingHat, goodsRealWageHat } = solved
      for (const hat of [wageHat, priceIndexHat, expenditureHat, realSpendingHat, goodsRealWageHat]) {
        expect(gap(hat, ones(hat.length))).toBeLessThan(1e-12)
      }
      baseline.flows.forEach((flow, ij) => {
        expect(Math.abs(solved.newFlows[ij]! - flow)).toBeLessThanOrEqual(1e-12 * flow)
      })
    })
  })

  test('world goods income is the numeraire; spending is income, balance and tariff revenue', () => {
    holds(([baseline, change]) => {
      const { wageHat, expenditure, expenditureHat, newFlows, newTariffRevenue } = solveOneSector(
        baseline,
        change,
      )
      const n = wageHat.length
      expect(sum(newFlows) / sum(baseline.flows)).toBeCloseTo(1, 12)
      for (let j = 0; j < n; j++) {
        const income = sum(rowsOf(baseline.flows)[j]!)
        const purchases = sum(rowsOf(baseline.flows).map(row => row[j]!))
        const newPurchases = sum(rowsOf(newFlows).map(row => row[j]!))
        const budget = wageHat[j]! * income + (purchases - income) + newTariffRevenue[j]!
        expect((expenditureHat[j]! * expenditure[j]!) / budget).toBeCloseTo(1, 12)
        expect((newPurchases + newTariffRevenue[j]!) / budget).toBeCloseTo(1, 11)
        const levied = sum(rowsOf(newFlows).map((row, i) => row[j]! * change.newTariff[i * n + j]!))
        expect(newTariffRevenue[j]).toBeCloseTo(levied, 9)
      }
    })
  })

  test('with no tariffs and an unchanged home market, ŵ/P̂ is the home share hat to the power −1/θ (ACR)', () => {
    holds(([baseline, change]) => {
      const free = { ...baseline, tariff: new Float64Array(baseline.tariff.length) }
      const solved = solveOneSector(free, { ...change, newTariff: free.tariff })
      rowsOf(solved.newFlows).forEach((_, j) => {
        const homeShare = (flows: Float64Array) => {
          const bought = rowsOf(flows).map(row => row[j]!)
          return bought[j]! / sum(bought)
        }
        const hat = homeShare(solved.newFlows) / homeShare(free.flows)
        expect(solved.goodsRealWageHat[j]! / hat ** (-1 / free.tradeElasticity)).toBeCloseTo(1, 11)
      })
    })
  })

  test('the currency does not matter', () => {
    holds(([baseline, change]) => {
      const scaled = { ...baseline, flows: baseline.flows.map(flow => flow * 731.7) }
      const [one, other] = [solveOneSector(baseline, change), solveOneSector(scaled, change)]
      // both stop within 1e-13 of clearing
      expect(gap(other.realSpendingHat, one.realSpendingHat)).toBeLessThan(1e-11)
      expect(gap(other.wageHat, one.wageHat)).toBeLessThan(1e-11)
    })
  })

  test('the order of the economies does not matter', () => {
    holds(([baseline, change]) => {
      const n = baseline.economies.length
      const turned = (cells: Float64Array) =>
        cells.map((_, ij) => cells[(n - 1 - Math.floor(ij / n)) * n + (n - 1 - (ij % n))]!)
      const mirrored = {
        ...baseline,
        economies: baseline.economies.toReversed(),
        flows: turned(baseline.flows),
        tariff: turned(baseline.tariff),
      }
      const other = solveOneSector(mirrored, {
        icebergHat: turned(change.icebergHat),
        newTariff: turned(change.newTariff),
      })
      const one = solveOneSector(baseline, change)
      expect(gap(other.wageHat.toReversed(), one.wageHat)).toBeLessThan(1e-11)
      expect(gap(other.priceIndexHat.toReversed(), one.priceIndexHat)).toBeLessThan(1e-11)
    })
  })

  test('there and back again', () => {
    holds(([baseline, change]) => {
      const there = solveOneSector(baseline, change)
      const back = solveOneSector(
        { ...baseline, flows: there.newFlows, tariff: change.newTariff },
        { icebergHat: change.icebergHat.map(hat => 1 / hat), newTariff: baseline.tariff },
      )
      baseline.flows.forEach((flow, ij) => {
        expect(Math.abs(back.newFlows[ij]! - flow)).toBeLessThanOrEqual(1e-9 * flow)
      })
    })
  })

  test('cheaper trade for all raises what the world can buy, dearer trade lowers it', () => {
    holds(([baseline]) => {
      const n = baseline.economies.length
      const everywhere = (hat: number) =>
        noChange(baseline).icebergHat.map((one, ij) => (ij % (n + 1) === 0 ? one : hat))
      const spendingWeighted = (hat: number) => {
        const change = { icebergHat: everywhere(hat), newTariff: baseline.tariff }
        const { realSpendingHat, expenditure } = solveOneSector(baseline, change)
        return sum(realSpendingHat.map((real, j) => real * expenditure[j]!)) / sum(expenditure)
      }
      expect(spendingWeighted(0.95)).toBeGreaterThan(1)
      expect(spendingWeighted(1.05)).toBeLessThan(1)
    })
  })

  test('a symmetric world: a lower cost on every border makes no country worse off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 7 }),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        fc.double({ min: 1, max: 9, noNaN: true }),
        (n, hat, tradeElasticity) => {
          const cells = Array.from({ length: n * n }, (_, ij) => ij % (n + 1) === 0)
          const baseline = worldOf(
            cells.map(home => (home ? 90 : 7)),
            { tradeElasticity },
          )
          const { realSpendingHat } = solveOneSector(
            baseline,
            costsOnly(
              baseline,
              cells.map(home => (home ? 1 : hat)),
            ),
          )
          expect(Math.min(...realSpendingHat)).toBeGreaterThan(1)
          expect(gap(realSpendingHat, new Array(n).fill(realSpendingHat[0]))).toBeLessThan(1e-12)
        },
      ),
      settings,
    )
  })

  test('a shock that moves prices and no wage is not mistaken for no shock', () => {
    const baseline = worldOf([80, 20, 20, 80])
    const solved = solveOneSector(baseline, costsOnly(baseline, [0.9, 0.9, 0.9, 0.9]))
    expect(gap(solved.wageHat, [1, 1])).toBeLessThan(1e-13)
    expect(gap(solved.priceIndexHat, [0.9, 0.9])).toBeLessThan(1e-13)
    expect(gap(solved.realSpendingHat, [1 / 0.9, 1 / 0.9])).toBeLessThan(1e-12)
  })

  test('a pair that is cut off trades nothing, the rest clears as the definitions say', () => {
    // balances are large, so not every world with a pair cut off has an equilibrium; this one trades widely
    const baseline = worldOf([80, 20, 9, 10, 90, 12, 15, 5, 60], {
      tariff: [0, 0.1, 0.1, 0.2, 0, 0.3, 0, 0.1, 0],
    })
    const change = costsOnly(baseline, [1, 1, 1, 1, 1, Infinity, 1, 0.9, 1])
    const { newFlows, wageHat, newTariffRevenue } = solveOneSector(baseline, change)
    expect(newFlows[5]).toBe(0)
    const oracle = worldAtWages(oracleWorld(baseline), oracleChange(change), wageHat)
    expect(
      gap(
        oracle.sales,
        oracle.income.map((income, i) => income * wageHat[i]!),
      ),
    ).toBeLessThan(1e-11)
    expect(newTariffRevenue[2]).toBeCloseTo(0.1 * newFlows[2]!, 12)
  })

  test('a pair without trade stays without trade', () => {
    const baseline = worldOf([80, 20, 0, 10, 80, 10, 5, 5, 90])
    const { newFlows } = solveOneSector(baseline, costsOnly(baseline, [1, 1, 0.1, 1, 1, 1, 1, 1, 1]))
    expect(newFlows[2]).toBe(0)
  })

  test('converged means 1e-12, and the path of residuals says so', () => {
    holds(([baseline, change]) => {
      const { convergence } = solveOneSector(baseline, change)
      expect(convergence.residuals.at(-1)).toBeLessThan(1e-12)
      expect(convergence.largestMarketClearingError).toBeLessThan(2e-12)
      expect(convergence.passes).toBe(convergence.residuals.length)
    })
  })
})

describe('strong shocks', () => {
  const pattern = (i: number, j: number) => 1 + ((7 * i + 3 * j) % 11)
  const n = 30
  const cells = Array.from({ length: n * n }, (_, ij) => [Math.floor(ij / n), ij % n] as const)
  const baseline = worldOf(
    cells.map(([i, j]) => (i === j ? 40 * pattern(i, 2 * i) : pattern(i, j) / (1 + Math.abs(i - j)))),
    { tariff: cells.map(([i, j]) => (i === j ? 0 : 0.01 * pattern(j, i))), tradeElasticity: 5.03 },
  )

  test.each([
    ['all trade costs three times as high', 3],
    ['five times', 5],
    ['borders nearly removed', 0.4],
  ])('%s', (_, hat) => {
    const change = costsOnly(
      baseline,
      cells.map(([i, j]) => (i === j ? 1 : hat)),
    )
    const solved = solveOneSector(baseline, change)
    const { sales, income } = worldAtWages(oracleWorld(baseline), oracleChange(change), solved.wageHat)
    expect(
      gap(
        sales,
        income.map((y, i) => y * solved.wageHat[i]!),
      ),
    ).toBeLessThan(1e-11)
  })
})

describe('workspace and warm start', () => {
  const baseline = worldOf([80, 20, 5, 10, 90, 10, 5, 5, 60], { tariff: [0, 0.1, 0.1, 0.2, 0, 0, 0, 0.1, 0] })
  const change = costsOnly(baseline, [1, 0.8, 1, 0.8, 1, 1.3, 1, 1, 1])

  test('a used workspace gives the same bits as a new one', () => {
    const workspace = createOneSectorWorkspace(3)
    solveOneSector(baseline, costsOnly(baseline, [1, 2, 2, 0.5, 1, 1, 1, 1, 1]), { workspace })
    expect(solveOneSector(baseline, change, { workspace })).toEqual(solveOneSector(baseline, change))
  })

  test('results of a shared workspace do not change under later solves', () => {
    const workspace = createOneSectorWorkspace(3)
    const first = solveOneSector(baseline, change, { workspace })
    const kept = structuredClone(first)
    solveOneSector(baseline, noChange(baseline), { workspace })
    expect(first).toEqual(kept)
  })

  test('started from its own answer it is done at once, in any scale of the wages', () => {
    const { wageHat } = solveOneSector(baseline, change)
    const again = solveOneSector(baseline, change, { startWageHat: wageHat.map(w => 3 * w) })
    expect(again.convergence.passes).toBe(1)
    expect(gap(again.wageHat, wageHat)).toBeLessThan(1e-12)
  })

  test('inputs that were checked before give the same bits unchecked', () => {
    expect(solveOneSector(baseline, change, { inputs: 'checked' })).toEqual(solveOneSector(baseline, change))
  })

  test('inputs are left as they were', () => {
    const before = structuredClone({ baseline, change })
    solveOneSector(baseline, change)
    expect({ baseline, change }).toEqual(before)
  })
})

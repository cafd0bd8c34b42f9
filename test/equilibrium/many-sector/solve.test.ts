import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BALANCES } from '../../../src/equilibrium/closure.js'
import { manySectorBase } from '../../../src/equilibrium/many-sector/base.js'
import { solveManySector } from '../../../src/equilibrium/many-sector/solve.js'
import { createManySectorWorkspace } from '../../../src/equilibrium/many-sector/workspace.js'
import { solveOneSector } from '../../../src/equilibrium/one-sector/solve.js'
import { manySectorOracle } from '../../oracles/many-sector.js'
import { anyProblem } from '../one-sector/worlds.js'
import {
  anyManySectorProblem,
  type ManySectorProblem,
  manySectorOracleChange,
  manySectorOracleWorld,
  manySectorWorld,
  settings,
  twoByTwo,
  unchanged,
} from './worlds.js'

/** Largest relative difference of two lists of numbers; where zero is expected, zero is. */
function gap(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found.length).toBe(expected.length)
  let largest = 0
  for (let i = 0; i < found.length; i++) {
    if (expected[i] === 0) expect(found[i]).toBe(0)
    else largest = Math.max(largest, Math.abs(found[i]! / expected[i]! - 1))
  }
  return largest
}

/** Solved further than by default, so that laws can be held to 1e-10 of results and not of residuals. */
const FAR = { tolerance: 1e-13 } as const

const holds = (law: (problem: ManySectorProblem) => void, numRuns = settings.numRuns) =>
  fc.assert(fc.property(anyManySectorProblem, law), { ...settings, numRuns })

describe('closed forms', () => {
  test('two equal economies, one traded sector, no intermediates: prices as in one sector', () => {
    const baseline = manySectorWorld([[80, 20, 20, 80]])
    const icebergHat = Float64Array.of(1, 0.9, 0.9, 1)
    const { wageHat, sectorPriceHat, realIncomeHat } = solveManySector(baseline, {
      icebergHat,
      newTariff: baseline.tariff,
    })
    const price = (0.8 + 0.2 * 0.9 ** -5) ** -0.2
    expect(gap(wageHat, [1, 1])).toBeLessThan(1e-12)
    expect(gap(sectorPriceHat, [price, price])).toBeLessThan(1e-11)
    expect(gap(realIncomeHat, [1 / price, 1 / price])).toBeLessThan(1e-11)
  })

  test('a sector that feeds only itself: the gain is multiplied by one over its value added', () => {
    // symmetric, γ = 1: ĉ = P̂^(1−β), so P̂ = Φ₀^(−1/(θ β)) with Φ₀ at unchanged costs
    const baseline = manySectorWorld([[80, 20, 20, 80]], { valueAddedShare: [0.4, 0.4], inputShare: [1, 1] })
    const icebergHat = Float64Array.of(1, 0.9, 0.9, 1)
    const { realIncomeHat } = solveManySector(baseline, { icebergHat, newTariff: baseline.tariff }, FAR)
    const gain = (0.8 + 0.2 * 0.9 ** -5) ** (1 / (5 * 0.4))
    expect(gap(realIncomeHat, [gain, gain])).toBeLessThan(1e-11)
  })
})

describe('against the definitions, solved slowly', () => {
  const checks: readonly (readonly ['world-share' | 'multiplicative', number])[] = [
    ['world-share', 12],
    ['multiplicative', 6],
  ]
  test.each(checks)('%s balances', (balances, numRuns) => {
    holds(({ baseline, change }) => {
      const solved = solveManySector(baseline, change, { ...FAR, balances })
      const oracle = manySectorOracle(
        manySectorOracleWorld(baseline),
        manySectorOracleChange(baseline, change),
        balances,
      )
      const there = oracle.solve()
      // the oracle's wages clear to 1e-12 in excess demand, some ten times that in wages
      expect(gap(solved.wageHat, there.wage)).toBeLessThan(1e-10)
      expect(gap(solved.sectorPriceHat, there.price.flat())).toBeLessThan(1e-10)
      expect(gap(solved.unitCostHat, there.cost.flat())).toBeLessThan(1e-10)
      expect(gap(solved.newFlows, there.newFlows.flat(2))).toBeLessThan(1e-9)
      expect(gap(solved.newSectorSpending, there.newSpending.flat())).toBeLessThan(1e-10)
      expect(gap(solved.newIncome, there.newIncome)).toBeLessThan(1e-10)
      expect(gap(solved.priceIndexHat, there.consumptionPrice)).toBeLessThan(1e-10)
      expect(gap(solved.realIncomeHat, there.realIncome)).toBeLessThan(1e-10)
    }, numRuns)
  })

  test('without balances: the base is the world closed at once, the change is taken from there', () => {
    holds(({ baseline, change }) => {
      const solved = solveManySector(baseline, change, { ...FAR, balances: 'zero' })
      expect(Math.max(...solved.base.balance.map(Math.abs))).toBeLessThan(1e-8)
      const oracle = manySectorOracle(
        manySectorOracleWorld(solved.base.baseline),
        manySectorOracleChange(baseline, change),
        'world-share',
      )
      const { excess, realIncome } = oracle.worldAtWages([...solved.wageHat])
      expect(Math.max(...excess.map(Math.abs))).toBeLessThan(1e-10)
      expect(gap(solved.realIncomeHat, realIncome)).toBeLessThan(1e-9)
    }, 12)
  })
})

describe('laws', () => {
  test('no change in, no change out, in one pass', () => {
    holds(({ baseline }) => {
      for (const balances of ['world-share', 'multiplicative'] as const) {
        const solved = solveManySector(baseline, unchanged(baseline), { balances })
        expect(solved.convergence.passes).toBe(1)
        expect(solved.base.rebased).toBe(false)
        for (const hat of [solved.wageHat, solved.sectorPriceHat, solved.realIncomeHat, solved.realWageHat]) {
          hat.forEach(ratio => expect(Math.abs(ratio - 1)).toBeLessThan(1e-12))
        }
        expect(gap(solved.newFlows, baseline.flows)).toBeLessThan(1e-12)
      }
    })
  })

  test('… and none from the base without balances, once it is made', () => {
    holds(({ baseline }) => {
      const { baseline: balanced } = manySectorBase(baseline, { balances: 'zero' })
      const solved = solveManySector(balanced, unchanged(balanced), { balances: 'zero' })
      expect(solved.convergence.passes).toBe(1)
      expect(solved.base.rebased).toBe(false)
      expect(gap(solved.newFlows, balanced.flows)).toBeLessThan(1e-10)
    })
  })

  test('markets clear in the returned flows, every sector’s spending is paid out, income equals spending', () => {
    holds(({ baseline, change }) => {
      for (const balances of BALANCES) {
        const solved = solveManySector(baseline, change, { balances })
        const { base, newFlows, newSectorSpending, newIncome, newTariffRevenue, wageHat, convergence } =
          solved
        expect(convergence.largestMarketClearingError).toBeLessThan(1e-10)
        expect(convergence.passes).toBe(convergence.residuals.length)
        const n = baseline.economies.length
        const count = baseline.sectors.length
        const flow = (j: number, i: number, m: number) => newFlows[(j * n + i) * n + m]!
        const axis = Array.from({ length: n }, (_, i) => i)
        const sectors = Array.from({ length: count }, (_, j) => j)
        const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
        const made = sectors.map(j => axis.map(i => total(axis.map(m => flow(j, i, m)))))
        for (const i of axis) {
          const paid = total(sectors.map(j => baseline.valueAddedShare[j * n + i]! * made[j]![i]!))
          expect(paid / (wageHat[i]! * base.valueAdded[i]!)).toBeCloseTo(1, 10)
          const final = sectors.map(k => {
            const used = sectors.map(
              j =>
                baseline.inputShare![(i * count + k) * count + j]! *
                (1 - baseline.valueAddedShare[j * n + i]!) *
                made[j]![i]!,
            )
            const levied = (m: number) => change.newTariff[(k * n + m) * n + i]!
            const bought = total(axis.map(m => flow(k, m, i) * (1 + levied(m))))
            expect(bought / newSectorSpending[k * n + i]!).toBeCloseTo(1, 12)
            return newSectorSpending[k * n + i]! - total(used)
          })
          expect(total(final) / newIncome[i]!).toBeCloseTo(1, 9)
          final.forEach((spent, k) => {
            expect(spent / newIncome[i]!).toBeCloseTo(base.finalDemandShare[k * n + i]!, 9)
          })
          const levied = total(
            sectors.map(k => total(axis.map(m => flow(k, m, i) * change.newTariff[(k * n + m) * n + i]!))),
          )
          expect(newTariffRevenue[i]).toBeCloseTo(levied, 8)
        }
      }
    }, 30)
  })

  test('the currency does not matter', () => {
    holds(({ baseline, change }) => {
      const scaled = { ...baseline, flows: baseline.flows.map(flow => flow * 731.7) }
      const one = solveManySector(baseline, change, FAR)
      const other = solveManySector(scaled, change, FAR)
      expect(gap(other.realIncomeHat, one.realIncomeHat)).toBeLessThan(1e-10)
      expect(
        gap(
          other.newFlows.map(flow => flow / 731.7),
          one.newFlows,
        ),
      ).toBeLessThan(1e-9)
    })
  })

  test('with balances as shares of world income the numeraire changes no real result', () => {
    holds(({ baseline, change }) => {
      const plain = solveManySector(baseline, change)
      for (const numeraire of [{ wageOf: 'B' }, { priceOf: 'A' }] as const) {
        const told = solveManySector(baseline, change, { numeraire })
        const one = 'wageOf' in numeraire ? told.wageHat[1]! : told.priceIndexHat[0]!
        expect(one).toBeCloseTo(1, 14)
        expect(told.realIncomeHat).toEqual(plain.realIncomeHat)
        expect(told.realWageHat).toEqual(plain.realWageHat)
        const rate = told.newIncome[0]! / plain.newIncome[0]!
        expect(
          gap(
            told.newFlows,
            plain.newFlows.map(flow => flow * rate),
          ),
        ).toBeLessThan(1e-13)
        expect(
          gap(
            told.sectorPriceHat,
            plain.sectorPriceHat.map(price => price * rate),
          ),
        ).toBeLessThan(1e-13)
      }
    }, 30)
  })

  test('the order of the economies and of the sectors does not matter', () => {
    holds(({ baseline, change }) => {
      const mirrored = {
        ...baseline,
        economies: baseline.economies.toReversed(),
        sectors: baseline.sectors.toReversed(),
        flows: baseline.flows.toReversed(),
        tariff: baseline.tariff.toReversed(),
        valueAddedShare: baseline.valueAddedShare.toReversed(),
        inputShare: baseline.inputShare!.toReversed(),
        tradeElasticity: baseline.tradeElasticity.toReversed(),
      }
      const other = solveManySector(
        mirrored,
        { icebergHat: change.icebergHat!.toReversed(), newTariff: change.newTariff.toReversed() },
        FAR,
      )
      const one = solveManySector(baseline, change, FAR)
      expect(gap(other.realIncomeHat.toReversed(), one.realIncomeHat)).toBeLessThan(1e-10)
      expect(gap(other.sectorPriceHat.toReversed(), one.sectorPriceHat)).toBeLessThan(1e-10)
      expect(gap(other.wageHat.toReversed(), one.wageHat)).toBeLessThan(1e-10)
    })
  })

  test('one sector without intermediates is the one-sector model, with tariffs and balances', () => {
    fc.assert(
      fc.property(anyProblem, ({ baseline, change }) => {
        const n = baseline.economies.length
        const solved = solveManySector(
          {
            ...baseline,
            sectors: ['goods'],
            valueAddedShare: new Float64Array(n).fill(1),
            tradeElasticity: Float64Array.of(baseline.tradeElasticity),
          },
          change,
          FAR,
        )
        const one = solveOneSector(baseline, change)
        expect(gap(solved.wageHat, one.wageHat)).toBeLessThan(1e-10)
        expect(gap(solved.sectorPriceHat, one.priceIndexHat)).toBeLessThan(1e-10)
        expect(gap(solved.realIncomeHat, one.realSpendingHat)).toBeLessThan(1e-10)
        expect(gap(solved.realWageHat, one.goodsRealWageHat)).toBeLessThan(1e-10)
        expect(gap(solved.newFlows, one.newFlows)).toBeLessThan(1e-9)
      }),
      settings,
    )
  })

  test('a symmetric world in which all costs fall: wages stay, nobody is worse off', () => {
    const baseline = twoByTwo()
    for (const hat of [0.99, 0.8, 0.5]) {
      const icebergHat = baseline.flows.map((_, cell) => (cell === 1 || cell === 2 ? hat : 1))
      const { wageHat, realIncomeHat } = solveManySector(baseline, { icebergHat, newTariff: baseline.tariff })
      expect(gap(wageHat, [1, 1])).toBeLessThan(1e-12)
      realIncomeHat.forEach(real => expect(real).toBeGreaterThan(1))
    }
  })

  test('inputs are left as they were', () => {
    fc.assert(
      fc.property(anyManySectorProblem, problem => {
        const before = structuredClone(problem)
        solveManySector(problem.baseline, problem.change, { balances: 'zero' })
        expect(problem).toEqual(before)
      }),
      { ...settings, numRuns: 5 },
    )
  })
})

describe('what looks like convergence and is none', () => {
  test('a cost that moves prices but not wages: it goes on until prices and spending have settled', () => {
    const baseline = twoByTwo()
    // both home markets of the sector that nobody trades
    const icebergHat = baseline.flows.map((_, cell) => (cell === 4 || cell === 7 ? 0.7 : 1))
    const solved = solveManySector(baseline, { icebergHat, newTariff: baseline.tariff })
    expect(gap(solved.wageHat, [1, 1])).toBeLessThan(1e-12)
    expect(solved.convergence.passes).toBeGreaterThan(3)
    const oracle = manySectorOracle(
      manySectorOracleWorld(baseline),
      manySectorOracleChange(baseline, { icebergHat, newTariff: baseline.tariff }),
      'world-share',
    )
    const there = oracle.worldAtWages([1, 1])
    expect(gap(solved.sectorPriceHat, there.price.flat())).toBeLessThan(1e-10)
    expect(gap(solved.realIncomeHat, there.realIncome)).toBeLessThan(1e-10)
    expect(solved.sectorPriceHat[2]).toBeLessThan(0.7)
  })

  test('a tariff in a symmetric world: revenue and spending settle too', () => {
    const baseline = twoByTwo()
    const newTariff = baseline.tariff.map(rate => 3 * rate)
    const solved = solveManySector(baseline, { newTariff })
    expect(gap(solved.wageHat, [1, 1])).toBeLessThan(1e-12)
    expect(Object.keys(solved.convergence.blocks)).toEqual(['wages', 'prices', 'spending'])
    Object.values(solved.convergence.blocks).forEach(residual => expect(residual).toBeLessThan(1e-11))
    const oracle = manySectorOracle(
      manySectorOracleWorld(baseline),
      manySectorOracleChange(baseline, { newTariff }),
      'world-share',
    )
    expect(gap(solved.newSectorSpending, oracle.worldAtWages([1, 1]).newSpending.flat())).toBeLessThan(1e-10)
  })
})

describe('workspace and warm start', () => {
  const baseline = twoByTwo()
  const change = {
    icebergHat: baseline.flows.map((_, cell) => (cell === 1 ? 0.8 : 1)),
    newTariff: baseline.tariff,
  }

  test('a used workspace gives the same bits as a new one, whatever it was used for', () => {
    const workspace = createManySectorWorkspace(2, 2)
    solveManySector(
      baseline,
      { newTariff: baseline.tariff.map(rate => 2 * rate) },
      { workspace, balances: 'zero' },
    )
    expect(solveManySector(baseline, change, { workspace })).toEqual(solveManySector(baseline, change))
    const plain = manySectorWorld([
      [80, 25, 20, 80],
      [90, 5, 8, 70],
    ])
    const free = { newTariff: plain.tariff, icebergHat: change.icebergHat }
    expect(solveManySector(plain, free, { workspace })).toEqual(solveManySector(plain, free))
  })

  test('started from its own answer it is done at once, in any numeraire', () => {
    const start = solveManySector(baseline, change, { numeraire: { wageOf: 'B' } })
    const again = solveManySector(baseline, change, { start })
    expect(again.convergence.passes).toBe(1)
    expect(gap(again.realIncomeHat, start.realIncomeHat)).toBeLessThan(1e-10)
  })
})

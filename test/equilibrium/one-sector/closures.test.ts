/** What closes a one-sector world: endowment, balances, numeraire. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Balances, Numeraire } from '../../../src/equilibrium/closure.js'
import { solveOneSector } from '../../../src/equilibrium/one-sector/solve.js'
import type { OneSectorOptions } from '../../../src/equilibrium/one-sector/world.js'
import { KeruenError } from '../../../src/errors.js'
import { sum } from '../../../src/numeric/sum.js'
import { anyProblem, costsOnly, noChange, type Problem, rowsOf, settings, worldOf } from './worlds.js'

const holds = (law: (problem: Problem) => void) => fc.assert(fc.property(anyProblem, law), settings)
const sold = (flows: Float64Array) => rowsOf(flows).map(row => sum(row))
const bought = (flows: Float64Array) => rowsOf(flows).map((_, j) => sum(rowsOf(flows).map(row => row[j]!)))

const positive = (flows: Float64Array) => flows.filter(flow => flow > 0)

function gap(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < found.length; i++) largest = Math.max(largest, Math.abs(found[i]! / expected[i]! - 1))
  return largest
}

describe('conditional', () => {
  test('every economy sells and spends before tariffs what it did; shares follow the new costs', () => {
    holds(({ baseline, change }) => {
      const { newFlows, wageHat } = solveOneSector(baseline, change, { endowment: 'conditional' })
      expect(gap(sold(newFlows), sold(baseline.flows))).toBeLessThan(1e-11)
      expect(gap(bought(newFlows), bought(baseline.flows))).toBeLessThan(1e-11)
      expect(new Set(wageHat)).toEqual(new Set([1]))
      // odds ratios of flows move with costs alone: fixed effects of exporter and importer drop out
      const n = baseline.economies.length
      const costHat = (i: number, j: number) => {
        const ij = i * n + j
        return (
          change.icebergHat[ij]! ** -baseline.tradeElasticity *
          ((1 + change.newTariff[ij]!) / (1 + baseline.tariff[ij]!)) ** -(1 + baseline.tradeElasticity)
        )
      }
      const flowHat = (i: number, j: number) => newFlows[i * n + j]! / baseline.flows[i * n + j]!
      for (let j = 1; j < n; j++) {
        for (let i = 1; i < n; i++) {
          if (baseline.flows[i * n + j] === 0) continue
          const odds = (flowHat(i, j) * flowHat(0, 0)) / (flowHat(0, j) * flowHat(i, 0))
          const expected = (costHat(i, j) * costHat(0, 0)) / (costHat(0, j) * costHat(i, 0))
          expect(odds / expected).toBeCloseTo(1, 10)
        }
      }
    })
  })

  test('flows are Y N / Y world × (τ / (Π P))^−θ, in any level of the price indices', () => {
    holds(({ baseline, change }) => {
      const free = { ...baseline, tariff: new Float64Array(baseline.tariff.length) }
      const costs = { ...change, newTariff: free.tariff }
      const { tradeElasticity: theta, economies } = free
      for (const numeraire of ['world-income', { priceOf: 'B' }] as const) {
        const solved = solveOneSector(free, costs, { endowment: 'conditional', numeraire })
        const { outwardMultilateralResistanceHat: outward, priceIndexHat: inward, newFlows } = solved
        if (numeraire !== 'world-income') expect(inward[1]).toBe(1)
        newFlows.forEach((flow, ij) => {
          if (flow === 0) return
          const [i, j] = [Math.floor(ij / economies.length), ij % economies.length]
          const hat = (costs.icebergHat[ij]! / (outward[i]! * inward[j]!)) ** -theta
          expect(flow / (free.flows[ij]! * hat)).toBeCloseTo(1, 11)
        })
      }
    })
  })

  test('a world that trades twice as easily everywhere, home too, moves nothing but the resistances', () => {
    const baseline = worldOf([80, 20, 9, 10, 90, 12, 15, 5, 60])
    const { newFlows } = solveOneSector(baseline, costsOnly(baseline, new Array(9).fill(0.5)), {
      endowment: 'conditional',
    })
    expect(gap(newFlows, baseline.flows)).toBeLessThan(1e-12)
  })
})

describe('full endowment: multilateral resistances', () => {
  test('flows are Y′ N′ / Y′ world × (τ / (Π P))^−θ under every numeraire', () => {
    holds(({ baseline, change }) => {
      const free = { ...baseline, tariff: new Float64Array(baseline.tariff.length) }
      const costs = { ...change, newTariff: free.tariff }
      const { tradeElasticity: theta, economies } = free
      for (const numeraire of ['world-income', { wageOf: 'A' }, { priceOf: 'B' }] as const) {
        const solved = solveOneSector(free, costs, { numeraire })
        const { outwardMultilateralResistanceHat: outward, priceIndexHat: inward, newFlows } = solved
        const [incomes, spending] = [sold(newFlows), bought(newFlows)]
        const [incomesBefore, spendingBefore] = [sold(free.flows), bought(free.flows)]
        const world = sum(incomes) / sum(incomesBefore)
        newFlows.forEach((flow, ij) => {
          if (flow === 0) return
          const [i, j] = [Math.floor(ij / economies.length), ij % economies.length]
          const size = ((incomes[i]! / incomesBefore[i]!) * (spending[j]! / spendingBefore[j]!)) / world
          const hat = (costs.icebergHat[ij]! / (outward[i]! * inward[j]!)) ** -theta
          expect(flow / (free.flows[ij]! * size * hat)).toBeCloseTo(1, 10)
        })
      }
    })
  })
})

describe('balances', () => {
  test('multiplicative: spending before tariffs moves with income, by one factor for all', () => {
    holds(({ baseline, change }) => {
      const { newFlows, wageHat } = solveOneSector(baseline, change, { balances: 'multiplicative' })
      const factor = bought(newFlows).map((spent, j) => spent / (wageHat[j]! * bought(baseline.flows)[j]!))
      expect(
        gap(
          factor,
          factor.map(() => factor[0]!),
        ),
      ).toBeLessThan(1e-11)
      const incomes = sold(baseline.flows).map((income, i) => income * wageHat[i]!)
      expect(gap(sold(newFlows), incomes)).toBeLessThan(1e-11)
      expect(sum(newFlows) / sum(baseline.flows)).toBeCloseTo(1, 12)
    })
  })

  test('zero: the base and the counterfactual are balanced, and no change is no change', () => {
    holds(({ baseline, change }) => {
      const { flows, newFlows } = solveOneSector(baseline, change, { balances: 'zero' })
      expect(gap(bought(flows), sold(flows))).toBeLessThan(1e-11)
      expect(gap(bought(newFlows), sold(newFlows))).toBeLessThan(1e-11)
      const still = solveOneSector(baseline, noChange(baseline), { balances: 'zero' })
      expect(
        gap(
          still.realSpendingHat,
          still.realSpendingHat.map(() => 1),
        ),
      ).toBeLessThan(1e-12)
      expect(gap(positive(still.newFlows), positive(flows))).toBeLessThan(1e-12)
    })
  })

  test('in a balanced world the three are one', () => {
    const baseline = worldOf([70, 20, 10, 10, 180, 20, 20, 10, 40], {
      tariff: [0, 0.1, 0.2, 0.1, 0, 0, 0.3, 0, 0],
    })
    const change = costsOnly(baseline, [1, 0.8, 1, 0.9, 1, 1.2, 1, 1, 1])
    const share = solveOneSector(baseline, change)
    for (const balances of ['multiplicative', 'zero'] as const) {
      const other = solveOneSector(baseline, change, { balances })
      expect(gap(other.wageHat, share.wageHat)).toBeLessThan(1e-12)
      expect(gap(other.newFlows, share.newFlows)).toBeLessThan(1e-11)
    }
  })

  test('no change in, no change out, under every closure, in one pass', () => {
    holds(({ baseline }) => {
      const closures: OneSectorOptions[] = [
        {},
        { balances: 'multiplicative' },
        { endowment: 'conditional' },
        { numeraire: { priceOf: 'A' } },
      ]
      for (const options of closures) {
        const solved = solveOneSector(baseline, noChange(baseline), options)
        for (const hat of [solved.wageHat, solved.priceIndexHat, solved.realSpendingHat]) {
          expect(
            gap(
              hat,
              hat.map(() => 1),
            ),
          ).toBeLessThan(1e-12)
        }
        expect(solved.convergence.passes).toBe(1)
      }
    })
  })
})

describe('numeraire', () => {
  test('it changes no real result, whatever holds the balances', () => {
    holds(({ baseline, change }) => {
      for (const balances of ['world-share', 'multiplicative', 'zero'] satisfies Balances[]) {
        const one = solveOneSector(baseline, change, { balances })
        for (const numeraire of [{ wageOf: 'B' }, { priceOf: 'A' }] satisfies Numeraire[]) {
          const other = solveOneSector(baseline, change, { balances, numeraire })
          expect(gap(other.realSpendingHat, one.realSpendingHat)).toBeLessThan(1e-14)
          expect(gap(other.goodsRealWageHat, one.goodsRealWageHat)).toBeLessThan(1e-14)
          const level = one.wageHat[0]! / other.wageHat[0]!
          expect(
            gap(
              one.newFlows.filter(f => f > 0),
              other.newFlows.filter(f => f > 0).map(f => f * level),
            ),
          ).toBeLessThan(1e-14)
          expect('wageOf' in numeraire ? other.wageHat[1] : other.priceIndexHat[0]).toBe(1)
        }
      }
    })
  })
})

describe('choices that mean nothing are refused', () => {
  const baseline = worldOf([80, 20, 20, 80])
  test.each([
    ['an unknown endowment', { endowment: 'half' }, 'endowment'],
    ['unknown balances', { balances: 'fixed' }, 'balances'],
    ['balances where spending is held', { endowment: 'conditional', balances: 'world-share' }, 'balances'],
    [
      'a wage as numeraire where incomes are held',
      { endowment: 'conditional', numeraire: { wageOf: 'A' } },
      'numeraire',
    ],
    ['the wage of nobody', { numeraire: { wageOf: 'Z' } }, 'numeraire'],
    ['the prices of nobody', { numeraire: { priceOf: 'Z' } }, 'numeraire'],
    ['a numeraire that is none', { numeraire: 'gold' }, 'numeraire'],
  ])('%s', (_, options, field) => {
    const solve = () => solveOneSector(baseline, noChange(baseline), options as OneSectorOptions)
    expect(solve).toThrow(KeruenError)
    try {
      solve()
    } catch (error) {
      const { kind, issues } = error as KeruenError
      expect(kind).toBe('input')
      expect(issues.map(issue => [issue.code, issue.at?.field])).toEqual([['equilibrium.bad-option', field]])
    }
  })
})

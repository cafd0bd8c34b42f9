import { describe, expect, test } from 'vitest'
import { manySectorBase } from '../../../src/equilibrium/many-sector/base.js'
import { solveManySector } from '../../../src/equilibrium/many-sector/solve.js'
import { manySectorWorld, twoByTwo, unchanged } from './worlds.js'

describe('a base that is no equilibrium', () => {
  // A uses 60 of s1 as input (0.6 of its output of s0) and buys only 50 of it
  const baseline = manySectorWorld(
    [
      [90, 10, 10, 90],
      [40, 10, 10, 90],
    ],
    { valueAddedShare: [0.4, 0.4, 0.5, 0.5], inputShare: [0, 1, 1, 0, 0.5, 0.5, 0.5, 0.5] },
  )

  test('a final demand below zero is clipped, the base solved anew, and both are told', () => {
    const { base } = solveManySector(baseline, unchanged(baseline))
    expect(base.rebased).toBe(true)
    expect(base.clippedFinalDemand).toEqual([
      { sector: 's1', economy: 'A', finalDemand: expect.closeTo(-10, 12), expenditure: 50 },
    ])
    expect(base.finalDemandShare[2]).toBeCloseTo(0, 10)
    // it is an equilibrium: balances kept, nothing left to clip
    const again = manySectorBase(base.baseline)
    expect(again.rebased).toBe(false)
    expect(again.clippedFinalDemand).toEqual([])
  })

  test('what needs no change comes back as it is', () => {
    const given = twoByTwo()
    expect(manySectorBase(given).baseline).toBe(given)
    expect(manySectorBase(given, { balances: 'zero' }).rebased).toBe(false)
  })
})

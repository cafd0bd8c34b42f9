import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tradeDiversion } from '../../src/equilibrium/diversion.js'
import { solveOneSector } from '../../src/equilibrium/one-sector/solve.js'
import { pairTurnover, tradeTotals } from '../../src/equilibrium/trade-totals.js'
import { sum } from '../../src/numeric/sum.js'
import { anyProblem, noChange, rowsOf, settings } from './one-sector/worlds.js'

describe('totals', () => {
  test('two sectors, three economies, A and C in the bloc: by hand', () => {
    const one = [9, 1, 2, 3, 9, 4, 5, 6, 9]
    const other = [0, 10, 20, 30, 0, 40, 50, 60, 0]
    const totals = tradeTotals(Float64Array.from([...one, ...other]), 3, Uint8Array.of(1, 0, 1))
    expect([...totals.exports]).toEqual([33, 77, 121])
    expect([...totals.imports]).toEqual([88, 77, 66])
    expect([...totals.homeSales]).toEqual([9, 9, 9])
    // A with C: 22 + 55; B with A and C: 33 + 11 + 44 + 66; C with A
    expect([...totals.blocTurnover]).toEqual([77, 154, 77])
  })

  test('two sectors, every two of three and of two economies: by hand', () => {
    const one = [9, 1, 2, 3, 9, 4, 5, 6, 9]
    const other = [0, 10, 20, 30, 0, 40, 50, 60, 0]
    const flows = Float64Array.from([...one, ...other])
    // A with B: 11 + 33, A with C: 22 + 55, B with C: 44 + 66
    expect([...pairTurnover(flows, 3, [0, 1, 2])]).toEqual([44, 77, 110])
    expect([...pairTurnover(flows, 3, [2, 0])]).toEqual([77])
    expect([...pairTurnover(flows, 3, [1])]).toEqual([])
  })
})

describe('diversion', () => {
  test('a market of 100 where B takes 12 from home and 8 from C while it grows by a tenth: by hand', () => {
    const flows = Float64Array.of(60, 0, 0, 10, 50, 0, 30, 0, 50)
    const newFlows = Float64Array.of(54, 0, 0, 31, 50, 0, 25, 0, 50)
    const { moves, totalMusd, blocCreationMusd, blocDiversionMusd } = tradeDiversion(
      flows,
      newFlows,
      3,
      Uint8Array.of(1, 1, 0),
      0,
    )
    expect(moves.map(({ importer, loser, gainer }) => [importer, loser, gainer])).toEqual([
      [0, 0, 1],
      [0, 2, 1],
    ])
    expect(moves.map(({ musd }) => musd)).toEqual([12, 8].map(v => expect.closeTo(v, 12)))
    expect(totalMusd).toBeCloseTo(20, 12)
    expect(blocCreationMusd).toBeCloseTo(12, 12)
    expect(blocDiversionMusd).toBeCloseTo(8, 12)
  })

  test('law: in every market losses are gains, and with the growth of the market they are the change of the flows', () => {
    fc.assert(
      fc.property(anyProblem, ({ baseline, change }) => {
        const { flows, newFlows } = solveOneSector(baseline, change)
        const n = baseline.economies.length
        const { moves, totalMusd } = tradeDiversion(flows, newFlows, n, new Uint8Array(n), 0)
        expect(sum(moves.map(({ musd }) => musd))).toBeCloseTo(totalMusd, 9)
        const net = new Float64Array(n * n)
        for (const { importer, loser, gainer, musd } of moves) {
          expect(musd).toBeGreaterThan(0)
          net[gainer * n + importer]! += musd
          net[loser * n + importer]! -= musd
        }
        const bought = (of: Float64Array, j: number) => sum(rowsOf(of).map(row => row[j]!))
        net.forEach((won, ij) => {
          const growth = bought(newFlows, ij % n) / bought(flows, ij % n)
          expect(flows[ij]! * growth + won).toBeCloseTo(newFlows[ij]!, 8)
        })
      }),
      settings,
    )
  })

  test('no change: nobody loses', () => {
    fc.assert(
      fc.property(anyProblem, ({ baseline }) => {
        const n = baseline.economies.length
        const { flows, newFlows } = solveOneSector(baseline, noChange(baseline))
        expect(tradeDiversion(flows, newFlows, n, new Uint8Array(n), 0)).toMatchObject({
          moves: [],
          totalMusd: 0,
        })
      }),
      settings,
    )
  })

  test('rows below the threshold are left out of the list, not of the sum', () => {
    const flows = Float64Array.of(60, 0, 0, 10, 50, 0, 30, 0, 50)
    const newFlows = Float64Array.of(54, 0, 0, 31, 50, 0, 25, 0, 50)
    const { moves, totalMusd } = tradeDiversion(flows, newFlows, 3, new Uint8Array(3), 10)
    expect(moves).toHaveLength(1)
    expect(totalMusd).toBeCloseTo(20, 12)
  })
})

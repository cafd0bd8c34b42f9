import { describe, expect, test } from 'vitest'
import { solveManySector } from '../../../src/equilibrium/many-sector/solve.js'
import { manySectorOracle } from '../../oracles/many-sector.js'
import { manySectorOracleChange, manySectorOracleWorld, manySectorWorld } from './worlds.js'

describe('strong shocks', () => {
  const pattern = (i: number, j: number) => 1 + ((7 * i + 3 * j) % 11)
  const n = 12
  const sectors = 5
  const cells = Array.from({ length: sectors * n * n }, (_, cell) => {
    return [Math.floor(cell / n / n), Math.floor(cell / n) % n, cell % n] as const
  })
  const columns = Array.from({ length: n * sectors * sectors }, (_, cell) => pattern(cell, cell % sectors))
  const baseline = {
    ...manySectorWorld(
      Array.from({ length: sectors }, (_, s) =>
        cells
          .filter(([sector]) => sector === s)
          .map(([, i, j]) =>
            i === j ? 60 * pattern(i + s, 2 * i) : pattern(i + s, j) / (1 + Math.abs(i - j)),
          ),
      ),
      { tradeElasticity: [3, 4, 5, 6, 12], valueAddedShare: new Array(n * sectors).fill(0.6) },
    ),
    inputShare: Float64Array.from(columns, (share, cell) => {
      const start = Math.floor(cell / sectors / sectors) * sectors * sectors
      let total = 0
      for (let input = 0; input < sectors; input++)
        total += columns[start + input * sectors + (cell % sectors)]!
      return share / total
    }),
  }

  test.each([
    ['all trade costs three times as high', 3],
    ['half of them', 0.5],
  ])('%s', (_, hat) => {
    const icebergHat = Float64Array.from(cells, ([, i, j]) => (i === j ? 1 : hat))
    const change = { icebergHat, newTariff: baseline.tariff }
    const solved = solveManySector(baseline, change)
    const oracle = manySectorOracle(
      manySectorOracleWorld(solved.base.baseline),
      manySectorOracleChange(baseline, change),
      'world-share',
    )
    const { excess } = oracle.worldAtWages([...solved.wageHat])
    expect(Math.max(...excess.map(Math.abs))).toBeLessThan(1e-9)
  })

  test('a cell that is cut off trades nothing, a cell without trade stays without', () => {
    const icebergHat = baseline.flows.map(() => 1)
    icebergHat[1] = Infinity
    const { newFlows } = solveManySector(baseline, { icebergHat, newTariff: baseline.tariff })
    expect(newFlows[1]).toBe(0)
    const sparse = { ...baseline, flows: baseline.flows.map((flow, cell) => (cell === 2 ? 0 : flow)) }
    expect(solveManySector(sparse, { icebergHat, newTariff: baseline.tariff }).newFlows[2]).toBe(0)
  })
})

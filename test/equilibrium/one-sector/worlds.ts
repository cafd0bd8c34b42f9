/** One-sector worlds for tests: builders and generators. */
import fc from 'fast-check'
import type { OneSectorBaseline, TradeCostChange } from '../../../src/equilibrium/one-sector/world.js'
import type { OracleChange, OracleWorld } from '../../oracles/one-sector.js'

export interface Problem {
  readonly baseline: OneSectorBaseline
  readonly change: TradeCostChange
}

/** Economies A, B, C, …; no tariffs unless given. */
export function worldOf(
  flows: readonly number[],
  {
    tariff = flows.map(() => 0),
    tradeElasticity = 5,
  }: { tariff?: readonly number[]; tradeElasticity?: number } = {},
): OneSectorBaseline {
  const n = Math.sqrt(flows.length)
  return {
    economies: Array.from({ length: n }, (_, i) => String.fromCharCode(65 + i)),
    flows: Float64Array.from(flows),
    tariff: Float64Array.from(tariff),
    tradeElasticity,
  }
}

/** New iceberg costs at the tariffs of the baseline. */
export function costsOnly(baseline: OneSectorBaseline, icebergHat: readonly number[]): TradeCostChange {
  return { icebergHat: Float64Array.from(icebergHat), newTariff: baseline.tariff }
}

export function noChange(baseline: OneSectorBaseline): TradeCostChange {
  return costsOnly(baseline, new Array(baseline.flows.length).fill(1))
}

/** Cuts the rows of a flat n × n array. */
export function rowsOf(flat: ArrayLike<number>): number[][] {
  const n = Math.sqrt(flat.length)
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => flat[i * n + j]!))
}

export function oracleWorld({ flows, tariff, tradeElasticity }: OneSectorBaseline): OracleWorld {
  return { flows: rowsOf(flows), tariff: rowsOf(tariff), theta: tradeElasticity }
}

export function oracleChange({ icebergHat, newTariff }: TradeCostChange): OracleChange {
  return { icebergHat: rowsOf(icebergHat), newTariff: rowsOf(newTariff) }
}

/**
 * Worlds of two to six economies that sell most of their goods at home, some pairs without trade, trade anything but
 * balanced, tariffs abroad of up to 30 %, and changes of cost by a half either way.
 */
export const anyProblem: fc.Arbitrary<Problem> = fc.integer({ min: 2, max: 6 }).chain(n => {
  const cells = (cell: fc.Arbitrary<number>) => fc.array(cell, { minLength: n * n, maxLength: n * n })
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  const rate = between(0, 0.3)
  return fc
    .record({
      home: fc.array(between(50, 500), { minLength: n, maxLength: n }),
      abroad: cells(
        fc.oneof({ arbitrary: between(0.1, 10), weight: 4 }, { arbitrary: fc.constant(0), weight: 1 }),
      ),
      tariff: cells(rate),
      newTariff: cells(rate),
      icebergHat: cells(between(0.7, 1.5)),
      tradeElasticity: between(1, 10),
    })
    .map(({ home, abroad, tariff, newTariff, icebergHat, tradeElasticity }) => {
      const offDiagonal = (values: readonly number[], diagonal: (i: number) => number) =>
        values.map((value, ij) => (ij % (n + 1) === 0 ? diagonal(ij % n) : value))
      // the first economy trades with all, so that the world hangs together
      const linked = abroad.map((flow, ij) => (ij < n || ij % n === 0 ? Math.max(flow, 0.1) : flow))
      const flows = offDiagonal(linked, i => home[i]!)
      return {
        baseline: worldOf(flows, { tariff: offDiagonal(tariff, () => 0), tradeElasticity }),
        change: {
          icebergHat: Float64Array.from(offDiagonal(icebergHat, () => 1)),
          newTariff: Float64Array.from(offDiagonal(newTariff, () => 0)),
        },
      }
    })
})

/** Numbers whose result must not depend on the run of the property tests. */
export const settings = { seed: 20240704, numRuns: 150 }

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import {
  multilateralResistances,
  resistanceLevels,
} from '../../src/gravity/inference/multilateral-resistance.js'

/** A square world of n countries over two years, trade at home included, with one trade cost. */
const worlds = fc
  .record({
    countries: fc.integer({ min: 2, max: 6 }),
    noise: fc.array(fc.double({ min: 0.05, max: 20, noNaN: true }), { minLength: 72, maxLength: 72 }),
    distance: fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 72, maxLength: 72 }),
  })
  .map(({ countries: n, noise, distance }) => {
    const size = 2 * n * n
    const column = (level: (year: number, i: number, j: number) => number) =>
      Int32Array.from({ length: size }, (_, row) =>
        level(Math.floor(row / (n * n)), Math.floor(row / n) % n, row % n),
      )
    const exporter = column((year, i) => year * n + i)
    const importer = column((year, _, j) => year * n + j)
    return {
      n,
      exporter,
      importer,
      trade: Float64Array.from(noise.slice(0, size)),
      cost: Float64Array.from({ length: size }, (_, row) =>
        exporter[row] === importer[row] ? 0 : distance[row % (n * n)]!,
      ),
    }
  })

interface World {
  readonly exporter: Int32Array
  readonly importer: Int32Array
  readonly trade: Float64Array
  readonly cost: Float64Array
}

function solved({ exporter, importer, trade, cost }: World) {
  const estimate = estimatePpml(
    {
      outcome: trade,
      regressors: [{ name: 'cost', values: cost }],
      effects: [
        { name: 'exporter^year', ids: exporter },
        { name: 'importer^year', ids: importer },
      ],
    },
    { recoverEffects: true, singletons: 'keep' },
  )
  const [exporterEffect, importerEffect] = estimate.effectValues as [Float64Array, Float64Array]
  return {
    estimate,
    input: { exporter, importer, exporterEffect, importerEffect, fittedMeans: estimate.fittedMeans },
  }
}

describe('laws', () => {
  test('the resistances solve the structural system: each is the other’s weighted sum of costs', () => {
    fc.assert(
      fc.property(worlds, world => {
        const { estimate, input } = solved(world)
        const { outwardPower, inwardPower, output, expenditure, components, componentOfExporter } =
          multilateralResistances({ ...input, references: [1, world.n + 1] })
        expect(components).toBe(2)
        expect([inwardPower[1], inwardPower[world.n + 1]]).toEqual([1, 1])
        const [slope] = estimate.coefficients.map(one => one.estimate)
        const costs = Array.from(world.cost, value => Math.exp(slope! * value))
        const total = [0, 1].map(year =>
          output.reduce((sum, value, level) => sum + (componentOfExporter[level] === year ? value : 0), 0),
        )
        const inward = new Float64Array(2 * world.n)
        const outward = new Float64Array(2 * world.n)
        costs.forEach((cost, row) => {
          const [i, j] = [world.exporter[row]!, world.importer[row]!]
          const worldOutput = total[componentOfExporter[i]!]!
          inward[j]! += ((cost / outwardPower[i]!) * output[i]!) / worldOutput
          outward[i]! += ((cost / inwardPower[j]!) * expenditure[j]!) / worldOutput
        })
        inward.forEach((value, j) => {
          expect(Math.abs(value / inwardPower[j]! - 1)).toBeLessThan(1e-8)
        })
        outward.forEach((value, i) => {
          expect(Math.abs(value / outwardPower[i]! - 1)).toBeLessThan(1e-8)
        })
      }),
      { numRuns: 40 },
    )
  })

  test('a constant that moves between the effects changes nothing', () => {
    fc.assert(
      fc.property(worlds, fc.double({ min: -5, max: 5, noNaN: true }), (world, shift) => {
        const { input } = solved(world)
        const once = multilateralResistances(input)
        const moved = multilateralResistances({
          ...input,
          exporterEffect: input.exporterEffect.map(value => value + shift),
          importerEffect: input.importerEffect.map(value => value - shift),
        })
        once.outwardPower.forEach((value, k) => {
          expect(moved.outwardPower[k]).toBeCloseTo(value, 9)
        })
        once.inwardPower.forEach((value, k) => {
          expect(moved.inwardPower[k]).toBeCloseTo(value, 9)
        })
      }),
      { numRuns: 20 },
    )
  })
})

test('two equal countries without costs: no resistance', () => {
  const { input } = solved({
    exporter: Int32Array.of(0, 0, 1, 1),
    importer: Int32Array.of(0, 1, 0, 1),
    trade: Float64Array.of(5, 5, 5, 5),
    cost: Float64Array.of(0, 1, 1, 0),
  })
  const { inwardPower, outwardPower } = multilateralResistances(input)
  expect([...resistanceLevels(inwardPower, 5)]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)])
  expect([...resistanceLevels(outwardPower, 5)]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)])
})

test('levels without a row have none, and sigma must be above one', () => {
  const { outwardPower, componentOfExporter } = multilateralResistances({
    exporter: Int32Array.of(0, 0, 2, 2),
    importer: Int32Array.of(0, 1, 0, 1),
    exporterEffect: Float64Array.of(0, Number.NaN, 1),
    importerEffect: Float64Array.of(0, 0.5),
    fittedMeans: Float64Array.of(1, 2, 3, 4),
  })
  expect(outwardPower[1]).toBeNaN()
  expect([...componentOfExporter]).toEqual([0, -1, 0])
  expect(() => resistanceLevels(outwardPower, 1)).toThrow(/gravity\.bad-sigma/)
})

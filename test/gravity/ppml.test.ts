import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimatePpml } from '../../src/gravity/ppml.js'
import type { PoissonData } from '../../src/gravity/sample.js'
import { densePoisson } from '../oracles/poisson.js'

const noRegressors = { regressors: [] }

describe('closed forms', () => {
  test('a constant alone: the logarithm of the average', () => {
    const { coefficients, fittedMeans } = estimatePpml({
      outcome: Float64Array.of(0, 3, 6, 1),
      regressors: [{ name: 'constant', values: new Float64Array(4).fill(1) }],
      effects: [],
    })
    expect(coefficients[0]!.estimate).toBeCloseTo(Math.log(2.5), 12)
    for (const mean of fittedMeans) expect(mean).toBeCloseTo(2.5, 12)
  })

  test('one indicator beside a constant: the logarithm of the ratio of averages, and its robust error', () => {
    const { coefficients } = estimatePpml({
      outcome: Float64Array.of(1, 3, 4, 12),
      regressors: [
        { name: 'constant', values: new Float64Array(4).fill(1) },
        { name: 'treated', values: Float64Array.of(0, 0, 1, 1) },
      ],
      effects: [],
      clusters: Int32Array.of(0, 1, 2, 3),
    })
    expect(coefficients[1]!.estimate).toBeCloseTo(Math.log(4), 12)
    // delta method: Σ(y − μ)² / (Σy)² of each group, added, times 4/3
    expect(coefficients[1]!.standardError).toBeCloseTo(Math.sqrt(((2 / 16 + 32 / 256) * 4) / 3), 12)
  })

  test('one effect: the averages of its levels', () => {
    const { fittedMeans, effects } = estimatePpml({
      ...noRegressors,
      outcome: Float64Array.of(1, 3, 10, 0, 5),
      effects: [Int32Array.of(0, 0, 2, 2, 2)],
    })
    expect([...fittedMeans]).toEqual([2, 2, 5, 5, 5].map(mean => expect.closeTo(mean, 12)))
    expect(effects[0]![0]).toBeCloseTo(Math.log(2), 12)
    expect(effects[0]![1]).toBeNaN()
  })

  test('two effects on a whole table: row sum times column sum over the total', () => {
    const { fittedMeans, effects } = estimatePpml({
      ...noRegressors,
      outcome: Float64Array.of(4, 1, 0, 2, 9, 8),
      effects: [Int32Array.of(0, 0, 0, 1, 1, 1), Int32Array.of(0, 1, 2, 0, 1, 2)],
      referenceLevels: [[], [2]],
    })
    const expected = [5 * 6, 5 * 10, 5 * 8, 19 * 6, 19 * 10, 19 * 8].map(product => product / 24)
    fittedMeans.forEach((mean, row) => {
      expect(mean).toBeCloseTo(expected[row]!, 10)
    })
    expect(effects[1]![2]).toBe(0)
    expect(effects[0]![0]).toBeCloseTo(Math.log((5 * 8) / 24), 10)
    expect(effects[1]![0]).toBeCloseTo(Math.log(6 / 8), 10)
  })

  test('blocks that share no row are normalised each for itself', () => {
    const { effects } = estimatePpml({
      ...noRegressors,
      outcome: Float64Array.of(1, 2, 3, 6, 5, 7),
      effects: [Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(0, 1, 0, 1, 2, 3)],
      referenceLevels: [[], [1, 3]],
    })
    expect(effects[1]![1]).toBe(0)
    expect(effects[1]![3]).toBe(0)
    expect(effects[1]![0]).toBeCloseTo(-Math.log(2), 10)
    expect(effects[1]![2]).toBeCloseTo(Math.log(5 / 7), 10)
  })

  test('a level whose every outcome is zero is left out, and named', () => {
    const estimate = estimatePpml({
      ...noRegressors,
      outcome: Float64Array.of(1, 2, 0, 0, 3, 4),
      effects: [Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(0, 1, 0, 1, 0, 1)],
    })
    expect(estimate.allZeroLevels).toEqual([[1], []])
    expect(estimate.observations).toBe(4)
    expect(estimate.fittedMeans[2]).toBe(0)
    expect(estimate.effects[0]![1]).toBeNaN()
    expect(estimate.effects[0]![0]).toBeTypeOf('number')
  })
})

/** Exporters × importers, each cell twice (two years), two regressors; every level has trade. */
const table = fc
  .record({
    exporters: fc.integer({ min: 2, max: 5 }),
    importers: fc.integer({ min: 2, max: 5 }),
    seed: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 150, maxLength: 150 }),
  })
  .map(({ exporters, importers, seed }) => {
    const size = exporters * importers * 2
    const exporter = Int32Array.from({ length: size }, (_, row) => row % exporters)
    const importer = Int32Array.from({ length: size }, (_, row) => Math.floor(row / exporters) % importers)
    const spread = (row: number, salt: number) => {
      const mixed = Math.sin((row + 1) * (12.9898 + salt) + seed[(row + 7 * salt) % 150]! * 10) * 43758.5453
      return mixed - Math.floor(mixed)
    }
    return {
      outcome: Float64Array.from({ length: size }, (_, row) => 0.1 + 20 * spread(row, 1) ** 3),
      regressors: [
        { name: 'cost', values: Float64Array.from({ length: size }, (_, row) => spread(row, 2)) },
        { name: 'pact', values: Float64Array.from({ length: size }, (_, row) => spread(row, 3)) },
      ],
      effects: [exporter, importer],
    } satisfies PoissonData
  })

const slopes = (data: PoissonData) => estimatePpml(data).coefficients.map(({ estimate }) => estimate)
const near = (left: ArrayLike<number>, right: ArrayLike<number>, digits = 8) => {
  for (let k = 0; k < left.length; k++)
    expect(Math.abs(left[k]! - right[k]!)).toBeLessThan(10 ** -digits * (1 + Math.abs(right[k]!)))
}

describe('laws', () => {
  test('the same as dummies in a dense matrix', () => {
    fc.assert(
      fc.property(table, data => {
        const dummies = data.effects.flatMap((ids, k) =>
          [...new Set(ids)].slice(k === 0 ? 0 : 1).map(level => [...ids].map(id => (id === level ? 1 : 0))),
        )
        const dense = densePoisson(
          [...data.outcome],
          [...data.regressors.map(({ values }) => [...values]), ...dummies],
        )
        const { coefficients, fittedMeans } = estimatePpml(data)
        near(
          coefficients.map(({ estimate }) => estimate),
          dense.beta,
        )
        near(fittedMeans, dense.fitted)
      }),
      { numRuns: 40 },
    )
  })

  test('fitted exports and imports are the observed ones, and the regressors are orthogonal to what is left', () => {
    fc.assert(
      fc.property(table, data => {
        const { fittedMeans } = estimatePpml(data)
        const left = data.outcome.map((value, row) => value - fittedMeans[row]!)
        for (const ids of data.effects) {
          for (const level of new Set(ids)) {
            const rest = left.reduce((total, value, row) => total + (ids[row] === level ? value : 0), 0)
            expect(Math.abs(rest)).toBeLessThan(1e-7)
          }
        }
        for (const { values } of data.regressors) {
          const product = left.reduce((total, value, row) => total + value * values[row]!, 0)
          expect(Math.abs(product)).toBeLessThan(1e-7)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('another currency changes no slope and scales the fit', () => {
    fc.assert(
      fc.property(table, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (data, rate) => {
        const scaled = { ...data, outcome: data.outcome.map(value => value * rate) }
        near(slopes(scaled), slopes(data))
        near(
          estimatePpml(scaled).fittedMeans.map(mean => mean / rate),
          estimatePpml(data).fittedMeans,
        )
      }),
      { numRuns: 20 },
    )
  })

  test('the order of rows changes no printed digit', () => {
    fc.assert(
      fc.property(table, data => {
        const turned = {
          outcome: data.outcome.toReversed(),
          regressors: data.regressors.map(({ name, values }) => ({ name, values: values.toReversed() })),
          effects: data.effects.map(ids => ids.toReversed()),
        }
        near(slopes(turned), slopes(data))
      }),
      { numRuns: 20 },
    )
  })

  test('an effect that another one holds already changes nothing', () => {
    fc.assert(
      fc.property(table, data => {
        const again = { ...data, effects: [...data.effects, data.effects[0]!.map(id => id % 2)] }
        near(slopes(again), slopes(data))
      }),
      { numRuns: 20 },
    )
  })

  test('what is known goes into the offset', () => {
    fc.assert(
      fc.property(table, data => {
        const [cost, pact] = slopes(data) as [number, number]
        const known = {
          ...data,
          regressors: [data.regressors[1]!],
          offset: data.regressors[0]!.values.map(value => value * cost),
        }
        near(slopes(known), [pact])
      }),
      { numRuns: 20 },
    )
  })
})

describe('input that has no estimate', () => {
  const fine: PoissonData = {
    outcome: Float64Array.of(1, 2, 3, 4),
    regressors: [{ name: 'cost', values: Float64Array.of(1, 0, 0, 0) }],
    effects: [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)],
  }
  const x = (...values: number[]) => [{ name: 'cost', values: Float64Array.from(values) }]

  test.each<[string, Partial<PoissonData>, string, string]>([
    ['a negative flow', { outcome: Float64Array.of(1, -2, 3, 4) }, 'gravity.negative-outcome', 'outcome[1]'],
    [
      'no number',
      { outcome: Float64Array.of(1, 2, Number.NaN, 4) },
      'gravity.negative-outcome',
      'outcome[2]',
    ],
    ['an infinite regressor', { regressors: x(1, Infinity, 0, 0) }, 'gravity.not-finite', 'cost[1]'],
    [
      'an offset that is no number',
      { offset: Float64Array.of(0, 0, 0, Number.NaN) },
      'gravity.not-finite',
      'offset[3]',
    ],
    ['a short column', { regressors: x(1, 2, 3) }, 'gravity.bad-shape', 'cost'],
    ['a short effect', { effects: [Int32Array.of(0)] }, 'gravity.bad-shape', 'effects[0]'],
    ['a level below zero', { effects: [Int32Array.of(0, 0, -1, 1)] }, 'gravity.bad-level', 'effects[0][2]'],
    ['a cluster below zero', { clusters: Int32Array.of(0, 0, -1, 1) }, 'gravity.bad-level', 'clusters[2]'],
    [
      'references for another number of effects',
      { referenceLevels: [[]] },
      'gravity.bad-shape',
      'referenceLevels',
    ],
    ['only zeros', { outcome: new Float64Array(4) }, 'gravity.nothing-left', 'outcome'],
    ['a regressor that the effects explain', { regressors: x(5, 5, 7, 7) }, 'gravity.collinear', 'cost'],
    [
      'a regressor twice',
      { regressors: [...x(1, 0, 0, 0), { name: 'again', values: Float64Array.of(2, 0, 0, 0) }] },
      'gravity.collinear',
      'again',
    ],
    ['one cluster', { clusters: new Int32Array(4) }, 'gravity.too-few-clusters', 'clusters'],
  ])('%s', (_, change, code, field) => {
    let error: unknown
    try {
      estimatePpml({ ...fine, ...change })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ code, kind: 'input' })
    expect(error).toHaveProperty('issues.0.at.field', field)
  })

  test('many faults of one kind: the first five and the count', () => {
    const outcome = new Float64Array(20).fill(-1)
    const effects = [new Int32Array(20)]
    expect(() => estimatePpml({ outcome, effects, regressors: [] })).toThrow(/20 such rows in all/)
  })

  test('a separated regressor has no finite estimate: an error, not a number', () => {
    const data: PoissonData = {
      outcome: Float64Array.of(1, 2, 3, 0, 0, 4),
      regressors: [{ name: 'war', values: Float64Array.of(0, 0, 0, 1, 1, 0) }],
      effects: [Int32Array.of(0, 1, 0, 1, 0, 1)],
    }
    expect(() => estimatePpml(data)).toThrow(
      expect.objectContaining({ code: 'numeric.not-converged', kind: 'failure' }),
    )
  })

  test('no convergence within the passes: an error with the path, not an estimate', () => {
    const data: PoissonData = {
      outcome: Float64Array.of(1, 2, 3, 9),
      regressors: [{ name: 'cost', values: Float64Array.of(1, 0, 0, 3) }],
      effects: [Int32Array.of(0, 0, 1, 1)],
    }
    expect(() => estimatePpml(data, { maxPasses: 1 })).toThrow(/numeric\.not-converged/)
  })
})

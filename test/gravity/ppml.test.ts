import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EstimationData } from '../../src/gravity/fit/estimation-data.js'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import { densePoisson } from '../oracles/poisson.js'
import { dummyColumns, groupings, tables, near as whereFar } from './tables.js'

const noRegressors = { regressors: [] }

/** Of all rows given, effects included. */
function recovered(data: EstimationData) {
  const estimate = estimatePpml(data, { singletons: 'keep', recoverEffects: true })
  return { ...estimate, effectValues: estimate.effectValues! }
}

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
    })
    expect(coefficients[1]!.estimate).toBeCloseTo(Math.log(4), 12)
    // delta method: Σ(y − μ)² / (Σy)² of each group, added, times 4/3
    expect(coefficients[1]!.standardError).toBeCloseTo(Math.sqrt(((2 / 16 + 32 / 256) * 4) / 3), 12)
  })

  test('one effect: the averages of its levels', () => {
    const { fittedMeans, effectValues: effects } = recovered({
      ...noRegressors,
      outcome: Float64Array.of(1, 3, 10, 0, 5),
      effects: groupings(Int32Array.of(0, 0, 2, 2, 2)),
    })
    expect([...fittedMeans]).toEqual([2, 2, 5, 5, 5].map(mean => expect.closeTo(mean, 12)))
    expect(effects[0]![0]).toBeCloseTo(Math.log(2), 12)
    expect(effects[0]![1]).toBeNaN()
  })

  test('two effects on a whole table: row sum times column sum over the total', () => {
    const { fittedMeans, effectValues: effects } = recovered({
      ...noRegressors,
      outcome: Float64Array.of(4, 1, 0, 2, 9, 8),
      effects: groupings(Int32Array.of(0, 0, 0, 1, 1, 1), Int32Array.of(0, 1, 2, 0, 1, 2)),
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
    const { effectValues: effects } = recovered({
      ...noRegressors,
      outcome: Float64Array.of(1, 2, 3, 6, 5, 7),
      effects: groupings(Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(0, 1, 0, 1, 2, 3)),
      referenceLevels: [[], [1, 3]],
    })
    expect(effects[1]![1]).toBe(0)
    expect(effects[1]![3]).toBe(0)
    expect(effects[1]![0]).toBeCloseTo(-Math.log(2), 10)
    expect(effects[1]![2]).toBeCloseTo(Math.log(5 / 7), 10)
  })

  test('a level whose every outcome is zero is left out, and named', () => {
    const estimate = recovered({
      ...noRegressors,
      outcome: Float64Array.of(1, 2, 0, 0, 3, 4),
      effects: groupings(Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(0, 1, 0, 1, 0, 1)),
    })
    expect([...estimate.leftOut.allZero]).toEqual([2, 3])
    expect(estimate.observations).toBe(4)
    expect(estimate.fittedMeans[2]).toBe(0)
    expect(estimate.effectValues[0]![1]).toBeNaN()
    expect(estimate.effectValues[0]![0]).toBeTypeOf('number')
  })
})

const slopes = (data: EstimationData) => estimatePpml(data).coefficients.map(({ estimate }) => estimate)
const near = (left: ArrayLike<number>, right: ArrayLike<number>, digits = 8) =>
  expect(whereFar(left, right, digits)).toBeUndefined()

describe('laws', () => {
  test('the same as dummies in a dense matrix', () => {
    fc.assert(
      fc.property(tables, data => {
        const dense = densePoisson(
          [...data.outcome],
          [...data.regressors.map(({ values }) => [...values]), ...dummyColumns(data)],
        )
        const { coefficients, fittedMeans } = estimatePpml(data)
        near(
          coefficients.map(({ estimate }) => estimate),
          dense.beta.slice(0, 2),
        )
        near(fittedMeans, dense.fitted)
      }),
      { numRuns: 40 },
    )
  })

  test('fitted exports and imports are the observed ones, and the regressors are orthogonal to what is left', () => {
    fc.assert(
      fc.property(tables, data => {
        const { fittedMeans } = estimatePpml(data)
        const left = data.outcome.map((value, row) => value - fittedMeans[row]!)
        for (const { ids } of data.effects) {
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
      fc.property(tables, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (data, rate) => {
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
      fc.property(tables, data => {
        const turned = {
          outcome: data.outcome.toReversed(),
          regressors: data.regressors.map(({ name, values }) => ({ name, values: values.toReversed() })),
          effects: data.effects.map(({ name, ids }) => ({ name, ids: ids.toReversed() })),
        }
        near(slopes(turned), slopes(data))
      }),
      { numRuns: 20 },
    )
  })

  test('an effect that another one holds already changes nothing', () => {
    fc.assert(
      fc.property(tables, data => {
        const again = {
          ...data,
          effects: [...data.effects, ...groupings(data.effects[0]!.ids.map(id => id % 2))],
        }
        near(slopes(again), slopes(data))
      }),
      { numRuns: 20 },
    )
  })

  test('what is known goes into the offset', () => {
    fc.assert(
      fc.property(tables, data => {
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

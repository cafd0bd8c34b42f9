import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateOls } from '../../src/gravity/fit/ols.js'
import { denseLeastSquares } from '../oracles/least-squares.js'
import { dummyColumns, groupings, near, tables } from './tables.js'

const estimates = (estimate: ReturnType<typeof estimateOls>) =>
  estimate.coefficients.map(coefficient => coefficient.estimate)

describe('closed forms', () => {
  test('a straight line through four points, its errors and its fit', () => {
    const estimate = estimateOls(
      {
        outcome: Float64Array.of(1, 3, 2, 6),
        regressors: [
          { name: 'constant', values: new Float64Array(4).fill(1) },
          { name: 'x', values: Float64Array.of(0, 1, 2, 3) },
        ],
        effects: [],
      },
      { errors: 'iid', smallSample: 'fixest' },
    )
    // x̄ = 1.5, Sxx = 5, Sxy = 7, residuals .1 (9, −5, −... ): SSR = Syy − 7²/5 = 14 − 9.8
    expect(estimates(estimate)).toEqual([expect.closeTo(0.9, 12), expect.closeTo(1.4, 12)])
    expect(estimate.fit.deviance).toBeCloseTo(4.2, 12)
    expect(estimate.fit.rSquared).toBeCloseTo(0.7, 12)
    expect(estimate.degreesOfFreedom).toBe(2)
    expect(estimate.coefficients[1]!.standardError).toBeCloseTo(Math.sqrt(4.2 / 2 / 5), 12)
    // t = 1.4/√.42 = 2.160246899 with 2 degrees of freedom: p = 1 − t/√(t² + 2)
    const t = 1.4 / Math.sqrt(0.42)
    expect(estimate.coefficients[1]!.statistic).toBeCloseTo(t, 12)
    expect(estimate.coefficients[1]!.pValue).toBeCloseTo(1 - t / Math.sqrt(t * t + 2), 12)
  })

  test('one effect: deviations from the averages of its levels', () => {
    const estimate = estimateOls(
      {
        outcome: Float64Array.of(1, 3, 10, 16, 4),
        regressors: [{ name: 'x', values: Float64Array.of(0, 1, 0, 2, 7) }],
        effects: groupings(Int32Array.of(0, 0, 1, 1, 2)),
      },
      { recoverEffects: true },
    )
    // within: (∓1, ∓½) and (∓3, ∓1): slope (1 + 6) / (½ + 2); the third level is one row
    expect(estimates(estimate)).toEqual([expect.closeTo(2.8, 12)])
    expect([...estimate.leftOut.singletons]).toEqual([4])
    expect(estimate.fittedMeans[4]).toBeNaN()
    expect(estimate.effectValues![0]![0]).toBeCloseTo(2 - 2.8 / 2, 12)
    expect(estimate.effectValues![0]![2]).toBeNaN()
    expect(estimate.fit.withinRSquared).toBeCloseTo(1 - (20 - 2.8 * 7) / 20, 12)
  })
})

const weighted = tables.map(data => ({
  ...data,
  weights: data.outcome.map((_, row) => 0.5 + ((row * 7) % 5)),
}))

describe('laws', () => {
  test('the same as dummies in a dense matrix, weighted too', () => {
    fc.assert(
      fc.property(weighted, data => {
        for (const weights of [undefined, data.weights]) {
          const { weights: _, ...plain } = data
          const columns = [...data.regressors.map(({ values }) => [...values]), ...dummyColumns(data)]
          const dense = denseLeastSquares([...data.outcome], columns, weights && [...weights])
          const estimate = estimateOls(weights === undefined ? plain : data)
          expect(near(estimates(estimate), dense.beta.slice(0, 2))).toBeUndefined()
          const fitted = data.outcome.map((value, row) => value - dense.residual[row]!)
          expect(near(estimate.fittedMeans, fitted)).toBeUndefined()
        }
      }),
      { numRuns: 40 },
    )
  })

  test('what the recovered effects and the slopes add up to is the fit', () => {
    fc.assert(
      fc.property(tables, data => {
        const { coefficients, effectValues, fittedMeans } = estimateOls(data, { recoverEffects: true })
        const sums = data.outcome.map(
          (_, row) =>
            coefficients.reduce(
              (total, { estimate }, k) => total + estimate * data.regressors[k]!.values[row]!,
              0,
            ) + data.effects.reduce((total, { ids }, e) => total + effectValues![e]![ids[row]!]!, 0),
        )
        expect(near(sums, fittedMeans, 9)).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })

  test('another unit of the outcome scales slopes and errors', () => {
    fc.assert(
      fc.property(tables, data => {
        const once = estimateOls(data)
        const scaled = estimateOls({ ...data, outcome: data.outcome.map(value => value * 1e6) })
        once.coefficients.forEach(({ estimate, standardError }, k) => {
          expect(scaled.coefficients[k]!.estimate / 1e6).toBeCloseTo(estimate, 8)
          expect(scaled.coefficients[k]!.standardError / 1e6).toBeCloseTo(standardError, 8)
        })
      }),
      { numRuns: 20 },
    )
  })
})

test('collinear regressors are dropped by name, and what explains them is told', () => {
  const x = Float64Array.of(1, 4, 2, 8, 5, 7)
  const estimate = estimateOls({
    outcome: Float64Array.of(3, 1, 4, 1, 5, 9),
    regressors: [
      { name: 'x', values: x },
      { name: 'twice and the effect', values: x.map((value, row) => 2 * value + (row < 3 ? 5 : 1)) },
      { name: 'effect alone', values: Float64Array.of(1, 1, 1, 0, 0, 0) },
      { name: 'own', values: Float64Array.of(0, 1, 0, 0, 1, 0) },
    ],
    effects: groupings(Int32Array.of(0, 0, 0, 1, 1, 1)),
  })
  expect(estimate.coefficients.map(({ name }) => name)).toEqual(['x', 'own'])
  expect(estimate.collinear).toEqual([
    { name: 'twice and the effect', explainedBy: ['x', 'the fixed effects'] },
    { name: 'effect alone', explainedBy: ['the fixed effects'] },
  ])
})

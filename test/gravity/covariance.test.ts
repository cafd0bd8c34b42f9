import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EstimationOptions } from '../../src/gravity/fit/estimate.js'
import type { EstimationData } from '../../src/gravity/fit/estimation-data.js'
import { estimateOls } from '../../src/gravity/fit/ols.js'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import { symmetricEigen } from '../../src/numeric/symmetric-eigen.js'
import { denseLeastSquares, denseSandwich } from '../oracles/least-squares.js'
import { densePoisson } from '../oracles/poisson.js'
import { dummyColumns, groupings, near, tables } from './tables.js'

/** Three cluster dimensions that cross the effects and one another. */
const clustered = tables.map(data => ({
  ...data,
  clusters: [
    { name: 'a', ids: Int32Array.from(data.outcome, (_, row) => row % 4) },
    { name: 'b', ids: Int32Array.from(data.outcome, (_, row) => (row * row) % 5) },
    { name: 'c', ids: Int32Array.from(data.outcome, (_, row) => (row >> 1) % 3) },
  ],
}))
type Clustered = EstimationData & Required<Pick<EstimationData, 'clusters'>>

const columnsOf = (data: EstimationData) => [
  ...data.regressors.map(({ values }) => [...values]),
  ...dummyColumns(data),
]

/** Covariance of the two slopes by inclusion and exclusion on dense matrices, nothing repaired. */
function byDefinition(data: Clustered, isPoisson: boolean): number[] {
  const columns = columnsOf(data)
  const outcome = [...data.outcome]
  const fitted = isPoisson ? densePoisson(outcome, columns).fitted : undefined
  const { bread, residual } = denseLeastSquares(outcome, columns, fitted)
  const score = fitted === undefined ? residual : outcome.map((value, row) => value - fitted[row]!)
  const total = [0, 0, 0, 0]
  for (let set = 1; set < 1 << data.clusters.length; set++) {
    const members = data.clusters.filter((_, k) => (set & (1 << k)) !== 0)
    const keys = outcome.map((_, row) => members.map(({ ids }) => ids[row]).join(' '))
    const part = denseSandwich(bread, columns, score, keys)
    const sign = members.length % 2 === 1 ? 1 : -1
    ;[part[0]![0]!, part[0]![1]!, part[1]![0]!, part[1]![1]!].forEach((value, k) => {
      total[k]! += sign * value
    })
  }
  return total
}

describe('by definition, on dense matrices', () => {
  test.each([
    ['ppml', estimatePpml, true],
    ['ols', estimateOls, false],
  ] as const)('%s: one-, two- and three-way clusters', (_, estimate, isPoisson) => {
    fc.assert(
      fc.property(clustered, fc.integer({ min: 1, max: 3 }), (data, ways) => {
        const some = { ...data, clusters: data.clusters.slice(0, ways) }
        const expected = byDefinition(some, isPoisson)
        const [a, b, , d] = expected as [number, number, number, number]
        // a matrix with a negative eigenvalue is repaired: not what this test is about
        fc.pre(a > 0 && d > 0 && a * d - b * b > 1e-10 * a * d)
        const { covariance } = estimate(some, { smallSample: 'alpaca' })
        expect(near(covariance, expected, 6)).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  test('every row its own cluster is the heteroskedastic covariance', () => {
    fc.assert(
      fc.property(tables, data => {
        const clusters = [{ name: 'row', ids: Int32Array.from(data.outcome.keys()) }]
        for (const estimate of [estimatePpml, estimateOls]) {
          const rows = estimate({ ...data, clusters })
          const robust = estimate(data, { errors: 'heteroskedastic' })
          expect(near(rows.covariance, robust.covariance, 12)).toBeUndefined()
        }
      }),
      { numRuns: 20 },
    )
  })

  test('a weight of two is the row twice, in slopes and clustered errors', () => {
    fc.assert(
      fc.property(clustered, data => {
        const clusters = data.clusters.slice(0, 1)
        const twice = <Column extends Float64Array | Int32Array>(values: Column): Column => {
          const doubled = values.constructor as new (size: number) => Column
          const all = new doubled(2 * values.length)
          all.set(values)
          all.set(values, values.length)
          return all
        }
        for (const estimate of [estimatePpml, estimateOls]) {
          const weighted = estimate({ ...data, clusters, weights: data.outcome.map(() => 2) })
          const repeated = estimate({
            outcome: twice(data.outcome),
            regressors: data.regressors.map(({ name, values }) => ({ name, values: twice(values) })),
            effects: data.effects.map(({ name, ids }) => ({ name, ids: twice(ids) })),
            clusters: clusters.map(({ name, ids }) => ({ name, ids: twice(ids) })),
          })
          expect(near(weighted.covariance, repeated.covariance, 7)).toBeUndefined()
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('small-sample rules', () => {
  const data: Clustered = {
    outcome: Float64Array.of(1, 3, 2, 6, 4, 9, 7, 2, 5, 3, 8, 4),
    regressors: [{ name: 'x', values: Float64Array.of(0, 1, 2, 1, 0, 3, 2, 1, 4, 0, 2, 1) }],
    effects: groupings(
      Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3),
      Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2),
    ),
    clusters: [
      { name: 'pair', ids: Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3) },
      { name: 'other', ids: Int32Array.of(0, 1, 2, 0, 1, 2, 2, 1, 0, 1, 0, 2) },
    ],
  }
  const variance = (options: EstimationOptions, ways = 1) =>
    estimatePpml({ ...data, clusters: data.clusters.slice(0, ways) }, options).covariance[0]!

  test('ppmlhdfe: G/(G − 1); fixest: also (N − 1)/(N − K), nested effects not counted', () => {
    const none = variance({ smallSample: 'alpaca' })
    expect(variance({ smallSample: 'ppmlhdfe' }) / none).toBeCloseTo(4 / 3, 12)
    // K: one slope and the second effect's three levels; the first is nested in the cluster
    expect(variance({ smallSample: 'fixest' }) / none).toBeCloseTo((4 / 3) * (11 / (12 - 4)), 12)
  })

  test('several dimensions: the smallest number of groups counts', () => {
    const ratio = variance({ smallSample: 'ppmlhdfe' }, 2) / variance({ smallSample: 'alpaca' }, 2)
    expect(ratio).toBeCloseTo(3 / 2, 12)
  })

  test('heteroskedastic: N/(N − 1), and with K N/(N − K)', () => {
    const none = variance({ smallSample: 'alpaca', errors: 'heteroskedastic' })
    expect(variance({ errors: 'heteroskedastic' }) / none).toBeCloseTo(12 / 11, 12)
    // nothing is nested without clusters: 1 + 4 + 3 − 1
    expect(variance({ errors: 'heteroskedastic', smallSample: 'fixest' }) / none).toBeCloseTo(12 / 5, 12)
  })

  test('effects are counted with what is redundant and what is nested', () => {
    expect(estimatePpml(data).effects).toEqual([
      { name: 'effect 0', levels: 4, redundant: 0, nested: true },
      { name: 'effect 1', levels: 3, redundant: 1, nested: false },
    ])
  })
})

test('three-way clusters with few groups: never a negative variance', () => {
  fc.assert(
    fc.property(clustered, data => {
      const { covariance } = estimatePpml(data)
      const { values } = symmetricEigen(covariance, 2)
      expect(Math.min(...values)).toBeGreaterThanOrEqual(-1e-14 * Math.max(...values))
    }),
    { numRuns: 40 },
  )
})

test('symmetricEigen: orthonormal vectors that rebuild the matrix', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 15, maxLength: 15 }),
      entries => {
        const n = 5
        const matrix = new Float64Array(n * n)
        let next = 0
        for (let k = 0; k < n; k++) {
          for (let l = 0; l <= k; l++) matrix[k * n + l] = matrix[l * n + k] = entries[next++]!
        }
        const { values, vectors } = symmetricEigen(matrix, n)
        for (let k = 0; k < n; k++) {
          for (let l = 0; l < n; l++) {
            let rebuilt = 0
            let product = 0
            for (let m = 0; m < n; m++) {
              rebuilt += values[m]! * vectors[k * n + m]! * vectors[l * n + m]!
              product += vectors[m * n + k]! * vectors[m * n + l]!
            }
            expect(Math.abs(rebuilt - matrix[k * n + l]!)).toBeLessThan(1e-12)
            expect(Math.abs(product - (k === l ? 1 : 0))).toBeLessThan(1e-12)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

import { describe, expect, test } from 'vitest'
import type { EstimationData } from '../../src/gravity/fit/estimation-data.js'
import { estimateOls } from '../../src/gravity/fit/ols.js'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import { groupings } from './tables.js'

describe('input that has no estimate', () => {
  const fine: EstimationData = {
    outcome: Float64Array.of(1, 2, 3, 4),
    regressors: [{ name: 'cost', values: Float64Array.of(1, 0, 0, 0) }],
    effects: groupings(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)),
  }
  const x = (...values: number[]) => [{ name: 'cost', values: Float64Array.from(values) }]

  test.each<[string, Partial<EstimationData>, string, string]>([
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
    ['a short effect', { effects: groupings(Int32Array.of(0)) }, 'gravity.bad-shape', 'effect 0'],
    [
      'a level below zero',
      { effects: groupings(Int32Array.of(0, 0, -1, 1)) },
      'gravity.bad-level',
      'effect 0[2]',
    ],
    [
      'a cluster below zero',
      { clusters: groupings(Int32Array.of(0, 0, -1, 1)) },
      'gravity.bad-level',
      'effect 0[2]',
    ],
    [
      'references for another number of effects',
      { referenceLevels: [[]] },
      'gravity.bad-shape',
      'referenceLevels',
    ],
    ['only zeros', { outcome: new Float64Array(4) }, 'gravity.nothing-left', 'outcome'],
    ['a regressor that the effects explain', { regressors: x(5, 5, 7, 7) }, 'gravity.collinear', 'cost'],
    [
      'a level number that no table holds',
      { effects: groupings(Int32Array.of(0, 1, 2_000_000_000, 1)) },
      'gravity.bad-level',
      'effect 0[2]',
    ],
    ['an effect with one level', { effects: groupings(new Int32Array(4)) }, 'gravity.one-level', 'effect 0'],
    ['a weight of zero', { weights: Float64Array.of(1, 1, 0, 1) }, 'gravity.bad-weight', 'weights[2]'],
    ['no rows', { outcome: new Float64Array(0), regressors: [], effects: [] }, 'gravity.no-rows', 'outcome'],
    ['one cluster', { clusters: groupings(new Int32Array(4)) }, 'gravity.too-few-clusters', 'effect 0'],
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
    const effects = groupings(Int32Array.from({ length: 20 }, (_, row) => row % 2))
    expect(() => estimatePpml({ outcome, effects, regressors: [] })).toThrow(/20 such rows in all/)
  })

  test('a regressor that only separates rows: nothing of it is left, and the error says why', () => {
    const data: EstimationData = {
      outcome: Float64Array.of(1, 2, 3, 0, 0, 4),
      regressors: [{ name: 'war', values: Float64Array.of(0, 0, 0, 1, 1, 0) }],
      effects: groupings(Int32Array.of(0, 1, 0, 1, 0, 1)),
    }
    expect(() => estimatePpml(data)).toThrow(/war: .*once 2 separated rows are left out.*gravity\.collinear/)
  })

  test('clustered errors without clusters', () => {
    expect(() => estimatePpml(fine, { errors: 'clustered' })).toThrow(/gravity\.no-clusters/)
  })

  test('least squares takes negative outcomes, but only finite ones', () => {
    expect(() => estimateOls({ ...fine, outcome: Float64Array.of(1, -Infinity, 3, 4) })).toThrow(
      /outcome\[1\].*gravity\.not-finite/,
    )
  })

  test('no convergence within the passes: an error with the path, not an estimate', () => {
    const data: EstimationData = {
      outcome: Float64Array.of(1, 2, 3, 9),
      regressors: [{ name: 'cost', values: Float64Array.of(1, 0, 0, 3) }],
      effects: groupings(Int32Array.of(0, 0, 1, 1)),
    }
    expect(() => estimatePpml(data, { maxPasses: 1 })).toThrow(/numeric\.not-converged/)
  })
})

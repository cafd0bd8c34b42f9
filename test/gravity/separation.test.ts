/**
 * Statistical separation: the public cases of Correia, Guimarães & Zylkin's ppmlhdfe, whose column `separated` is the
 * truth, and small worlds against the definition.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EstimationData } from '../../src/gravity/fit/estimation-data.js'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import { separatedByDefinition } from '../oracles/separation.js'
import { describeWithReplicationData, readReplicationCsv } from '../replication-data.js'

const CASES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']
const WITHOUT_TRUTH = ['example1', 'example2', 'fe1', 'fe2', 'fe3']

/** Columns x… are regressors, those named id… or i, j effects; without effects there is a constant. */
function readCase(name: string) {
  const rows = readReplicationCsv(`published/separation/${name}.csv`)
  const names = Object.keys(rows[0]!)
  const column = (key: string) => rows.map(row => Number(row[key]))
  const effects = names.filter(key => /^(id\d|i|j)$/.test(key))
  const regressors = names.filter(key => /^x/.test(key)).map(key => ({ name: key, values: column(key) }))
  if (effects.length === 0) regressors.unshift({ name: 'constant', values: rows.map(() => 1) })
  const data: EstimationData = {
    outcome: Float64Array.from(column('y')),
    regressors: regressors.map(({ name: key, values }) => ({ name: key, values: Float64Array.from(values) })),
    effects: effects.map(key => ({ name: key, ids: Int32Array.from(column(key)) })),
  }
  const truth = names.includes('separated')
    ? column('separated').flatMap((mark, row) => (mark === 1 ? [row] : []))
    : undefined
  return { data, truth }
}

function dummies({ ids }: { readonly ids: Int32Array }): number[][] {
  return [...new Set(ids)].map(level => Array.from(ids, id => (id === level ? 1 : 0)))
}

function byDefinition({ outcome, regressors, effects }: EstimationData): number[] {
  return separatedByDefinition(
    [...outcome],
    [...regressors.map(({ values }) => [...values]), ...effects.flatMap(dummies)],
  )
}

function leftOutAsZero(data: EstimationData): number[] {
  const { leftOut, fittedMeans } = estimatePpml(data, { singletons: 'keep' })
  const rows = [...leftOut.allZero, ...leftOut.separated].sort((a, b) => a - b)
  for (const row of rows) expect(fittedMeans[row]).toBe(0)
  return rows
}

describeWithReplicationData('the public cases', () => {
  test.each(CASES)('%s: exactly the rows marked as separated are left out', name => {
    const { data, truth } = readCase(name)
    expect(leftOutAsZero(data)).toEqual(truth)
  })

  test.each([...CASES, ...WITHOUT_TRUTH])('%s: exactly the rows that the definition separates', name => {
    const { data } = readCase(name)
    expect(leftOutAsZero(data)).toEqual(byDefinition(data))
  })

  test('14 of the 15 cases are separated', () => {
    const separated = [...CASES, ...WITHOUT_TRUTH].filter(
      name => byDefinition(readCase(name).data).length > 0,
    )
    expect(separated).toHaveLength(14)
  })
})

/** Small whole numbers, more than half of the outcomes zero: most of these worlds are separated somewhere. */
const sparse = fc
  .record({
    rows: fc.array(
      fc.record({
        y: fc.constantFrom(0, 0, 0, 1, 4),
        x: fc.integer({ min: -1, max: 1 }),
        z: fc.integer({ min: 0, max: 2 }),
        i: fc.integer({ min: 0, max: 3 }),
        j: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 8, maxLength: 24 },
    ),
  })
  .filter(({ rows }) => rows.filter(({ y }) => y > 0).length >= 3)
  .filter(({ rows }) => new Set(rows.map(row => row.i)).size > 1 && new Set(rows.map(row => row.j)).size > 1)
  .map(({ rows }): EstimationData => {
    const numbers = (key: 'x' | 'z') => Float64Array.from(rows, row => row[key])
    return {
      outcome: Float64Array.from(rows, row => row.y),
      // a regressor that is one everywhere keeps the case in which nothing else is left
      regressors: [
        { name: 'x', values: numbers('x') },
        { name: 'z', values: numbers('z') },
      ],
      effects: [
        { name: 'i', ids: Int32Array.from(rows, row => row.i) },
        { name: 'j', ids: Int32Array.from(rows, row => row.j) },
      ],
    }
  })

describe('small worlds', () => {
  test('exactly the rows that the definition separates are left out', () => {
    let separated = 0
    fc.assert(
      fc.property(sparse, data => {
        const truth = byDefinition(data)
        let rows: number[]
        try {
          rows = leftOutAsZero(data)
        } catch (error) {
          // no regressor may be left once they are out; nothing else may fail
          expect(error).toHaveProperty('code', 'gravity.collinear')
          return
        }
        if (truth.length > 0) separated++
        expect(rows).toEqual(truth)
      }),
      { numRuns: 300, seed: 20190301 },
    )
    expect(separated).toBeGreaterThan(50)
  })

  test('a quasi-separated regressor is dropped by name once its rows are out', () => {
    const estimate = estimatePpml({
      outcome: Float64Array.of(1, 2, 3, 0, 0, 4, 2, 5),
      regressors: [
        { name: 'war', values: Float64Array.of(0, 0, 0, 1, 1, 0, 0, 0) },
        { name: 'pact', values: Float64Array.of(1, 0, 1, 0, 1, 0, 0, 1) },
      ],
      effects: [{ name: 'year', ids: Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1) }],
    })
    expect([...estimate.leftOut.separated]).toEqual([3, 4])
    expect(estimate.collinear).toEqual([{ name: 'war', explainedBy: ['the fixed effects'] }])
    expect(estimate.coefficients.map(({ name }) => name)).toEqual(['pact'])
  })

  test('a mean that falls far but not for ever is no separation', () => {
    // y ≈ exp(−30) beside ordinary rows: the passes fall by one each for long, and then come to rest
    const estimate = estimatePpml({
      outcome: Float64Array.of(1, 2, 1.5, 1e-13, 0),
      regressors: [
        { name: 'constant', values: Float64Array.of(1, 1, 1, 1, 1) },
        { name: 'far', values: Float64Array.of(0, 0, 0, 1, 1) },
      ],
      effects: [],
    })
    expect(estimate.leftOut.separated).toHaveLength(0)
    expect(estimate.coefficients[1]!.estimate).toBeCloseTo(Math.log(5e-14 / 1.5), 6)
  })
})

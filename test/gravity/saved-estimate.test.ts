import { describe, expect, test } from 'vitest'
import { estimateGravity, type GravityOptions } from '../../src/gravity/estimate-gravity.js'
import { linearCombination } from '../../src/gravity/inference/wald.js'
import {
  readSavedEstimate,
  type SavedEstimate,
  savedCombination,
  savedEstimate,
} from '../../src/gravity/saved-estimate.js'
import { exampleFlows } from './example-flows.js'
import { errorOf, tableOf } from './written-tables.js'

const TRADE = `exporter,importer,tariff,rta,trade
A,B,0,1,100
A,C,0.1,0,60
A,D,0.2,0,31
B,A,0.05,1,80
B,C,0.12,1,66
B,D,0.3,0,22
C,A,0.2,0,40
C,B,0.25,0,30
C,D,0.02,1,95
D,A,0.4,0,15
D,B,0.15,1,47
D,C,0.01,1,88`

const FACTS = { file: 'flows.csv', sha256: 'a'.repeat(64), program: 'keruen 0.1.0' }

function fitted(options: GravityOptions = {}) {
  return estimateGravity(tableOf(TRADE), { formula: 'trade ~ log(1 + tariff) + rta' }, options)
}

const threeWay = estimateGravity(
  tableOf(exampleFlows()),
  { formula: 'trade ~ rta | exporter^year + importer^year + exporter^importer' },
  { correctBias: true },
)

function edited(change: (record: SavedEstimate) => unknown): string {
  const record = structuredClone(savedEstimate(fitted(), FACTS))
  return JSON.stringify(change(record) ?? record)
}

describe('an estimate kept in a file', () => {
  test('comes back the same', () => {
    const record = savedEstimate(fitted(), {
      ...FACTS,
      where: ['exporter != importer'],
      source: 'customs',
      licence: 'CC BY 4.0',
      date: '2026-01-31',
    })
    expect(readSavedEstimate(JSON.stringify(record), 'parameters.json')).toEqual(record)
    expect(record.sample.observations).toBe(12)
    expect(record.coefficients.map(({ name }) => name)).toEqual(['(Intercept)', 'log(1 + tariff)', 'rta'])
  })

  test('a sum of coefficients has the error that the estimate itself gives it', () => {
    const { estimate } = fitted()
    const direct = linearCombination({ ...estimate, confidence: 0.95 }, Float64Array.of(0, -1, 2))
    const text = JSON.stringify(savedEstimate(fitted(), FACTS))
    expect(savedCombination(readSavedEstimate(text, 'p.json'), '2*rta - log(1 + tariff)')).toEqual(direct)
  })

  test('the interval is at 95 %, whichever was shown, by Student’s distribution where least squares were taken', () => {
    const wide = savedCombination(savedEstimate(fitted({ confidence: 0.5 }), FACTS), 'rta')
    expect((wide.high - wide.low) / wide.standardError).toBeCloseTo(2 * 1.959963984540054, 12)
    const squares = savedEstimate(fitted({ estimator: 'ols', errors: 'iid' }), FACTS)
    expect(squares.degreesOfFreedom).toBe(9)
    const { low, high, standardError } = savedCombination(squares, 'rta')
    // t of 9 degrees of freedom at 97.5 %, as printed in tables
    expect((high - low) / standardError / 2).toBeCloseTo(2.2622, 4)
  })

  test('a coefficient that is not there: the nearest are told', () => {
    const error = errorOf(() => savedCombination(savedEstimate(fitted(), FACTS), '-log(1 + tarif)'))
    expect(error.code).toBe('gravity.restriction')
    expect(error.message).toContain("'log(1 + tariff)'")
  })

  test('a coefficient without an error is not kept', () => {
    const model = fitted()
    const exact = model.estimate.coefficients.map(slope => ({ ...slope, standardError: 0 }))
    const error = errorOf(() =>
      savedEstimate({ ...model, estimate: { ...model.estimate, coefficients: exact } }, FACTS),
    )
    expect(error.code).toBe('saved-estimate.no-error')
  })
})

test('where the bias of three-way PPML was corrected, the slopes without it are kept', () => {
  const { estimate, corrected } = threeWay
  const record = savedEstimate(threeWay, FACTS)
  expect(record.biasCorrected).toBe(true)
  expect(record.coefficients[0]!.estimate).toBe(corrected!.coefficients[0]!.estimate)
  expect(record.coefficients[0]!.estimate).not.toBe(estimate.coefficients[0]!.estimate)
  expect(readSavedEstimate(JSON.stringify(record), 'p.json')).toEqual(record)
})

describe('a file that is none', () => {
  test.each([
    ['', 'saved-estimate.not-json', undefined],
    ['{"keruenEstimate": 1, "formula"', 'saved-estimate.not-json', undefined],
    ['[]', 'saved-estimate.unknown-version', 'keruenEstimate'],
    ['null', 'saved-estimate.unknown-version', 'keruenEstimate'],
    ['{"keruenEstimate": 2}', 'saved-estimate.unknown-version', 'keruenEstimate'],
    [edited(record => ({ ...record, estimator: 'gmm' })), 'saved-estimate.wrong-field', 'estimator'],
    [edited(record => ({ ...record, tau: 1 })), 'saved-estimate.unknown-field', 'tau'],
    [edited(record => ({ ...record, formula: '' })), 'saved-estimate.wrong-field', 'formula'],
    [edited(record => ({ ...record, coefficients: [] })), 'saved-estimate.wrong-field', 'coefficients'],
    [edited(record => ({ ...record, confidence: 1 })), 'saved-estimate.wrong-field', 'confidence'],
    [
      edited(record => {
        record.coefficients[1]!.standardError = 0
      }),
      'saved-estimate.wrong-field',
      'coefficients[1].standardError',
    ],
    [
      edited(record => {
        record.coefficients[1]!.estimate = Number.NaN
      }),
      'saved-estimate.wrong-field',
      'coefficients[1].estimate',
    ],
    [
      edited(record => {
        record.sample.sha256 = 'abc'
      }),
      'saved-estimate.wrong-field',
      'sample.sha256',
    ],
    [
      edited(record => {
        record.sample.observations = 1.5
      }),
      'saved-estimate.wrong-field',
      'sample.observations',
    ],
    [
      edited(record => {
        record.provenance.date = 'yesterday'
      }),
      'saved-estimate.wrong-field',
      'provenance.date',
    ],
    [
      edited(record => {
        record.covariance.pop()
      }),
      'saved-estimate.inconsistent',
      'covariance',
    ],
    [
      edited(record => {
        record.covariance[2]![2]! *= 1.1
      }),
      'saved-estimate.inconsistent',
      'covariance[2][2]',
    ],
    [
      edited(record => {
        record.covariance[2]![1]! += 0.1
      }),
      'saved-estimate.inconsistent',
      'covariance[2][1]',
    ],
    [
      edited(record => {
        record.coefficients[2]!.name = 'log(1 + tariff)'
      }),
      'saved-estimate.inconsistent',
      'coefficients[2].name',
    ],
  ])('%.40s…', (text, code, field) => {
    const error = errorOf(() => readSavedEstimate(text, 'parameters.json'))
    expect(error.kind).toBe('input')
    expect(error.issues).toHaveLength(1)
    expect(error.issues[0]).toMatchObject({ code, at: { file: 'parameters.json' } })
    expect(error.issues[0]!.at!.field).toBe(field)
  })

  test('all faults at once', () => {
    const text = edited(record => ({ ...record, estimator: 'gmm', confidence: 2, errors: undefined }))
    const { issues } = errorOf(() => readSavedEstimate(text, 'p.json'))
    expect(issues.map(({ at }) => at?.field)).toEqual(['estimator', 'errors', 'confidence'])
  })
})

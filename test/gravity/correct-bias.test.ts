import { describe, expect, test } from 'vitest'
import { estimateGravity } from '../../src/gravity/estimate-gravity.js'
import { denseLeastSquares } from '../oracles/least-squares.js'
import { threeWayBiasByDefinition } from '../oracles/three-way-bias.js'
import { exampleFlows } from './example-flows.js'
import { errorOf, tableOf } from './written-tables.js'

const FORMULA = 'trade ~ rta + tariff | exporter^year + importer^year + exporter^importer'
const COUNTRIES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const YEARS = 8
/** Positive everywhere, so that every cell is in use. */
const flows = tableOf(
  exampleFlows()
    .trim()
    .split('\n')
    .map((line, row) =>
      row === 0
        ? line
        : line.replace(/^(\w,\w,\d+),([^,]*)/, (_, key, trade) => `${key},${Number(trade) + 1}`),
    )
    .join('\n'),
)

describe('the correction of a model given by its formula', () => {
  test('is that of the definition, with regressors residualised on dense dummies', () => {
    const { corrected, estimate } = estimateGravity(flows, { formula: FORMULA }, { correctBias: true })
    const size = flows.length
    const text = (name: string) => {
      const column = flows.columns.get(name)!
      return column.kind === 'text' ? Array.from(column.codes, code => column.labels[code]!) : []
    }
    const numbers = (name: string) => {
      const column = flows.columns.get(name)!
      return column.kind === 'number' ? [...column.values] : []
    }
    const [exporter, importer, year] = [text('exporter'), text('importer'), numbers('year')]
    const means = [...estimate.fittedMeans]
    // a full-rank set of dummies: one exporter's and one importer's years stand for what the pairs hold already
    const dummies = [
      ...new Set(exporter.map((code, row) => `e ${code} ${year[row]}`)),
      ...new Set(importer.map((code, row) => `i ${code} ${year[row]}`)),
    ]
      .filter(key => !(key.startsWith('i A') || key.endsWith('2001')))
      .map(key =>
        exporter.map((code, row) =>
          key === `e ${code} ${year[row]}` || key === `i ${importer[row]} ${year[row]}` ? 1 : 0,
        ),
      )
    const pairs = exporter.map((code, row) => `${code}${importer[row]}`)
    const pairDummies = [...new Set(pairs)].map(key => pairs.map(pair => (pair === key ? 1 : 0)))
    const left = ['rta', 'tariff'].map(
      name => denseLeastSquares(numbers(name), [...dummies, ...pairDummies], means).residual,
    )
    const keys = [...new Set(pairs)]
    const byPair = (values: readonly number[]) =>
      keys.map(key =>
        Array.from(
          { length: YEARS },
          (_, t) => values[pairs.findIndex((pair, row) => pair === key && year[row] === 2001 + t)]!,
        ),
      )
    const expected = threeWayBiasByDefinition({
      exporters: COUNTRIES.length,
      importers: COUNTRIES.length,
      periods: YEARS,
      pairs: keys.map(key => [COUNTRIES.indexOf(key[0]!), COUNTRIES.indexOf(key[1]!)] as const),
      outcome: byPair(numbers('trade')),
      means: byPair(means),
      regressors: left.map(byPair),
    })
    expect(size).toBe(COUNTRIES.length ** 2 * YEARS)
    corrected!.coefficients.forEach(({ estimate: slope, standardError }, k) => {
      const { estimate: biased, standardError: error } = estimate.coefficients[k]!
      expect(Math.abs(corrected!.bias[k]! - expected.bias[k]!)).toBeLessThan(1e-6 * error)
      expect(slope).toBeCloseTo(biased - expected.bias[k]!, 9)
      expect(standardError).toBeCloseTo(Math.sqrt(expected.covariance[k]![k]!), 7)
    })
  })

  test('is not there unless it was wanted', () => {
    expect(estimateGravity(flows, { formula: FORMULA }).corrected).toBeNull()
  })
})

describe('models that have no such correction are refused before the fit', () => {
  const refused = (formula: string, choices: object = {}, options: object = {}) =>
    errorOf(() => estimateGravity(flows, { formula, ...choices }, { correctBias: true, ...options }))

  test.each([
    ['two effects', 'trade ~ rta | exporter^year + importer^year'],
    ['a symmetric pair', 'trade ~ rta | exporter^year + importer^year + pair(exporter, importer)'],
    ['the same effect twice', 'trade ~ rta | exporter^year + importer^year + importer^year'],
  ])('%s', (_, formula) => {
    expect(refused(formula)).toMatchObject({ code: 'gravity.not-three-way', kind: 'usage' })
  })

  test('least squares, and weights', () => {
    expect(refused(FORMULA, {}, { estimator: 'ols' })).toMatchObject({ code: 'gravity.not-three-way' })
    expect(refused(FORMULA, { weights: 'dist' })).toMatchObject({ code: 'gravity.not-three-way' })
  })

  test('no column of numbers among the three: the period must be named', () => {
    const named = tableOf('e,i,t,y,x\na,b,old,1,1\nb,a,old,2,0\na,b,new,3,0\nb,a,new,1,1')
    const formula = 'y ~ x | e^t + i^t + e^i'
    const fault = errorOf(() => estimateGravity(named, { formula }, { correctBias: true }))
    expect(fault.issues[0]).toMatchObject({
      code: 'gravity.not-three-way',
      mend: expect.stringContaining('--time'),
    })
  })
})

import { describe, expect, test } from 'vitest'
import { estimateGravity, type FittedGravity } from '../../src/gravity/estimate-gravity.js'
import { describeWithReplicationData, readReplicationCsv, readReplicationFile } from '../replication-data.js'
import { tableOf } from './written-tables.js'

const slopes = ({ estimate }: FittedGravity) =>
  Object.fromEntries(estimate.coefficients.map(({ name, estimate: value }) => [name, value]))

/** trade = exp(1 + 2 x) exactly, in four rows and a zero that is missing its x. */
const EXACT = `exporter,x,trade,note
A,0,${Math.exp(1)},a
A,1,${Math.exp(3)},b
B,0.5,${Math.exp(2)},c
B,-0.5,1,d
B,,0,e`

describe('from a table to an estimate', () => {
  test('by formula and by fields alike, with rows and levels named', () => {
    const table = tableOf(EXACT)
    const byFormula = estimateGravity(table, { formula: 'trade ~ x', missing: 'leave-out' })
    expect(slopes(byFormula)['(Intercept)']).toBeCloseTo(1, 9)
    expect(slopes(byFormula).x).toBeCloseTo(2, 9)
    expect([...byFormula.rows]).toEqual([0, 1, 2, 3])
    const byFields = estimateGravity(table, {
      outcome: 'trade',
      regressors: ['x'],
      effects: [],
      missing: 'leave-out',
    })
    expect(byFields).toEqual(byFormula)
  })

  test('least squares of a logarithm, effects absorbed and named', () => {
    const fitted = estimateGravity(
      tableOf(EXACT),
      { formula: 'log(trade) ~ x | exporter', where: ['note != e'] },
      { estimator: 'ols', recoverEffects: true, errors: 'iid' },
    )
    expect(slopes(fitted).x).toBeCloseTo(2, 12)
    expect(fitted.effects[0]!.labels).toEqual(['A', 'B'])
    expect(fitted.estimate.outcomeName).toBe('log(trade)')
    expect(fitted.estimate.effectValues![0]![0]).toBeCloseTo(1, 12)
  })
})

describeWithReplicationData('Yotov, Piermartini, Monteiro & Larch (2016), chapter 1, by formula', () => {
  const reference = readReplicationCsv('published/reference/agtpa_fixest_coefs.csv')
  const printed = (model: string) =>
    Object.fromEntries(
      reference
        .filter(row => row.model === model && row.vcov === 'default_ssc')
        .map(row => [row.term, Number(row.estimate)]),
    )
  const panel = tableOf(readReplicationFile('published/agtpa/agtpa_applications.csv.gz'))
  const years = 'year in 1986, 1990, 1994, 1998, 2002, 2006'

  test('application 1: sizes and remoteness are made of the flows', () => {
    const expenditure = 'total(trade, importer^year)'
    const output = 'total(trade, exporter^year)'
    const fitted = estimateGravity(
      panel,
      {
        formula: `log(trade) ~ log(dist) + cntg + log(${output}) + log(${expenditure}) + lang + clny +
          remoteness_exporter(exporter, importer, year, dist, ${expenditure}) +
          remoteness_importer(exporter, importer, year, dist, ${output})`,
        where: [years, 'exporter != importer', 'trade > 0'],
        clusters: ['pair_id'],
      },
      { estimator: 'ols', smallSample: 'fixest' },
    )
    const found = Object.values(slopes(fitted)).sort()
    const expected = Object.values(printed('ch1a1_remoteness')).sort()
    expect(found.length).toBe(9)
    found.forEach((value, k) => {
      expect(Math.abs(value / expected[k]! - 1)).toBeLessThan(1e-6)
    })
  })

  test('application 3: lags made of the panel are those that the panel came with, from 1990 on', () => {
    const effects = ['exporter^year', 'importer^year', 'pair(exporter, importer)']
    const where = ['year in 1990, 1994, 1998, 2002, 2006']
    const made = estimateGravity(panel, {
      outcome: 'trade',
      regressors: ['rta', 'lags(rta, 4)'],
      effects,
      where,
      panel: 'exporter^importer',
      time: 'year',
    })
    const given = estimateGravity(panel, {
      outcome: 'trade',
      regressors: ['rta', 'rta_lag4'],
      effects,
      where,
    })
    // for 32 directed pairs the file's own lag is 1 throughout where its rta is 0: the pair effects take that up
    const expected = Object.values(slopes(given))
    Object.values(slopes(made)).forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 12)
    })
  })

  test('application 3: 69 effects of domestic trade', () => {
    const fitted = estimateGravity(panel, {
      formula:
        'trade ~ log(dist) + cntg + lang + clny + rta | exporter^year + importer^year + home(exporter, importer)',
      where: [years],
      clusters: ['pair_id'],
    })
    expect(fitted.effects[2]!.labels.length).toBe(70)
    expect(slopes(fitted).rta).toBeCloseTo(printed('ch1a3_intra').rta!, 6)
  })
})

/**
 * Advanced Guide to Trade Policy Analysis (Yotov, Piermartini, Monteiro & Larch 2016), chapter 1, by R's fixest with
 * clusters by pair and G/(G − 1): published/reference/agtpa_fixest_coefs.csv, rows `G_only`.
 */
import { expect, test } from 'vitest'
import { estimatePpml } from '../../src/gravity/ppml.js'
import { describeWithReplicationData, readReplicationCsv } from '../replication-data.js'

type Row = Record<string, string>

interface Model {
  readonly rows: (row: Row) => boolean
  readonly regressors: Readonly<Record<string, (row: Row) => number>>
  readonly effects: readonly ((row: Row) => string)[]
}

const everyFourth = (row: Row) => (Number(row.year) - 1986) % 4 === 0
const abroad = (row: Row) => row.exporter !== row.importer
const column = (name: string) => (row: Row) => Number(row[name])
const logDistance = (row: Row) => Math.log(Number(row.dist))
const geography = { ln_dist: logDistance, cntg: column('cntg'), lang: column('lang'), clny: column('clny') }
const exporterYear = (row: Row) => `${row.exporter} ${row.year}`
const importerYear = (row: Row) => `${row.importer} ${row.year}`
const pair = (row: Row) => (abroad(row) ? row.pair_id! : 'home')
const lags = {
  rta: column('rta'),
  rta_lag4: column('rta_lag4'),
  rta_lag8: column('rta_lag8'),
  rta_lag12: column('rta_lag12'),
}

/** ln distance of every year apart, abroad only. */
const distanceByYear = Object.fromEntries(
  ['1986', '1990', '1994', '1998', '2002', '2006'].map(year => [
    `ln_dist_${year}`,
    (row: Row) => (row.year === year && abroad(row) ? logDistance(row) : 0),
  ]),
)

const MODELS: Readonly<Record<string, Model>> = {
  ch1a1_ppml: {
    rows: row => everyFourth(row) && abroad(row),
    regressors: geography,
    effects: [exporterYear, importerYear],
  },
  ch1a2_intra: {
    rows: everyFourth,
    regressors: {
      ...distanceByYear,
      cntg: column('cntg'),
      lang: column('lang'),
      clny: column('clny'),
      ln_dist_intra: row => (abroad(row) ? 0 : logDistance(row)),
    },
    effects: [exporterYear, importerYear],
  },
  ch1a3_intra: {
    rows: everyFourth,
    regressors: { ...geography, rta: column('rta') },
    effects: [exporterYear, importerYear, row => (abroad(row) ? 'abroad' : row.exporter!)],
  },
  ch1a3_endg: {
    rows: everyFourth,
    regressors: { rta: column('rta') },
    effects: [exporterYear, importerYear, pair],
  },
  ch1a3_phsng: { rows: everyFourth, regressors: lags, effects: [exporterYear, importerYear, pair] },
  full21_sympair_rta: {
    rows: () => true,
    regressors: { rta: column('rta') },
    effects: [exporterYear, importerYear, pair],
  },
  full21_dirpair_rta: {
    rows: () => true,
    regressors: { rta: column('rta') },
    effects: [exporterYear, importerYear, row => `${row.exporter} ${row.importer}`],
  },
}

describeWithReplicationData('the estimates of chapter 1 and of the whole panel', () => {
  const panel = readReplicationCsv('published/agtpa/agtpa_applications.csv.gz')
  const reference = readReplicationCsv('published/reference/agtpa_fixest_coefs.csv').filter(
    row => row.vcov === 'G_only',
  )

  test.each(Object.entries(MODELS))('%s', (name, { rows, regressors, effects }) => {
    const used = panel.filter(rows)
    const estimate = estimatePpml({
      outcome: Float64Array.from(used, column('trade')),
      regressors: Object.entries(regressors).map(([term, value]) => ({
        name: term,
        values: Float64Array.from(used, value),
      })),
      effects: effects.map((level, k) => ({ name: `effect ${k}`, ids: numbered(used.map(level)) })),
      clusters: [{ name: 'pair_id', ids: numbered(used.map(row => row.pair_id!)) }],
    })
    const printed = reference.filter(row => row.model === name)
    expect(estimate.coefficients.map(({ name }) => name).sort()).toEqual(printed.map(row => row.term!).sort())
    for (const { name: term, estimate: slope, standardError } of estimate.coefficients) {
      const row = printed.find(row => row.term === term)!
      // the reference iterates to a relative change of the deviance of 1e-8 … 1e-12: 1e-6 is what it is good for
      expect(Math.abs(slope / Number(row.estimate) - 1), term).toBeLessThan(1e-6)
      expect(Math.abs(standardError / Number(row.se) - 1), term).toBeLessThan(1e-5)
    }
    expect(estimate.observations).toBe(Number(printed[0]!.nobs))
    // printed with fifteen digits
    expect(Math.abs(estimate.fit.deviance / Number(printed[0]!.deviance) - 1)).toBeLessThan(1e-9)
  })
})

function numbered(names: readonly string[]): Int32Array {
  const numbers = new Map([...new Set(names)].map((name, k) => [name, k]))
  return Int32Array.from(names, name => numbers.get(name)!)
}

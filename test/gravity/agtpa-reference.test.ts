/**
 * Advanced Guide to Trade Policy Analysis (Yotov, Piermartini, Monteiro & Larch 2016), chapter 1, and three-way models of
 * the whole panel, as R's fixest 0.12.2 estimates them: published/reference/agtpa_fixest_coefs.csv, every model and
 * covariance in it.
 */
import { describe, expect, test } from 'vitest'
import { outputAndExpenditure, remoteness } from '../../src/gravity/design/policy.js'
import type { EstimationOptions, GravityEstimate } from '../../src/gravity/fit/estimate.js'
import { estimateOls } from '../../src/gravity/fit/ols.js'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import { describeWithReplicationData, readReplicationCsv } from '../replication-data.js'

type Row = Record<string, string>
type Numbers = Readonly<Record<string, (row: Row) => number>>

interface Model {
  /** Least squares of ln trade where it is left out. */
  readonly estimator?: 'ppml'
  readonly rows: (row: Row) => boolean
  readonly regressors: Numbers
  readonly effects: readonly ((row: Row) => string)[]
  /** Columns of the file; pairs where they are left out. */
  readonly clusters?: readonly string[]
}

const everyFourth = (row: Row) => (Number(row.year) - 1986) % 4 === 0
const everyRow = () => true
const abroad = (row: Row) => row.exporter !== row.importer
const abroadEveryFourth = (row: Row) => everyFourth(row) && abroad(row)
const traded = (row: Row) => abroadEveryFourth(row) && Number(row.trade) > 0

const column = (name: string) => (row: Row) => Number(row[name])
const columns = (...names: string[]): Numbers => Object.fromEntries(names.map(name => [name, column(name)]))
const logDistance = (row: Row) => Math.log(Number(row.dist))
const ties = columns('cntg', 'lang', 'clny')
const geography: Numbers = { ln_dist: logDistance, ...ties }
const agreements = columns('rta', 'rta_lag4', 'rta_lag8', 'rta_lag12')
const distanceAtHome: Numbers = { ln_dist_intra: row => (abroad(row) ? 0 : logDistance(row)) }

/** A column for each year, zero at home. */
const byYear = (name: string, years: readonly number[], value: (row: Row) => number): Numbers =>
  Object.fromEntries(
    years.map(year => [
      `${name}_${year}`,
      (row: Row) => (Number(row.year) === year && abroad(row) ? value(row) : 0),
    ]),
  )
const yearsFrom = (first: number, last: number, step: number) =>
  Array.from({ length: (last - first) / step + 1 }, (_, k) => first + k * step)
const distances = byYear('ln_dist', yearsFrom(1986, 2006, 4), logDistance)

const exporterYear = (row: Row) => `${row.exporter} ${row.year}`
const importerYear = (row: Row) => `${row.importer} ${row.year}`
const pair = (row: Row) => row.pair_id!
const direction = (row: Row) => `${row.exporter} ${row.importer}`
const home = (row: Row) => (abroad(row) ? 'abroad' : row.exporter!)

/** `ln_y` and the like are filled in before the tests, on the rows of every fourth year. */
const sizes = columns('ln_y', 'ln_e')
const remotenesses = columns('ln_rem_exp', 'ln_rem_imp')
const constant: Numbers = { '(Intercept)': () => 1 }

const yearEffects = [exporterYear, importerYear]
const ofPairs = (regressors: Numbers): Model => ({
  estimator: 'ppml',
  rows: everyFourth,
  regressors,
  effects: [...yearEffects, pair],
})
const ofDirections = (regressors: Numbers, clusters?: readonly string[]): Model => ({
  estimator: 'ppml',
  rows: everyRow,
  regressors,
  effects: [...yearEffects, direction],
  ...(clusters === undefined ? {} : { clusters }),
})
const poisson = (
  rows: Model['rows'],
  regressors: Numbers,
  ...more: readonly ((row: Row) => string)[]
): Model => ({ estimator: 'ppml', rows, regressors, effects: [...yearEffects, ...more] })

const MODELS: Readonly<Record<string, Model>> = {
  ch1a1_ols: { rows: traded, regressors: { ...constant, ...geography, ...sizes }, effects: [] },
  ch1a1_remoteness: {
    rows: traded,
    regressors: { ...constant, ...geography, ...sizes, ...remotenesses },
    effects: [],
  },
  ch1a1_olsfe: { rows: traded, regressors: geography, effects: yearEffects },
  ch1a1_ppml: poisson(abroadEveryFourth, geography),
  ch1a2_ols: { rows: traded, regressors: { ...distances, ...ties }, effects: yearEffects },
  ch1a2_ppml: poisson(abroadEveryFourth, { ...distances, ...ties }),
  ch1a2_intra: poisson(everyFourth, { ...distances, ...ties, ...distanceAtHome }),
  ch1a2_homebias: poisson(everyFourth, {
    ...distances,
    ...ties,
    ...distanceAtHome,
    smctry: row => (abroad(row) ? 0 : 1),
  }),
  ch1a2_intrafe: poisson(everyFourth, { ...distances, ...ties }, home),
  ch1a3_ols: { rows: traded, regressors: { ...geography, rta: column('rta') }, effects: yearEffects },
  ch1a3_ppml: poisson(abroadEveryFourth, { ...geography, rta: column('rta') }),
  ch1a3_intra: poisson(everyFourth, { ...geography, rta: column('rta') }, home),
  ch1a3_endg: ofPairs(columns('rta')),
  ch1a3_lead: ofPairs(columns('rta', 'rta_lead4')),
  ch1a3_phsng: ofPairs(agreements),
  ch1a3_glbzn: ofPairs({ ...agreements, ...byYear('ib', yearsFrom(1986, 2002, 4), () => 1) }),
  full21_sympair_rta: poisson(everyRow, columns('rta'), pair),
  full21_dirpair_rta: ofDirections(columns('rta')),
  full21_dirpair_rta_ib: ofDirections({
    ...columns('rta'),
    ...byYear('ib', yearsFrom(1987, 2006, 1), () => 1),
  }),
  full21_dirpair_rta_2way_exp_imp: ofDirections(columns('rta'), ['exporter', 'importer']),
  full21_dirpair_rta_3way_exp_imp_year: ofDirections(columns('rta'), ['exporter', 'importer', 'year']),
}

/** Which errors and which of our rules each covariance of the file is. */
const COVARIANCES: Readonly<Record<string, EstimationOptions>> = {
  default_ssc: { errors: 'clustered', smallSample: 'fixest' },
  G_only: { errors: 'clustered', smallSample: 'ppmlhdfe' },
  hetero: { errors: 'heteroskedastic', smallSample: 'fixest' },
  iid: { errors: 'iid', smallSample: 'fixest' },
}

describeWithReplicationData('the reference estimates of the Guide’s panel', () => {
  const panel = withSizes(readReplicationCsv('published/agtpa/agtpa_applications.csv.gz'))
  const reference = readReplicationCsv('published/reference/agtpa_fixest_coefs.csv')

  test('every model of the file is here', () => {
    expect(Object.keys(MODELS).sort()).toEqual([...new Set(reference.map(row => row.model))].sort())
  })

  describe.each(Object.keys(MODELS))('%s', name => {
    test.each(Object.keys(COVARIANCES))('%s', covariance => {
      const estimate = estimateModel(panel, MODELS[name]!, COVARIANCES[covariance]!)
      const printed = reference.filter(row => row.model === name && row.vcov === covariance)
      expect(new Set(estimate.coefficients.map(slope => slope.name))).toEqual(
        new Set(printed.map(row => row.term)),
      )
      for (const { name: term, estimate: slope, standardError } of estimate.coefficients) {
        const row = printed.find(row => row.term === term)!
        // the reference iterates to a relative change of the deviance of 1e-8 … 1e-12: 1e-6 is what it is good for
        expect(Math.abs(slope / Number(row.estimate) - 1), term).toBeLessThan(1e-6)
        expect(Math.abs(standardError / Number(row.se) - 1), `error of ${term}`).toBeLessThan(1e-5)
      }
      expectSameFit(estimate, printed[0]!)
    })
  })
})

function estimateModel(
  panel: readonly Row[],
  { estimator, rows, regressors, effects, clusters = ['pair_id'] }: Model,
  options: EstimationOptions,
): GravityEstimate {
  const used = panel.filter(rows)
  const outcome = Float64Array.from(used, column('trade'))
  const parts = {
    regressors: Object.entries(regressors).map(([name, value]) => ({
      name,
      values: Float64Array.from(used, value),
    })),
    effects: effects.map((level, k) => ({ name: `effect ${k}`, ids: numbered(used.map(level)) })),
    clusters: clusters.map(name => ({ name, ids: numbered(used.map(row => row[name]!)) })),
  }
  // the reference keeps rows that are alone in a level
  const settings: EstimationOptions = { ...options, singletons: 'keep' }
  return estimator === 'ppml'
    ? estimatePpml({ ...parts, outcome }, settings)
    : estimateOls({ ...parts, outcome: outcome.map(Math.log) }, settings)
}

/** Observations and what the file has of the fit, printed with fifteen digits. */
function expectSameFit({ fit, observations }: GravityEstimate, row: Row): void {
  expect(observations).toBe(Number(row.nobs))
  const numbers: readonly [string, number | null][] = [
    ['deviance', fit.deviance],
    ['loglik', fit.logLikelihood],
    ['pr2', fit.pseudoRSquared],
    ['r2', fit.rSquared],
    ['cor2', fit.squaredCorrelation],
  ]
  for (const [name, value] of numbers) {
    if (row[name] === '') continue
    expect(Math.abs(value! / Number(row[name]) - 1), name).toBeLessThan(1e-9)
  }
}

/** The panel with logs of output, expenditure and remoteness of every fourth year. */
function withSizes(panel: readonly Row[]): Row[] {
  const used = panel.filter(everyFourth)
  const ids = (name: string) => numbered(used.map(row => row[name]!))
  // one numbering for both, so that home sales are seen
  const both = numbered([...used.map(row => row.exporter!), ...used.map(row => row.importer!)])
  const exporter = both.slice(0, used.length)
  const importer = both.slice(used.length)
  const period = ids('year')
  const trade = Float64Array.from(used, column('trade'))
  const distance = Float64Array.from(used, column('dist'))
  const { output, expenditure } = outputAndExpenditure({ exporter, importer, period }, trade)
  const remoteExporter = remoteness({
    origin: exporter,
    destination: importer,
    period,
    distance,
    size: expenditure,
  })
  const remoteImporter = remoteness({
    origin: importer,
    destination: exporter,
    period,
    distance,
    size: output,
  })
  const position = new Map(used.map((row, k) => [row, k]))
  return panel.map(row => {
    const k = position.get(row)
    if (k === undefined) return row
    return {
      ...row,
      ln_y: String(Math.log(output[k]!)),
      ln_e: String(Math.log(expenditure[k]!)),
      ln_rem_exp: String(remoteExporter[k]),
      ln_rem_imp: String(remoteImporter[k]),
    }
  })
}

function numbered(names: readonly string[]): Int32Array {
  const numbers = new Map([...new Set(names)].map((name, k) => [name, k]))
  return Int32Array.from(names, name => numbers.get(name)!)
}

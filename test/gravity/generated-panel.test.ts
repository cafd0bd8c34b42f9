/**
 * The generated panel of 810,000 rows (published/bench/generate_panel.py 180 25 1 20240817) against R's fixest 0.12.2
 * and alpaca under every rule of published/reference/sim1_ref_allvcov.csv and, at fixest's tight tolerance,
 * sim_sim1_tight.csv.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvParseRows } from 'd3-dsv'
import { afterAll, describe, expect, test } from 'vitest'
import type { EstimationOptions } from '../../src/gravity/fit/estimate.js'
import type { EstimationData, Grouping } from '../../src/gravity/fit/estimation-data.js'
import { estimatePpml } from '../../src/gravity/fit/ppml.js'
import { readReplicationCsv, replicationFolder } from '../replication-data.js'

const folder = mkdtempSync(join(tmpdir(), 'keruen-panel-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const panelFile = join(folder, 'panel.csv')
const made = spawnSync('python3', [
  join(replicationFolder, 'published/bench/generate_panel.py'),
  ...['180', '25', '1', '20240817'],
  panelFile,
])

const SLOPES = ['rta', 'ltariff', 'wto', 'sanction', 'brdr_t']

/** Reference rule → ours, and what errors are clustered by. */
const RULES: Readonly<
  Record<string, { options: EstimationOptions; by: readonly ('pair' | 'exporter' | 'importer' | 'year')[] }>
> = {
  iid_noadj: { options: { errors: 'iid', smallSample: 'alpaca' }, by: [] },
  hetero_noadj: { options: { errors: 'heteroskedastic', smallSample: 'alpaca' }, by: [] },
  'cl_pair_G_only(ppmlhdfe)': { options: { smallSample: 'ppmlhdfe' }, by: ['pair'] },
  'cl_pair_noadj(alpaca)': { options: { smallSample: 'alpaca' }, by: ['pair'] },
  cl_pair_fixest_default: { options: { smallSample: 'fixest' }, by: ['pair'] },
  cl_exp_imp_twoway_noadj: { options: { smallSample: 'alpaca' }, by: ['exporter', 'importer'] },
  cl_exp_imp_twoway_fixest_default: { options: { smallSample: 'fixest' }, by: ['exporter', 'importer'] },
  cl_exp_imp_year_threeway_noadj: {
    options: { smallSample: 'alpaca' },
    by: ['exporter', 'importer', 'year'],
  },
}

if (made.status !== 0) {
  test.skip('no generated panel: it needs python3 with numpy and published/bench/generate_panel.py', () => {})
} else {
  describe('810,000 rows, three effects, five regressors', () => {
    const { data, groupings } = readPanel()

    test.each(Object.entries(RULES))('%s', (rule, { options, by }) => {
      const printed = readReplicationCsv('published/reference/sim1_ref_allvcov.csv').filter(
        row => row.vcov === rule,
      )
      expect(printed).toHaveLength(SLOPES.length)
      const estimate = estimatePpml({ ...data, clusters: by.map(name => groupings[name]) }, options)
      for (const { name, estimate: slope, standardError } of estimate.coefficients) {
        const row = printed.find(({ term }) => term === name)!
        expect(Math.abs(slope / Number(row.estimate) - 1), name).toBeLessThan(1e-6)
        expect(Math.abs(standardError / Number(row.se) - 1), name).toBeLessThan(1e-5)
      }
      expect(estimate.observations).toBe(Number(printed[0]!.nobs))
    })

    test('at the peer’s tight tolerance: eleven digits of every slope, seven of every error', () => {
      const printed = readReplicationCsv('published/reference/sim_sim1_tight.csv')
      const estimate = estimatePpml({ ...data, clusters: [groupings.pair] }, { smallSample: 'fixest' })
      for (const { name, estimate: slope, standardError } of estimate.coefficients) {
        const row = printed.find(({ term }) => term === name)!
        expect(Math.abs(slope / Number(row.estimate) - 1), name).toBeLessThan(1e-11)
        expect(Math.abs(standardError / Number(row.se_default) - 1), name).toBeLessThan(1e-7)
      }
      expect(Math.abs(estimate.fit.deviance / Number(printed[0]!.deviance) - 1)).toBeLessThan(1e-12)
      expect(Math.abs(estimate.fit.logLikelihood / Number(printed[0]!.loglik) - 1)).toBeLessThan(1e-12)
    })

    test('fitted exports, imports and pair totals are the observed ones, to ten digits', () => {
      const { fittedMeans } = estimatePpml(data)
      for (const { name, ids } of data.effects) {
        const observed = totals(ids, data.outcome)
        const fitted = totals(ids, fittedMeans)
        observed.forEach((value, level) => {
          expect(Math.abs(fitted[level]! - value), name).toBeLessThanOrEqual(1e-10 * value)
        })
      }
    })

    test('the same bits again', () => {
      const [once, again] = [estimatePpml(data), estimatePpml(data)]
      expect(again.coefficients).toEqual(once.coefficients)
      expect(Buffer.from(again.fittedMeans.buffer).equals(Buffer.from(once.fittedMeans.buffer))).toBe(true)
    })
  })
}

function totals(ids: Int32Array, values: Float64Array): Float64Array {
  const sums = new Float64Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  ids.forEach((id, row) => {
    sums[id]! += values[row]!
  })
  return sums
}

function readPanel() {
  const columns = new Map<string, Float64Array>()
  const names: string[] = []
  const size = 180 * 180 * 25
  csvParseRows(readFileSync(panelFile, 'utf8'), (cells, row) => {
    if (row === 0) {
      names.push(...cells)
      for (const name of names) columns.set(name, new Float64Array(size))
    } else {
      names.forEach((name, k) => {
        columns.get(name)![row - 1] = Number(cells[k])
      })
    }
    return null
  })
  const column = (name: string) => columns.get(name)!
  const [exporter, importer, year] = ['exporter', 'importer', 'year'].map(column) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const grouping = (name: string, level: (row: number) => number): Grouping => ({
    name,
    ids: Int32Array.from({ length: size }, (_, row) => level(row)),
  })
  const groupings = {
    pair: grouping('pair', row => exporter[row]! * 200 + importer[row]!),
    exporter: grouping('exporter', row => exporter[row]!),
    importer: grouping('importer', row => importer[row]!),
    year: grouping('year', row => year[row]! - 1980),
  }
  const data: EstimationData = {
    outcome: column('trade'),
    regressors: SLOPES.map(name => ({ name, values: column(name) })),
    effects: [
      grouping('exporter^year', row => exporter[row]! * 25 + year[row]! - 1980),
      grouping('importer^year', row => importer[row]! * 25 + year[row]! - 1980),
      groupings.pair,
    ],
  }
  return { data, groupings }
}

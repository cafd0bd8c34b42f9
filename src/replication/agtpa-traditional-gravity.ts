/** Advanced Guide to Trade Policy Analysis, chapter 1, application 1: traditional gravity estimates. */

import { outputAndExpenditure, remoteness } from '../gravity/design/policy.js'
import type { NamedColumn } from '../gravity/fit/estimation-data.js'
import { exp, log } from '../numeric/elementary.js'
import {
  estimateGuideModel,
  GUIDE_GRAVITY_FILES,
  type GuideModel,
  type GuideSample,
  guideCells,
  guideReplication,
  readGuideSample,
} from './agtpa-gravity.js'
import type { Replication } from './replication.js'

export const TRADITIONAL_GRAVITY_TITLE = 'Traditional gravity'

/** As printed: estimates with their standard errors. */
const PRINTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OLS: {
    'ln distance': '-1.002 (.027)',
    contiguity: '.574 (.185)',
    language: '.802 (.082)',
    colony: '.735 (.144)',
    'ln output': '1.190 (.009)',
    'ln expenditure': '.908 (.010)',
    constant: '-11.283 (.296)',
    observations: '25,689',
    'R²': '.759',
  },
  'OLS with remoteness': {
    'ln distance': '-1.185 (.031)',
    contiguity: '.247 (.177)',
    language: '.739 (.078)',
    colony: '.842 (.150)',
    'ln output': '1.164 (.009)',
    'ln expenditure': '.903 (.010)',
    'remoteness of the exporter': '.972 (.068)',
    'remoteness of the importer': '.274 (.060)',
    constant: '-35.219 (1.986)',
    observations: '25,689',
    'R²': '.765',
  },
  'OLS with fixed effects': {
    'ln distance': '-1.216 (.038)',
    contiguity: '.223 (.203)',
    language: '.661 (.082)',
    colony: '.670 (.149)',
    observations: '25,689',
    'R²': '.843',
  },
  'PPML with fixed effects': {
    'ln distance': '-.841 (.032)',
    contiguity: '.437 (.083)',
    language: '.247 (.077)',
    colony: '-.222 (.116)',
    observations: '28,152',
    'squared correlation': '.946',
  },
}

/**
 * Trade abroad explained by distance, ties and sizes: least squares without and with remoteness, least squares and PPML
 * with exporter-year and importer-year effects.
 *
 * @param files texts by path below the data folder, all of `GUIDE_GRAVITY_FILES`.
 * @throws KeruenError (input) as `readGuideSample`, and what the estimators throw.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), chapter 1, application 1.
 */
export function replicateTraditionalGravity(files: ReadonlyMap<string, string>): Replication {
  const sample = readGuideSample(files.get(GUIDE_GRAVITY_FILES[0]!)!)
  const cells = modelsOf(sample).flatMap(model => {
    const estimate = estimateGuideModel(sample, model)
    return guideCells(TRADITIONAL_GRAVITY_TITLE, model.column, estimate, [], PRINTED[model.column]!)
  })
  return guideReplication('agtpa-1-1', TRADITIONAL_GRAVITY_TITLE, 1, cells, [
    'Output and expenditure are a country’s sales and purchases of the year, at home included. Remoteness of an exporter ' +
      'is ln Σ distance ÷ (expenditure of the importer ÷ world output) over all importers, home with its internal ' +
      'distance included; that of an importer has the outputs of the exporters. Least squares leaves out what is not ' +
      'traded.',
  ])
}

function modelsOf(sample: GuideSample): GuideModel[] {
  const { logDistance, ties, exporterYear, importerYear } = sample
  const geography = [logDistance, ...ties]
  const sizes = sizesOf(sample)
  const constant: NamedColumn = { name: 'constant', values: logDistance.values.map(() => 1) }
  const effects = [exporterYear, importerYear]
  return [
    {
      column: 'OLS',
      regressors: [...geography, ...sizes.masses, constant],
      estimator: 'ols' as const,
      effects: [],
    },
    {
      column: 'OLS with remoteness',
      regressors: [...geography, ...sizes.masses, ...sizes.remoteness, constant],
      estimator: 'ols' as const,
      effects: [],
    },
    { column: 'OLS with fixed effects', regressors: geography, estimator: 'ols' as const, effects },
    { column: 'PPML with fixed effects', regressors: geography, estimator: 'ppml' as const, effects },
  ].map(model => ({ ...model, rows: 'abroad' }))
}

function sizesOf(sample: GuideSample) {
  const { exporter, importer, period } = sample
  const { output, expenditure } = outputAndExpenditure(sample, sample.trade)
  const distance = sample.logDistance.values.map(exp)
  return {
    masses: [
      { name: 'ln output', values: output.map(log) },
      { name: 'ln expenditure', values: expenditure.map(log) },
    ],
    remoteness: [
      {
        name: 'remoteness of the exporter',
        values: remoteness({ origin: exporter, destination: importer, period, distance, size: expenditure }),
      },
      {
        name: 'remoteness of the importer',
        values: remoteness({ origin: importer, destination: exporter, period, distance, size: output }),
      },
    ],
  }
}

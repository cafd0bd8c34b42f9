import {
  columnsNeeded,
  type EstimationProgress,
  estimateGravity,
  type FieldNames,
  type FittedGravity,
  type FormulaModel,
  KeruenError,
  parseModel,
  type Table,
} from '../../index.js'
import { replaceFile } from '../../platform/node/files.js'
import { openTableFile } from '../../platform/node/table-file.js'
import { createProgressBar } from '../progress-bar.js'
import { effectsCsv, estimateCsv, resistancesCsv } from './estimate-csv.js'
import { estimateRecord } from './estimate-json.js'
import { estimateLatex } from './estimate-latex.js'
import { estimatePage } from './estimate-page.js'
import type { EstimateRun } from './estimate-run.js'
import { checkSaveOptions, type SaveOptions, saveEstimate } from './estimate-save.js'
import { type StandardErrors, standardErrors } from './estimate-standard-errors.js'
import { testEstimate } from './estimate-tests.js'

interface EstimateOptions extends SaveOptions {
  readonly formula: readonly string[]
  readonly estimator: 'ppml' | 'ols'
  readonly cluster?: string
  readonly se?: string
  readonly weights?: string
  readonly offset?: string
  readonly where?: readonly string[]
  readonly missing: 'refuse' | 'drop'
  readonly panel?: string
  readonly time?: string
  readonly confidence: number
  readonly test?: readonly string[]
  readonly keepSingletons?: boolean
  readonly correctBias?: boolean
  readonly effects?: string
  readonly resistances?: string
  readonly sigma?: number
  readonly json?: boolean
  readonly md?: boolean
  readonly latex?: boolean
  readonly csv?: boolean
  readonly out?: string
}

/** `keruen estimate FILE --formula F`: a gravity model, or several side by side, on a table of the user's own. */
export async function estimateCommand(file: string, options: EstimateOptions): Promise<void> {
  const errors = standardErrors(options.se, options.cluster)
  checkSaveOptions(options, options.formula)
  const models = options.formula.map(formula => modelOf(formula, options))
  if (options.resistances !== undefined) checkResistances(models, options)
  // what is wrong with a formula is told before a large file is read
  const parsed = models.map(model => parseModel(model, optionName))
  const source = await openTableFile(file)
  const table = await source.read(columnsNeeded(parsed, source.names, file))
  const runs = models.map((model, k) => ({
    table,
    model,
    fitted: fitModel(
      table,
      model,
      options,
      errors,
      models.length > 1 ? `model ${k + 1} of ${models.length}: ` : '',
    ),
  }))
  const tests = (options.test ?? []).map(text => testEstimate(text, runs))
  if (options.effects !== undefined) await replaceFile(options.effects, effectsCsv(runs))
  if (options.resistances !== undefined) {
    await replaceFile(options.resistances, resistancesCsv(runs, options.sigma))
  }
  if (options.save !== undefined) await saveEstimate(options.save, file, runs[0]!.fitted, options, options)
  const text = outputOf(runs, tests, options)
  if (options.out === undefined) process.stdout.write(text)
  else await replaceFile(options.out, text)
}

function outputOf(
  runs: readonly EstimateRun[],
  tests: readonly ReturnType<typeof testEstimate>[],
  { json, csv, latex, md }: EstimateOptions,
): string {
  if (json) {
    const records = runs.map((run, k) =>
      estimateRecord(
        run,
        tests.map(test => test[k]!),
      ),
    )
    return `${JSON.stringify(records.length === 1 ? records[0] : records, null, 2)}\n`
  }
  if (csv) return estimateCsv(runs)
  if (latex) return estimateLatex(runs)
  return estimatePage(runs, tests, { md: md === true })
}

/** Told before a large file is read. */
function checkResistances(models: readonly FormulaModel[], { estimator }: EstimateOptions): void {
  const fault = (expected: string, found: string) =>
    new KeruenError('usage', {
      code: 'gravity.no-resistances',
      at: { field: '--resistances' },
      expected,
      found,
    })
  if (estimator === 'ols') throw fault('PPML, whose fitted sums are the observed ones', 'OLS')
  for (const { formula } of models) {
    const { effects } = parseModel({ formula }, optionName)
    if (effects.length < 2) throw fault('an exporter and an importer effect, in this order', formula)
  }
}

function modelOf(formula: string, options: EstimateOptions): FormulaModel {
  const { cluster, weights, offset, where, panel, time, missing } = options
  return {
    formula,
    ...(cluster === undefined ? {} : { clusters: [cluster] }),
    ...(weights === undefined ? {} : { weights }),
    ...(offset === undefined ? {} : { offset }),
    ...(where === undefined ? {} : { where }),
    ...(panel === undefined ? {} : { panel }),
    ...(time === undefined ? {} : { time }),
    missing: missing === 'drop' ? 'leave-out' : 'refuse',
  }
}

const optionName: FieldNames = field => `--${field === 'clusters' ? 'cluster' : field}`

function fitModel(
  table: Table,
  model: FormulaModel,
  options: EstimateOptions,
  { errors, smallSample }: StandardErrors,
  label: string,
): FittedGravity {
  const bar = createProgressBar()
  try {
    return estimateGravity(table, model, {
      estimator: options.estimator,
      fieldName: optionName,
      confidence: options.confidence,
      singletons: options.keepSingletons ? 'keep' : 'leave-out',
      correctBias: options.correctBias === true,
      recoverEffects: options.effects !== undefined || options.resistances !== undefined,
      onProgress: progress => bar.update(`${label}${progressWords(progress)}`, progressShare(progress), 100),
      ...(errors === undefined ? {} : { errors }),
      ...(smallSample === undefined ? {} : { smallSample }),
    })
  } finally {
    bar.stop()
  }
}

/** From a move of 1 to one of 1e-10 in percent: passes shrink it by about the same factor. */
function progressShare({ stage, move }: EstimationProgress): number {
  if (stage === 'covariance') return 100
  return move === undefined ? 0 : Math.round(Math.min(100, Math.max(0, -10 * Math.log10(move))))
}

function progressWords({ stage, done, move }: EstimationProgress): string {
  if (stage === 'sample') return 'rows in use'
  if (stage === 'separation') return `pass ${done}: separated observations`
  if (stage === 'covariance') return 'standard errors'
  return move === undefined
    ? `pass ${done}`
    : `pass ${done}, fitted means still move by ${move.toPrecision(1)}`
}

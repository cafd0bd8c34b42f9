import { formatCsv } from '../text-table.js'
import type { EstimateRun } from './estimate-run.js'

/** One line for each coefficient of each model; numbers in full. */
export function estimateCsv(runs: readonly EstimateRun[]): string {
  const titles = [
    'model',
    'formula',
    'estimator',
    'name',
    'estimate',
    'standard_error',
    'statistic',
    'p_value',
    'low',
    'high',
    'observations',
  ]
  const rows = runs.flatMap(({ fitted: { estimate, formula } }, k) =>
    estimate.coefficients.map(coefficient => [
      String(k + 1),
      harmless(formula),
      estimate.estimator,
      harmless(coefficient.name),
      ...[
        coefficient.estimate,
        coefficient.standardError,
        coefficient.statistic,
        coefficient.pValue,
        coefficient.low,
        coefficient.high,
        estimate.observations,
      ].map(exact),
    ]),
  )
  return `${formatCsv({ columns: titles.map(title => ({ title })), rows })}\n`
}

/** One line for each level of each absorbed effect; the value is empty for a level without a row in use. */
export function effectsCsv(runs: readonly EstimateRun[]): string {
  const rows = runs.flatMap(({ fitted: { estimate, effects } }, k) =>
    effects.flatMap(({ name, labels }, effect) =>
      labels.map((label, level) => [
        String(k + 1),
        harmless(name),
        harmless(label),
        exact(estimate.effectValues?.[effect]?.[level] ?? Number.NaN),
      ]),
    ),
  )
  const titles = ['model', 'effect', 'level', 'value']
  return `${formatCsv({ columns: titles.map(title => ({ title })), rows })}\n`
}

function exact(value: number): string {
  return Number.isFinite(value) ? String(value === 0 ? 0 : value) : ''
}

/** A text that no spreadsheet takes for a formula; names come from files of others. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

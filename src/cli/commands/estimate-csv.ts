import { levelComponents, multilateralResistances, resistanceLevels } from '../../index.js'
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

/**
 * One line for each level of each absorbed effect; the value is empty for a level without a row in use. Values of effects
 * after the first can be compared within a component only: levels that share rows with the first effect, in a chain.
 */
export function effectsCsv(runs: readonly EstimateRun[]): string {
  const rows = runs.flatMap(({ fitted: { estimate, effects } }, k) =>
    effects.flatMap(({ name, labels, ids }, effect) => {
      const used = usedRows(estimate.fittedMeans)
      const levels = (column: Int32Array) => used.map(row => column[row]!)
      const first = effects[0]!
      const { first: own, second } = levelComponents(
        levels(first.ids),
        first.labels.length,
        levels(ids),
        labels.length,
      )
      const components = effect === 0 ? own : second
      return labels.map((label, level) => [
        String(k + 1),
        harmless(name),
        harmless(label),
        exact(estimate.effectValues?.[effect]?.[level] ?? Number.NaN),
        // the first effect belongs to no component but those of the others
        effect === 0 || components[level]! < 0 ? '' : String(components[level]! + 1),
      ])
    }),
  )
  const titles = ['model', 'effect', 'level', 'value', 'component']
  return `${formatCsv({ columns: titles.map(title => ({ title })), rows })}\n`
}

/**
 * One line for each level of the first effect (exporters: outward) and of the second (importers: inward): resistances to
 * the power 1 − σ and, with σ given, themselves.
 */
export function resistancesCsv(runs: readonly EstimateRun[], sigma: number | undefined): string {
  const rows = runs.flatMap(({ fitted: { estimate, effects } }, k) => {
    const [exporter, importer] = effects as [EffectLabels, EffectLabels]
    const found = multilateralResistances({
      exporter: exporter.ids,
      importer: importer.ids,
      exporterEffect: estimate.effectValues![0]!,
      importerEffect: estimate.effectValues![1]!,
      fittedMeans: estimate.fittedMeans,
    })
    const lines = (
      side: string,
      { name, labels }: EffectLabels,
      powers: Float64Array,
      trade: Float64Array,
      components: Int32Array,
    ) => {
      const levels = sigma === undefined ? undefined : resistanceLevels(powers, sigma)
      return labels.map((label, level) => [
        String(k + 1),
        side,
        harmless(name),
        harmless(label),
        exact(trade[level]!),
        exact(powers[level]!),
        ...(levels === undefined ? [] : [exact(levels[level]!)]),
        components[level]! < 0 ? '' : String(components[level]! + 1),
      ])
    }
    return [
      ...lines('outward', exporter, found.outwardPower, found.output, found.componentOfExporter),
      ...lines('inward', importer, found.inwardPower, found.expenditure, found.componentOfImporter),
    ]
  })
  const titles = [
    ...['model', 'resistance', 'effect', 'level', 'fitted_trade', 'power_1_minus_sigma'],
    ...(sigma === undefined ? [] : ['value']),
    'component',
  ]
  return `${formatCsv({ columns: titles.map(title => ({ title })), rows })}\n`
}

type EffectLabels = EstimateRun['fitted']['effects'][number]

function usedRows(fittedMeans: Float64Array): Int32Array {
  return Int32Array.from(
    [...fittedMeans.keys()].filter(row => !Number.isNaN(fittedMeans[row]!) && fittedMeans[row] !== 0),
  )
}

function exact(value: number): string {
  return Number.isFinite(value) ? String(value === 0 ? 0 : value) : ''
}

/** A text that no spreadsheet takes for a formula; names come from files of others. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

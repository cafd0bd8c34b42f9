/** A three-way Poisson fit, pair by pair: what its bias correction is made from. */
import { KeruenError } from '../../errors.js'

/**
 * A Poisson fit with exporter-period, importer-period and pair effects, pairs being directed; all arrays have one entry
 * for each row of the data.
 */
export interface ThreeWayFit {
  /** Numbers, whole and ≥ 0. */
  readonly exporter: ArrayLike<number>
  readonly importer: ArrayLike<number>
  readonly period: ArrayLike<number>
  readonly outcome: Float64Array
  /** As the estimate has them: rows with 0 or NaN were left out. */
  readonly fittedMeans: Float64Array
  /** For each slope the regressor less its projection on the three effects, weighted by the fitted means. */
  readonly residualised: readonly Float64Array[]
}

/** The same by pair and period; cells that were not in use are zero. */
export interface ThreeWayPanel {
  readonly pairs: number
  readonly periods: number
  readonly exporters: number
  readonly importers: number
  /** For each pair its exporter and importer, numbered from 0. */
  readonly exporterOf: Int32Array
  readonly importerOf: Int32Array
  /** λ: pairs × periods. */
  readonly means: Float64Array
  /** y − λ: pairs × periods; adds up to zero over the periods of a pair. */
  readonly scores: Float64Array
  /** For each slope x̃: pairs × periods. */
  readonly regressors: readonly Float64Array[]
}

/** How far sums that the fit sets to zero may be from it, relative to what is added up. */
const FOC_TOLERANCE = 1e-5

/**
 * Lays out a fit by pair and period.
 *
 * @throws KeruenError (input) `gravity.repeated-pair`: a pair has two rows in one period; `gravity.not-three-way`: fitted
 *         means that do not add up to the outcomes, or regressors that do not add up to zero, within an effect.
 */
export function threeWayPanel(fit: ThreeWayFit): ThreeWayPanel {
  const { outcome, fittedMeans, residualised } = fit
  const rows = [...fittedMeans.keys()].filter(row => fittedMeans[row]! > 0)
  const exporter = numbered(rows.map(row => fit.exporter[row]!))
  const importer = numbered(rows.map(row => fit.importer[row]!))
  const period = numbered(rows.map(row => fit.period[row]!))
  const pair = numbered(rows.map((_, k) => exporter.ids[k]! * importer.count + importer.ids[k]!))
  const size = pair.count * period.count
  const panel = {
    pairs: pair.count,
    periods: period.count,
    exporters: exporter.count,
    importers: importer.count,
    exporterOf: new Int32Array(pair.count),
    importerOf: new Int32Array(pair.count),
    means: new Float64Array(size),
    scores: new Float64Array(size),
    regressors: residualised.map(() => new Float64Array(size)),
  }
  rows.forEach((row, k) => {
    const cell = pair.ids[k]! * period.count + period.ids[k]!
    if (panel.means[cell]! > 0) {
      throw new KeruenError('input', {
        code: 'gravity.repeated-pair',
        expected: 'one row for a pair in a period',
        found: `another in row ${row + 1}`,
        mend: 'The correction is for exporter-period, importer-period and pair effects alone',
      })
    }
    panel.exporterOf[pair.ids[k]!] = exporter.ids[k]!
    panel.importerOf[pair.ids[k]!] = importer.ids[k]!
    panel.means[cell] = fittedMeans[row]!
    panel.scores[cell] = outcome[row]! - fittedMeans[row]!
    residualised.forEach((values, slope) => {
      panel.regressors[slope]![cell] = values[row]!
    })
  })
  checkSums(panel)
  return panel
}

/** Numbers from 0 in ascending order of the values. */
function numbered(values: readonly number[]): { ids: Int32Array; count: number } {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const position = new Map(sorted.map((value, k) => [value, k]))
  return { ids: Int32Array.from(values, value => position.get(value)!), count: sorted.length }
}

/** Scores and weighted regressors add up to zero within every level of the three effects. */
function checkSums(panel: ThreeWayPanel): void {
  const { pairs, periods, exporterOf, importerOf, means, scores, regressors } = panel
  const levels: readonly [string, (pair: number, period: number) => number][] = [
    ['exporter-period', (pair, period) => exporterOf[pair]! * periods + period],
    ['importer-period', (pair, period) => importerOf[pair]! * periods + period],
    ['pair', pair => pair],
  ]
  const weighted = regressors.map(values => values.map((value, cell) => value * means[cell]!))
  for (const [name, level] of levels) {
    const counts = Math.max(pairs, panel.exporters * periods, panel.importers * periods)
    for (const [what, column] of [
      ['outcome', scores] as const,
      ...weighted.map(w => ['regressor', w] as const),
    ]) {
      const sums = new Float64Array(counts)
      const sizes = new Float64Array(counts)
      for (let cell = 0; cell < column.length; cell++) {
        const at = level(Math.floor(cell / periods), cell % periods)
        sums[at]! += column[cell]!
        sizes[at]! += what === 'outcome' ? means[cell]! : Math.abs(column[cell]!)
      }
      const off = sums.findIndex((sum, at) => Math.abs(sum) > FOC_TOLERANCE * sizes[at]!)
      if (off < 0) continue
      throw new KeruenError('input', {
        code: 'gravity.not-three-way',
        at: { field: `${name} effects` },
        expected:
          what === 'outcome'
            ? 'fitted means that add up to the outcomes within every level'
            : 'weighted regressors that add up to zero within every level',
        found: `a sum that is ${sums[off]!.toPrecision(3)} off`,
        mend: 'The correction is for an estimate with exporter-period, importer-period and directed pair effects alone',
      })
    }
  }
}

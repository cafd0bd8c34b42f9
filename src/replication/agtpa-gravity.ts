/** Advanced Guide to Trade Policy Analysis, chapter 1: the sample of its three applications, and their models. */

import { byPeriod, homeLevels, internationalBorder } from '../gravity/design/policy.js'
import type { GravityEstimate, SmallSample } from '../gravity/fit/estimate.js'
import type { Grouping, NamedColumn } from '../gravity/fit/estimation-data.js'
import { estimateOls } from '../gravity/fit/ols.js'
import { estimatePpml } from '../gravity/fit/ppml.js'
import { log } from '../numeric/elementary.js'
import { type AgtpaPanel, readAgtpaPanel } from './agtpa-data.js'
import { AGTPA_PANEL } from './agtpa-trade-without-borders.js'
import { type ComputedNumber, explainDigits, type PrintedCell, printedCells } from './printed-numbers.js'
import type { Replication } from './replication.js'

/** Path below the data folder. */
export const GUIDE_GRAVITY_FILES: readonly string[] = [AGTPA_PANEL]

const SOURCE =
  'Yotov, Piermartini, Monteiro and Larch (2016), An Advanced Guide to Trade Policy Analysis, chapter 1'

/** Every fourth year, so that trade has time to adjust. */
export const GUIDE_YEARS: readonly number[] = [1986, 1990, 1994, 1998, 2002, 2006]

/** The rows of those years, home sales included; all arrays have one entry for each of them. */
export interface GuideSample {
  readonly exporter: Int32Array
  readonly importer: Int32Array
  readonly period: Int32Array
  readonly trade: Float64Array
  /** 1 where exporter and importer differ. */
  readonly border: Float64Array
  readonly logDistance: NamedColumn
  /** Contiguity, language and colony. */
  readonly ties: readonly NamedColumn[]
  readonly agreement: NamedColumn
  readonly shiftedAgreement: ReadonlyMap<string, Float64Array>
  readonly exporterYear: Grouping
  readonly importerYear: Grouping
  /** Pairs, the same in both directions, and each country with itself: an effect, and what errors are clustered by. */
  readonly pair: Grouping
  /** One level for the home sales of each country, one for all trade abroad. */
  readonly home: Grouping
}

/** One column of a table. */
export interface GuideModel {
  readonly column: string
  /** Least squares explains the logarithm of what is traded at all. */
  readonly estimator: 'ols' | 'ppml'
  readonly rows: 'abroad' | 'abroad and at home'
  readonly regressors: readonly NamedColumn[]
  readonly effects: readonly Grouping[]
  /** Default: that of the table's other columns by the same estimator, see `ERROR_RULES`. */
  readonly smallSample?: SmallSample
}

/**
 * The sample of the applications.
 *
 * @param text    of the panel.
 * @param shifted columns with the agreement at another time.
 * @throws KeruenError (input) as `readAgtpaPanel`.
 */
export function readGuideSample(text: string, shifted: readonly string[] = []): GuideSample {
  const panel = readAgtpaPanel(text, AGTPA_PANEL, shifted)
  const rows = Int32Array.from(panel.year.keys()).filter(row => GUIDE_YEARS.includes(panel.year[row]!))
  const ids = (values: Int32Array) => Int32Array.from(rows, row => values[row]!)
  const numbers = (values: Float64Array) => Float64Array.from(rows, row => values[row]!)
  const exporter = ids(panel.exporter)
  const importer = ids(panel.importer)
  const period = ids(panel.year)
  return {
    exporter,
    importer,
    period,
    trade: numbers(panel.trade),
    border: internationalBorder({ exporter, importer }),
    logDistance: { name: 'ln distance', values: numbers(panel.logDistance) },
    ties: tiesOf(panel).map(({ name, values }) => ({ name, values: numbers(values) })),
    agreement: { name: 'RTA', values: numbers(panel.agreement) },
    shiftedAgreement: new Map([...panel.shiftedAgreement].map(([name, values]) => [name, numbers(values)])),
    exporterYear: withYear('exporter^year', exporter, period),
    importerYear: withYear('importer^year', importer, period),
    pair: { name: 'pair', ids: ids(panel.pair) },
    home: { name: 'home', ids: homeLevels({ exporter, importer }) },
  }
}

function tiesOf({ contiguity, commonLanguage, colony }: AgtpaPanel): NamedColumn[] {
  return [
    { name: 'contiguity', values: contiguity },
    { name: 'language', values: commonLanguage },
    { name: 'colony', values: colony },
  ]
}

function withYear(name: string, economy: Int32Array, period: Int32Array): Grouping {
  const first = GUIDE_YEARS[0]!
  return { name, ids: economy.map((id, row) => id * 100 + period[row]! - first) }
}

/** A variable with one coefficient for each year but `without`: `ln distance 1986`, … */
export function byYear(
  variable: NamedColumn,
  { period }: Pick<GuideSample, 'period'>,
  without?: number,
): NamedColumn[] {
  return byPeriod(variable, period, without).map(({ name, values }) => ({
    name: name.replace(`${variable.name}_`, `${variable.name} `),
    values,
  }))
}

/**
 * Estimates one column, clustered by pair.
 *
 * @throws KeruenError as `estimatePpml` and `estimateOls`.
 */
export function estimateGuideModel(
  sample: GuideSample,
  model: GuideModel,
  smallSample: SmallSample = model.smallSample ?? (model.estimator === 'ols' ? 'fixest' : 'ppmlhdfe'),
): GravityEstimate {
  const { trade, border, pair } = sample
  const linear = model.estimator === 'ols'
  const rows = Int32Array.from(trade.keys()).filter(
    row => (model.rows !== 'abroad' || border[row] === 1) && (!linear || trade[row]! > 0),
  )
  const numbers = (values: Float64Array) => Float64Array.from(rows, row => values[row]!)
  const levels = ({ name, ids }: Grouping) => ({ name, ids: Int32Array.from(rows, row => ids[row]!) })
  const outcome = numbers(trade)
  const parts = {
    outcomeName: linear ? 'ln trade' : 'trade',
    regressors: model.regressors.map(({ name, values }) => ({ name, values: numbers(values) })),
    effects: model.effects.map(levels),
    clusters: [levels(pair)],
  }
  return linear
    ? estimateOls({ ...parts, outcome: outcome.map(log) }, { smallSample, singletons: 'keep' })
    : estimatePpml({ ...parts, outcome }, { smallSample })
}

/**
 * One column as cells: its coefficients, what is derived from them, observations and fit (R² of least squares, squared
 * correlation of PPML).
 */
export function guideCells(
  table: string,
  column: string,
  estimate: GravityEstimate,
  derived: readonly ComputedNumber[],
  printed: Readonly<Record<string, string>>,
): PrintedCell[] {
  const { rSquared, squaredCorrelation } = estimate.fit
  return printedCells(
    table,
    column,
    [
      ...estimate.coefficients,
      ...derived,
      { name: 'observations', estimate: estimate.observations },
      rSquared === null
        ? { name: 'squared correlation', estimate: squaredCorrelation }
        : { name: 'R²', estimate: rSquared },
    ],
    printed,
  )
}

const ERROR_RULES =
  'Errors are clustered by pair, the home sales of each country a cluster of their own. PPML: times G/(G − 1). Least ' +
  'squares: also times (N − 1)/(N − K), K the slopes and the absorbed levels less one for each effect after the first; ' +
  'with the exact rank, one less for each year, no printed digit would differ.'

/** A finished table of the chapter. */
export function guideReplication(
  name: string,
  title: string,
  application: number,
  cells: readonly PrintedCell[],
  explanations: readonly string[],
): Replication {
  return {
    name,
    title,
    source: `${SOURCE}, application ${application}`,
    rows: cells.map(({ row }) => row),
    explanations: [explainDigits(cells), ERROR_RULES, ...explanations],
  }
}

/** Advanced Guide to Trade Policy Analysis, chapter 2, application 1: trade without borders. */
import { estimatePpml } from '../gravity/fit/ppml.js'
import { positionsOf, readAgtpaPanel, rowsOfYear } from './agtpa-data.js'
import {
  type AgtpaOutputFiles,
  coefficientRows,
  effectRows,
  explainSolutions,
  type PercentConvention,
  type PublishedCoefficient,
  solveGuideScenario,
} from './agtpa-tables.js'
import type { Replication } from './replication.js'

export const AGTPA_PANEL = 'published/agtpa/agtpa_applications.csv.gz'

const OUTPUT: AgtpaOutputFiles = {
  effects: 'published/agtpa/published_1_TradeWithoutBorder_FULL.csv',
  production:
    'published/agtpa/Chapter2_Applications_1_TradeWithoutBorder_Results_1_TradeWithoutBorder_FULL_PROD.csv',
  consumption:
    'published/agtpa/Chapter2_Applications_1_TradeWithoutBorder_Results_1_TradeWithoutBorder_FULL_CONS.csv',
}

/** Paths below the data folder. */
export const TRADE_WITHOUT_BORDERS_FILES: readonly string[] = [AGTPA_PANEL, ...Object.values(OUTPUT)]
export const TRADE_WITHOUT_BORDERS_TITLE = 'Trade without borders'

const YEAR = 2006
const REFERENCE = 'DEU'

/** As the authors' program prints them; standard errors are robust, with N/(N − 1). */
const PRINTED: readonly PublishedCoefficient[] = [
  { row: 'ln distance', estimate: -0.7912879, standardError: 0.0501494 },
  { row: 'contiguity', estimate: 0.6736456, standardError: 0.1073719 },
  { row: 'international border', estimate: -2.47445, standardError: 0.1193816 },
]

/** Counterfactual over baseline. */
const CHANGES: PercentConvention = { percent: hat => 100 * (hat - 1) }

/**
 * What would happen without international borders, geography kept: gravity of 2006 by Poisson estimation with
 * exporter and importer fixed effects, then the border's effect taken out.
 *
 * Rows: the coefficients (mode `estimate`), then percent changes for every country in the modes `conditional`,
 * `published` (the authors' loop with their stop rule) and `converged` (exact).
 *
 * @param files texts by path below the data folder, all of `TRADE_WITHOUT_BORDERS_FILES`.
 * @throws KeruenError (input) `replication.…` for a file that is not as published; as `estimatePpml` and
 *         `solveOneSector` where its numbers have no estimate or equilibrium.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), chapter 2, application 1.
 */
export function replicateTradeWithoutBorders(files: ReadonlyMap<string, string>): Replication {
  const panel = readAgtpaPanel(files.get(AGTPA_PANEL)!, AGTPA_PANEL)
  const { countries, exporter, importer } = panel
  const [reference] = positionsOf(panel, [REFERENCE]) as [number]
  const rows = rowsOfYear(panel, YEAR)
  const column = (values: Float64Array) => Float64Array.from(rows, row => values[row]!)
  const trade = column(panel.trade)
  const logDistance = column(panel.logDistance)
  const contiguity = column(panel.contiguity)
  const border = Float64Array.from(rows, row => (exporter[row] === importer[row] ? 0 : 1))
  const estimate = estimatePpml({
    outcome: trade,
    regressors: [
      { name: 'ln distance', values: logDistance },
      { name: 'contiguity', values: contiguity },
      { name: 'international border', values: border },
    ],
    effects: [
      { name: 'exporter', ids: Int32Array.from(rows, row => exporter[row]!) },
      { name: 'importer', ids: Int32Array.from(rows, row => importer[row]!) },
    ],
  })
  const [ofDistance, ofContiguity, ofBorder] = estimate.coefficients.map(slope => slope.estimate) as [
    number,
    number,
    number,
  ]
  const counterfactualCosts = logDistance.map(
    (distance, cell) => ofDistance * distance + ofContiguity * contiguity[cell]!,
  )
  const solutions = solveGuideScenario({
    countries,
    reference,
    trade,
    baselineCosts: counterfactualCosts.map((cost, cell) => cost + ofBorder * border[cell]!),
    counterfactualCosts,
  })
  const effects = effectRows(
    'effects of removing borders, percent',
    solutions,
    countries,
    files,
    OUTPUT,
    CHANGES,
  )
  return {
    name: 'agtpa-2-1',
    title: TRADE_WITHOUT_BORDERS_TITLE,
    source:
      'Yotov, Piermartini, Monteiro and Larch (2016), An Advanced Guide to Trade Policy Analysis, chapter 2, application 1',
    rows: [...coefficientRows(`gravity of ${YEAR}`, estimate, PRINTED), ...effects],
    explanations: explainSolutions(solutions, effects, countries, [countries[0]!], CHANGES),
  }
}

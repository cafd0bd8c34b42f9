/** Advanced Guide to Trade Policy Analysis, chapter 2, application 2: the effects of NAFTA. */
import type { GravityEstimate } from '../gravity/fit/estimate.js'
import { estimatePpml } from '../gravity/fit/ppml.js'
import { exp } from '../numeric/elementary.js'
import { type AgtpaPanel, positionsOf, readAgtpaPanel, rowsOfYear } from './agtpa-data.js'
import {
  type AgtpaOutputFiles,
  coefficientRows,
  effectRows,
  explainSolutions,
  type PercentConvention,
  type PublishedCoefficient,
  solveGuideScenario,
} from './agtpa-tables.js'
import { AGTPA_PANEL } from './agtpa-trade-without-borders.js'
import type { Replication } from './replication.js'

const OUTPUT: AgtpaOutputFiles = {
  effects: 'published/agtpa/published_2_RTAsEffects_FULL.csv',
  production: 'published/agtpa/Chapter2_Applications_2_RTAsEffects_Results_2_RTAsEffects_FULL_PROD.csv',
  consumption: 'published/agtpa/Chapter2_Applications_2_RTAsEffects_Results_2_RTAsEffects_FULL_CONS.csv',
}

/** Paths below the data folder. */
export const NAFTA_FILES: readonly string[] = [AGTPA_PANEL, ...Object.values(OUTPUT)]
export const NAFTA_TITLE = 'Effects of NAFTA'

const YEARS = [1986, 1990, 1994, 1998, 2002, 2006]
const YEAR = 1994
const REFERENCE = 'DEU'
const MEMBERS = ['CAN', 'MEX', 'USA']

/** As the authors' program prints them. */
const PRINTED_AGREEMENT: readonly PublishedCoefficient[] = [
  { row: 'regional trade agreement', estimate: 0.5571853 },
]
const PRINTED_PAIR_COSTS: readonly PublishedCoefficient[] = [
  { row: 'ln distance', estimate: -0.8475027 },
  { row: 'contiguity', estimate: 0.2940831 },
  { row: 'common language', estimate: 0.3632659 },
  { row: 'colony', estimate: 0.2394163 },
]

/** With the agreement against without it: baseline over counterfactual; the authors' prices are one less their ratio. */
const WITH_AGAINST_WITHOUT: PercentConvention = {
  percent: hat => 100 * (1 / hat - 1),
  publishedPricePercent: hat => 100 * (1 - hat),
}

/**
 * What NAFTA did in 1994, against a world without it.
 *
 * First stage: panel of every fourth year with exporter-year, importer-year and pair fixed effects. Second stage: the
 * pair effects of international pairs on geography, to have the costs of pairs that never trade. Then costs without
 * the agreement among the three members.
 *
 * Rows: the coefficients of both stages (mode `estimate`), then percent changes for every country in the modes
 * `conditional`, `published` (the authors' loop with their stop rule) and `converged` (exact).
 *
 * @param files texts by path below the data folder, all of `NAFTA_FILES`.
 * @throws KeruenError (input) `replication.…` for a file that is not as published; as `estimatePpml` and
 *         `solveOneSector` where its numbers have no estimate or equilibrium.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), chapter 2, application 2; Anderson & Yotov (2016) for both stages.
 */
export function replicateNafta(files: ReadonlyMap<string, string>): Replication {
  const panel = readAgtpaPanel(files.get(AGTPA_PANEL)!, AGTPA_PANEL)
  const { countries, exporter, importer, agreement } = panel
  const [reference] = positionsOf(panel, [REFERENCE]) as [number]
  const members = new Set(positionsOf(panel, MEMBERS))
  for (const year of YEARS) rowsOfYear(panel, year)
  const rows = rowsOfYear(panel, YEAR)

  const firstStage = estimatePanel(panel)
  const { costs, secondStage, filled } = pairCosts(panel, rows, firstStage)
  const ofAgreement = firstStage.coefficients[0]!.estimate
  const solutions = solveGuideScenario({
    countries,
    reference,
    trade: Float64Array.from(rows, row => panel.trade[row]!),
    baselineCosts: costs.map((cost, cell) => cost + ofAgreement * agreement[rows[cell]!]!),
    counterfactualCosts: costs.map((cost, cell) => {
      const row = rows[cell]!
      const among = members.has(exporter[row]!) && members.has(importer[row]!)
      return cost + ofAgreement * (among ? 0 : agreement[row]!)
    }),
  })
  const effects = effectRows(
    'effects of NAFTA, percent',
    solutions,
    countries,
    files,
    OUTPUT,
    WITH_AGAINST_WITHOUT,
  )
  return {
    name: 'agtpa-2-2',
    title: NAFTA_TITLE,
    source:
      'Yotov, Piermartini, Monteiro and Larch (2016), An Advanced Guide to Trade Policy Analysis, chapter 2, application 2',
    rows: [
      ...coefficientRows('panel with pair effects', firstStage, PRINTED_AGREEMENT),
      ...coefficientRows('pair effects on geography', secondStage, PRINTED_PAIR_COSTS),
      ...effects,
    ],
    explanations: [
      `An effect is (with − without) ÷ without, in percent: the baseline of ${YEAR} has the agreement, the ` +
        `counterfactual has not. The authors write factory-gate prices alone as one less the ratio without ÷ with; mode ` +
        `published follows them, mode converged treats prices as everything else.`,
      `${filled} directed pairs never trade in the years of the panel and have no pair effect; theirs is filled from ` +
        `geography.`,
      ...explainSolutions(solutions, effects, countries, MEMBERS, WITH_AGAINST_WITHOUT),
    ],
  }
}

/** Trade on agreements with exporter-year, importer-year and pair effects; sales at home share one pair effect, zero. */
function estimatePanel({
  countries,
  exporter,
  importer,
  pair,
  year,
  trade,
  agreement,
}: AgtpaPanel): GravityEstimate {
  const n = countries.length
  const wanted = [...year.keys()].filter(row => YEARS.includes(year[row]!))
  const column = (values: Float64Array) => Float64Array.from(wanted, row => values[row]!)
  const ids = (level: (row: number) => number) => Int32Array.from(wanted, level)
  return estimatePpml(
    {
      outcome: column(trade),
      regressors: [{ name: 'regional trade agreement', values: column(agreement) }],
      effects: [
        { name: 'exporter^year', ids: ids(row => YEARS.indexOf(year[row]!) * n + exporter[row]!) },
        { name: 'importer^year', ids: ids(row => YEARS.indexOf(year[row]!) * n + importer[row]!) },
        { name: 'pair', ids: ids(row => (exporter[row] === importer[row] ? 0 : pair[row]! + 1)) },
      ],
      clusters: [{ name: 'pair_id', ids: ids(row => pair[row]!) }],
      referenceLevels: [[], [], [0]],
    },
    { recoverEffects: true },
  )
}

/** ln of trade costs to the power 1 − σ without agreements, n × n: the pair effects, filled from geography. */
function pairCosts(panel: AgtpaPanel, rows: Int32Array, firstStage: GravityEstimate) {
  const { exporter, importer, pair, logDistance, contiguity, commonLanguage, colony } = panel
  const pairEffects = firstStage.effectValues![2]!
  const costs = Float64Array.from(rows, row =>
    exporter[row] === importer[row] ? 0 : pairEffects[pair[row]! + 1]!,
  )
  const known = [...rows.keys()].filter(cell => {
    const row = rows[cell]!
    return exporter[row] !== importer[row] && !Number.isNaN(costs[cell]!)
  })
  const geography = [
    { name: 'ln distance', values: logDistance },
    { name: 'contiguity', values: contiguity },
    { name: 'common language', values: commonLanguage },
    { name: 'colony', values: colony },
  ]
  const secondStage = estimatePpml(
    {
      outcome: Float64Array.from(known, cell => exp(costs[cell]!)),
      regressors: geography.map(({ name, values }) => ({
        name,
        values: Float64Array.from(known, cell => values[rows[cell]!]!),
      })),
      effects: [
        { name: 'exporter', ids: Int32Array.from(known, cell => exporter[rows[cell]!]!) },
        { name: 'importer', ids: Int32Array.from(known, cell => importer[rows[cell]!]!) },
      ],
    },
    { recoverEffects: true },
  )
  const [ofExporter, ofImporter] = secondStage.effectValues as [Float64Array, Float64Array]
  let filled = 0
  for (let cell = 0; cell < costs.length; cell++) {
    if (!Number.isNaN(costs[cell]!)) continue
    const row = rows[cell]!
    filled++
    costs[cell] = secondStage.coefficients.reduce(
      (cost, { estimate }, k) => cost + estimate * geography[k]!.values[row]!,
      ofExporter[exporter[row]!]! + ofImporter[importer[row]!]!,
    )
  }
  return { costs, secondStage, filled }
}

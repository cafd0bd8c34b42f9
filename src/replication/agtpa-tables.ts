/** The Guide's tables of effects by country: which columns they have, in which file, and what is said about them. */

import type { GravityEstimate } from '../gravity/fit/estimate.js'
import { readPublishedColumns } from './agtpa-data.js'
import { type GuideLoop, type GuideLoopOptions, runGuideLoop } from './agtpa-loop.js'
import {
  fitStructuralGravity,
  type GuideEffects,
  type GuideEquilibrium,
  type GuideScenario,
  solveGuideWorld,
} from './agtpa-world.js'
import { type ReplicationRow, replicationRow } from './replication.js'

/** The three output files of an application, by their paths below the data folder. */
export interface AgtpaOutputFiles {
  readonly effects: string
  readonly production: string
  readonly consumption: string
}

/** How an application writes a ratio of counterfactual to baseline as a percentage. */
export interface PercentConvention {
  readonly percent: (hat: number) => number
  /** Factory-gate prices in mode published, where the authors do not do it as with everything else. */
  readonly publishedPricePercent?: (hat: number) => number
}

interface EffectColumn {
  readonly column: string
  readonly file: keyof AgtpaOutputFiles
  readonly published: string
  readonly hat: keyof GuideEffects
}

const CONDITIONAL_COLUMNS: readonly EffectColumn[] = [
  { column: 'exports conditional', file: 'effects', published: 'change_Xi_CDL', hat: 'exportsHat' },
  {
    column: 'inward multilateral resistance conditional',
    file: 'consumption',
    published: 'change_IMR_CDL',
    hat: 'inwardMultilateralResistanceHat',
  },
  {
    column: 'outward multilateral resistance conditional',
    file: 'production',
    published: 'change_OMR_CDL',
    hat: 'outwardMultilateralResistanceHat',
  },
]

const FULL_COLUMNS: readonly EffectColumn[] = [
  { column: 'exports full', file: 'effects', published: 'change_Xi_FULL', hat: 'exportsHat' },
  {
    column: 'factory-gate price',
    file: 'effects',
    published: 'change_price_FULL',
    hat: 'factoryGatePriceHat',
  },
  {
    column: 'inward multilateral resistance',
    file: 'effects',
    published: 'change_IMR_FULL',
    hat: 'inwardMultilateralResistanceHat',
  },
  {
    column: 'outward multilateral resistance',
    file: 'production',
    published: 'change_OMR_FULL',
    hat: 'outwardMultilateralResistanceHat',
  },
  { column: 'real GDP', file: 'effects', published: 'change_rGDP_FULL', hat: 'realGdpHat' },
]

/** The authors' rule: the deviation and the largest change of prices between two passes below 0.01. */
const PUBLISHED_LOOP: GuideLoopOptions = { tolerance: 0.01, maxPasses: 100 }
/** The same loop run on, to where the sixth digit of a percentage no longer moves, or until it is seen to run away. */
const LOOP_RUN_ON: GuideLoopOptions = { tolerance: 1e-9, maxPasses: 100, runaway: 100 }

/** Every way of computing an application. */
export interface GuideSolutions {
  readonly conditional: GuideEquilibrium
  readonly published: GuideLoop
  readonly runOn: GuideLoop
  readonly converged: GuideEquilibrium
}

/**
 * Solves a scenario in every mode.
 *
 * @throws KeruenError as `fitStructuralGravity`, `runGuideLoop` and `solveGuideWorld`.
 */
export function solveGuideScenario(scenario: GuideScenario): GuideSolutions {
  const { trade, baselineCosts, counterfactualCosts, countries, reference } = scenario
  const baseline = fitStructuralGravity(trade, baselineCosts, countries.length, reference)
  const constrained = fitStructuralGravity(trade, counterfactualCosts, countries.length, reference)
  return {
    conditional: solveGuideWorld(scenario, baseline.fitted, 'conditional'),
    published: runGuideLoop(scenario, baseline, constrained, PUBLISHED_LOOP),
    runOn: runGuideLoop(scenario, baseline, constrained, LOOP_RUN_ON),
    converged: solveGuideWorld(scenario, baseline.fitted, 'full'),
  }
}

/**
 * Rows of one application's effects on every country, percent, in the modes conditional, published and converged.
 *
 * @param files texts by path.
 * @throws KeruenError (input) as `readPublishedColumns`.
 */
export function effectRows(
  table: string,
  solutions: GuideSolutions,
  countries: readonly string[],
  files: ReadonlyMap<string, string>,
  paths: AgtpaOutputFiles,
  { percent, publishedPricePercent = percent }: PercentConvention,
): ReplicationRow[] {
  const columns = [...CONDITIONAL_COLUMNS, ...FULL_COLUMNS]
  const published = new Map(
    (['effects', 'production', 'consumption'] as const).map(file => [
      file,
      readPublishedColumns(
        files.get(paths[file])!,
        paths[file],
        columns.filter(column => column.file === file).map(column => column.published),
        countries,
      ),
    ]),
  )
  const rowsOf = (mode: string, effects: GuideEffects, wanted: readonly EffectColumn[]) =>
    wanted.flatMap(({ column, file, published: name, hat }) =>
      countries.map((country, i) =>
        replicationRow({
          table,
          row: country,
          column,
          mode,
          published: published.get(file)!.get(name)![i]!,
          computed: (mode === 'published' && hat === 'factoryGatePriceHat' ? publishedPricePercent : percent)(
            effects[hat][i]!,
          ),
        }),
      ),
    )
  return [
    ...rowsOf('conditional', solutions.conditional, CONDITIONAL_COLUMNS),
    ...rowsOf('published', solutions.published.effects, FULL_COLUMNS),
    ...rowsOf('converged', solutions.converged, FULL_COLUMNS),
  ]
}

/** What the publication prints of one coefficient. */
export interface PublishedCoefficient {
  readonly row: string
  readonly estimate: number
  readonly standardError?: number
}

/** Rows of estimated coefficients, in the order of the estimate's; mode `estimate`. */
export function coefficientRows(
  table: string,
  { coefficients }: GravityEstimate,
  published: readonly PublishedCoefficient[],
): ReplicationRow[] {
  return coefficients.flatMap(({ estimate, standardError }, k) => {
    const { row, estimate: printed, standardError: printedError } = published[k]!
    return [
      replicationRow({
        table,
        row,
        column: 'estimate',
        mode: 'estimate',
        published: printed,
        computed: estimate,
      }),
      replicationRow({
        table,
        row,
        column: 'standard error',
        mode: 'estimate',
        published: printedError ?? null,
        computed: standardError,
      }),
    ]
  })
}

/**
 * What there is to say on published and converged numbers, made from the numbers.
 *
 * @param examples countries whose real GDP is shown in each way of computing it.
 */
export function explainSolutions(
  { conditional, published, runOn, converged }: GuideSolutions,
  rows: readonly ReplicationRow[],
  countries: readonly string[],
  examples: readonly string[],
  { percent }: PercentConvention,
): string[] {
  const largest = (mode: string) =>
    Math.max(0, ...rows.filter(row => row.mode === mode).map(row => Math.abs(row.difference ?? 0)))
  const furthest = rows
    .filter(row => row.mode === 'converged')
    .reduce((far, row) => (Math.abs(row.difference ?? 0) > Math.abs(far.difference ?? 0) ? row : far))
  const realGdp = ({ realGdpHat }: GuideEffects) =>
    examples
      .map(country => `${country} ${percent(realGdpHat[countries.indexOf(country)]!).toFixed(3)}`)
      .join(', ')
  const printed = rows.filter(row => row.mode === 'published' && row.column === 'real GDP')
  const printedGdp = examples
    .map(country => `${country} ${printed.find(row => row.row === country)!.published!.toFixed(3)}`)
    .join(', ')
  const last = published.passes.at(-1)!
  const end = runOn.passes.at(-1)!
  const lawError = Math.max(
    ...converged.realGdpHat.map((hat, i) => Math.abs(hat / converged.homeShareFormula[i]! - 1)),
  )
  return [
    `Conditional effects (output and expenditure held) part from those printed by at most ` +
      `${short(largest('conditional'))} percentage points over ${conditional.exportsHat.length} countries.`,
    `The printed full-endowment numbers are not converged. The authors' loop asks for price changes of two passes ` +
      `that differ by no more than ${PUBLISHED_LOOP.tolerance}; it stops after ${published.passes.length} passes, ` +
      `with a standard deviation of ${last.standardDeviation.toFixed(5)} and a largest difference of ` +
      `${last.largest.toFixed(5)} (the largest, not the largest in size: a fall is not seen). Stopped there, it ` +
      `parts from the printed numbers by at most ${short(largest('published'))} percentage points: mode published.`,
    runOn.settled
      ? `Run on, the loop comes to rest after ${runOn.passes.length} passes, at other numbers. World expenditure ` +
        `is then ${(100 * runOn.spendingOverOutput).toFixed(3)} % of world output: each country spends its old ` +
        `multiple of its output, and nothing scales the sum to what the world earns.`
      : `Run on, the loop does not come to rest: the standard deviation, ${last.standardDeviation.toFixed(5)} where ` +
        `the authors stopped, is ${end.standardDeviation.toFixed(3)} after ${runOn.passes.length} passes.`,
    `Converged means: exact hat algebra on the fitted baseline, markets cleared to rounding, each country ` +
      `spending its old multiple of its output times one factor for all, so that the world spends what it earns. ` +
      `Real GDP then changes by the home share to the power −1/θ (Arkolakis, Costinot and Rodríguez-Clare 2012) to ` +
      `${short(lawError)}. The largest distance from the printed numbers is ${short(Math.abs(furthest.difference!))} ` +
      `percentage points (${furthest.row}, ${furthest.column}).`,
    `The factor for all is ${converged.expenditureFactor.toFixed(6)}. Exports are told by the Guide's own formula, which ` +
      `has the multiple of output alone in it; with the factor, markets clear, and counterfactual exports are ` +
      `${(100 * (converged.expenditureFactor - 1)).toFixed(3)} % higher than in mode converged.`,
    `Real GDP, percent: printed ${printedGdp}; ` +
      `${runOn.settled ? `loop run on ${realGdp(runOn.effects)}; ` : ''}converged ${realGdp(converged)}.`,
  ]
}

/** Two significant digits, without an exponent where that is readable. */
function short(value: number): string {
  return value >= 0.01 ? value.toFixed(2) : value.toExponential(1)
}

/** Advanced Guide to Trade Policy Analysis, chapter 1, application 3: the effects of trade agreements. */
import type { NamedColumn } from '../gravity/fit/estimation-data.js'
import { linearCombination } from '../gravity/inference/wald.js'
import {
  byYear,
  estimateGuideModel,
  GUIDE_GRAVITY_FILES,
  GUIDE_YEARS,
  type GuideModel,
  type GuideSample,
  guideCells,
  guideReplication,
  readGuideSample,
} from './agtpa-gravity.js'
import { agrees, type PrintedCell } from './printed-numbers.js'
import type { Replication } from './replication.js'

export const TRADE_AGREEMENTS_TITLE = 'Trade agreements'

/** Columns of the file, in the order of time, and how the table calls them. */
const SHIFTED: ReadonlyMap<string, string> = new Map([
  ['rta_lead4', 'RTA, 4 years ahead'],
  ['rta_lag4', 'RTA, after 4 years'],
  ['rta_lag8', 'RTA, after 8 years'],
  ['rta_lag12', 'RTA, after 12 years'],
])
const PHASES = ['rta_lag4', 'rta_lag8', 'rta_lag12']
const SUM = 'RTA, sum of all years'

/** As printed. */
const PRINTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OLS: { RTA: '-.004 (.054)' },
  PPML: { RTA: '.191 (.066)' },
  'with home sales': { RTA: '.4085 (.0688)' },
  'pair effects': { RTA: '.557 (.102)' },
  lead: { RTA: '.520 (.086)', 'RTA, 4 years ahead': '.077 (.092)' },
  'phasing in': {
    RTA: '.291 (.089)',
    'RTA, after 4 years': '.414 (.067)',
    'RTA, after 8 years': '.169 (.043)',
    'RTA, after 12 years': '.119 (.030)',
    [SUM]: '.993 (.094)',
  },
  globalization: {
    RTA: '.116 (.087)',
    'RTA, after 4 years': '.288 (.062)',
    'RTA, after 8 years': '.069 (.048)',
    'RTA, after 12 years': '.002 (.029)',
    [SUM]: '.475 (.110)',
    'border 1986': '-.706',
    'border 1990': '-.480',
    'border 1994': '-.367',
    'border 1998': '-.158',
    'border 2002': '-.141',
  },
}

/**
 * What agreements do to trade: abroad alone by least squares and PPML, then with home sales, with effects of pairs, with a
 * lead to see whether trade came first, with phases, and with borders that fall for everybody.
 *
 * @param files texts by path below the data folder, all of `GUIDE_GRAVITY_FILES`.
 * @throws KeruenError (input) as `readGuideSample`, and what the estimators throw.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), chapter 1, application 3; Bergstrand, Larch & Yotov (2015).
 */
export function replicateTradeAgreements(files: ReadonlyMap<string, string>): Replication {
  const sample = readGuideSample(files.get(GUIDE_GRAVITY_FILES[0]!)!, [...SHIFTED.keys()])
  const cells = modelsOf(sample).flatMap(model => {
    const estimate = estimateGuideModel(sample, model)
    const names = estimate.coefficients.map(({ name }) => name)
    const inSum = [sample.agreement.name, ...PHASES.map(phase => SHIFTED.get(phase)!)]
    const weights = Float64Array.from(names, name => (inSum.includes(name) ? 1 : 0))
    const derived = names.includes(inSum[1]!) ? [{ name: SUM, ...linearCombination(estimate, weights) }] : []
    return guideCells(TRADE_AGREEMENTS_TITLE, model.column, estimate, derived, PRINTED[model.column]!)
  })
  return guideReplication('agtpa-1-3', TRADE_AGREEMENTS_TITLE, 3, cells, [
    'In the column with home sales these have an effect for every country, not one border for all. Pair effects are the ' +
      'same in both directions. Borders by year compare to 2006.',
    'Pairs that never trade in these years teach nothing about agreements once they have an effect of their own: ' +
      'their rows are left out, which is why the columns with pair effects have fewer observations.',
    ...explainSum(cells),
  ])
}

/** What the one number that does not come out is about, where it is alone in its column. */
function explainSum(cells: readonly PrintedCell[]): string[] {
  const apart = cells.filter(cell => cell.decimals !== null && !agrees(cell))
  const [alone] = apart
  if (apart.length !== 1 || alone!.row.row !== `${SUM}, standard error`) return []
  const { column, published, computed } = alone!.row
  return [
    `In the column ${column} the error of the sum is printed as ${published!.toFixed(3)} and comes out as ` +
      `${computed.toFixed(5)}, though every coefficient and error that it is made of agrees. Two parts in ten ` +
      'thousand would do, as another small-sample factor or another rule to stop would bring; which of them it was, ' +
      'the publication does not say.',
  ]
}

function modelsOf(sample: GuideSample): GuideModel[] {
  const { logDistance, ties, agreement, shiftedAgreement, border, exporterYear, importerYear, home, pair } =
    sample
  const shifted = (name: string): NamedColumn => ({
    name: SHIFTED.get(name)!,
    values: shiftedAgreement.get(name)!,
  })
  const phases = [agreement, ...PHASES.map(shifted)]
  const geography = [logDistance, ...ties, agreement]
  const effects = [exporterYear, importerYear]
  const ofPairs = (column: string, regressors: readonly NamedColumn[]): GuideModel => ({
    column,
    estimator: 'ppml',
    rows: 'abroad and at home',
    regressors,
    effects: [...effects, pair],
  })
  return [
    { column: 'OLS', estimator: 'ols', rows: 'abroad', regressors: geography, effects },
    { column: 'PPML', estimator: 'ppml', rows: 'abroad', regressors: geography, effects },
    {
      column: 'with home sales',
      estimator: 'ppml',
      rows: 'abroad and at home',
      regressors: geography,
      effects: [...effects, home],
    },
    ofPairs('pair effects', [agreement]),
    ofPairs('lead', [agreement, shifted('rta_lead4')]),
    ofPairs('phasing in', phases),
    ofPairs('globalization', [
      ...phases,
      ...byYear({ name: 'border', values: border }, sample, GUIDE_YEARS.at(-1)),
    ]),
  ]
}

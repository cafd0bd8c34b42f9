/** Advanced Guide to Trade Policy Analysis, chapter 1, application 2: the distance puzzle. */
import { relativeChange } from '../gravity/inference/wald.js'
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
import type { Replication } from './replication.js'

export const DISTANCE_PUZZLE_TITLE = 'The distance puzzle'

const FIRST = `ln distance ${GUIDE_YEARS[0]}`
const LAST = `ln distance ${GUIDE_YEARS.at(-1)}`
const CHANGE = 'percent change'

/** As printed: first and last coefficient of distance and the change between them. */
const PRINTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OLS: { [FIRST]: '-1.168 (.043)', [LAST]: '-1.261 (.043)', [CHANGE]: '7.950 (3.698)' },
  PPML: { [FIRST]: '-.859 (.037)', [LAST]: '-.836 (.031)', [CHANGE]: '-2.750 (3.004)' },
  'distance at home': { [FIRST]: '-.980 (.072)', [LAST]: '-.872 (.071)', [CHANGE]: '-10.965 (1.058)' },
  'home bias': { [FIRST]: '-.857 (.063)', [LAST]: '-.754 (.062)', [CHANGE]: '-11.969 (1.173)' },
  'effects of home sales': { [FIRST]: '-.910 (.032)', [LAST]: '-.811 (.032)', [CHANGE]: '-10.931 (.769)' },
}

/**
 * One coefficient of distance for each year, and how much it changed: abroad alone by least squares and PPML, then with
 * home sales, whose own distance, bias or country effects say what distance abroad is measured against.
 *
 * @param files texts by path below the data folder, all of `GUIDE_GRAVITY_FILES`.
 * @throws KeruenError (input) as `readGuideSample`, and what the estimators throw.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), chapter 1, application 2; Yotov (2012).
 */
export function replicateDistancePuzzle(files: ReadonlyMap<string, string>): Replication {
  const sample = readGuideSample(files.get(GUIDE_GRAVITY_FILES[0]!)!)
  const models = modelsOf(sample)
  const cells = models.flatMap(model => {
    const estimate = estimateGuideModel(sample, model)
    const change = { name: CHANGE, ...relativeChange(estimate, FIRST, LAST) }
    return guideCells(DISTANCE_PUZZLE_TITLE, model.column, estimate, [change], PRINTED[model.column]!)
  })
  return guideReplication('agtpa-1-2', DISTANCE_PUZZLE_TITLE, 2, cells, [
    `The change is 100 (β of ${GUIDE_YEARS.at(-1)} − β of ${GUIDE_YEARS[0]}) ÷ β of ${GUIDE_YEARS[0]}, its error by the ` +
      'delta method. Distances of the years are those abroad, zero for home sales; home bias is 1 for home sales, and the ' +
      'last column has an effect for the home sales of every country in place of bias and distance at home.',
    explainLeastSquares(sample, models[0]!),
  ])
}

/** Which rule the errors of the first column follow, and what the other would give. */
function explainLeastSquares(sample: GuideSample, model: GuideModel): string {
  const other = estimateGuideModel(sample, model, 'fixest')
  const errors = [FIRST, LAST].map(name => {
    const slope = other.coefficients.find(coefficient => coefficient.name === name)!
    return `${slope.standardError.toFixed(4)} (${name})`
  })
  const change = relativeChange(other, FIRST, LAST).standardError.toFixed(3)
  return (
    'The errors of least squares are printed here with G/(G − 1) alone, unlike those of the other two applications: ' +
    `with (N − 1)/(N − K) they would be ${errors.join(', ')} and ${change} (${CHANGE}).`
  )
}

function modelsOf({
  logDistance,
  border,
  period,
  ties,
  exporterYear,
  importerYear,
  home,
}: GuideSample): GuideModel[] {
  const abroad = {
    name: logDistance.name,
    values: logDistance.values.map((value, row) => value * border[row]!),
  }
  const years = byYear(abroad, { period })
  const atHome = {
    name: 'ln distance at home',
    values: logDistance.values.map((value, row) => value * (1 - border[row]!)),
  }
  const bias = { name: 'home bias', values: border.map(value => 1 - value) }
  const effects = [exporterYear, importerYear]
  const regressors = [...years, ...ties]
  const rows = 'abroad and at home' as const
  return [
    { column: 'OLS', estimator: 'ols', rows: 'abroad', regressors, effects, smallSample: 'ppmlhdfe' },
    { column: 'PPML', estimator: 'ppml', rows: 'abroad', regressors, effects },
    { column: 'distance at home', estimator: 'ppml', rows, regressors: [...regressors, atHome], effects },
    { column: 'home bias', estimator: 'ppml', rows, regressors: [...regressors, atHome, bias], effects },
    { column: 'effects of home sales', estimator: 'ppml', rows, regressors, effects: [...effects, home] },
  ]
}

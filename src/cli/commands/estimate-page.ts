import type { GravityEstimate } from '../../index.js'
import { formatMarkdown, formatText, type TextTable } from '../text-table.js'
import {
  allNames,
  counted,
  countOf,
  errorWords,
  leftOutRows,
  namedRows,
  shown,
  shownProbability,
  shownStatistic,
  smallSampleWords,
} from './estimate-numbers.js'
import type { EstimateRun } from './estimate-run.js'
import type { EstimateTest } from './estimate-tests.js'

interface PageOptions {
  readonly md: boolean
}

/** One model in full, or several in columns, for the screen or as Markdown. */
export function estimatePage(
  runs: readonly EstimateRun[],
  tests: readonly (readonly (EstimateTest | null)[])[],
  { md }: PageOptions,
): string {
  const format = md ? formatMarkdown : formatText
  const heading = (text: string) => (md ? `## ${text}` : text)
  const blocks = runs.length === 1 ? singleBlocks(runs[0]!, format) : [format(sideBySide(runs))]
  const notes = notesOf(runs)
  return [
    ...blocks,
    ...(tests.length > 0 ? [`${heading('Tests')}\n\n${format(testTable(tests, runs.length))}`] : []),
    ...(notes.length > 0
      ? [`${heading('Left out')}\n\n${notes.map(note => (md ? `- ${note}` : note)).join('\n')}`]
      : []),
  ]
    .join('\n\n')
    .concat('\n')
}

function singleBlocks({ table, fitted }: EstimateRun, format: (table: TextTable) => string): string[] {
  const { estimate, formula } = fitted
  const { coefficients, fit } = estimate
  const facts: (readonly [string, string])[] = [
    ['observations', counted(estimate.observations)],
    ['standard errors', `${errorWords(fitted)}; ${smallSampleWords(fitted)}`],
    ...(Number.isFinite(estimate.degreesOfFreedom)
      ? [['degrees of freedom', counted(estimate.degreesOfFreedom)] as const]
      : []),
    ...(fit.rSquared === null ? [] : [['R²', shown(fit.rSquared, 6)] as const]),
    ...(fit.withinRSquared === null ? [] : [['R² within effects', shown(fit.withinRSquared, 6)] as const]),
    ['pseudo R²', shown(fit.pseudoRSquared, 6)],
    ['squared correlation', shown(fit.squaredCorrelation, 6)],
    ['log likelihood', shown(fit.logLikelihood, 3)],
    [estimate.estimator === 'ppml' ? 'deviance' : 'sum of squares', shown(fit.deviance, 3)],
    ...(estimate.estimator === 'ppml' ? [['passes', String(estimate.passes)] as const] : []),
  ]
  const { corrected } = fitted
  return [
    `${estimate.estimator.toUpperCase()}: ${formula}\n${countOf(table.length, 'row')} in ${table.file}`,
    coefficients.length === 0 ? 'Effects only: no coefficients.' : format(coefficientTable(estimate)),
    ...(corrected === null
      ? []
      : [
          `Without the bias of three-way PPML (Weidner and Zylkin 2021); errors clustered by pair and corrected for leverage\n\n${format(
            coefficientTable({ ...estimate, coefficients: corrected.coefficients }),
          )}`,
        ]),
    format({ columns: [{ title: '' }, { title: 'fit' }], rows: facts }),
    ...(estimate.effects.length === 0 ? [] : [format(effectTable(fitted.estimate.effects))]),
  ]
}

function coefficientTable({ coefficients, confidence, estimator }: GravityEstimate): TextTable {
  return {
    columns: [
      { title: '' },
      { title: 'estimate', align: 'right' },
      { title: 'std. error', align: 'right' },
      { title: estimator === 'ppml' ? 'z' : 't', align: 'right' },
      { title: 'p value', align: 'right' },
      { title: `${Number((100 * confidence).toPrecision(6))} % from`, align: 'right' },
      { title: 'to', align: 'right' },
    ],
    rows: coefficients.map(one => [
      one.name,
      shown(one.estimate, 6),
      shown(one.standardError, 6),
      shownStatistic(one.statistic),
      shownProbability(one.pValue),
      shown(one.low, 6),
      shown(one.high, 6),
    ]),
  }
}

function effectTable(effects: EstimateRun['fitted']['estimate']['effects']): TextTable {
  return {
    columns: [
      { title: 'absorbed effect' },
      { title: 'levels', align: 'right' },
      { title: 'redundant', align: 'right' },
      { title: 'nested in a cluster' },
    ],
    rows: effects.map(({ name, levels, redundant, nested }) => [
      name,
      counted(levels),
      counted(redundant),
      nested ? 'yes' : 'no',
    ]),
  }
}

/** Coefficients with their standard errors below them, then what the models are made of. */
function sideBySide(runs: readonly EstimateRun[]): TextTable {
  const fits = runs.map(({ fitted }) => fitted)
  const row = (title: string, of: (fit: (typeof fits)[number]) => string) => [title, ...fits.map(of)]
  const effects = [...new Set(fits.flatMap(({ estimate }) => estimate.effects.map(({ name }) => name)))]
  const leftOut = ['missing', 'allZero', 'singletons', 'separated'] as const
  const count = (fit: (typeof fits)[number], key: string) =>
    leftOutRows(fit)
      .filter(reason => reason.key === key)
      .reduce((sum, { rows }) => sum + rows.length, 0)
  const used = leftOut.filter(key => fits.some(fit => count(fit, key) > 0))
  return {
    columns: [{ title: '' }, ...fits.map((_, k) => ({ title: `(${k + 1})`, align: 'right' as const }))],
    rows: [
      row('outcome', ({ estimate }) => estimate.outcomeName),
      row('estimator', ({ estimate }) => estimate.estimator.toUpperCase()),
      ...allNames(fits).flatMap(name => {
        const found = fits.map(({ estimate }) => estimate.coefficients.find(one => one.name === name))
        return [
          [name, ...found.map(one => (one === undefined ? '' : shown(one.estimate, 4)))],
          ['', ...found.map(one => (one === undefined ? '' : `(${shown(one.standardError, 4)})`))],
        ]
      }),
      ...correctedRows(fits),
      ...effects.map(name =>
        row(name, ({ estimate }) => (estimate.effects.some(one => one.name === name) ? 'yes' : 'no')),
      ),
      row('observations', ({ estimate }) => counted(estimate.observations)),
      row('errors', errorWords),
      row('small sample', smallSampleWords),
      row('R²', ({ estimate }) => (estimate.fit.rSquared === null ? '' : shown(estimate.fit.rSquared, 4))),
      row('pseudo R²', ({ estimate }) => shown(estimate.fit.pseudoRSquared, 4)),
      ...used.map(key => row(`left out: ${LEFT_OUT_TITLES[key]}`, fit => counted(count(fit, key)))),
    ].filter(([title, ...cells]) => title !== 'R²' || cells.some(cell => cell !== '')),
  }
}

/** Nothing unless the correction was wanted. */
function correctedRows(fits: readonly EstimateRun['fitted'][]): string[][] {
  if (fits.every(({ corrected }) => corrected === null)) return []
  return allNames(fits).flatMap(name => {
    const found = fits.map(({ corrected }) => corrected?.coefficients.find(one => one.name === name))
    return [
      [`${name}, bias corrected`, ...found.map(one => (one === undefined ? '' : shown(one.estimate, 4)))],
      ['', ...found.map(one => (one === undefined ? '' : `(${shown(one.standardError, 4)})`))],
    ]
  })
}

const LEFT_OUT_TITLES = {
  missing: 'missing cells',
  allZero: 'all zero',
  singletons: 'singletons',
  separated: 'separated',
} as const

function testTable(tests: readonly (readonly (EstimateTest | null)[])[], models: number): TextTable {
  return {
    columns: [
      ...(models > 1 ? [{ title: 'model' }] : []),
      { title: 'test' },
      { title: 'estimate', align: 'right' },
      { title: 'std. error', align: 'right' },
      { title: 'statistic' },
      { title: 'p value', align: 'right' },
    ],
    rows: tests.flatMap(inModels =>
      inModels.flatMap((test, k) =>
        test === null ? [] : [[...(models > 1 ? [`(${k + 1})`] : []), ...testCells(test)]],
      ),
    ),
  }
}

function testCells({ text, wald, combination }: EstimateTest): string[] {
  if (combination !== undefined) {
    const { estimate, standardError, statistic, pValue } = combination
    return [
      text,
      shown(estimate, 6),
      shown(standardError, 6),
      shownStatistic(statistic),
      shownProbability(pValue),
    ]
  }
  const { distribution, statistic, numerator, denominator, pValue } = wald!
  const name = distribution === 'F' ? `F(${numerator}, ${counted(denominator)})` : `χ²(${numerator})`
  return [text, '', '', `${name} ${shownStatistic(statistic)}`, shownProbability(pValue)]
}

/** What was not used, and why; what goes for several models stands there once. */
function notesOf(runs: readonly EstimateRun[]): string[] {
  const models = new Map<string, number[]>()
  runs.forEach((run, k) => {
    for (const note of noteLines(run)) models.set(note, [...(models.get(note) ?? []), k + 1])
  })
  return [...models].map(([note, numbers]) =>
    numbers.length === runs.length ? note : `${numbers.map(k => `(${k})`).join(' ')} ${note}`,
  )
}

function noteLines({ table, fitted, model }: EstimateRun): string[] {
  const { outsideConditions, estimate } = fitted
  const conditions = (model.where ?? []).map(text => `--where "${text}"`).join(' ')
  return [
    ...(outsideConditions > 0 ? [`${countOf(outsideConditions, 'row')} outside ${conditions}`] : []),
    ...leftOutRows(fitted).map(
      ({ why, rows }) => `${countOf(rows.length, 'row')}, ${why}: ${namedRows(table, rows)}`,
    ),
    ...estimate.collinear.map(
      ({ name, explainedBy }) => `${name}, collinear: explained by ${explainedBy.join(', ')}`,
    ),
  ]
}

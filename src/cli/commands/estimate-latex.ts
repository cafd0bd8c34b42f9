import { allNames, counted, errorWords, shown } from './estimate-numbers.js'
import type { EstimateRun } from './estimate-run.js'

/** A table for a paper, in the form of the package booktabs: one column for each model. */
export function estimateLatex(runs: readonly EstimateRun[]): string {
  const fits = runs.map(({ fitted }) => fitted)
  const cells = (texts: readonly string[]) => texts.join(' & ')
  const row = (title: string, of: (fit: (typeof fits)[number]) => string) =>
    `${cells([title, ...fits.map(of)])} \\\\`
  const effects = [...new Set(fits.flatMap(({ estimate }) => estimate.effects.map(({ name }) => name)))]
  const lines = allNames(fits).flatMap(name => {
    const found = fits.map(({ estimate }) => estimate.coefficients.find(one => one.name === name))
    return [
      `${cells([escaped(name), ...found.map(one => (one === undefined ? '' : math(shown(one.estimate, 4))))])} \\\\`,
      `${cells(['', ...found.map(one => (one === undefined ? '' : `(${math(shown(one.standardError, 4))})`))])} \\\\`,
    ]
  })
  const squared = fits.some(({ estimate }) => estimate.fit.rSquared !== null)
  const pseudo = fits.some(({ estimate }) => estimate.estimator === 'ppml')
  const words = [...new Set(fits.map(errorWords))]
  return `${[
    `\\begin{tabular}{l${'c'.repeat(fits.length)}}`,
    '\\toprule',
    `${cells(['', ...fits.map((_, k) => `(${k + 1})`)])} \\\\`,
    row('', ({ estimate }) => escaped(estimate.outcomeName)),
    row('', ({ estimate }) => (estimate.estimator === 'ppml' ? 'PPML' : 'OLS')),
    '\\midrule',
    ...lines,
    '\\midrule',
    ...effects.map(name =>
      row(escaped(name), ({ estimate }) => (estimate.effects.some(one => one.name === name) ? 'yes' : 'no')),
    ),
    row('Observations', ({ estimate }) => counted(estimate.observations)),
    ...(squared
      ? [
          row('$R^2$', ({ estimate }) =>
            estimate.fit.rSquared === null ? '' : shown(estimate.fit.rSquared, 4),
          ),
        ]
      : []),
    ...(pseudo
      ? [
          row('Pseudo $R^2$', ({ estimate }) =>
            estimate.estimator === 'ppml' ? shown(estimate.fit.pseudoRSquared, 4) : '',
          ),
        ]
      : []),
    '\\bottomrule',
    `\\multicolumn{${fits.length + 1}}{l}{\\footnotesize Standard errors in parentheses: ${escaped(words.join('; '))}.} \\\\`,
    '\\end{tabular}',
  ].join('\n')}\n`
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

/** Text as LaTeX prints it. */
function escaped(text: string): string {
  return text.replace(/[\\^~_&%$#{}]/g, sign => SIGNS[sign] ?? `\\${sign}`)
}

/** A number with a true minus sign and a readable exponent. */
function math(number: string): string {
  return `$${number.replace(/e([+-])(\d+)$/, (_, sign, power) => ` \\times 10^{${sign === '-' ? '-' : ''}${power}}`)}$`
}

/** What calibration found, as tables: targets and misfit, parameters, the ridge, readings of avoidance. */

import { sharesFromRatios } from '../backtest/caspian.js'
import { DIVERTED, flowsWithCape } from '../backtest/suez.js'
import { estimate, type Fit, objective, residuals, type Sharpness, sharpness, type Values } from './fit.js'
import { percent, table, teu, times } from './markdown.js'
import type { Setting } from './setting.js'
import {
  IDENTIFIED,
  PARAMETERS,
  type ParameterName,
  problemOf,
  SEA_BACK,
  SEA_OUT,
  targetsOf,
} from './targets.js'

export interface CalibrationReport {
  readonly blocks: Readonly<Record<string, string>>
  readonly found: Fit<ParameterName>
}

export function calibrationReport(setting: Setting): CalibrationReport {
  const problem = problemOf(setting)
  const present = setting.embedded
  const found = estimate(problem, present, IDENTIFIED)
  return {
    found,
    blocks: {
      targets: targetTable(setting, found),
      parameters: parameterTable(
        present,
        found.values,
        sharpness(problem, found.values, IDENTIFIED),
        sharpness(
          problem,
          found.values,
          PARAMETERS.map(({ name }) => name),
        ),
      ),
      ridge: ridgeTable(setting, found.values),
      readings: readingTable(setting),
      'held-out': heldOutTable(setting),
    },
  }
}

function targetTable(setting: Setting, found: Fit<ParameterName>): string {
  const problem = problemOf(setting)
  const rows = [setting.embedded, found.values].map(values => ({
    model: problem.model(values),
    misfit: residuals(problem, values),
    total: objective(problem, values),
  }))
  const [present, fitted] = rows as [(typeof rows)[number], (typeof rows)[number]]
  const lines = targetsOf(setting.observed).map(({ words, observed, deviation }, k) => [
    words,
    percent(observed),
    `± ${percent(deviation, 0)}`,
    percent(present.model[k]!),
    present.misfit[k]!.toFixed(1),
    percent(fitted.model[k]!),
    fitted.misfit[k]!.toFixed(1),
  ])
  return table(
    ['share of China–Europe', 'observed', 'deviation', 'model', 'misfit', 'at the optimum', 'misfit'],
    [...lines, ['objective', '', '', '', present.total.toFixed(1), '', fitted.total.toFixed(1)]],
  )
}

const NAMES: Readonly<Record<ParameterName, string>> = {
  median: 'median of the value of time, USD per TEU-day',
  spread: 'its spread',
  dispersion: 'dispersion, USD per TEU',
  premium: 'premium of the rest, USD per TEU',
  before: 'share that avoids before 2022',
  since: 'share that avoids since 2022',
}

function parameterTable(
  present: Values<ParameterName>,
  found: Values<ParameterName>,
  three: Sharpness<ParameterName>,
  all: Sharpness<ParameterName>,
): string {
  const rows = PARAMETERS.map(({ name, kind }) => {
    const isFitted = IDENTIFIED.includes(name)
    return [
      NAMES[name],
      written(kind, present[name]),
      isFitted ? written(kind, found[name]) : 'held',
      interval(kind, found[name], all.alone[name]),
      isFitted ? interval(kind, found[name], three.together[name]) : 'not told',
    ]
  })
  const flat = all.flat.map(({ vector }) =>
    vector
      .map((part, k) => ({ part, name: PARAMETERS[k]!.name }))
      .filter(({ part }) => Math.abs(part) > 0.15)
      .map(({ part, name }) => `${name} ${part > 0 ? '+' : '−'}${Math.abs(part).toFixed(2)}`)
      .join(', '),
  )
  return [
    table(['parameter', 'present', 'fitted', 'one deviation, others held', 'the three free together'], rows),
    '',
    `With all six free, ${flat.length} of 6 directions are not told by these moments (logarithms; log-odds for shares):`,
    ...flat.map(line => `- ${line}`),
  ].join('\n')
}

function written(kind: 'positive' | 'share', value: number): string {
  return kind === 'share' || value < 3 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)
}

/** One deviation to either side of a value, in its own unit. */
function interval(kind: 'positive' | 'share', value: number, deviation: number): string {
  if (!Number.isFinite(deviation)) return 'not told'
  const odds = value / (1 - value)
  const at = (step: number): number => {
    const moved = (kind === 'share' ? odds : value) * Math.exp(step * deviation)
    return kind === 'share' ? moved / (1 + moved) : moved
  }
  return `${written(kind, at(-1))} – ${written(kind, at(1))}`
}

function ridgeTable(setting: Setting, start: Values<ParameterName>): string {
  const problem = problemOf(setting)
  const points = [
    ...[1, 1.4, 1.8].flatMap(spread =>
      [100, 200, 400].map(dispersion => ({ spread, dispersion, premium: 300 })),
    ),
    ...[100, 600].map(premium => ({ spread: 1.4, dispersion: 200, premium })),
  ]
  const rows = points.map(point => {
    const { values, objective: least } = estimate(problem, { ...start, ...point }, IDENTIFIED)
    const at = { ...setting, embedded: { ...setting.embedded, ...values } }
    const north = (diverted: number): number =>
      flowsWithCape(at, { diverted, seaUsd: 0, railUsd: 0 }).out.north
    return [
      point.spread.toFixed(1),
      point.dispersion.toFixed(0),
      point.premium.toFixed(0),
      values.median.toFixed(1),
      values.before.toFixed(2),
      values.since.toFixed(2),
      least.toFixed(2),
      times(north(DIVERTED) / north(0)),
    ]
  })
  return table(
    [
      'spread',
      'dispersion',
      'premium',
      'median',
      'before',
      'since',
      'objective',
      'rail by the Cape (held out)',
    ],
    rows,
  )
}

/** Both shares of avoidance from two observed ratios, without any calibration. */
function readingTable({ observed }: Setting): string {
  const [north19, north23] = targetsOf(observed).map(target => target.observed)
  const usual = north23! / north19!
  const eu = (period: string): number => observed('Northern corridor, China-EU transit', period).value
  const boxes = (period: string): number => observed('TITR', period).value
  const tonnes = (period: string): number => observed('TITR', period, 'cargo').value
  const readings: readonly [string, number, string, number][] = [
    ['2019 to 2023, share', usual, 'containers 2021 to 2024', boxes('2024') / boxes('2021')],
    ['2021 to 2024, TEU', eu('2024') / eu('2021'), 'containers 2021 to 2024', boxes('2024') / boxes('2021')],
    ['2021 to 2022, TEU', eu('2022') / eu('2021'), 'containers 2021 to 2022', boxes('2022') / boxes('2021')],
    ['2019 to 2023, share', usual, 'tonnes 2021 to 2023', tonnes('2023') / tonnes('2021')],
    ['2019 to 2023, share', usual, 'containers 2021 to 2023', boxes('2023') / boxes('2021')],
  ]
  return table(
    ['Northern corridor', 'ratio', 'Middle Corridor', 'ratio', 'before', 'since'],
    readings.map(([northWords, north, middleWords, middle]) => {
      const shares = sharesFromRatios(north, middle)
      return [
        northWords,
        times(north),
        middleWords,
        times(middle),
        shares ? shares.before.toFixed(2) : 'no pair',
        shares ? shares.since.toFixed(2) : 'no pair',
      ]
    }),
  )
}

/** Moments that no parameter was set on. */
function heldOutTable(setting: Setting): string {
  const { observed, reference } = setting
  const value = (point: string, period: string): number => observed(point, period).value
  const usual = flowsWithCape(setting, { diverted: 0, seaUsd: 0, railUsd: 0 })
  const out = value('Northern corridor, China to EU transit', '2023')
  const back = value('Northern corridor, EU to China transit', '2023')
  const seaOut = value(SEA_OUT, '2023')
  const seaBack = value(SEA_BACK, '2023')
  return table(
    ['held out', 'observed', 'model'],
    [
      ['boxes China to Europe and the Mediterranean 2023', teu(seaOut + out), teu(reference.out)],
      ['boxes back', teu(seaBack + back), teu(reference.back)],
      [
        'Northern corridor, share, to Europe 2023',
        percent(out / (seaOut + out)),
        percent(usual.out.north / reference.out),
      ],
      [
        'Northern corridor, share, to China 2023',
        percent(back / (seaBack + back)),
        percent(usual.back.north / reference.back),
      ],
    ],
  )
}

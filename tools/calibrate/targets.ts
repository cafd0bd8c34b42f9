/**
 * What route choice between China and Europe is fitted to, and what is kept aside.
 *
 * Shares, not TEU: the model's TEU is general cargo worth one box, whatever carries it, so its level hangs on a value
 * per TEU that is none of route choice. Years in which Suez was open and freight by sea was near its usual level come
 * first, since the network's rates are of such a year.
 */

import type { Observed } from '../data/observed.js'
import { bothWays, type Calibration, type CorridorFlows, flowsByGroup, mixedFlows } from './corridor-flows.js'
import type { Fitted, Moment, Problem, Values } from './fit.js'
import type { Setting } from './setting.js'

export type ParameterName = 'median' | 'spread' | 'dispersion' | 'premium' | 'before' | 'since'

/** `before` and `since`: share of cargo that avoids the territory, before and since 2022. */
export const PARAMETERS: readonly Fitted<ParameterName>[] = [
  { name: 'median', kind: 'positive' },
  { name: 'spread', kind: 'positive' },
  { name: 'dispersion', kind: 'positive' },
  { name: 'premium', kind: 'positive' },
  { name: 'before', kind: 'share' },
  { name: 'since', kind: 'share' },
]

/** What three moments in years of usual rates can tell; the others are held. */
export const IDENTIFIED: readonly ParameterName[] = ['median', 'before', 'since']

export interface Target extends Moment {
  readonly words: string
  readonly way: 'north' | 'middle'
  readonly regime: 'before' | 'since'
}

/** Observed TEU both ways over all TEU by rail and by sea in both directions. */
function share(observed: Observed, point: string, period: string, seaPeriod = period): number {
  const teu = observed(point, period).value
  const north = observed(NORTH[seaPeriod]!, seaPeriod).value
  const sea = observed(SEA_OUT, seaPeriod).value + observed(SEA_BACK, seaPeriod).value
  return teu / (sea + north)
}

export const SEA_OUT = 'Sea, China to Europe'
export const SEA_BACK = 'Sea, Europe to China'
const NORTH: Readonly<Record<string, string>> = {
  '2019': 'Northern corridor, China-Europe transit',
  '2022': 'Northern corridor, China-EU transit',
  '2023': 'Northern corridor, China-EU transit',
  '2024': 'Northern corridor, China-EU transit',
}

/**
 * Deviations are our judgement. North: one operator's figure stands for all (it carries 80 to 95 %), and the sea's
 * Europe is wider than Europe. Middle: containers of all origins, of which those between China and Europe are a part
 * that nobody publishes.
 */
const NORTH_DEVIATION = 0.25
const MIDDLE_DEVIATION = 0.7

/** The moments that the fit sees. */
export function targetsOf(observed: Observed): Target[] {
  const north = (period: string) => share(observed, NORTH[period]!, period)
  return [
    {
      id: 'north-2019',
      words: 'Northern corridor 2019',
      way: 'north',
      regime: 'before',
      observed: north('2019'),
      deviation: NORTH_DEVIATION,
    },
    {
      id: 'north-2023',
      words: 'Northern corridor 2023',
      way: 'north',
      regime: 'since',
      observed: north('2023'),
      deviation: NORTH_DEVIATION,
    },
    {
      id: 'middle-2021',
      words: 'Middle Corridor 2021, all containers',
      way: 'middle',
      regime: 'before',
      observed: share(observed, 'TITR', '2021', '2019'),
      deviation: MIDDLE_DEVIATION,
    },
    {
      id: 'middle-2024',
      words: 'Middle Corridor 2024, all containers',
      way: 'middle',
      regime: 'since',
      observed: share(observed, 'TITR', '2024'),
      deviation: MIDDLE_DEVIATION,
    },
  ]
}

/** Flows of a calibration under both regimes; choosing again only where median, spread, dispersion or premium moved. */
export function flowsOf({ world, open, embedded }: Setting) {
  const known = new Map<string, ReturnType<typeof flowsByGroup>>()
  return (values: Values<ParameterName>, regime: 'before' | 'since'): CorridorFlows => {
    const { median, spread, dispersion, premium } = values
    const key = [median, spread, dispersion, premium].join()
    let groups = known.get(key)
    if (groups === undefined) {
      groups = flowsByGroup(world, open, calibrationOf(values, embedded.seaDispersion))
      known.clear()
      known.set(key, groups)
    }
    return mixedFlows(groups, values[regime])
  }
}

export function calibrationOf(values: Values<ParameterName>, seaDispersion: number): Calibration {
  const { median, spread, dispersion, premium } = values
  return { median, spread, dispersion, seaDispersion, premium }
}

/** The problem on the embedded data. */
export function problemOf(
  setting: Setting,
  targets: readonly Target[] = targetsOf(setting.observed),
): Problem<ParameterName> {
  const flows = flowsOf(setting)
  const all = setting.reference.out + setting.reference.back
  return {
    moments: targets,
    parameters: PARAMETERS,
    model: values => targets.map(({ way, regime }) => bothWays(flows(values, regime))[way] / all),
  }
}

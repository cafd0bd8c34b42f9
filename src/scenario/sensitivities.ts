/** The headline under other stated assumptions: each is one more counterfactual. */
import type { AvoidanceRule } from '../dataset/dataset.js'
import type { Counterfactual, CounterfactualParameters, Outcome } from './counterfactual.js'
import { goodsFlows, type World } from './world.js'

export interface SensitivityRun {
  readonly id: string
  readonly label: string
  readonly outcome: Outcome
}

type Solve = (parameters: CounterfactualParameters, goods?: Float64Array) => Counterfactual

/** Avoidance of every other regime, trade with or without its adjustments, and time worth no more than freight. */
export function sensitivityRuns(
  world: World,
  central: CounterfactualParameters,
  solve: Solve,
): SensitivityRun[] {
  const { dataset, scenario } = world
  const runs: SensitivityRun[] = []
  if (!world.network.switches) {
    const regimes = [...new Set(dataset.avoidance.map(rule => rule.regime))].sort()
    for (const regime of regimes) {
      if (regime === scenario.avoidanceRegime) continue
      const avoiding = sharesOfRegime(world.baseline.avoidance, dataset.avoidance, regime)
      runs.push({
        id: `avoidance-${regime}`,
        label: `Share of cargo that avoids a territory as in ${regime}`,
        outcome: solve({ ...central, avoidingBefore: avoiding, avoidingAfter: avoiding }).outcome,
      })
    }
  }
  runs.push({
    id: scenario.tradeAdjustments ? 'trade-as-recorded' : 'trade-adjusted',
    label: scenario.tradeAdjustments
      ? 'Trade as recorded, without the adjustments for bullion and transit'
      : 'Trade with the adjustments for bullion and transit',
    outcome: solve(central, goodsFlows(dataset, !scenario.tradeAdjustments)).outcome,
  })
  runs.push({
    id: 'freight-and-time-only',
    label: 'A day is worth only what route choice reveals',
    outcome: solve({ ...central, valueOfDay: 0 }).outcome,
  })
  return runs
}

/** Shares of another regime for the same territory and pair group; the present share where it has no such rule. */
function sharesOfRegime(
  present: readonly AvoidanceRule[],
  all: readonly AvoidanceRule[],
  regime: string,
): Float64Array {
  const key = (rule: AvoidanceRule): string =>
    [rule.territory, rule.regionsA, rule.regionsB].map(part => part.join()).join('|')
  const other = new Map(all.filter(rule => rule.regime === regime).map(rule => [key(rule), rule.share]))
  return Float64Array.from(present, rule => other.get(key(rule)) ?? rule.share)
}

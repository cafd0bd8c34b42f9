/** The headline under other stated assumptions: each is one more counterfactual. */
import type { AvoidanceRule } from '../../dataset/dataset.js'
import {
  type Counterfactual,
  type CounterfactualParameters,
  counterfactualSolver,
  type Outcome,
} from './counterfactual.js'
import type { CounterfactualModel } from './counterfactual-model.js'
import { economicAxis } from './economic-axis.js'
import type { SectorWorld } from './sector-world.js'
import { goodsFlows, type World } from './world.js'

export interface SensitivityRun {
  readonly id: string
  readonly label: string
  readonly outcome: Pick<Outcome, 'blocRealIncomeMusd' | 'blocTurnoverMusd' | 'realIncomePercent'>
}

type Solve = (parameters: CounterfactualParameters, goods?: Float64Array) => Counterfactual

/**
 * Avoidance of every other regime, trade with or without its adjustments (or, with many sectors, other elasticities and
 * the one-sector model), nothing or all of what makes bulk without a way idle, and time worth no more than freight.
 */
export function sensitivityRuns(
  world: World,
  model: CounterfactualModel,
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
  // The adjustments are of the trade matrix; a many-sector baseline has none.
  if (world.sectors === undefined) {
    runs.push(tradeRun(world, central, solve))
  } else runs.push(...sectorRuns(world, model, world.sectors, central))
  if (model.shutIn !== undefined) runs.push(...idleRuns(central, solve))
  runs.push({
    id: 'freight-and-time-only',
    label: 'A day is worth only what route choice reveals',
    outcome: solve({ ...central, valueOfDay: 0 }).outcome,
  })
  return runs
}

function idleRuns(central: CounterfactualParameters, solve: Solve): SensitivityRun[] {
  return [
    {
      id: 'idle-none',
      label: 'What makes bulk that has no way left makes other goods at once',
      outcome: solve({ ...central, idleBulkShare: 0 }).outcome,
    },
    {
      id: 'idle-all',
      label: 'All that makes bulk that has no way left stands idle',
      outcome: solve({ ...central, idleBulkShare: 1 }).outcome,
    },
  ]
}

function tradeRun(
  { dataset, scenario }: World,
  central: CounterfactualParameters,
  solve: Solve,
): SensitivityRun {
  return {
    id: scenario.tradeAdjustments ? 'trade-as-recorded' : 'trade-adjusted',
    label: scenario.tradeAdjustments
      ? 'Trade as recorded, without the adjustments for bullion and transit'
      : 'Trade with the adjustments for bullion and transit',
    outcome: solve(central, goodsFlows(dataset, !scenario.tradeAdjustments)).outcome,
  }
}

/** The same package by other sources of the sectors' elasticities, and by the one-sector model on its own data. */
function sectorRuns(
  world: World,
  model: CounterfactualModel,
  sectors: SectorWorld,
  central: CounterfactualParameters,
): SensitivityRun[] {
  const { elasticities } = world.sectorDataset!
  const others = elasticities.filter(({ source }) => source !== world.scenario.sectors?.elasticity)
  const runs = others.map(({ source, name, values }) => ({
    id: `elasticity-${source.toLowerCase()}`,
    label: `Sector elasticities of ${name}`,
    outcome: counterfactualSolver({ ...model, sectors: { ...sectors, tradeElasticity: values } })(central)
      .outcome,
  }))
  const visible = world.axis.members.map(a => world.axis.inMatrix[a])
  const axis = economicAxis({ ...world, members: visible }, undefined)
  const { outcome } = counterfactualSolver({ ...model, sectors: undefined, axis })(central)
  const realIncomePercent = Float64Array.from(world.axis.inMatrix, i =>
    i < 0 ? 0 : outcome.realIncomePercent[i],
  )
  const label = `One sector of goods, on ${world.dataset.title}; the same members`
  return [...runs, { id: 'one-sector', label, outcome: { ...outcome, realIncomePercent } }]
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

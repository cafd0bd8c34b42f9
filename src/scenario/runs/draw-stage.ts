/** The same counterfactual under other parameters: the draws, and each quantity alone at its two ends. */
import { type Delegate, shareOut } from '../../ensemble/share-out.js'
import type { SolvedScenario } from '../result/solved-scenario.js'
import type { Scenario } from '../scenario.js'
import type { Counterfactual, CounterfactualParameters, Outcome } from '../stages/counterfactual.js'
import type { CounterfactualModel } from '../stages/counterfactual-model.js'
import { drawTask } from '../stages/draw-task.js'
import { type DrawnQuantity, drawnParameters } from '../stages/draws.js'

/** Draws of one job, between two looks at progress and cancelling. */
const DRAWS_PER_JOB = 10

export interface DrawOptions {
  readonly solve: (parameters: CounterfactualParameters) => Counterfactual
  /** Awaited before the first draw here: the helper has begun by then. */
  readonly meanwhile: Promise<unknown>
  /** Told before each job here: how many draws are done. */
  readonly onDraws: (done: number) => Promise<void>
  readonly delegate?: Delegate | undefined
}

/**
 * Outcomes of the scenario's draws, and of each drawn quantity at its low and at its high end; none without draws.
 *
 * @param central where every draw starts.
 */
export async function solveDraws(
  { draws: count, seed }: Pick<Scenario, 'draws' | 'seed'>,
  model: CounterfactualModel,
  central: Counterfactual,
  parameters: CounterfactualParameters,
  quantities: readonly DrawnQuantity[],
  { solve, meanwhile, onDraws, delegate }: DrawOptions,
): Promise<Pick<SolvedScenario, 'draws' | 'swings'>> {
  const drawn = Array.from({ length: count }, (_, k) => drawnParameters(quantities, parameters, seed, k))
  const ends = count === 0 ? [] : quantities
  const asked = [
    ...drawn,
    ...ends.flatMap(quantity => [quantity.atEnd(parameters, 'low'), quantity.atEnd(parameters, 'high')]),
  ]
  const jobs = Array.from({ length: Math.ceil(asked.length / DRAWS_PER_JOB) }, (_, k) =>
    asked.slice(k * DRAWS_PER_JOB, (k + 1) * DRAWS_PER_JOB),
  )
  const done = await shareOut<(typeof jobs)[number], readonly Outcome[]>(
    jobs,
    async (job, k) => {
      await meanwhile
      await onDraws(Math.min(k * DRAWS_PER_JOB, count))
      return job.map(each => solve(each).outcome)
    },
    delegate?.(drawTask, { model, start: central.start() }),
  )
  const outcomes = done.flat()
  return {
    draws: outcomes.slice(0, count),
    swings: ends.map((quantity, q) => ({
      quantity,
      atLow: outcomes[count + 2 * q],
      atHigh: outcomes[count + 2 * q + 1],
    })),
  }
}

import type { Task } from '../../ensemble/share-out.js'
import { type CounterfactualParameters, counterfactualSolver, type Outcome } from './counterfactual.js'
import type { CounterfactualModel } from './counterfactual-model.js'
import type { MarketStart } from './market.js'

interface DrawContext {
  readonly model: CounterfactualModel
  /** Of the central counterfactual: every draw starts there, in whatever order they come. */
  readonly start: MarketStart
}

/** Counterfactuals of some draws, one after the other. */
export const drawTask: Task<DrawContext, readonly CounterfactualParameters[], readonly Outcome[]> = {
  name: 'draws',
  open: ({ model, start }) => {
    const solve = counterfactualSolver(model, start)
    return draws => draws.map(parameters => solve(parameters).outcome)
  },
}

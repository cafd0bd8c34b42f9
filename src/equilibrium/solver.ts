/** The one door to the models of general equilibrium: a scenario names the model, the rest is the model's own. */
import { KeruenError } from '../errors.js'
import { solveManySector } from './many-sector/solve.js'
import { solveOneSector } from './one-sector/solve.js'

/** Models by the name that a scenario gives them. */
const SOLVERS = { 'many-sector': solveManySector, 'one-sector': solveOneSector } as const

export type EquilibriumModel = keyof typeof SOLVERS
export type EquilibriumBaseline<M extends EquilibriumModel> = Parameters<(typeof SOLVERS)[M]>[0]
export type EquilibriumChange<M extends EquilibriumModel> = Parameters<(typeof SOLVERS)[M]>[1]
export type EquilibriumOptions<M extends EquilibriumModel> = Parameters<(typeof SOLVERS)[M]>[2]
export type Equilibrium<M extends EquilibriumModel> = ReturnType<(typeof SOLVERS)[M]>

/** Names of the models, sorted. */
export const EQUILIBRIUM_MODELS: readonly EquilibriumModel[] = ['many-sector', 'one-sector']

/**
 * The counterfactual world of a named model.
 *
 * @throws KeruenError `equilibrium.unknown-model` (input), and what the model throws; see `solveOneSector` and
 *         `solveManySector`.
 */
export function solveEquilibrium<M extends EquilibriumModel>(
  model: M,
  baseline: EquilibriumBaseline<M>,
  change: EquilibriumChange<M>,
  options?: EquilibriumOptions<M>,
): Equilibrium<M> {
  if (!EQUILIBRIUM_MODELS.includes(model)) {
    throw new KeruenError('input', {
      code: 'equilibrium.unknown-model',
      at: { field: 'model' },
      expected: EQUILIBRIUM_MODELS.join(' or '),
      found: `${model}`,
    })
  }
  const solve = SOLVERS[model] as (
    baseline: EquilibriumBaseline<M>,
    change: EquilibriumChange<M>,
    options?: EquilibriumOptions<M>,
  ) => Equilibrium<M>
  return solve(baseline, change, options)
}

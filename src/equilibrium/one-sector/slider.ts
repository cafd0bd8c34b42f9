/** One lever moved bit by bit: every position begins where the last two point, with the derivatives of the first. */

import { exp, log } from '../../numeric/elementary.js'
import type { LuFactors } from '../../numeric/factor.js'
import { factorisedSystem, worldAfter } from './derivatives.js'
import { solveOneSector } from './solve.js'
import { createOneSectorWorkspace } from './system.js'
import type { OneSectorBaseline, OneSectorEquilibrium, OneSectorOptions, TradeCostChange } from './world.js'

/** A position costs this many passes before the derivatives are taken anew. */
const STALE_AFTER = 8

/**
 * Solver for the positions of a slider.
 *
 * The start of a position is the linear extrapolation of ln ŵ from the last two, and the step goes through the
 * factorised derivatives of an earlier position; both change the number of passes and the last digits, nothing else.
 * The result of a position therefore depends, below the tolerance, on the way there: for a number that is kept, solve
 * anew without a slider.
 *
 * @param options as `solveOneSector`; full endowment only.
 * @returns a function of the position (any number that moves with the lever, such as percent) and its change.
 */
export function oneSectorSlider(
  baseline: OneSectorBaseline,
  options: Omit<OneSectorOptions, 'endowment' | 'startWageHat' | 'factors' | 'workspace' | 'numeraire'> = {},
): (position: number, change: TradeCostChange) => OneSectorEquilibrium {
  const workspace = createOneSectorWorkspace(baseline.economies.length)
  let factors: LuFactors | undefined
  let last: { readonly position: number; readonly wageHat: Float64Array } | undefined
  let before: typeof last

  const start = (position: number): Float64Array | undefined => {
    if (last === undefined) return undefined
    if (before === undefined || last.position === before.position) return last.wageHat
    const way = (position - last.position) / (last.position - before.position)
    const { wageHat } = before
    return last.wageHat.map((w, i) => exp(log(w) + way * (log(w) - log(wageHat[i]!))))
  }

  return (position, change) => {
    const solved = solveOneSector(baseline, change, {
      ...options,
      workspace,
      factors,
      startWageHat: start(position),
    })
    if (factors === undefined || solved.convergence.passes > STALE_AFTER) {
      factors = factorisedSystem(worldAfter(baseline, change, solved), options.balances)
    }
    before = last
    last = { position, wageHat: solved.wageHat }
    return solved
  }
}

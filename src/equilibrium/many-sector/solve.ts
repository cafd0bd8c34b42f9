/** Counterfactual of a many-sector world in exact hat algebra, with intermediates, tariff revenue and balances. */
import { KeruenError } from '../../errors.js'
import { log } from '../../numeric/elementary.js'
import { notConverged } from '../../numeric/fixed-point.js'
import type { Balances } from '../closure.js'
import { balancesAfterIdle, idleIssues } from '../idle.js'
import { hasIntermediates } from './accounts.js'
import { baseOf } from './base.js'
import { checkManySectorInputs, checkSuppliersLeft } from './checks.js'
import { describe } from './describe.js'
import { iterate } from './iterate.js'
import { prepare } from './prepare.js'
import { createManySectorWorkspace, type ManySectorWorkspace } from './workspace.js'
import type {
  ManySectorBase,
  ManySectorBaseline,
  ManySectorChange,
  ManySectorEquilibrium,
  ManySectorOptions,
  ManySectorStart,
} from './world.js'

/**
 * The world after a change in trade costs and tariffs, with many sectors and input–output links.
 *
 * Every sector is Eaton–Kortum (or Armington: the equations are the same); output is made from the factors of an
 * economy and from inputs of all sectors, Cobb–Douglas; final demand is Cobb–Douglas over sectors with the shares that
 * the baseline implies; tariff revenue is income. Balances move as `options.balances` says. The equations stand in
 * `system.ts`. Where the baseline is no equilibrium of the model, the change is taken from one close to it
 * (`manySectorBase`), and `base` in the result says so.
 *
 * Arguments are read only; the returned arrays belong to the caller. O(J n² + n J²) a pass, some 25 to 50 passes.
 *
 * @throws KeruenError, all faults at once. input: `equilibrium.bad-shape`, `.bad-flow`, `.bad-tariff`,
 *         `.bad-cost-change`, `.bad-elasticity`, `.bad-value-added-share`, `.bad-input-share`, `.bad-option`,
 *         `.no-sales`, `.no-supplier`, `.bad-idle-income`. failure: `equilibrium.no-supplier-left`, or
 *         `numeric.not-converged` with the residual path: a half-solved world is never returned. An economy with
 *         a large surplus must earn it in trade; under balances that hold it, shocks that nearly end its trade leave
 *         no equilibrium.
 * @see Caliendo & Parro (2015), "Estimates of the Trade and Welfare Effects of NAFTA", Review of Economic Studies 82,
 *      eqs. 10–14 and section 5. Their last equation is balanced trade; here it is the market for factors, which says
 *      the same once spending is what income allows. Their closure is `zero`.
 */
export function solveManySector(
  baseline: ManySectorBaseline,
  change: ManySectorChange,
  options: ManySectorOptions = {},
): ManySectorEquilibrium {
  const {
    tolerance = 1e-11,
    maxPasses = 1_000,
    balances = 'world-share',
    numeraire = 'world-income',
  } = options
  checkManySectorInputs(baseline, change, options)
  const workspace =
    options.workspace ?? createManySectorWorkspace(baseline.economies.length, baseline.sectors.length)
  const base = baseOf(baseline, balances, maxPasses, workspace)
  prepare(workspace, base, change)
  const balanceShift = takeIdleAway(workspace, base, change.idleIncome, balances)
  checkSuppliersLeft(baseline, workspace)
  if (options.start !== undefined) placeAt(workspace, options.start)

  const iteration = iterate(workspace, balances, hasIntermediates(baseline), tolerance, maxPasses)
  if (!iteration.settled) throw notConverged('many-sector equilibrium', tolerance, iteration.residuals)
  return describe(workspace, base, change, { ...iteration, balanceShift }, { balances, numeraire })
}

/**
 * Takes idle factors out of the workspace's endowments, and what they saved out of its balances; returns by how much those
 * moved.
 *
 * @throws KeruenError `equilibrium.bad-idle-income` (input).
 */
function takeIdleAway(
  { size, endowment, balance }: ManySectorWorkspace,
  { baseline, valueAdded }: ManySectorBase,
  idleIncome: Float64Array | undefined,
  balances: Balances,
): Float64Array {
  if (idleIncome === undefined) return new Float64Array(size)
  const issues = idleIssues(baseline.economies, idleIncome, valueAdded)
  if (issues.length > 0) throw new KeruenError('input', issues)
  if (balances === 'zero') balance.fill(0)
  for (let i = 0; i < size; i++) endowment[i]! -= idleIncome[i]!
  return balancesAfterIdle(balance, valueAdded, idleIncome, balances === 'multiplicative')
}

/** Puts the point at a near solution, in the numeraire of the iteration. */
function placeAt(workspace: ManySectorWorkspace, start: ManySectorStart): void {
  const { size, sectors, point, unit, valueAdded, endowment, bought } = workspace
  const cells = sectors * size
  let world = 0
  let before = 0
  for (let i = 0; i < size; i++) {
    world += start.wageHat[i]! * endowment[i]!
    before += valueAdded[i]!
  }
  const scale = world / before
  for (let i = 0; i < size; i++) point[i] = log(start.wageHat[i]! / scale)
  for (let cell = 0; cell < cells; cell++) {
    if (bought[cell] === 0) continue
    point[size + cell] = log(start.sectorPriceHat[cell]! / scale)
    point[size + cells + cell] = start.newSectorSpending[cell]! / scale / unit[cell]!
  }
}

/** The base of a change: a baseline that is an equilibrium of the model, as given or solved anew. */
import { type Issue, KeruenError } from '../../errors.js'
import { notConverged } from '../../numeric/fixed-point.js'
import type { Balances } from '../closure.js'
import { accountsOf, hasIntermediates, intermediateUse } from './accounts.js'
import { checkManySectorInputs, checkSuppliersLeft } from './checks.js'
import { flowsAtPoint } from './describe.js'
import { iterate } from './iterate.js'
import { prepare } from './prepare.js'
import { createManySectorWorkspace, type ManySectorWorkspace } from './workspace.js'
import type { ManySectorBase, ManySectorBaseline, ManySectorOptions } from './world.js'

/** A base is solved further than what is taken from it. */
const BASE_TOLERANCE = 1e-12
/** Balances below this share of value added are as good as none. */
const BALANCED = 1e-10

/**
 * The equilibrium that changes of a baseline are taken from.
 *
 * A baseline whose final demands are all ≥ 0 is one already, and comes back as it is. Where intermediate use exceeds
 * what an economy buys of a sector, or where balances are to be `zero` and are not, the world without any change of
 * cost is solved with final demand clipped at zero and the balances asked for, and its flows become the base.
 *
 * To take many changes from one base, call this once and hand its `baseline` to `solveManySector`.
 *
 * @throws KeruenError as `solveManySector`.
 * @see Caliendo & Parro (2015), section 5: their counterfactuals start from such a base without deficits.
 */
export function manySectorBase(
  baseline: ManySectorBaseline,
  options: ManySectorOptions = {},
): ManySectorBase {
  const unchanged = { newTariff: baseline.tariff }
  checkManySectorInputs(baseline, unchanged, options)
  const { balances = 'world-share', maxPasses = 1_000 } = options
  const workspace =
    options.workspace ?? createManySectorWorkspace(baseline.economies.length, baseline.sectors.length)
  return baseOf(baseline, balances, maxPasses, workspace)
}

/** The same, with everything checked and the workspace at hand; what the workspace holds afterwards is of no use. */
export function baseOf(
  baseline: ManySectorBaseline,
  balances: Balances,
  maxPasses: number,
  workspace: ManySectorWorkspace,
): ManySectorBase {
  const given = accountsOf(baseline)
  checkSupply(given)
  const toBalance =
    balances === 'zero' &&
    given.balance.some((balance, i) => Math.abs(balance) > BALANCED * given.valueAdded[i]!)
  if (!toBalance && given.clippedFinalDemand.length === 0) return given
  prepare(workspace, given, { newTariff: baseline.tariff })
  checkSuppliersLeft(baseline, workspace)
  const { settled, residuals } = iterate(
    workspace,
    balances,
    hasIntermediates(baseline),
    BASE_TOLERANCE,
    maxPasses,
  )
  if (!settled) throw notConverged('base of the many-sector equilibrium', BASE_TOLERANCE, residuals)
  const base = accountsOf({ ...baseline, flows: flowsAtPoint(workspace) })
  return { ...base, rebased: true, clippedFinalDemand: given.clippedFinalDemand }
}

/** Refuses a sector that an economy uses as an input without buying any of it. */
function checkSupply({ baseline, output, expenditure, valueAdded }: ManySectorBase): void {
  const { economies, sectors } = baseline
  const n = economies.length
  const issues: Issue[] = []
  valueAdded.forEach((added, i) => {
    if (added > 0) return
    issues.push({
      code: 'equilibrium.no-sales',
      at: { field: `flows[${economies[i]}]` },
      expected: 'an economy that sells something, home sales included',
      found: 'zero',
    })
  })
  const use = intermediateUse(baseline, output)
  expenditure.forEach((spent, cell) => {
    if (spent > 0 || use[cell] === 0) return
    issues.push({
      code: 'equilibrium.no-supplier',
      at: { field: `flows[${sectors[Math.floor(cell / n)]}: → ${economies[cell % n]}]` },
      expected: 'a purchase of what is used as an input',
      found: `none, and an intermediate use of ${use[cell]!.toPrecision(4)} million USD`,
      mend: 'Give its purchases, home sales included, or set its input shares to zero',
    })
  })
  if (issues.length > 0) throw new KeruenError('input', issues)
}

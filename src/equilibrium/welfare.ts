/** Real income of whole economies from an equilibrium of their goods markets. */
import { type Issue, KeruenError } from '../errors.js'
import { power } from '../numeric/elementary.js'

/** What of an equilibrium real income needs; n economies. */
export interface GoodsSpending {
  /** Ê / P̂, n: ratio of the quantity of goods bought, new over old. */
  readonly realSpendingHat: Float64Array
  /** E, n, million USD: baseline expenditure on goods, tariffs included. */
  readonly expenditure: Float64Array
  /** n, million USD: how far balances gave way where factors stand idle; see `EquilibriumResult`. */
  readonly balanceShift: Float64Array
}

/**
 * Real income of each whole economy, new over old: (Ê / P̂)^(E / GDP) · (1 − ΔD / GDP).
 *
 * Goods are the share E / GDP of what an economy spends, the rest keeps its real value. To first order this is
 * (Y d ln w + dR − E d ln P) / GDP. Where factors stand idle and balances give way, ΔD is what is saved less (or, below
 * zero, borrowed less): income that is lost without being spent less. Flows are gross, so E / GDP can exceed one; the form is meant for changes of a
 * few percent.
 *
 * @param gdpMusd n, nominal gross domestic product in million USD of the baseline year, > 0, same axis.
 * @returns n ratios.
 * @throws KeruenError `equilibrium.bad-gdp` (input): an entry that is missing or not above zero, or a wrong length.
 */
export function realIncomeHat(goods: GoodsSpending, gdpMusd: Float64Array): Float64Array {
  const { realSpendingHat, expenditure, balanceShift } = goods
  const n = realSpendingHat.length
  const issues: Issue[] = []
  if (gdpMusd.length !== n) issues.push(gdpIssue('gdpMusd', `${n} numbers`, gdpMusd.length))
  for (let j = 0; j < gdpMusd.length; j++) {
    if (gdpMusd[j]! > 0 && gdpMusd[j]! < Infinity) continue
    issues.push(gdpIssue(`gdpMusd[${j}]`, 'a finite number > 0', gdpMusd[j]!))
  }
  if (issues.length > 0) throw new KeruenError('input', issues)
  return realSpendingHat.map(
    (spending, j) => power(spending, expenditure[j]! / gdpMusd[j]!) * (1 - balanceShift[j]! / gdpMusd[j]!),
  )
}

function gdpIssue(field: string, expected: string, found: number): Issue {
  return { code: 'equilibrium.bad-gdp', at: { field }, expected, found: `${found}` }
}

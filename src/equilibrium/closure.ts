/** What closes a world: how trade balances move with it, and in which price it is told. */
import type { Issue } from '../errors.js'

/**
 * How balances (spending less income, before tariff revenue) behave in a counterfactual.
 *
 * - `world-share`: each stays the share of world income that it was; no choice of numeraire changes a real result.
 * - `multiplicative`: each economy spends the same multiple of its income, times one factor for all that closes the
 *   world (Yotov, Piermartini, Monteiro & Larch 2016, box 2).
 * - `zero`: the baseline itself is first solved anew without balances, and the change is taken from there
 *   (Caliendo & Parro 2015, section 5), so that no change still gives no change.
 */
export type Balances = 'world-share' | 'multiplicative' | 'zero'

export const BALANCES: readonly Balances[] = ['world-share', 'multiplicative', 'zero']

/**
 * The price that is held at one: world income (`world-income`), or the wage or the consumption price index of one
 * economy. It rescales what is told in money of the counterfactual and changes no real result.
 */
export type Numeraire = 'world-income' | { readonly wageOf: string } | { readonly priceOf: string }

/** Faults of the two choices: an unknown name, or an economy that the world does not have. */
export function closureIssues(
  economies: readonly string[],
  { balances, numeraire }: { readonly balances?: Balances; readonly numeraire?: Numeraire },
): Issue[] {
  const issues: Issue[] = []
  const bad = (field: string, expected: string, found: string) => {
    issues.push({ code: 'equilibrium.bad-option', at: { field }, expected, found })
  }
  if (balances !== undefined && !BALANCES.includes(balances)) {
    bad('balances', BALANCES.join(' or '), `${balances}`)
  }
  if (numeraire === undefined || numeraire === 'world-income') return issues
  if (typeof numeraire !== 'object' || !('wageOf' in numeraire || 'priceOf' in numeraire)) {
    bad('numeraire', 'world-income, { wageOf: … } or { priceOf: … }', JSON.stringify(numeraire))
    return issues
  }
  const economy = 'wageOf' in numeraire ? numeraire.wageOf : numeraire.priceOf
  if (!economies.includes(economy)) bad('numeraire', 'an economy of the baseline', economy)
  return issues
}

/** What the numeraire's price is in a world that is told in world income: divide money by it. */
export function numerairePrice(
  numeraire: Numeraire,
  economies: readonly string[],
  wageHat: Float64Array,
  priceIndexHat: Float64Array,
): number {
  if (numeraire === 'world-income') return 1
  if ('wageOf' in numeraire) return wageHat[economies.indexOf(numeraire.wageOf)]!
  return priceIndexHat[economies.indexOf(numeraire.priceOf)]!
}

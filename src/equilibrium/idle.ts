/** Factors that stand idle after a change: what becomes of the balances of their economies, and which inputs are refused. */
import type { Issue } from '../errors.js'
import { sum } from '../numeric/sum.js'

/**
 * Lets balances give way to income that is lost. An economy with a surplus saves less before it spends less, down to no
 * saving at all; what is saved less is lent less, and deficits shrink in proportion. (Where an oil exporter had to earn its
 * old surplus without its oil there would often be no equilibrium.) Where balances are a multiple of income they follow it.
 * Our own closure; no source.
 *
 * @param balance       n, D = spending less income before tariff revenue, million USD; overwritten by what is left of it.
 * @param income        n, baseline income.
 * @param idleIncome    n, income at baseline prices of what stands idle.
 * @param isOfIncome    whether balances are a multiple of income.
 * @returns n: D after less D before.
 */
export function balancesAfterIdle(
  balance: Float64Array,
  income: Float64Array,
  idleIncome: Float64Array,
  isOfIncome: boolean,
): Float64Array {
  const shift = isOfIncome
    ? balance.map((d, i) => (d === 0 || idleIncome[i] === 0 ? 0 : (-d * idleIncome[i]!) / income[i]!))
    : balance.map((d, i) => (d < 0 ? Math.min(-d, idleIncome[i]!) : 0))
  if (!isOfIncome) {
    const deficits = sum(balance.map(d => Math.max(0, d)))
    const lent = deficits > 0 ? sum(shift) / deficits : 0
    for (let j = 0; j < balance.length; j++) if (lent > 0 && balance[j]! > 0) shift[j] = -lent * balance[j]!
  }
  for (let j = 0; j < balance.length; j++) balance[j]! += shift[j]!
  return shift
}

/**
 * Faults of what is said to stand idle.
 *
 * @param income n: what every economy earns; what is idle stays below it.
 */
export function idleIssues(
  economies: readonly string[],
  idleIncome: Float64Array | undefined,
  income: Float64Array,
): Issue[] {
  if (idleIncome === undefined) return []
  const code = 'equilibrium.bad-idle-income'
  const n = economies.length
  if (idleIncome.length !== n)
    return [
      {
        code,
        at: { field: 'idleIncome' },
        expected: `${n} numbers for ${n} economies`,
        found: `${idleIncome.length}`,
      },
    ]
  return economies.flatMap((economy, i) => {
    if (idleIncome[i]! >= 0 && idleIncome[i]! < income[i]!) return []
    return {
      code,
      at: { field: `idleIncome[${economy}]` },
      expected: `at least 0 and below the economy’s income of ${income[i]} million USD`,
      found: `${idleIncome[i]}`,
    }
  })
}

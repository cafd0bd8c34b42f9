/**
 * The many-sector world from its definitions: nested plain iterations, arrays of arrays, the engine's own power; shares
 * no code with what it judges.
 */

export interface ManySectorOracleWorld {
  /** sector, exporter, importer: million USD FOB */
  readonly flows: readonly (readonly (readonly number[])[])[]
  readonly tariff: readonly (readonly (readonly number[])[])[]
  /** sector, economy */
  readonly beta: readonly (readonly number[])[]
  /** economy, input, user */
  readonly gamma: readonly (readonly (readonly number[])[])[]
  readonly theta: readonly number[]
}

export interface ManySectorOracleChange {
  readonly icebergHat: readonly (readonly (readonly number[])[])[]
  readonly newTariff: readonly (readonly (readonly number[])[])[]
}

export type OracleBalances = 'world-share' | 'multiplicative'

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs))

/** What the flows of a world imply, and the new world at given wages. */
export function manySectorOracle(
  world: ManySectorOracleWorld,
  change: ManySectorOracleChange,
  balances: OracleBalances,
) {
  const { flows, tariff, beta, gamma, theta } = world
  const { icebergHat, newTariff } = change
  const sectors = range(flows.length)
  const axis = range(flows[0]!.length)
  const output = sectors.map(j => axis.map(i => total(flows[j]![i]!)))
  const spending = sectors.map(j =>
    axis.map(n => total(axis.map(i => flows[j]![i]![n]! * (1 + tariff[j]![i]![n]!)))),
  )
  const revenue = axis.map(n =>
    total(sectors.map(j => total(axis.map(i => flows[j]![i]![n]! * tariff[j]![i]![n]!)))),
  )
  const imports = axis.map(n => total(sectors.map(j => total(axis.map(i => flows[j]![i]![n]!)))))
  const exports = axis.map(n => total(sectors.map(j => output[j]![n]!)))
  const balance = axis.map(n => imports[n]! - exports[n]!)
  const valueAdded = axis.map(n => total(sectors.map(j => beta[j]![n]! * output[j]![n]!)))
  const income = axis.map(n => valueAdded[n]! + balance[n]! + revenue[n]!)
  const useOf = (made: readonly (readonly number[])[]) =>
    sectors.map(k =>
      axis.map(n => total(sectors.map(j => gamma[n]![k]![j]! * (1 - beta[j]![n]!) * made[j]![n]!))),
    )
  const use = useOf(output)
  const alpha = sectors.map(k => axis.map(n => (spending[k]![n]! - use[k]![n]!) / income[n]!))
  const share = sectors.map(j =>
    axis.map(i =>
      axis.map(n => {
        const flow = flows[j]![i]![n]!
        return flow === 0 ? 0 : (flow * (1 + tariff[j]![i]![n]!)) / spending[j]![n]!
      }),
    ),
  )

  const worldAtWages = (wage: readonly number[]) => {
    let price = sectors.map(() => axis.map(() => 1))
    let cost = price
    for (let round = 0; round < 3000; round++) {
      cost = sectors.map(j =>
        axis.map(n => {
          const inputs = sectors.map(k => price[k]![n]! ** (gamma[n]![k]![j]! * (1 - beta[j]![n]!)))
          return wage[n]! ** beta[j]![n]! * inputs.reduce((a, b) => a * b, 1)
        }),
      )
      const next = sectors.map(j => axis.map(n => total(attraction(cost, j, n)) ** (-1 / theta[j]!)))
      const moved = largest(sectors.flatMap(j => axis.map(n => Math.log(next[j]![n]! / price[j]![n]!))))
      price = next
      if (moved < 1e-14) break
    }
    const newShare = sectors.map(j => {
      const columns = axis.map(n => {
        const pulls = attraction(cost, j, n)
        return pulls.map(pull => pull / total(pulls))
      })
      return axis.map(i => axis.map(n => columns[n]![i]!))
    })

    const earned = axis.map(n => wage[n]! * valueAdded[n]!)
    const spentBefore = axis.map(n => valueAdded[n]! + balance[n]!)
    const lambda = total(earned) / total(axis.map(n => wage[n]! * spentBefore[n]!))
    const scale = total(earned) / total(valueAdded)
    const beforeRevenue = axis.map(n =>
      balances === 'world-share' ? earned[n]! + scale * balance[n]! : lambda * wage[n]! * spentBefore[n]!,
    )
    let newSpending = spending.map(row => row.map(value => value * scale))
    let newFlows = flows
    let newRevenue = revenue
    for (let round = 0; round < 3000; round++) {
      newFlows = sectors.map(j =>
        axis.map(i =>
          axis.map(n => (newShare[j]![i]![n]! * newSpending[j]![n]!) / (1 + newTariff[j]![i]![n]!)),
        ),
      ) as number[][][]
      newRevenue = axis.map(n =>
        total(sectors.map(j => total(axis.map(i => newFlows[j]![i]![n]! * newTariff[j]![i]![n]!)))),
      )
      const newUse = useOf(sectors.map(j => axis.map(i => total(newFlows[j]![i]!))))
      const next = sectors.map(k =>
        axis.map(n => newUse[k]![n]! + alpha[k]![n]! * (beforeRevenue[n]! + newRevenue[n]!)),
      )
      const moved = largest(
        sectors.flatMap(k => axis.map(n => (next[k]![n]! - newSpending[k]![n]!) / (spending[k]![n]! || 1))),
      )
      newSpending = next
      if (moved < 1e-14) break
    }
    const paid = axis.map(n => total(sectors.map(j => beta[j]![n]! * total(newFlows[j]![n]!))))
    const consumptionPrice = axis.map(n =>
      sectors.reduce((product, k) => product * price[k]![n]! ** alpha[k]![n]!, 1),
    )
    const newIncome = axis.map(n => beforeRevenue[n]! + newRevenue[n]!)
    return {
      wage,
      price,
      cost,
      newSpending,
      newFlows,
      newRevenue,
      newIncome,
      consumptionPrice,
      realIncome: axis.map(n => newIncome[n]! / income[n]! / consumptionPrice[n]!),
      excess: axis.map(n => Math.log(paid[n]! / earned[n]!)),
    }
  }

  function attraction(cost: readonly (readonly number[])[], j: number, n: number): number[] {
    const pulls = axis.map(i => {
      const hat = icebergHat[j]![i]![n]! * ((1 + newTariff[j]![i]![n]!) / (1 + tariff[j]![i]![n]!))
      return share[j]![i]![n]! === 0 ? 0 : share[j]![i]![n]! * (cost[j]![i]! * hat) ** -theta[j]!
    })
    // nothing is bought of this sector
    return total(pulls) === 0 ? axis.map(() => 1 / axis.length) : pulls
  }

  /** Wages by raising the price of factors that are sold out and lowering that of those left over. */
  const solve = () => {
    let wage = axis.map(() => 1)
    const step = 1 / (1 + Math.max(...theta))
    for (let round = 0; round < 20_000; round++) {
      const there = worldAtWages(wage)
      if (largest(there.excess) < 1e-12) return there
      const moved = wage.map((w, n) => w * Math.exp(step * there.excess[n]!))
      const scale = total(valueAdded) / total(moved.map((w, n) => w * valueAdded[n]!))
      wage = moved.map(w => w * scale)
    }
    throw new Error('the oracle did not settle')
  }
  return { alpha, income, valueAdded, worldAtWages, solve }
}

/**
 * The one-sector world from its definitions: slow, obvious, with arrays of arrays and the engine's own power; shares
 * no code with what it judges.
 */

export interface OracleWorld {
  /** exporter, then importer: million USD FOB */
  readonly flows: readonly (readonly number[])[]
  /** ad valorem */
  readonly tariff: readonly (readonly number[])[]
  readonly theta: number
}

export interface OracleChange {
  readonly icebergHat: readonly (readonly number[])[]
  readonly newTariff: readonly (readonly number[])[]
}

export interface OracleOutcome {
  readonly income: number[]
  readonly expenditure: number[]
  readonly tariffRevenue: number[]
  readonly newShares: number[][]
  readonly newExpenditure: number[]
  readonly newTariffRevenue: number[]
  readonly priceHat: number[]
  readonly newFlows: number[][]
  readonly sales: number[]
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** Everything that follows from given wages; revenue by running the budget round until it stands still. */
export function worldAtWages(
  { flows, tariff, theta }: OracleWorld,
  { icebergHat, newTariff }: OracleChange,
  wageHat: ArrayLike<number>,
): OracleOutcome {
  const axis = range(flows.length)
  const income = axis.map(i => total(flows[i]!))
  const expenditure = axis.map(j => total(axis.map(i => flows[i]![j]! * (1 + tariff[i]![j]!))))
  const tariffRevenue = axis.map(j => total(axis.map(i => flows[i]![j]! * tariff[i]![j]!)))
  const balance = axis.map(j => expenditure[j]! - income[j]! - tariffRevenue[j]!)
  const share = axis.map(i => axis.map(j => (flows[i]![j]! * (1 + tariff[i]![j]!)) / expenditure[j]!))

  const attraction = axis.map(i =>
    axis.map(j => {
      const priceHat = wageHat[i]! * icebergHat[i]![j]! * ((1 + newTariff[i]![j]!) / (1 + tariff[i]![j]!))
      return share[i]![j]! * priceHat ** -theta
    }),
  )
  const phi = axis.map(j => total(axis.map(i => attraction[i]![j]!)))
  const newShares = axis.map(i => axis.map(j => attraction[i]![j]! / phi[j]!))
  const worldScale = total(axis.map(i => wageHat[i]! * income[i]!)) / total(income)

  const newExpenditure = axis.map(j => wageHat[j]! * income[j]! + worldScale * balance[j]!)
  const newTariffRevenue = axis.map(() => 0)
  for (let round = 0; round < 60; round++) {
    for (const j of axis) {
      newTariffRevenue[j] = total(
        axis.map(i => {
          const rate = newTariff[i]![j]!
          return (rate / (1 + rate)) * newShares[i]![j]! * newExpenditure[j]!
        }),
      )
      newExpenditure[j] = wageHat[j]! * income[j]! + worldScale * balance[j]! + newTariffRevenue[j]!
    }
  }
  const newFlows = axis.map(i =>
    axis.map(j => (newShares[i]![j]! * newExpenditure[j]!) / (1 + newTariff[i]![j]!)),
  )
  return {
    income,
    expenditure,
    tariffRevenue,
    newShares,
    newExpenditure,
    newTariffRevenue,
    priceHat: phi.map(value => value ** (-1 / theta)),
    newFlows,
    sales: axis.map(i => total(newFlows[i]!)),
  }
}

/** Wages by raising the price of what is sold out and lowering that of what is left over, in small steps. */
export function wagesByTatonnement(world: OracleWorld, change: OracleChange): number[] {
  let wage = world.flows.map(() => 1)
  for (let round = 0; round < 5_000; round++) {
    const { income, sales } = worldAtWages(world, change, wage)
    const excess = wage.map((w, i) => Math.log(sales[i]! / (w * income[i]!)))
    if (Math.max(...excess.map(Math.abs)) < 1e-12) return wage
    const moved = wage.map((w, i) => w * Math.exp((0.9 * excess[i]!) / (1 + world.theta)))
    const scale = total(income) / total(moved.map((w, i) => w * income[i]!))
    wage = moved.map(w => w * scale)
  }
  throw new Error('the oracle did not settle')
}

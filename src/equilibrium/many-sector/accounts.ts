/** What the flows of a many-sector world add up to: output, spending, value added, revenue, balances, final demand. */
import type { ClippedFinalDemand, ManySectorBase, ManySectorBaseline } from './world.js'

/** Below these shares of the spending on a sector, or of all that an economy spends, a negative final demand is
 *  rounding, and counts as none. */
const ROUNDING = 1e-10
const ROUNDING_OF_ALL = 1e-14

/**
 * The base that a baseline is, taken as it stands; final demands below zero are listed and left out of the shares.
 *
 * Final demand is what intermediate use leaves of spending: α ∝ X − γ(1 − β)·output. Reads its argument only. O(J n²).
 */
export function accountsOf(baseline: ManySectorBaseline): ManySectorBase {
  const { flows, tariff, valueAddedShare } = baseline
  const n = baseline.economies.length
  const sectors = baseline.sectors.length
  const { output, expenditure, tariffRevenue, purchases } = salesTotals(flows, tariff, sectors, n)
  const valueAdded = new Float64Array(n)
  const balance = new Float64Array(n)
  const income = new Float64Array(n)
  for (let cell = 0; cell < sectors * n; cell++) {
    valueAdded[cell % n]! += valueAddedShare[cell]! * output[cell]!
    balance[cell % n]! += purchases[cell]! - output[cell]!
  }
  for (let i = 0; i < n; i++) income[i] = valueAdded[i]! + tariffRevenue[i]! + balance[i]!
  const { finalDemandShare, clippedFinalDemand } = finalDemand(baseline, output, expenditure)
  return {
    baseline,
    rebased: false,
    clippedFinalDemand,
    output,
    expenditure,
    valueAdded,
    tariffRevenue,
    balance,
    income,
    finalDemandShare,
  }
}

/**
 * Sums of the cells of every sector.
 *
 * @returns output and purchases (before tariffs) and expenditure (tariffs included), J × n; tariffRevenue, n. The
 *          caller's own.
 */
export function salesTotals(flows: Float64Array, tariff: Float64Array, sectors: number, n: number) {
  const output = new Float64Array(sectors * n)
  const purchases = new Float64Array(sectors * n)
  const expenditure = new Float64Array(sectors * n)
  const tariffRevenue = new Float64Array(n)
  for (let sector = 0; sector < sectors; sector++) {
    const start = sector * n
    for (let i = 0; i < n; i++) {
      const row = (start + i) * n
      let sold = 0
      for (let j = 0; j < n; j++) {
        const flow = flows[row + j]!
        const levied = tariff[row + j]! * flow
        sold += flow
        purchases[start + j]! += flow
        expenditure[start + j]! += flow + levied
        tariffRevenue[j]! += levied
      }
      output[start + i] = sold
    }
  }
  return { output, purchases, expenditure, tariffRevenue }
}

/** Whether anybody produces with intermediates; without input shares nobody does. */
export function hasIntermediates({ inputShare }: ManySectorBaseline): boolean {
  return inputShare !== undefined && inputShare.length > 0
}

/** Intermediate use of every sector in every economy, J × n, from the output of the sectors that use it. */
export function intermediateUse(baseline: ManySectorBaseline, output: Float64Array): Float64Array {
  const { valueAddedShare, inputShare } = baseline
  const n = baseline.economies.length
  const sectors = baseline.sectors.length
  const use = new Float64Array(sectors * n)
  if (!hasIntermediates(baseline) || inputShare === undefined) return use
  for (let i = 0; i < n; i++) {
    for (let input = 0; input < sectors; input++) {
      const row = (i * sectors + input) * sectors
      let used = 0
      for (let user = 0; user < sectors; user++) {
        const cell = user * n + i
        used += inputShare[row + user]! * (1 - valueAddedShare[cell]!) * output[cell]!
      }
      use[input * n + i] = used
    }
  }
  return use
}

function finalDemand(baseline: ManySectorBaseline, output: Float64Array, expenditure: Float64Array) {
  const n = baseline.economies.length
  const sectors = baseline.sectors.length
  const use = intermediateUse(baseline, output)
  const finalDemandShare = new Float64Array(sectors * n)
  const clippedFinalDemand: ClippedFinalDemand[] = []
  const total = new Float64Array(n)
  const spent = new Float64Array(n)
  for (let cell = 0; cell < sectors * n; cell++) spent[cell % n]! += expenditure[cell]!
  for (let cell = 0; cell < sectors * n; cell++) {
    const demand = expenditure[cell]! - use[cell]!
    if (demand > 0) {
      finalDemandShare[cell] = demand
      total[cell % n]! += demand
    } else if (-demand > Math.max(ROUNDING * expenditure[cell]!, ROUNDING_OF_ALL * spent[cell % n]!)) {
      clippedFinalDemand.push({
        sector: baseline.sectors[Math.floor(cell / n)]!,
        economy: baseline.economies[cell % n]!,
        finalDemand: demand,
        expenditure: expenditure[cell]!,
      })
    }
  }
  for (let cell = 0; cell < sectors * n; cell++) {
    if (total[cell % n]! > 0) finalDemandShare[cell]! /= total[cell % n]!
  }
  return { finalDemandShare, clippedFinalDemand }
}

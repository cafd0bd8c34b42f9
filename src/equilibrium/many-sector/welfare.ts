/** Welfare to first order: terms of trade and volume of trade, partner by partner. */
import type { ManySectorChange, ManySectorEquilibrium } from './world.js'

/** Contributions to the change of real income, in shares of base income (0.01 = 1 %); n × n: economy, partner. */
export interface FirstOrderWelfare {
  /** Dearer exports less dearer imports, at the prices of the exporter's factory. */
  readonly termsOfTrade: Float64Array
  /** Tariff revenue from more imports at base tariffs. */
  readonly volumeOfTrade: Float64Array
  /** Imports that cost less to move; zero where only tariffs change. Not in the paper, which changes only tariffs. What is cut off
   *  has no first order and is left out. */
  readonly tradeCosts: Float64Array
  /** n each: sums over partners. */
  readonly totalTermsOfTrade: Float64Array
  readonly totalVolumeOfTrade: Float64Array
  readonly totalTradeCosts: Float64Array
  /** n: less income of what stands idle. Not in the paper. */
  readonly idle: Float64Array
  readonly total: Float64Array
}

/**
 * The first-order decomposition of welfare of Caliendo and Parro, evaluated at the whole change.
 *
 * With M the imports of n from i before tariffs, E the exports of n to i, c unit costs and I income, all of the base,
 *
 *   terms of trade  = Σⱼ [Eⱼ (ĉⱼₙ − 1) − Mⱼ (ĉⱼᵢ − 1)] / Iₙ
 *   volume of trade = Σⱼ tⱼ Mⱼ (M̂ⱼ − ĉⱼᵢ) / Iₙ
 *
 * The formula holds for small changes and is written in logarithms; the authors' code puts in percent changes, and so
 * do we, to reproduce what they print. For large changes it can be far from the exact change in `realIncomeHat`: it
 * values more imports at the revenue of the old tariffs.
 *
 * @returns the caller's own arrays.
 * @see Caliendo & Parro (2015), eqs. 15 and 16 and section 5.
 */
export function firstOrderWelfare(
  equilibrium: ManySectorEquilibrium,
  change: ManySectorChange,
): FirstOrderWelfare {
  const { economies, sectors, base, unitCostHat, newFlows } = equilibrium
  const { flows, tariff } = base.baseline
  const n = economies.length
  const termsOfTrade = new Float64Array(n * n)
  const volumeOfTrade = new Float64Array(n * n)
  const tradeCosts = new Float64Array(n * n)
  for (let sector = 0; sector < sectors.length; sector++) {
    for (let exporter = 0; exporter < n; exporter++) {
      const costHat = unitCostHat[sector * n + exporter]!
      for (let importer = 0; importer < n; importer++) {
        const cell = (sector * n + exporter) * n + importer
        const flow = flows[cell]!
        const dearer = flow * (costHat - 1)
        termsOfTrade[exporter * n + importer]! += dearer / base.income[exporter]!
        const received = importer * n + exporter
        const income = base.income[importer]!
        termsOfTrade[received]! -= dearer / income
        volumeOfTrade[received]! += (tariff[cell]! * (newFlows[cell]! - costHat * flow)) / income
        const hat = change.icebergHat?.[cell] ?? 1
        if (flow === 0 || hat === 1 || hat === Infinity) continue
        const saved = flow * (1 + tariff[cell]!) * (1 - hat)
        tradeCosts[received]! += saved / income
      }
    }
  }
  const totalTermsOfTrade = rowSums(termsOfTrade, n)
  const totalVolumeOfTrade = rowSums(volumeOfTrade, n)
  const totalTradeCosts = rowSums(tradeCosts, n)
  const idle = base.income.map((income, i) => -(change.idleIncome?.[i] ?? 0) / income)
  const total = totalTermsOfTrade.map(
    (terms, i) => terms + totalVolumeOfTrade[i]! + totalTradeCosts[i]! + idle[i]!,
  )
  return {
    termsOfTrade,
    volumeOfTrade,
    tradeCosts,
    totalTermsOfTrade,
    totalVolumeOfTrade,
    totalTradeCosts,
    idle,
    total,
  }
}

function rowSums(matrix: Float64Array, n: number): Float64Array {
  const sums = new Float64Array(n)
  for (let cell = 0; cell < matrix.length; cell++) sums[Math.floor(cell / n)]! += matrix[cell]!
  return sums
}

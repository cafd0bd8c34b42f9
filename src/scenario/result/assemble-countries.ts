/** One row for each economy: members first, then other roles, then the rest. */
import { cargoShares } from '../../costs/cargo.js'
import { QUALITIES, type Quality } from '../../dataset/dataset.js'
import { parameterRange } from '../../ensemble/summary.js'
import type { TransitTotals } from '../../network/traffic/transit.js'
import type { Counterfactual, Outcome } from '../stages/counterfactual.js'
import { cutOffTrade } from '../stages/cut-off.js'
import { centralParameters } from '../stages/draws.js'
import type { EconomicAxis } from '../stages/economic-axis.js'
import { closesSomething, type World } from '../stages/world.js'
import type { CountryResult, Range } from './result.js'
import { sectorTotals } from './sector-totals.js'

/** Above this part of a country's trade an adjustment is told beside its numbers. */
const NOTABLE_ADJUSTMENT = 0.05

export function countryRows(
  world: World,
  central: Counterfactual,
  draws: readonly Outcome[],
  transitBefore: TransitTotals,
): CountryResult[] {
  const { dataset, roles, axis } = world
  const { economies } = axis
  const flows = sectorTotals(central.goods.before, economies.length)
  const cutOff = cutOffByCountry(world)
  const names = new Map(dataset.countries.map(country => [country.iso3, country.names.en]))
  const row = (i: number): CountryResult => {
    const range = (of: (outcome: Outcome) => Float64Array): Range =>
      parameterRange(
        of(central.outcome)[i],
        draws.map(draw => of(draw)[i]),
      )
    const { equilibrium } = central
    const trade = tradeOf(axis, flows, i)
    const inMatrix = axis.inMatrix[i]
    const transit = (of: Float64Array) => (inMatrix < 0 ? 0 : of[inMatrix])
    return {
      iso3: economies[i],
      name: names.get(economies[i]) ?? economies[i],
      role: roles.get(economies[i]) ?? 'none',
      quality: trade.quality,
      measuredTradeShare: trade.measuredShare,
      cautions: cautionsOf(world, i, trade.adjustedShare, equilibrium.expenditure[i]),
      realIncomeChangePercent: range(o => o.realIncomePercent),
      realIncomeChangeMusd: range(o => o.realIncomeMusd),
      goodsRealWageChangePercent: range(o => o.goodsRealWagePercent),
      exportsBeforeMusd: trade.exports,
      exportsChangePercent: range(o => o.exportsPercent),
      importsBeforeMusd: trade.imports,
      importsChangePercent: range(o => o.importsPercent),
      exportsCutOffMusd: cutOff.exports[i],
      importsCutOffMusd: cutOff.imports[i],
      idleIncomeMusd: central.idleIncome?.[i] ?? 0,
      homeSalesBeforeMusd: trade.homeSales,
      homeSalesChangePercent: range(o => o.homeSalesPercent),
      blocTurnoverBeforeMusd: trade.blocTurnover,
      blocTurnoverChangeMusd: range(o => o.turnoverMusd),
      nominalWageChangePercent: 100 * (equilibrium.wageHat[i] - 1),
      priceIndexChangePercent: 100 * (equilibrium.priceIndexHat[i] - 1),
      tariffRevenueBeforeMusd: equilibrium.tariffRevenue[i],
      tariffRevenueChangeMusd: equilibrium.newTariffRevenue[i] - equilibrium.tariffRevenue[i],
      transitTeuBefore: transit(transitBefore.teu),
      transitTeuChange: range(o => o.transitTeu),
      transitRevenueBeforeMusd: transit(transitBefore.usd) / 1e6,
      transitRevenueChangeMusd: range(o => o.transitMusd),
    }
  }
  const rank = (role: string): number => (role === 'member' ? 0 : role === 'none' ? 2 : 1)
  return economies
    .flatMap((iso3, i) => (names.has(iso3) ? [row(i)] : []))
    .sort(
      (a, b) =>
        rank(a.role) - rank(b.role) ||
        (a.role < b.role ? -1 : a.role > b.role ? 1 : a.iso3 < b.iso3 ? -1 : 1),
    )
}

/** Trade of each economy of the axis that has no way left, million USD a year at the values of today. */
function cutOffByCountry(world: World): { readonly exports: Float64Array; readonly imports: Float64Array } {
  const { axis, dataset, economies } = world
  const n = economies.length
  const [exports, imports] = [0, 1].map(() => new Float64Array(axis.economies.length))
  if (!closesSomething(world)) return { exports, imports }
  const { general, bulk } = cutOffTrade(world, cargoShares(dataset, centralParameters(world)))
  axis.inMatrix.forEach((at, i) => {
    if (at < 0) return
    for (let other = 0; other < n; other++) {
      exports[i] += general[at * n + other] + bulk[at * n + other]
      imports[i] += general[other * n + at] + bulk[other * n + at]
    }
  })
  return { exports, imports }
}

interface CountryTrade {
  readonly exports: number
  readonly imports: number
  readonly homeSales: number
  readonly blocTurnover: number
  readonly measuredShare: number
  readonly adjustedShare: number
  readonly quality: Quality
}

/** Sums over a country's row and column without its home sales. */
function tradeOf(
  { economies, members, quality, adjustmentMusd }: EconomicAxis,
  flows: Float64Array,
  i: number,
): CountryTrade {
  const n = economies.length
  const inside = new Set(members)
  const byQuality = new Float64Array(QUALITIES.length)
  let exports = 0
  let imports = 0
  let blocTurnover = 0
  let adjusted = 0
  for (let j = 0; j < n; j++) {
    if (j === i) continue
    const [out, into] = [i * n + j, j * n + i]
    exports += flows[out]
    imports += flows[into]
    if (inside.has(j)) blocTurnover += flows[out] + flows[into]
    adjusted += Math.abs(adjustmentMusd[out]) + Math.abs(adjustmentMusd[into])
    byQuality[quality[out]] += flows[out]
    byQuality[quality[into]] += flows[into]
  }
  const total = exports + imports
  const weighty = QUALITIES.filter((_, q) => total > 0 && byQuality[q] >= 0.1 * total)
  return {
    exports,
    imports,
    homeSales: flows[i * n + i],
    blocTurnover,
    measuredShare: total > 0 ? (byQuality[0] + byQuality[1]) / total : 0,
    adjustedShare: total > 0 ? adjusted / total : 0,
    quality: weighty.at(-1) ?? 'estimated',
  }
}

function cautionsOf(world: World, i: number, adjustedShare: number, expenditure: number): string[] {
  const { economies, gdpMusd, quality } = world.axis
  const n = economies.length
  const cautions: string[] = []
  if (world.scenario.tradeAdjustments && adjustedShare > NOTABLE_ADJUSTMENT) cautions.push('trade-adjusted')
  if (!world.scenario.tradeAdjustments && adjustedShare > NOTABLE_ADJUSTMENT)
    cautions.push('trade-not-adjusted')
  if (world.sectors === undefined && gdpMusd[i] > 0 && expenditure > gdpMusd[i])
    cautions.push('goods-spending-above-gdp')
  if (QUALITIES[quality[i * n + i]] === 'estimated') cautions.push('domestic-sales-estimated')
  if (world.dataset.cautions.some(caution => caution.iso3 === economies[i])) cautions.push('data-caution')
  return cautions
}

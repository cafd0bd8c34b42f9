/** What many sectors tell and one does not: trade by sector, and welfare to first order beside the exact one. */
import { firstOrderWelfare } from '../../equilibrium/many-sector/welfare.js'
import { tradeTotals } from '../../equilibrium/trade-totals.js'
import type { Counterfactual } from '../stages/counterfactual.js'
import type { World } from '../stages/world.js'
import type { PartnerWelfareRow, SectorDetail, SectorTradeRow, WelfareRow } from './result-sectors.js'

/** Of all economies that are reported; undefined with the one-sector model. */
export function sectorDetail(
  { axis, dataset }: World,
  { manySectors }: Counterfactual,
): SectorDetail | undefined {
  if (manySectors === undefined) return undefined
  const names = new Set(dataset.countries.map(country => country.iso3))
  const reported = [...axis.economies.keys()].filter(i => names.has(axis.economies[i]))
  return { trade: tradeRows(manySectors, reported), ...welfareRows(manySectors, reported) }
}

type ManySectors = NonNullable<Counterfactual['manySectors']>

function tradeRows({ equilibrium }: ManySectors, reported: readonly number[]): SectorTradeRow[] {
  const { economies, sectors, flows, newFlows } = equilibrium
  const n = economies.length
  const nobody = new Uint8Array(n)
  const bySector = sectors.map((sector, s) => {
    const of = (values: Float64Array) => tradeTotals(values.subarray(s * n * n, (s + 1) * n * n), n, nobody)
    return { sector, before: of(flows), after: of(newFlows) }
  })
  return reported.flatMap(i =>
    bySector.map(({ sector, before, after }) => ({
      iso3: economies[i],
      sector,
      exportsBeforeMusd: before.exports[i],
      exportsChangeMusd: after.exports[i] - before.exports[i],
      importsBeforeMusd: before.imports[i],
      importsChangeMusd: after.imports[i] - before.imports[i],
      homeSalesBeforeMusd: before.homeSales[i],
      homeSalesChangeMusd: after.homeSales[i] - before.homeSales[i],
    })),
  )
}

/**
 * In percent of the spending of the base, goods and services together. No row for oneself: the cost of trade at home
 * never changes.
 */
function welfareRows({ equilibrium, change }: ManySectors, reported: readonly number[]) {
  const { economies, realIncomeHat, balanceShift, expenditure } = equilibrium
  const n = economies.length
  const parts = firstOrderWelfare(equilibrium, change)
  const welfare: WelfareRow[] = reported.map(i => ({
    iso3: economies[i],
    termsOfTradePercent: 100 * parts.totalTermsOfTrade[i],
    volumeOfTradePercent: 100 * parts.totalVolumeOfTrade[i],
    tradeCostsPercent: 100 * parts.totalTradeCosts[i],
    idlePercent: 100 * parts.idle[i],
    firstOrderPercent: 100 * parts.total[i],
    exactPercent: 100 * (realIncomeHat[i] - 1 - balanceShift[i] / expenditure[i]),
  }))
  const partners: PartnerWelfareRow[] = reported.flatMap(i =>
    economies
      .map((partner, j) => ({
        iso3: economies[i],
        partner,
        termsOfTradePercent: 100 * parts.termsOfTrade[i * n + j],
        volumeOfTradePercent: 100 * parts.volumeOfTrade[i * n + j],
        tradeCostsPercent: 100 * parts.tradeCosts[i * n + j],
      }))
      .filter(({ partner }) => partner !== economies[i]),
  )
  return { welfare, partners }
}

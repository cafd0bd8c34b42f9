/** From the solved numbers to the result: ranges, rows by country, notices. */
import { influences } from '../../ensemble/influence.js'
import { parameterRange, RANGE_PERCENTILES } from '../../ensemble/summary.js'
import { PROGRAM } from '../../version.js'
import type { EconomicAxis } from '../stages/economic-axis.js'
import { hiddenMembers } from '../stages/sector-world.js'
import type { World } from '../stages/world.js'
import { countryRows } from './assemble-countries.js'
import { packageCost } from './assemble-measures.js'
import { corridorRows } from './assemble-network.js'
import { pairRows } from './assemble-pairs.js'
import { contributionRows } from './assemble-trade.js'
import { resultHash } from './hash.js'
import { resultNotices } from './notices.js'
import { type ParameterInfluence, type Range, RESULT_VERSION, type Result } from './result.js'
import type { SectorDetail, SectorsResult } from './result-sectors.js'
import { sectorTotals } from './sector-totals.js'
import type { SolvedScenario } from './solved-scenario.js'

export function assembleResult(solved: SolvedScenario): Result {
  const { world, central, rows, draws, swings, sensitivities, contributions } = solved
  const { measures, links, waits, capacities, freightMarkets, trafficPoints, nextPercent } = rows
  const { scenario, dataset } = world
  const range = (value: number, of: (draw: (typeof draws)[number]) => number): Range =>
    parameterRange(value, draws.map(of))
  const countries = countryRows(world, central, draws, rows.transit)
  const { economies } = world.axis
  const before = sectorTotals(central.goods.before, economies.length)
  const after = sectorTotals(central.goods.after, economies.length)
  const blocFlows = blocTrade(world.axis, before)
  const { diversion, moves } = rows.trade
  const { outcome, equilibrium } = central
  return {
    keruenResult: RESULT_VERSION,
    hash: resultHash(scenario, dataset.hash, PROGRAM.version, world.sectorDataset?.hash),
    program: PROGRAM,
    dataset: {
      id: dataset.id,
      title: dataset.title,
      version: dataset.version,
      hash: dataset.hash,
      year: dataset.year,
    },
    sectors: sectorsResult(world, solved.rows.sectors),
    scenario,
    bloc: {
      id: scenario.bloc,
      asOf: scenario.asOf,
      members: scenario.members,
      realIncomeChangeMusd: range(outcome.blocRealIncomeMusd, draw => draw.blocRealIncomeMusd),
      turnoverBeforeMusd: blocFlows.turnover,
      turnoverBridge: world.turnoverBridge,
      turnoverChangeMusd: range(outcome.blocTurnoverMusd, draw => draw.blocTurnoverMusd),
      turnoverShareBeforePercent: blocFlows.total > 0 ? (200 * blocFlows.turnover) / blocFlows.total : 0,
      pairs: pairRows(world.axis, central, draws),
      ...packageCost(measures),
    },
    countries,
    corridors: corridorRows(world, solved.corridors, outcome, draws),
    links,
    waits,
    capacities,
    freightMarkets,
    trafficPoints,
    measures,
    contributions: contributions === undefined ? null : contributionRows(world, contributions),
    diversion,
    nextPercent,
    uncertainty: {
      draws: scenario.draws,
      seed: scenario.seed,
      percentiles: RANGE_PERCENTILES,
      parameters: parameterInfluences(swings, outcome.blocRealIncomeMusd),
    },
    sensitivities: sensitivities.map(({ id, label, outcome: other }) => ({
      id,
      label,
      blocRealIncomeChangeMusd: other.blocRealIncomeMusd,
      blocTurnoverChangeMusd: other.blocTurnoverMusd,
      leader: leader(world, outcome.realIncomePercent, other.realIncomePercent),
      members: world.axis.members.map(a => ({
        iso3: world.axis.economies[a],
        realIncomeChangePercent: other.realIncomePercent[a],
      })),
    })),
    convergence: {
      passes: equilibrium.convergence.passes,
      largestResidual: equilibrium.convergence.residuals.at(-1) ?? 0,
      blocks: equilibrium.convergence.blocks,
      largestMarketClearingError: equilibrium.convergence.largestMarketClearingError,
    },
    notices: resultNotices(world, central, rows),
    flows: {
      economies,
      before,
      after,
      quality: world.axis.quality,
      moves,
      sectors: solved.rows.sectors,
    },
  }
}

function sectorsResult(
  { sectorDataset, scenario }: World,
  detail: SectorDetail | undefined,
): SectorsResult | null {
  if (sectorDataset === undefined || detail === undefined) return null
  const isMember = new Set(scenario.members)
  const { id, title, version, hash, year, economies, sectors, elasticities, sources } = sectorDataset
  const elasticity = scenario.sectors?.elasticity ?? sectorDataset.defaultElasticity
  return {
    id,
    title,
    version,
    hash,
    year,
    economies: economies.length,
    sectors: sectors.length,
    elasticity,
    elasticityName: elasticities.find(({ source }) => source === elasticity)?.name ?? elasticity,
    hiddenMembers: hiddenMembers(sectorDataset, scenario.members),
    sources: sources.map(source => ({
      title: source.title,
      licence: source.licence,
      attribution: source.attribution,
    })),
    sectorNames: Object.fromEntries(sectors.map(sector => [sector.id, sector.name])),
    trade: detail.trade.filter(({ iso3 }) => isMember.has(iso3)),
    welfare: detail.welfare.filter(({ iso3 }) => isMember.has(iso3)),
  }
}

function parameterInfluences(swings: SolvedScenario['swings'], centre: number): ParameterInfluence[] {
  const rows = influences(
    swings.map(({ quantity, atLow, atHigh }) => ({
      id: quantity.id,
      atLow: atLow.blocRealIncomeMusd,
      atHigh: atHigh.blocRealIncomeMusd,
    })),
    centre,
  )
  return rows.map(({ id, atLow, atHigh, shareOfRange }) => {
    const { quantity } = swings.find(swing => swing.quantity.id === id)!
    const { meaning, unit, value, low, high, quality, source } = quantity
    return {
      id,
      meaning,
      unit,
      value,
      low,
      high,
      quality,
      source,
      atLowMusd: atLow,
      atHighMusd: atHigh,
      shareOfRange,
    }
  })
}

/** Turnover among members, each flow once, and exports plus imports of each member with all, million USD. */
export function blocTrade(
  { economies, members }: EconomicAxis,
  flows: Float64Array,
): { readonly turnover: number; readonly total: number } {
  const n = economies.length
  const inside = new Set(members)
  let turnover = 0
  let total = 0
  for (const member of members) {
    for (let other = 0; other < n; other++) {
      if (other === member) continue
      const both = flows[member * n + other] + flows[other * n + member]
      total += both
      if (inside.has(other)) turnover += both / 2
    }
  }
  return { turnover, total }
}

/** The member that gains most in the headline, with its change under the other assumption. */
function leader({ axis: { members, economies } }: World, headline: Float64Array, other: Float64Array) {
  const best = members.reduce((a, b) => (headline[b] > headline[a] ? b : a), members[0])
  return { iso3: economies[best], realIncomeChangePercent: other[best] }
}

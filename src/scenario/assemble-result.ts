/** From the solved numbers to the result: ranges, rows by country, notices. */
import { influences } from '../ensemble/influence.js'
import { parameterRange, RANGE_PERCENTILES } from '../ensemble/summary.js'
import { PROGRAM } from '../version.js'
import { countryRows } from './assemble-countries.js'
import { measureRows, packageCost } from './assemble-measures.js'
import { corridorRows, linkRows, waitRows } from './assemble-network.js'
import { centralParameters } from './draws.js'
import { resultHash } from './hash.js'
import { resultNotices } from './notices.js'
import { type ParameterInfluence, type Range, RESULT_VERSION, type Result } from './result.js'
import type { SolvedScenario } from './solved-scenario.js'
import { transitBefore } from './transit-stage.js'
import type { World } from './world.js'

export function assembleResult(solved: SolvedScenario): Result {
  const { world, routes, central, traffic, draws, swings, sensitivities } = solved
  const { scenario, dataset, flows } = world
  const range = (value: number, of: (draw: (typeof draws)[number]) => number): Range =>
    parameterRange(value, draws.map(of))
  const transit = transitBefore(routes.transit, central.boxesBefore, centralParameters(world))
  const measures = measureRows(world)
  const links = linkRows(world, traffic)
  const countries = countryRows(world, central, draws, transit)
  const blocFlows = blocTrade(world)
  const { outcome, equilibrium } = central
  return {
    keruenResult: RESULT_VERSION,
    hash: resultHash(scenario, dataset.hash, PROGRAM.version),
    program: PROGRAM,
    dataset: {
      id: dataset.id,
      title: dataset.title,
      version: dataset.version,
      hash: dataset.hash,
      year: dataset.year,
    },
    scenario,
    bloc: {
      id: scenario.bloc,
      asOf: scenario.asOf,
      members: scenario.members,
      realIncomeChangeMusd: range(outcome.blocRealIncomeMusd, draw => draw.blocRealIncomeMusd),
      turnoverBeforeMusd: blocFlows.turnover,
      turnoverChangeMusd: range(outcome.blocTurnoverMusd, draw => draw.blocTurnoverMusd),
      turnoverShareBeforePercent: blocFlows.total > 0 ? (100 * blocFlows.turnover) / blocFlows.total : 0,
      ...packageCost(measures),
    },
    countries,
    corridors: corridorRows(world, solved.corridors, outcome, draws),
    links,
    waits: waitRows(world, traffic),
    measures,
    uncertainty: {
      draws: scenario.draws,
      seed: scenario.seed,
      percentiles: RANGE_PERCENTILES,
      parameters: parameterInfluences(swings),
    },
    sensitivities: sensitivities.map(({ id, label, outcome: other }) => ({
      id,
      label,
      blocRealIncomeChangeMusd: other.blocRealIncomeMusd,
      blocTurnoverChangeMusd: other.blocTurnoverMusd,
      leader: leader(world, outcome.realIncomePercent, other.realIncomePercent),
    })),
    convergence: {
      passes: equilibrium.convergence.passes,
      largestResidual: equilibrium.convergence.residuals.at(-1) ?? 0,
      largestMarketClearingError: equilibrium.convergence.largestMarketClearingError,
    },
    notices: resultNotices(world, central, measures, links),
    flows: {
      economies: world.economies,
      before: flows,
      after: equilibrium.newFlows,
      quality: dataset.trade.quality,
    },
  }
}

function parameterInfluences(swings: SolvedScenario['swings']): ParameterInfluence[] {
  const rows = influences(
    swings.map(({ quantity, atLow, atHigh }) => ({
      id: quantity.id,
      atLow: atLow.blocRealIncomeMusd,
      atHigh: atHigh.blocRealIncomeMusd,
    })),
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

/** Turnover among members, and all trade of members, million USD: exports plus imports of each. */
function blocTrade(world: World): { readonly turnover: number; readonly total: number } {
  const { economies, members, flows } = world
  const n = economies.length
  const inside = new Set(members)
  let turnover = 0
  let total = 0
  for (const member of members) {
    for (let other = 0; other < n; other++) {
      if (other === member) continue
      const both = flows[member * n + other] + flows[other * n + member]
      total += both
      if (inside.has(other)) turnover += both
    }
  }
  return { turnover, total }
}

/** The member that gains most in the headline, with its change under the other assumption. */
function leader(world: World, headline: Float64Array, other: Float64Array) {
  const best = world.members.reduce((a, b) => (headline[b] > headline[a] ? b : a), world.members[0])
  return { iso3: world.economies[best], realIncomeChangePercent: other[best] }
}
